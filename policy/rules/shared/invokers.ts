import { type Graph } from "../../frame/graph";
import { type Answer, covers, either } from "../../readings/iam";
import { type Resource, types } from "../../frame/resource";

/** Whether a permission of the stack lets a service, for example `s3.amazonaws.com`, invoke a function. */
export function mayInvoke(stack: Graph, service: string, fn: Resource): Answer {
  const { linked, unresolved } = stack.pointingAt(fn, types.permission, "function");
  const answers = linked.map((permission): Answer => {
    const principal = permission.get("principal").text();
    const action = permission.get("action").text();
    if (principal.state === "unknown" || action.state === "unknown") return "unknown";
    if (principal.state !== "known" || (principal.value !== service && principal.value !== "*")) return "no";
    return action.state !== "known" || covers(action.value.toLowerCase(), "lambda:invokefunction") ? "yes" : "no";
  });
  return either(unresolved ? [...answers, "unknown"] : answers);
}
