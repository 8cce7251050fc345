import { type TypeRows } from "../../schema";
import { at } from "../given";
import { api, page } from "../pages";

const read = page("AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify");
const origin = (more: object) => ({ originId: "o", domainName: "a.example.com", ...more });
const reading = (originReadTimeout: number) => ({
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: "https-only",
    originSslProtocols: ["TLSv1.2"],
    originReadTimeout,
  },
});
const comment =
  (operation: string) =>
  (type: string): TypeRows => ({
    type,
    source: api("cloudfront", operation),
    rows: [{ at: "comment", maxLength: 128, good: "orders", bad: "a".repeat(129) }],
  });

/** What sentences of the API models say of distributions. */
export const distributionSentences: readonly TypeRows[] = [
  comment("CachePolicyConfig")("aws:cloudfront/cachePolicy:CachePolicy"),
  comment("OriginRequestPolicyConfig")("aws:cloudfront/originRequestPolicy:OriginRequestPolicy"),
  comment("ResponseHeadersPolicyConfig")("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"),
  {
    type: "aws:cloudfront/distribution:Distribution",
    source: read,
    rows: [
      at(
        "origins[]",
        "an answer is complete no earlier than an origin may be silent",
        {
          ordered: [["customOriginConfig.originReadTimeout", "<=", "responseCompletionTimeout"]],
          source: api("cloudfront", "Origin"),
        },
        origin({ ...reading(30), responseCompletionTimeout: 30 }),
        origin({ ...reading(30), responseCompletionTimeout: 20 }),
      ),
      ...["defaultCacheBehavior", "orderedCacheBehaviors[]"].map((path) =>
        at(
          path,
          "where all headers are forwarded nothing is cached: minTtl is 0",
          {
            if: {
              required: ["forwardedValues.headers"],
              properties: { "forwardedValues.headers": { contains: { const: "*" } } },
            },
            then: { properties: { minTtl: { maximum: 0 } } },
            source: api("cloudfront", "DefaultCacheBehavior"),
          },
          { minTtl: 0, forwardedValues: { headers: ["*"] } },
          { minTtl: 5, forwardedValues: { headers: ["*"] } },
        ),
      ),
    ],
  },
  {
    type: "aws:cloudfront/keyGroup:KeyGroup",
    source: api("cloudfront", "CreateKeyGroup"),
    rows: [at("items", "a group has at least one key", { minItems: 1 }, ["K1"], [])],
  },
  {
    type: "aws:cloudfront/distributionTenant:DistributionTenant",
    source: api("cloudfront", "UpdateDistributionTenant"),
    rows: [
      at(
        "domains",
        "a tenant has at most 5 domains",
        { maxItems: 5 },
        [{ domain: "a.example.com" }],
        Array.from({ length: 6 }, (_, n) => ({ domain: `a${n}.example.com` })),
      ),
    ],
  },
];
