import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { aliasRecord, type DomainArgs } from "../../core/domain";
import { type Tags } from "../../core/tags";

/** A custom domain for a stage of an HTTP API. Returns the target for the DNS record. */
export function createHttpDomain(
  name: string,
  stage: aws.apigatewayv2.Stage,
  args: DomainArgs & { tags?: Tags },
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const domain = new aws.apigatewayv2.DomainName(
    name,
    {
      domainName: args.name,
      domainNameConfiguration: {
        certificateArn: args.certificateArn,
        endpointType: "REGIONAL",
        securityPolicy: "TLS_1_2",
      },
      mutualTlsAuthentication: args.truststoreUri ? { truststoreUri: args.truststoreUri } : undefined,
      tags: args.tags,
    },
    opts,
  );
  new aws.apigatewayv2.ApiMapping(
    name,
    { apiId: stage.apiId, stage: stage.name, domainName: domain.domainName, apiMappingKey: args.basePath },
    opts,
  );
  const { targetDomainName, hostedZoneId } = domain.domainNameConfiguration;
  aliasRecord(name, args, { name: targetDomainName, zoneId: hostedZoneId }, opts);
  return targetDomainName;
}
