import type * as sdk from "@aws-sdk/client-api-gateway";
import type { DomainName as DomainResource, DomainNameArgs } from "@pulumi/aws/apigateway/domainName";
import { unless } from "../../frame/errors";
import { stable, withRule } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { timestamp } from "../../frame/shapes";
import { formatArn, notFound } from "./shared";

const certificate = { replace: true, notEmulated: "the emulator's custom domains have no certificate of their own" };

/** The emulator cannot change a domain name, so changes recreate it. */
export const DomainName = resourceType<DomainNameArgs, DomainResource>({
  token: "aws:apigateway/domainName:DomainName",
  identity: ["domainName"],
  properties: {
    ...withRule(certificate, "certificateArn", "certificateBody", "certificateChain", "certificateName"),
    ...withRule(certificate, "certificatePrivateKey", "regionalCertificateArn", "regionalCertificateName"),
    domainName: { required: true },
    endpointAccessMode: { notEmulated: "the emulator knows no access modes" },
    endpointConfiguration: { computed: true },
    mutualTlsAuthentication: { notEmulated: "the emulator asks for no client certificate" },
    ownershipVerificationCertificateArn: { ...certificate, computed: true },
    policy: { document: "policy", notEmulated: "the emulator has no policies of domain names" },
    routingMode: { computed: true },
    securityPolicy: { computed: true, idle: "the emulator has one TLS setting" },
    tags,
  },
  outputs: {
    ...stable("arn", "certificateUploadDate", "cloudfrontDomainName", "cloudfrontZoneId", "domainNameId"),
    ...stable("regionalDomainName", "regionalZoneId"),
  },

  async create({ domainName, endpointConfiguration, securityPolicy, tags }, { apigateway }) {
    await apigateway.createDomainName({
      domainName,
      endpointConfiguration: endpointConfiguration && { types: [endpointConfiguration.types as sdk.EndpointType] },
      securityPolicy: securityPolicy as sdk.SecurityPolicy,
      tags,
    });
    return domainName;
  },

  async read(domainName, aws) {
    const live = await unless(notFound, aws.apigateway.getDomainName({ domainName }));
    if (!live) return undefined;
    return {
      domainName,
      endpointConfiguration: { types: live.endpointConfiguration?.types?.[0] ?? "REGIONAL" },
      routingMode: live.routingMode,
      securityPolicy: live.securityPolicy,
      tags: live.tags ?? {},
      arn: formatArn(aws, `/domainnames/${domainName}`),
      certificateUploadDate: timestamp(live.certificateUploadDate) ?? "",
      cloudfrontDomainName: live.distributionDomainName ?? "",
      cloudfrontZoneId: live.distributionHostedZoneId ?? "",
      domainNameId: live.domainNameId ?? "",
      regionalDomainName: live.regionalDomainName ?? "",
      regionalZoneId: live.regionalHostedZoneId ?? "",
    };
  },

  async delete(domainName, { apigateway }) {
    await unless(notFound, apigateway.deleteDomainName({ domainName }));
  },
});
