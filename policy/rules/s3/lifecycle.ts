import { type Graph } from "../../frame/graph";
import { type Property, type Reading } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";

/** The lifecycle rules of a bucket, from resources of their own, and whether there may be others. */
export function findLifecycle(stack: Graph, bucket: Resource): { rules: readonly Property[]; open: boolean } {
  const { linked, unresolved } = stack.pointingAt(bucket, types.bucketLifecycle, "bucket");
  const inline = bucket.get("lifecycleRules");
  const lists = linked.map((each) => each.get("rules").list());
  if (!bucket.leavesToAws(inline)) lists.push(inline.list());
  return {
    rules: lists.flatMap((list) => (list.state === "known" ? list.value : [])),
    open: unresolved || lists.some(({ state }) => state === "unknown" || state === "malformed"),
  };
}

/** Whether a lifecycle rule is switched on, for all that is known. */
export function isEnabled(rule: Property): boolean {
  const status = rule.at("status").text();
  const enabled = rule.at("enabled").flag(); // of a rule inside the bucket
  if (enabled.state === "known") return enabled.value;
  return status.state !== "known" || status.value === "Enabled";
}

/** The days after which a lifecycle rule deletes objects. */
export function expirationDays(rule: Property): Reading<number> {
  return rule.at("expiration", "days").number();
}

/** The transitions of a lifecycle rule to other storage classes. */
export function transitions(rule: Property): readonly Property[] {
  const list = rule.at("transitions").list();
  return list.state === "known" ? list.value : [];
}
