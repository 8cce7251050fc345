import { execFile } from "node:child_process";
import { existsSync, lstatSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { type ReportInput } from "../../report/compose";
import { type ReportDocument, reportSchema } from "../../report/document";
import { isOwnProject, localFolder, makeLocalFolder, projectRoot } from "../../local/project";
import { shareVirtualEnvironment } from "../project/otherLanguage";
import { type UserProjectArgs } from "../project/userProject";
import { paint, say } from "../terminal/display";
import { UsageError } from "../terminal/errors";
import { readJson } from "../project/textFile";
import { earlierState, type EarlierState, resourcesIn } from "../state/exportedState";
import { type Settings } from "./settings";

type Base = NonNullable<ReportInput["base"]>;

/** What the same stack is at the base. */
interface Same extends UserProjectArgs {
  stack: string;
}

/** What is deployed: the preview of the stack begins from it, and tells what it was. */
interface Deployed {
  name: string;
  earlier: EarlierState;
}

/** The base of the comparison: an earlier report, what is deployed, or the same stack at the merge base with a commit. */
export async function findBase(base: string, same: Same & Pick<Settings, "project">): Promise<Base | Deployed> {
  if (!existsSync(base)) return planAt(await resolveCommit(base), same);
  const content = readJson(base, `--base ${base}`);
  const resources = resourcesIn(content);
  if (resources) return { name: path.basename(base), earlier: earlierState(resources, { file: base, ...same }) };
  const { failed, verdict, ...plan } = reportIn(base, content);
  if (failed)
    throw new UsageError(`--base ${base} is the report of a preview that failed: ${verdict.reasons.join("; ")}`);
  return { name: path.basename(base), plan };
}

/** The commit that is checked out, shortened, marked if files differ from it; undefined where there is none. */
export async function currentCommit(): Promise<string | undefined> {
  const described = git(projectRoot, "describe", "--always", "--dirty", "--exclude=*", "--abbrev=7");
  return described.catch(() => undefined);
}

interface Commit {
  id: string;
  /** For people. */
  name: string;
}

/** The merge base: later changes of the base would look as if they were reverted. */
async function resolveCommit(base: string): Promise<Commit> {
  const tip = await git(projectRoot, "rev-parse", "--verify", "--quiet", `${base}^{commit}`).catch(() => undefined);
  if (tip === undefined) {
    throw new UsageError(
      `--base ${base} is neither a file nor a commit. Give a report.json of an earlier run, an exported state, or a branch such as origin/main.`,
    );
  }
  const id = await git(projectRoot, "merge-base", tip, "HEAD").catch(() => undefined);
  if (id === undefined) {
    throw new UsageError(
      `--base ${base} and HEAD have no commit in common here. Fix: fetch the history (actions/checkout: fetch-depth: 0).`,
    );
  }
  return { id, name: id === tip ? `${base} (${id.slice(0, 7)})` : `${id.slice(0, 7)}, where HEAD left ${base}` };
}

/** The plan of the stack at a commit, made in a worktree by that commit's own command. */
async function planAt({ id, name }: Commit, same: Same): Promise<Base> {
  makeLocalFolder();
  const folder = mkdtempSync(path.join(localFolder, "base-")); // hard links stay within a file system
  const worktree = path.join(folder, "checkout");
  const checkout = path.join(worktree, await git(projectRoot, "rev-parse", "--show-prefix"));
  try {
    await git(projectRoot, "worktree", "add", "--detach", "--quiet", worktree, id);
    if (!hasStack(checkout, same.stack)) return { name, plan: { resources: [], links: [] } };
    await usePackages(checkout, worktree);
    if (!isOwnProject) shareVirtualEnvironment(projectRoot, checkout);
    say(paint("dim", `previewing ${same.stack} at ${name} …`));
    const out = path.join(folder, "report");
    const entry = isOwnProject ? "cli/run.mjs" : (process.argv[1] ?? "");
    const command = [entry, "report", "--out", out, ...formatFlags(same)];
    const { stderr } = await promisify(execFile)(process.execPath, command, {
      cwd: checkout,
      maxBuffer: 1 << 26,
    }).catch((error: { stderr?: string; message: string }) => ({ stderr: error.stderr || error.message }));
    const file = path.join(out, "report.json");
    if (!existsSync(file)) return { name, failure: stderr.trim() };
    const { failed, verdict, ...plan } = reportIn(file, readJson(file));
    return failed ? { name, failure: verdict.reasons.join("; ") } : { name, plan };
  } finally {
    keepPackages(checkout);
    await git(projectRoot, "worktree", "remove", "--force", worktree).catch(() => {});
    rmSync(folder, { recursive: true, force: true });
    await git(projectRoot, "worktree", "prune").catch(() => {});
  }
}

/** A stack of this project has a file; a user's own project may have none. */
const hasStack = (checkout: string, stack: string): boolean =>
  [`Pulumi.${stack}.yaml`, ...(isOwnProject ? [] : ["Pulumi.yaml", "Pulumi.yml"])].some((file) =>
    existsSync(path.join(checkout, file)),
  );

/** The flags for the same stack. */
function formatFlags({ stack, config, answers, region, account, skipTypeCheck }: Same): string[] {
  const given = {
    "--stack": stack,
    "--answers": answers && path.resolve(answers),
    "--region": region,
    "--account": account,
  };
  return [
    ...Object.entries(given).flatMap(([flag, value]) => (value ? [flag, value] : [])),
    ...config.flatMap((each) => ["--config", each]),
    ...(skipTypeCheck ? ["--skip-type-check"] : []),
  ];
}

/** Keeps the packages of an earlier base: to link and delete so many files takes longer than a preview. */
const keptPackages = path.join(localFolder, "base-packages");

/** The files in which package managers write down what they install. */
const lockFiles = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"];

/**
 * Links the packages file by file instead of installing them again or using those of the folders above, because a bundle
 * names its modules by their path. If they differ, or links fail, the command at the commit installs its own, and a user's
 * project has those of the folders above.
 */
async function usePackages(checkout: string, worktree: string): Promise<void> {
  const top = await git(projectRoot, "rev-parse", "--show-toplevel");
  const places = new Map([
    [checkout, projectRoot],
    [worktree, top], // of a workspace
    [path.join(checkout, "policy"), path.join(projectRoot, "policy")],
  ]);
  if (![...places].every(([its, mine]) => readLocks(its) === readLocks(mine))) return;
  takeKeptPackages(checkout);
  for (const [its, mine] of places) {
    const [from, to] = [path.join(mine, "node_modules"), path.join(its, "node_modules")];
    if (!existsSync(from) || existsSync(to)) continue;
    // Packages of a user that are elsewhere hold links that lead nowhere from here; Node finds them above.
    if (!isOwnProject && lstatSync(from).isSymbolicLink()) continue;
    await promisify(execFile)("cp", ["-al", realpathSync(from), to]).catch(() =>
      rmSync(to, { recursive: true, force: true }),
    );
  }
}

function readLocks(folder: string): string {
  const files = lockFiles.map((name) => path.join(folder, name)).filter((file) => existsSync(file));
  return files.map((file) => readFileSync(file, "utf8")).join("\0");
}

/** What npm says that it has installed in a folder of packages. */
const installedIn = (packages: string): string => readFileSync(path.join(packages, ".package-lock.json"), "utf8");

/** Moves the packages that were kept into the checkout, if they are those that are installed now. */
function takeKeptPackages(checkout: string): void {
  const mine = path.join(checkout, "node_modules");
  try {
    renameSync(keptPackages, mine); // from here on they are nobody else's
    if (installedIn(mine) !== installedIn(path.join(projectRoot, "node_modules"))) rmSync(mine, { recursive: true });
  } catch {
    rmSync(mine, { recursive: true, force: true }); // there are none, another report has them, or they are incomplete
  }
}

/** Keeps the packages of a checkout that is to go, if they are those that are installed now. */
function keepPackages(checkout: string): void {
  const its = path.join(checkout, "node_modules");
  try {
    if (installedIn(its) === installedIn(path.join(projectRoot, "node_modules"))) renameSync(its, keptPackages);
  } catch {
    // It has none, or those of another report are kept.
  }
}

type Report = Pick<ReportDocument, "failed" | "verdict" | "resources" | "links">;

/** The parts of an earlier report that a comparison needs; older versions are accepted if they have them. */
function reportIn(file: string, content: unknown): Report {
  const wanted = { version: true, failed: true, verdict: true, resources: true, links: true } as const;
  const { data, error } = reportSchema.pick(wanted).safeParse(content);
  if (!data) {
    const [issue] = error.issues;
    throw new UsageError(
      `--base ${file} is neither an exported state nor a report of this version: ${issue?.path.join(".")}: ${issue?.message}`,
    );
  }
  const { failed, verdict, resources, links } = data;
  return { failed, verdict, resources, links };
}

async function git(cwd: string, ...args: string[]): Promise<string> {
  return (await promisify(execFile)("git", args, { cwd })).stdout.trim();
}
