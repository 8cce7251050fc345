import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { requiredRule } from "../../setting";

export const appsyncLogging = requiredRule({
  id: "appsync-logging",
  title: "A GraphQL API logs its fields",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("AppSync.2", "AWS AppSync should have field-level logging enabled"),
    wellArchitected("SEC04-BP01"),
  ],
  fix: "Set logConfig with fieldLogLevel ERROR or ALL, and a role that may write logs.",
  page: "https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html",
  type: types.graphqlApi,
  property: ["logConfig", "fieldLogLevel"],
  because: "a resolver that fails leaves no log",
});
