import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const statesLogging = settingRule({
  id: "states-logging",
  title: "A state machine logs what happens in it",
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
  because: "an execution that failed leaves no log, and an Express one no trace at all",
});
