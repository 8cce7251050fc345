import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const dynamodbRecovery = settingRule({
  id: "dynamodb-recovery",
  title: "A table can be restored to any second of its last days",
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
  because: "what a faulty program overwrites or deletes is lost",
});
