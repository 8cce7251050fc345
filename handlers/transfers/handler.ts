/** Transfers between accounts in PostgreSQL, through an RDS Proxy. Right: rds-db:connect as one user. Lambda entry point. */
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { type Context } from "aws-lambda";
import { z } from "zod";

import { connect } from "../database/connection";
import { tokens } from "../database/token";
import { Transactions } from "../database/transactions";
import { readEnvironment } from "../environment";
import { logger, metrics } from "../telemetry";
import { timeBudget } from "../time-budget";
import { balance, open, type Request, requestSchema, transfer } from "./ledger";
import { settingsSchema } from "./settings";

const settings = readEnvironment(settingsSchema);
const at = { host: settings.DATABASE_HOST, port: settings.DATABASE_PORT };
const token = tokens({
  hostname: at.host,
  port: at.port,
  username: settings.DATABASE_USER,
  region: settings.AWS_REGION,
});
// Once for each container.
const transactions = new Transactions(
  async () =>
    connect({ ...at, database: settings.DATABASE_NAME, user: settings.DATABASE_USER, password: await token() }),
  ({ failure, attempt, error }) => {
    logger.warn(
      failure === "lost" ? "the connection was lost: retrying" : "the transaction conflicts with another: retrying",
      {
        attempt,
        error,
      },
    );
    metrics.addMetric(failure === "lost" ? "ConnectionsLost" : "Conflicts", MetricUnit.Count, 1);
  },
);

/** `done` is false when it was done before. */
export type Answer = { done: boolean } | { cents: number };

/** @throws for a request that is wrong, or that can never be carried out */
export async function handler(event: unknown, context: Context): Promise<Answer> {
  logger.addContext(context);
  const request = requestSchema.safeParse(event);
  if (!request.success) throw new Error(`The request is wrong: ${z.prettifyError(request.error)}`);
  try {
    const answer = await transactions.run((session) => carryOut(session, request.data), timeBudget(context));
    metrics.addMetric("done" in answer && !answer.done ? "RequestsRepeated" : "RequestsDone", MetricUnit.Count, 1);
    return answer;
  } catch (error) {
    metrics.addMetric("RequestsFailed", MetricUnit.Count, 1);
    throw error;
  } finally {
    metrics.publishStoredMetrics();
  }
}

async function carryOut(session: Parameters<typeof balance>[0], request: Request): Promise<Answer> {
  if (request.action === "balance") return { cents: await balance(session, request.account) };
  return {
    done:
      request.action === "open"
        ? await open(session, request.account, request.cents)
        : await transfer(session, request),
  };
}
