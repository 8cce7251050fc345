import { expirationDays } from "../../limits/bounds";
import { isTimezone, limits, scheduleError, schedulePages } from "../../limits";
import { type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { type BackupArgs, backupDefaults } from "./backupPlanArgs";

/** Problems with the arguments for backups. */
export function backupProblems(args: BackupArgs): Problem[] {
  const { schedule, timezone, deleteAfterDays } = withDefaults(backupDefaults, args);
  const error = scheduleError(schedule, "backup");
  const cold = args.coldStorageAfterDays;
  const { min, page } = limits.backup.coldStorageDays;
  return new Problems()
    .that(
      error === undefined,
      "schedule",
      schedule,
      `it ${error}. Example: ${backupDefaults.schedule} (${schedulePages.backup})`,
    )
    .that(isTimezone(timezone), "timezone", timezone, "give an IANA name such as Europe/Berlin")
    .bounds("deleteAfterDays", deleteAfterDays, expirationDays, "days")
    .that(
      cold === undefined || (cold >= 1 && deleteAfterDays >= cold + min),
      "coldStorageAfterDays",
      cold,
      `a backup stays ${min} days in cold storage: deleteAfterDays must be ${(cold ?? 0) + min} or more (${page})`,
    ).list;
}
