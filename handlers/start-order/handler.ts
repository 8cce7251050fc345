/** Starts the workflow of an order, once for each idempotency key. */
import { ExecutionAlreadyExists, SFN } from "@aws-sdk/client-sfn";
import { type Context } from "aws-lambda";

import { clientSettings } from "../aws";
import { readEnvironment } from "../environment";
import { logger } from "../telemetry";
import { canonical, executionName, requestSchema } from "./execution";
import { settingsSchema } from "./settings";

const settings = readEnvironment(settingsSchema);
const sfn = new SFN(clientSettings);

export type Answer =
  { status: 202; execution: string; startedBefore: boolean } | { status: 400 | 409; problem: string };

export async function handler(event: unknown, context: Context): Promise<Answer> {
  logger.addContext(context);
  const { success, data, error } = requestSchema.safeParse(event);
  if (!success) {
    const problems = error.issues.map(({ path, message }) => `${path.join(".") || "request"}: ${message}`);
    return { status: 400, problem: problems.join("; ") };
  }
  const name = executionName(data.idempotencyKey);
  const input = canonical(data.order);
  try {
    const { executionArn = "" } = await sfn.startExecution({ stateMachineArn: settings.WORKFLOW_ARN, name, input });
    logger.info("order started", { execution: executionArn });
    return { status: 202, execution: executionArn, startedBefore: false };
  } catch (thrown) {
    if (!(thrown instanceof ExecutionAlreadyExists)) throw thrown;
    return earlier(name, input);
  }
}

/** Step Functions knows the name: the same order is answered as before, and another one is refused. */
async function earlier(name: string, input: string): Promise<Answer> {
  const [head, machine = ""] = settings.WORKFLOW_ARN.split(":stateMachine:");
  const executionArn = `${head}:execution:${machine.split(":")[0]}:${name}`;
  const { input: before } = await sfn.describeExecution({ executionArn });
  if (before === input) return { status: 202, execution: executionArn, startedBefore: true };
  return { status: 409, problem: "this idempotencyKey was used for another order: take a new key" };
}
