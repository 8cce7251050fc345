import { wellArchitected } from "../../frame/controls";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";
import { expirationDays, transitions } from "./lifecycle";

function check(lifecycle: Resource, rule: Property): Verdict {
  const expiration = expirationDays(rule);
  if (expiration.state === "absent") return holds;
  return transitions(rule).flatMap((transition) => {
    const days = transition.at("days").number();
    if (days.state === "absent") return holds;
    if (expiration.state !== "known" || days.state !== "known") return notEvaluated(lifecycle, transition.name);
    const { name } = transition.at("days");
    const late = `${name} is ${days.value}, and ${rule.at("expiration", "days").name} is ${expiration.value}`;
    return days.value < expiration.value ? holds : violated(lifecycle, `${late}: S3 refuses a move after the deletion`);
  });
}

export const s3ExpirationOrder: ResourceRule = {
  scope: "resource",
  type: types.bucketLifecycle,
  id: "s3-expiration-order",
  title: "Objects are deleted after they moved to another storage class, not before",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Leave out the transition, or set expiration.days above its days.",
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html",
  check(lifecycle) {
    const rules = lifecycle.get("rules").list();
    if (rules.state === "unknown") return notEvaluated(lifecycle, "rules");
    return (rules.state === "known" ? rules.value : []).flatMap((rule) => check(lifecycle, rule));
  },
};
