import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { Lambda } from "@aws-sdk/client-lambda";
import { RDS } from "@aws-sdk/client-rds";

/** What the tests read of the stack's outputs. */
export interface TransferOutputs {
  databaseProxyEndpoint: string;
  databaseConnections: { most: number; promised: number };
  databaseFunction: string;
  databaseAnnouncedFunction: string;
}

interface Client {
  region: string;
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** Tests of the transfers in a stack that has been deployed, on its PostgreSQL. */
export function describeTransfers(given: { outputs: () => TransferOutputs; client: () => Client }): void {
  describe("transfers", () => {
    let clients: { lambda: Lambda; logs: CloudWatchLogs; rds: RDS };

    before(() => {
      const client = given.client();
      clients = { lambda: new Lambda(client), logs: new CloudWatchLogs(client), rds: new RDS(client) };
    });
    after(() => Object.values(clients).forEach((client) => client.destroy()));

    async function ask(event: object): Promise<Record<string, unknown>> {
      const { databaseFunction: FunctionName } = given.outputs();
      const { Payload, FunctionError } = await clients.lambda.invoke({ FunctionName, Payload: JSON.stringify(event) });
      const answer = JSON.parse(Buffer.from(Payload ?? []).toString()) as Record<string, unknown>;
      assert.equal(FunctionError, undefined, JSON.stringify(answer));
      return answer;
    }

    /** The ids of the transfers that the function was told of. */
    async function announced(): Promise<Set<string>> {
      const { Configuration } = await clients.lambda.getFunction({
        FunctionName: given.outputs().databaseAnnouncedFunction,
      });
      const logGroupName = Configuration?.LoggingConfig?.LogGroup;
      const told = new Set<string>();
      for (let nextToken: string | undefined; ;) {
        const page = await clients.logs.filterLogEvents({ logGroupName, nextToken });
        for (const { message = "" } of page.events ?? []) {
          const id = /"transfer":"([^"]+)"/.exec(message)?.[1];
          if (id) told.add(id);
        }
        if (!(nextToken = page.nextToken)) return told;
      }
    }

    it("have a budget of connections, which the function keeps to", async () => {
      const { databaseConnections, databaseFunction: FunctionName } = given.outputs();
      assert.deepEqual(databaseConnections, { most: 740, promised: 20 });
      const { Concurrency } = await clients.lambda.getFunction({ FunctionName });
      assert.equal(Concurrency?.ReservedConcurrentExecutions, 20);
    });

    it("are made once each and lose no cent, at once, repeated, and through a failover of the database", async () => {
      const accounts = ["north", "east", "south", "west"];
      for (const account of accounts) await ask({ action: "open", account, cents: 10_000 });
      const transfers = Array.from({ length: 24 }, (_, index) => ({
        action: "transfer",
        id: `transfer-${index}`,
        from: accounts[index % 4],
        to: accounts[(index + 1 + (index % 3)) % 4],
        cents: index + 1,
      }));
      const { DBClusters = [] } = await clients.rds.describeDBClusters({});
      const failover = sleep(300).then(() =>
        clients.rds.rebootDBInstance({
          DBInstanceIdentifier: DBClusters[0]?.DBClusterMembers?.[0]?.DBInstanceIdentifier,
        }),
      );
      const queue = [...transfers, ...transfers];
      const worker = async () => {
        for (let next = queue.shift(); next; next = queue.shift()) await ask(next);
      };
      await Promise.all([failover, ...Array.from({ length: 6 }, worker)]);
      const balances = Object.fromEntries(accounts.map((account) => [account, 10_000]));
      for (const { from, to, cents } of transfers) {
        balances[from!]! -= cents;
        balances[to!]! += cents;
      }
      for (const account of accounts)
        assert.deepEqual(await ask({ action: "balance", account }), { cents: balances[account] });
      for (const transfer of transfers) assert.deepEqual(await ask(transfer), { done: false });
    });

    it("are told to a function by the database, with the role that it has for that", async () => {
      const expected = Array.from({ length: 24 }, (_, index) => `transfer-${index}`);
      let missing: string[] = expected;
      for (let tries = 0; missing.length > 0 && tries < 200; tries++, await sleep(100)) {
        const told = await announced();
        missing = expected.filter((id) => !told.has(id));
      }
      assert.deepEqual(missing, []);
    });
  });
}
