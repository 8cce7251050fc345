import { wellArchitected } from "../../frame/controls";
import { runtimesPage } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, type ResourceRule, violated } from "../../frame/rule";
import { daysAfter, reached, withRuntime } from "./runtime";

export const lambdaLatestRuntime: ResourceRule = {
  scope: "resource",
  type: types.function,
  id: "lambda-latest-runtime",
  title: "A function uses the latest runtime of its language",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("SEC06-BP01")],
  fix: "Move the function to the current runtime of its language.",
  page: runtimesPage,
  check: (fn, context) =>
    withRuntime(fn, (name, { successor, deprecation }) => {
      const ends = reached(deprecation, daysAfter(context.today, context.runtimeNoticeDays));
      if (name === successor || ends) return holds; // other rules report what ends soon
      return violated(fn, `runtime is ${name}; the latest is ${successor}`, `Move to ${successor}.`);
    }),
};
