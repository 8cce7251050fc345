import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { each, holds, type StackRule, violatedUnless } from "../../frame/rule";

export const backupSelection: StackRule = {
  scope: "stack",
  id: "backup-selection",
  title: "A backup plan has something to back up",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("REL09-BP01")],
  fix: "Make a Selection with the plan's id, and the ARNs or tags of what to back up.",
  page: "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
  check: each(types.backupPlan, (stack, plan) => {
    const { linked, unresolved } = stack.pointingAt(plan, types.backupSelection, "planId");
    if (linked.length > 0) return holds;
    // Some providers do not pass the id that a selection names to the policy pack.
    const selected =
      unresolved || (plan.get("id").text().state === "absent" && stack.ofType(types.backupSelection).length > 0);
    return violatedUnless(selected, plan, "selections", "it backs up nothing: no selection names it");
  }),
};
