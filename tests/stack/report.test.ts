import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { type ReportAnswer } from "../../cli/commands/report";
import { faultsInBrowser, hasBrowser } from "./browser";
import { Checkout } from "./checkout";

describe("npm run report", function () {
  this.timeout(240_000);
  let checkout: Checkout;
  before(async () => (checkout = await Checkout.copy(["thumbnailer"])));
  after(() => checkout.close());

  const report = async (...args: string[]) => {
    const { code, stdout, stderr } = await checkout.run("report", "--stack", "dev", "--json", ...args);
    const answer = stdout === "" ? undefined : (JSON.parse(stdout) as ReportAnswer & { error?: string });
    return { code, answer, stderr };
  };
  const changed = (answer: ReportAnswer | undefined) => answer?.changes.map(({ kind, name }) => `${kind} ${name}`);

  it("writes Markdown, one page and JSON of a real preview, without credentials", async () => {
    const { code, answer, stderr } = await report();
    assert.equal(code, 0, stderr);
    assert.equal(answer?.ok, true);
    assert.match(checkout.read(".local", "report", "report.md"), /^## (✅ `dev` can be merged|⚠️ `dev` needs review)/);
    assert.match(
      checkout.read(".local", "report", "comment.md"),
      /^<!-- headroom report -->\n\n## (✅ `dev` can be merged|⚠️ `dev` needs review)/,
    );
    // The package is measured, and what it takes is told.
    const [row] = answer.headroom.filter(({ limit }) => limit === "lambda.unzippedBytes");
    assert.ok((row?.used ?? 0) > 1_000_000, JSON.stringify(row));
    assert.equal(answer.openChecks.all, answer.notEvaluated.length);
    assert.match(checkout.read(".local", "report", "report.html"), /thumbnailer-uploads/);
    assert.ok(answer.headroom.some(({ limit }) => limit === "lambda.timeout"));
    assert.ok((answer.cost?.monthly ?? 0) > 0);
    const arrows = answer.picture.edges.map(({ from, to }) =>
      [from, to].map((end) => end.split("::").at(-1)).join(" → "),
    );
    assert.ok(arrows.includes("thumbnailer-uploads → thumbnailer"), arrows.join());
    copyFileSync(checkout.path(".local", "report", "report.json"), checkout.path("base.json"));
  });

  it("is a page without faults in a browser: on a phone, a tablet and a desk, in light and in dark, folded and unfolded", async function () {
    if (!hasBrowser) this.skip();
    assert.deepEqual(await faultsInBrowser(checkout.path(".local", "report", "report.html")), []);
  });

  it("shows exactly what a change changes: a timeout raised, a table added", async () => {
    const { code, answer, stderr } = await report(
      ...["--base", "base.json", "--config", "thumbnailer.timeoutSeconds=120", "--config", "usersTable.enabled=true"],
    );
    assert.equal(code, 0, stderr);
    assert.deepEqual(
      changed(answer)?.filter((each) => !/^create Users-/.test(each)),
      ["create Users", "update thumbnailer", "update thumbnailer-duration"],
    );
    const [, update] = answer?.changes.filter(({ name }) => !/^Users-/.test(name)) ?? [];
    assert.deepEqual(update?.places, [{ path: "timeout", from: "60", to: "120", replaces: false }]);
    assert.ok((answer?.cost?.difference?.monthly ?? 0) > 0);
  });

  it("compares with a commit, and finds nothing where nothing changed", async () => {
    // The checkout's packages are linked from elsewhere, which a bundle's code shows: of resources without code.
    const withoutCode = ["--config", "thumbnailer.enabled=false", "--config", "usersTable.enabled=true"];
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", ...args], { cwd: checkout.folder });
    git("init", "--quiet");
    git("add", "--all", "--", ".", ":!node_modules", ":!base.json");
    git("commit", "--quiet", "--message", "base");
    const { code, answer, stderr } = await report("--base", "HEAD", ...withoutCode);
    assert.equal(code, 0, stderr);
    assert.deepEqual(answer?.changes, []);
    assert.match(answer?.comparedWith ?? "", /^HEAD \([0-9a-f]{7}\)$/);
  });

  it("is blocked by a timeout above AWS's limit: exit 1, and the report is written with the reason first", async () => {
    const { code, answer } = await report("--config", "thumbnailer.timeoutSeconds=901");
    assert.equal(code, 1);
    assert.equal(answer?.ok, false);
    assert.match(checkout.read(".local", "report", "report.md"), /## ⛔ `dev` is blocked\n\n- .*901/);
  });

  it("refuses a base that is neither a file nor a commit, and a figure that does not exist: exit 2", async () => {
    const nowhere = await report("--base", "nowhere");
    assert.deepEqual([nowhere.code, nowhere.answer?.ok], [2, false]);
    assert.match(nowhere.answer?.error ?? "", /--base nowhere is neither a file nor a commit/);
    const figure = await report("--usage", "reqests=50M");
    assert.equal(figure.code, 2);
    assert.match(figure.answer?.error ?? "", /reqests/);
  });
});
