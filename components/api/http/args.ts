import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../../core/alarms";
import { type DomainArgs } from "../../core/domain";
import { type HttpMethod, type ThrottleArgs } from "../rest/args";
import { type FunctionTarget } from "../../function/target";
import { type Tags } from "../../core/tags";

/** Whose tokens count: API Gateway verifies signature, issuer, audience and expiry itself. */
export interface JwtArgs {
  /** As it is in the claim `iss`; its keys are found below it by OpenID Connect discovery. An https:// address. */
  issuer: pulumi.Input<string>;
  /** One of these is in the claim `aud`, or `client_id` where there is no `aud`; one or more. */
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
  /** Anybody may call, with no authorizer at all. Default: false, and a route without an authorizer is an error. */
  public?: boolean;
  /** Any one of these scopes must be in the token. JWT authorizers only. */
  scopes?: string[];
  /** Milliseconds, 50 to 30,000. Default: 30,000, as API Gateway's own. */
  timeoutMs?: number;
  /** Default: that of the API. */
  throttle?: ThrottleArgs;
}

/** Which web pages of other origins may call. API Gateway answers them itself, whatever the function says. */
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
  /** Authorizer of routes that name none: a name of `authorizers`, or "iam". Default: there is none, and every route must say. */
  defaultAuthorizer?: string;
  /** Default: "$default", which adds nothing to the address. */
  stageName?: string;
  /** Variables of the stage, 100 at most. Default: none. */
  variables?: Record<string, string>;
  /** Default: 100 requests a second, 200 at once (AWS's own is the whole account's). */
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

/** What an HTTP API has when its arguments do not say. */
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
