import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type DomainArgs } from "../../core/domain";
import { type Tags } from "../../core/tags";

/**
 * A name of one's own for a private API: it is reached through these VPC endpoints, and no other. The record that points
 * the name at an endpoint is in a private hosted zone of the VPC.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html
 */
export function createPrivateDomain(
  name: string,
  stage: aws.apigateway.Stage,
  args: DomainArgs & {
    vpcEndpointIds: pulumi.Input<string>[];
    tags?: Tags;
  },
  opts: pulumi.CustomResourceOptions,
): void {
  const { vpcEndpointIds, tags } = args;
  const domain = new aws.apigateway.DomainName(
    name,
    {
      domainName: args.name,
      certificateArn: args.certificateArn,
      endpointConfiguration: { types: "PRIVATE" },
      securityPolicy: "TLS_1_2",
      policy: onlyThrough(vpcEndpointIds),
      tags,
    },
    opts,
  );
  new aws.apigateway.BasePathMapping(
    name,
    {
      domainName: domain.domainName,
      domainNameId: domain.domainNameId, // a private name need not be unique: its id is
      restApi: stage.restApi,
      stageName: stage.stageName,
      basePath: args.basePath,
    },
    opts,
  );
  for (const [index, endpoint] of vpcEndpointIds.entries()) {
    new aws.apigateway.DomainNameAccessAssociation(
      `${name}-${index}`,
      {
        domainNameArn: domain.arn,
        accessAssociationSource: endpoint,
        accessAssociationSourceType: "VPCE",
        tags,
      },
      opts,
    );
  }
}

/** The name denies everybody until its policy says otherwise. */
function onlyThrough(vpcEndpointIds: pulumi.Input<string>[]): pulumi.Output<string> {
  const invoke = { Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*" };
  const Condition = { StringNotEquals: { "aws:SourceVpce": vpcEndpointIds } };
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", ...invoke },
      { Effect: "Deny", ...invoke, Condition },
    ],
  });
}
