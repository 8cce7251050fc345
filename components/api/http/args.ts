import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../../core/alarms";
import { type DomainArgs } from "../../core/domain";
import { type HttpMethod, type ThrottleArgs } from "../rest/args";
import { type FunctionTarget } from "../../function/target";
import { type Tags } from "../../core/tags";

/** The tokens to accept: API Gateway itself verifies signature, issuer, audience and expiry. */
export interface JwtArgs {
  /** Value of the claim `iss`: an https:// address, below which OpenID Connect discovery finds the keys. */
  issuer: pulumi.Input<string>;
  /** One or more; a token needs one of these in the claim `aud`, or in `client_id` if it has no `aud`. */
  audiences: pulumi.Input<string>[];
}

/** One authorizer of an HTTP API: `jwt`, or `function`, which gets the request (payload format 2.0) and answers `{ isAuthorized, context }`. */
export interface HttpAuthorizerArgs {
  jwt?: JwtArgs;
  function?: FunctionTarget;
  /** Where the credentials are; a request without them gets 401. Default: $request.header.Authorization. */
  identitySources?: string[];
  /** Seconds that a function's answer is cached, 0 to 3,600. Default: 0, every request asks. */
  ttlSeconds?: number;
}

/** One method on one path, answered by a function (Lambda proxy, payload format 2.0). */
export interface HttpRouteArgs {
  method: HttpMethod;
  /** For example /users/{id}, or /files/{path+} for everything below. */
  path: string;
  function: FunctionTarget;
  /** Name of an authorizer of the API, or "iam". Default: the API's `defaultAuthorizer`. */
  authorizer?: string;
  /** Anybody may call, without an authorizer. Default: false, and a route without an authorizer is an error. */
  public?: boolean;
  /** The token needs one of these scopes. JWT authorizers only. */
  scopes?: string[];
  /** Milliseconds, 50 to 30,000. Default: 30,000, as in API Gateway. */
  timeoutMs?: number;
  /** Default: that of the API. */
  throttle?: ThrottleArgs;
}

/** Which web pages of other origins may call. API Gateway answers their preflight requests itself. */
export interface HttpCorsArgs {
  /** For example https://www.example.com; "*" alone for all. */
  origins: string[];
  /** Request headers that a page may send. Default: Authorization, Content-Type, Idempotency-Key, If-Match. */
  headers?: string[];
  /** Response headers that a page may read. Default: ETag, Location, Retry-After. */
  exposeHeaders?: string[];
  /** Let the page send cookies; not with the origin "*". Default: false. */
  credentials?: boolean;
  /** Seconds that a browser remembers the answer. Default: 3,600. */
  maxAgeSeconds?: number;
}

/** Arguments of an {@link HttpApi}. */
export interface HttpApiArgs {
  routes: HttpRouteArgs[];
  description?: string;
  /** Authorizers by name, 10 at most. */
  authorizers?: Record<string, HttpAuthorizerArgs>;
  /**
   * Authorizer of routes that name none: a name of `authorizers`, or "iam". Default: none, so that every route must
   * name one.
   */
  defaultAuthorizer?: string;
  /** Default: "$default", which adds nothing to the address. */
  stageName?: string;
  /** Variables of the stage, 100 at most. Default: none. */
  variables?: Record<string, string>;
  /** Default: 100 requests a second, 200 at once (AWS's default is the whole account's). */
  throttle?: ThrottleArgs;
  /** Default: none, and pages of other origins cannot call. */
  cors?: HttpCorsArgs;
  /** Days that access logs are kept, one of CloudWatch's values. Default: 30. */
  logRetentionDays?: pulumi.Input<number>;
  /** Default: none, the API has the address that AWS gives it. */
  domain?: DomainArgs;
  /** Alarms for server errors and latency. Default: on, with no action. */
  alarms?: AlarmArgs;
  tags?: Tags;
}

/** Defaults of an HTTP API's arguments. */
export const httpApiDefaults = {
  stageName: "$default",
  throttle: { rateLimit: 100, burstLimit: 200 },
  logRetentionDays: 30,
};

export const httpCorsDefaults = {
  headers: ["Authorization", "Content-Type", "Idempotency-Key", "If-Match"],
  exposeHeaders: ["ETag", "Location", "Retry-After"],
  credentials: false,
  maxAgeSeconds: 3_600,
};
