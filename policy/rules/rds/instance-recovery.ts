import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const rdsInstanceRecovery: ResourceRule = {
  scope: "resource",
  type: types.dbInstance,
  id: "rds-instance-recovery",
  title: "An RDS instance has automatic backups",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("RDS.11", "RDS instances should have automatic backups enabled"),
    wellArchitected("REL09-BP03"),
  ],
  fix: "Set backupRetentionPeriod to 7 days or more.",
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
  check(instance) {
    if (instance.get("replicateSourceDb").any().state !== "absent") return holds; // its source has them
    const days = instance.get("backupRetentionPeriod").number();
    if (days.state === "unknown") return notEvaluated(instance, "backupRetentionPeriod");
    return days.state === "known" && days.value > 0
      ? holds
      : violated(instance, "backupRetentionPeriod is 0: what was deleted by mistake cannot be restored");
  },
};
