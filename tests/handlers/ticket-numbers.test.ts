import { CreateTableCommand, DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { Lambda, waitUntilPublishedVersionActive } from "@aws-sdk/client-lambda";
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";

import { buildLanguage } from "../../components/packaging/languageBuild";
import { hostTarget } from "../../components/packaging/nativeModules";
import { Language, missingToolchain, toolchains } from "../../components/packaging/toolchains";
import { ensureInstallation } from "../../local/emulator/installation";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { createRole, identityWith } from "./identity";
import { CRAC, JAVA_RUNTIME, withJavaRuntime } from "./java";
import { HANDLERS } from "./load";
import { ACCOUNT, allow } from "./packed";
import { RuntimeApi } from "./runtimeApi";

const TABLE = "ticket-counter";
const BLOCK_SIZE = 10;
const folder = join(HANDLERS, "ticket-numbers", "python");
/** Exactly what the function's role is granted. */
const rights = [allow(["dynamodb:UpdateItem"], `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${TABLE}`)];

interface Ticket {
  number: number;
}

describe("ticket numbers of environments that start from a snapshot", function () {
  this.timeout(180_000);
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

  /** The environment of a function whose role has its rights, and no others. */
  async function rightsOnly(role: string) {
    const { accessKeyId, secretAccessKey } = await identityWith(emulator.endpoint, role, rights);
    return {
      ...variables,
      AWS_ENDPOINT_URL: emulator.endpoint,
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    };
  }

  /** The answers of copies of one process that has loaded the handler, as the role of the function. */
  async function restored(hooks: "with" | "without"): Promise<number[]> {
    const script = [join(__dirname, "restored.py"), folder, "4", "3", hooks];
    const { stdout } = await promisify(execFile)(await ensureInstallation(), script, {
      env: await rightsOnly(`tickets-${hooks}`),
    });
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

  /** Publishes and calls a version on the emulator. */
  async function drawAfterHooks(language: Language, sources: string, handler?: string): Promise<void> {
    const { runtime } = toolchains[language];
    const FunctionName = `tickets-${language}`;
    await createRole(emulator.endpoint, FunctionName, rights);
    await lambda.createFunction({
      FunctionName,
      Runtime: runtime as "python3.14",
      Handler: handler,
      Role: `arn:aws:iam::${ACCOUNT}:role/${FunctionName}`,
      Code: {
        ZipFile: readFileSync(buildLanguage({ language, folder: sources, runtime, machine: hostTarget })),
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
  }

  it("come from a block drawn after the hooks have run, when the emulator publishes and calls a version", async () => {
    await drawAfterHooks(Language.Python, folder, toolchains[Language.Python].handler);
  });

  const missing = missingToolchain(Language.Java);
  if (missing) it(`in Java are skipped: ${missing}`, () => assert.match(missing, /: install /));
  else {
    it("in Java come from a block drawn after the hooks have run, when the emulator publishes and calls a version", () =>
      drawAfterHooks(Language.Java, join(HANDLERS, "ticket-numbers", "java"), "headroom.TicketNumbers"));

    it("in Java come from a block drawn after the restore, by the hooks of CRaC under AWS's own runtime client", async () => {
      const code = await mkdtemp(join(tmpdir(), "headroom-java-"));
      for (const [name, bytes] of Object.entries(withJavaRuntime(join(HANDLERS, "ticket-numbers", "java")))) {
        await mkdir(dirname(join(code, name)), { recursive: true });
        await writeFile(join(code, name), bytes);
      }
      const api = new RuntimeApi();
      const environment = {
        ...(await rightsOnly("tickets-java")),
        PATH: process.env.PATH,
        AWS_LAMBDA_RUNTIME_API: await api.listen(),
        AWS_LAMBDA_INITIALIZATION_TYPE: "snap-start",
        AWS_LAMBDA_FUNCTION_NAME: "tickets",
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "512",
        AWS_LAMBDA_FUNCTION_VERSION: "1",
        _HANDLER: "headroom.TicketNumbers",
      };
      const classes = `${code}:${join(code, "lib", "*")}`;
      const java = spawn("java", [CRAC, "-cp", classes, JAVA_RUNTIME, environment._HANDLER], { env: environment });
      // What it says when it cannot start, rather than a test that waits.
      const died = text(java.stdout).then((said) => assert.fail(said));
      died.catch(() => undefined);
      try {
        const before = await blocksDrawn();
        await Promise.race([api.untilSnapshot(), died]);
        const drawn = await blocksDrawn();
        assert.equal(drawn, before + 1);
        assert.deepEqual(await Promise.race([api.restoreAndCall({}), died]), { number: drawn * BLOCK_SIZE });
      } finally {
        java.kill("SIGKILL");
        api.close();
        await rm(code, { recursive: true, force: true });
      }
    });
  }
});
