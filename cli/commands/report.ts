import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { renderComment } from "../../report/comment";
import { describeNotLookedAt } from "../../policy/frame/notLookedAt";
import { composeReport } from "../../report/compose";
import { readUsage } from "../../report/cost";
import { projectPrices } from "./prices";
import { type ReportDocument } from "../../report/document";
import { renderMarkdown } from "../../report/markdown";
import { renderPage } from "../../report/page";
import { type Scene } from "../../report/picture/scene";
import { renderSvg } from "../../report/picture/svg";
import { withoutRandomNames } from "../../report/randomNames";
import { Outcome } from "../../report/verdict";
import { costWords, openWords, formatTally, undecidedWords, verdictWords } from "../../report/words";
import { localFolder } from "../../local/project";
import { currentCommit, findBase } from "../run/base";
import { differ } from "../terminal/differ";
import { paint, say } from "../terminal/display";
import { findExitCode } from "../terminal/errors";
import { findingLines } from "../terminal/findings";
import { nearLimitPercent } from "../run/policyConfig";
import { type PreviewArgs, runPreview } from "./preview";
import { loadSettings } from "../run/loadSettings";

/** Arguments of `npm run report`. */
export interface ReportArgs extends Omit<PreviewArgs, "json"> {
  /** An earlier report.json, an exported state, or a commit, to compare with. */
  base?: string;
  /** Folder of the files. */
  out?: string;
  /** Address of the full report, for the comment. */
  link?: string;
  /** Usage figures that override the declared ones, such as `requests=50M`. */
  usage: string[];
}

/** The output for machines: the report, and whether the change can be merged. */
export type ReportAnswer = ReportDocument & { ok: boolean };

/** Writes a report for a pull request: verdict, changes, headroom, cost and picture, from one real preview. */
export async function report(args: ReportArgs): Promise<ReportAnswer> {
  const { base, out = path.join(localFolder, "report"), link, usage: flags, ...preview } = args;
  const settings = loadSettings(preview);
  const usage = readUsage(settings.config["headroom:usage"], flags);
  const listed = projectPrices();
  const { project, stack } = settings;
  const found = base === undefined ? undefined : await findBase(base, { ...preview, project, stack });
  const earlier = found && "earlier" in found ? found.earlier : undefined;

  say(paint("dim", `previewing ${settings.stack} …`));
  const { record, error, findings, policyReport } = await runPreview({ ...preview, earlier }, () => {});
  // An interrupted run has no verdict.
  if (error && findExitCode(error) === 130) throw error;
  const reported = record.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  // The engine reports the same error for the resource and for the stack.
  const errors = error?.message ? [error.message] : [...new Set(reported)];
  const plan = withoutRandomNames({ resources: record.planned, links: policyReport?.links ?? [] });
  const document = composeReport({
    made: { at: new Date().toISOString(), commit: await currentCommit() },
    project,
    stack,
    region: settings.region,
    plan,
    base:
      found && "earlier" in found
        ? {
            name: found.name,
            plan: withoutRandomNames({ resources: record.before, links: plan.links }),
            deployed: true,
          }
        : found,
    policy: policyReport,
    findings,
    notLookedAt: policyReport?.notLookedAt.length ? describeNotLookedAt(policyReport.notLookedAt) : undefined,
    errors,
    threshold: nearLimitPercent(args.policyConfig),
    usage,
    listed,
    differ,
  });
  await write(path.resolve(out), document, link);
  printReport(document, out);
  const ok = document.verdict.outcome !== Outcome.Blocked;
  if (!ok) process.exitCode = 1;
  return { ok, ...document };
}

async function write(folder: string, document: ReportDocument, link: string | undefined): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const save = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  const scene = document.picture as Scene;
  const title = `The stack ${document.stack}`;
  const picture = scene.groups.length > 0 ? await renderSvg(scene, title) : undefined;
  save("report.md", renderMarkdown(document));
  save("comment.md", renderComment(document, link));
  save("report.html", renderPage(document, picture));
  save("report.json", `${JSON.stringify(document, null, 2)}\n`);
  if (picture === undefined) rmSync(path.join(folder, "picture.svg"), { force: true });
  else save("picture.svg", picture);
}

function printReport(document: ReportDocument, out: string): void {
  const { stack, verdict, changes, cost, openChecks, failed, findings } = document;
  const colour = { [Outcome.Ready]: "green", [Outcome.Review]: "yellow", [Outcome.Blocked]: "red" } as const;
  say(paint(colour[verdict.outcome], `${stack} ${verdictWords[verdict.outcome].text}`));
  for (const reason of verdict.reasons) say(`  ${reason}`);
  for (const line of findingLines(findings, [])) say(line);
  if (!failed) say(`changes: ${formatTally(changes)}`);
  if (cost) say(`cost: ${costWords(cost)}`);
  if (!failed) say(`checks: ${openWords(openChecks)}`);
  const undecided = undecidedWords(document);
  if (undecided !== undefined) say(`arguments ${undecided}`);
  if (document.notLookedAt !== undefined) say(`${document.notLookedAt}.`);
  say(`report: ${path.relative(process.cwd(), path.resolve(out, "report.html"))}, and .md, .json beside it`);
}
