import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { checkLimit } from "../../frame/range";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict } from "../../frame/rule";
import { transitions } from "./lifecycle";

export const s3TransitionDays: ResourceRule = {
  scope: "resource",
  type: types.bucketLifecycle,
  id: "s3-transition-days",
  title: "Objects move to an infrequent-access class after 30 days at the earliest",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Set days to 30 or more, or choose INTELLIGENT_TIERING or GLACIER_IR, which take 0.",
  page: limits.s3.infrequentAccessDays.page,
  limit: limits.s3.infrequentAccessDays,
  check(lifecycle): Verdict {
    const rules = lifecycle.get("rules").list();
    if (rules.state === "unknown") return notEvaluated(lifecycle, "rules");
    return (rules.state === "known" ? rules.value : []).flatMap(transitions).flatMap((transition) => {
      const storageClass = transition.at("storageClass").text();
      if (storageClass.state === "unknown") return notEvaluated(lifecycle, transition.at("storageClass").name);
      if (storageClass.state !== "known" || !/^(STANDARD|ONEZONE)_IA$/.test(storageClass.value)) return holds;
      const days = transition.at("days");
      return checkLimit(lifecycle, days.name, days.number(), limits.s3.infrequentAccessDays);
    });
  },
};
