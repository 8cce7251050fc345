import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { settingRule } from "../../frame/setting";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  settingRule({
    id: "states-logging",
    title: "A state machine has logging",
    severity: "medium",
    level: "advisory",
    controls: [
      securityHub("StepFunctions.1", "Step Functions state machines should have logging turned on"),
      wellArchitected("SEC04-BP01"),
    ],
    fix: "Set loggingConfiguration.level to ALL or ERROR, with a log group.",
    page: "https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html",
    type: types.stateMachine,
    property: ["loggingConfiguration", "level"],
    refuses: ["OFF"],
    unset: "OFF",
    because: "a failed execution leaves no log, and an Express execution leaves no history at all",
  }),
  settingRule({
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
    because: "latency cannot be attributed to a state or to the service that it calls",
  }),
];
