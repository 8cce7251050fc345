import { OrderWorkflow } from "../../components";
import { type SettingsOf, type Stack } from "../area";
import { type GeneralSettings } from "../general/settings";
import { type ordersSettings } from "./settings";

type Settings = SettingsOf<typeof ordersSettings> & GeneralSettings;

export function ordersResources({ orderWorkflow, alarmEmail, forceDestroy }: Settings, { shared }: Stack) {
  const { enabled, ...settings } = orderWorkflow;
  const workflow = enabled
    ? new OrderWorkflow("order", {
        ...shared,
        ...settings,
        emails: alarmEmail ? [alarmEmail] : [],
        deletionProtection: !forceDestroy,
      })
    : undefined;
  return {
    functions: [workflow?.starter, workflow?.steps],
    outputs: {
      workflowArn: workflow?.workflow.arn,
      orderFunction: workflow?.starter.functionName,
      orderLedger: workflow?.ledger.tableName,
    },
  };
}
