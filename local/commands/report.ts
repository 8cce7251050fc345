import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { type Plan } from "../../report/changes";
import { composeReport } from "../../report/compose";
import { readUsage } from "../../report/cost";
import { type ReportDocument, reportSchema } from "../../report/document";
import { commentLimit, markdownOf } from "../../report/markdown";
import { pageOf } from "../../report/page";
import { type Scene } from "../../report/picture/scene";
import { svgOf } from "../../report/picture/svg";
import { withoutRandomNames } from "../../report/randomNames";
import { Outcome } from "../../report/verdict";
import { costWords, tallyOf, verdictWords } from "../../report/words";
import { localFolder, projectRoot } from "../project";
import { differ } from "./differ";
import { paint, say } from "./display";
import { exitCodeOf, UsageError } from "./errors";
import { nearLimitPercent } from "./policyConfig";
import { type PreviewArgs, runPreview } from "./preview";
import { settingsOf } from "./settings";

/** Arguments of `npm run report`. */
export interface ReportArgs extends Omit<PreviewArgs, "json"> {
  /** An earlier report.json, or a commit, that the changes are changes to. */
  base?: string;
  /** Folder of the files. */
  out?: string;
  /** Figures over those that are declared, such as `requests=50M`. */
  usage: string[];
}

/** What it answers machines: the report, and whether it may go in. */
export type ReportAnswer = ReportDocument & { ok: boolean };

/** Writes what a pull request needs: verdict, changes, headroom, cost and picture, of one real preview. */
export async function report(args: ReportArgs): Promise<ReportAnswer> {
  const { base, out = path.join(localFolder, "report"), usage: flags, ...preview } = args;
  const settings = settingsOf(preview);
  const usage = readUsage(settings.config["headroom:usage"], flags);
  const earlier = base === undefined ? undefined : await basePlan(base, args);

  say(paint("dim", `previewing ${args.stack} …`));
  const { record, error, policyReport } = await runPreview(preview, () => {});
  // An interruption is no verdict.
  if (error && exitCodeOf(error) === 130) throw error;
  const told = record.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  const errors = error?.message ? [error.message] : told;
  const plan = withoutRandomNames({ resources: record.planned, links: policyReport?.links ?? [] });
  const document = composeReport({
    project: settings.project,
    stack: args.stack,
    region: settings.region,
    plan,
    base: earlier,
    policy: policyReport,
    findings: record.violations.filter(({ policy }) => policy !== "headroom"),
    errors,
    threshold: nearLimitPercent(args.policyConfig),
    usage,
    differ,
  });
  await write(path.resolve(out), document);
  tell(document, out);
  const ok = document.verdict.outcome !== Outcome.Blocked;
  if (!ok) process.exitCode = 1;
  return { ok, ...document };
}

async function write(folder: string, document: ReportDocument): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const save = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  const scene = document.picture as Scene;
  const title = `The stack ${document.stack}`;
  const picture = scene.groups.length > 0 ? await svgOf(scene, title) : undefined;
  const whole = markdownOf(document, Infinity);
  save("report.md", whole.length <= commentLimit ? whole : markdownOf(document));
  save("report.full.md", whole);
  save("report.html", pageOf(document, picture));
  save("report.json", `${JSON.stringify(document, null, 2)}\n`);
  if (picture !== undefined) save("picture.svg", picture);
}

function tell({ stack, verdict, changes, cost }: ReportDocument, out: string): void {
  const colour = { [Outcome.Ready]: "green", [Outcome.Review]: "yellow", [Outcome.Blocked]: "red" } as const;
  say(paint(colour[verdict.outcome], `${stack} ${verdictWords[verdict.outcome].text}`));
  for (const reason of verdict.reasons) say(`  ${reason}`);
  say(`changes: ${tallyOf(changes)}`);
  if (cost) say(`cost: ${costWords(cost)}`);
  say(`report: ${path.relative(process.cwd(), path.resolve(out, "report.html"))}, and .md, .json beside it`);
}

/** The plan of an earlier report, or of the same stack at an earlier commit. */
async function basePlan(base: string, args: ReportArgs): Promise<{ name: string; plan: Plan }> {
  if (existsSync(base)) return { name: path.basename(base), plan: planIn(base) };
  const commit = await git(projectRoot, "rev-parse", "--verify", "--quiet", `${base}^{commit}`).catch(() => undefined);
  if (commit === undefined) {
    throw new UsageError(
      `--base ${base} is neither a file nor a commit. Give a report.json of an earlier run, or a branch such as origin/main.`,
    );
  }
  const name = `${base} (${commit.slice(0, 7)})`;
  mkdirSync(localFolder, { recursive: true });
  const folder = mkdtempSync(path.join(localFolder, "base-")); // hard links stay within a file system
  const checkout = path.join(folder, "checkout");
  try {
    await git(projectRoot, "worktree", "add", "--detach", "--quiet", checkout, commit);
    if (!existsSync(path.join(checkout, `Pulumi.${args.stack}.yaml`)))
      return { name, plan: { resources: [], links: [] } };
    await usePackages(checkout);
    say(paint("dim", `previewing ${args.stack} at ${name} …`));
    const out = path.join(folder, "report");
    const settings = args.config.flatMap((each) => ["--config", each]);
    const command = ["local/run.mjs", "report", "--stack", args.stack, "--out", out, ...settings];
    const { stderr } = await promisify(execFile)(process.execPath, command, { cwd: checkout }).catch(
      (error: { stderr?: string }) => ({ stderr: error.stderr ?? "" }),
    );
    const file = path.join(out, "report.json");
    if (!existsSync(file))
      throw new UsageError(`the stack ${args.stack} at ${name} cannot be previewed:\n${stderr.trim()}`);
    return { name, plan: planIn(file) };
  } finally {
    await git(projectRoot, "worktree", "remove", "--force", checkout).catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The same packages are not installed twice: they are linked file by file, since a bundle names its modules by their place.
 * With others, or where that cannot be done, the command at the commit installs its own.
 */
async function usePackages(checkout: string): Promise<void> {
  const lock = (folder: string): string => readFileSync(path.join(folder, "package-lock.json"), "utf8");
  if (lock(checkout) !== lock(projectRoot)) return;
  for (const folder of ["node_modules", path.join("policy", "node_modules")]) {
    const [from, to] = [path.join(projectRoot, folder), path.join(checkout, folder)];
    if (!existsSync(from)) continue;
    await promisify(execFile)("cp", ["-al", realpathSync(from), to]).catch(() =>
      rmSync(to, { recursive: true, force: true }),
    );
  }
}

function planIn(file: string): Plan {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`--base ${file} is not JSON: ${(error as Error).message}`);
  }
  const { data, error } = reportSchema.pick({ version: true, resources: true, links: true }).safeParse(content);
  if (!data) {
    const [issue] = error.issues;
    throw new UsageError(`--base ${file} is no report of this version: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  return data;
}

async function git(cwd: string, ...args: string[]): Promise<string> {
  return (await promisify(execFile)("git", args, { cwd })).stdout.trim();
}
