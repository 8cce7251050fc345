import { renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { count } from "../../report/count";
import { emulatorChanges, emulatorStatus } from "../../local/emulator";
import { acquireLock } from "../../local/lock";
import { commandLine, isOwnProject, makeLocalFolder } from "../../local/project";
import { assumeMissing } from "../project/placeholders";
import { adviceLines, adviceTally } from "../terminal/advice";
import { changeLines, listChanges } from "../terminal/changes";
import { doneLine, missingLine, paint, problemLine, quietLine, say, formatSummary } from "../terminal/display";
import { findExitCode, FailureError, UsageError } from "../terminal/errors";
import { printCommands, printDeclared, printNextSteps, printOutputs } from "../terminal/nextSteps";
import { Progress } from "../terminal/progress";
import { describeFindings } from "../run/findings";
import { operate, type OperationOptions, type Outcome } from "../run/operate";
import { policyConfigFile } from "../run/policyConfig";
import { checkConfig } from "../run/program";
import { type Entry } from "../run/record";
import { discardEmulator, readyEmulator } from "../run/recovery";
import { openSession, type Session, type SessionOptions } from "../run/session";
import { noteDeployed, readDeployed } from "../state/deployed";
import { hasLocalState, outputsFile, runLock } from "../state/stateFiles";
import { loadSettings, type RunArgs } from "../run/loadSettings";
import { runsOnEmulator } from "../run/settings";
import { TypeCheck } from "../run/typeCheck";

/** Arguments of `up`. */
export interface UpArgs extends RunArgs {
  /** File with the configuration of the policy pack. */
  policyConfig?: string;
  /**
   * Whether mandatory findings stop it. They always stop stacks of this checkout, and a user's own program on the
   * emulator only if this is true.
   */
  enforce?: boolean;
  /**
   * Print a line for each resource, all outputs, and everything that is declared but not run. Default: only changes.
   */
  verbose?: boolean;
  /** For a run after each saved file: print the plan as soon as it is known, and nothing on what to do next. */
  watching?: boolean;
}

/** What `up --json` prints. */
export interface UpDocument {
  stack: string;
  /** Resources for each operation. */
  changes: { [op: string]: number };
  outputs: { [name: string]: unknown };
  /** Resources that the emulator accepted but does not run. */
  declaredOnly: string[];
  /** Assumptions about a user's own program, where only AWS or its backend knows the values. */
  assumptions: string[];
  durationSeconds: number;
}

/** Input of a deployment besides its session. */
interface DeployOptions extends SessionOptions {
  types: TypeCheck | undefined;
  enforce: boolean;
  verbose: boolean;
  watching: boolean;
  /** Whether to compare the engine's state with what there is. */
  refresh: boolean;
}

/**
 * Deploys a stack under the policy pack: the stack `local`, and every stack of a user's own program, to the emulator,
 * which it starts; any other to AWS.
 */
export async function up(given: UpArgs): Promise<UpDocument> {
  const { enforce = false, verbose = false, watching = false, ...args } = given;
  const settings = loadSettings(args);
  const { stack, program: own } = settings;
  const policyConfig = policyConfigFile(args.policyConfig);
  if (!own) await checkConfig(settings);
  const types = own ? undefined : new TypeCheck(); // otherwise the program's process checks them
  const options = { stack, settings, policyConfig, types, progress, enforce: enforce || !own, verbose, watching };
  try {
    if (runsOnEmulator(settings)) return await upLocal({ ...options, provider: args.provider });
    return await deploy({ ...options, provider: "official", target: { kind: "cloud" }, refresh: false });
  } finally {
    types?.end();
  }
}

async function upLocal(options: Omit<DeployOptions, "target" | "refresh">): Promise<UpDocument> {
  const { stack, settings } = options;
  const { project, region } = settings;
  makeLocalFolder();
  const release = acquireLock(runLock, commandLine("up"));
  try {
    const other = readDeployed();
    if (other && other.stack !== stack && hasLocalState())
      throw new UsageError(
        `the stack ${other.stack} is on the emulator. Fix: ${commandLine("down")}, then this again.`,
      );
    const { endpoint, started } = await readyEmulator({ project, stack }, { print: say, progress });
    // What the engine does not see, such as a bucket deleted with the AWS CLI, the emulator counts.
    const refresh = other?.changes === undefined || other.changes !== (await emulatorChanges(endpoint));
    noteDeployed({ stack, project, region });
    const target = { kind: "local", endpoint } as const;
    const document = await deploy({ ...options, target, refresh }).catch(async (error: Error) => {
      // Stop an emulator that was started in vain.
      if (started && isRefusal(error)) await discardEmulator(progress);
      throw await whatEnded(error);
    });
    noteDeployed({ stack, project, region, changes: await emulatorChanges(endpoint) });
    const { outputs } = document;
    // Atomically, so that a kill leaves a complete file.
    writeFileSync(`${outputsFile}.draft`, `${JSON.stringify(outputs, null, 2)}\n`);
    renameSync(`${outputsFile}.draft`, outputsFile);
    if (options.watching) return document;
    if (document.changes.create) printNextSteps({ outputs, endpoint, region });
    else printCommands();
    return document;
  } finally {
    release();
  }
}

const progress = (line: string): void => say(paint("dim", line));

async function deploy(options: DeployOptions): Promise<UpDocument> {
  const { types, settings, enforce, verbose, watching, refresh } = options;
  const own = settings.program;
  const started = Date.now();
  const shown = new Progress(`${options.stack}: reading the program`);
  const session = await openSession(options).catch((error: Error) => {
    shown.end();
    throw error;
  });
  try {
    const { stack, program, underPolicyPack } = session;
    const failure = (error: Error): Error =>
      error.message ? error : new FailureError(`${options.stack} was not deployed.`);
    const local = options.target.kind === "local";
    if (local) await settle(session);
    shown.update(`${options.stack}: planning, and checking the policies`, { now: true });
    // The preview reports wrong arguments and violated policies before anything is created.
    const planned = await operate(
      program,
      (operation) => stack.preview({ ...operation, ...underPolicyPack, refresh }),
      {
        line: (entry) => (enforce || entry.kind !== "policy" ? planLine(entry) : undefined),
        print: say,
        types: watching ? undefined : types,
      },
    );
    if (watching) {
      if (!planned.error) sayPlan(planned);
      const wrong = await types?.error(); // it takes longer than the plan
      if (wrong) throw wrong;
    }
    if (own && assumeMissing(own, planned)) {
      shown.end();
      await session.close();
      return await deploy(options);
    }
    if (planned.error && (enforce || !isOnlyVerdict(planned))) throw failure(planned.error);
    if (own) own.skipTypeCheck = true; // the preview has done that
    // An update without changes would save no more than bookkeeping, such as dependencies, and takes as long.
    const { record, error } =
      local && !planned.record.changing
        ? planned
        : await operate(program, (operation) => stack.up({ ...operation, ...(enforce && underPolicyPack), refresh }), {
            line: countingLine(shown, planned.record, verbose ? doneLine : quietLine),
            print: say,
          });
    shown.end();
    if (error && error !== planned.error) throw failure(error);
    const durationSeconds = Math.round((Date.now() - started) / 100) / 10;
    const { changes, outputs } = record;
    const [assumptions, declaredOnly] = [await session.assumptions(), await session.declaredOnly()];
    for (const line of assumptions) say(`${paint("yellow", "  assumed:")} ${line}`);
    if (!enforce) sayVerdict(planned);
    sayChanges(planned, record, options);
    say(`${paint("bold", options.stack)}: ${formatSummary(changes, "done")} in ${durationSeconds} s`);
    sayOutputs(record, options);
    if (!watching) printDeclared(declaredOnly, verbose);
    return { stack: options.stack, changes, outputs, declaredOnly, assumptions, durationSeconds };
  } finally {
    shown.end();
    await session.close();
  }
}

/** Counts resources as they are created. */
function countingLine(shown: Progress, { changes }: Outcome["record"], line: (entry: Entry) => string | undefined) {
  const all = Object.entries(changes).reduce((sum, [op, count]) => (isIdle(op) ? sum : sum + count), 0);
  let made = 0;
  return (entry: Entry): string | undefined => {
    if (entry.kind === "done" && !entry.step.component)
      shown.update(`${++made} of ${all} created or changed`, { now: made === 1 });
    return line(entry);
  };
}

const isIdle = (op: string): boolean => ["same", "read", "refresh"].includes(op);

function sayPlan({ record }: Outcome): void {
  if (!record.changing) return;
  for (const line of changeLines(listChanges(record))) say(line);
  say(`plan: ${formatSummary(record.changes, "planned")}`);
}

/** Prints the changes with their values, and the policies' advice; one line if nothing changed. */
function sayChanges({ record: planned }: Outcome, record: Outcome["record"], options: DeployOptions): void {
  const { stack, verbose, watching } = options;
  const origins = { component: () => undefined, place: () => undefined };
  const findings = describeFindings(planned.violations, origins);
  const preview = `${commandLine("preview")}${isOwnProject ? ` -- --stack ${stack}` : ""}`;
  if (watching) return;
  if (!record.changing) {
    const tally = adviceTally(findings, preview);
    if (tally) say(tally);
    return;
  }
  if (!verbose) for (const line of changeLines(listChanges(record))) say(line);
  for (const line of adviceLines(findings)) say(line);
  if (findings.some(({ enforcement }) => enforcement === "advisory"))
    say(paint("dim", `  ${preview} has the advice in full`));
}

/** The new and changed outputs. */
function sayOutputs({ outputs, outputsBefore }: Outcome["record"], { target, verbose }: DeployOptions): void {
  const changed = Object.entries(outputs).filter(([name, value]) => !isDeepStrictEqual(value, outputsBefore[name]));
  const wanted = verbose || target.kind !== "local" ? outputs : Object.fromEntries(changed);
  const left = Object.keys(outputs).length - Object.keys(wanted).length;
  printOutputs(wanted);
  if (left > 0) say(`outputs: ${left} as before, in ${path.relative(process.cwd(), outputsFile)}`);
}

/** Whether a mandatory policy is the only reason of a failure. */
const isOnlyVerdict = ({ record, error }: Outcome): boolean =>
  error instanceof FailureError &&
  error.message === "" &&
  record.diagnostics.every(({ severity }) => severity !== "error");

function sayVerdict({ record: { violations } }: Outcome): void {
  const mandatory = violations.filter(({ enforcement }) => enforcement === "mandatory").length;
  if (mandatory > 0)
    say(paint("yellow", `  ${count(mandatory, "mandatory finding")} of the policies (see ${commandLine("preview")})`));
}

/** The engine does not know the outcome of operations that an interruption cut off, so ask the emulator. */
async function settle({ stack, program }: Session): Promise<void> {
  const { deployment } = (await stack.exportStack()) as { deployment?: { pending_operations?: unknown[] } };
  if (!deployment?.pending_operations?.length) return;
  progress("an earlier run was interrupted: comparing with the emulator");
  const refresh = (options: OperationOptions) => stack.refresh(options);
  const { error } = await operate(program, refresh, { line: planLine, print: say });
  if (error) throw error;
}

const planLine = (entry: Entry): string | undefined => problemLine(entry) ?? missingLine(entry);

/**
 * Whether the user has to fix something before anything can be made. A {@link FailureError} occurred while it was
 * made.
 */
const isRefusal = (error: Error): boolean => findExitCode(error) !== undefined && !(error instanceof FailureError);

/** If the emulator dies, every resource fails with its own message; print the cause last. */
async function whatEnded(error: Error): Promise<Error> {
  const { state, log } = await emulatorStatus();
  if (state !== "killed") return error;
  return new FailureError(
    `${error.message && `${error.message}\n`}the emulator ended during the deployment (its log: ${log}).\n` +
      `Fix: ${commandLine("up")}, which deploys the stack from scratch.`,
  );
}
