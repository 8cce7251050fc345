import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, type ResourceRule, violated } from "../../frame/rule";

export const lambdaDefaultTimeout: ResourceRule = {
  scope: "resource",
  type: types.function,
  id: "lambda-default-timeout",
  title: "A function's timeout is chosen, not left at Lambda's default",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("PERF02-BP04")],
  fix: "Set the timeout to what the slowest good invocation needs, with a margin.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html",
  check: (fn) =>
    fn.get("timeout").any().state === "absent"
      ? violated(fn, `timeout is not set; Lambda uses ${limits.lambda.timeout.default} s`)
      : holds,
};
