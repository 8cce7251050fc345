import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type EngineEvent } from "@pulumi/pulumi/automation";
import { programFolderVariable } from "../../policy/readings/programFolder";
import { reportVariable, type RunReport } from "../../policy/frame/runReport";
import { ensureEngine } from "../../local/engine";
import { isOwnProject, localFolder, makeLocalFolder, projectRoot } from "../../local/project";
import { compilePolicyPack } from "../run/compiled";
import { paint, plannedLine } from "../terminal/display";
import { FailureError, UsageError } from "../terminal/errors";
import { policyConfigFor } from "../run/policyConfig";
import { pathWithAnalyzer, policyPack } from "../run/policyPack";
import { policyReportFile, readPolicyReport } from "../run/policyReport";
import { describeFindings, findRunRemarks } from "../run/findings";
import { type PolicyViolation, Record } from "../run/record";
import { findingLines, tallyWords } from "../terminal/findings";
import { writeScans, type ScanFiles } from "../terminal/scans";
import { type Finding, sortFindings } from "../../report/findings";
import { stateOrigins } from "../state/origins";
import { ownState } from "../run/session";
import { isPlain, readText } from "../project/textFile";

/** Options of `npm run policy`. */
export interface PolicyOptions extends Omit<ScanFiles, "sarif"> {
  /** What `pulumi stack export` wrote. */
  file: string;
  policyConfig?: string;
  json?: true;
  /** File for SARIF 2.1.0; without a name it goes to standard output, in place of the text. */
  sarif?: string | true;
  rulesAsOf?: string;
  baseline?: string;
  /** File to write the findings to, as a baseline for later runs. */
  writeBaseline?: string;
}

/** What `npm run policy -- --json` prints. */
export interface PolicyDocument {
  file: string;
  ok: boolean;
  /** The violations, the most severe first. */
  findings: readonly Finding[];
  /** The same as the engine sends it, with what the pack remarks on the run. */
  policyViolations: readonly PolicyViolation[];
  policyReport?: RunReport | undefined;
}

/**
 * Runs the policy pack on an exported state by the engine's `policy analyze`. Ends with exit code 1 if a mandatory rule
 * is violated.
 */
export async function policy({
  file,
  policyConfig,
  json,
  sarif,
  junit,
  writeBaseline,
  ...flags
}: PolicyOptions): Promise<void> {
  const state = path.resolve(file);
  if (!existsSync(state)) throw new UsageError(`--file ${file}: there is no such file.`);
  if (json && sarif === true) throw new UsageError("--sarif without a file and --json both print: name a file.");
  const text = !json && sarif !== true;
  const record = new Record((entry) => {
    const line = text && entry.kind !== "policy" ? plannedLine(entry) : undefined;
    if (line !== undefined) console.log(line);
  });
  const failed = await analyze(state, policyConfigFor(policyConfig, { ...flags, foreign: !isOwn(state) }), record);
  const { violations } = record;
  const mandatory = violations.filter(({ enforcement }) => enforcement === "mandatory").length;
  if (failed && mandatory === 0) throw new UsageError(`${file} could not be analysed: ${failed}`);

  const policyReport = readPolicyReport(reportName);
  const findings = sortFindings(describeFindings(violations, stateOrigins(JSON.parse(readText(state)))));
  const remarks = findRunRemarks(violations);
  const document: PolicyDocument = { file, ok: mandatory === 0, findings, policyViolations: violations, policyReport };
  await writeScans(
    { sarif: sarif === true ? undefined : sarif, junit, writeBaseline },
    { findings, remarks, policyReport, file },
  );
  if (json) console.log(JSON.stringify(document, null, 2));
  if (sarif === true) {
    const { toSarif } = await import("../terminal/sarif.js");
    console.log(JSON.stringify(toSarif(findings, remarks, file), null, 2));
  }
  if (text) {
    for (const line of findingLines(findings, remarks)) console.log(line);
    console.log(`${paint("bold", file)}: ${tallyWords(findings, remarks)}`);
  }
  if (mandatory > 0 && writeBaseline === undefined) throw new FailureError("");
}

/** Whether a state belongs to this project, so that its exemptions apply. */
function isOwn(state: string): boolean {
  if (!isOwnProject) return false;
  const [, project] = /^name: *(\S+)/m.exec(readText(path.join(projectRoot, "Pulumi.yaml"))) ?? [];
  return new RegExp(`urn:pulumi:[^":]+::${project}::`).test(readText(state));
}

/** The report of such a run, next to those of the stacks. */
const reportName = "exported state";

/** Runs the engine; returns its output if it failed. */
async function analyze(state: string, config: string | undefined, record: Record): Promise<string | undefined> {
  const [engine] = await Promise.all([ensureEngine({ progress: (line) => console.error(line) }), compilePolicyPack()]);
  makeLocalFolder();
  const folder = mkdtempSync(path.join(localFolder, "policy-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const env = {
      ...process.env,
      ...ownState(path.join(folder, "state"), path.join(folder, "home"), false),
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PATH: pathWithAnalyzer(engine, path.join(folder, "bin")),
      [reportVariable]: policyReportFile(reportName),
      [programFolderVariable]: process.cwd(),
    };
    const plain = isPlain(state) ? state : path.join(folder, "state.json");
    if (plain !== state) writeFileSync(plain, readText(state));
    const args = ["policy", "analyze", "--json", "--file", plain, "--policy-pack", policyPack];
    if (config !== undefined) args.push("--policy-pack-config", config);
    return await new Promise((resolve) => {
      execFile(engine.command.command, args, { env, cwd: folder, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
        for (const line of stdout.split("\n"))
          if (line.startsWith("{")) record.observe(JSON.parse(line) as EngineEvent);
        resolve(error ? stderr.trim() || error.message : undefined);
      });
    });
  } finally {
    remove();
  }
}
