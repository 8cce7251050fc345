import { tableExportBounds } from "../../limits/bounds";
import { expirationProblems } from "../storage/bucketCheck";
import { type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { scheduledFunctionProblems } from "../events/scheduledJobCheck";
import { type TableExportArgs, tableExportDefaults } from "./tableExportArgs";

/** Problems with an export's arguments and its table. */
export function tableExportArgsProblems(args: TableExportArgs): Problem[] {
  const { table } = args;
  return new Problems()
    .that(
      table.recoveryDays > 0,
      "table",
      table.name,
      "it has no point-in-time recovery, which exports need: give the table recoveryDays",
    )
    .all(tableExportProblems(args)).list;
}

/** Problems with the export's arguments, except its table. */
export function tableExportProblems(args: Omit<TableExportArgs, "table">): Problem[] {
  const settings = withDefaults(tableExportDefaults, args);
  const { fullEveryDays, expireAfterDays, infrequentAccessAfterDays: infrequent } = settings;
  const whole = (value: number, min: number, max: number) => Number.isInteger(value) && value >= min && value <= max;
  return new Problems()
    .bounds("fullEveryDays", fullEveryDays, tableExportBounds.fullEveryDays, "days")
    .all(expirationProblems(expireAfterDays), () => "expireAfterDays")
    .that(
      infrequent === 0 || whole(infrequent, 30, expireAfterDays - 1),
      "infrequentAccessAfterDays",
      infrequent,
      "S3 allows 30 days or more, and fewer than expireAfterDays; 0 for never",
    )
    .all(scheduledFunctionProblems(args)).list;
}
