import { type Graph } from "../frame/graph";
import { readConditions } from "./conditions";
import { type Answer, concerns, covers, type Statement, statements } from "./iam";
import { type Reading } from "../frame/known";
import { isForEverybody } from "./public";
import { type Resource } from "../frame/resource";
import { holds, notEvaluated, type RuleInfo, type StackRule, type Verdict, violated } from "../frame/rule";

/** Whether a statement denies everyone an action without TLS. */
export function deniesPlainText(statement: Statement, action: string): boolean {
  return (
    statement.effect === "Deny" &&
    concerns(statement, action) === "yes" &&
    isForEverybody(statement) &&
    statement.notPrincipal.any().state === "absent" &&
    isWithoutTls(statement)
  );
}

/** The condition is `Bool { aws:SecureTransport: false }` and nothing else. */
function isWithoutTls({ conditions }: Statement): boolean {
  const tests = readConditions(conditions);
  if (tests.state !== "known" || tests.value.length !== 1) return false;
  return tests.value.every(
    ({ operator, negated, key, values }) =>
      operator === "bool" &&
      !negated &&
      key === "aws:securetransport" &&
      values.known.length > 0 &&
      values.known.every((value) => value.toLowerCase() === "false"),
  );
}

/** Whether the denials together cover the whole resource: a bucket's ARN and that of its objects. */
function coverAll(denials: readonly Statement[], parts: readonly string[], name: Reading<string>): Answer {
  const resources = denials.flatMap((each) => each.resources?.known ?? []);
  const open = denials.some((each) => each.resources?.unknown === true);
  const isNamed = (part: string): boolean => {
    if (name.state === "known") return resources.some((each) => covers(each, `arn:aws:s3:::${name.value}${part}`));
    // While the name is not known: by what the ARNs end in.
    return resources.some((each) => each === "*" || each.endsWith("*") === (part !== ""));
  };
  if (parts.every(isNamed)) return "yes";
  return open ? "unknown" : "no";
}

/** What sets one rule on TLS apart from another. */
export interface TlsOnlyRule extends RuleInfo {
  readonly type: string;
  /** The type of a policy that stands alone, and its property that names what it is of. */
  readonly policy: readonly [type: string, property: string];
  /** The action that must be denied without TLS. */
  readonly action: string;
  /** The suffixes of the ARNs to cover; for anything but a bucket, its ARN is sufficient. */
  readonly parts?: readonly string[];
}

/** A rule that the policy of every resource of a type denies what comes without TLS. */
export function tlsOnlyRule({ type, policy, action, parts = [], ...info }: TlsOnlyRule): StackRule {
  return {
    ...info,
    scope: "stack",
    check: (stack: Graph) => stack.ofType(type).flatMap((resource) => check(stack, resource, policy, action, parts)),
  };
}

function check(
  stack: Graph,
  resource: Resource,
  [type, property]: readonly [string, string],
  action: string,
  parts: readonly string[],
): Verdict {
  const { linked, unresolved } = stack.pointingAt(resource, type, property);
  const owners = [...linked, ...(resource.leavesToAws(resource.get("policy")) ? [] : [resource])];
  const documents = owners.map((owner) => statements(owner.get("policy")));
  const read = documents.flatMap((document) => (document.state === "known" ? document.value : []));
  const denials = read.filter((statement) => deniesPlainText(statement, action));
  const answer = denials.length === 0 ? "no" : coverAll(denials, parts, resource.get("bucket").text());
  if (answer === "yes") return holds;
  const open = answer === "unknown" || unresolved || documents.some(({ state }) => /unknown|malformed/.test(state));
  if (open) return notEvaluated(resource, "policy");
  return denials.length === 0
    ? violated(resource, "its policy does not deny requests without TLS")
    : violated(
        resource,
        "its policy denies requests without TLS for a part of it only: name its ARN, and that with /*",
      );
}
