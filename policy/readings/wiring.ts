import { type Caller, readArn } from "./callConditions";
import { allows, type Answer, both, concerns, covers, either, type Statement, statements, strings } from "./iam";
import { managedActions } from "./managedPolicies";
import { readable, readPermissions } from "./permissions";
import { evaluatePolicy, isRegional, policyAllows, policyTypes } from "./resourcePolicy";
import { type Graph } from "../frame/graph";
import { parseFunctionName } from "../frame/functionName";
import { type Property, type Reading } from "../frame/known";
import { findAccount } from "../frame/accounts";
import { type Resource, types } from "../frame/resource";

/** Whether a role's trust policy allows a service, by its global or its Regional name. */
export function mayAssume(role: Resource, service: string): Answer {
  const trust = statements(role.get("assumeRolePolicy"));
  if (trust.state !== "known") return "unknown";
  const isNamed = (name: string) => name === service || name === "*" || isRegional(name, service);
  return either(
    trust.value
      .filter((statement) => statement.effect === "Allow" && concerns(statement, "sts:AssumeRole") !== "no")
      .map(({ principal }): Answer => {
        const named = [principal.at("Service"), principal, principal.at("AWS")].flatMap((each) => strings(each) ?? []);
        if (named.some(({ known }) => known.some(isNamed))) return "yes";
        return strings(principal.at("Service"))?.unknown === true ? "unknown" : "no";
      }),
  );
}

/** What a role acts on: its ARN, and the resource of the stack where one can be named. */
export interface ActedOn {
  readonly arn: Reading<string>;
  readonly target?: Resource | undefined;
}

/**
 * Whether a role may perform one of several actions on a target whose ARN may not be known yet: by its own policies
 * within its boundary, or by the target's policy if that names it; across accounts by both. An action that no
 * statement allows anywhere is not allowed, whatever the ARN will be. Without a target (`absent`), any resource will
 * do.
 */
export function mayDo(stack: Graph, role: Resource, actions: readonly string[], { arn, target }: ActedOn): Answer {
  const own = identityAllows(stack, role, actions, arn);
  const found = target ?? (arn.state === "known" ? findTarget(stack, role, arn.value) : undefined);
  if (!found) return own;
  const policies = actions.map((action) => evaluatePolicy(stack, found, action, { role }));
  if (policies.every(({ denied }) => denied)) return "no";
  const account = found.account ?? (arn.state === "known" ? findAccount(arn.value) : undefined);
  const isForeign = role.account !== undefined && account !== undefined && role.account !== account;
  if (isForeign) return both(own, either(policies.map(({ allowed }) => allowed)));
  return own === "yes" ? own : either([own, ...policies.map(({ named }) => named)]);
}

/** The resource of the stack that an ARN names, if it has a policy; an object's is its bucket's. */
function findTarget(stack: Graph, from: Resource, arn: string): Resource | undefined {
  const value = arn.startsWith("arn:aws:s3:::") ? arn.replace(/\/.*$/, "") : arn;
  for (const type of policyTypes) {
    const [found] = stack.find(from, value, type);
    if (found) return found;
  }
  return undefined;
}

/** Whether the policies of a role, those of AWS among them, allow one of several actions within its boundary. */
function identityAllows(stack: Graph, role: Resource, actions: readonly string[], arn: Reading<string>): Answer {
  const { grants, managed, open } = readPermissions(stack, role);
  const { all, open: unread } = readable(grants);
  const given = all.map(([statement]) => statement);
  const boundary = boundaryAllows(stack, role, actions, arn);
  if (boundary === "no") return "no";
  const byAws = managed.map((each) => managedActions(each));
  const allowedByAws = actions.filter((action) =>
    byAws.some((each) => each?.some((pattern) => matches(pattern, action))),
  );
  if (allowedByAws.some((action) => !denies(given, action, arn))) return boundary;
  const answer = either(
    actions.map((action) =>
      arn.state === "known" ? allows(given, action, arn.value) : allowsSomewhere(given, action),
    ),
  );
  if (answer === "unknown" && arn.state === "absent") return boundary;
  if (answer !== "no") return both(answer, boundary);
  return open || unread || byAws.includes(undefined) ? "unknown" : "no";
}

/** Whether statements deny an action for certain: everywhere, or on the target. */
function denies(all: readonly Statement[], action: string, arn: Reading<string>): boolean {
  // An action allowed on every resource is allowed on the target unless it is denied.
  const everything: Statement[] = all.filter(({ effect }) => effect === "Deny");
  return everything.some(
    (each) =>
      concerns(each, action) === "yes" &&
      each.conditions.any().state === "absent" &&
      each.resources?.known.some((pattern) => pattern === "*" || (arn.state === "known" && covers(pattern, arn.value))),
  );
}

/** A role without a boundary has the rights of its policies; the policy of another stack cannot be read. */
function boundaryAllows(stack: Graph, role: Resource, actions: readonly string[], arn: Reading<string>): Answer {
  const property = role.get("permissionsBoundary");
  if (property.any().state === "absent" || role.leavesToAws(property)) return "yes";
  const reference = stack.refer(role, property, types.policy);
  if (reference.state === "external") {
    const patterns = managedActions(reference.value);
    return patterns?.some((pattern) => actions.some((action) => matches(pattern, action))) ? "yes" : "unknown";
  }
  const documents = (reference.state === "resolved" ? reference.to : []).map((each) => statements(each.get("policy")));
  const [document] = documents;
  if (document?.state !== "known") return "unknown";
  return either(
    actions.map((action) =>
      arn.state === "known" ? allows(document.value, action, arn.value) : allowsSomewhere(document.value, action),
    ),
  );
}

function matches(pattern: string, action: string): boolean {
  return covers(pattern.toLowerCase(), action.toLowerCase());
}

function allowsSomewhere(all: readonly Statement[], action: string): Answer {
  const some = all.some((each) => each.effect === "Allow" && concerns(each, action) !== "no");
  const everywhere = all.some(
    (each) => each.effect === "Allow" && concerns(each, action) === "yes" && each.resources?.known.includes("*"),
  );
  if (everywhere) return "yes";
  return some ? "unknown" : "no";
}

/** A service that calls, on behalf of a resource of the stack where that is known. */
type Service = Extract<Caller, { readonly service: string }>;

/** Whether a permission or a policy of the stack lets a service invoke a function, by the qualifier with which it does. */
export function mayInvoke(stack: Graph, { service, source }: Service, fn: Resource, qualifier?: string): Answer {
  const { linked, unresolved } = stack.pointingAt(fn, types.permission, "function");
  const answers = linked.map((permission): Answer => {
    const parts = [
      isText(permission.get("principal"), (value) => value === "*" || value === service || isRegional(value, service)),
      isText(permission.get("action"), (value) => matches(value, "lambda:InvokeFunction"), "yes"),
      qualifier === undefined ? "yes" : isQualified(permission, qualifier),
      source ? isFrom(stack, permission, permission.get("sourceArn"), source) : "yes",
      source ? isOfAccount(permission, fn, source) : "yes",
    ];
    return parts.reduce(both);
  });
  const byPolicy = policyAllows(stack, fn, "lambda:InvokeFunction", { service, source });
  return either(unresolved ? [...answers, byPolicy, "unknown"] : [...answers, byPolicy]);
}

function isText(property: Property, holds: (value: string) => boolean, absent: Answer = "no"): Answer {
  const text = property.text();
  if (text.state === "unknown") return "unknown";
  if (text.state !== "known") return absent;
  return holds(text.value) ? "yes" : "no";
}

/** A permission counts for the version or alias that it names, and without one for the function without any. */
function isQualified(permission: Resource, qualifier: string): Answer {
  const own = permission.get("qualifier").text();
  if (own.state === "unknown" && !permission.leavesToAws(permission.get("qualifier"))) return "unknown";
  if (own.state === "known" && own.value !== "") return own.value === qualifier ? "yes" : "no";
  const text = permission.get("function").text();
  const named = text.state === "known" ? parseFunctionName(text.value) : undefined;
  if (!named) return "yes"; // what it is made from is found by its links
  return (named.qualifier ?? "") === qualifier ? "yes" : "no";
}

/** A resource of the same provider is in the account in the function's ARN. */
function isOfAccount(permission: Resource, fn: Resource, source: Resource): Answer {
  const named = permission.get("sourceAccount").text();
  const account = source.account ?? (source.providerUrn === fn.providerUrn ? fn.account : undefined);
  return named.state !== "known" || account === undefined || named.value === account ? "yes" : "no";
}

/** Whether what limits a caller to a source (an ARN, or a pattern of ARNs) is about one resource. */
function isFrom(stack: Graph, owner: Resource, limit: Property, source: Resource): Answer {
  const pattern = limit.text();
  if (pattern.state === "absent") return "yes";
  if (pattern.state === "known") {
    const arn = readArn(source);
    if (arn.state === "known") return covers(pattern.value, arn.value) ? "yes" : "no";
    if (stack.find(owner, pattern.value, source.type).includes(source)) return "yes";
    return "unknown";
  }
  const linked = stack.sources(owner, limit, source.type);
  if (linked.includes(source)) return "yes";
  return linked.length > 0 ? "no" : "unknown";
}
