import { wellArchitected } from "../../frame/controls";
import { readConditions } from "../../readings/conditions";
import { concerns, type Statement, touches } from "../../readings/iam";
import { type StackRule } from "../../frame/rule";
import { allowingUsers } from "./identityRoles";

const anyTable = "arn:*:dynamodb:*:*:table/*";

/** The actions on items, each of which can be held to the caller's own partition keys. */
const onItems = [
  "GetItem",
  "BatchGetItem",
  "Query",
  "PutItem",
  "UpdateItem",
  "DeleteItem",
  "BatchWriteItem",
  "ConditionCheckItem",
  "PartiQLSelect",
  "PartiQLInsert",
  "PartiQLUpdate",
  "PartiQLDelete",
].map((name) => `dynamodb:${name}`);

/** Names no key: where there is none, a condition on all keys holds. */
const scan = "dynamodb:Scan";

/** Variables that IAM fills in with what is one user's alone; `aws:PrincipalAccount` is everybody's. */
const own =
  /\$\{(cognito-identity\.amazonaws\.com:sub|aws:PrincipalTag\/[^}]+|accounts\.google\.com:sub|graph\.facebook\.com:id|www\.amazon\.com:user_id|saml:sub)\}/i;

/** A wildcard next to a tag also matches the tags that begin or end alike: with `${aws:PrincipalTag/tenant}*`, `acme` is `acme2`. */
const widened = /[*?]\$\{aws:PrincipalTag\/|\$\{aws:PrincipalTag\/[^}]+\}[*?]/i;

/** Whether a statement holds the caller to partition keys that IAM fills in from the caller's own identity. */
function isHeldToOwner({ conditions, fillsVariables }: Statement): boolean {
  const tests = readConditions(conditions);
  if (tests.state !== "known") return tests.state === "unknown";
  return tests.value.some(({ key, operator, set, negated, values }) => {
    // For a batch, ForAnyValue requires only one key to be the caller's own.
    if (key !== "dynamodb:leadingkeys" || !operator.startsWith("string") || negated || set === "any") return false;
    if (operator === "stringlike" && values.known.some((each) => widened.test(each))) return false;
    return (
      values.unknown || (fillsVariables && values.known.length > 0 && values.known.every((each) => own.test(each)))
    );
  });
}

/** Whether something denies an action on tables, whatever the request. */
function isDenied(all: readonly Statement[], action: string): boolean {
  return all.some(
    (each) =>
      each.effect === "Deny" &&
      each.conditions.any().state === "absent" &&
      concerns(each, action) === "yes" &&
      touches(each, anyTable) === "yes",
  );
}

export const cognitoLeadingKeys: StackRule = {
  scope: "stack",
  id: "cognito-leading-keys",
  title: "Roles for users grant access to the user's own items only",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC03-BP02"), wellArchitected("SEC08-BP04")],
  fix: 'Add "ForAllValues:StringEquals": {"dynamodb:LeadingKeys": ["${cognito-identity.amazonaws.com:sub}"]}, and leave out Scan.',
  page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html",
  check: (stack) =>
    allowingUsers(stack, (statement, all) => {
      if (touches(statement, anyTable) === "no") return undefined;
      const reaches = (action: string) => concerns(statement, action) === "yes" && !isDenied(all, action);
      if (reaches(scan)) return "a statement allows dynamodb:Scan, which names no key: every item of every user";
      const actions = onItems.filter(reaches);
      if (actions.length === 0 || isHeldToOwner(statement)) return undefined;
      if (isHeldToOwner({ ...statement, fillsVariables: true })) {
        return "a statement holds users to dynamodb:LeadingKeys by a variable, which IAM does not fill in: the policy has no Version 2012-10-17";
      }
      const named = actions.length > 2 ? `${actions.slice(0, 2).join(", ")} …` : actions.join(", ");
      return `a statement allows ${named} without a condition on dynamodb:LeadingKeys: it grants access to the items of every user`;
    }),
};
