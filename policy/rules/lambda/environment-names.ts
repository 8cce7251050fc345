import { wellArchitected } from "../../frame/controls";
import { reservedEnvironmentNames } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

const reserved = new Set(reservedEnvironmentNames);

export const lambdaEnvironmentNames: ResourceRule = {
  scope: "resource",
  type: types.function,
  id: "lambda-environment-names",
  title: "No environment variable has a name that Lambda reserves",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Rename the variable, or leave it out: Lambda sets it itself.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
  check(fn) {
    const variables = fn.get("environment", "variables").entries();
    if (variables.state === "unknown") return notEvaluated(fn, "environment.variables");
    if (variables.state !== "known") return holds;
    const taken = variables.value.map(([name]) => name).filter((name) => reserved.has(name));
    return taken.flatMap((name) => violated(fn, `environment variable ${name} is reserved by Lambda`));
  },
};
