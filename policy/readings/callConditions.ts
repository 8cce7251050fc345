import { readConditions, type Test, holdsWithoutKey } from "./conditions";
import { type Answer, covers, type Statement } from "./iam";
import { type Graph } from "../frame/graph";
import { type Reading } from "../frame/known";
import { type Resource, types } from "../frame/resource";

/** Who calls: a service, on behalf of a resource of the stack where that is known, or a role of the stack. */
export type Caller = { readonly service: string; readonly source?: Resource | undefined } | { readonly role: Resource };

/** The ARN of a resource; that of a bucket is known with its name. */
export function readArn(resource: Resource): Reading<string> {
  const arn = resource.get("arn").text();
  if (arn.state === "known" || resource.type !== types.bucket) return arn;
  const name = resource.get("bucket").text();
  return name.state === "known" ? { state: "known", value: `arn:aws:s3:::${name.value}` } : name;
}

/** Whether all conditions of a statement hold for a call. */
export function conditionsHold(stack: Graph, holder: Resource, statement: Statement, caller: Caller): Answer {
  const tests = readConditions(statement.conditions);
  if (tests.state !== "known") return "unknown";
  const answers = tests.value.map((test) => holdsFor(stack, holder, test, caller));
  if (answers.includes("no")) return "no";
  return answers.includes("unknown") ? "unknown" : "yes";
}

/** A key of a request: absent, known, or known to AWS only. */
type Key = Reading<string>;

const there: Key = { state: "unknown" };
const missing: Key = { state: "absent" };
const known = (value: string): Key => ({ state: "known", value });

/** What a request has for a key in lower case, as far as it can be said. */
function requestKey(key: string, caller: Caller): Key {
  if (key === "aws:securetransport") return known("true"); // AWS's own services call each other over TLS
  if ("role" in caller) {
    if (key === "aws:principalarn") return readArn(caller.role);
    if (key === "aws:principalaccount") return caller.role.account === undefined ? there : known(caller.role.account);
    if (key === "aws:principalisawsservice") return known("false");
    return /^aws:source(arn|account|owner|org)/.test(key) ? missing : there;
  }
  if (key === "aws:principalisawsservice") return known("true");
  if (key === "aws:principalservicename") return known(caller.service);
  if (key === "aws:sourcearn") return caller.source ? readArn(caller.source) : there;
  const own = caller.source?.account;
  if (key === "aws:sourceaccount" || key === "aws:sourceowner") return own === undefined ? there : known(own);
  // A service has no principal of an account, and calls from no network of the account.
  return /^aws:(principal(arn|account|org|tag|type)|source(ip|vpc)|vpce|userid|username)/.test(key) ? missing : there;
}

function holdsFor(stack: Graph, holder: Resource, test: Test, caller: Caller): Answer {
  const key = requestKey(test.key, caller);
  if (key.state === "absent") return holdsWithoutKey(test) ? "yes" : "no";
  if (key.state === "known") return compare(test, key.value);
  if (!("service" in caller)) return "unknown";
  // The account or organization that a service works for is taken from the policy, unless the stack says otherwise.
  if (/^aws:source(account|owner|org)/.test(test.key)) return test.negated || test.values.unknown ? "unknown" : "yes";
  const { source } = caller;
  if (test.key !== "aws:sourcearn" || test.negated || !source) return "unknown";
  const isNamed = test.values.known.some((value) => stack.find(holder, value, source.type).includes(source));
  return isNamed ? "yes" : "unknown";
}

/** How an operator compares one value of a request with one of a policy; others are not decided here. */
const comparisons: Readonly<Record<string, (pattern: string, value: string) => boolean>> = {
  stringequals: (pattern, value) => pattern === value,
  stringequalsignorecase: (pattern, value) => pattern.toLowerCase() === value.toLowerCase(),
  stringlike: covers,
  arnequals: covers,
  arnlike: covers,
  bool: (pattern, value) => pattern.toLowerCase() === value.toLowerCase(),
};

function compare(test: Test, value: string): Answer {
  if (test.operator === "null") return test.values.known.some((each) => each.toLowerCase() === "false") ? "yes" : "no";
  const matches = comparisons[test.operator];
  if (!matches || test.values.known.some((each) => each.includes("${"))) return "unknown";
  if (test.values.known.some((pattern) => matches(pattern, value))) return test.negated ? "no" : "yes";
  if (test.values.unknown) return "unknown";
  return test.negated ? "yes" : "no";
}
