import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ApiArgs, EndpointType } from "./args";
import { type ResourceStatement } from "../../core/permissions";

/**
 * The resource policy of an API: who may call it at all. A condition that does not hold denies every caller.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
export function accessPolicy(
  restApi: aws.apigateway.RestApi,
  partition: pulumi.Output<string>,
  args: Pick<ApiArgs, "access" | "endpointType" | "vpcEndpointIds">,
): pulumi.Output<string> | undefined {
  const isPrivate = args.endpointType === EndpointType.Private;
  const { ipRanges = [], accountIds = [], vpcEndpointIds = args.vpcEndpointIds ?? [] } = args.access ?? {};
  if (!args.access && !isPrivate) return undefined;
  const invoke = { Action: "execute-api:Invoke", Resource: pulumi.interpolate`${restApi.executionArn}/*` };
  const accounts = accountIds.map((account) => pulumi.interpolate`arn:${partition}:iam::${account}:root`);
  const statements: ResourceStatement[] = [
    { Sid: "Callers", Effect: "Allow", Principal: accounts.length > 0 ? { AWS: accounts } : "*", ...invoke },
  ];
  if (ipRanges.length > 0) {
    // Requests through a VPC endpoint have an address within the VPC, under another key.
    const key = isPrivate ? "aws:VpcSourceIp" : "aws:SourceIp";
    const Condition = { NotIpAddress: { [key]: ipRanges } };
    statements.push({ Sid: "OtherAddresses", Effect: "Deny", Principal: "*", ...invoke, Condition });
  }
  if (vpcEndpointIds.length > 0) {
    const Condition = { StringNotEquals: { "aws:SourceVpce": vpcEndpointIds } };
    statements.push({ Sid: "OtherEndpoints", Effect: "Deny", Principal: "*", ...invoke, Condition });
  }
  return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}
