import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { settingRule } from "../../frame/setting";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  settingRule({
    id: "dynamodb-deletion-protection",
    title: "A table cannot be deleted by mistake",
    severity: "medium",
    level: "advisory",
    controls: [
      securityHub("DynamoDB.6", "DynamoDB tables should have deletion protection enabled"),
      wellArchitected("SEC08-BP04"),
    ],
    fix: "Set deletionProtectionEnabled to true.",
    page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html",
    type: types.table,
    property: ["deletionProtectionEnabled"],
    takes: [true],
    unset: false,
    because: "one call, or a replacement of the resource, deletes the table and its items",
  }),
  settingRule({
    id: "dynamodb-recovery",
    title: "A table has point-in-time recovery",
    severity: "medium",
    level: "advisory",
    controls: [
      securityHub("DynamoDB.2", "DynamoDB tables should have point-in-time recovery enabled"),
      wellArchitected("REL09-BP03"),
    ],
    fix: "Set pointInTimeRecovery.enabled to true.",
    page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html",
    type: types.table,
    property: ["pointInTimeRecovery", "enabled"],
    takes: [true],
    unset: false,
    because: "data that a faulty program overwrites or deletes is lost",
  }),
];
