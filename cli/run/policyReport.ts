import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { type RunReport } from "../../policy/frame/runReport";
import { localFolder, makeLocalFolder } from "../../local/project";

/** Where the policy pack writes its report of a run of a stack; an earlier one is removed. */
export function policyReportFile(stack: string): string {
  const file = reportFile(stack);
  makeLocalFolder();
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** The report of the last run of a stack; none where that run ended before the policy pack had seen the whole stack. */
export function readPolicyReport(stack: string): RunReport | undefined {
  const file = reportFile(stack);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as RunReport) : undefined;
}

const reportFile = (stack: string): string => path.join(localFolder, "policy", `${stack}.json`);
