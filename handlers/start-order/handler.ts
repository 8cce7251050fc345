/** Starts the workflow of an order, once for each idempotency key. */
import { ExecutionAlreadyExists, ExecutionDoesNotExist, SFN } from "@aws-sdk/client-sfn";
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
  const before = await findEarlier(name, input);
  if (before) return before;
  const now = Date.now();
  try {
    const started = await sfn.startExecution({ stateMachineArn: settings.WORKFLOW_ARN, name, input });
    const { executionArn = "", startDate } = started;
    // While it runs, Step Functions returns the same execution for the same name and input.
    const startedBefore = startDate !== undefined && startDate.getTime() < now - CLOCK_MILLISECONDS;
    logger.info("order started", { execution: executionArn, startedBefore });
    return { status: 202, execution: executionArn, startedBefore };
  } catch (thrown) {
    if (!(thrown instanceof ExecutionAlreadyExists)) throw thrown;
    const earlier = await findEarlier(name, input);
    if (!earlier) throw thrown;
    return earlier;
  }
}

/** By how much the clocks of this function and of Step Functions may differ. */
const CLOCK_MILLISECONDS = 1_000;

/**
 * The answer for a name that Step Functions knows: the same order gets the same answer, another one is refused.
 * Executions of the last second may be missing from what it lists.
 */
async function findEarlier(name: string, input: string): Promise<Answer | undefined> {
  const [head, machine = ""] = settings.WORKFLOW_ARN.split(":stateMachine:");
  const executionArn = `${head}:execution:${machine.split(":")[0]}:${name}`;
  try {
    const { input: before } = await sfn.describeExecution({ executionArn });
    if (before === input) return { status: 202, execution: executionArn, startedBefore: true };
    return { status: 409, problem: "this idempotencyKey was used for another order: take a new key" };
  } catch (thrown) {
    if (thrown instanceof ExecutionDoesNotExist) return undefined;
    throw thrown;
  }
}
