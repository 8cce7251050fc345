/**
 * Region of everything that CloudFront uses: certificates, web ACLs, Lambda@Edge functions, metrics and log deliveries.
 */
export const GLOBAL_REGION = "us-east-1";

/** When CloudFront calls a function. */
export const EdgeEvent = {
  /** For every request, before CloudFront checks its cache. */
  ViewerRequest: "viewer-request",
  /** For every response, cached or not, except if the origin answered 400 or above. */
  ViewerResponse: "viewer-response",
  /** On a cache miss, before CloudFront asks the origin. Lambda@Edge only. */
  OriginRequest: "origin-request",
  /** For the origin's response, before CloudFront caches it. Lambda@Edge only. */
  OriginResponse: "origin-response",
} as const;
export type EdgeEvent = (typeof EdgeEvent)[keyof typeof EdgeEvent];
