import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type EngineEvent } from "@pulumi/pulumi/automation";
import { baselineOf } from "../../policy/frame/baseline";
import { programFolderVariable } from "../../policy/readings/programFolder";
import { reportVariable, type RunReport } from "../../policy/frame/runReport";
import { ensureEngine } from "../../local/engine";
import { localFolder, projectRoot } from "../../local/project";
import { compilePolicyPack } from "../run/compiled";
import { paint, plannedLine } from "../terminal/display";
import { FailureError, UsageError } from "../terminal/errors";
import { policyConfigFor } from "../run/policyConfig";
import { pathWithAnalyzer, policyPack } from "../run/policyPack";
import { policyReportFile, readPolicyReport } from "../run/policyReport";
import { type Entry, type PolicyViolation, Record } from "../run/record";
import { toSarif } from "../terminal/sarif";
import { ownState } from "../run/session";

/** Options of `npm run policy`. */
export interface PolicyOptions {
  /** What `pulumi stack export` wrote. */
  file: string;
  policyConfig?: string;
  json?: true;
  sarif?: true;
  rulesAsOf?: string;
  baseline?: string;
  /** Where to write what is found, as the baseline of later runs. */
  writeBaseline?: string;
}

/** What `npm run policy -- --json` prints. */
export interface PolicyDocument {
  file: string;
  ok: boolean;
  policyViolations: readonly PolicyViolation[];
  policyReport?: RunReport | undefined;
}

/**
 * Runs the policy pack on an exported state by the engine's own `policy analyze`. Ends with exit code 1 if a mandatory
 * rule is violated.
 */
export async function policy({
  file,
  policyConfig,
  json,
  sarif,
  writeBaseline,
  ...flags
}: PolicyOptions): Promise<void> {
  const state = path.resolve(file);
  if (!existsSync(state)) throw new UsageError(`--file ${file}: there is no such file.`);
  const text = !json && !sarif;
  const entries: Entry[] = [];
  const record = new Record((entry) => entries.push(entry));
  const failed = await analyze(state, policyConfigFor(policyConfig, { ...flags, foreign: !isOwn(state) }), record);
  const { violations } = record;
  const mandatory = violations.filter(({ enforcement }) => enforcement === "mandatory").length;
  if (failed && mandatory === 0) throw new UsageError(`${file} could not be analysed: ${failed}`);

  const policyReport = readPolicyReport(reportName);
  const document: PolicyDocument = { file, ok: mandatory === 0, policyViolations: violations, policyReport };
  if (json) console.log(JSON.stringify(document, null, 2));
  if (sarif) console.log(JSON.stringify(toSarif(file, violations), null, 2));
  if (text) {
    for (const line of entries.map(plannedLine)) if (line !== undefined) console.log(line);
    console.log(`${paint("bold", file)}: ${mandatory} mandatory, ${violations.length - mandatory} advisory`);
  }
  if (writeBaseline !== undefined) {
    const content = baselineOf(policyReport?.findings ?? []);
    writeFileSync(writeBaseline, `${JSON.stringify(content, null, 2)}\n`);
    console.error(`${content.findings.length} findings are the baseline ${writeBaseline}`);
    return;
  }
  if (mandatory > 0) throw new FailureError("");
}

/** Whether a state is of this project: then its exemptions are for it. */
function isOwn(state: string): boolean {
  const [, project] = /^name: *(\S+)/m.exec(readFileSync(path.join(projectRoot, "Pulumi.yaml"), "utf8")) ?? [];
  return new RegExp(`urn:pulumi:[^":]+::${project}::`).test(readFileSync(state, "utf8"));
}

/** The report of such a run, next to those of the stacks. */
const reportName = "exported state";

/** Runs the engine; gives what it said if it failed. */
async function analyze(state: string, config: string | undefined, record: Record): Promise<string | undefined> {
  const [engine] = await Promise.all([ensureEngine({ progress: (line) => console.error(line) }), compilePolicyPack()]);
  mkdirSync(localFolder, { recursive: true });
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
    const args = ["policy", "analyze", "--json", "--file", state, "--policy-pack", policyPack];
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
