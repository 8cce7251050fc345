import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const statesTracing = settingRule({
  id: "states-tracing",
  title: "A state machine is traced by X-Ray",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("OPS04-BP05")],
  fix: "Set tracingConfiguration.enabled to true.",
  page: "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html",
  type: types.stateMachine,
  property: ["tracingConfiguration", "enabled"],
  takes: [true],
  unset: false,
  because: "nothing tells in which state, and in which service behind it, the time goes",
});
