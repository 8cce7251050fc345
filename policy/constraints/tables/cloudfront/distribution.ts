import { naming } from "../../../../limits/naming";
import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { behaviour, behaviourRows } from "./behaviours";
import { origin, originRows } from "./origins";

const certificate = "arn:aws:acm:us-east-1:111122223333:certificate/a";

/** CloudFront. */
export const cloudfrontDistribution: readonly TypeRows[] = [
  {
    type: "aws:cloudfront/distribution:Distribution",
    source: api("cloudfront", "DistributionConfig"),
    rows: [
      {
        at: "viewerCertificate",
        fact: "it names exactly one of acmCertificateArn, iamCertificateId, cloudfrontDefaultCertificate",
        requiredXor: ["acmCertificateArn", "iamCertificateId", "cloudfrontDefaultCertificate"],
        source: api("cloudfront", "ViewerCertificate"),
        good: { acmCertificateArn: certificate, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" },
        bad: { minimumProtocolVersion: "TLSv1.2_2021", sslSupportMethod: "sni-only" },
      },
      {
        at: "viewerCertificate.acmCertificateArn",
        fact: "an ACM certificate is in us-east-1",
        pattern: naming.globalCertificate,
        source: page("AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements"),
        good: certificate,
        bad: "arn:aws:acm:eu-west-1:111122223333:certificate/a",
      },
      {
        at: "viewerCertificate",
        fact: "a custom certificate has an sslSupportMethod",
        dependentRequired: { acmCertificateArn: ["sslSupportMethod"], iamCertificateId: ["sslSupportMethod"] },
        source: api("cloudfront", "ViewerCertificate"),
        good: { acmCertificateArn: certificate, sslSupportMethod: "sni-only" },
        bad: { acmCertificateArn: certificate },
      },
      {
        at: "viewerCertificate.sslSupportMethod",
        enum: ["sni-only", "vip", "static-ip"],
        source: api("cloudfront", "ViewerCertificate"),
        good: "sni-only",
        bad: "sni",
      },
      {
        at: "viewerCertificate.minimumProtocolVersion",
        enum: [
          "SSLv3",
          "TLSv1",
          "TLSv1_2016",
          "TLSv1.1_2016",
          "TLSv1.2_2018",
          "TLSv1.2_2019",
          "TLSv1.2_2021",
          "TLSv1.2_2025",
          "TLSv1.3_2025",
        ],
        source: api("cloudfront", "ViewerCertificate"),
        good: "TLSv1.2_2021",
        bad: "TLSv1.2",
      },
      {
        at: "",
        fact: "a distribution with aliases has a custom certificate",
        when: { aliases: { minItems: 1 } },
        excluded: ["viewerCertificate.cloudfrontDefaultCertificate"],
        source: page("AmazonCloudFront/latest/DeveloperGuide/CNAMEs"),
        good: {
          aliases: ["a.example"],
          viewerCertificate: { acmCertificateArn: certificate, sslSupportMethod: "sni-only" },
        },
        bad: { aliases: ["a.example"], viewerCertificate: { cloudfrontDefaultCertificate: true } },
      },
      {
        at: "aliases[]",
        fact: "an alias is a domain name, with an asterisk at the beginning if any",
        pattern: "^(\\*\\.)?[A-Za-z0-9_.-]+$",
        good: "*.example.com",
        bad: "https://a.example",
      },
      {
        at: "webAclId",
        fact: "the web ACL of a distribution is a global one (or an id of WAF Classic)",
        pattern: "^([0-9a-f-]+|arn:[^:]*:wafv2:us-east-1:[^:]*:global/webacl/.+)$",
        good: "arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/1",
        bad: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/a/1",
      },
      {
        at: "",
        fact: "a behaviour's targetOriginId is an origin or an origin group",
        memberOf: [
          ["defaultCacheBehavior.targetOriginId", "origins[].originId", "originGroups[].originId"],
          ["orderedCacheBehaviors[].targetOriginId", "origins[].originId", "originGroups[].originId"],
        ],
        good: { origins: [origin], defaultCacheBehavior: behaviour },
        bad: { origins: [origin], defaultCacheBehavior: { ...behaviour, targetOriginId: "other" } },
      },
      ...originRows,
      ...behaviourRows,
      {
        at: "priceClass",
        enum: ["PriceClass_100", "PriceClass_200", "PriceClass_All", "None"],
        good: "PriceClass_100",
        bad: "PriceClass_300",
      },
      { at: "httpVersion", enum: ["http1.1", "http2", "http3", "http2and3"], good: "http2", bad: "HTTP2" },
      {
        at: "restrictions.geoRestriction.restrictionType",
        enum: ["blacklist", "whitelist", "none"],
        source: api("cloudfront", "GeoRestriction"),
        good: "none",
        bad: "allow",
      },
      {
        at: "restrictions.geoRestriction",
        fact: "a blacklist or whitelist names countries",
        when: { restrictionType: ["blacklist", "whitelist"] },
        required: ["locations[]"],
        source: api("cloudfront", "GeoRestriction"),
        good: { restrictionType: "whitelist", locations: ["DE"] },
        bad: { restrictionType: "whitelist" },
      },
      {
        at: "restrictions.geoRestriction.locations[]",
        fact: "a country is two uppercase letters of ISO 3166",
        pattern: "^[A-Z]{2}$",
        source: api("cloudfront", "GeoRestriction"),
        good: "DE",
        bad: "Germany",
      },
      {
        at: "defaultRootObject",
        fact: "a root object does not begin with a slash",
        pattern: naming.rootObject,
        good: "index.html",
        bad: "/index.html",
      },
      {
        at: "customErrorResponses[]",
        fact: "responseCode and responsePagePath go together",
        dependentRequired: { responsePagePath: ["responseCode"], responseCode: ["responsePagePath"] },
        source: api("cloudfront", "CustomErrorResponse"),
        good: { errorCode: 404, responseCode: 200, responsePagePath: "/index.html" },
        bad: { errorCode: 404, responseCode: 200 },
      },
      {
        at: "customErrorResponses[].errorCode",
        enum: [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504],
        source: api("cloudfront", "CustomErrorResponse"),
        good: 404,
        bad: 401,
      },
      {
        at: "customErrorResponses[].responsePagePath",
        fact: "a path begins with a slash",
        pattern: "^/",
        source: api("cloudfront", "CustomErrorResponse"),
        good: "/404.html",
        bad: "404.html",
      },
      {
        at: "loggingConfig.bucket",
        fact: "the bucket of logs is given by its domain name",
        pattern: "\\.s3(\\.[a-z0-9-]+)?\\.amazonaws\\.com$",
        source: api("cloudfront", "LoggingConfig"),
        good: "logs.s3.amazonaws.com",
        bad: "logs",
      },
      { at: "comment", maxLength: 128, good: "a", bad: "a".repeat(129) },
    ],
  },
];
