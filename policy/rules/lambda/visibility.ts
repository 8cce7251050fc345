import { type Graph } from "../../frame/graph";
import { limits } from "../../../limits";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type Verdict, violated } from "../../frame/rule";
import { findSource } from "./sources";

/** Checks that every queue hides a message for some times as long as the function that reads it may take. */
export function visibility(stack: Graph, factor: number, consequence: string): Verdict {
  return stack.ofType(types.eventSourceMapping).flatMap((mapping) => check(stack, mapping, factor, consequence));
}

function check(stack: Graph, mapping: Resource, factor: number, consequence: string): Verdict {
  const source = findSource(stack, mapping);
  const queue = source.state === "known" ? source.value.queue : undefined;
  const functions = stack.functions(mapping, mapping.get("functionName"));
  if (!queue || functions.state !== "resolved") return holds; // one of them is not of this stack
  const hidden = seconds(queue, "visibilityTimeoutSeconds", limits.sqs.visibilityTimeout.default);
  return functions.to.flatMap((fn): Verdict => {
    const time = seconds(fn, "timeout", limits.lambda.timeout.default);
    if (hidden === undefined || time === undefined) return notEvaluated(mapping, "timeouts of queue and function");
    if (hidden >= factor * time) return holds;
    const says = `${queue.label} has a visibility timeout of ${hidden} s, and ${fn.label} a timeout of ${time} s`;
    return violated(mapping, `${says}: ${consequence}`, `Set visibilityTimeoutSeconds to ${factor * time} or more.`);
  });
}

/** Undefined while it is unknown. */
function seconds(resource: Resource, property: string, standard: number): number | undefined {
  const reading = resource.get(property).number();
  if (reading.state === "unknown") return undefined;
  return reading.state === "known" ? reading.value : standard;
}
