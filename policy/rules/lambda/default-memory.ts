import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, type ResourceRule, violated } from "../../frame/rule";

export const lambdaDefaultMemory: ResourceRule = {
  scope: "resource",
  type: types.function,
  id: "lambda-default-memory",
  title: "A function's memory is chosen, not left at Lambda's default",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("PERF02-BP04")],
  fix: "Measure the function at several sizes and set the cheapest that is fast enough.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html",
  check: (fn) =>
    fn.get("memorySize").any().state === "absent"
      ? violated(fn, `memorySize is not set; Lambda uses ${limits.lambda.memory.default} MB`)
      : holds,
};
