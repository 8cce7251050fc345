/** Region of all that CloudFront works with: certificates, web ACLs, Lambda@Edge functions, metrics and log deliveries. */
export const GLOBAL_REGION = "us-east-1";

/** When CloudFront calls a function. */
export const EdgeEvent = {
  /** At every request, before CloudFront looks in its cache. */
  ViewerRequest: "viewer-request",
  /** At every answer, from the cache or not; not when the origin answered 400 or above. */
  ViewerResponse: "viewer-response",
  /** When the cache has no answer, before CloudFront asks the origin. Lambda@Edge only. */
  OriginRequest: "origin-request",
  /** When the origin answered, before CloudFront keeps it. Lambda@Edge only. */
  OriginResponse: "origin-response",
} as const;
export type EdgeEvent = (typeof EdgeEvent)[keyof typeof EdgeEvent];
