import assert from "node:assert/strict";
import {
  AccountTransfers,
  Database,
  type DatabaseArgs,
  DatabaseCalls,
  DatabaseKind,
  InterfaceService,
  NativePlatform,
  PrivateNetwork,
} from "../../components";
import { startProvider } from "../../local/provider";
import { Aws } from "../../local/provider/frame/aws";
import { type Program, ProviderStack, region, startOwnEmulator } from "./providerStack";

const { AuroraMysql, AuroraPostgresql, Postgresql } = DatabaseKind;

/** The example on a database of one kind, and a database with MySQL next to it. */
const program =
  (args: Partial<DatabaseArgs>): Program =>
  () => {
    const network = new PrivateNetwork("net", {
      interfaceEndpoints: [InterfaceService.SecretsManager, InterfaceService.Lambda],
    });
    const given = { network, callsFunctions: true, deletionProtection: false, instances: 1 };
    const database = new Database("db", { kind: AuroraPostgresql, ...given, ...args });
    const {
      function: transfers,
      migrations,
      announced,
    } = new AccountTransfers("transfers", {
      database,
      announce: true,
      nativePlatform: NativePlatform.Host,
    });
    const mysql = new Database("my", { kind: AuroraMysql, ...given });
    new DatabaseCalls("my-calls", { database: mysql, functions: [announced!] });
    return {
      transfers: transfers.functionName,
      migrated: migrations.applied.result,
      endpoint: database.endpoint,
      port: database.port,
      secret: database.server.secretArn,
    };
  };

describe("databases, by the real engine", function () {
  this.timeout(600_000);
  let emulator: Awaited<ReturnType<typeof startOwnEmulator>>;
  let stack: ProviderStack;
  let cloud: Aws;
  let made: Record<string, unknown>;

  before(async () => {
    emulator = await startOwnEmulator();
    cloud = new Aws(emulator.endpoint, region);
    stack = await ProviderStack.open(await startProvider({ mode: "emulator", endpoint: emulator.endpoint }));
    await stack.preview(program({}));
    made = (await stack.up(program({}))).outputs;
  });
  after(async () => {
    await stack.close();
    await emulator.stop();
  });

  async function ask(event: object): Promise<unknown> {
    const FunctionName = String(made.transfers);
    const { Payload } = await cloud.lambda.invoke({ FunctionName, Payload: Buffer.from(JSON.stringify(event)) });
    return JSON.parse(Buffer.from(Payload!).toString());
  }

  it("are migrated by the deployment, and used by a function", async () => {
    assert.deepEqual(JSON.parse(String(made.migrated)), {
      version: 2,
      applied: ["001_accounts_and_transfers.sql", "002_announce_transfers.sql"],
    });
    assert.equal(made.endpoint, "localhost");
    assert.match(String(made.secret), /:secret:rds!cluster-/);
    assert.deepEqual(await ask({ action: "open", account: "ada", cents: 5 }), { done: true });
    assert.deepEqual(await ask({ action: "balance", account: "ada" }), { cents: 5 });
  });

  it("are told to be run as they are, and MySQL not at all", async () => {
    const { declaredOnly: declared } = await stack.provider.report();
    const told = (words: string) =>
      assert.ok(
        declared.some((line) => line.includes(words)),
        declared.join("\n"),
      );
    told("aws:rds/cluster:Cluster (db) runs as one PostgreSQL server of this machine");
    told("aws:rds/cluster:Cluster (my) is not run: the emulator has no MySQL");
  });

  it("change nothing in a second run, and are found unchanged in a refresh", async () => {
    assert.deepEqual(Object.keys((await stack.up(program({}))).changes), ["same"]);
    assert.deepEqual(Object.keys((await stack.refresh()).changes), ["same"]);
  });

  it("take changes in place, and keep what is in them", async () => {
    const { changes } = await stack.up(program({ backupDays: 14, maxCapacity: 8, proxyConnectionsPercent: 80 }));
    assert.deepEqual(Object.keys(changes).sort(), ["same", "update"]);
    const { DBClusters = [] } = await cloud.rds.describeDBClusters({ DBClusterIdentifier: "db-test" });
    assert.deepEqual(
      [DBClusters[0]?.BackupRetentionPeriod, DBClusters[0]?.ServerlessV2ScalingConfiguration?.MaxCapacity],
      [14, 8],
    );
    assert.deepEqual(await ask({ action: "balance", account: "ada" }), { cents: 5 });
  });

  it("are another kind on demand: a new database, migrated anew", async () => {
    made = (await stack.up(program({ kind: Postgresql }))).outputs;
    assert.match(String(made.secret), /:secret:rds!db-/);
    assert.equal((JSON.parse(String(made.migrated)) as { applied: string[] }).applied.length, 2);
    assert.deepEqual(await ask({ action: "open", account: "bob", cents: 7 }), { done: true });
    assert.deepEqual(Object.keys((await stack.up(program({ kind: Postgresql }))).changes), ["same"]);
    assert.deepEqual(Object.keys((await stack.refresh()).changes), ["same"]);
  });

  it("are gone when they are destroyed, with their servers", async () => {
    await stack.destroy();
    assert.deepEqual((await cloud.rds.describeDBClusters({})).DBClusters, []);
    assert.deepEqual((await cloud.rds.describeDBInstances({})).DBInstances, []);
    assert.deepEqual((await cloud.rds.describeDBProxies({})).DBProxies, []);
  });
});
