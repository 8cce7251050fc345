import { measured, type TypeRows } from "../../../schema";
import { api } from "../../pages";
import { only } from "../../together";
import { behavior } from "./behaviours";
import { anyCase, guide } from "./shared";

/** Headers that CloudFront adds to no request to an origin. */
const requestHeaders =
  "Cache-Control|Connection|Content-Length|Cookie|Host|If-Match|If-Modified-Since|If-None-Match|If-Range|If-Unmodified-Since|Max-Forwards|Pragma|Proxy-Auth[a-z]*|Proxy-Connection|Range|Request-Range|TE|Trailer|Transfer-Encoding|Upgrade|Via|X-Real-Ip|X-Amz-.*|X-Edge-.*";

const distribution: TypeRows = {
  type: "aws:cloudfront/distribution:Distribution",
  source: api("cloudfront", "DistributionConfig"),
  rows: [
    ...behavior("defaultCacheBehavior"),
    ...behavior("orderedCacheBehaviors[]"),
    {
      at: "aliases",
      fact: "no alias appears twice",
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
      at: "origins[]",
      fact: "an origin that is no bucket has a customOriginConfig or a vpcOriginConfig",
      if: { required: ["domainName"], properties: { domainName: { pattern: "\\.amazonaws\\.com(\\.cn)?$" } } },
      else: { requiredOr: ["customOriginConfig", "vpcOriginConfig"] },
      source: api("cloudfront", "Origin"),
      good: {
        originId: "a",
        domainName: "a.example.com",
        customOriginConfig: {
          httpPort: 80,
          httpsPort: 443,
          originProtocolPolicy: "https-only",
          originSslProtocols: ["TLSv1.2"],
        },
      },
      bad: { originId: "a", domainName: "a.example.com" },
    },
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
      fact: "no header appears twice",
      uniqueKeys: ["name"],
      anyCase: true,
      good: [{ name: "X-A", value: "1" }],
      bad: [
        { name: "X-A", value: "1" },
        { name: "x-a", value: "2" },
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

/** Distributions. */
export const distributionRows: readonly TypeRows[] = [distribution];
