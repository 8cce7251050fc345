import { scheduleError } from "../../../limits";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

/** A check of one text that may be left out: `problem` completes the sentence that begins with the property and its value. */
export function textCheck(property: string, problem: (value: string) => string | undefined): ResourceRule["check"] {
  return (resource) => {
    const text = resource.get(property).text();
    if (text.state === "absent") return holds;
    if (text.state !== "known") return notEvaluated(resource, property);
    const found = problem(text.value);
    return found === undefined ? holds : violated(resource, `${property} ${found}`);
  };
}

/** A schedule expression that AWS reads, of a rule of EventBridge or of EventBridge Scheduler. */
export const scheduleCheck = (service: "rule" | "scheduler"): ResourceRule["check"] =>
  textCheck("scheduleExpression", (expression) => {
    const error = scheduleError(expression, service);
    return error === undefined ? undefined : `"${expression}" ${error}`;
  });
