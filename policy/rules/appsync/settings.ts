import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { requiredRule, settingRule } from "../../frame/setting";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  requiredRule({
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
  }),
  settingRule({
    id: "appsync-tracing",
    title: "A GraphQL API is traced by X-Ray",
    severity: "low",
    level: "advisory",
    controls: [wellArchitected("OPS04-BP05")],
    fix: "Set xrayEnabled to true.",
    page: "https://docs.aws.amazon.com/appsync/latest/devguide/x-ray-tracing.html",
    type: types.graphqlApi,
    property: ["xrayEnabled"],
    takes: [true],
    unset: false,
    because: "latency cannot be attributed to a resolver",
  }),
];
