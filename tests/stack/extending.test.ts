import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type PreviewDocument } from "../../cli/commands/preview";
import { projectRoot } from "../../local/project";
import { Checkout } from "./checkout";

const page = readFileSync(path.join(projectRoot, "docs", "extending.md"), "utf8");
const blocks = [...page.matchAll(/^<!-- (new|line): (\S+) -->\n```ts\n([^]*?)^```/gm)].map(
  ([, kind = "", file = "", code = ""]) => ({ kind, file, code }),
);

describe("a pattern that is added as docs/extending.md says", function () {
  this.timeout(180_000);
  let checkout: Checkout;
  const git = (...args: string[]): string => {
    const identity = ["-c", "user.name=reader", "-c", "user.email=reader@example.com"];
    return execFileSync("git", [...identity, ...args], { cwd: checkout.folder, encoding: "utf8" });
  };

  before(async () => {
    checkout = await Checkout.copy([]);
    git("init", "--quiet");
    git("add", "--all");
    git("commit", "--quiet", "--message", "before");
    for (const { kind, file, code } of blocks) {
      mkdirSync(path.dirname(checkout.path(file)), { recursive: true });
      if (kind === "new") writeFileSync(checkout.path(file), code);
      else appendFileSync(checkout.path(file), code);
    }
  });
  after(() => checkout.close());

  it("is one folder and one line", () => {
    const touched = git("status", "--porcelain").trimEnd().split("\n");
    assert.deepEqual(touched.sort(), [" M stack/index.ts", "?? stack/greetings/"]);
    assert.match(git("diff", "--numstat"), /^1\t0\tstack\/index\.ts\n$/);
  });

  it("is in the preview, under its component", async () => {
    const { code, stdout, stderr } = await checkout.run("preview", "--stack", "dev", "--json");
    assert.equal(code, 0, stdout + stderr);
    const document = JSON.parse(stdout) as PreviewDocument;
    assert.deepEqual(
      document.policyViolations.filter(({ enforcement }) => enforcement === "mandatory"),
      [],
    );
    const made = document.steps.map(({ urn }) => urn).filter((urn) => urn.includes("::greetings"));
    for (const type of [
      "headroom:greetings:Greetings",
      "headroom:compute:NodeFunction",
      "aws:lambda/function:Function",
    ])
      assert.ok(
        made.some((urn) => urn.includes(`${type}::greetings`)),
        `${type} in:\n${made.join("\n")}`,
      );
  });

  it("has its settings checked by key, with those of the others", async () => {
    const settings = '  headroom:greetings: { name: "", timeoutSeconds: 901 }';
    await checkout.withLine("Pulumi.dev.yaml", settings, async () => {
      const { code, stdout, stderr } = await checkout.run("preview", "--stack", "dev");
      assert.equal(code, 2, stdout + stderr);
      assert.match(stderr, /headroom:greetings\.name is "": give 1 to 40 characters/);
      assert.match(stderr, /headroom:greetings\.timeoutSeconds is 901[^]*AWS allows/);
    });
  });

  it("passes the compiler, the linter and the walls", () => {
    const bin = (name: string, ...args: string[]) =>
      execFileSync(checkout.path("node_modules", ".bin", name), args, { cwd: checkout.folder, encoding: "utf8" });
    bin("prettier", "--check", "stack/greetings", "stack/index.ts");
    bin("eslint", "stack/greetings", "stack/index.ts");
    bin("depcruise", "--output-type", "err-long", "stack", "components/core");
  });
});
