import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Checkout, type Ended } from "./checkout";

const page = readFileSync("docs/policy.md", "utf8");

describe("a mistake of the user's", function () {
  this.timeout(180_000);
  let checkout: Checkout;
  before(async () => {
    checkout = await Checkout.copy(["thumbnailer"]);
  });
  after(() => checkout.close());

  const preview = (...args: string[]): Promise<Ended> => checkout.run("preview", "--stack", "dev", ...args);

  it("in a component's arguments is answered with the compiler's own words, and no stack", async () => {
    const program = 'import { Table } from "./components";\nnew Table("audit", { partitionKey: "x" });';
    await checkout.withLine("index.ts", program, async (line) => {
      const { code, stdout, stderr } = await preview();
      assert.equal(code, 1, stdout + stderr);
      const told = new RegExp(
        `^index\\.ts:${line + 1}:\\d+ - error TS2353: .*'partitionKey' does not exist in type 'TableArgs'`,
        "m",
      );
      assert.match(stderr, told);
      assert.doesNotMatch(stdout + stderr, /^ +at |TypeError/m);
    });
  });

  it("in types fails the report of a program that runs all the same", async () => {
    await checkout.withLine("index.ts", 'export const ports: number = "80" as string;', async (line) => {
      const { code, stdout, stderr } = await checkout.run("report", "--stack", "dev");
      assert.equal(code, 1, stdout + stderr);
      const { verdict } = JSON.parse(checkout.read(".local", "report", "report.json")) as {
        verdict: { reasons: string[] };
      };
      assert.match(verdict.reasons.join("\n"), new RegExp(`index\\.ts:${line}:\\d+ - error TS2322`));
    });
  });

  it("that only runs find is told with the lines of the program alone", async () => {
    await checkout.withLine("index.ts", "JSON.parse('{');", async (line) => {
      const { code, stdout, stderr } = await preview();
      assert.equal(code, 1, stdout + stderr);
      const frames = stdout.split("\n").filter((each) => /^ +at /.test(each));
      assert.deepEqual(frames.map((each) => each.replace(/^.*\/(index\.ts):(\d+):.*$/, "$1:$2")).slice(0, 1), [
        `index.ts:${line}`,
      ]);
      assert.ok(
        frames.every((each) => !/node_modules|node:|\/local\/|\/components\//.test(each)),
        frames.join("\n"),
      );
      assert.equal(stdout.match(/SyntaxError/g)?.length, 1, stdout);
    });
  });

  it("is not made of a fault of ours, which says that it is ours, and what to do with it", async () => {
    await checkout.withLine("components/dynamodb/table.ts", 'throw new TypeError("ours");', async (line) => {
      const { code, stderr } = await preview();
      assert.equal(code, 1, stderr);
      assert.match(stderr, /This is a fault in headroom, not in your program\. Please open an issue/);
      assert.match(stderr, new RegExp(`TypeError: ours\\n[^]*components/dynamodb/table\\.ts:${line}:`));
    });
  });

  it("in arguments that no compiler saw is told with the component and the line that made it", async () => {
    const program = 'import { Table } from "./components";\nnew Table("audit", { partitionKey: "x" } as never);';
    await checkout.withLine("index.ts", program, async () => {
      const { code, stdout, stderr } = await preview();
      assert.equal(code, 1, stdout + stderr);
      assert.match(stderr, /^headroom: Table "audit": .*TableArgs/m);
    });
  });

  it("with a raw function of 901 seconds is refused by the policy pack, as docs/policy.md says", async () => {
    const [, program = ""] = /```ts\n(import \{ lambda \}[^]*?)```/.exec(page) ?? [];
    const [, words = ""] = /```text\n( +✗ policy lambda-timeout[^]*?)```/.exec(page) ?? [];
    assert.ok(program && words, "docs/policy.md has no such example");
    await checkout.withLine("index.ts", program, async () => {
      const { code, stdout, stderr } = await preview();
      assert.equal(code, 1, stdout + stderr);
      // Each line may go on: with its page, or with the place in the program.
      for (const line of words.trimEnd().split("\n")) assert.ok(stdout.includes(line), stdout);
    });
  });

  it("in the configuration is answered as docs/policy.md says, with nothing made", async () => {
    const [, line = ""] = /^(npm run preview .*=901)/m.exec(page) ?? [];
    const [, words = ""] = /```text\n(headroom: headroom:thumbnailer\.timeoutSeconds[^]*?)```/.exec(page) ?? [];
    assert.ok(line && words, "docs/policy.md has no such example");
    const { code, stderr } = await checkout.runLine(line);
    assert.equal(code, 2, stderr);
    assert.ok(stderr.includes(words), stderr);
  });

  describe("on the command line", () => {
    const forgotten: Record<string, string> = {
      "npm run preview --stack dev": "npm run preview -- --stack dev",
      "npm run report --stack=dev --base main": "npm run report -- --stack dev --base main",
      "npm run preview --stack dev --config a.b=1 -- --json": "npm run preview -- --stack dev --config a.b=1 --json",
      "npm run logs cron --follow": "npm run logs -- cron --follow",
      "npm start --config logRetentionDays=7": "npm start -- --config logRetentionDays=7",
    };
    for (const [line, meant] of Object.entries(forgotten)) {
      it(`${line}: the forgotten -- is seen, and the right line told`, async () => {
        const { code, stderr } = await checkout.runLine(line);
        assert.equal(code, 2, stderr);
        const told = stderr.split("\n").find((each) => each.startsWith("Fix: "));
        assert.deepEqual(words(told?.slice(5) ?? ""), words(meant));
      });
    }

    it("takes two lines for a misspelt flag: what was meant, and where to read on", async () => {
      const { code, stdout, stderr } = await checkout.run("preview", "--stak", "dev");
      assert.deepEqual([code, stdout], [2, ""]);
      assert.equal(
        stderr,
        "headroom: unknown option '--stak' (Did you mean --stack?)\nSee: npm run preview -- --help\n",
      );
    });

    it("names the command that was meant", async () => {
      const { code, stderr } = await checkout.run("previw");
      assert.equal(code, 2);
      assert.equal(
        stderr,
        "headroom: unknown command 'previw' (Did you mean preview?)\nSee: node cli/run.mjs --help\n",
      );
    });
  });

  for (const [when, ready] of Object.entries({
    "before the engine has started": () => readdirSync(checkout.path(".local")).some((name) => name.startsWith("run-")),
    "in the middle of a preview": (output: string) => output.includes(" create"),
  })) {
    it(`Ctrl-C ${when} ends the compiler, the engine and the policy pack too: exit 130`, async () => {
      await checkout.withLine("index.ts", `void "${when}";`, async () => {
        const { child, ended } = checkout.begin("preview", "--stack", "dev");
        let output = "";
        child.stdout!.on("data", (data: Buffer) => (output += data.toString()));
        while (!ready(output) && child.exitCode === null) await sleep(20);
        process.kill(-child.pid!, "SIGINT");
        assert.equal((await ended).code, 130);
      });
    });
  }
});

/** A command line without its order: npm hands on its flags in an order of its own. */
const words = (line: string): string[] => line.split(" ").sort();
