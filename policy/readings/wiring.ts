import { readConditions } from "./conditions";
import { allows, type Answer, concerns, covers, either, type Statement, statements, strings } from "./iam";
import { managedActions } from "./managedPolicies";
import { readable, readPermissions } from "./permissions";
import { type Graph } from "../frame/graph";
import { parseFunctionName } from "../frame/functionName";
import { type Property, type Reading } from "../frame/known";
import { type Resource, types } from "../frame/resource";

/** Whether a role's trust lets a service assume it; a service goes by its name, and by the one with a Region in it. */
export function mayAssume(role: Resource, service: string): Answer {
  const trust = statements(role.get("assumeRolePolicy"));
  if (trust.state !== "known") return "unknown";
  const [label = ""] = service.split(".");
  const isNamed = (name: string) =>
    name === service || name === "*" || new RegExp(`^${label}\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?$`).test(name);
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

/**
 * Whether a role may do one of several actions on a target whose ARN may not be known yet. What no statement allows
 * anywhere is not allowed, whatever the ARN will be. Where there is no target by name (`absent`), anything will do.
 */
export function mayDo(stack: Graph, role: Resource, actions: readonly string[], target: Reading<string>): Answer {
  const { grants, managed, open } = readPermissions(stack, role);
  const { all, open: unread } = readable(grants);
  const given = all.map(([statement]) => statement);
  const byAws = managed.map((arn) => managedActions(arn));
  if (byAws.some((each) => each?.some((pattern) => actions.some((action) => matches(pattern, action))))) return "yes";
  const answer = either(
    actions.map((action) =>
      target.state === "known" ? allows(given, action, target.value) : allowsSomewhere(given, action),
    ),
  );
  if (answer === "unknown" && target.state === "absent") return "yes";
  if (answer !== "no") return answer;
  return open || unread || byAws.includes(undefined) ? "unknown" : "no";
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
interface Caller {
  readonly service: string;
  readonly source?: Resource | undefined;
}

/** Whether a permission of the stack lets a service invoke a function, by the qualifier with which it does. */
export function mayInvoke(stack: Graph, { service, source }: Caller, fn: Resource, qualifier?: string): Answer {
  const { linked, unresolved } = stack.pointingAt(fn, types.permission, "function");
  const answers = linked.map((permission): Answer => {
    const parts = [
      isText(permission.get("principal"), (value) => value === service || value === "*"),
      isText(permission.get("action"), (value) => matches(value, "lambda:InvokeFunction"), "yes"),
      qualifier === undefined ? "yes" : isQualified(permission, qualifier),
      source ? isFrom(stack, permission, permission.get("sourceArn"), source) : "yes",
      source ? isOfAccount(permission, fn, source) : "yes",
    ];
    if (parts.includes("no")) return "no";
    return parts.includes("unknown") ? "unknown" : "yes";
  });
  return either(unresolved ? [...answers, "unknown"] : answers);
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

/** A source that one provider makes together with the function is of the account in the function's ARN. */
function isOfAccount(permission: Resource, fn: Resource, source: Resource): Answer {
  const account = permission.get("sourceAccount").text();
  const arn = fn.get("arn").text();
  if (account.state !== "known" || arn.state !== "known" || source.providerUrn !== fn.providerUrn) return "yes";
  return account.value === arn.value.split(":")[4] ? "yes" : "no";
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

/** The ARN of a resource; that of a bucket is known with its name. */
export function readArn(resource: Resource): Reading<string> {
  const arn = resource.get("arn").text();
  if (arn.state === "known" || resource.type !== types.bucket) return arn;
  const name = resource.get("bucket").text();
  return name.state === "known" ? { state: "known", value: `arn:aws:s3:::${name.value}` } : name;
}

/** The types of policies that stand alone, with the property that names what they are of. */
const separatePolicies: Readonly<Record<string, readonly [type: string, property: string]>> = {
  [types.queue]: [types.queuePolicy, "queueUrl"],
  [types.topic]: [types.topicPolicy, "arn"],
  [types.key]: [types.keyPolicy, "keyId"],
};

/** Whether the policy of a queue, topic or key lets a service do something, on behalf of a resource of the stack. */
export function policyAllows(stack: Graph, owner: Resource, action: string, { service, source }: Caller): Answer {
  const [type = "", property = ""] = separatePolicies[owner.type] ?? [];
  const { linked, unresolved } = stack.pointingAt(owner, type, property);
  const inline = owner.leavesToAws(owner.get("policy")) ? [] : [owner];
  const holders = [...inline, ...linked];
  const documents = holders.map((holder) => [holder, statements(holder.get("policy"))] as const);
  const answers = documents.flatMap(([holder, document]) =>
    document.state === "known"
      ? document.value.map((statement) => lets(stack, holder, statement, action, { service, source }))
      : [],
  );
  const answer = either(answers);
  if (answer !== "no") return answer;
  return unresolved || documents.some(([, { state }]) => /unknown|malformed/.test(state)) ? "unknown" : "no";
}

function lets(stack: Graph, holder: Resource, statement: Statement, action: string, caller: Caller): Answer {
  if (statement.effect !== "Allow" || concerns(statement, action) === "no") return "no";
  const { principal } = statement;
  const named = [principal.at("Service"), principal, principal.at("AWS")].flatMap((each) => strings(each) ?? []);
  if (!named.some(({ known }) => known.includes(caller.service) || known.includes("*"))) {
    return named.some(({ unknown }) => unknown) ? "unknown" : "no";
  }
  const tests = readConditions(statement.conditions);
  if (tests.state !== "known") return "unknown";
  const answers = tests.value.map((test): Answer => {
    if (test.key !== "aws:sourcearn" || test.negated || test.values.unknown || !caller.source) return "unknown";
    const arn = readArn(caller.source);
    if (arn.state !== "known") {
      const { source } = caller;
      return test.values.known.some((each) => stack.find(holder, each, source.type).includes(source))
        ? "yes"
        : "unknown";
    }
    const { value } = arn;
    return test.values.known.some((pattern) => covers(pattern, value)) ? "yes" : "no";
  });
  if (answers.includes("no")) return "no";
  return answers.includes("unknown") ? "unknown" : concerns(statement, action);
}
