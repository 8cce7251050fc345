import { type Properties } from "../../frame/values";

/** The arguments of `RestAPI` that have another meaning than the argument of the same name of `aws.apigateway.RestApi`. */
export interface RestApiArgs {
  routes?: Route[];
  /** Instead of routes: the OpenAPI document as JSON. */
  swaggerString?: string;
  /** Default: "stage". */
  stageName?: string;
  requestValidator?: string;
  apiKeySource?: string;
  gatewayResponses?: Record<string, Properties>;
  /** Default: all. */
  binaryMediaTypes?: string[];
  staticRoutesBucket?: unknown;
  tags?: Record<string, string>;
}

/** A route: its path, and one of `eventHandler`, `localPath`, `target` and `data`. */
export interface Route {
  path: string;
  method?: string;
  /** Reference to a function. */
  eventHandler?: unknown;
  /** A file, or a folder of files, of the program. */
  localPath?: string;
  contentType?: string;
  index?: string | boolean;
  /** The integration. */
  target?: Properties;
  /** The operation, as the OpenAPI document has it. */
  data?: Properties;
  authorizers?: Authorizer | Authorizer[];
  requiredParameters?: { name: string; in: string }[];
  requestValidator?: string;
  apiKeyRequired?: boolean;
  iamAuthEnabled?: boolean;
}

/** With a `handler`, a function decides; without one, the tokens of user pools. */
export interface Authorizer {
  authorizerName?: string;
  parameterName?: string;
  parameterLocation?: string;
  authType?: string;
  type?: string;
  /** Reference to a function, or its address with the role that may invoke it. */
  handler?: unknown;
  providerARNs?: unknown[];
  identitySource?: string[];
  identityValidationExpression?: string;
  authorizerResultTtlInSeconds?: number;
  methodsToAuthorize?: string[];
}
