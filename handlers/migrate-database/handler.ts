/**
 * Applies the migrations of its package to a database, as the first user. Rights: secretsmanager:GetSecretValue for that
 * user's secret, and its key. Lambda entry point.
 */
import path from "node:path";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { type Context } from "aws-lambda";
import { z } from "zod";

import { clientSettings } from "../aws";
import { connect, type SignIn } from "../database/connection";
import { connectToMysql } from "../database/mysqlConnection";
import { readEnvironment } from "../environment";
import { logger } from "../telemetry";
import { computeChecksum, readMigrations } from "./files";
import { type MigrationStore, migrate } from "./migrate";
import { MysqlMigrationStore } from "./mysql";
import { PostgresqlMigrationStore } from "./postgresql";
import { settingsSchema } from "./settings";

const settings = readEnvironment(settingsSchema);
const secrets = new SecretsManagerClient(clientSettings);
const migrations = readMigrations(path.join(__dirname, "migrations"));

/** Further properties make a change of them a new invocation. */
const eventSchema = z.object({ checksum: z.string() });
const secretSchema = z.object({ username: z.string().min(1), password: z.string().min(1) });

/** @throws when a migration fails, or when the deployment expects another package */
export async function handler(event: unknown, context: Context): Promise<{ version: number; applied: string[] }> {
  logger.addContext(context);
  const { checksum } = eventSchema.parse(event);
  if (checksum !== computeChecksum(migrations)) {
    throw new Error("The function's package has other migrations than the deployment asks for. Fix: deploy again.");
  }
  const { username: user, password } = await firstUser();
  const at = { host: settings.DATABASE_HOST, port: settings.DATABASE_PORT, database: settings.DATABASE_NAME };
  const statementMillis = Math.max(1_000, context.getRemainingTimeInMillis() - 5_000);
  const { store, end } = await open({ ...at, user, password }, statementMillis);
  try {
    const applied = await migrate(store, {
      migrations,
      users: settings.DATABASE_USERS,
      settings: settings.DATABASE_SETTINGS,
    });
    logger.info("the database is up to date", { version: migrations.length, applied });
    return { version: migrations.length, applied };
  } catch (error) {
    logger.error("the migrations failed", { error: error as Error });
    throw error;
  } finally {
    await end();
  }
}

async function open(
  signIn: SignIn,
  statementMillis: number,
): Promise<{ store: MigrationStore; end: () => Promise<void> }> {
  if (settings.DATABASE_ENGINE === "mysql") {
    const connection = await connectToMysql(signIn);
    return { store: new MysqlMigrationStore(connection, statementMillis), end: () => connection.end() };
  }
  const client = await connect(signIn, { statementMillis });
  return { store: new PostgresqlMigrationStore(client), end: () => client.end() };
}

/** Read with every run: RDS changes the password every seven days. */
async function firstUser(): Promise<z.output<typeof secretSchema>> {
  const { SecretString = "" } = await secrets.send(
    new GetSecretValueCommand({ SecretId: settings.DATABASE_SECRET_ARN }),
  );
  return secretSchema.parse(JSON.parse(SecretString));
}
