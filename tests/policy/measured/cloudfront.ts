import { cloudfrontPolicies } from "./cloudfrontPolicies";
import { type FactsByName } from "./facts";
import { on } from "./on";

type Arguments = Record<string, unknown>;

const server = { httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] };
const app = { originId: "app", domainName: "app.example.com", customOriginConfig: server };
const bucket = {
  originId: "app",
  domainName: "own.s3.eu-west-1.amazonaws.com",
  originAccessControlId: "E1ABCDEFGHIJKL",
};
const behaviour = {
  targetOriginId: "app",
  viewerProtocolPolicy: "redirect-to-https",
  allowedMethods: ["GET", "HEAD"],
  cachedMethods: ["GET", "HEAD"],
  cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
};
const every = ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"];
const certificate = {
  acmCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/own",
  sslSupportMethod: "sni-only",
  minimumProtocolVersion: "TLSv1.2_2021",
};
const distribution = on("aws:cloudfront/distribution:Distribution", {
  enabled: true,
  origins: [app],
  defaultCacheBehavior: behaviour,
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: certificate,
});
const behaves = (says: string, bad: Arguments, good: Arguments) =>
  distribution(
    says,
    { defaultCacheBehavior: { ...behaviour, ...bad } },
    { defaultCacheBehavior: { ...behaviour, ...good } },
  );
const origin = (says: string, bad: Arguments, good: Arguments) =>
  distribution(says, { origins: [{ ...app, ...bad }] }, { origins: [{ ...app, ...good }] });
const serves = (says: string, bad: Arguments, good: Arguments) =>
  origin(says, { customOriginConfig: { ...server, ...bad } }, { customOriginConfig: { ...server, ...good } });
const errors = (says: string, bad: Arguments, good: Arguments) =>
  distribution(
    says,
    { customErrorResponses: [{ errorCode: 404, ...bad }] },
    { customErrorResponses: [{ errorCode: 404, ...good }] },
  );
const paths = (...patterns: string[]) => ({
  orderedCacheBehaviors: patterns.map((pathPattern) => ({ ...behaviour, pathPattern })),
});
const second = { ...app, originId: "second", domainName: "second.example.com" };
const failover = (group: Arguments) => ({
  origins: [app, second],
  originGroups: [
    {
      originId: "group",
      failoverCriteria: { statusCodes: [502] },
      members: [{ originId: "app" }, { originId: "second" }],
      ...group,
    },
  ],
});
const headers = (...names: string[]) => ({ customHeaders: names.map((name) => ({ name, value: "own" })) });
const edge = (lambdaArn: string) => ({ lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn }] });
const atEdge = "arn:aws:lambda:us-east-1:111122223333:function:f";
const code = (...eventTypes: string[]) => ({
  functionAssociations: eventTypes.map((eventType, i) => ({
    eventType,
    functionArn: `arn:aws:cloudfront::111122223333:function/f${i}`,
  })),
});
const acl = (scope: string) =>
  `arn:aws:wafv2:us-east-1:111122223333:${scope}/webacl/own/11111111-1111-1111-1111-111111111111`;

export const cloudfront: FactsByName = {
  ...cloudfrontPolicies,
  "cloudfront-acm-cert-region": distribution(
    "a certificate of CloudFront is of us-east-1",
    {
      viewerCertificate: {
        ...certificate,
        acmCertificateArn: certificate.acmCertificateArn.replace("us-east-1", "eu-west-1"),
      },
    },
    {},
  ),
  "cloudfront-alias-unique": distribution(
    "a name stands once",
    { aliases: ["a.example.com", "a.example.com"] },
    { aliases: ["a.example.com", "b.example.com"] },
  ),
  "cloudfront-aliases-require-custom-certificate": distribution(
    "own names need an own certificate",
    { aliases: ["a.example.com"], viewerCertificate: { cloudfrontDefaultCertificate: true } },
    { aliases: ["a.example.com"] },
  ),
  "cloudfront-allowed-methods-set": behaves(
    "methods are one of three sets",
    { allowedMethods: ["GET", "HEAD", "POST"] },
    { allowedMethods: ["GET", "HEAD", "OPTIONS"] },
  ),
  "cloudfront-cache-behavior-path-pattern-unique": distribution(
    "a path stands once",
    paths("/a/*", "/a/*"),
    paths("/a/*", "/b/*"),
  ),
  "cloudfront-cache-behavior-target-origin-exists": behaves(
    "a behaviour names an origin of the distribution",
    { targetOriginId: "other" },
    {},
  ),
  "cloudfront-cache-policy-or-forwarded-values-required": behaves(
    "a behaviour has a cache policy",
    { cachePolicyId: undefined },
    {},
  ),
  "cloudfront-cached-methods-subset": behaves(
    "what is cached is allowed",
    { cachedMethods: ["GET", "HEAD", "OPTIONS"] },
    { cachedMethods: ["GET", "HEAD"] },
  ),
  "cloudfront-continuous-deployment-policy-excludes-staging": distribution(
    "the staging distribution has no deployment policy",
    { staging: true, continuousDeploymentPolicyId: "11111111-1111-1111-1111-111111111111" },
    { continuousDeploymentPolicyId: "11111111-1111-1111-1111-111111111111" },
  ),
  "cloudfront-custom-error-response-code": errors(
    "an error is one that CloudFront caches",
    { errorCode: 418 },
    { errorCode: 404 },
  ),
  "cloudfront-custom-error-response-page-path-format": errors(
    "an error page begins with a slash",
    { responseCode: 404, responsePagePath: "404.html" },
    { responseCode: 404, responsePagePath: "/404.html" },
  ),
  "cloudfront-custom-error-response-page-path-pair": errors(
    "an error page has a code",
    { responsePagePath: "/404.html" },
    { responseCode: 404, responsePagePath: "/404.html" },
  ),
  "cloudfront-edge-lambda-region": behaves(
    "a function at the edge is of us-east-1",
    edge(`${atEdge.replace("us-east-1", "eu-west-1")}:1`),
    edge(`${atEdge}:1`),
  ),
  "cloudfront-edge-lambda-version": behaves("a function at the edge has a version", edge(atEdge), edge(`${atEdge}:1`)),
  "cloudfront-field-level-encryption-requires-post": behaves(
    "fields are encrypted in what is posted",
    { fieldLevelEncryptionId: "E1ABCDEFGHIJKL" },
    { fieldLevelEncryptionId: "E1ABCDEFGHIJKL", allowedMethods: every },
  ),
  "cloudfront-function-association-event-type": behaves(
    "a function of CloudFront is not before the origin",
    code("origin-request"),
    code("viewer-request"),
  ),
  "cloudfront-function-association-event-type-unique": behaves(
    "an event has one function of CloudFront",
    code("viewer-request", "viewer-request"),
    code("viewer-request", "viewer-response"),
  ),
  "cloudfront-geo-restriction-country-code": distribution(
    "a country is two capitals",
    { restrictions: { geoRestriction: { restrictionType: "whitelist", locations: ["CHE"] } } },
    { restrictions: { geoRestriction: { restrictionType: "whitelist", locations: ["CH"] } } },
  ),
  "cloudfront-geo-restriction-locations-exclusive": distribution(
    "without restriction there are no countries",
    { restrictions: { geoRestriction: { restrictionType: "none", locations: ["CH"] } } },
    { restrictions: { geoRestriction: { restrictionType: "whitelist", locations: ["CH"] } } },
  ),
  "cloudfront-grpc-requires-http2": distribution(
    "gRPC is over HTTP/2",
    {
      httpVersion: "http1.1",
      defaultCacheBehavior: { ...behaviour, allowedMethods: every, grpcConfig: { enabled: true } },
    },
    {
      httpVersion: "http2",
      defaultCacheBehavior: { ...behaviour, allowedMethods: every, grpcConfig: { enabled: true } },
    },
  ),
  "cloudfront-grpc-requires-post-method": behaves(
    "gRPC posts",
    { grpcConfig: { enabled: true } },
    { grpcConfig: { enabled: true }, allowedMethods: every },
  ),
  "cloudfront-http-version-enum": distribution(
    "a version of HTTP is one of four",
    { httpVersion: "http1.0" },
    { httpVersion: "http2and3" },
  ),
  "cloudfront-lambda-association-event-type-unique": behaves(
    "an event has one function at the edge",
    {
      lambdaFunctionAssociations: [
        { eventType: "viewer-request", lambdaArn: `${atEdge}:1` },
        { eventType: "viewer-request", lambdaArn: `${atEdge}:2` },
      ],
    },
    {
      lambdaFunctionAssociations: [
        { eventType: "viewer-request", lambdaArn: `${atEdge}:1` },
        { eventType: "viewer-response", lambdaArn: `${atEdge}:2` },
      ],
    },
  ),
  "cloudfront-lambda-association-include-body-event-type": behaves(
    "only requests have a body",
    { lambdaFunctionAssociations: [{ eventType: "viewer-response", lambdaArn: `${atEdge}:1`, includeBody: true }] },
    { lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: `${atEdge}:1`, includeBody: true }] },
  ),
  "cloudfront-logging-bucket-format": distribution(
    "logs go to a bucket by its domain",
    { loggingConfig: { bucket: "own" } },
    { loggingConfig: { bucket: "own.s3.amazonaws.com" } },
  ),
  "cloudfront-oac-excludes-origin-access-identity": distribution(
    "a bucket is open to a control or an identity",
    {
      origins: [
        { ...bucket, s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1ABCDEFGHIJKM" } },
      ],
    },
    { origins: [bucket] },
  ),
  "cloudfront-origin-connection-attempts-range": origin(
    "three attempts",
    { connectionAttempts: 4 },
    { connectionAttempts: 3 },
  ),
  "cloudfront-origin-connection-timeout-range": origin(
    "ten seconds to connect",
    { connectionTimeout: 11 },
    { connectionTimeout: 10 },
  ),
  "cloudfront-origin-custom-header-blocklist": origin(
    "some headers are CloudFront's own",
    headers("Host"),
    headers("X-Own"),
  ),
  "cloudfront-origin-custom-header-name-unique": origin(
    "a header stands once, in whatever case",
    headers("X-Own", "x-own"),
    headers("X-Own", "X-Other"),
  ),
  "cloudfront-origin-group-failover-status-codes": distribution(
    "a failover is for some codes",
    failover({ failoverCriteria: { statusCodes: [401] } }),
    failover({ failoverCriteria: { statusCodes: [403] } }),
  ),
  "cloudfront-origin-group-id-collides-with-origin": distribution(
    "a group has an id of its own",
    failover({ originId: "second" }),
    failover({}),
  ),
  "cloudfront-origin-group-member-origin": distribution(
    "members are origins of the distribution",
    failover({ members: [{ originId: "app" }, { originId: "third" }] }),
    failover({}),
  ),
  "cloudfront-origin-http-port-range": serves("a port is 80 or above 1023", { httpPort: 81 }, { httpPort: 8080 }),
  "cloudfront-origin-https-port-range": serves("a port is 443 or above 1023", { httpsPort: 444 }, { httpsPort: 8443 }),
  "cloudfront-origin-id-unique": distribution(
    "an origin has an id of its own",
    { origins: [app, { ...second, originId: "app" }] },
    { origins: [app, second] },
  ),
  "cloudfront-origin-keepalive-timeout-range": serves(
    "a connection is kept for a second at least",
    { originKeepaliveTimeout: 0 },
    { originKeepaliveTimeout: 1 },
  ),
  "cloudfront-origin-path-format": origin("a path ends without a slash", { originPath: "/a/" }, { originPath: "/a" }),
  "cloudfront-origin-protocol-policy-enum": serves(
    "a protocol is one of three",
    { originProtocolPolicy: "https" },
    { originProtocolPolicy: "https-only" },
  ),
  "cloudfront-origin-read-timeout-range": serves(
    "an answer is waited for a second at least",
    { originReadTimeout: 0 },
    { originReadTimeout: 1 },
  ),
  "cloudfront-origin-request-policy-excludes-forwarded-values": behaves(
    "a request policy, or forwarded values",
    {
      cachePolicyId: undefined,
      forwardedValues: { queryString: false, cookies: { forward: "none" } },
      originRequestPolicyId: "216adef6-5c7f-47e4-b989-5492eafa07d3",
    },
    { cachePolicyId: undefined, forwardedValues: { queryString: false, cookies: { forward: "none" } } },
  ),
  "cloudfront-origin-shield-region-required": origin(
    "a shield has a Region",
    { originShield: { enabled: true } },
    { originShield: { enabled: true, originShieldRegion: "eu-west-1" } },
  ),
  "cloudfront-origin-shield-region-supported": origin(
    "a shield is in one of some Regions",
    { originShield: { enabled: true, originShieldRegion: "eu-north-1" } },
    { originShield: { enabled: true, originShieldRegion: "eu-west-1" } },
  ),
  "cloudfront-price-class-enum": distribution(
    "a price class is one of three",
    { priceClass: "PriceClass_300" },
    { priceClass: "PriceClass_200" },
  ),
  "cloudfront-s3-website-endpoint-custom-origin": distribution(
    "a website of a bucket is a server",
    {
      origins: [
        {
          originId: "app",
          domainName: "own.s3-website-eu-west-1.amazonaws.com",
          s3OriginConfig: { originAccessIdentity: "" },
        },
      ],
    },
    {
      origins: [
        {
          originId: "app",
          domainName: "own.s3-website-eu-west-1.amazonaws.com",
          customOriginConfig: { ...server, originProtocolPolicy: "http-only" },
        },
      ],
    },
  ),
  "cloudfront-staging-requires-no-aliases": distribution(
    "the staging distribution has no names",
    { staging: true, aliases: ["a.example.com"] },
    { staging: true },
  ),
  "cloudfront-trusted-key-groups-excludes-trusted-signers": behaves(
    "keys or signers",
    { trustedKeyGroups: ["11111111-1111-1111-1111-111111111111"], trustedSigners: ["self"] },
    { trustedKeyGroups: ["11111111-1111-1111-1111-111111111111"] },
  ),
  "cloudfront-trusted-signers-account-format": behaves(
    "a signer is an account or self",
    { trustedSigners: ["own"] },
    { trustedSigners: ["self"] },
  ),
  "cloudfront-ttl-order": behaves(
    "the least time is not above the most",
    {
      cachePolicyId: undefined,
      forwardedValues: { queryString: false, cookies: { forward: "none" } },
      minTtl: 10,
      maxTtl: 5,
    },
    {
      cachePolicyId: undefined,
      forwardedValues: { queryString: false, cookies: { forward: "none" } },
      minTtl: 5,
      maxTtl: 10,
      defaultTtl: 5,
    },
  ),
  "cloudfront-viewer-certificate-exactly-one": distribution(
    "one certificate",
    { viewerCertificate: { ...certificate, iamCertificateId: "ASCAABCDEFGHIJKLMNOPQ" } },
    {},
  ),
  "cloudfront-viewer-certificate-sni-min-protocol": distribution(
    "SNI needs TLS",
    { viewerCertificate: { ...certificate, minimumProtocolVersion: "SSLv3" } },
    {},
  ),
  "cloudfront-viewer-certificate-vip-deprecated": distribution(
    "a distribution has no addresses of its own any more",
    { viewerCertificate: { ...certificate, sslSupportMethod: "vip" } },
    {},
  ),
  "cloudfront-viewer-protocol-policy-enum": behaves(
    "a viewer's protocol is one of three",
    { viewerProtocolPolicy: "https" },
    { viewerProtocolPolicy: "https-only" },
  ),
  "cloudfront-wafv2-webacl-scope": distribution(
    "a web ACL of CloudFront is global",
    { webAclId: acl("regional") },
    { webAclId: acl("global") },
  ),
  "cloudfront-origin-config-required": origin(
    "an origin that is no bucket has its settings",
    { customOriginConfig: undefined },
    {},
  ),
};
