/** What a verified token allows, as the policy that API Gateway applies, and keeps for the token's next requests. */
import { type PolicyDocument, type Statement } from "aws-lambda";

import { routeMethods } from "../../limits/routes";
import { beyond, hits, formatPattern, share } from "./patterns";
import { comparePrecedence, findRoute, parseRoute, type Route, serves, takes } from "./routes";
import { type Rule } from "./settings";

/** What of a token decides. */
export interface Rights {
  scopes: readonly string[];
  groups: readonly string[];
}

/** What is asked for, out of the ARN of a method or a route. */
interface Request {
  /** The ARN up to the stage. */
  stage: string;
  method: string;
  /** Without the slash that it begins with. */
  path: string;
}

/** Bytes of a policy's ARNs; one of them has 512 characters at most. */
const MOST_BYTES = 8_000;
const LONGEST_ARN = 512;

function readRequest(arn: string): Request {
  const found = /^(arn:[^:]+:execute-api:[^:]*:[^:]*:[^/]+\/[^/]+)\/([^/]+)\/?(.*)$/s.exec(arn);
  if (!found) throw new Error(`${arn} is not the ARN of a method`);
  const [, stage = "", method = "", path = ""] = found;
  return { stage, method, path };
}

type Judged = Route & { allowed: boolean };

const meets = (needed: readonly string[], held: readonly string[]): boolean =>
  needed.length === 0 || needed.some((name) => held.includes(name));

const judge = (rules: readonly Rule[], { scopes, groups }: Rights): Judged[] =>
  rules.map((rule) => ({
    ...parseRoute(rule.route),
    allowed: meets(rule.scopes, scopes) && meets(rule.groups, groups),
  }));

/** Whether the rule of the route that serves the request is met; where no route of a rule does, nobody is let in. */
export function isAllowed(arn: string, rules: readonly Rule[], rights: Rights): boolean {
  const { method, path } = readRequest(arn);
  return findRoute(judge(rules, rights), method, path)?.allowed ?? false;
}

/**
 * A policy that decides this request as the rules do, and opens as much more as it can distinguish from what it must not
 * open, since API Gateway keeps it for the token's next requests.
 *
 * `*` goes past slashes, and a denial wins over what is allowed. So a route is opened together with denials of what its
 * pattern has besides: other depths, and the routes of refused rules that API Gateway prefers. Where such a denial would
 * close what is open already, the route stays closed in this policy, and a request to it that API Gateway decides by this
 * policy is refused. The route of the request itself comes first, so that this is never the request at hand.
 */
export function policyFor(methodArn: string, rules: readonly Rule[], rights: Rights): PolicyDocument {
  const request = readRequest(methodArn);
  const judged = judge(rules, rights);
  const opened = new OpenedRoutes(request, judged);
  if (opened.servesRequest) {
    const around = judged.filter((route) => route.allowed && serves(route, request.method, request.path));
    // The widest first: what it opens needs no denials of its own.
    const added = around
      .sort(comparePrecedence)
      .reverse()
      .filter((route) => opened.add(request.method, route));
    if (added.length === 0) opened.addRequest();
  }
  for (const method of [request.method, ...routeMethods.filter((other) => other !== request.method)]) {
    const open = judged.filter((route) => route.allowed && takes(route, method));
    for (const route of open.sort(greedyFirst)) opened.add(method, route);
  }
  return opened.policy();
}

const isGreedy = ({ segments }: Route): boolean => segments.at(-1)?.kind === "greedy";
const greedyFirst = (one: Route, other: Route): number =>
  Number(isGreedy(other)) - Number(isGreedy(one)) || comparePrecedence(one, other);

/** What a policy opens so far. */
class OpenedRoutes {
  /** Whether the request is one of those that the rules let in. */
  readonly servesRequest: boolean;
  private readonly allowed = new Set<string>();
  private readonly denied = new Set<string>();
  private readonly routes: { method: string; route: Route }[] = [];
  private readonly request: Route;
  private bytes = 0;

  constructor(
    private readonly at: Request,
    private readonly judged: readonly Judged[],
  ) {
    // A path is a route without parameters: what would close it closes the request.
    const segments = at.path === "" ? [] : at.path.split("/");
    this.request = { method: at.method, segments: segments.map((text) => ({ kind: "static", text })) };
    this.servesRequest = findRoute(judged, at.method, at.path)?.allowed ?? false;
  }

  /** Opens a route for a method, with the denials that it needs; not where those would close what is open, or the request. */
  add(method: string, route: Route): boolean {
    const pattern = `${method}${formatPattern(route)}`;
    if (this.allowed.has(pattern)) return true;
    const denials = this.denialsFor(method, route);
    const own = this.servesRequest ? [{ method: this.at.method, route: this.request }] : [];
    const open = [...this.routes, ...own];
    if (denials.some((denial) => open.some((each) => closes(denial, each)))) return false;
    if (!this.fits([pattern], denials.map(toPattern))) return false;
    this.allowed.add(pattern);
    for (const denial of denials) this.denied.add(toPattern(denial));
    this.routes.push({ method, route });
    return true;
  }

  /** Opens the request, and nothing else; not where it could be read as a pattern, which would open more. */
  addRequest(): void {
    const text = `${this.at.method}/${this.at.path}`;
    if (!/[*?$]/.test(text) && this.fits([text])) this.allowed.add(text);
  }

  policy(): PolicyDocument {
    const { stage } = this.at;
    const arns = (patterns: Iterable<string>) => [...patterns].map((pattern) => `${stage}/${pattern}`);
    const Statement =
      this.allowed.size > 0 ? [statement("Allow", arns(this.allowed))] : [statement("Deny", [`${stage}/*`])];
    if (this.denied.size > 0) Statement.push(statement("Deny", arns(this.denied)));
    return { Version: "2012-10-17", Statement };
  }

  private denialsFor(method: string, route: Route): Denial[] {
    const refused = this.judged.filter(
      (other) => !other.allowed && takes(other, method) && comparePrecedence(other, route) < 0 && share(other, route),
    );
    return [
      ...beyond(route).map((path) => ({ method: this.isFree(path) ? "*" : method, path })),
      ...refused.map((other) => ({ method, path: formatPattern(other), of: other })),
    ];
  }

  /** Whether the path can be denied for all methods, and under all paths, which keeps the policy short. */
  private isFree(path: string): boolean {
    return ![...this.judged.filter(({ allowed }) => allowed), this.request].some((route) => hits(`*${path}`, route));
  }

  /** Takes the patterns into the count of bytes, if there is room. One may be allowed and denied, of two routes. */
  private fits(allowed: string[], denied: string[] = []): boolean {
    const added = [
      ...allowed.filter((pattern) => !this.allowed.has(pattern)),
      ...denied.filter((pattern) => !this.denied.has(pattern)),
    ];
    const lengths = added.map((pattern) => this.at.stage.length + 1 + Buffer.byteLength(pattern));
    const bytes = this.bytes + lengths.reduce((sum, length) => sum + length + 3, 0);
    if (bytes > MOST_BYTES || lengths.some((length) => length > LONGEST_ARN)) return false;
    this.bytes = bytes;
    return true;
  }
}

interface Denial {
  method: string;
  path: string;
  /** The refused route that it is about. */
  of?: Route;
}

const toPattern = ({ method, path }: Denial): string => `${method}${path}`;

/** Whether a denial closes requests that this route serves. What the refused route serves itself was never open. */
function closes({ method, path, of }: Denial, open: { method: string; route: Route }): boolean {
  if (method === "*") return hits(`*${path}`, open.route);
  if (method !== open.method) return false;
  if (of && comparePrecedence(of, open.route) < 0) return beyond(of).some((pattern) => hits(pattern, open.route));
  return hits(path, open.route);
}

const statement = (Effect: "Allow" | "Deny", resources: string[]): Statement => ({
  Effect,
  Action: "execute-api:Invoke",
  Resource: resources,
});
