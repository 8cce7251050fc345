import { limits } from "../../../limits";
import { parseCidr } from "../../../limits/cidr";
import { isNamed, naming } from "../../../limits/naming";
import {
  type ApiArgs,
  type AuthorizerArgs,
  AuthorizerType,
  EndpointType,
  HttpMethod,
  IAM,
  NONE,
  type RouteArgs,
  type ThrottleArgs,
} from "./args";
import { type Problem, Problems } from "../../core/check";

const SEGMENT = /^([A-Za-z0-9._:~$-]+|\{[\w.-]+\+?\})$/;
const limit = limits.apigateway;

/** The segments of a path; none for the root. */
export const splitPath = (path: string): string[] => path.split("/").filter((segment) => segment !== "");

/** Problems with an API's arguments. */
export function apiProblems(args: ApiArgs): Problem[] {
  const problems = new Problems();
  const { authorizers = {}, canary, domain } = args;
  problems
    .that(args.routes.length > 0, "routes", args.routes, "give one route or more")
    .that(
      Object.keys(authorizers).length <= limit.authorizers.max,
      "authorizers",
      Object.keys(authorizers).length,
      `AWS allows ${limit.authorizers.max} (${limit.authorizers.page})`,
    );
  problems.all(apiSettingsProblems(args));
  for (const [key, authorizer] of Object.entries(authorizers)) checkAuthorizer(problems, key, authorizer);
  for (const [index, route] of args.routes.entries()) checkRoute(problems, `routes[${index}]`, route, args);
  checkTree(problems, args.routes);
  checkEndpoint(problems, args);
  for (const [key, plan] of Object.entries(args.usagePlans ?? {})) {
    checkThrottle(problems, `usagePlans.${key}.throttle`, plan.throttle);
    if (!plan.quota) continue;
    problems
      .that(plan.quota.limit >= 1, `usagePlans.${key}.quota.limit`, plan.quota.limit, "give 1 request or more")
      .that(
        ["DAY", "WEEK", "MONTH"].includes(plan.quota.period),
        `usagePlans.${key}.quota.period`,
        plan.quota.period,
        "AWS allows DAY, WEEK and MONTH",
      );
  }
  if (canary) {
    problems.that(
      canary.percent > 0 && canary.percent < 100,
      "canary.percent",
      canary.percent,
      "give a share above 0 and below 100 percent",
    );
  }
  if (domain?.truststoreUri !== undefined) {
    problems.that(
      (args.endpointType ?? EndpointType.Regional) === EndpointType.Regional,
      "domain.truststoreUri",
      domain.truststoreUri,
      "only a regional API takes mutual TLS: make the API regional",
    );
  }
  return problems.list;
}

/** Problems with an API's stage, without its routes. */
export function apiSettingsProblems(args: Omit<ApiArgs, "routes">): Problem[] {
  const problems = new Problems();
  const { cors } = args;
  checkStage(problems, args);
  if (args.throttle) checkThrottle(problems, "throttle", args.throttle);
  if (cors) {
    problems
      .that(
        cors.origin === "*" || /^https?:\/\/[^/*\s]+$/.test(cors.origin),
        "cors.origin",
        cors.origin,
        'give one origin without a path, such as https://www.example.com, or "*"',
      )
      .that(
        !cors.credentials || cors.origin !== "*",
        "cors.credentials",
        cors.credentials,
        'browsers send no credentials to the origin "*": name the origin',
      );
  }
  return problems.list;
}
function checkAuthorizer(problems: Problems, key: string, authorizer: AuthorizerArgs): void {
  const at = `authorizers.${key}`;
  const isPool = authorizer.type === AuthorizerType.UserPool;
  problems
    .that(/^[\w-]+$/.test(key) && key !== IAM && key !== NONE, at, key, `a name of letters and digits, not iam or none`)
    .that(
      isPool ? (authorizer.userPoolArns?.length ?? 0) > 0 && !authorizer.function : authorizer.function !== undefined,
      at,
      authorizer.type,
      isPool ? "give userPoolArns, and no function" : "a token or request authorizer needs function",
    )
    .that(
      authorizer.type === AuthorizerType.Token || authorizer.tokenPattern === undefined,
      `${at}.tokenPattern`,
      authorizer.tokenPattern,
      "only a token authorizer has one",
    )
    .range(`${at}.ttlSeconds`, authorizer.ttlSeconds, limit.authorizerTtl);
}
function checkRoute(problems: Problems, at: string, route: RouteArgs, args: ApiArgs): void {
  const segments = splitPath(route.path);
  const authorizer = route.authorizer ?? args.defaultAuthorizer;
  const known = [...Object.keys(args.authorizers ?? {}), IAM, NONE];
  const type = authorizer === undefined ? undefined : args.authorizers?.[authorizer]?.type;
  checkPath(problems, `${at}.path`, route.path);
  problems
    .that(
      (route.function === undefined) !== (route.direct === undefined),
      at,
      `${route.method} ${route.path}`,
      "give either function or direct",
    )
    .that(
      authorizer !== undefined && known.includes(authorizer),
      `${at}.authorizer`,
      authorizer,
      `say who may call: one of ${known.join(", ")}, here or in defaultAuthorizer`,
    )
    .that(
      !route.scopes?.length || type === AuthorizerType.UserPool,
      `${at}.scopes`,
      route.scopes,
      "scopes need a user pool authorizer",
    )
    .that(
      !route.apiKeyRequired || Object.keys(args.usagePlans ?? {}).length > 0,
      `${at}.apiKeyRequired`,
      route.apiKeyRequired,
      "callers get keys from usagePlans only: add one",
    )
    .that(
      !route.body || !(route.method === HttpMethod.Get || route.method === HttpMethod.Head),
      `${at}.body`,
      route.method,
      "a request of this method has no body",
    )
    .range(`${at}.timeoutMs`, route.timeoutMs, limit.integrationTimeout);
  for (const parameter of route.requiredParameters ?? []) {
    problems.that(
      /^(querystring|header)\.[\w.~-]+$/.test(parameter),
      `${at}.requiredParameters`,
      parameter,
      "write querystring.NAME or header.NAME",
    );
  }
  if (!route.throttle) return;
  checkThrottle(problems, `${at}.throttle`, route.throttle);
  problems.that(segments.length > 0, `${at}.throttle`, route.path, "the root has the throttle of the API: set that");
} /** The path of a route, of a REST or an HTTP API. */
export function checkPath(problems: Problems, at: string, path: string): void {
  const segments = splitPath(path);
  problems
    .that(
      path.startsWith("/") &&
        !(path.length > 1 && path.endsWith("/")) &&
        segments.every((segment) => SEGMENT.test(segment)),
      at,
      path,
      "give a path such as /users/{id}",
    )
    .that(
      segments.slice(0, -1).every((segment) => !segment.endsWith("+}")),
      at,
      path,
      "a greedy parameter such as {path+} must be the last",
    );
}

/** API Gateway has one resource for each segment of a path, and one parameter at most among siblings. */
function checkTree(problems: Problems, routes: RouteArgs[]): void {
  const seen = new Set<string>();
  const parameters = new Map<string, string>();
  const resources = new Set<string>();
  for (const [index, { method, path }] of routes.entries()) {
    const key = `${method} ${path}`;
    problems.that(!seen.has(key), `routes[${index}]`, key, "another route has this method and path: remove one");
    seen.add(key);
    let parent = "";
    for (const segment of splitPath(path)) {
      if (segment.startsWith("{")) {
        const sibling = parameters.get(parent) ?? segment;
        problems.that(
          sibling === segment,
          `routes[${index}].path`,
          path,
          `another route has ${sibling} where this one has ${segment}: use one name for both`,
        );
        parameters.set(parent, sibling);
      }
      parent = `${parent}/${segment}`;
      resources.add(parent);
    }
  }
  problems.that(
    resources.size <= limit.resources.max,
    "routes",
    resources.size,
    `AWS allows ${limit.resources.max} resources (${limit.resources.page})`,
  );
}

function checkEndpoint(problems: Problems, args: ApiArgs): void {
  const isPrivate = args.endpointType === EndpointType.Private;
  problems
    .that(
      isPrivate === Boolean(args.vpcEndpointIds?.length),
      "vpcEndpointIds",
      args.vpcEndpointIds,
      isPrivate ? "a private API needs one or more: nothing could reach it otherwise" : "only a private API has them",
    )
    .that(
      !isPrivate || args.webAclArn === undefined,
      "webAclArn",
      "given",
      "AWS WAF does not inspect requests to a private API",
    )
    .that(
      !isPrivate || args.domain?.zoneId === undefined,
      "domain.zoneId",
      "given",
      "the name of a private API points at a VPC endpoint: make its record in a private hosted zone of the VPC",
    );
  for (const range of args.access?.ipRanges ?? []) {
    problems.that(parseCidr(range) !== undefined, "access.ipRanges", range, "write CIDR, such as 192.0.2.0/24");
  }
}

export function checkThrottle(problems: Problems, at: string, throttle: ThrottleArgs): void {
  problems
    .range(`${at}.rateLimit`, throttle.rateLimit, limit.rateLimit)
    .range(`${at}.burstLimit`, throttle.burstLimit, limit.burstLimit);
}

/** Checks the stage of a REST or HTTP API. */
export function checkStage(
  problems: Problems,
  { stageName, variables = {}, logRetentionDays }: Pick<ApiArgs, "stageName" | "variables" | "logRetentionDays">,
): void {
  problems
    .that(
      stageName === undefined || isNamed(naming.apiStage, stageName),
      "stageName",
      stageName,
      "AWS allows 1 to 128 letters, digits, hyphens and underscores",
    )
    .range("logRetentionDays", logRetentionDays, limits.logs.retentionDays);
  const count = Object.keys(variables).length;
  problems.that(
    count <= limit.stageVariables.max,
    "variables",
    count,
    `AWS allows ${limit.stageVariables.max} (${limit.stageVariables.page})`,
  );
  for (const [key, value] of Object.entries(variables)) {
    problems
      .that(isNamed(naming.stageVariable, key), "variables", key, "a name has 1 to 64 letters, digits and underscores")
      .that(
        isNamed(naming.stageVariableValue, value) && value.length <= limit.stageVariableValue.max,
        `variables.${key}`,
        value,
        `AWS allows ${limit.stageVariableValue.max} letters, digits and - . _ ~ : / ? # & = ,`,
      );
  }
}
