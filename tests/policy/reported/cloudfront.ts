import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";
import { cached } from "./distribution";

const distribution = on("aws:cloudfront/distribution:Distribution");
const bucket = { domainName: "orders.s3.eu-west-1.amazonaws.com", customOriginConfig: undefined };
const identity = (originAccessIdentity: string, more: Record<string, unknown> = {}) =>
  cached({}, { ...bucket, s3OriginConfig: { originAccessIdentity }, ...more });
const named = "origin-access-identity/cloudfront/E127EXAMPLE51Z";
const all = { cookiesConfig: { cookieBehavior: "none" }, queryStringsConfig: { queryStringBehavior: "none" } };
const headers = (...items: readonly string[]) => ({
  headersConfig: { headerBehavior: "whitelist", headers: { items } },
});

export const cloudfront: FactsByName = {
  "forwarded-values-and-policy": distribution(
    "what a cache policy says is not said again",
    cached({ forwardedValues: { queryString: false, cookies: { forward: "none" } } }),
    cached({}),
  ),
  "cache-policy-accept-encoding": on("aws:cloudfront/cachePolicy:CachePolicy", {
    ...{ name: "own", minTtl: 1, defaultTtl: 60, maxTtl: 600 },
  })(
    "a cache policy of compressed objects has no Accept-Encoding among its headers",
    {
      parametersInCacheKeyAndForwardedToOrigin: {
        ...{ ...all, ...headers("Accept-Encoding"), enableAcceptEncodingGzip: true },
      },
    },
    {
      parametersInCacheKeyAndForwardedToOrigin: {
        ...{ ...all, ...headers("Accept-Language"), enableAcceptEncodingGzip: true },
      },
    },
  ),
  "origin-request-authorization": on("aws:cloudfront/originRequestPolicy:OriginRequestPolicy", { name: "own", ...all })(
    "an origin request policy hands no Authorization on",
    headers("Authorization"),
    headers("Accept-Language"),
  ),
  "identity-alone": distribution("an identity is named by its path", identity("E127EXAMPLE51Z"), identity(named)),
  "identity-and-control": distribution(
    "an origin has an access control or an identity",
    identity(named, { originAccessControlId: "E2QWRUHAPOMQZL" }),
    cached({}, { ...bucket, originAccessControlId: "E2QWRUHAPOMQZL" }),
  ),
};
