import { IAMClient, CreateRoleCommand, GetRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { CreateFunctionCommand, InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildSync } from "esbuild";
import { strToU8, zipSync } from "fflate";
import { RDS } from "@aws-sdk/client-rds";
import { SQS } from "@aws-sdk/client-sqs";
import { Client } from "pg";
import { EmulatorError, emulatorChanges, emulatorStatus, ensureEmulator, stopEmulator } from "../../local/emulator";
import { requirementsHash } from "../../local/emulator/installation";
import { databasesFolder } from "../../local/emulator/server";
import { isRunning, identify } from "../../local/processes";
import { projectRoot } from "../../local/project";
import { Aws } from "../../local/provider/frame/aws";
import { freePort } from "../freePort";

describe("the emulator", function () {
  // The first run on a machine installs it.
  this.timeout(300_000);

  let root: string;
  let folder: string;
  let port: number;
  before(async () => {
    root = mkdtempSync(path.join(tmpdir(), "headroom-emulator-"));
    folder = path.join(root, "emulator");
    port = await freePort();
  });
  afterEach(() => stopEmulator({ folder }));
  after(() => rmSync(root, { recursive: true }));

  const start = () => ensureEmulator({ folder, port });
  const settings = (credentials = { accessKeyId: "test", secretAccessKey: "test" }) => ({
    endpoint: `http://127.0.0.1:${port}`,
    region: "eu-west-1",
    forcePathStyle: true,
    credentials,
  });
  const s3 = () => new S3Client(settings());

  /** Makes a function of JavaScript source that may import the S3 client, with a role that may do what the grant says. */
  async function makeFunction(source: string, grant?: object, environment: Record<string, string> = {}) {
    const role = { RoleName: "role", PolicyName: "own" };
    const iam = new IAMClient(settings());
    const trust = { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" };
    const made = await iam.send(new CreateRoleCommand({ ...role, AssumeRolePolicyDocument: policy([trust]) }));
    if (grant) await iam.send(new PutRolePolicyCommand({ ...role, PolicyDocument: policy([grant]) }));
    const bundled = buildSync({
      stdin: { contents: source, resolveDir: projectRoot },
      ...{ bundle: true, write: false, platform: "node", format: "cjs", target: "node24" },
    } as const);
    const lambda = new LambdaClient(settings());
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName: "probe",
        Role: made.Role?.Arn,
        Runtime: "nodejs24.x",
        Handler: "index.handler",
        Timeout: 20,
        Environment: { Variables: environment },
        Code: { ZipFile: zipSync({ "index.js": strToU8(bundled.outputFiles[0]?.text ?? "") }) },
      }),
    );
    return async (): Promise<Record<string, string>> => {
      const { Payload, FunctionError } = await lambda.send(new InvokeCommand({ FunctionName: "probe" }));
      const text = Buffer.from(Payload ?? []).toString();
      assert.equal(FunctionError, undefined, text);
      return JSON.parse(text) as Record<string, string>;
    };
  }

  it("starts, keeps objects, and is found running by the next command", async () => {
    const first = await start();
    assert.deepEqual({ ...first, pid: 0 }, { endpoint: settings().endpoint, pid: 0, started: true, stateLost: false });
    await s3().send(new CreateBucketCommand({ Bucket: "kept" }));
    await s3().send(new PutObjectCommand({ Bucket: "kept", Key: "a b+ü.txt", Body: "words" }));

    assert.deepEqual(await start(), { ...first, started: false });
    const object = await s3().send(new GetObjectCommand({ Bucket: "kept", Key: "a b+ü.txt" }));
    assert.equal(await object.Body?.transformToString(), "words");
    const status = {
      state: "running",
      endpoint: first.endpoint,
      pid: first.pid,
      log: path.join(folder, "emulator.log"),
    };
    assert.deepEqual(await emulatorStatus({ folder }), status);
  });

  it("says whether a resource may have changed: after a change through any protocol, and never for what is read or put into one", async () => {
    await start();
    const [sqs, iam] = [new SQS(settings()), new IAMClient(settings())];
    const changes = () => emulatorChanges(settings().endpoint);
    /** Whether the work may have changed a resource. */
    const counts = async (work: () => Promise<unknown>): Promise<boolean> => {
      const before = await changes();
      assert.ok(before);
      await work();
      return (await changes()) !== before;
    };
    const trust = policy([{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }]);
    let queue = "";
    const REST = () => s3().send(new CreateBucketCommand({ Bucket: "counted" }));
    const query = () => iam.send(new CreateRoleCommand({ RoleName: "counted", AssumeRolePolicyDocument: trust }));
    const json = async () => void ({ QueueUrl: queue = "" } = await sqs.createQueue({ QueueName: "counted" }));
    for (const change of [REST, query, json]) assert.equal(await counts(change), true, change.name);
    const reads = async () => {
      await s3().send(new ListBucketsCommand({}));
      await iam.send(new GetRoleCommand({ RoleName: "counted" }));
      await sqs.listQueues({});
      await sqs.sendMessage({ QueueUrl: queue, MessageBody: "words" });
      await sqs.receiveMessage({ QueueUrl: queue });
      await s3().send(new PutObjectCommand({ Bucket: "counted", Key: "upload", Body: "words" }));
    };
    assert.equal(await counts(reads), false);
    const { s3: provider } = new Aws(settings().endpoint, "eu-west-1");
    assert.equal(await counts(() => provider.putObject({ Bucket: "counted", Key: "resource", Body: "words" })), true);
    const overwrite = () => s3().send(new PutObjectCommand({ Bucket: "counted", Key: "resource", Body: "others" }));
    assert.equal(await counts(overwrite), true);
    assert.equal(await counts(() => sqs.deleteQueue({ QueueUrl: queue })), true);
    const before = await changes();
    await stopEmulator({ folder });
    await start();
    assert.notEqual(await changes(), before, "a new emulator is empty");
  });

  it("is started once when two commands start it together", async () => {
    const [one, other] = await Promise.all([start(), start()]);
    assert.equal(one.pid, other.pid);
    assert.deepEqual([one.started, other.started].sort(), [false, true]);
  });

  it("listens on this machine only", async () => {
    await start();
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === "IPv4" && !address.internal);
    assert.equal(await accepts("127.0.0.1", port), true);
    if (outside) assert.equal(await accepts(outside.address, port), false);
  });

  it("refuses an unknown access key and an unsigned read", async () => {
    await start();
    await s3().send(new CreateBucketCommand({ Bucket: "private" }));
    await s3().send(new PutObjectCommand({ Bucket: "private", Key: "a", Body: "secret" }));
    const stranger = new S3Client(settings({ accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "guess" }));
    await assert.rejects(stranger.send(new GetObjectCommand({ Bucket: "private", Key: "a" })), {
      name: "InvalidAccessKeyId",
    });
    assert.equal((await fetch(`${settings().endpoint}/private/a`)).status, 403);
  });

  it("lets a function do what its role may, over TLS, and nothing else", async () => {
    await start();
    const onlyTls = (bucket: string) => ({
      ...{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [arn(bucket), arn(`${bucket}/*`)] },
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
    for (const Bucket of ["granted", "other"]) {
      await s3().send(new CreateBucketCommand({ Bucket }));
      await s3().send(new PutBucketPolicyCommand({ Bucket, Policy: policy([onlyTls(Bucket)]) }));
    }
    const grant = { Effect: "Allow", Action: "s3:PutObject", Resource: arn("granted/*") };
    const invoke = await makeFunction(
      `import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
       const put = (Bucket, options) => new S3Client({ forcePathStyle: true, ...options })
         .send(new PutObjectCommand({ Bucket, Key: "a", Body: "b" })).then(() => "done", (error) => error.message);
       exports.handler = async () => ({
         granted: await put("granted"),
         other: await put("other"),
         withoutTls: await put("granted", { endpoint: process.env.PLAIN }),
       });`,
      grant,
      { PLAIN: settings().endpoint },
    );
    const { granted, other, withoutTls } = await invoke();
    assert.equal(granted, "done");
    assert.match(other ?? "", /no identity-based policy allows the s3:PutObject action/);
    assert.match(withoutTls ?? "", /explicit deny in a resource-based policy/);
  });

  it("runs functions on the project's Node, with nothing of the user's environment", async () => {
    process.env.HEADROOM_TEST_SECRET = "of the user";
    try {
      await start();
    } finally {
      delete process.env.HEADROOM_TEST_SECRET;
    }
    const invoke = await makeFunction("exports.handler = async () => ({ node: process.version, ...process.env });");
    const { node, ...environment } = await invoke();
    assert.equal(node, process.version);
    assert.equal(environment.AWS_REGION, "eu-west-1");
    assert.equal(environment.HEADROOM_TEST_SECRET, undefined);
    assert.notEqual(environment.HOME, process.env.HOME);
    assert.match(environment.AWS_ACCESS_KEY_ID ?? "", /^ASIA/, "the role's own credentials, not the user's");
  });

  it("leaves no process and no file when it is stopped, whatever its functions left running", async () => {
    const { pid } = await start();
    const invoke = await makeFunction(
      `const { spawn } = require("node:child_process");
       exports.handler = async () => {
         setInterval(() => {}, 1000);
         process.on("SIGTERM", () => {});
         const left = spawn("sleep", ["1000"], { detached: true, stdio: "ignore" });
         left.unref();
         return { worker: process.pid, left: left.pid };
       };`,
    );
    const { worker, left } = await invoke();
    const processes = [pid, Number(worker), Number(left)].map((id) => identify(id));
    assert.equal(processes.filter((process) => process && isRunning(process)).length, 3);

    assert.equal(await stopEmulator({ folder }), true);
    assert.deepEqual(
      processes.filter((process) => process && isRunning(process)),
      [],
    );
    assert.deepEqual(readdirSync(root), []);
    assert.equal(await accepts("127.0.0.1", port), false);
    assert.equal(await stopEmulator({ folder }), false, "nothing is left to stop");
  });

  it("is restarted after it was killed, and says that its state is lost", async () => {
    const { pid } = await start();
    await s3().send(new CreateBucketCommand({ Bucket: "lost" }));
    process.kill(pid, "SIGKILL");
    while (identify(pid)) await sleep(20);
    assert.equal((await emulatorStatus({ folder })).state, "killed");

    const { pid: second, ...again } = await start();
    assert.notEqual(second, pid);
    assert.deepEqual(again, { endpoint: settings().endpoint, started: true, stateLost: true });
    assert.deepEqual((await s3().send(new ListBucketsCommand({}))).Buckets ?? [], []);
    assert.equal((await start()).stateLost, false, "said once");
  });

  it("ends what a killed emulator's functions left behind", async () => {
    const { pid } = await start();
    const invoke = await makeFunction(
      `const { spawn } = require("node:child_process");
       exports.handler = async () => {
         const left = spawn("sleep", ["1000"], { detached: true, stdio: "ignore" });
         left.unref();
         return { left: left.pid };
       };`,
    );
    const left = identify(Number((await invoke()).left));
    assert.ok(left && isRunning(left));
    process.kill(pid, "SIGKILL");
    await start();
    assert.equal(isRunning(left), false);
  });

  describe("with a database", () => {
    const rds = () => new RDS(settings());

    /** The address of a new PostgreSQL cluster. */
    async function makeDatabase(): Promise<{ host: string; port: number }> {
      const { DBCluster } = await rds().createDBCluster({
        DBClusterIdentifier: "db",
        Engine: "aurora-postgresql",
        MasterUsername: "master_user",
        MasterUserPassword: "a password of a test",
      });
      return { host: DBCluster!.Endpoint!, port: DBCluster!.Port! };
    }

    const signIn = async (at: { host: string; port: number }): Promise<void> => {
      const ssl = { ca: readFileSync(path.join(folder, "tmp", "emulator.pem"), "utf8") };
      const login = { user: "master_user", password: "a password of a test", database: "postgres" };
      const client = new Client({ ...at, ...login, ssl });
      client.on("error", () => {});
      await client.connect();
      await client.end();
    };

    const server = (): number => {
      const [database = ""] = readdirSync(databasesFolder(folder));
      const file = path.join(databasesFolder(folder), database, "data", "postmaster.pid");
      return Number.parseInt(readFileSync(file, "utf8"), 10);
    };

    it("leaves nothing of it when it is stopped, nor after it was killed", async () => {
      for (const kill of [false, true]) {
        const { pid } = await start();
        await signIn(await makeDatabase());
        const postgres = identify(server());
        assert.ok(postgres && isRunning(postgres));
        if (kill) process.kill(pid, "SIGKILL");
        await stopEmulator({ folder });
        assert.equal(isRunning(postgres), false);
        assert.equal(existsSync(databasesFolder(folder)), false);
      }
    });

    it("tells who connects that the server ended, and what it wrote last", async () => {
      await start();
      const at = await makeDatabase();
      process.kill(server(), "SIGKILL");
      await sleep(200);
      await assert.rejects(signIn(at), /PostgreSQL ended: .*Fix: npm run down, then npm start/s);
    });
  });

  it("never ends another program that has its process id by now", async () => {
    const bystander = spawn("sleep", ["1000"], { stdio: "ignore" });
    try {
      const record = { pid: bystander.pid, startTime: "long ago", port, requirements: requirementsHash() };
      mkdirSync(folder);
      writeFileSync(path.join(folder, "process.json"), JSON.stringify(record));
      assert.equal((await emulatorStatus({ folder })).state, "killed");
      assert.equal(await stopEmulator({ folder }), false);
      assert.equal(bystander.exitCode ?? bystander.signalCode, null);
      assert.ok(identify(bystander.pid ?? 0));
    } finally {
      bystander.kill("SIGKILL");
    }
  });

  it("names the port when another program listens there, and leaves that program alone", async () => {
    const other = createServer((socket) => socket.destroy()).listen(port, "127.0.0.1");
    await new Promise((resolve) => other.on("listening", resolve));
    try {
      await assert.rejects(start(), (error: Error) => {
        assert.ok(error instanceof EmulatorError);
        assert.match(error.message, new RegExp(`port ${port} .* in use.*\\n.*HEADROOM_PORT=${port + 1} npm start`));
        return true;
      });
      assert.equal(other.listening, true);
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  });

  it("says so when the port is that of another checkout's emulator", async () => {
    const { pid } = await start();
    const other = ensureEmulator({ folder: path.join(root, "other"), port });
    await assert.rejects(
      other,
      new RegExp(`in use by .*process ${pid}.*npm run down. in the checkout that started`, "s"),
    );
    assert.equal((await emulatorStatus({ folder })).state, "running");
    assert.deepEqual(readdirSync(root), ["emulator"]);
  });

  it("asks for npm run down before it moves to another port", async () => {
    await start();
    const elsewhere = ensureEmulator({ folder, port: port + 1 });
    await assert.rejects(elsewhere, new RegExp(`runs on port ${port}.*HEADROOM_PORT=${port}, or .*npm run down`, "s"));
    await s3().send(new CreateBucketCommand({ Bucket: "undisturbed" }));
    await s3().send(new HeadBucketCommand({ Bucket: "undisturbed" }));
  });

  it("shows the end of its log when it crashes at its start", async () => {
    const cache = path.join(root, "cache");
    const installation = path.join(cache, requirementsHash());
    mkdirSync(path.join(installation, "bin"), { recursive: true });
    writeFileSync(path.join(installation, "installed.json"), "{}");
    const crash = "#!/bin/sh\necho 'Traceback: no such luck' >&2\nexit 3\n";
    writeFileSync(path.join(installation, "bin", "python"), crash, { mode: 0o755 });
    await assert.rejects(ensureEmulator({ folder, port, cache }), (error: Error) => {
      assert.ok(error instanceof EmulatorError);
      assert.match(
        error.message,
        /did not start: it ended with exit code 3\..*emulator\.log.*Traceback: no such luck/s,
      );
      return true;
    });
    assert.match(readFileSync(path.join(folder, "emulator.log"), "utf8"), /no such luck/);
    rmSync(cache, { recursive: true });
    await stopEmulator({ folder });
    assert.ok(!existsSync(folder));
  });
});

const arn = (resource: string) => `arn:aws:s3:::${resource}`;
const policy = (statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const answer = (accepted: boolean) => () => {
      socket.destroy();
      resolve(accepted);
    };
    socket.on("connect", answer(true)).on("error", answer(false)).on("timeout", answer(false));
  });
}
