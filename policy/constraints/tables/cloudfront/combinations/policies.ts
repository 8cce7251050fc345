import { type Row, type TypeRows } from "../../../schema";
import { api } from "../../pages";
import { anyCase, guide, name } from "./shared";

/** Headers that a policy neither sets nor takes away. */
const responseHeaders =
  "Connection|Content-Encoding|Content-Length|Expect|Host|Keep-Alive|Proxy-Authenticate|Proxy-Authorization|Proxy-Connection|Trailer|Transfer-Encoding|Upgrade|Via|Warning|X-Accel-.*|X-Amz-Cf-.*|X-Amzn-.*|X-Cache.*|X-Edge-.*|X-Forwarded-Proto|X-Real-Ip";

const compressed = "parametersInCacheKeyAndForwardedToOrigin";

const policies: readonly TypeRows[] = [
  name("aws:cloudfront/cachePolicy:CachePolicy"),
  name("aws:cloudfront/originRequestPolicy:OriginRequestPolicy"),
  name("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"),
  {
    type: "aws:cloudfront/cachePolicy:CachePolicy",
    source: api("cloudfront", "ParametersInCacheKeyAndForwardedToOrigin"),
    rows: [
      {
        at: compressed,
        fact: "with enableAcceptEncodingGzip or Brotli the header Accept-Encoding is not named",
        if: {
          anyOf: [
            { properties: { enableAcceptEncodingGzip: { const: true } }, required: ["enableAcceptEncodingGzip"] },
            { properties: { enableAcceptEncodingBrotli: { const: true } }, required: ["enableAcceptEncodingBrotli"] },
          ],
        },
        then: { properties: { "headersConfig.headers.items[]": { not: { pattern: anyCase("Accept-Encoding") } } } },
        good: {
          enableAcceptEncodingGzip: true,
          headersConfig: { headerBehavior: "whitelist", headers: { items: ["Accept"] } },
        },
        bad: {
          enableAcceptEncodingGzip: true,
          headersConfig: { headerBehavior: "whitelist", headers: { items: ["accept-encoding"] } },
        },
      },
    ],
  },
  {
    type: "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
    source: api("cloudfront", "OriginRequestPolicyHeadersConfig"),
    rows: [
      {
        at: "headersConfig",
        fact: "allViewerAndWhitelistCloudFront names headers that begin with CloudFront-",
        when: { headerBehavior: "allViewerAndWhitelistCloudFront" },
        properties: { "headers.items[]": { pattern: "^[Cc]loud[Ff]ront-" } },
        good: { headerBehavior: "allViewerAndWhitelistCloudFront", headers: { items: ["CloudFront-Viewer-Country"] } },
        bad: { headerBehavior: "allViewerAndWhitelistCloudFront", headers: { items: ["X-Country"] } },
      },
    ],
  },
  {
    type: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    source: api("cloudfront", "ResponseHeadersPolicyConfig"),
    rows: [
      ...(["customHeadersConfig", "removeHeadersConfig"] as const).flatMap((config): Row[] => [
        {
          at: `${config}.items[].header`,
          fact: `it is a header that a policy can ${config === "customHeadersConfig" ? "set" : "remove"}`,
          not: { pattern: anyCase(responseHeaders) },
          source: guide("understanding-response-headers-policies"),
          good: "X-Team",
          bad: "content-length",
        },
        {
          at: `${config}.items`,
          fact: "no header appears twice",
          uniqueKeys: ["header"],
          anyCase: true,
          good: [{ header: "X-Team" }],
          bad: [{ header: "X-Team" }, { header: "x-team" }],
        },
      ]),
      {
        at: "serverTimingHeadersConfig",
        fact: "an enabled Server-Timing header has a samplingRate",
        when: { enabled: true },
        required: ["samplingRate"],
        good: { enabled: true, samplingRate: 10 },
        bad: { enabled: true },
      },
      {
        at: "securityHeadersConfig.xssProtection",
        fact: "a reportUri needs the protection to be on",
        when: { reportUri: {} },
        properties: { protection: { const: true } },
        good: { override: true, protection: true, reportUri: "https://a.example.com" },
        bad: { override: true, protection: false, reportUri: "https://a.example.com" },
      },
      {
        at: "corsConfig.accessControlAllowMethods.items",
        fact: "ALL goes with no other value",
        if: { contains: { const: "ALL" } },
        then: { maxItems: 1 },
        good: ["ALL"],
        bad: ["ALL", "GET"],
      },
    ],
  },
];

/** Policies of caches, origins and headers. */
export const policyRows: readonly TypeRows[] = [...policies];
