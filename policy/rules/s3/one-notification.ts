import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { type Resource, types } from "../../frame/resource";
import { notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { findBucket } from "./triggers";

export const s3OneNotification: StackRule = {
  scope: "stack",
  id: "s3-one-notification",
  title: "A bucket has one notification resource",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Put all triggers of the bucket into one BucketNotification.",
  page: limits.s3.notificationConfigurations.page,
  limit: limits.s3.notificationConfigurations,
  check(stack) {
    const byBucket = new Map<string, Resource[]>();
    const open: Verdict[] = [];
    for (const notification of stack.ofType(types.bucketNotification)) {
      const bucket = findBucket(stack, notification);
      if (bucket.state === "unresolved") open.push(notEvaluated(notification, "bucket"));
      const keys = bucket.state === "resolved" ? bucket.to.map(({ urn }) => urn) : [];
      for (const key of bucket.state === "external" ? [bucket.value] : keys) {
        byBucket.set(key, [...(byBucket.get(key) ?? []), notification]);
      }
    }
    const doubled = [...byBucket.values()].flatMap(([first, ...others]) =>
      others.flatMap((other) =>
        violated(
          other,
          `its bucket has a notification already, ${first?.label}; the one deployed last removes the other`,
        ),
      ),
    );
    return [...doubled, ...open.flat()];
  },
};
