import { type Property } from "../../frame/known";
import { type Resource } from "../../frame/resource";
import { holds, notEvaluated, type Verdict } from "../../frame/rule";

type VariableCheck = (name: string, property: Property) => Verdict | Promise<Verdict>;

/** Checks each environment variable of a function. */
export async function eachVariable(fn: Resource, check: VariableCheck): Promise<Verdict> {
  const variables = fn.get("environment", "variables").entries();
  if (variables.state === "unknown") return notEvaluated(fn, "environment.variables");
  if (variables.state !== "known") return holds;
  return (await Promise.all(variables.value.map(async ([name, property]) => check(name, property)))).flat();
}
