/** A cluster of DAX on the emulator, before three tables, and clients of it. */
import assert from "node:assert/strict";
import { DaxDocument } from "@amazon-dax-sdk/lib-dax";
import { type DynamoDB } from "@aws-sdk/client-dynamodb";
import { REGION, root, trust } from "../../handlers/emulator";
import { Cloud, document } from "./cloud";

const ofTables = ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan", "BatchGetItem", "BatchWriteItem"];
const tables = { items: undefined, notes: "S", readings: "N" } as const;

/** What DAX's client has besides the calls of documents. */
type Client = DaxDocument & Pick<DynamoDB, "batchGetItem" | "putItem"> & { shutdown(): void };

interface Refusal {
  code: string;
  message: string;
  cancellationReasons?: { Code: string }[];
}

/** What a failed call has for its error. */
export const refusal = (call: Promise<unknown>): Promise<Refusal> =>
  call.then(
    () => assert.fail("it was accepted"),
    (problem: unknown) => problem as Refusal,
  );

export class CachedTables {
  /** Of the cluster `cache`, over TLS. */
  endpoint = "";
  /** Root's client of it. */
  declare readonly dax: Client;
  private readonly clients: Client[] = [];

  private constructor(readonly cloud: Cloud) {}

  static async start(): Promise<CachedTables> {
    const made = new CachedTables(await Cloud.start());
    trust(made.cloud.emulator);
    for (const [name, type] of Object.entries(tables)) await made.table(name, type);
    const role = await made.role("cache-role", "DescribeTable", "ConditionCheckItem", ...ofTables);
    made.endpoint = await made.cluster("cache", "TLS", role);
    return Object.assign(made, { dax: made.client(made.endpoint) });
  }

  async stop(): Promise<void> {
    for (const each of this.clients) each.shutdown();
    await this.cloud.stop();
  }

  private async table(TableName: string, sort: "S" | "N" | undefined): Promise<void> {
    await this.cloud.aws.dynamodb.createTable({
      TableName,
      AttributeDefinitions: [
        { AttributeName: "id", AttributeType: "S" },
        ...(sort ? [{ AttributeName: "sort", AttributeType: sort }] : []),
      ],
      KeySchema: [
        { AttributeName: "id", KeyType: "HASH" },
        ...(sort ? [{ AttributeName: "sort", KeyType: "RANGE" } as const] : []),
      ],
      BillingMode: "PAY_PER_REQUEST",
    });
  }

  /** A role for a cluster, with these rights of DynamoDB. */
  async role(RoleName: string, ...actions: string[]): Promise<string> {
    const { iam } = this.cloud.aws;
    const { Role } = await iam.createRole({
      RoleName,
      AssumeRolePolicyDocument: document({
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: "dax.amazonaws.com" },
      }),
    });
    const Action = actions.map((action) => `dynamodb:${action}`);
    const PolicyDocument = document({ Effect: "Allow", Action, Resource: "*" });
    await iam.putRolePolicy({ RoleName, PolicyName: "tables", PolicyDocument });
    return Role?.Arn ?? "";
  }

  /** The URL of a new cluster. */
  async cluster(ClusterName: string, encryption: "NONE" | "TLS", IamRoleArn: string): Promise<string> {
    const { Cluster } = await this.cloud.aws.dax.createCluster({
      ClusterName,
      IamRoleArn,
      NodeType: "dax.t3.small",
      ReplicationFactor: 3,
      ClusterEndpointEncryptionType: encryption,
    });
    return Cluster?.ClusterDiscoveryEndpoint?.URL ?? "";
  }

  client(endpoint: string, credentials: { accessKeyId: string; secretAccessKey: string } = root): Client {
    const made = new DaxDocument({ endpoint, region: REGION, credentials, maxRetryDelay: 100 }) as Client;
    this.clients.push(made);
    return made;
  }

  async read(TableName: string, key: object, options: object = {}) {
    return (await this.dax.get({ TableName, Key: key, ...options })).Item;
  }

  /** As somebody without the cluster writes. */
  pastCache(TableName: string, id: string, seen: string) {
    return this.cloud.aws.dynamodb.putItem({ TableName, Item: { id: { S: id }, seen: { S: seen } } });
  }
}
