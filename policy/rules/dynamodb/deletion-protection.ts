import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const dynamodbDeletionProtection = settingRule({
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
});
