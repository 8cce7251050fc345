import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { only } from "../together";

const guide = (name: string) => page(`AmazonCloudFront/latest/DeveloperGuide/${name}`);
const edge = (region: string, version: string) => `arn:aws:lambda:${region}:111122223333:function:f${version}`;
const methods = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

/** What a cache behaviour has, the default one and each further one. */
const behavior = (at: string): readonly Row[] => [
  {
    at,
    fact: "trustedKeyGroups and trustedSigners exclude each other",
    dependentExcluded: { trustedKeyGroups: ["trustedSigners[]"] },
    source: guide("PrivateContent"),
    good: { trustedKeyGroups: ["k"] },
    bad: { trustedKeyGroups: ["k"], trustedSigners: ["self"] },
  },
  {
    at: `${at}.trustedSigners[]`,
    fact: "a signer is self or an account of twelve digits",
    pattern: "^(self|\\d{12})$",
    good: "self",
    bad: "me",
  },
  {
    at: `${at}.lambdaFunctionAssociations[].lambdaArn`,
    fact: "a function at the edge is in us-east-1",
    not: { pattern: "^arn:[^:]*:lambda:(?!us-east-1:)" },
    source: guide("lambda-at-edge-function-restrictions"),
    good: edge("us-east-1", ":1"),
    bad: edge("eu-west-1", ":1"),
  },
  {
    at: `${at}.lambdaFunctionAssociations[].lambdaArn`,
    fact: "a function at the edge is named by the ARN of a numbered version",
    not: { pattern: "^arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]+(:(\\$LATEST|.*[^\\d].*))?$" },
    source: guide("lambda-at-edge-function-restrictions"),
    good: edge("us-east-1", ":1"),
    bad: edge("us-east-1", ":live"),
  },
  {
    at: `${at}.lambdaFunctionAssociations[]`,
    fact: "a function sees the body of requests only",
    when: { includeBody: true },
    properties: { eventType: { enum: ["viewer-request", "origin-request"] } },
    source: guide("lambda-include-body-access"),
    good: { eventType: "origin-request", includeBody: true, lambdaArn: edge("us-east-1", ":1") },
    bad: { eventType: "origin-response", includeBody: true, lambdaArn: edge("us-east-1", ":1") },
  },
  {
    at,
    fact: "field-level encryption needs POST and PUT among the allowedMethods",
    when: { fieldLevelEncryptionId: {} },
    properties: { allowedMethods: { contains: { enum: ["POST", "PUT"] } } },
    source: guide("field-level-encryption"),
    good: { fieldLevelEncryptionId: "e", allowedMethods: methods },
    bad: { fieldLevelEncryptionId: "e", allowedMethods: ["GET", "HEAD"] },
  },
  {
    at,
    fact: "gRPC needs POST among the allowedMethods",
    when: { "grpcConfig.enabled": true },
    properties: { allowedMethods: { contains: { const: "POST" } } },
    source: guide("distribution-using-grpc"),
    good: { grpcConfig: { enabled: true }, allowedMethods: methods },
    bad: { grpcConfig: { enabled: true }, allowedMethods: ["GET", "HEAD"] },
  },
  {
    at,
    fact: "an originRequestPolicyId and forwardedValues exclude each other",
    dependentExcluded: { forwardedValues: ["originRequestPolicyId"] },
    good: { cachePolicyId: "c", originRequestPolicyId: "o" },
    bad: { forwardedValues: { queryString: false, cookies: { forward: "none" } }, originRequestPolicyId: "o" },
  },
  {
    at,
    fact: "a cached method is an allowed one",
    memberOf: [["cachedMethods[]", "allowedMethods[]"]],
    good: { allowedMethods: ["GET", "HEAD", "OPTIONS"], cachedMethods: ["GET", "HEAD", "OPTIONS"] },
    bad: { allowedMethods: ["GET", "HEAD"], cachedMethods: ["GET", "HEAD", "OPTIONS"] },
  },
  {
    at,
    fact: "minTtl is not above defaultTtl, nor that above maxTtl",
    ordered: [
      ["minTtl", "<=", "defaultTtl"],
      ["defaultTtl", "<=", "maxTtl"],
      ["minTtl", "<=", "maxTtl"],
    ],
    good: { minTtl: 0, defaultTtl: 60, maxTtl: 3600 },
    bad: { minTtl: 0, defaultTtl: 7200, maxTtl: 3600 },
  },
];

/** Headers that CloudFront adds to no request to an origin. */
const requestHeaders =
  "Cache-Control|Connection|Content-Length|Cookie|Host|If-Match|If-Modified-Since|If-None-Match|If-Range|If-Unmodified-Since|Max-Forwards|Pragma|Proxy-Auth[a-z]*|Proxy-Connection|Range|Request-Range|TE|Trailer|Transfer-Encoding|Upgrade|Via|X-Real-Ip|X-Amz-.*|X-Edge-.*";

/** Headers that a policy neither sets nor takes away. */
const responseHeaders =
  "Connection|Content-Encoding|Content-Length|Expect|Host|Keep-Alive|Proxy-Authenticate|Proxy-Authorization|Proxy-Connection|Trailer|Transfer-Encoding|Upgrade|Via|Warning|X-Accel-.*|X-Amz-Cf-.*|X-Amzn-.*|X-Cache.*|X-Edge-.*|X-Forwarded-Proto|X-Real-Ip";

/** An expression for any of several names, whatever the case of their letters. */
const anyCase = (names: string): string =>
  `^(${names.replace(/(?<!\[)[A-Za-z](?![^[]*\])/g, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`)})$`;

const distribution: TypeRows = {
  type: "aws:cloudfront/distribution:Distribution",
  source: api("cloudfront", "DistributionConfig"),
  rows: [
    ...behavior("defaultCacheBehavior"),
    ...behavior("orderedCacheBehaviors[]"),
    {
      at: "aliases",
      fact: "no alias stands twice",
      uniqueItems: true,
      good: ["a.example.com"],
      bad: ["a.example.com", "a.example.com"],
    },
    {
      at: "orderedCacheBehaviors",
      fact: "no two behaviours have one pathPattern",
      uniqueKeys: ["pathPattern"],
      good: [{ pathPattern: "/a/*" }, { pathPattern: "/b/*" }],
      bad: [{ pathPattern: "/a/*" }, { pathPattern: "/a/*" }],
    },
    only(
      "a staging distribution has no continuousDeploymentPolicyId",
      { staging: true },
      ["continuousDeploymentPolicyId"],
      {
        source: guide("continuous-deployment"),
      },
    )({ enabled: true }, { continuousDeploymentPolicyId: "p" }, { staging: true, continuousDeploymentPolicyId: "p" }),
    only("a staging distribution has no aliases", { staging: true }, ["aliases[]"], {
      source: guide("continuous-deployment"),
    })(
      {
        enabled: true,
        viewerCertificate: {
          acmCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/c",
          sslSupportMethod: "sni-only",
        },
      },
      { aliases: ["a.example.com"] },
      { staging: true, aliases: ["a.example.com"] },
    ),
    {
      at: "",
      fact: "gRPC needs an httpVersion with HTTP/2",
      when: { "defaultCacheBehavior.grpcConfig.enabled": true },
      properties: { httpVersion: { enum: ["http2", "http2and3"] } },
      source: guide("distribution-using-grpc"),
      good: { defaultCacheBehavior: { grpcConfig: { enabled: true } }, httpVersion: "http2" },
      bad: { defaultCacheBehavior: { grpcConfig: { enabled: true } }, httpVersion: "http1.1" },
    },
    only("a restrictionType of none has no locations", { "restrictions.geoRestriction.restrictionType": "none" }, [
      "restrictions.geoRestriction.locations[]",
    ])(
      { enabled: true },
      { restrictions: { geoRestriction: { restrictionType: "none" } } },
      { restrictions: { geoRestriction: { restrictionType: "none", locations: ["DE"] } } },
    ),
    {
      at: "origins[].customHeaders[].name",
      fact: "it is a header that CloudFront can add",
      not: { pattern: anyCase(requestHeaders) },
      source: guide("add-origin-custom-headers"),
      good: "X-Origin-Secret",
      bad: "Cache-Control",
    },
    {
      at: "origins[].customHeaders",
      fact: "no header stands twice",
      uniqueKeys: ["name"],
      good: [{ name: "X-A", value: "1" }],
      bad: [
        { name: "X-A", value: "1" },
        { name: "X-A", value: "2" },
      ],
    },
    {
      at: "originGroups[].failoverCriteria.statusCodes[]",
      enum: [400, 403, 404, 405, 410, 414, 416, 429, 500, 502, 503, 504],
      source: guide("high_availability_origin_failover"),
      good: 503,
      bad: 501,
    },
    {
      at: "",
      fact: "an origin group has another originId than the origins",
      uniqueAcross: ["origins[].originId", "originGroups[].originId"],
      good: { origins: [{ originId: "a" }], originGroups: [{ originId: "g" }] },
      bad: { origins: [{ originId: "a" }], originGroups: [{ originId: "a" }] },
    },
    {
      at: "origins[].originShield.originShieldRegion",
      fact: "it is a Region with Origin Shield",
      enum: "us-east-1 us-east-2 us-west-2 ap-south-1 ap-northeast-1 ap-northeast-2 ap-southeast-1 ap-southeast-2 eu-central-1 eu-west-1 eu-west-2 sa-east-1 me-central-1".split(
        " ",
      ),
      source: guide("origin-shield"),
      good: "eu-west-1",
      bad: "eu-north-1",
    },
    {
      at: "origins[].customOriginConfig.originKeepaliveTimeout",
      minimum: 1,
      maximum: 300,
      source: measured,
      good: 60,
      bad: 301,
    },
    {
      at: "origins[]",
      fact: "the website of a bucket is a custom origin",
      if: { properties: { domainName: { pattern: "\\.s3-website[.-]" } }, required: ["domainName"] },
      then: { excluded: ["s3OriginConfig"] },
      source: guide("DownloadDistS3AndCustomOrigins"),
      good: {
        originId: "o",
        domainName: "b.s3.eu-west-1.amazonaws.com",
        s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" },
      },
      bad: {
        originId: "o",
        domainName: "b.s3-website-eu-west-1.amazonaws.com",
        s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" },
      },
    },
    {
      at: "viewerCertificate",
      fact: "sni-only needs TLSv1 or newer",
      when: { sslSupportMethod: "sni-only" },
      properties: { minimumProtocolVersion: { not: { const: "SSLv3" } } },
      good: {
        acmCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/c",
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: "TLSv1.2_2021",
      },
      bad: {
        acmCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/c",
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: "SSLv3",
      },
    },
    {
      at: "viewerCertificate.sslSupportMethod",
      fact: "no new distribution has dedicated addresses (vip)",
      not: { const: "vip" },
      source: measured,
      good: "sni-only",
      bad: "vip",
    },
  ],
};

const name = (type: string): TypeRows => ({
  type,
  source: api("cloudfront", "CreateCachePolicy"),
  rows: [
    {
      at: "name",
      fact: "the name of a policy has letters, digits, hyphens and underscores, 128 at most",
      pattern: "^[A-Za-z0-9_-]{1,128}$",
      source: measured,
      good: "my-policy",
      bad: "my policy",
    },
  ],
});

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
          fact: "no header stands twice",
          uniqueKeys: ["header"],
          good: [{ header: "X-Team" }],
          bad: [{ header: "X-Team" }, { header: "X-Team" }],
        },
      ]),
      {
        at: "serverTimingHeadersConfig",
        fact: "a Server-Timing header that is on has a samplingRate",
        when: { enabled: true },
        required: ["samplingRate"],
        good: { enabled: true, samplingRate: 10 },
        bad: { enabled: true },
      },
      {
        at: "securityHeadersConfig.xssProtection",
        fact: "a reportUri needs the protection on",
        when: { reportUri: {} },
        properties: { protection: { const: true } },
        good: { override: true, protection: true, reportUri: "https://a.example.com" },
        bad: { override: true, protection: false, reportUri: "https://a.example.com" },
      },
      {
        at: "corsConfig.accessControlAllowMethods.items",
        fact: "ALL stands alone",
        if: { contains: { const: "ALL" } },
        then: { maxItems: 1 },
        good: ["ALL"],
        bad: ["ALL", "GET"],
      },
    ],
  },
];

const traffic = (type: string, own: string, value: object): Row => ({
  at: "trafficConfig",
  fact: `a trafficConfig of ${type} has ${own}`,
  when: { type },
  required: [own],
  good: { type, [own]: value },
  bad: { type },
});

const others: readonly TypeRows[] = [
  {
    type: "aws:cloudfront/continuousDeploymentPolicy:ContinuousDeploymentPolicy",
    source: api("cloudfront", "TrafficConfig"),
    rows: [
      traffic("SingleWeight", "singleWeightConfig", { weight: 0.1 }),
      traffic("SingleHeader", "singleHeaderConfig", { header: "aws-cf-cd-test", value: "x" }),
      { at: "trafficConfig.singleWeightConfig.weight", minimum: 0, maximum: 0.15, good: 0.15, bad: 0.2 },
      {
        at: "trafficConfig.singleHeaderConfig.header",
        fact: "the header begins with aws-cf-cd-",
        pattern: "^[Aa][Ww][Ss]-[Cc][Ff]-[Cc][Dd]-",
        good: "aws-cf-cd-test",
        bad: "x-test",
      },
      {
        at: "trafficConfig.singleWeightConfig.sessionStickinessConfig",
        fact: "idleTtl is not above maximumTtl",
        ordered: [["idleTtl", "<=", "maximumTtl"]],
        good: { idleTtl: 300, maximumTtl: 600 },
        bad: { idleTtl: 900, maximumTtl: 600 },
      },
      ...(["idleTtl", "maximumTtl"] as const).map((key) => ({
        at: `trafficConfig.singleWeightConfig.sessionStickinessConfig.${key}`,
        minimum: 300,
        maximum: 3600,
        good: 300,
        bad: 60,
      })),
      {
        at: "stagingDistributionDnsNames.items",
        fact: "a policy has one staging distribution",
        maxItems: 1,
        good: ["a.cloudfront.net"],
        bad: ["a.cloudfront.net", "b.cloudfront.net"],
      },
    ],
  },
  {
    type: "aws:cloudfront/keyGroup:KeyGroup",
    source: api("cloudfront", "KeyGroupConfig"),
    rows: [{ at: "items", fact: "no key stands twice", uniqueItems: true, good: ["k1", "k2"], bad: ["k1", "k1"] }],
  },
  {
    type: "aws:cloudfront/publicKey:PublicKey",
    source: api("cloudfront", "PublicKeyConfig"),
    rows: [
      {
        at: "encodedKey",
        fact: "it is a public key in PEM",
        pattern: "-----BEGIN PUBLIC KEY-----",
        good: "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n",
        bad: "ssh-rsa AAAA",
      },
    ],
  },
  {
    type: "aws:cloudfront/anycastIpList:AnycastIpList",
    source: api("cloudfront", "CreateAnycastIpList"),
    rows: [{ at: "ipCount", enum: [3, 21], good: 21, bad: 5 }],
  },
  {
    type: "aws:cloudfront/function:Function",
    source: guide("kvs-with-functions"),
    rows: [
      only("key value stores are for cloudfront-js-2.0", { runtime: "cloudfront-js-1.0" }, [
        "keyValueStoreAssociations[]",
      ])(
        {
          name: "f",
          code: "function handler(event) { return event.request; }",
          keyValueStoreAssociations: ["arn:aws:cloudfront::111122223333:key-value-store/k"],
        },
        { runtime: "cloudfront-js-2.0" },
        { runtime: "cloudfront-js-1.0" },
      ),
    ],
  },
  {
    type: "aws:cloudfront/vpcOrigin:VpcOrigin",
    source: api("cloudfront", "VpcOriginEndpointConfig"),
    rows: [
      {
        at: "vpcOriginEndpointConfig.arn",
        fact: "a VPC origin is a load balancer or an instance",
        not: { pattern: "^arn:[^:]*:(?!elasticloadbalancing:|ec2:)" },
        good: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/0123456789abcdef",
        bad: "arn:aws:lambda:eu-west-1:111122223333:function:f",
      },
      {
        at: "vpcOriginEndpointConfig",
        fact: "an origin that is called over HTTPS has originSslProtocols",
        when: { originProtocolPolicy: ["https-only", "match-viewer"] },
        required: ["originSslProtocols.items[]"],
        good: { originProtocolPolicy: "https-only", originSslProtocols: { items: ["TLSv1.2"], quantity: 1 } },
        bad: { originProtocolPolicy: "https-only" },
      },
    ],
  },
];

/** CloudFront: settings that go together, or do not. */
export const cloudfrontCombinations: readonly TypeRows[] = [distribution, ...policies, ...others];
