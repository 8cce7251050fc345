import { securityHub, wellArchitected } from "../../frame/controls";
import { type Runtime, runtimesPage } from "../../../limits";
import { types } from "../../frame/resource";
import { type Context, holds, type ResourceRule, type RuleInfo, violated } from "../../frame/rule";
import { daysAfter, reached, withRuntime } from "./runtime";

interface DateRule extends Pick<RuleInfo, "id" | "title" | "severity" | "level" | "ground"> {
  /** What AWS does not do any more, or will not; undefined where that day is far. */
  readonly ended: (runtime: Runtime, context: Context) => string | undefined;
}

/** A rule on a date of a function's runtime. */
function dateRule({ ended, ...info }: DateRule): ResourceRule {
  return {
    ...info,
    scope: "resource",
    type: types.function,
    controls: [
      securityHub("Lambda.2", "Lambda functions should use supported runtimes"),
      wellArchitected("SEC06-BP01"),
    ],
    fix: "Move the function to the current runtime of its language.",
    page: runtimesPage,
    check: (fn, context) =>
      withRuntime(fn, (name, runtime) => {
        const end = ended(runtime, context);
        if (end === undefined) return holds;
        return violated(fn, `runtime is ${name}; AWS ${end}`, `Move to ${runtime.successor}.`);
      }),
  };
}

export const lambdaRuntimeBlocked = dateRule({
  id: "lambda-runtime-blocked",
  title: "AWS still creates functions on the runtime",
  severity: "critical",
  level: "mandatory",
  ground: "ended",
  ended: ({ createBlocked }, { today }) =>
    reached(createBlocked, today) ? `has refused new functions on it since ${createBlocked}` : undefined,
});

export const lambdaRuntimeDeprecated = dateRule({
  id: "lambda-runtime-deprecated",
  title: "AWS still patches the runtime",
  severity: "high",
  level: "mandatory",
  ground: "ended",
  ended: ({ createBlocked, deprecation }, { today }) =>
    reached(deprecation, today) && !reached(createBlocked, today)
      ? `has not patched it since ${deprecation}`
      : undefined,
});

export const lambdaRuntimeEnding = dateRule({
  id: "lambda-runtime-ending",
  title: "AWS patches the runtime for at least the notice period (180 days by default)",
  severity: "medium",
  level: "advisory",
  ended: ({ deprecation }, { today, runtimeNoticeDays }) =>
    reached(deprecation, daysAfter(today, runtimeNoticeDays)) && deprecation > today
      ? `stops patching it on ${deprecation}`
      : undefined,
});
