import { limits } from "../../../limits";
import { IAM } from "../rest/args";
import { checkPath, checkStage, checkThrottle } from "../rest/check";
import { type Problem, Problems } from "../../core/check";
import {
  type HttpApiArgs,
  type HttpAuthorizerArgs,
  httpApiDefaults,
  type HttpCorsArgs,
  type HttpRouteArgs,
} from "./args";
import { asCallee } from "../../function/target";

const limit = limits.apigateway;
/** A function's policy may have 20 kB, and each route takes about 400 bytes. */
const ROUTES_OF_A_FUNCTION = 40;

/** Problems with an HTTP API's arguments. */
export function httpApiProblems(args: HttpApiArgs): Problem[] {
  const problems = new Problems();
  const { authorizers = {}, routes } = args;
  const names = Object.keys(authorizers);
  problems
    .that(
      routes.length > 0 && routes.length <= limit.resources.max,
      "routes.length",
      routes.length,
      `give 1 to ${limit.resources.max} routes (${limit.resources.page})`,
    )
    .that(
      names.length <= limit.authorizers.max,
      "authorizers",
      names.length,
      `AWS allows ${limit.authorizers.max} (${limit.authorizers.page})`,
    );
  problems.all(httpApiSettingsProblems(args));
  for (const [key, authorizer] of Object.entries(authorizers)) checkAuthorizer(problems, key, authorizer);
  for (const [index, route] of routes.entries()) checkRoute(problems, `routes[${index}]`, route, args);
  checkKeys(problems, routes);
  return problems.list;
}

/** Problems with an API's stage, without its routes. */
export function httpApiSettingsProblems(args: Omit<HttpApiArgs, "routes">): Problem[] {
  const problems = new Problems();
  const { stageName, throttle, cors } = args;
  checkStage(problems, { ...args, stageName: stageName === httpApiDefaults.stageName ? undefined : stageName });
  if (throttle) checkThrottle(problems, "throttle", throttle);
  if (cors) checkCors(problems, cors);
  return problems.list;
}

function checkAuthorizer(problems: Problems, key: string, authorizer: HttpAuthorizerArgs): void {
  const at = `authorizers.${key}`;
  const { jwt, ttlSeconds, identitySources } = authorizer;
  problems
    .that(/^[\w-]+$/.test(key) && key !== IAM, at, key, "a name of letters and digits, not iam")
    .that(
      (jwt === undefined) !== (authorizer.function === undefined),
      at,
      Object.keys(authorizer),
      "give either jwt or function",
    )
    .range(`${at}.ttlSeconds`, ttlSeconds, limit.authorizerTtl)
    .that(
      !jwt || ttlSeconds === undefined,
      `${at}.ttlSeconds`,
      ttlSeconds,
      "API Gateway caches only the result of a function",
    )
    .that(
      !ttlSeconds || identitySources?.length !== 0,
      `${at}.identitySources`,
      identitySources,
      "the identity sources are the cache key: give one or more, or ttlSeconds 0",
    );
  if (!jwt) return;
  const { issuer, audiences } = jwt;
  problems
    .that(audiences.length > 0, `${at}.jwt.audiences`, audiences, "give one or more: tokens for other apps are refused")
    .that(
      typeof issuer !== "string" || /^https:\/\/[^?#]+$/.test(issuer),
      `${at}.jwt.issuer`,
      issuer,
      "give the https:// address that is in the claim iss",
    )
    .that(
      identitySources === undefined || identitySources.length === 1,
      `${at}.identitySources`,
      identitySources,
      "give exactly one place where the token is",
    );
}

function checkRoute(problems: Problems, at: string, route: HttpRouteArgs, args: HttpApiArgs): void {
  const authorizer = route.authorizer ?? args.defaultAuthorizer;
  const known = [...Object.keys(args.authorizers ?? {}), IAM];
  checkPath(problems, `${at}.path`, route.path);
  if (route.public) {
    problems.that(
      route.authorizer === undefined && !route.scopes?.length,
      `${at}.public`,
      true,
      "a public route has no authorizer and no scopes: remove public, or the others",
    );
  } else {
    problems
      .that(
        authorizer !== undefined && known.includes(authorizer),
        `${at}.authorizer`,
        authorizer,
        `say who may call: one of ${known.join(", ")}, here or in defaultAuthorizer; or public: true`,
      )
      .that(
        !route.scopes?.length || args.authorizers?.[authorizer ?? ""]?.jwt !== undefined,
        `${at}.scopes`,
        route.scopes,
        "scopes need a JWT authorizer",
      );
  }
  problems.range(`${at}.timeoutMs`, route.timeoutMs, limit.httpIntegrationTimeout);
  if (route.throttle) checkThrottle(problems, `${at}.throttle`, route.throttle);
}

/** Each method and path may be there once; the names of path parameters do not matter. */
function checkKeys(problems: Problems, routes: HttpRouteArgs[]): void {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  for (const [index, { method, path, function: target }] of routes.entries()) {
    const key = `${method} ${path.replaceAll(/\{[^/}+]+(\+?)\}/g, "{$1}")}`;
    problems.that(
      !seen.has(key),
      `routes[${index}]`,
      `${method} ${path}`,
      "another route has this method and path: remove one",
    );
    seen.add(key);
    const { name } = asCallee(target);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [target, count] of counts) {
    problems.that(
      count <= ROUTES_OF_A_FUNCTION,
      "routes",
      `${count} to the function ${target}`,
      `the policy of a function has room for ${ROUTES_OF_A_FUNCTION}: use ANY, a greedy path such as {path+}, or another function`,
    );
  }
}

function checkCors(problems: Problems, { origins, credentials }: HttpCorsArgs): void {
  for (const [index, origin] of origins.entries()) {
    problems.that(
      (origin === "*" && origins.length === 1) || /^https?:\/\/[^/*\s]+$/.test(origin),
      `cors.origins[${index}]`,
      origin,
      'give origins without a path, such as https://www.example.com, or "*" alone',
    );
  }
  problems
    .that(origins.length > 0, "cors.origins", origins, "give one or more")
    .that(
      !credentials || !origins.includes("*"),
      "cors.credentials",
      credentials,
      'browsers send no credentials to the origin "*": name the origins',
    );
}
