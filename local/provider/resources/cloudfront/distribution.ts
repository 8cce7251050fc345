import type { Distribution as DistributionResource, DistributionArgs } from "@pulumi/aws/cloudfront/distribution";
import { randomUUID } from "node:crypto";
import { unless } from "../../frame/errors";
import { changing, optional, stable, withRule } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { tagList, timestamp } from "../../frame/shapes";
import { configIn, toConfig } from "./distributionConfig";
import { readTags, tagging } from "./shared";

const notFound = ["NoSuchDistribution"];
/** The hosted zone of every distribution's domain. */
const HOSTED_ZONE = "Z2FDTNDATAQYW2";
const notApplied = "not applied locally";

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistribution.html */
export const Distribution = resourceType<DistributionArgs, DistributionResource>({
  token: "aws:cloudfront/distribution:Distribution",
  global: true,
  properties: {
    ...withRule({ required: true, unordered: true }, "defaultCacheBehavior", "origins"),
    ...withRule({ required: true }, "enabled", "restrictions", "viewerCertificate"),
    ...optional("comment", "defaultRootObject", "loggingConfig", "orderedCacheBehaviors", "webAclId"),
    ...withRule({ notEmulated: notApplied }, "anycastIpListId", "cacheTagConfig", "connectionFunctionAssociation"),
    ...withRule({ notEmulated: notApplied }, "viewerMtlsConfig"),
    aliases: { unordered: true, idle: "the distribution is found by its own domain" },
    continuousDeploymentPolicyId: { computed: true, notEmulated: notApplied },
    customErrorResponses: { unordered: true },
    httpVersion: { default: "http2" },
    isIpv6Enabled: { default: false },
    originGroups: { unordered: true },
    priceClass: { default: "PriceClass_All" },
    retainOnDelete: { default: false },
    staging: { default: false, replace: true },
    tags,
    waitForDeployment: { default: true },
  },
  outputs: {
    ...stable("arn", "callerReference", "domainName", "hostedZoneId"),
    ...changing("etag", "inProgressValidationBatches", "lastModifiedTime", "loggingV1Enabled", "status"),
    ...changing("trustedKeyGroups", "trustedSigners"),
  },
  async create(props, { cloudfront }) {
    const { Distribution: made } = await cloudfront.createDistributionWithTags({
      DistributionConfigWithTags: {
        DistributionConfig: toConfig(props, randomUUID()),
        Tags: { Items: tagList(props.tags) },
      },
    });
    return made!.Id!;
  },

  async read(Id, aws) {
    const found = await unless(notFound, aws.cloudfront.getDistribution({ Id }));
    const live = found?.Distribution;
    if (!found || !live?.DistributionConfig) return undefined;
    return {
      ...configIn(live.DistributionConfig),
      arn: live.ARN,
      callerReference: live.DistributionConfig.CallerReference,
      domainName: live.DomainName,
      etag: found.ETag,
      hostedZoneId: HOSTED_ZONE,
      inProgressValidationBatches: live.InProgressInvalidationBatches ?? 0,
      lastModifiedTime: timestamp(live.LastModifiedTime),
      loggingV1Enabled: live.DistributionConfig.Logging?.Enabled ?? false,
      status: live.Status,
      trustedKeyGroups: [],
      trustedSigners: [],
      tags: await readTags(live.ARN!, aws),
    };
  },

  async update(Id, props, old, aws) {
    const { ETag } = await aws.cloudfront.getDistributionConfig({ Id });
    const DistributionConfig = toConfig(props, old.callerReference ?? "");
    await aws.cloudfront.updateDistribution({ Id, IfMatch: ETag, DistributionConfig });
  },

  tagging,

  async delete(Id, { cloudfront }) {
    const found = await unless(notFound, cloudfront.getDistributionConfig({ Id }));
    if (!found) return;
    // CloudFront deletes only disabled distributions.
    const DistributionConfig = { ...found.DistributionConfig!, Enabled: false };
    const { ETag } = await cloudfront.updateDistribution({ Id, IfMatch: found.ETag, DistributionConfig });
    await cloudfront.deleteDistribution({ Id, IfMatch: ETag });
  },
});
