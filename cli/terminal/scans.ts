import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { count } from "../../report/count";
import { makeBaseline } from "../../policy/frame/baseline";
import { type RunReport } from "../../policy/frame/runReport";
import { type Finding } from "../../report/findings";
import { type PolicyViolation } from "../run/record";

/** Files of findings for other programs, from the command line. */
export interface ScanFiles {
  /** SARIF 2.1.0, for code scanning. */
  sarif?: string | undefined;
  /** JUnit XML, for tools that show test results. */
  junit?: string | undefined;
  /** The baseline of later runs: what is found now counts in none of them. */
  writeBaseline?: string | undefined;
}

/** What a run found. */
export interface Scanned {
  findings: readonly Finding[];
  remarks: readonly PolicyViolation[];
  policyReport: RunReport | undefined;
  /** What was looked at: the place of findings of which no better one is known. */
  file: string;
}

/** Writes the files that were asked for. */
export async function writeScans(
  { sarif, junit, writeBaseline }: ScanFiles,
  { findings, remarks, policyReport, file }: Scanned,
): Promise<void> {
  // Loaded where they are asked for: a preview starts without all rules and a writer of XML.
  if (sarif !== undefined) {
    const { toSarif } = await import("./sarif.js");
    write(sarif, `${JSON.stringify(toSarif(findings, remarks, file), null, 2)}\n`);
  }
  if (junit !== undefined) {
    const { toJunit } = await import("./junit.js");
    write(junit, toJunit(findings, policyReport?.notEvaluated ?? [], file));
  }
  if (writeBaseline !== undefined) {
    const content = makeBaseline(policyReport?.findings ?? []);
    write(writeBaseline, `${JSON.stringify(content, null, 2)}\n`);
    console.error(`${count(content.findings.length, "finding is", "findings are")} the baseline ${writeBaseline}`);
  }
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, text);
}
