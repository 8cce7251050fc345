import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../../core/alarms";
import { type DomainArgs } from "../../core/domain";
import { type ApiAccount } from "./account";
import { type DirectIntegration } from "./direct";
import { type FunctionTarget } from "../../function/target";
import { type Tags } from "../../core/tags";

/** Method of a route. */
export const HttpMethod = {
  Get: "GET",
  Post: "POST",
  Put: "PUT",
  Patch: "PATCH",
  Delete: "DELETE",
  Head: "HEAD",
  /** Every method without a route of its own. */
  Any: "ANY",
} as const;
export type HttpMethod = (typeof HttpMethod)[keyof typeof HttpMethod];

/** Where an API can be reached from. */
export const EndpointType = {
  /** Through CloudFront's edge locations, for callers around the world. */
  Edge: "EDGE",
  /** At an endpoint in its Region. */
  Regional: "REGIONAL",
  /** From VPC endpoints only. */
  Private: "PRIVATE",
} as const;
export type EndpointType = (typeof EndpointType)[keyof typeof EndpointType];

/** What authorizes a request. */
export const AuthorizerType = {
  /** A function that gets one header, the token. */
  Token: "TOKEN",
  /** A function that gets the whole request. */
  Request: "REQUEST",
  /** API Gateway itself, by tokens of Cognito user pools. */
  UserPool: "COGNITO_USER_POOLS",
} as const;
export type AuthorizerType = (typeof AuthorizerType)[keyof typeof AuthorizerType];

/** Authorization without an authorizer of the API: requests signed by an IAM principal, or none. */
export const IAM = "iam";
export const NONE = "none";

/** One authorizer: `function` for a token or request authorizer, `userPoolArns` for a user pool. */
export interface AuthorizerArgs {
  type: AuthorizerType;
  function?: FunctionTarget;
  userPoolArns?: pulumi.Input<string>[];
  /** Where the credentials are, for example method.request.header.Authorization (the default). */
  identitySources?: string[];
  /**
   * Seconds that a result is cached, 0 to 3,600; 0 calls the authorizer for every request. Default: 300, as in API
   * Gateway.
   */
  ttlSeconds?: number;
  /** Regular expression that a token must match before the function is called. Token authorizers only. */
  tokenPattern?: string;
}

/** Steady requests a second, and the size of a burst. */
export interface ThrottleArgs {
  /** Requests a second, 1 or more. */
  rateLimit: number;
  /** Requests in a burst, 1 or more. */
  burstLimit: number;
}

/** One method on one path, answered by `function` (Lambda proxy) or by `direct` (an AWS service, without a function). */
export interface RouteArgs {
  method: HttpMethod;
  /** For example /users/{id}, or /files/{path+} for everything below. */
  path: string;
  function?: FunctionTarget;
  direct?: DirectIntegration;
  /** Name of an authorizer of the API, "iam", or "none". Default: the API's `defaultAuthorizer`. */
  authorizer?: string;
  /** The token needs one of these scopes. User pool authorizers only. */
  scopes?: string[];
  /** Callers need a key of a usage plan. Default: false. */
  apiKeyRequired?: boolean;
  /** JSON schema (draft 4) of the body: API Gateway answers any other body with 400 and the reason. */
  body?: Record<string, unknown>;
  /** Required parameters, for example querystring.limit or header.X-Request-Id. */
  requiredParameters?: string[];
  /** Milliseconds, 50 to 29,000. Default: 29,000, as in API Gateway. */
  timeoutMs?: number;
  /** Default: that of the API. */
  throttle?: ThrottleArgs;
}

/** Which web pages of other origins may call. */
export interface CorsArgs {
  /** For example https://www.example.com, or "*" for all. The function must answer with the same origin. */
  origin: string;
  /** Request headers that a page may send. Default: Authorization, Content-Type, Idempotency-Key, If-Match. */
  headers?: string[];
  /** Let the page send cookies; not with the origin "*". Default: false. */
  credentials?: boolean;
  /** Seconds that a browser remembers the answer. Default: 3,600. */
  maxAgeSeconds?: number;
}

/** Who may call at all, whatever the routes say. All given conditions must hold. */
export interface AccessArgs {
  /** CIDR ranges of callers on the internet. */
  ipRanges?: string[];
  /** VPC endpoints through which requests must come. */
  vpcEndpointIds?: pulumi.Input<string>[];
  /** AWS accounts whose principals may call. Only for requests signed by IAM. */
  accountIds?: pulumi.Input<string>[];
}

/** Sends a part of the requests to the newest deployment, and the rest to an earlier one. */
export interface CanaryArgs {
  /** Percent of the requests that the newest deployment gets, above 0 and below 100. */
  percent: number;
  /** Deployment for the rest: the output `deploymentId` of an earlier update. Old deployments are kept. */
  stableDeploymentId: pulumi.Input<string>;
  /** Stage variables that differ for the canary. */
  variables?: Record<string, string>;
}

/** What callers with a key may use. */
export interface UsagePlanArgs {
  throttle: ThrottleArgs;
  /** Requests in a period. Default: no quota besides the throttle. */
  quota?: {
    limit: number;
    /** DAY, WEEK or MONTH. */
    period: string;
  };
  /**
   * Names of the keys to create. AWS generates the values; read them with `aws apigateway get-api-key --include-value`.
   */
  keys: string[];
}

/** Arguments of an {@link Api}. */
export interface ApiArgs {
  routes: RouteArgs[];
  description?: string;
  /** Default: regional. */
  endpointType?: EndpointType;
  /** VPC endpoints of a private API: it needs one or more. */
  vpcEndpointIds?: pulumi.Input<string>[];
  /** Authorizers by name, 10 at most. */
  authorizers?: Record<string, AuthorizerArgs>;
  /**
   * Authorizer of routes that name none: a name of `authorizers`, "iam" or "none". Default: none, so that every route
   * must name one.
   */
  defaultAuthorizer?: string;
  /** Resource policy. Default: none, and a private API allows its own VPC endpoints only. */
  access?: AccessArgs;
  /** Default: "live". */
  stageName?: string;
  /** Variables of the stage, 100 at most. Default: none. */
  variables?: Record<string, string>;
  /** Default: 100 requests a second, 200 at once (AWS's default is the whole account's). */
  throttle?: ThrottleArgs;
  /** Usage plans by name, each with its keys. Default: none. */
  usagePlans?: Record<string, UsagePlanArgs>;
  /** Default: none, and pages of other origins cannot call. */
  cors?: CorsArgs;
  /** Media types that are passed on as bytes. Default: none. */
  binaryMediaTypes?: string[];
  /** Days that access logs are kept, one of CloudWatch's values. Default: 30. */
  logRetentionDays?: pulumi.Input<number>;
  /**
   * The account's log setting, without which AWS refuses the stage: an {@link ApiAccount} of the program, or `true` to
   * declare it here (for one API of an account and Region; others use its `account`). Default: another stack declares
   * it.
   */
  account?: ApiAccount | true;
  /** X-Ray tracing. Default: true. */
  tracing?: boolean;
  /** Default: none, all requests go to the newest deployment. */
  canary?: CanaryArgs;
  /** Default: none, the API has the address that AWS gives it. */
  domain?: DomainArgs;
  /** WAF web ACL that inspects requests first, such as a WebAcl; about 8 USD a month. Not for private APIs. Default: none. */
  webAclArn?: pulumi.Input<string>;
  /** Alarms for server errors and latency. Default: on, with no action. */
  alarms?: AlarmArgs;
  tags?: Tags;
}

/** Defaults of an API's arguments. */
export const apiDefaults = {
  endpointType: EndpointType.Regional as EndpointType,
  stageName: "live",
  throttle: { rateLimit: 100, burstLimit: 200 },
  logRetentionDays: 30,
  tracing: true,
};

export const corsDefaults = {
  headers: ["Authorization", "Content-Type", "Idempotency-Key", "If-Match"],
  credentials: false,
  maxAgeSeconds: 3_600,
};
