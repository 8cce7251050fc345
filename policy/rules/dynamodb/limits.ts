import { limits } from "../../../limits";
import { characters, elements, rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { accountCapacityRule } from "./accountCapacity";
import { capacityRule } from "./capacity";
import { projectedAttributesRule } from "./projected-attributes";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  accountCapacityRule("dynamodb-account-read-capacity", "readCapacity", limits.dynamodb.accountReadCapacity),
  accountCapacityRule("dynamodb-account-write-capacity", "writeCapacity", limits.dynamodb.accountWriteCapacity),
  rangeRule({
    id: "dynamodb-global-indexes",
    type: types.table,
    property: ["globalSecondaryIndexes"],
    measure: elements,
    limit: limits.dynamodb.globalIndexes,
    fix: 'Leave out indexes, let one serve several queries, or have the quota raised and set limits["dynamodb.globalIndexes"].',
    headroom: true,
  }),
  rangeRule({
    id: "dynamodb-local-indexes",
    type: types.table,
    property: ["localSecondaryIndexes"],
    measure: elements,
    limit: limits.dynamodb.localIndexes,
    fix: "Make some of them global indexes, of which a table takes 20.",
    headroom: true,
  }),
  rangeRule({
    id: "dynamodb-name",
    type: types.table,
    property: ["name"],
    measure: characters,
    limit: limits.dynamodb.nameLength,
    fix: "Give the table a name of 3 to 255 letters, digits, underscores, hyphens and dots.",
  }),
  projectedAttributesRule,
  capacityRule("dynamodb-read-capacity", "readCapacity", limits.dynamodb.readCapacity),
  rangeRule({
    id: "dynamodb-recovery-days",
    type: types.table,
    property: ["pointInTimeRecovery", "recoveryPeriodInDays"],
    limit: limits.dynamodb.recoveryDays,
    fix: "Set 1 to 35 days; for longer, add an AWS Backup plan or exports to S3.",
  }),
  capacityRule("dynamodb-write-capacity", "writeCapacity", limits.dynamodb.writeCapacity),
];
