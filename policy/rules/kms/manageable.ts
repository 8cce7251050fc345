import { wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { advised, holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";
import { type Answer, concerns, either, type Statement, statements, strings } from "../../readings/iam";

const action = "kms:PutKeyPolicy";

/** Whether a statement lets somebody of an account change the policy; a service never does. */
function letsChange(statement: Statement): Answer {
  if (statement.effect !== "Allow" || concerns(statement, action) === "no") return "no";
  if (statement.notPrincipal.any().state !== "absent") return "unknown";
  const everybody = statement.principal.text();
  const accounts = statement.principal.at("AWS");
  if (everybody.state === "known" || (strings(accounts)?.known.length ?? 0) > 0) return concerns(statement, action);
  // What cannot be read may be somebody.
  return everybody.state === "unknown" || accounts.any().state !== "absent" ? "unknown" : "no";
}

/** An unconditional denial for everyone. */
function isDeniedToAll(all: readonly Statement[]): boolean {
  return all.some(({ effect, principal, conditions, ...rest }) => {
    const named = [principal, principal.at("AWS")].flatMap((each) => strings(each)?.known ?? []);
    const isPlain = effect === "Deny" && conditions.any().state === "absent" && named.includes("*");
    return isPlain && concerns({ effect, principal, conditions, ...rest }, action) === "yes";
  });
}

function check(key: Resource): Verdict {
  const document = statements(key.get("policy"));
  if (document.state === "absent") return holds; // AWS's own policy leaves it to the account
  if (document.state !== "known") return notEvaluated(key, "policy");
  const answer = isDeniedToAll(document.value) ? "no" : either(document.value.map(letsChange));
  if (answer === "yes") return holds;
  if (answer === "unknown") return notEvaluated(key, "policy");
  const says = `its policy allows nobody ${action}`;
  const bypass = key.get("bypassPolicyLockoutSafetyCheck").flag();
  // AWS takes such a policy where the check is bypassed, and only its support can undo that.
  return bypass.state === "known" && bypass.value
    ? advised(key, `${says}: nobody can ever manage the key`)
    : violated(key, `${says}: AWS refuses a policy by which nobody manages the key`);
}

export const kmsManageable: ResourceRule = {
  scope: "resource",
  id: "kms-manageable",
  title: "Somebody may change the policy of a key",
  severity: "critical",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("SEC08-BP01")],
  fix: "Allow kms:* to the account, arn:aws:iam::ACCOUNT:root, so that its IAM policies decide.",
  page: "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html",
  type: [
    types.key,
    types.keyPolicy,
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
  ],
  check,
};
