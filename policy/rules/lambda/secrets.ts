import { type Property } from "../../frame/known";
import { type Resource } from "../../frame/resource";
import { holds, notEvaluated, type Verdict, violated } from "../../frame/rule";

type Reason = string | undefined;

/** Names a variable and says why it looks like a secret; never its value, which is plain text here. */
export type Suspicion = (name: string, value: string) => Reason | Promise<Reason>;

/** Checks each environment variable of a function. */
export async function suspects(fn: Resource, suspicion: Suspicion): Promise<Verdict> {
  const variables = fn.get("environment", "variables").entries();
  if (variables.state === "unknown") return notEvaluated(fn, "environment.variables");
  if (variables.state !== "known") return holds;
  const one = async ([name, property]: readonly [string, Property]): Promise<Verdict> => {
    const value = property.text();
    if (value.state === "unknown") return notEvaluated(fn, `environment variable ${name}`);
    const reason = value.state === "known" ? await suspicion(name, value.value) : undefined;
    return reason === undefined ? holds : violated(fn, `environment variable ${name} ${reason}`);
  };
  return (await Promise.all(variables.value.map(one))).flat();
}
