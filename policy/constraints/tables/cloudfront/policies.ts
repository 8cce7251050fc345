import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";

const realtimeFields =
  "timestamp c-ip s-ip time-to-first-byte sc-status sc-bytes cs-method cs-protocol cs-host cs-uri-stem cs-bytes x-edge-location x-edge-request-id x-host-header time-taken cs-protocol-version c-ip-version cs-user-agent cs-referer cs-cookie cs-uri-query x-edge-response-result-type x-forwarded-for ssl-protocol ssl-cipher x-edge-result-type fle-encrypted-fields fle-status sc-content-type sc-content-len sc-range-start sc-range-end c-port x-edge-detailed-result-type c-country cs-accept-encoding cs-accept cache-behavior-path-pattern cs-headers cs-header-names cs-headers-count primary-distribution-id primary-distribution-dns-name origin-fbl origin-lbl asn cmcd-encoded-bitrate cmcd-buffer-length cmcd-buffer-starvation cmcd-content-id cmcd-object-duration cmcd-deadline cmcd-measured-throughput cmcd-next-object-request cmcd-next-range-request cmcd-object-type cmcd-playback-rate cmcd-requested-maximum-throughput cmcd-streaming-format cmcd-session-id cmcd-stream-type cmcd-startup cmcd-top-bitrate cmcd-version sr-reason r-host x-edge-mqcs distribution-tenant-id connection-id viewer-request-log-data viewer-response-log-data origin-request-log-data origin-response-log-data".split(
    " ",
  );

const needsItems = (
  config: string,
  behavior: string,
  list: string,
  behaviors: readonly string[],
  other: string,
): readonly Row[] => [
  {
    at: config,
    fact: `${behavior} ${behaviors.join(" or ")} needs ${list}`,
    when: { [behavior]: behaviors },
    required: [`${list}.items[]`],
    good: { [behavior]: behaviors[0], [list]: { items: ["a"] } },
    bad: { [behavior]: behaviors[0] },
  },
  {
    at: config,
    fact: `${behavior} ${other} takes no ${list}`,
    when: { [behavior]: other },
    excluded: [`${list}.items[]`],
    good: { [behavior]: other },
    bad: { [behavior]: other, [list]: { items: ["a"] } },
  },
];

/** CloudFront. */
export const cloudfrontPolicies: readonly TypeRows[] = [
  {
    type: "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
    source: api("cloudfront", "OriginRequestPolicyQueryStringsConfig"),
    rows: [
      ...needsItems("queryStringsConfig", "queryStringBehavior", "queryStrings", ["whitelist", "allExcept"], "all"),
      ...needsItems("cookiesConfig", "cookieBehavior", "cookies", ["whitelist", "allExcept"], "all"),
      ...needsItems(
        "headersConfig",
        "headerBehavior",
        "headers",
        ["whitelist", "allViewerAndWhitelistCloudFront", "allExcept"],
        "none",
      ),
      {
        at: "queryStringsConfig.queryStringBehavior",
        enum: ["none", "whitelist", "all", "allExcept"],
        good: "all",
        bad: "some",
      },
      { at: "cookiesConfig.cookieBehavior", enum: ["none", "whitelist", "all", "allExcept"], good: "all", bad: "some" },
      {
        at: "headersConfig.headerBehavior",
        enum: ["none", "whitelist", "allViewer", "allViewerAndWhitelistCloudFront", "allExcept"],
        good: "allViewer",
        bad: "all",
      },
    ],
  },
  {
    type: "aws:cloudfront/cachePolicy:CachePolicy",
    source: api("cloudfront", "CachePolicyConfig"),
    rows: [
      ...needsItems(
        "parametersInCacheKeyAndForwardedToOrigin.queryStringsConfig",
        "queryStringBehavior",
        "queryStrings",
        ["whitelist", "allExcept"],
        "all",
      ),
      ...needsItems(
        "parametersInCacheKeyAndForwardedToOrigin.cookiesConfig",
        "cookieBehavior",
        "cookies",
        ["whitelist", "allExcept"],
        "all",
      ),
      ...needsItems(
        "parametersInCacheKeyAndForwardedToOrigin.headersConfig",
        "headerBehavior",
        "headers",
        ["whitelist"],
        "none",
      ),
      {
        at: "parametersInCacheKeyAndForwardedToOrigin.headersConfig.headerBehavior",
        enum: ["none", "whitelist"],
        good: "none",
        bad: "allViewer",
      },
      {
        at: "",
        fact: "minTtl is not above defaultTtl, nor that above maxTtl",
        ordered: [
          ["minTtl", "<=", "defaultTtl"],
          ["defaultTtl", "<=", "maxTtl"],
          ["minTtl", "<=", "maxTtl"],
        ],
        good: { minTtl: 0, defaultTtl: 60, maxTtl: 60 },
        bad: { minTtl: 10, defaultTtl: 5, maxTtl: 60 },
      },
    ],
  },
  {
    type: "aws:cloudfront/realtimeLogConfig:RealtimeLogConfig",
    source: page("AmazonCloudFront/latest/DeveloperGuide/real-time-logs"),
    rows: [
      {
        at: "fields[]",
        fact: "a field is one of CloudFront's real-time log fields",
        enum: realtimeFields,
        good: "c-ip",
        bad: "client-ip",
      },
      { at: "fields", minItems: 1, good: ["timestamp"], bad: [] },
      {
        at: "samplingRate",
        minimum: 1,
        maximum: 100,
        source: api("cloudfront", "CreateRealtimeLogConfig"),
        good: 100,
        bad: 101,
      },
      {
        at: "endpoint.streamType",
        const: "Kinesis",
        source: api("cloudfront", "EndPoint"),
        good: "Kinesis",
        bad: "Firehose",
      },
    ],
  },
  {
    type: "aws:cloudfront/function:Function",
    source: api("cloudfront", "CreateFunction"),
    rows: [
      { at: "runtime", enum: ["cloudfront-js-1.0", "cloudfront-js-2.0"], good: "cloudfront-js-2.0", bad: "nodejs24.x" },
      {
        at: "name",
        fact: "a name has letters, digits, hyphens and underscores, 64 at most",
        pattern: "^[a-zA-Z0-9-_]{1,64}$",
        good: "rewrite",
        bad: "my function",
      },
      {
        at: "keyValueStoreAssociations",
        maxItems: 1,
        source: page("AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits"),
        good: ["arn:aws:cloudfront::111122223333:key-value-store/a"],
        bad: [
          "arn:aws:cloudfront::111122223333:key-value-store/a",
          "arn:aws:cloudfront::111122223333:key-value-store/b",
        ],
      },
    ],
  },
  {
    type: "aws:cloudfront/originAccessControl:OriginAccessControl",
    source: api("cloudfront", "OriginAccessControlConfig"),
    rows: [
      {
        at: "originAccessControlOriginType",
        enum: ["s3", "mediastore", "mediapackagev2", "lambda"],
        good: "lambda",
        bad: "ec2",
      },
      { at: "signingBehavior", enum: ["always", "never", "no-override"], good: "always", bad: "sometimes" },
      { at: "signingProtocol", const: "sigv4", good: "sigv4", bad: "sigv2" },
      { at: "name", maxLength: 64, good: "a", bad: "a".repeat(65) },
      { at: "description", maxLength: 256, good: "a", bad: "a".repeat(257) },
    ],
  },
  {
    type: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    source: api("cloudfront", "ResponseHeadersPolicyConfig"),
    rows: [
      {
        at: "securityHeadersConfig.frameOptions.frameOption",
        enum: ["DENY", "SAMEORIGIN"],
        good: "DENY",
        bad: "ALLOW",
      },
      {
        at: "securityHeadersConfig.referrerPolicy.referrerPolicy",
        enum: [
          "no-referrer",
          "no-referrer-when-downgrade",
          "origin",
          "origin-when-cross-origin",
          "same-origin",
          "strict-origin",
          "strict-origin-when-cross-origin",
          "unsafe-url",
        ],
        good: "same-origin",
        bad: "none",
      },
      {
        at: "corsConfig.accessControlAllowMethods.items[]",
        enum: ["GET", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "HEAD", "ALL"],
        good: "GET",
        bad: "*",
      },
      { at: "serverTimingHeadersConfig.samplingRate", minimum: 0, maximum: 100, good: 100, bad: 101 },
      {
        at: "corsConfig",
        fact: "credentials do not go with the origin *",
        when: { accessControlAllowCredentials: true },
        properties: { "accessControlAllowOrigins.items[]": { not: { const: "*" } } },
        source: "measured",
        good: { accessControlAllowCredentials: true, accessControlAllowOrigins: { items: ["https://a.example"] } },
        bad: { accessControlAllowCredentials: true, accessControlAllowOrigins: { items: ["*"] } },
      },
      {
        at: "securityHeadersConfig.xssProtection",
        fact: "modeBlock and reportUri exclude each other",
        dependentExcluded: { modeBlock: ["reportUri"] },
        source: api("cloudfront", "ResponseHeadersPolicyXSSProtection"),
        good: { override: true, protection: true, modeBlock: true },
        bad: { override: true, protection: true, modeBlock: true, reportUri: "https://a.example" },
      },
    ],
  },
  {
    type: "aws:cloudfront/vpcOrigin:VpcOrigin",
    source: api("cloudfront", "VpcOriginEndpointConfig"),
    rows: ["httpPort", "httpsPort"].map((port) => ({
      at: `vpcOriginEndpointConfig.${port}`,
      fact: "a port of a VPC origin is 80, 443 or 1024 to 65535",
      anyOf: [{ enum: [80, 443] }, { minimum: 1024, maximum: 65535 }],
      good: 8080,
      bad: 81,
    })),
  },
];
