import { execFile } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { count } from "../../report/count";
import { type ReportDocument } from "../../report/document";
import { Outcome } from "../../report/verdict";
import { costWords, verdictWords } from "../../report/words";
import { projectVariable } from "../../local/project";
import { type PageRow, renderRows, sortRows } from "../states/page";
import { paint, say } from "../terminal/display";
import { UsageError } from "../terminal/errors";

/** Arguments of `report --all`. */
export interface ReportAllArgs {
  /** Folder of the page. Default: `.headroom/report` of the current folder. */
  out?: string | undefined;
  /** Flags that each report is called with besides. */
  flags: readonly string[];
}

/** What `report --all --json` prints. */
export interface ReportAllDocument {
  ok: boolean;
  /** The worst first. */
  programs: { folder: string; outcome: Outcome | "failed"; reasons: readonly string[]; report?: string }[];
}

/** Reports on every Pulumi program below the current folder, as many at a time as there are processors, and writes one page. */
export async function reportAll({
  out = path.join(".headroom", "report"),
  flags,
}: ReportAllArgs): Promise<ReportAllDocument> {
  const folders = findPrograms(process.cwd());
  if (folders.length === 0)
    throw new UsageError(`${process.cwd()} has no Pulumi.yaml, nor a folder below it that has one.`);
  const queue = [...folders];
  const made: { row: PageRow; program: ReportAllDocument["programs"][number] }[] = [];
  const work = async (): Promise<void> => {
    for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
      const each = await reportOn(folder, path.resolve(out), flags);
      made.push(each);
      const { row } = each;
      say(`${paint(each.program.outcome === Outcome.Ready ? "green" : "yellow", row.verdict.padEnd(14))} ${row.name}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), folders.length) }, work));
  const rows = sortRows(
    made.map(({ row }) => row),
    ({ verdict }) => verdict === failedWords,
  );
  const programs = rows.flatMap((row) => made.find((each) => each.row === row)?.program ?? []);
  const blocked = programs.filter(({ outcome }) => outcome === Outcome.Blocked || outcome === "failed").length;
  mkdirSync(path.resolve(out), { recursive: true });
  const summary = `${count(programs.length, "program")}, ${blocked} blocked`;
  writeFileSync(path.resolve(out, "all.html"), renderRows("Programs of this repository", summary, rows));
  const document = { ok: blocked === 0, programs };
  writeFileSync(path.resolve(out, "all.json"), `${JSON.stringify(document, null, 2)}\n`);
  say(`${paint("bold", summary)}; page: ${path.join(out, "all.html")}`);
  if (blocked > 0) process.exitCode = 1;
  return document;
}

const failedWords = "no report";

/** The folders of programs, not those of packages that are installed. */
function findPrograms(root: string): string[] {
  const found = globSync("**/Pulumi.{yaml,yml}", {
    cwd: root,
    exclude: (name) => ["node_modules", ".headroom", ".git"].includes(path.basename(name)),
  });
  return [...new Set(found.map((file) => path.dirname(file)))].sort();
}

async function reportOn(folder: string, out: string, flags: readonly string[]) {
  const place = path.join(out, folder === "." ? "root" : folder);
  const args = [process.argv[1] ?? "", "report", "--out", place, ...flags];
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== projectVariable));
  const failure = await promisify(execFile)(process.execPath, args, {
    cwd: path.resolve(folder),
    env: environment,
    maxBuffer: 1 << 26,
  }).then(
    () => undefined,
    ({ stderr, message }: { stderr?: string; message: string }) => stderr?.trim() || message,
  );
  const file = path.join(place, "report.json");
  if (!existsSync(file)) {
    const reason = failure?.split("\n").at(-1) ?? "it wrote nothing";
    const row: PageRow = {
      name: folder,
      verdict: failedWords,
      mandatory: 0,
      advisory: 0,
      remarks: "",
      findings: [reason],
    };
    return { row, program: { folder, outcome: "failed" as const, reasons: [reason] } };
  }
  const document = JSON.parse(readFileSync(file, "utf8")) as ReportDocument;
  const { verdict, findings, cost } = document;
  const outcome = verdict.outcome;
  const count = (level: string): number => findings.filter(({ enforcement }) => enforcement === level).length;
  const row: PageRow = {
    name: folder,
    verdict: verdictWords[outcome].text,
    mandatory: count("mandatory"),
    advisory: count("advisory"),
    remarks: cost ? costWords(cost) : "",
    findings: verdict.reasons,
    link: path.relative(out, path.join(place, "report.html")),
  };
  return { row, program: { folder, outcome, reasons: verdict.reasons, report: path.relative(out, file) } };
}
