import { type RunReport } from "../../policy/frame/runReport";
import { emulatorStatus } from "../../local/emulator";
import { paint, plannedLine, formatSummary } from "../terminal/display";
import { findExitCode, FailureError } from "../terminal/errors";
import { operate, type Outcome } from "../run/operate";
import { policyConfigFor } from "../run/policyConfig";
import { Record } from "../run/record";
import { loadSettings, type RunArgs } from "../run/loadSettings";
import { localStack } from "../run/settings";
import { assumeMissing } from "../project/placeholders";
import { writeAnswersTemplate } from "../project/answersTemplate";
import { openSession, type SessionOptions } from "../run/session";
import { type EarlierState } from "../state/exportedState";
import { TypeCheck } from "../run/typeCheck";
import { componentFinder, describeFindings, findRunRemarks } from "../run/findings";
import { findingLines, tallyWords } from "../terminal/findings";
import { type ScanFiles, writeScans } from "../terminal/scans";
import { type Finding, sortFindings } from "../../report/findings";

/** Arguments of `preview`. */
export interface PreviewArgs extends ScanFiles, RunArgs {
  /** File with the configuration of the policy pack. */
  policyConfig?: string;
  /** Ignores rules that are newer than this day. */
  rulesAsOf?: string;
  /** File with earlier findings. */
  baseline?: string;
  /** One JSON document on standard output instead of lines. */
  json: boolean;
}

/** Arguments of a preview that another command runs. */
export interface PlanArgs extends Omit<PreviewArgs, "json"> {
  /** What is deployed. Default: nothing. */
  earlier?: EarlierState | undefined;
}

/** What `npm run preview -- --json` prints. */
export interface PreviewDocument {
  stack: string;
  ok: boolean;
  /** Resources for each operation. */
  changes: { [op: string]: number };
  steps: Outcome["record"]["steps"];
  /** The policy violations, the most severe first. */
  findings: readonly Finding[];
  /** The same as the engine sends it, with what the pack remarks on the run. */
  policyViolations: Outcome["record"]["violations"];
  /** Resources that rules of level `remediate` have changed. */
  remediations: Outcome["record"]["remediations"];
  /** How much of AWS's limits the stack uses, exemptions, and checks that could not be made. */
  policyReport?: RunReport | undefined;
  diagnostics: Outcome["record"]["diagnostics"];
  /** Assumptions about a user's own program, where only AWS or its backend knows the values. */
  assumptions: readonly string[];
  durationSeconds: number;
}

/** Previews a stack under the policy pack, with no credentials and no cloud. */
export async function preview({ json, ...args }: PreviewArgs): Promise<void> {
  const settings = loadSettings(args);
  const { stack } = settings;
  const started = Date.now();
  const seconds = (): number => Math.round((Date.now() - started) / 100) / 10;
  const print = json ? () => {} : console.log;
  let outcome: Previewed | undefined;
  let error: Error | undefined;
  try {
    outcome = await runPreview(args, print, settings);
    error = args.writeBaseline !== undefined && isStoppedByPolicies(outcome) ? undefined : outcome.error;
  } catch (thrown) {
    if (!json || findExitCode(thrown) === undefined) throw thrown;
    error = thrown as Error;
  }
  if (json) {
    const { steps = [], violations = [], remediations = [], diagnostics = [], changes = {} } = outcome?.record ?? {};
    const own = error?.message ? [{ severity: "error" as const, message: error.message }] : [];
    const document: PreviewDocument = {
      stack,
      ok: !error,
      changes,
      steps,
      findings: outcome?.findings ?? [],
      policyViolations: violations,
      remediations,
      policyReport: outcome?.policyReport,
      diagnostics: own.length ? own : diagnostics,
      assumptions: outcome?.assumptions ?? [],
      durationSeconds: seconds(),
    };
    console.log(JSON.stringify(document, null, 2));
    process.exitCode = error ? findExitCode(error) : 0;
    return;
  }
  if (outcome && !error)
    print(`${paint("bold", stack)}: ${formatSummary(outcome.record.changes, "planned")} in ${seconds()} s`);
  if (error) throw error.message ? error : new FailureError(`preview of ${stack} failed.`);
}

/** Whether nothing but mandatory findings made a preview fail. */
const isStoppedByPolicies = ({ error, record }: Outcome): boolean =>
  error instanceof FailureError &&
  !error.message &&
  record.violations.some(({ enforcement }) => enforcement === "mandatory") &&
  !record.diagnostics.some(({ severity }) => severity === "error");

/** An outcome with what violates the policies, the worst first, and what the policy pack knew at its end. */
type Previewed = Outcome & { findings: Finding[]; policyReport: RunReport | undefined; assumptions: string[] };

/** Runs a preview, and prints what it planned. */
export async function runPreview(
  args: PlanArgs,
  print: (line: string) => void,
  settings = loadSettings(args),
): Promise<Previewed> {
  const policyConfig = policyConfigFor(args.policyConfig, args);
  const { program: own, stack: name } = settings;
  const types = own ? undefined : new TypeCheck(); // otherwise the program's process checks them
  try {
    const { earlier, provider } = args;
    const target = own || earlier ? { kind: "nothing" as const } : await findTarget(name);
    const options = { stack: name, provider, settings, policyConfig, target, earlier, progress: print };
    const session = await openSession(options).catch(onlyConfig);
    if (session instanceof Error)
      return { record: new Record(() => {}), error: session, findings: [], policyReport: undefined, assumptions: [] };
    try {
      const { stack, program, underPolicyPack } = session;
      const outcome = await operate(program, (operation) => stack.preview({ ...operation, ...underPolicyPack }), {
        line: (entry) => (entry.kind === "policy" ? undefined : plannedLine(entry)),
        print,
        types,
      });
      if (own && assumeMissing(own, outcome)) return await runPreview(args, print, settings);
      const { planned, violations } = outcome.record;
      const origins = { component: componentFinder(planned), place: (urn: string) => program.findPlace(urn) };
      const findings = sortFindings(describeFindings(violations, origins));
      const remarks = findRunRemarks(violations);
      const policyReport = session.policyReport();
      const assumptions = await session.assumptions();
      for (const line of findingLines(findings, remarks)) print(line);
      for (const line of assumptions) print(`${paint("yellow", "  assumed:")} ${line}`);
      if (findings.length > 0) print(`  policies: ${tallyWords(findings, remarks)}`);
      if (own) writeAnswersTemplate(own, await session.unanswered());
      await writeScans(args, { findings, remarks, policyReport, file: "Pulumi.yaml" });
      return { ...outcome, findings, policyReport, assumptions };
    } finally {
      await session.close();
    }
  } finally {
    types?.end();
  }
}

/** Wrong configuration is an outcome without a plan; any other error stops the command. */
function onlyConfig(error: unknown): Error {
  if (error instanceof Error && error.name === "ConfigError") return error;
  throw error;
}

/** The stack `local` is compared with the running one, if there is one; others with nothing. */
async function findTarget(stack: string): Promise<SessionOptions["target"]> {
  const status = stack === localStack ? await emulatorStatus() : undefined;
  return status?.state === "running" ? { kind: "local", endpoint: status.endpoint } : { kind: "nothing" };
}
