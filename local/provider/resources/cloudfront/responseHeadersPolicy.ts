import type * as sdk from "@aws-sdk/client-cloudfront";
import type * as pulumiAws from "@pulumi/aws/cloudfront/responseHeadersPolicy";
import { unless } from "../../frame/errors";
import { wordCharacters } from "../../frame/names";
import { optional, withRule } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { items, listed } from "./shared";

const notFound = ["NoSuchResponseHeadersPolicy"];
const renames = { xssProtection: "XSSProtection" };
const notApplied = "not applied locally";

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateResponseHeadersPolicy.html */
export const ResponseHeadersPolicy = resourceType<pulumiAws.ResponseHeadersPolicyArgs, pulumiAws.ResponseHeadersPolicy>(
  {
    token: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    name: { property: "name", maxLength: 128, ...wordCharacters },
    global: true,
    properties: {
      ...optional("comment", "name", "securityHeadersConfig"),
      ...withRule({ notEmulated: notApplied }, "corsConfig", "removeHeadersConfig", "serverTimingHeadersConfig"),
      customHeadersConfig: { unordered: true },
    },
    outputs: { arn: "stable", etag: "changes" },

    async create(props, { cloudfront }) {
      const { ResponseHeadersPolicy: made } = await cloudfront.createResponseHeadersPolicy({
        ResponseHeadersPolicyConfig: toConfig(props),
      });
      return made!.Id!;
    },

    async read(Id, aws) {
      const found = await unless(notFound, aws.cloudfront.getResponseHeadersPolicy({ Id }));
      const config = found?.ResponseHeadersPolicy?.ResponseHeadersPolicyConfig;
      if (!config) return undefined;
      const { accountId } = await aws.callerIdentity();
      const custom = listed(config.CustomHeadersConfig);
      return {
        arn: `arn:${aws.partition.name}:cloudfront::${accountId}:response-headers-policy/${Id}`,
        etag: found.ETag,
        comment: config.Comment || undefined,
        customHeadersConfig: custom && { items: fromAws(custom) },
        name: config.Name,
        securityHeadersConfig: fromAws(config.SecurityHeadersConfig, renames),
      };
    },

    async update(Id, props, _old, { cloudfront }) {
      const { ETag } = await cloudfront.getResponseHeadersPolicy({ Id });
      await cloudfront.updateResponseHeadersPolicy({
        Id,
        IfMatch: ETag,
        ResponseHeadersPolicyConfig: toConfig(props),
      });
    },

    async delete(Id, { cloudfront }) {
      const found = await unless(notFound, cloudfront.getResponseHeadersPolicy({ Id }));
      if (found) await unless(notFound, cloudfront.deleteResponseHeadersPolicy({ Id, IfMatch: found.ETag }));
    },
  },
);

function toConfig(props: Inputs<pulumiAws.ResponseHeadersPolicyArgs>): sdk.ResponseHeadersPolicyConfig {
  const { name, comment = "", customHeadersConfig: custom, securityHeadersConfig } = props;
  return {
    Name: name,
    Comment: comment,
    SecurityHeadersConfig: securityHeadersConfig && toAws(securityHeadersConfig, renames),
    CustomHeadersConfig: custom?.items && items(toAws<sdk.ResponseHeadersPolicyCustomHeader[]>(custom.items)),
  };
}
