import { OrderWorkflow } from "../components";
import { type Config } from "../config";
import { type Shared } from "./area";

/** Orders: charged, reserved and announced, or undone. */
export function orders({ orderWorkflow, alarmEmail, forceDestroy }: Config, shared: Shared) {
  const { enabled, ...settings } = orderWorkflow;
  const workflow = enabled
    ? new OrderWorkflow("order", {
        ...shared,
        ...settings,
        emails: alarmEmail ? [alarmEmail] : [],
        deletionProtection: !forceDestroy,
      })
    : undefined;
  return { orderWorkflow: workflow, functions: [workflow?.starter, workflow?.steps] };
}
