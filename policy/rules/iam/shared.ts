import { type Graph } from "../../frame/graph";
import { type Statement } from "../../readings/iam";
import { findGrants, readable } from "../../readings/permissions";
import { type Resource } from "../../frame/resource";
import { holds, notEvaluated, type Verdict, violated } from "../../frame/rule";

type Fault = string | undefined;

/** Checks each statement that allows something; `fault` says what is wrong with it. */
export async function allowing(
  stack: Graph,
  fault: (statement: Statement, owner: Resource) => Fault | Promise<Fault>,
): Promise<Verdict> {
  const verdicts = await Promise.all(
    findGrants(stack).map(async (grant): Promise<Verdict> => {
      const { all, open } = readable([grant]);
      const allowed = all.map(([statement]) => statement).filter(({ effect }) => effect === "Allow");
      const says = await Promise.all(allowed.map(async (statement) => fault(statement, grant.owner)));
      const faults = [...new Set(says)].flatMap((each) => (each === undefined ? holds : violated(grant.owner, each)));
      return open ? [...faults, ...notEvaluated(grant.owner, "policy")] : faults;
    }),
  );
  return verdicts.flat();
}
