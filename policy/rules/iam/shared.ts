import { type Graph } from "../../frame/graph";
import { type Statement } from "../../readings/iam";
import { type Grant, readable } from "../../readings/permissions";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type Verdict, violated } from "../../frame/rule";

/** The documents that give permissions in a stack: inline, separate and managed policies. */
function findGrants(stack: Graph): readonly Grant[] {
  const separate = [...stack.ofType(types.rolePolicy), ...stack.ofType(types.policy)].map((owner) => ({
    owner,
    document: owner.get("policy"),
  }));
  const inline = stack.ofType(types.role).flatMap((owner) => {
    const policies = owner.get("inlinePolicies").list();
    const documents = policies.state === "known" ? policies.value.map((each) => each.at("policy")) : [];
    return documents.map((document) => ({ owner, document }));
  });
  return [...separate, ...inline].filter(({ document }) => document.any().state !== "absent");
}

/** Checks each statement that allows something; `fault` says what is wrong with it. */
export function allowing(stack: Graph, fault: (statement: Statement, owner: Resource) => string | undefined): Verdict {
  return findGrants(stack).flatMap((grant): Verdict => {
    const { all, open } = readable([grant]);
    const faults = all.flatMap(([statement]) => {
      const says = statement.effect === "Allow" ? fault(statement, grant.owner) : undefined;
      return says === undefined ? holds : violated(grant.owner, says);
    });
    return open ? [...faults, ...notEvaluated(grant.owner, "policy")] : faults;
  });
}
