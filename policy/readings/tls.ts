import { type Graph } from "../frame/graph";
import { concerns, type Statement, statements, strings } from "./iam";
import { type Property } from "../frame/known";
import { type Resource } from "../frame/resource";
import { holds, notEvaluated, type RuleInfo, type StackRule, type Verdict, violated } from "../frame/rule";

/** Whether a statement denies everybody an action that comes without TLS. */
export function deniesPlainText(statement: Statement, action: string): boolean {
  return (
    statement.effect === "Deny" &&
    concerns(statement, action) === "yes" &&
    everybody(statement.principal) &&
    withoutTls(statement.conditions)
  );
}

function everybody(principal: Property): boolean {
  return [principal, principal.at("AWS")].some((each) => strings(each)?.known.includes("*"));
}

/** The condition is `Bool { aws:SecureTransport: false }`; operators and keys ignore case. */
function withoutTls(conditions: Property): boolean {
  const operators = conditions.entries();
  return (
    operators.state === "known" &&
    operators.value.length === 1 &&
    operators.value.every(([operator, tests]) => {
      const keys = tests.entries();
      return (
        /^Bool(IfExists)?$/i.test(operator) &&
        keys.state === "known" &&
        keys.value.length === 1 &&
        keys.value.every(([key, value]) => {
          const flag = value.flag();
          return key.toLowerCase() === "aws:securetransport" && flag.state === "known" && !flag.value;
        })
      );
    })
  );
}

/** What sets one rule on TLS apart from another. */
export interface TlsOnlyRule extends RuleInfo {
  readonly type: string;
  /** The type of a policy that stands alone, and its property that names what it is of. */
  readonly policy: readonly [type: string, property: string];
  /** The action that must be denied without TLS. */
  readonly action: string;
}

/** A rule that the policy of every resource of a type denies what comes without TLS. */
export function tlsOnlyRule({ type, policy, action, ...info }: TlsOnlyRule): StackRule {
  return {
    ...info,
    scope: "stack",
    check: (stack: Graph) => stack.ofType(type).flatMap((resource) => check(stack, resource, policy, action)),
  };
}

function check(stack: Graph, resource: Resource, [type, property]: readonly [string, string], action: string): Verdict {
  const { linked, unresolved } = stack.pointingAt(resource, type, property);
  const owners = [...linked, ...(resource.leavesToAws(resource.get("policy")) ? [] : [resource])];
  const documents = owners.map((owner) => statements(owner.get("policy")));
  const read = documents.flatMap((document) => (document.state === "known" ? document.value : []));
  if (read.some((statement) => deniesPlainText(statement, action))) return holds;
  const open = unresolved || documents.some(({ state }) => state === "unknown" || state === "malformed");
  return open ? notEvaluated(resource, "policy") : violated(resource, "its policy does not deny requests without TLS");
}
