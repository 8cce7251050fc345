import { wellArchitected } from "../../frame/controls";
import { reservedEnvironmentNames } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, type ResourceRule, violated } from "../../frame/rule";
import { eachVariable } from "./variables";

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
  check: (fn) =>
    eachVariable(fn, (name) =>
      reserved.has(name) ? violated(fn, `environment variable ${name} is reserved by Lambda`) : holds,
    ),
};
