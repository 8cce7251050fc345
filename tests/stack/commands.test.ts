import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync, unlinkSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { costReportSchema } from "../../report/cost";
import { type PreviewDocument } from "../../cli/commands/preview";
import { freePort } from "../freePort";
import { Checkout, mistakeInHandler } from "./checkout";

describe("the commands", function () {
  this.timeout(120_000);
  let checkout: Checkout;
  before(async () => {
    checkout = await Checkout.copy(["thumbnailer", "cleanLogs", "usageReport"]);
  });
  after(() => checkout.close());

  /** The stack's engine and emulator have not been touched. */
  const nothingMade = (): void => {
    assert.equal(checkout.has(".local", "state"), false, "an engine state was made");
    assert.equal(checkout.has(".local", "emulator"), false, "an emulator was started");
  };

  describe("explain themselves", () => {
    const local = ["up", "down", "logs", "invoke", "dead-letters", "sign-in"];
    for (const command of [...local, "preview", "cost", "report", "policy", "limits", "test", "bench", "build"]) {
      it(`${command} --help`, async () => {
        const { code, stdout } = await checkout.run(command, "--help");
        assert.equal(code, 0);
        assert.ok(stdout.startsWith(`Usage: headroom ${command} `), stdout);
        assert.match(stdout, /^Exit codes: 0 done; 1 /m);
        // The answer of a function is JSON anyway, and tests have mocha's reporters.
        if (!["invoke", "test"].includes(command)) assert.match(stdout, /--json/);
      });
    }
  });

  it("tell machines what is wrong in the one document that they print, and exit 2", async () => {
    const { code, stdout, stderr } = await checkout.run("up", "--stack", "prod", "--json");
    assert.equal(code, 2, stderr);
    const { ok, error } = JSON.parse(stdout) as { ok: boolean; error: string };
    assert.equal(ok, false);
    assert.match(error, /^there is no stack "prod"/);
  });

  it("paint for a terminal, and for nobody else", () => {
    const limits = (env: NodeJS.ProcessEnv) =>
      spawnSync(process.execPath, ["cli/run.mjs", "limits"], { cwd: checkout.folder, encoding: "utf8", env }).stdout;
    const { NO_COLOR: _, ...environment } = checkout.environment;
    const escape = String.fromCharCode(27);
    assert.ok(!limits(environment).includes(escape), "colours in a pipe");
    assert.ok(limits({ ...environment, FORCE_COLOR: "1" }).includes(escape), "no colours where they are asked for");
  });

  describe("end with exit code 2, one clear error and nothing made", () => {
    const cases: { [name: string]: { args: string[]; error: RegExp } } = {
      "for a stack that does not exist": {
        args: ["up", "--stack", "prod"],
        error: /^headroom: there is no stack "prod": no file Pulumi\.prod\.yaml\. Stacks: dev, local\.$/m,
      },
      "for a preview of one": { args: ["preview", "--stack", "prod"], error: /there is no stack "prod"/ },
      "without a stack": { args: ["preview"], error: /required option '--stack <name>' not specified/ },
      "for a flag that does not exist": {
        args: ["up", "--stack", "local", "--stak"],
        error: /unknown option '--stak'/,
      },
      "for a command that does not exist": { args: ["deploy"], error: /unknown command 'deploy'/ },
      "for a provider that does not exist": {
        args: ["up", "--stack", "local", "--provider", "mine"],
        error: /'mine' is invalid. Allowed choices are embedded, official/,
      },
      "for a setting that does not exist": {
        args: ["up", "--stack", "local", "--config", "thumbnailer.withs=[200]"],
        error: /headroom:thumbnailer\.withs is not a setting/,
      },
      "for settings of wrong type and size, each named": {
        args: ["up", "--stack", "local", "--config", "thumbnailer.widths=[0]", "--config", "logRetentionDays=long"],
        error: /^(?=[^]*headroom:thumbnailer\.widths\[0\] is 0)(?=[^]*headroom:logRetentionDays is "long")/,
      },
      "for a policy configuration that is not there": {
        args: ["preview", "--stack", "dev", "--policy-config", "gone.json"],
        error: /--policy-config gone\.json: there is no such file/,
      },
      "for a state that is not there": {
        args: ["policy", "--file", "gone.json"],
        error: /gone\.json: there is no such/,
      },
      "for a state that is none": {
        args: ["policy", "--file", "package.json"],
        error: /package\.json could not be analys/,
      },
      "for a usage that is none": {
        args: ["cost", "--stack", "dev", "--usage", "requests=many"],
        error: /^headroom: --usage requests=many: requests is "many"\. Allowed: a number/,
      },
      "for quotas that are none": {
        args: ["limits", "--file", "package.json"],
        error: /package\.json is not what "aws service-quotas list-service-quotas [^]* prints/,
      },
      "for widths, suffixes and buckets that cannot work, each named with the argument to change": {
        args: [
          ...["up", "--stack", "local", "--config", "thumbnailer.widths=[200,200]"],
          ...["--config", "thumbnailer.suffixes=[.jpg,.min.jpg]", "--config", "thumbnailer.uploadsBucketName=a..b"],
        ],
        error:
          /^(?=[^]*widths is \[200,200\].*Fix: give another, for example --config 'thumbnailer\.widths=\[200, 800\]')(?=[^]*suffixes is)(?=[^]*uploadsBucketName is "a\.\.b")/,
      },
      "for a misspelt namespace and a Region that does not exist": {
        args: ["preview", "--stack", "dev", "--config", "headrom:forceDestroy=true", "--config", "aws:region=mars-1"],
        error: /^(?=[^]*headrom:forceDestroy is not a setting.*did you mean headroom\?)(?=[^]*aws:region is "mars-1")/,
      },
      "for a function when nothing runs": {
        args: ["invoke", "cronFunction"],
        error: /no stack is running here\. Fix: npm start/,
      },
      "for dead letters when nothing runs": {
        args: ["dead-letters"],
        error: /no stack is running here\. Fix: npm start/,
      },
      "for a user when nothing runs": {
        args: ["sign-in", "--user", "me@example.com"],
        error: /no stack is running here\. Fix: npm start/,
      },
      "for logs when nothing runs": { args: ["logs"], error: /no stack is running here\. Fix: npm start/ },
    };
    for (const [name, { args, error }] of Object.entries(cases)) {
      it(name, async () => {
        const { code, stdout, stderr } = await checkout.run(...args);
        assert.equal(code, 2, stdout + stderr);
        assert.match(stderr, error);
        assert.doesNotMatch(stderr, /^ +at /m, "a stack trace");
        nothingMade();
      });
    }

    it("for a cache that cannot be made", async () => {
      const { XDG_CACHE_HOME } = checkout.environment;
      checkout.environment.XDG_CACHE_HOME = "/dev/null/cache";
      try {
        const { code, stderr } = await checkout.run("up", "--stack", "local");
        assert.equal(code, 2, stderr);
        assert.match(
          stderr,
          /^headroom: \/dev\/null\/cache\S* is not in a folder \(ENOTDIR\)\. Fix: .*XDG_CACHE_HOME\)\.\n$/,
        );
        nothingMade();
      } finally {
        checkout.environment.XDG_CACHE_HOME = XDG_CACHE_HOME;
      }
    });

    it("for AWS without its plugin, a state backend and credentials, each named with its fix", async () => {
      const { code, stderr } = await checkout.run("up", "--stack", "dev");
      assert.equal(code, 2);
      for (const fix of ["pulumi plugin install resource aws", "pulumi login", "aws sso login"]) {
        assert.ok(stderr.includes(fix), stderr);
      }
    });

    it("on a fresh clone that does not reach the npm registry", async () => {
      const fresh = await Checkout.copy();
      try {
        unlinkSync(fresh.path("node_modules"));
        fresh.environment.npm_config_registry = `http://127.0.0.1:${await freePort()}`;
        const { code, stderr } = await fresh.run("preview", "--stack", "dev");
        assert.equal(code, 2, stderr);
        assert.match(stderr, /npm ci failed\.[^]*ECONNREFUSED[^]*Fix: the npm registry cannot be reached/);
      } finally {
        rmSync(fresh.path(".local"), { recursive: true, force: true });
        await fresh.close();
      }
    });

    it("on Ctrl-C while the npm packages are installed: exit 130, and npm has ended", async () => {
      const silent = createServer();
      await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
      const asked = new Promise((resolve) => silent.once("connection", resolve));
      const fresh = await Checkout.copy();
      try {
        unlinkSync(fresh.path("node_modules"));
        const { port } = silent.address() as AddressInfo;
        fresh.environment.npm_config_registry = `http://127.0.0.1:${port}`;
        fresh.environment.npm_config_cache = fresh.path("npm-cache");
        const { child, ended } = fresh.begin("preview", "--stack", "dev");
        const npm = new Promise((resolve) =>
          silent.on("connection", (socket) => socket.once("close", resolve).resume()),
        );
        await Promise.race([asked, ended]);
        process.kill(-child.pid!, "SIGINT");
        assert.equal((await ended).code, 130);
        await npm;
        assert.equal(fresh.has(".local", "install.lock"), false);
      } finally {
        silent.close();
        rmSync(fresh.path(".local"), { recursive: true, force: true });
        await fresh.close();
      }
    });

    it("for a port that something else has", async () => {
      const other = createServer((socket) => socket.destroy());
      await new Promise<void>((resolve) => other.listen(checkout.port, "127.0.0.1", resolve));
      try {
        const { code, stderr } = await checkout.run("up", "--stack", "local");
        assert.equal(code, 2, stderr);
        assert.match(stderr, new RegExp(`port ${checkout.port}`));
        assert.match(stderr, /HEADROOM_PORT/);
        assert.equal(checkout.has(".local", "state"), false);
      } finally {
        await new Promise((resolve) => other.close(resolve));
      }
    });
  });

  describe("preview a stack", () => {
    it("for AWS with no credentials: exit 0, and every resource is to be created", async () => {
      const { code, stdout, stderr } = await checkout.run("preview", "--stack", "dev");
      assert.equal(code, 0, stdout + stderr);
      assert.match(stdout, /^ {2}\+ aws:lambda:Function thumbnailer create$/m);
      assert.match(stdout, /^dev: \d+ to create in [\d.]+ s$/m);
      nothingMade();
    });

    it("as one JSON document for machines", async () => {
      const { code, stdout } = await checkout.run("preview", "--stack", "dev", "--json");
      assert.equal(code, 0);
      const document = JSON.parse(stdout) as PreviewDocument;
      assert.equal(document.ok, true);
      assert.equal(document.stack, "dev");
      assert.equal(document.steps.filter(({ component }) => !component).length, document.changes.create);
      assert.ok(document.steps.some(({ type, op }) => type === "aws:s3/bucket:Bucket" && op === "create"));
      assert.deepEqual(
        document.policyViolations.filter(({ policy }) => policy !== "headroom"), // what is not known before a deployment
        [],
      );
      const { headroom = [] } = document.policyReport ?? {};
      const memory = headroom.find(({ limit }) => limit === "lambda.memory");
      assert.equal(memory?.allowed, 10_240);
      assert.ok(memory.used);
      assert.equal(memory.percent, Math.floor((100 * memory.used) / memory.allowed));
      assert.match(memory.resource ?? "", /^Function "/);
    });

    it("priced for a month: what was asked for counts over what is declared", async () => {
      const { code, stdout, stderr } = await checkout.run(
        "cost",
        "--stack",
        "dev",
        "--usage",
        "requests=50M",
        "--json",
      );
      assert.equal(code, 0, stderr);
      const { ok, ...report } = JSON.parse(stdout) as { ok: boolean };
      const { monthly, usage, patterns } = costReportSchema.parse(report);
      assert.ok(ok && monthly > 0);
      assert.equal(usage.find(({ name }) => name === "requests")?.value, 50_000_000);
      assert.ok(patterns.some(({ name }) => name === "thumbnailer"));
      assert.match(stderr, /^dev: \d+\.\d\d USD a month in eu-west-1/m);
    });

    it("with a timeout above AWS's limit: exit 2, and one message with the key, both numbers and AWS's page", async () => {
      const { code, stdout, stderr } = await checkout.run(
        ...["preview", "--stack", "dev", "--config", "thumbnailer.timeoutSeconds=901"],
      );
      assert.equal(code, 2, stdout + stderr);
      const telling = (stdout + stderr).split("\n").filter((line) => line.includes("901"));
      assert.equal(telling.length, 1, stdout + stderr);
      for (const part of ["headroom:thumbnailer.timeoutSeconds", "900", "https://docs.aws.amazon.com/lambda/"]) {
        assert.ok(telling[0]?.includes(part), telling[0]);
      }
      assert.doesNotMatch(stdout + stderr, /^ +at /m, "a stack trace");
    });

    it("with the same mistake as JSON: exit 2, and the document tells it once", async () => {
      const { code, stdout } = await checkout.run(
        ...["preview", "--stack", "dev", "--json", "--config", "thumbnailer.timeoutSeconds=901"],
      );
      assert.equal(code, 2);
      const { ok, diagnostics } = JSON.parse(stdout) as PreviewDocument;
      assert.equal(ok, false);
      assert.equal(diagnostics.length, 1, JSON.stringify(diagnostics));
      assert.match(diagnostics[0]?.message ?? "", /901.*900/);
    });

    it("with a mistake in the program: exit 1, and the line of the source", async () => {
      await checkout.withLine("index.ts", 'throw new TypeError("my mistake");', async (line) => {
        const { code, stdout } = await checkout.run("preview", "--stack", "dev");
        assert.equal(code, 1);
        assert.match(stdout, new RegExp(`TypeError: my mistake\\n +at .*${checkout.folder}/index\\.ts:${line}:`));
      });
    });

    it("with a mistake in a handler: exit 1, and its file, its line and the compiler's message once", async () => {
      await checkout.withLine("handlers/thumbnail/handler.ts", "const unfinished = ;", async (line) => {
        const { code, stdout, stderr } = await checkout.run("preview", "--stack", "dev");
        assert.equal(code, 1, stdout + stderr);
        assert.match(stderr, mistakeInHandler(line));
        assert.doesNotMatch(stdout, /ERROR|serializing/);
      });
    });

    it("and leave the committed stack files as they are", async () => {
      const before = ["dev", "local"].map((stack) => checkout.read(`Pulumi.${stack}.yaml`));
      await checkout.run("preview", "--stack", "local", "--config", "logRetentionDays=7");
      assert.deepEqual(
        ["dev", "local"].map((stack) => checkout.read(`Pulumi.${stack}.yaml`)),
        before,
      );
    });
  });
});
