import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { checkLimit } from "../../frame/range";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule } from "../../frame/rule";
import { eachRule } from "./shared";

export const backupColdStorage: ResourceRule = {
  scope: "resource",
  type: types.backupPlan,
  id: "backup-cold-storage",
  title: "A backup stays in cold storage for 90 days at least",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Set lifecycle.deleteAfter to coldStorageAfter + 90 or more, or leave out coldStorageAfter.",
  page: limits.backup.coldStorageDays.page,
  limit: limits.backup.coldStorageDays,
  check: (plan) =>
    eachRule(plan, (rule) => {
      const cold = rule.at("lifecycle", "coldStorageAfter").number();
      const deleted = rule.at("lifecycle", "deleteAfter").number();
      if (cold.state === "absent" || deleted.state === "absent") return holds;
      if (cold.state !== "known" || deleted.state !== "known") return notEvaluated(plan, rule.at("lifecycle").name);
      if (cold.value === 0 || deleted.value === 0) return holds; // 0 is never
      const days = { state: "known", value: deleted.value - cold.value } as const;
      const what = `time in cold storage (deleteAfter − coldStorageAfter of ${rule.name})`;
      return checkLimit(plan, what, days, limits.backup.coldStorageDays);
    }),
};
