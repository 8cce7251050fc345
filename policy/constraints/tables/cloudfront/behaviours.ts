import { type Row } from "../../schema";
import { api, page } from "../pages";

/** A behaviour that CloudFront takes. */
export const behaviour = {
  targetOriginId: "o",
  viewerProtocolPolicy: "https-only",
  allowedMethods: ["GET", "HEAD"],
  cachedMethods: ["GET", "HEAD"],
  cachePolicyId: "p",
};

/** What holds for the default behaviour and for each further one. */
export const behaviourRows: readonly Row[] = ["defaultCacheBehavior", "orderedCacheBehaviors[]"].flatMap(
  (at): Row[] => [
    {
      at: `${at}.allowedMethods`,
      fact: "the methods are GET and HEAD; GET, HEAD and OPTIONS; or all seven",
      anyOf: [
        { minItems: 2, maxItems: 2, items: { enum: ["GET", "HEAD"] } },
        { minItems: 7, maxItems: 7 },
        { minItems: 3, maxItems: 3, items: { enum: ["GET", "HEAD", "OPTIONS"] } },
      ],
      source: api("cloudfront", "AllowedMethods"),
      good: ["GET", "HEAD"],
      bad: ["GET", "POST"],
    },
    {
      at: `${at}.cachedMethods`,
      fact: "the cached methods are GET and HEAD, with OPTIONS or without",
      minItems: 2,
      maxItems: 3,
      items: { enum: ["GET", "HEAD", "OPTIONS"] },
      source: api("cloudfront", "CachedMethods"),
      good: ["GET", "HEAD"],
      bad: ["GET", "POST"],
    },
    {
      at: `${at}.viewerProtocolPolicy`,
      enum: ["allow-all", "https-only", "redirect-to-https"],
      source: api("cloudfront", "DefaultCacheBehavior"),
      good: "https-only",
      bad: "https",
    },
    {
      at,
      fact: "a cachePolicyId and forwardedValues exclude each other",
      atMostOne: ["cachePolicyId", "forwardedValues"],
      source: api("cloudfront", "DefaultCacheBehavior"),
      good: behaviour,
      bad: { ...behaviour, forwardedValues: { queryString: true, cookies: { forward: "none" } } },
    },
    {
      at,
      fact: "a behaviour has a cachePolicyId or forwardedValues",
      requiredOr: ["cachePolicyId", "forwardedValues"],
      source: api("cloudfront", "DefaultCacheBehavior"),
      good: behaviour,
      bad: { ...behaviour, cachePolicyId: undefined },
    },
    {
      at: `${at}.functionAssociations[].eventType`,
      fact: "CloudFront functions run at viewer-request and viewer-response",
      enum: ["viewer-request", "viewer-response"],
      source: api("cloudfront", "FunctionAssociation"),
      good: "viewer-request",
      bad: "origin-request",
    },
    {
      at: `${at}.lambdaFunctionAssociations[].eventType`,
      enum: ["viewer-request", "viewer-response", "origin-request", "origin-response"],
      source: api("cloudfront", "LambdaFunctionAssociation"),
      good: "origin-request",
      bad: "request",
    },
    {
      at: `${at}.lambdaFunctionAssociations`,
      fact: "an event has one function",
      uniqueKeys: ["eventType"],
      source: page("AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits"),
      good: [{ eventType: "viewer-request", lambdaArn: "arn:aws:lambda:us-east-1:111122223333:function:f:1" }],
      bad: [1, 2].map((version) => ({
        eventType: "viewer-request",
        lambdaArn: `arn:aws:lambda:us-east-1:111122223333:function:f:${version}`,
      })),
    },
    {
      at: `${at}.functionAssociations`,
      fact: "an event has one function",
      uniqueKeys: ["eventType"],
      source: page("AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits"),
      good: [{ eventType: "viewer-request", functionArn: "arn:aws:cloudfront::111122223333:function/f" }],
      bad: ["f", "g"].map((name) => ({
        eventType: "viewer-request",
        functionArn: `arn:aws:cloudfront::111122223333:function/${name}`,
      })),
    },
    {
      at: `${at}.forwardedValues.cookies`,
      fact: "whitelist names the cookies",
      when: { forward: "whitelist" },
      required: ["whitelistedNames[]"],
      source: api("cloudfront", "CookiePreference"),
      good: { forward: "whitelist", whitelistedNames: ["a"] },
      bad: { forward: "whitelist" },
    },
  ],
);
