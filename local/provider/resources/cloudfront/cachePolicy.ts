import type * as sdk from "@aws-sdk/client-cloudfront";
import type { CachePolicy as PolicyResource, CachePolicyArgs } from "@pulumi/aws/cloudfront/cachePolicy";
import { unless } from "../../frame/errors";
import { wordCharacters } from "../../frame/names";
import { optional } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { items, listed } from "./shared";

const notFound = ["NoSuchCachePolicy"];
const idle = "nothing is kept: every request reaches the origin";

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateCachePolicy.html */
export const CachePolicy = resourceType<CachePolicyArgs, PolicyResource>({
  token: "aws:cloudfront/cachePolicy:CachePolicy",
  name: { property: "name", maxLength: 128, ...wordCharacters },
  global: true,
  properties: {
    ...optional("comment", "name"),
    defaultTtl: { default: 86_400, idle },
    maxTtl: { default: 31_536_000 },
    minTtl: { default: 0 },
    parametersInCacheKeyAndForwardedToOrigin: { required: true, unordered: true },
  },
  outputs: { arn: "stable", etag: "changes" },

  async create(props, { cloudfront }) {
    const { CachePolicy: made } = await cloudfront.createCachePolicy({ CachePolicyConfig: toConfig(props) });
    return made!.Id!;
  },

  async read(Id, aws) {
    const found = await unless(notFound, aws.cloudfront.getCachePolicy({ Id }));
    const config = found?.CachePolicy?.CachePolicyConfig;
    if (!config) return undefined;
    const { accountId } = await aws.callerIdentity();
    return {
      arn: `arn:${aws.partition.name}:cloudfront::${accountId}:cache-policy/${Id}`,
      etag: found.ETag,
      comment: config.Comment || undefined,
      defaultTtl: config.DefaultTTL,
      maxTtl: config.MaxTTL,
      minTtl: config.MinTTL,
      name: config.Name,
      parametersInCacheKeyAndForwardedToOrigin: parametersIn(config.ParametersInCacheKeyAndForwardedToOrigin!),
    };
  },

  async update(Id, props, _old, { cloudfront }) {
    const { ETag } = await cloudfront.getCachePolicy({ Id });
    await cloudfront.updateCachePolicy({ Id, IfMatch: ETag, CachePolicyConfig: toConfig(props) });
  },

  async delete(Id, { cloudfront }) {
    const found = await unless(notFound, cloudfront.getCachePolicy({ Id }));
    if (found) await unless(notFound, cloudfront.deleteCachePolicy({ Id, IfMatch: found.ETag }));
  },
});

function toConfig(props: Inputs<CachePolicyArgs>): sdk.CachePolicyConfig {
  const given = props.parametersInCacheKeyAndForwardedToOrigin;
  const { headerBehavior = "none", headers } = given.headersConfig;
  const { cookieBehavior, cookies } = given.cookiesConfig;
  const { queryStringBehavior, queryStrings } = given.queryStringsConfig;
  return {
    Name: props.name,
    Comment: props.comment ?? "",
    MinTTL: props.minTtl ?? 0,
    DefaultTTL: props.defaultTtl,
    MaxTTL: props.maxTtl,
    ParametersInCacheKeyAndForwardedToOrigin: {
      EnableAcceptEncodingBrotli: given.enableAcceptEncodingBrotli ?? false,
      EnableAcceptEncodingGzip: given.enableAcceptEncodingGzip ?? false,
      HeadersConfig: {
        HeaderBehavior: headerBehavior as sdk.CachePolicyHeaderBehavior,
        ...(headers && { Headers: items(headers.items) }),
      },
      CookiesConfig: {
        CookieBehavior: cookieBehavior as sdk.CachePolicyCookieBehavior,
        ...(cookies && { Cookies: items(cookies.items) }),
      },
      QueryStringsConfig: {
        QueryStringBehavior: queryStringBehavior as sdk.CachePolicyQueryStringBehavior,
        ...(queryStrings && { QueryStrings: items(queryStrings.items) }),
      },
    },
  };
}

function parametersIn(live: sdk.ParametersInCacheKeyAndForwardedToOrigin) {
  const { HeadersConfig, CookiesConfig, QueryStringsConfig } = live;
  const named = (block: { Items?: string[] } | undefined) => {
    const names = listed(block);
    return names && { items: names };
  };
  return {
    enableAcceptEncodingBrotli: live.EnableAcceptEncodingBrotli ?? false,
    enableAcceptEncodingGzip: live.EnableAcceptEncodingGzip ?? false,
    headersConfig: { headerBehavior: HeadersConfig?.HeaderBehavior, headers: named(HeadersConfig?.Headers) },
    cookiesConfig: { cookieBehavior: CookiesConfig?.CookieBehavior as string, cookies: named(CookiesConfig?.Cookies) },
    queryStringsConfig: {
      queryStringBehavior: QueryStringsConfig?.QueryStringBehavior as string,
      queryStrings: named(QueryStringsConfig?.QueryStrings),
    },
  };
}
