import { type Row } from "../../schema";
import { api } from "../pages";

/** An origin that CloudFront takes. */
export const origin = {
  domainName: "a.example",
  originId: "o",
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: "https-only",
    originSslProtocols: ["TLSv1.2"],
  },
};

/** The origins of a distribution and their groups. */
export const originRows: readonly Row[] = [
  {
    at: "",
    fact: "the members of an origin group are origins",
    memberOf: [["originGroups[].members[].originId", "origins[].originId"]],
    source: api("cloudfront", "OriginGroupMember"),
    good: {
      origins: [origin, { ...origin, originId: "p" }],
      originGroups: [
        {
          originId: "g",
          failoverCriteria: { statusCodes: [500] },
          members: [{ originId: "o" }, { originId: "p" }],
        },
      ],
    },
    bad: {
      origins: [origin],
      originGroups: [
        {
          originId: "g",
          failoverCriteria: { statusCodes: [500] },
          members: [{ originId: "o" }, { originId: "x" }],
        },
      ],
    },
  },
  {
    at: "originGroups[].members",
    fact: "an origin group has two members",
    minItems: 2,
    maxItems: 2,
    source: api("cloudfront", "OriginGroupMembers"),
    good: [{ originId: "a" }, { originId: "b" }],
    bad: [{ originId: "a" }],
  },
  {
    at: "origins",
    fact: "origins have different ids",
    uniqueKeys: ["originId"],
    good: [origin],
    bad: [origin, origin],
  },
  {
    at: "origins[]",
    fact: "an origin has one of s3OriginConfig, customOriginConfig and vpcOriginConfig",
    atMostOne: ["s3OriginConfig", "customOriginConfig", "vpcOriginConfig"],
    source: api("cloudfront", "Origin"),
    good: origin,
    bad: { ...origin, s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" } },
  },
  {
    at: "origins[]",
    fact: "an origin access control and an identity exclude each other",
    when: { originAccessControlId: { minLength: 1 } },
    excluded: ["s3OriginConfig.originAccessIdentity"],
    source: api("cloudfront", "Origin"),
    good: { originId: "o", domainName: "b.s3.eu-west-1.amazonaws.com", originAccessControlId: "E1" },
    bad: {
      originId: "o",
      domainName: "b.s3.eu-west-1.amazonaws.com",
      originAccessControlId: "E1",
      s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" },
    },
  },
  {
    at: "origins[].domainName",
    fact: "a domain name has neither scheme nor path",
    pattern: "^[^:/\\s]+$",
    source: api("cloudfront", "Origin"),
    good: "a.example",
    bad: "https://a.example",
  },
  {
    at: "origins[].originPath",
    fact: "a path begins with a slash and does not end with one",
    pattern: "^/.*[^/]$|^$",
    source: api("cloudfront", "Origin"),
    good: "/prod",
    bad: "prod/",
  },
  {
    at: "origins[].connectionAttempts",
    minimum: 1,
    maximum: 3,
    source: api("cloudfront", "Origin"),
    good: 3,
    bad: 4,
  },
  {
    at: "origins[].connectionTimeout",
    minimum: 1,
    maximum: 10,
    source: api("cloudfront", "Origin"),
    good: 10,
    bad: 11,
  },
  {
    at: "origins[].customOriginConfig.originProtocolPolicy",
    enum: ["http-only", "match-viewer", "https-only"],
    source: api("cloudfront", "CustomOriginConfig"),
    good: "https-only",
    bad: "https",
  },
  {
    at: "origins[].customOriginConfig.originSslProtocols[]",
    enum: ["SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2"],
    source: api("cloudfront", "OriginSslProtocols"),
    good: "TLSv1.2",
    bad: "TLSv1.3",
  },
  {
    at: "origins[].customOriginConfig.originReadTimeout",
    minimum: 1,
    source: api("cloudfront", "CustomOriginConfig"),
    good: 30,
    bad: 0,
  },
  {
    at: "origins[].customOriginConfig.httpPort",
    fact: "a port is 80, 443 or 1024 to 65535",
    anyOf: [{ enum: [80, 443] }, { minimum: 1024, maximum: 65535 }],
    source: api("cloudfront", "CustomOriginConfig"),
    good: 8080,
    bad: 81,
  },
  {
    at: "origins[].customOriginConfig.httpsPort",
    fact: "a port is 80, 443 or 1024 to 65535",
    anyOf: [{ enum: [80, 443] }, { minimum: 1024, maximum: 65535 }],
    source: api("cloudfront", "CustomOriginConfig"),
    good: 8443,
    bad: 444,
  },
  {
    at: "origins[].originShield",
    fact: "an enabled origin shield has a Region",
    when: { enabled: true },
    required: ["originShieldRegion"],
    source: api("cloudfront", "OriginShield"),
    good: { enabled: true, originShieldRegion: "eu-west-1" },
    bad: { enabled: true },
  },
];
