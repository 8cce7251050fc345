import { type TypeRows } from "../../schema";
import { at, says } from "../given";
import { api } from "../pages";

const grammar = { pattern: "^[A-Za-z][A-Za-z0-9_]{0,255}$" };

/** What AWS Backup proves. */
export const backupReports: readonly TypeRows[] = [
  {
    type: "aws:backup/reportPlan:ReportPlan",
    source: api("backup", "CreateReportPlan"),
    rows: [
      at(
        "name",
        "a report plan has up to 256 letters, digits and underscores, the first a letter",
        grammar,
        "daily_report",
        "daily-report",
      ),
      at("description", "a description has up to 1,024 characters", { maxLength: 1_024 }, "a", "a".repeat(1_025)),
      says(
        "a report of compliance names its frameworks",
        {
          when: { "reportSetting.reportTemplate": ["RESOURCE_COMPLIANCE_REPORT", "CONTROL_COMPLIANCE_REPORT"] },
          required: ["reportSetting.frameworkArns[]"],
          source: api("backup", "ReportSetting"),
        },
        {
          "reportSetting.reportTemplate": "CONTROL_COMPLIANCE_REPORT",
          "reportSetting.frameworkArns": ["arn:aws:backup:eu-west-1:111122223333:framework:f-1"],
        },
        { "reportSetting.reportTemplate": "CONTROL_COMPLIANCE_REPORT" },
      ),
      at(
        "reportDeliveryChannel.formats[]",
        "a report is CSV or JSON",
        { enum: ["CSV", "JSON"], source: api("backup", "ReportDeliveryChannel") },
        "CSV",
        "PDF",
      ),
    ],
  },
  {
    type: "aws:backup/framework:Framework",
    source: api("backup", "CreateFramework"),
    rows: [
      at(
        "name",
        "a framework has up to 256 letters, digits and underscores, the first a letter",
        grammar,
        "daily_backups",
        "daily-backups",
      ),
      at("controls", "a framework has a control", { minItems: 1 }, [{ name: "BACKUP_RECOVERY_POINT_ENCRYPTED" }], []),
      at(
        "controls[].scope.tags",
        "the scope of a control has one tag",
        { maxProperties: 1, source: api("backup", "ControlScope") },
        { a: "b" },
        { a: "b", c: "d" },
      ),
    ],
  },
  {
    type: "aws:backup/restoreTestingPlan:RestoreTestingPlan",
    source: api("backup", "CreateRestoreTestingPlan"),
    rows: [
      at(
        "name",
        "a plan has letters, digits and underscores",
        { pattern: "^[A-Za-z0-9_]{1,50}$" },
        "weekly_test",
        "weekly-test",
      ),
      at("startWindowHours", "a window is 1 to 168 hours", { minimum: 1, maximum: 168 }, 168, 169),
      at(
        "recoveryPointSelection.selectionWindowDays",
        "points are looked for in 1 to 365 days",
        { minimum: 1, maximum: 365, source: api("backup", "RestoreTestingRecoveryPointSelection") },
        365,
        366,
      ),
      at(
        "recoveryPointSelection.includeVaults",
        "a selection has a vault",
        { minItems: 1, source: api("backup", "RestoreTestingRecoveryPointSelection") },
        ["*"],
        [],
      ),
    ],
  },
  {
    type: "aws:backup/restoreTestingSelection:RestoreTestingSelection",
    source: api("backup", "CreateRestoreTestingSelection"),
    rows: [
      at(
        "name",
        "a selection has up to 50 letters, digits and underscores",
        { pattern: "^[A-Za-z0-9_]{1,50}$" },
        "databases",
        "my-databases",
      ),
      at(
        "protectedResourceArns",
        "a selection has up to 30 ARNs",
        { maxItems: 30 },
        ["*"],
        Array.from({ length: 31 }, (_, n) => `arn:${n}`),
      ),
      at(
        "protectedResourceArns",
        "a selection has ARNs, or an asterisk alone",
        { if: { contains: { const: "*" } }, then: { maxItems: 1 } },
        ["*"],
        ["*", "arn:aws:ec2:eu-west-1:111122223333:volume/vol-1"],
      ),
      at("validationWindowHours", "a window is 1 to 168 hours", { minimum: 0, maximum: 168 }, 168, 169),
    ],
  },
  {
    type: "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
    source: api("backup", "CreateLogicallyAirGappedBackupVault"),
    rows: [
      at(
        "name",
        "a vault has 2 to 50 letters, digits, hyphens and underscores",
        { pattern: "^[a-zA-Z0-9_-]{2,50}$" },
        "gap",
        "g p",
      ),
      at("minRetentionDays", "points are kept for seven days or more", { minimum: 7 }, 7, 6),
      says(
        "minRetentionDays is not above maxRetentionDays",
        { ordered: [["minRetentionDays", "<=", "maxRetentionDays"]] },
        { minRetentionDays: 7, maxRetentionDays: 7 },
        { minRetentionDays: 8, maxRetentionDays: 7 },
      ),
    ],
  },
  {
    type: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    source: api("backup", "PutBackupVaultLockConfiguration"),
    rows: [at("changeableForDays", "a lock can be changed for up to 36,500 days", { maximum: 36_500 }, 36_500, 36_501)],
  },
];
