import { CreateTableCommand, DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { Lambda, waitUntilPublishedVersionActive } from "@aws-sdk/client-lambda";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

import { buildLanguage } from "../../components/languageBuild";
import { hostTarget } from "../../components/nativeModules";
import { Language, toolchains } from "../../components/toolchains";
import { ensureInstallation } from "../../local/emulator/installation";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { createRole, identityWith } from "./identity";
import { HANDLERS } from "./load";
import { ACCOUNT, allow } from "./packed";

const TABLE = "ticket-counter";
const BLOCK_SIZE = 10;
const folder = join(HANDLERS, "ticket-numbers", "python");
/** Exactly what the function's role is granted. */
const rights = [allow(["dynamodb:UpdateItem"], `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${TABLE}`)];

interface Ticket {
  number: number;
}

describe("ticket numbers of environments that start from a snapshot", function () {
  this.timeout(60_000);
  let emulator: TestEmulator;
  let lambda: Lambda;
  let dynamodb: DynamoDBClient;
  const variables = { COUNTER_TABLE: TABLE, BLOCK_SIZE: String(BLOCK_SIZE) };

  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
    const access = { endpoint: emulator.endpoint, region: REGION, credentials: root };
    lambda = new Lambda(access);
    dynamodb = new DynamoDBClient(access);
    await dynamodb.send(
      new CreateTableCommand({
        TableName: TABLE,
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
  });
  after(() => emulator.stop());

  async function blocksDrawn(): Promise<number> {
    const key = { TableName: TABLE, Key: { id: { S: "tickets" } }, ConsistentRead: true };
    const { Item } = await dynamodb.send(new GetItemCommand(key));
    return Number(Item?.drawn?.N ?? 0);
  }

  /** The answers of copies of one process that has loaded the handler, as the role of the function. */
  async function restored(hooks: "with" | "without"): Promise<number[]> {
    const { accessKeyId, secretAccessKey } = await identityWith(emulator.endpoint, `tickets-${hooks}`, rights);
    const { stdout } = await promisify(execFile)(
      await ensureInstallation(),
      [join(__dirname, "restored.py"), folder, "4", "3", hooks],
      {
        env: {
          ...variables,
          AWS_ENDPOINT_URL: emulator.endpoint,
          AWS_DEFAULT_REGION: REGION,
          AWS_ACCESS_KEY_ID: accessKeyId,
          AWS_SECRET_ACCESS_KEY: secretAccessKey,
        },
      },
    );
    const answers = JSON.parse(stdout) as Ticket[][];
    return answers.flat().map(({ number }) => number);
  }

  it("are unique in four copies of one environment, since its hooks forget the block that all of them have", async () => {
    const numbers = await restored("with");
    assert.equal(numbers.length, 12);
    assert.equal(new Set(numbers).size, 12, numbers.join(", "));
  });

  it("would be given out four times each without the hooks", async () => {
    const numbers = await restored("without");
    assert.equal(numbers.length, 12);
    assert.equal(new Set(numbers).size, 3, numbers.join(", "));
  });

  it("come from a block drawn after the hooks have run, when the emulator publishes and calls a version", async () => {
    const toolchain = toolchains[Language.Python];
    const { runtime } = toolchain;
    const FunctionName = "tickets";
    await createRole(emulator.endpoint, FunctionName, rights);
    await lambda.createFunction({
      FunctionName,
      Runtime: runtime as "python3.14",
      Handler: toolchain.handler,
      Role: `arn:aws:iam::${ACCOUNT}:role/${FunctionName}`,
      Code: {
        ZipFile: readFileSync(await buildLanguage({ language: Language.Python, folder, runtime, machine: hostTarget })),
      },
      Environment: { Variables: variables },
      SnapStart: { ApplyOn: "PublishedVersions" },
      Timeout: 30,
      Publish: true,
    });
    await waitUntilPublishedVersionActive({ client: lambda, maxWaitTime: 60 }, { FunctionName, Qualifier: "1" });
    const { SnapStart } = await lambda.getFunctionConfiguration({ FunctionName, Qualifier: "1" });
    assert.equal(SnapStart?.OptimizationStatus, "On");
    await lambda.createAlias({ FunctionName, Name: "live", FunctionVersion: "1" });

    const call = async (): Promise<number> => {
      const { Payload, FunctionError } = await lambda.invoke({ FunctionName, Qualifier: "live" });
      const text = Buffer.from(Payload ?? []).toString();
      assert.equal(FunctionError, undefined, text);
      return (JSON.parse(text) as Ticket).number;
    };
    // The environment drew a block while the version was published; without its hooks the first number would be of that.
    const drawn = await blocksDrawn();
    assert.ok(drawn > 0);
    assert.equal(await call(), drawn * BLOCK_SIZE);
    const numbers = await Promise.all(Array.from({ length: 8 }, call));
    assert.equal(new Set(numbers).size, 8, numbers.join(", "));
  });
});
