import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const appsyncTracing = settingRule({
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
  because: "nothing tells which resolver the time goes in",
});
