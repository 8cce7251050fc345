import { type Graph } from "../frame/graph";
import { type Statement, statements, strings } from "./iam";
import { type Property } from "../frame/known";
import { type Resource } from "../frame/resource";
import { holds, notEvaluated, type RuleInfo, type StackRule, type Verdict, violated } from "../frame/rule";

/** Condition keys that tie a request to somebody in particular, in lower case. */
const binding =
  /^(aws:(source(arn|account|owner|orgid|orgpaths|ip|vpc|vpce)|principal(arn|account|orgid|orgpaths)|vpcsourceip|userid|principaltag\/.*)|kms:calleraccount|s3:dataaccesspointaccount|lambda:functionurlauthtype)$/;

/** Values that tie a request to nobody. */
const anything = new Set(["*", "0.0.0.0/0", "::/0", "arn:aws:*", "arn:*"]);

/** Whether a statement lets anyone in the world do something: for everybody, under no condition that says who. */
export function isPublic(statement: Statement): boolean {
  if (statement.effect !== "Allow") return false;
  const { principal, notPrincipal } = statement;
  const everybody = [principal, principal.at("AWS")].some((each) => strings(each)?.known.includes("*"));
  return (everybody || notPrincipal.any().state !== "absent") && !isBound(statement.conditions);
}

/** Whether conditions leave only callers that they name; a value that is not known yet names somebody. */
function isBound(conditions: Property): boolean {
  const operators = conditions.entries();
  if (operators.state !== "known") return operators.state !== "absent";
  return operators.value.some(([operator, tests]) => {
    const keys = tests.entries();
    if (/Not|^Null$/i.test(operator) || keys.state !== "known") return keys.state === "unknown";
    return keys.value.some(([key, value]) => {
      const values = strings(value);
      return binding.test(key.toLowerCase()) && !values?.known.some((each) => anything.has(each));
    });
  });
}

/** What sets one rule on the policies of a kind of resource apart from another. */
export interface PublicPolicyRule extends Omit<RuleInfo, "title" | "severity" | "level" | "fix"> {
  /** What the policies protect, for example `queue`. */
  readonly subject: string;
  /** The types whose property `policy` is such a policy. */
  readonly types: readonly string[];
}

/** A rule that no policy of a kind of resource lets anyone in the world in. */
export function publicPolicyRule({ subject, types, ...info }: PublicPolicyRule): StackRule {
  return {
    ...info,
    scope: "stack",
    title: `No policy of a ${subject} lets anyone in the world in`,
    severity: "critical",
    level: "mandatory",
    fix: "Name the accounts, roles or services as Principal, or add a condition on aws:SourceArn or aws:PrincipalOrgID.",
    check: (stack: Graph) => types.flatMap((type) => stack.ofType(type)).flatMap(check),
  };
}

function check(owner: Resource): Verdict {
  const policy = owner.get("policy");
  const document = statements(policy);
  if (document.state === "absent" || owner.leavesToAws(policy)) return holds;
  if (document.state !== "known") return notEvaluated(owner, "policy");
  return document.value.some(isPublic)
    ? violated(
        owner,
        "its policy lets anyone in the world in: a statement has no principal and no condition that says who",
      )
    : holds;
}
