import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { quantity } from "../../frame/range";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { cognitoTriggers } from "./triggers";

const { max, page } = limits.cognito.triggerTimeout;

export const cognitoTriggerTimeout: StackRule = {
  scope: "stack",
  id: "cognito-trigger-timeout",
  title: "A function that a user pool calls ends within 5 seconds",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP05")],
  fix: "Set the function's timeout to 5 s or less, and leave slow work to a queue.",
  page,
  limit: limits.cognito.triggerTimeout,
  check: (stack) =>
    cognitoTriggers(stack).flatMap(({ name, functions }) =>
      functions.flatMap((fn): Verdict => {
        const timeout = fn.get("timeout").number();
        if (timeout.state === "absent") return holds; // 3 s
        if (timeout.state !== "known") return notEvaluated(fn, "timeout");
        if (timeout.value <= max) return holds;
        const time = quantity(timeout.value, "s");
        return violated(
          fn,
          `timeout is ${time}; as ${name} it has ${max} s, and is then called again, up to three times`,
        );
      }),
    ),
};
