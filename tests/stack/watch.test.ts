import assert from "node:assert/strict";
import { type ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type UpDocument } from "../../cli/commands/up";
import { Checkout, type Ended } from "./checkout";
import { printed } from "./printed";

const entry = "handlers/clean-logs/handler.ts";
const settings = "Pulumi.local.yaml";
/** A function of a folder, as programs without our components have it. */
const program = `
import * as aws from "@pulumi/aws";
import { asset } from "@pulumi/pulumi";
const role = new aws.iam.Role("plain", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
});
new aws.lambda.Function("plain", {
  role: role.arn,
  runtime: "nodejs24.x",
  handler: "index.handler",
  code: new asset.FileArchive(process.cwd() + "/plain"),
});
`;
const answering = (text: string): string => `exports.handler = async () => ${JSON.stringify(text)};\n`;

describe("a stack that is watched", function () {
  this.timeout(300_000);
  let checkout: Checkout;
  let watching: { child: ChildProcess; ended: Promise<Ended> };

  before(async () => {
    checkout = await Checkout.copy(["cleanLogs"]);
    mkdirSync(checkout.path("plain", "lib"), { recursive: true });
    writeFileSync(checkout.path("plain", "index.js"), answering("first"));
    writeFileSync(checkout.path("plain", "lib", "a.txt"), "x".repeat(1_000));
    edit("index.ts", (text) => text + program);
    watching = checkout.begin("watch");
    await printed(watching.child, /^watching headroom-test/m);
  });
  after(async () => {
    watching?.child.kill("SIGINT");
    await checkout?.close();
  });

  function edit(file: string, change: (text: string) => string): void {
    writeFileSync(checkout.path(file), change(readFileSync(checkout.path(file), "utf8")));
  }
  const saying = (words: string) => (text: string) =>
    text.replace("\nconst s3 =", `\nconsole.log("${words}");\nconst s3 =`);
  const until = (what: RegExp) => printed(watching.child, what);
  const invoke = async (name: string): Promise<string> => (await checkout.run("invoke", name)).stdout.trim();
  /** Of a deployment with the engine, which reads the state that watch wrote. */
  async function nextStart(): Promise<Record<string, number>> {
    const { code, stdout, stderr } = await checkout.run("up", "--stack", "local", "--json");
    assert.equal(code, 0, stdout + stderr);
    return (JSON.parse(stdout) as UpDocument).changes;
  }

  it("has the code of a saved handler live without the engine, with its logs in the same terminal", async () => {
    const live = until(/^live: clean-logs-\w+ in [\d.]+ s$/m);
    edit(entry, saying("said by the new code"));
    await live;
    const logged = until(/clean-logs-\w+ said by the new code$/m);
    await invoke("clean-logs");
    await logged;
  });

  it("has a new import of a handler live, and then what is saved in it", async () => {
    writeFileSync(checkout.path("handlers/clean-logs/words.ts"), 'export const words = "first words";\n');
    let live = until(/^live: clean-logs/m);
    edit(entry, (text) => `import { words } from "./words";\n${text}\nconsole.log(words);\n`);
    await live;
    live = until(/^live: clean-logs/m);
    const logged = until(/clean-logs-\w+ second words$/m);
    writeFileSync(checkout.path("handlers/clean-logs/words.ts"), 'export const words = "second words";\n');
    await live;
    await invoke("clean-logs");
    await logged;
  });

  it("has the code of a saved folder live", async () => {
    assert.equal(await invoke("plain"), '"first"');
    const live = until(/^live: plain-\w+ in/m);
    writeFileSync(checkout.path("plain", "index.js"), answering("second"));
    await live;
    assert.equal(await invoke("plain"), '"second"');
  });

  it("leaves a state that is true: the engine finds nothing to do", async () => {
    const { same, ...others } = await nextStart();
    assert.ok(same! > 10);
    assert.deepEqual(others, {});
  });

  it("says where the code has an error, and keeps the last version up", async () => {
    const refused = until(
      /handlers\/clean-logs\/handler\.ts:\d+:\d+: ERROR: [^]*not deployed: the last version stays up/m,
    );
    const before = readFileSync(checkout.path(entry), "utf8");
    edit(entry, (text) => `${text}\nconst broken = ;\n`);
    await refused;
    const logged = until(/clean-logs-\w+ logs cleaned/m);
    await invoke("clean-logs");
    await logged;
    writeFileSync(checkout.path(entry), before);
  });

  it("shows the plan of changed configuration before it is deployed", async () => {
    const planned = until(/clean-logs[^]*maxAgeDays|MAX_AGE_DAYS[^]*plan: \d+ to update/m);
    const deployed = until(/^local: \d+ updated, \d+ unchanged in/m);
    edit(settings, (text) => text.replace("maxAgeDays: 1", "maxAgeDays: 2"));
    await planned;
    await deployed;
  });

  it("does not deploy a component whose types are wrong, and says where", async () => {
    const refused = until(
      /components\/patterns\/cleanLogs\.ts:\d+:\d+ - error TS2322[^]*not deployed: the last version/m,
    );
    const before = checkout.read("components/patterns/cleanLogs.ts");
    edit("components/patterns/cleanLogs.ts", (text) => `${text}\nexport const wrong: number = "text";\n`);
    await refused;
    const mended = until(/^local: no changes, \d+ unchanged in/m);
    writeFileSync(checkout.path("components/patterns/cleanLogs.ts"), before);
    await mended;
  });

  it("ends by Ctrl-C, and leaves the stack up", async () => {
    process.kill(-watching.child.pid!, "SIGINT"); // as a terminal does
    const { code } = await watching.ended;
    assert.equal(code, 130);
    assert.equal(await invoke("plain"), '"second"');
  });

  it("does not watch a stack of an account", async () => {
    const { code, stderr } = await checkout.run("watch", "--stack", "dev");
    assert.equal(code, 2);
    assert.match(stderr, /^headroom: watch is for a stack on the emulator/);
  });
});
