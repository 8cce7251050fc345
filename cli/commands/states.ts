import { globSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { count } from "../../report/count";
import { localFolder, makeLocalFolder } from "../../local/project";
import { policyConfigFor, readPolicyConfig } from "../run/policyConfig";
import { type PackConfig, type StateVerdict } from "../states/analyze";
import { type PageRow, renderRows, sortRows } from "../states/page";
import { analyzeStates } from "../states/pool";
import { paint, say } from "../terminal/display";
import { UsageError } from "../terminal/errors";

/** Arguments of `policy --states`. */
export interface StatesArgs {
  /** Folder of exported states, searched recursively. */
  states: string;
  /** Folder of the page. */
  out?: string | undefined;
  policyConfig?: string | undefined;
  rulesAsOf?: string | undefined;
  baseline?: string | undefined;
}

/** What `policy --states --json` prints. */
export interface StatesDocument {
  ok: boolean;
  /** The worst first. */
  states: StateVerdict[];
  durationSeconds: number;
}

/** Most findings that a page lists for a state. */
const shown = 5;

/**
 * Runs the rules on the exported states of an organisation, in parallel and without an engine, and writes one page, the
 * worst first.
 */
export async function judgeStates({ states, out, policyConfig, ...flags }: StatesArgs): Promise<StatesDocument> {
  const folder = path.resolve(states);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--states ${states}: there is no such folder.`);
  const files = globSync("**/*.json", { cwd: folder }).sort();
  if (files.length === 0)
    throw new UsageError(`--states ${states}: it has no .json file; pulumi stack export --file NAME.json writes one.`);
  const started = Date.now();
  const file = policyConfigFor(policyConfig, { ...flags, foreign: true });
  const config = file === undefined ? {} : (readPolicyConfig(file) as PackConfig);
  const verdicts = await analyzeStates(
    files.map((name) => path.join(folder, name)),
    config,
    (done) => {
      if (done % 100 === 0) say(paint("dim", `${done} of ${files.length} states`));
    },
  );
  const named = verdicts.map((verdict) => ({ ...verdict, file: path.relative(folder, verdict.file) }));
  const rows = sortRows(named.map(asRow), ({ verdict }) => verdict.startsWith("no verdict"));
  const order = new Map(rows.map(({ link }, index) => [link, index]));
  const sorted = named.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0));
  const blocked = sorted.filter(({ mandatory, problem }) => mandatory > 0 || problem !== undefined).length;
  const durationSeconds = Math.round((Date.now() - started) / 100) / 10;
  const document = { ok: blocked === 0, states: sorted, durationSeconds };
  const summary = `${count(sorted.length, "state")}, ${blocked} blocked`;
  for (const row of rows.slice(0, 20)) sayRow(row);
  if (rows.length > 20) say(paint("dim", `  … and ${rows.length - 20} more`));
  write(
    path.resolve(out ?? path.join(localFolder, "states")),
    renderRows("States under the policies", summary, rows.map(withoutLink)),
    document,
  );
  say(`${paint("bold", summary)} in ${durationSeconds} s`);
  if (blocked > 0) process.exitCode = 1;
  return document;
}

const withoutLink = ({ link: _, ...row }: PageRow): PageRow => row;

function asRow({
  file,
  project,
  stack,
  resources,
  mandatory,
  advisory,
  findings,
  notEvaluated,
  problem,
}: StateVerdict): PageRow {
  const verdict =
    problem !== undefined
      ? `no verdict: ${problem}`
      : mandatory > 0
        ? "blocked"
        : advisory > 0
          ? "needs review"
          : "ready";
  const lines = findings.map(({ title, level, resources: names }) => {
    const count = names.length > 1 ? ` (${names.length})` : names.length === 1 ? `: ${names[0]}` : "";
    return `${title}${count}, ${level}`;
  });
  const more = lines.length > shown ? [`and ${lines.length - shown} more`] : [];
  return {
    name: stack === "" ? file : `${project}/${stack} (${file})`,
    verdict,
    mandatory,
    advisory,
    remarks: `${count(resources, "resource")}${notEvaluated > 0 ? `, ${count(notEvaluated, "check")} not made` : ""}`,
    findings: [...lines.slice(0, shown), ...more],
    link: file,
  };
}

function sayRow({ name, verdict, mandatory, advisory, findings }: PageRow): void {
  const style = mandatory > 0 || verdict.startsWith("no verdict") ? "red" : advisory > 0 ? "yellow" : "green";
  say(`${paint(style, verdict.padEnd(12))} ${name}: ${mandatory} mandatory, ${advisory} advisory`);
  if (mandatory > 0 && findings[0] !== undefined) say(paint("dim", `               ${findings[0]}`));
}

function write(folder: string, page: string, document: StatesDocument): void {
  if (folder.startsWith(localFolder)) makeLocalFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "states.html"), page);
  writeFileSync(path.join(folder, "states.json"), `${JSON.stringify(document, null, 2)}\n`);
  say(`page: ${path.relative(process.cwd(), path.join(folder, "states.html"))}, and states.json beside it`);
}
