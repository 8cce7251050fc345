import { type Property } from "../../frame/known";
import { type Resource } from "../../frame/resource";
import { notEvaluated, type Verdict } from "../../frame/rule";

/** Checks each rule of a backup plan. */
export function eachRule(plan: Resource, check: (rule: Property) => Verdict): Verdict {
  const rules = plan.get("rules").list();
  if (rules.state === "unknown") return notEvaluated(plan, "rules");
  return rules.state === "known" ? rules.value.flatMap(check) : [];
}
