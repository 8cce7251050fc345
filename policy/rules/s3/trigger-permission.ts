import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { readQualifier } from "../../frame/functionName";
import { mayInvoke } from "../../readings/wiring";
import { findBucket, readTriggers } from "./triggers";

function check(stack: Graph, notification: Resource): Verdict {
  const triggers = readTriggers(notification);
  if (!triggers) return notEvaluated(notification, "triggers");
  const buckets = findBucket(stack, notification);
  const source = buckets.state === "resolved" ? buckets.to[0] : undefined;
  return triggers.flatMap(({ name, target }): Verdict => {
    if (!name.startsWith("lambdaFunctions")) return holds;
    const functions = stack.functions(notification, target);
    if (functions.state === "unresolved") return notEvaluated(notification, name);
    const qualifier = readQualifier(target);
    return (functions.state === "resolved" ? functions.to : []).flatMap((fn) => {
      const answer = mayInvoke(stack, { service: "s3.amazonaws.com", source }, fn, qualifier);
      if (answer === "yes") return holds;
      return answer === "no"
        ? violated(notification, `${name} is ${fn.label}, which S3 may not invoke; S3 refuses such a notification`)
        : notEvaluated(notification, `who may invoke ${fn.label}`);
    });
  });
}

export const s3TriggerPermission: StackRule = {
  scope: "stack",
  id: "s3-trigger-permission",
  title: "S3 has permission to invoke the functions that a bucket notifies",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("SEC03-BP02")],
  fix: "Make a Permission with principal s3.amazonaws.com and the bucket's ARN as sourceArn, before the notification.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html",
  check: each(types.bucketNotification, check),
};
