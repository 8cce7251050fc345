import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { EndpointType } from "./args";
import { aliasRecord, type DomainArgs } from "../../core/domain";
import { type Tags } from "../../core/tags";

/** A custom domain for a stage. Returns the target for the DNS record. */
export function createDomain(
  name: string,
  stage: aws.apigateway.Stage,
  args: DomainArgs & { endpointType: EndpointType; tags?: Tags },
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const isEdge = args.endpointType === EndpointType.Edge;
  const domain = new aws.apigateway.DomainName(
    name,
    {
      domainName: args.name,
      ...(isEdge ? { certificateArn: args.certificateArn } : { regionalCertificateArn: args.certificateArn }),
      endpointConfiguration: { types: args.endpointType },
      securityPolicy: "TLS_1_2",
      mutualTlsAuthentication: args.truststoreUri ? { truststoreUri: args.truststoreUri } : undefined,
      tags: args.tags,
    },
    opts,
  );
  new aws.apigateway.BasePathMapping(
    name,
    { domainName: domain.domainName, restApi: stage.restApi, stageName: stage.stageName, basePath: args.basePath },
    opts,
  );
  const [target, zoneId] = isEdge
    ? [domain.cloudfrontDomainName, domain.cloudfrontZoneId]
    : [domain.regionalDomainName, domain.regionalZoneId];
  aliasRecord(name, args, { name: target, zoneId }, opts);
  return target;
}
