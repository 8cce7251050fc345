import assert from "node:assert/strict";
import {
  ApiAccount,
  ArgumentError,
  AttributeType,
  CachedItems,
  ChangeLog,
  Database,
  DatabaseKind,
  DatabaseMigrations,
  DaxCluster,
  Distribution,
  GatewayService,
  PrivateNetwork,
  ReadThroughItems,
  ServerlessCache,
  Table,
  Workflow,
} from "../../components";
import { declare } from "./deploy";

const table = (name = "Users"): Table =>
  new Table(name, { attributes: { UserID: AttributeType.String }, hashKey: "UserID" });
const dynamoDb = { gatewayEndpoints: [GatewayService.DynamoDb] };

/** Each makes what comes before, and gives back what cannot be joined with it; then the parts of the one error. */
const attempts: [what: string, prepare: () => () => unknown, ...parts: string[]][] = [
  [
    "A change log of a table without a stream",
    () => {
      const users = table();
      return () => new ChangeLog("mine", { table: users, expireAfterDays: 0 });
    },
    'ChangeLog "mine": table is "Users"; it has no stream',
    'ChangeLog "mine": expireAfterDays is 0',
  ],
  [
    "Cached items of a table that the cache does not have, in a network without a way to DynamoDB",
    () => {
      const [users, network] = [table(), new PrivateNetwork("net", { gatewayEndpoints: [] })];
      const cache = new DaxCluster("cache", { network, tables: [{ table: table("Items") }] });
      return () => new CachedItems("mine", { network, cache, table: users, memoryMb: 1 });
    },
    'CachedItems "mine": network is "dynamodb"; net has endpoints of',
    'CachedItems "mine": table is "Users"; cache caches Items: add the table to its tables',
    'CachedItems "mine": memoryMb is 1',
  ],
  [
    "Items read through a cache in a network without a way to DynamoDB",
    () => {
      const [users, network] = [table(), new PrivateNetwork("net", { gatewayEndpoints: [] })];
      const cache = new ServerlessCache("cache", { network });
      return () => new ReadThroughItems("mine", { network, cache, table: users, ttlSeconds: 0 });
    },
    'ReadThroughItems "mine": network is "dynamodb"; net has endpoints of',
    'ReadThroughItems "mine": ttlSeconds is 0',
  ],
  [
    "Migrations of a database whose network has no way to its secret",
    () => {
      const database = new Database("db", {
        kind: DatabaseKind.AuroraPostgresql,
        network: new PrivateNetwork("net", dynamoDb),
      });
      return () => new DatabaseMigrations("mine", { database, folder: "nowhere" });
    },
    'DatabaseMigrations "mine": database is "secretsmanager"; net has endpoints of dynamodb',
    'DatabaseMigrations "mine": folder is "nowhere"',
  ],
  [
    "A distribution with a name, and a page, that CloudFront does not take",
    () => () => new Distribution("mine!", { rootObject: "/index.html" }),
    'Distribution "mine!": name is "mine!"; CloudFront allows letters',
    'Distribution "mine!": rootObject is "/index.html"',
  ],
  [
    "A workflow with a name, and a time, that AWS does not take",
    () => () => new Workflow("mine!", { startAt: "End", states: { End: { succeed: true } }, timeoutSeconds: 0 }),
    'Workflow "mine!": name is "mine!"; AWS takes letters',
    'Workflow "mine!": timeoutSeconds is 0',
  ],
  [
    "The account of the APIs with a boundary that is no policy",
    () => () => new ApiAccount("mine", { permissionsBoundaryArn: "boundary" }),
    'ApiAccount "mine": permissionsBoundaryArn is "boundary"; give the ARN of a managed policy',
  ],
];

describe("What cannot be joined with what is there (under Pulumi's mocks)", () => {
  for (const [what, prepare, ...parts] of attempts) {
    it(`${what}: one error with all that is wrong, and nothing of it is declared`, async () => {
      const declared = await declare(() => {
        assert.throws(prepare(), (error: unknown) => {
          assert.ok(error instanceof ArgumentError, String(error));
          for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
          return true;
        });
      });
      const ofIt = declared.filter(({ type, name }) => name.startsWith("mine") && type.startsWith("aws:"));
      assert.deepEqual(ofIt, []);
    });
  }
});
