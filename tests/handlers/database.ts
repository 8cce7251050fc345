/** A PostgreSQL cluster of the emulator with a proxy in front of it, migrated, for one test file. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EC2 } from "@aws-sdk/client-ec2";
import { RDS } from "@aws-sdk/client-rds";
import { SecretsManager } from "@aws-sdk/client-secrets-manager";
import { type Client } from "pg";

import { connect } from "../../handlers/database/connection";
import { readMigrations } from "../../handlers/migrate-database/files";
import { type Wanted } from "../../handlers/migrate-database/migrate";
import { REGION, root, type TestEmulator, trust } from "./emulator";
import { HANDLERS } from "./load";

export interface TestDatabase {
  rds: RDS;
  host: string;
  port: number;
  /** Of the proxy, in rights to connect. */
  proxyId: string;
  /** A connection of the first user, as migrations have it. */
  admin(database?: string): Promise<Client>;
  /** Ends the server as a power cut does: nobody gets in until `start`. */
  kill(): void;
  /** Starts a server that was killed, on what it had written. */
  start(): Promise<void>;
  destroy(): void;
}

export const migrations = join(HANDLERS, "transfers", "migrations");
export const wanted = (): Wanted => ({
  migrations: readMigrations(migrations),
  users: [{ name: "transfers", roles: ["transfers_app"] }],
  settings: { announced_function: "" },
});

export async function startDatabase(emulator: TestEmulator): Promise<TestDatabase> {
  trust(emulator);
  const client = { endpoint: emulator.endpoint, region: REGION, credentials: root };
  const [rds, ec2, secrets] = [new RDS(client), new EC2(client), new SecretsManager(client)];
  const { DBCluster } = await rds.createDBCluster({
    DBClusterIdentifier: "db",
    DatabaseName: "app",
    EnableIAMDatabaseAuthentication: true,
    Engine: "aurora-postgresql",
    ManageMasterUserPassword: true,
    MasterUsername: "master_user",
  });
  const machine = { DBInstanceIdentifier: "db-1", DBClusterIdentifier: "db", DBInstanceClass: "db.serverless" };
  await rds.createDBInstance({ ...machine, Engine: "aurora-postgresql" });
  const { Subnets = [] } = await ec2.describeSubnets({});
  const { DBProxy } = await rds.createDBProxy({
    DBProxyName: "db",
    DefaultAuthScheme: "IAM_AUTH",
    EngineFamily: "POSTGRESQL",
    RoleArn: "arn:aws:iam::000000000000:role/proxy",
    VpcSubnetIds: Subnets.map(({ SubnetId = "" }) => SubnetId),
  });
  await rds.registerDBProxyTargets({ DBProxyName: "db", DBClusterIdentifiers: ["db"] });
  const { SecretString = "" } = await secrets.getSecretValue({ SecretId: DBCluster!.MasterUserSecret!.SecretArn });
  const { username, password } = JSON.parse(SecretString) as { username: string; password: string };
  const at = { host: DBProxy!.Endpoint!, port: DBCluster!.Port! };
  return {
    rds,
    ...at,
    proxyId: DBProxy!.DBProxyArn!.split(":").at(-1)!,
    admin: (database = "app") => connect({ ...at, database, user: username, password }),
    kill() {
      const [folder = ""] = readdirSync(emulator.databases);
      const [pid = ""] = readFileSync(join(emulator.databases, folder, "data", "postmaster.pid"), "utf8").split("\n");
      process.kill(Number(pid), "SIGKILL");
    },
    async start() {
      // Processes of the one that was killed may hold its memory for a moment.
      for (;;) {
        try {
          await rds.rebootDBInstance({ DBInstanceIdentifier: "db-1" });
          return;
        } catch (error) {
          if (!/still in use/.test((error as Error).message)) throw error;
        }
      }
    },
    destroy: () => [rds, ec2, secrets].forEach((each) => each.destroy()),
  };
}
