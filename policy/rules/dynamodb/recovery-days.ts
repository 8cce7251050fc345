import { limits } from "../../limits";
import { rangeRule } from "../../range";
import { types } from "../../resource";

export const dynamodbRecoveryDays = rangeRule({
  id: "dynamodb-recovery-days",
  type: types.table,
  property: ["pointInTimeRecovery", "recoveryPeriodInDays"],
  limit: limits.dynamodb.recoveryDays,
  fix: "Set 1 to 35 days; for longer, add an AWS Backup plan or exports to S3.",
});
