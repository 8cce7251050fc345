/** One step of an order's workflow, named by the event. A step that runs again changes nothing. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type Context } from "aws-lambda";

import { clientSettings } from "../aws";
import { readEnvironment } from "../environment";
import { logger } from "../telemetry";
import { Ledger, type Outcome } from "./ledger";
import { type Order, validate, type Validation } from "./order";
import { settingsSchema } from "./settings";

const settings = readEnvironment(settingsSchema);
const opening = { balance: settings.OPENING_BALANCE, stock: settings.OPENING_STOCK };
const ledger = new Ledger(new DynamoDBClient(clientSettings), settings.LEDGER_TABLE, opening);

/** The first step takes the order as it came; the others get its result, with the id of the execution. */
export type StepEvent =
  | { step: "validate"; order: unknown }
  | { step: "charge"; order: Order; total: number; execution?: string }
  | { step: "reserve" | "release" | "refund"; order: Order; execution?: string };

/** `taken` where the id is that of another order. */
export type Done = { done: boolean; taken?: true };

export async function handler(event: StepEvent, context: Context): Promise<Validation | Done> {
  logger.addContext(context);
  const answer = await run(event);
  const orderId = (event.order as Partial<Order> | undefined)?.orderId;
  logger.info("order step", { step: event.step, orderId, ...("done" in answer ? answer : { valid: answer.valid }) });
  return answer;
}

const toAnswer = (outcome: Outcome): Done => ({
  done: outcome === "done",
  ...(outcome === "taken" && { taken: true }),
});

async function run(event: StepEvent): Promise<Validation | Done> {
  switch (event.step) {
    case "validate":
      return validate(event.order);
    case "charge":
      return toAnswer(await ledger.charge(event.order, event.total, event.execution));
    case "reserve":
      return toAnswer(await ledger.reserve(event.order, event.execution));
    case "release":
      await ledger.release(event.order, event.execution);
      return { done: true };
    case "refund":
      await ledger.refund(event.order, event.execution);
      return { done: true };
    default:
      throw new Error(`there is no step ${JSON.stringify((event as { step: unknown }).step)}`);
  }
}
