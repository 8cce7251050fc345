import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type DomainArgs } from "../../core/domain";
import { type Tags } from "../../core/tags";

/**
 * A custom domain for a private API, reachable through these VPC endpoints only. A private hosted zone of the VPC must
 * point the name at an endpoint.
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
      domainNameId: domain.domainNameId, // private names need not be unique, so AWS addresses them by id
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

/** The domain denies everybody by default. */
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
