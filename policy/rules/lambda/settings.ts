import { limits } from "../../../limits";
import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { requiredRule } from "../../frame/setting";
import { corsRule } from "../shared/cors";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  requiredRule({
    id: "lambda-default-memory",
    title: "A function's memory is chosen, not left at Lambda's default",
    severity: "low",
    level: "advisory",
    controls: [wellArchitected("PERF02-BP04")],
    fix: "Measure the function at several sizes and set the cheapest that is fast enough.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html",
    type: types.function,
    property: ["memorySize"],
    because: `Lambda uses ${limits.lambda.memory.default} MB`,
  }),
  requiredRule({
    id: "lambda-default-timeout",
    title: "A function's timeout is chosen, not left at Lambda's default",
    severity: "low",
    level: "advisory",
    controls: [wellArchitected("PERF02-BP04")],
    fix: "Set the timeout to what the slowest good invocation needs, with a margin.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html",
    type: types.function,
    property: ["timeout"],
    because: `Lambda uses ${limits.lambda.timeout.default} s`,
  }),
  corsRule({
    id: "lambda-url-cors",
    title: "Pages of any origin cannot call a function URL with a user's credentials",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html",
    type: types.functionUrl,
    property: "cors",
  }),
];
