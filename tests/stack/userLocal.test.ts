import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type DeadLettersDocument } from "../../cli/commands/deadLetters";
import { type DoctorDocument } from "../../cli/commands/doctor";
import { type PreviewDocument } from "../../cli/commands/preview";
import { type UpDocument } from "../../cli/commands/up";
import { markedWith } from "../../local/processes";
import { archives } from "./archives";
import { freePort } from "../freePort";
import { dependencies, InstalledTool } from "./installedTool";
import { libraryHandler, libraryProgram } from "./library";
import { printed } from "./printed";
import { handler, localProgram } from "./userLocalProgram";

describe("the tool brings programs of users up on this machine", function () {
  this.timeout(900_000); // it installs from the npm registry
  const tool = new InstalledTool();
  const run = tool.run.bind(tool);
  const name = "shop";
  const own = (...names: string[]) => tool.path(name, ".headroom", ...names);
  const running = () => markedWith({ name: "HEADROOM_EMULATOR", folder: own("emulator") });

  before(async () => {
    tool.environment.HEADROOM_PORT = String(await freePort());
    await tool.install(dependencies, true);
    tool.write(name, {
      "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
      "index.ts": localProgram,
      "fn.js": handler,
      "site/index.html": "<h1>shop</h1>",
      "site/css/main.css": "body {}",
    });
  });
  after(async () => {
    for (const each of [name, "notes"]) if (existsSync(tool.path(each))) await run(each, "down");
    tool.remove();
  });

  it("says before anything starts what of a program will run, be declared or be unknown", async () => {
    const { code, stdout, stderr } = await run(name, "doctor", "--json");
    assert.equal(code, 0, stderr);
    const { ok, checks, resources, assumptions } = JSON.parse(stdout) as DoctorDocument;
    assert.ok(ok && checks.every((check) => check.ok));
    const kinds = new Map(resources.map(({ type, kind }) => [type, kind]));
    assert.equal(kinds.get("aws:lambda/function:Function"), "runs");
    assert.equal(kinds.get("aws:s3/bucketV2:BucketV2"), "runs");
    assert.equal(kinds.get("aws:ecs/cluster:Cluster"), "declared");
    assert.equal(kinds.get("tls:index/privateKey:PrivateKey"), "partly");
    assert.equal(kinds.get("random:index/randomPet:RandomPet"), "runs");
    assert.equal(kinds.get("tls:index/certRequest:CertRequest"), "unknown");
    assert.ok(assumptions.some((line) => line.includes("acme/network/dev")));
    assert.deepEqual(running(), []);
    assert.ok(!existsSync(own("emulator")));
  });

  it("does not start where the port is taken, and names who has it", async () => {
    const server = createServer().listen(Number(tool.environment.HEADROOM_PORT), "127.0.0.1");
    await once(server, "listening");
    try {
      const { code, stderr } = await run(name, "up");
      assert.equal(code, 2);
      assert.match(
        stderr,
        /port \d+ on 127\.0\.0\.1 is in use by .*\(process \d+\)\.\nFix: .*HEADROOM_PORT=\d+ headroom up/,
      );
      const doctor = await run(name, "doctor");
      assert.equal(doctor.code, 2);
      assert.match(doctor.stdout, /✗ emulator .*is in use/);
    } finally {
      server.close();
    }
    assert.deepEqual(running(), []);
  });

  it("ends in order at a Ctrl-C", async () => {
    const child = tool.start(name, "up", "--skip-type-check");
    await printed(child, /created/);
    child.kill("SIGINT");
    const [code] = (await once(child, "exit")) as [number];
    assert.equal(code, 130);
    assert.ok(
      readdirSync(own()).every((each) => !each.startsWith("run-")),
      "a run left its folder",
    );
  });

  it("brings it up whatever the policies say, and makes data sources, other stacks and existing resources up", async () => {
    const { code, stdout, stderr } = await run(name, "up", "--json", "--skip-type-check");
    assert.equal(code, 0, stderr);
    const { outputs, declaredOnly, assumptions } = JSON.parse(stdout) as UpDocument;
    assert.match(String(outputs.table), /^orders-/);
    assert.match(await (await fetch(`${String(outputs.url)}hello`)).text(), / in orders-/);
    for (const [file, type, text] of [
      ["site/", "text/html", "<h1>shop</h1>"],
      ["site/css/main.css", "text/css", "body {}"],
    ] as const) {
      const answer = await fetch(`${String(outputs.url)}${file}`);
      assert.deepEqual([answer.headers.get("content-type"), await answer.text()], [type, text]);
    }
    // By its gateway responses, whoever may not call learns nothing of what there is.
    assert.equal((await fetch(`${String(outputs.url)}signed`)).status, 404);
    assert.match(String(outputs.cluster), /^arn:aws:ecs:eu-west-1:000000000000:/);
    assert.match(String(outputs.stream), /unknown/);
    assert.match(String(outputs.publicKey), /^ssh-ed25519 AAAA/);
    assert.match(String(outputs.pet), /^[a-z]+-[a-z]+$/);
    assert.match(declaredOnly.join("\n"), /aws:ecs\/cluster:Cluster \(main\) is not run/);
    for (const each of [
      /stack acme\/network\/dev/,
      /dynamodb\/table:Table: the emulator does not have it.*old/,
      /getVpc/,
    ])
      assert.ok(
        assumptions.some((line) => each.test(line)),
        `${String(each)}\n${assumptions.join("\n")}`,
      );
    assert.match(stderr, /^ {2}\d+ mandatory findings? of the policies \(see headroom preview\)$/m);
    assert.deepEqual(
      readdirSync(tool.path(name)).filter((each) => !/^(Pulumi|index|fn|package|site|tsconfig)/.test(each)),
      [".headroom"],
    );
  });

  it("stops at a mandatory finding where that is asked for", async () => {
    const { code, stderr } = await run(name, "up", "--enforce", "--skip-type-check");
    assert.equal(code, 1);
    assert.match(stderr, /dev was not deployed/);
  });

  it("changes nothing a second time, and keeps to one stack", async () => {
    const second = await run(name, "up", "--skip-type-check");
    assert.equal(second.code, 0, second.stderr);
    assert.match(second.stdout, /^dev: no changes, \d+ unchanged in/m);
    writeFileSync(tool.path(name, "Pulumi.prod.yaml"), "config:\n  aws:region: eu-west-1\n");
    const other = await run(name, "up", "--stack", "prod");
    assert.equal(other.code, 2);
    assert.match(other.stderr, /the stack dev is on the emulator\. Fix: headroom down/);
  });

  it("invokes its functions, and shows their logs and their dead letters", async () => {
    const called = await run(name, "invoke", "hello", '{"name":"ann"}');
    assert.equal(called.code, 0, called.stderr);
    assert.match((JSON.parse(called.stdout) as { body: string }).body, /^ann in orders-/);
    const logs = await run(name, "logs", "hello", "--json");
    assert.match(logs.stdout, /called by ann/);
    const letters = await run(name, "dead-letters", "--json");
    const [queue] = JSON.parse(letters.stdout) as DeadLettersDocument;
    assert.match(queue!.queue, /^lost-/);
    const unknown = await run(name, "invoke", "nobody");
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /there is no function "nobody"\. Functions: hello-/);
  });

  it("goes down and leaves nothing but what the user wrote", async () => {
    writeFileSync(own("answers.yaml"), "{}\n");
    const { code, stdout, stderr } = await run(name, "down", "--stack").then((wrong) =>
      wrong.code === 2 ? run(name, "down") : wrong,
    );
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^dev: \d+ deleted/m);
    assert.match(stdout, /the emulator is stopped/);
    await sleep(100);
    assert.deepEqual(running(), []);
    assert.deepEqual(readdirSync(own()).sort(), [".gitignore", "answers.yaml"]);
    const again = await run(name, "invoke", "hello");
    assert.equal(again.code, 2);
    assert.match(again.stderr, /no stack is running here\. Fix: headroom up/);
  });

  it("writes a project that previews, comes up and answers", async () => {
    mkdirSync(tool.path("notes"));
    const wrong = await run("notes", "init");
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /has no headroom-serverless-components-\*\.tgz.*--archives FOLDER/);
    assert.deepEqual(readdirSync(tool.path("notes")), []);
    const folder = path.dirname((await archives()).cli);
    const made = await run("notes", "init", "--archives", folder, "--region", "eu-west-1");
    assert.equal(made.code, 0, made.stderr);
    const files = ["Pulumi.dev.yaml", "Pulumi.yaml", "handler.ts", "index.ts", "policy-config.json"];
    for (const file of [...files, path.join(".github", "workflows", "preview.yml"), "vendor"])
      assert.ok(existsSync(tool.path("notes", file)), file);
    const again = await run("notes", "init", "--archives", folder);
    assert.equal(again.code, 2);
    assert.match(again.stderr, /Pulumi\.yaml.* are here already/);
    // Its packages are those of the folder above, in the versions that its manifest asks for.
    const preview = await run("notes", "preview");
    assert.equal(preview.code, 0, preview.stdout + preview.stderr);
    assert.match(preview.stdout, /policies: 0 mandatory/);
    const up = await run("notes", "up", "--json", "--skip-type-check");
    assert.equal(up.code, 0, up.stderr);
    const { url } = (JSON.parse(up.stdout) as UpDocument).outputs;
    const put = await fetch(`${String(url)}/notes/a`, { method: "PUT", body: "hello" });
    assert.equal(put.status, 204);
    assert.equal(await (await fetch(`${String(url)}/notes/a`)).text(), "hello");
    await savesWhileWatched("notes", async () => {
      assert.equal(await (await fetch(`${String(url)}/notes/a`)).text(), "hello, as you saved it");
    });
    const down = await run("notes", "down");
    assert.equal(down.code, 0, down.stderr);
    assert.ok(!existsSync(tool.path("notes", ".headroom")));
  });

  /** Saves another answer of the handler, which is live without a deployment. */
  async function savesWhileWatched(name: string, answers: () => Promise<void>): Promise<void> {
    const watching = tool.start(name, "watch", "--skip-type-check");
    const ended = once(watching, "exit");
    await printed(watching, new RegExp(`^watching ${name}: `, "m"));
    const live = printed(watching, /^live: \S+ in [\d.]+ s$/m);
    const file = tool.path(name, "handler.ts");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace("body: Item.text?.S", "body: `${Item.text?.S}, as you saved it`"),
    );
    await live;
    await answers();
    watching.kill("SIGINT");
    assert.deepEqual(await ended, [130, null]);
  }

  describe("with the packed components", () => {
    const files = {
      "index.ts": libraryProgram,
      "fn.ts": libraryHandler,
      "helper.ts": "export const helper = () => 1;\n",
      "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
    };

    it("takes tables and functions of @pulumi/aws, secrets, parameters, and plain texts, with the types checked", async () => {
      tool.write("library", files);
      const { stdout, stderr } = await run("library", "preview", "--json");
      const { diagnostics, steps } = JSON.parse(stdout) as PreviewDocument;
      assert.deepEqual(
        diagnostics.filter(({ severity }) => severity === "error"),
        [],
        stderr,
      );
      const made = steps.map(({ type, name }) => `${type} ${name}`);
      for (const each of [
        "aws:secretsmanager/secretVersion:SecretVersion key",
        "aws:ssm/parameter:Parameter flag",
        "aws:apigateway/account:Account api-account",
        "aws:lambda/permission:Permission api-calls-old",
        "aws:lambda/permission:Permission http-GET-/old",
        "aws:iam/rolePolicy:RolePolicy work-queue",
        "aws:cloudwatch/eventTarget:EventTarget seen-old",
        "aws:cloudwatch/eventTarget:EventTarget seen-answer",
      ])
        assert.ok(made.includes(each), `${each} is not among\n${made.join("\n")}`);
    });

    for (const [what, fn, message] of [
      [
        "without its export",
        "export const main = () => 1;\n",
        /it has no export "handler"; there are: main\. Fix: .*handler: "main"/,
      ],
      [
        "with native parts in its bundle",
        'import sharp from "sharp";\nexport const handler = () => sharp;\n',
        /it imports sharp, whose native parts.*nativeModules: \["sharp"\]/,
      ],
      ["that hands its export on", 'export * from "./real";\n', undefined],
    ] as const)
      it(`${message ? "refuses" : "takes"} a handler ${what} in the preview`, async () => {
        const index = `import { NodeFunction } from "@headroom-serverless/components";\nnew NodeFunction("answer", { entry: "fn.ts" });\n`;
        tool.write("handler", {
          ...files,
          "index.ts": index,
          "fn.ts": fn,
          "real.ts": "export const handler = () => 1;\n",
        });
        const { code, stdout, stderr } = await run("handler", "preview", "--skip-type-check");
        assert.equal(code, message ? 1 : 0, stdout + stderr);
        if (message) assert.match(stdout + stderr, message);
      });
  });

  it("ends each command outside of a project with what to do, and completes itself in a shell", async () => {
    mkdirSync(tool.path("nothing"));
    for (const command of ["up", "down", "doctor"]) {
      const { code, stdout, stderr } = await run("nothing", command);
      assert.equal(code, 2);
      assert.equal(stdout, "");
      assert.match(stderr, /has no Pulumi\.yaml\. Fix: run this inside a Pulumi project, or make one: headroom init\./);
    }
    assert.deepEqual(readdirSync(tool.path("nothing")), []);
    const { stdout } = await run("nothing", "completion", "bash");
    assert.match(stdout, /dead-letters\) words=".*--redrive/);
    assert.ok(readFileSync(tool.path("package.json"), "utf8").includes("headroom-serverless-cli"));
  });
});
