import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { ensureEmulator, stopEmulator } from "../emulator";
import { acquireLock } from "../lock";
import { localFolder } from "../project";
import { doneLine, paint, problemLine, summaryOf } from "./display";
import { exitCodeOf, FailureError } from "./errors";
import { operate, type OperationOptions } from "./operate";
import { policyConfigFile } from "./policyConfig";
import { checkConfig } from "./program";
import { openSession, type Session, type SessionOptions } from "./session";
import { hasLocalState, outputsFile, runLock, stateFolder } from "./stateFiles";
import { localStack, settingsOf } from "./settings";
import { removeStaleLocks } from "./staleLocks";

/** Arguments of `npm start` and `npm run up`. */
export interface UpArgs {
  stack: string;
  config: string[];
  provider: SessionOptions["provider"];
  /** File with the configuration of the policy pack. */
  policyConfig?: string;
}

/** Deploys a stack under the policy pack: `local` to the emulator, which it starts; any other one to AWS. */
export async function up(args: UpArgs): Promise<void> {
  const settings = settingsOf(args);
  const policyConfig = policyConfigFile(args.policyConfig);
  await checkConfig(settings);
  if (args.stack !== localStack) {
    await deploy({ ...args, settings, policyConfig, provider: "official", target: { kind: "cloud" }, progress });
    return;
  }
  const release = acquireLock(runLock, "npm start");
  try {
    const { endpoint, started } = await ensureEmulator({ progress });
    if (started && hasLocalState()) {
      // A new emulator is empty, whatever ended the earlier one.
      rmSync(stateFolder, { recursive: true, force: true });
      console.log("the emulator had ended and lost what it held: the stack is deployed anew");
    }
    removeStaleLocks(stateFolder, progress);
    const { outputs, declaredOnly } = await deploy({
      ...args,
      settings,
      policyConfig,
      target: { kind: "local", endpoint },
      progress,
    }).catch(async (error: unknown) => {
      if (started && isRefusal(error)) await removeEmulator();
      throw error;
    });
    mkdirSync(localFolder, { recursive: true });
    writeFileSync(outputsFile, `${JSON.stringify(outputs, null, 2)}\n`);
    tellNext({ outputs, declaredOnly, endpoint, region: settings.region });
  } finally {
    release();
  }
}

/** Whether the user has something to mend before anything can be made. A {@link FailureError} came while it was made. */
const isRefusal = (error: unknown): boolean => exitCodeOf(error) !== undefined && !(error instanceof FailureError);

/** An emulator that was started for nothing: it holds nothing, and the engine's state with it. */
async function removeEmulator(): Promise<void> {
  await stopEmulator({ progress });
  rmSync(stateFolder, { recursive: true, force: true });
}

const progress = (line: string): void => console.log(paint("dim", line));

async function deploy(
  options: SessionOptions,
): Promise<{ outputs: { [name: string]: unknown }; declaredOnly: string[] }> {
  const started = Date.now();
  const session = await openSession(options);
  try {
    const { stack, program, underPolicyPack } = session;
    const failure = (error: Error): Error =>
      error.message ? error : new FailureError(`${options.stack} was not deployed.`);
    if (options.target.kind === "local") await settle(session);
    // What a preview can tell, wrong arguments and violated policies, is told before anything is made.
    const planned = await operate(program, (operation) => stack.preview({ ...operation, ...underPolicyPack }), {
      line: problemLine,
      print: console.log,
    });
    if (planned.error) throw failure(planned.error);
    const { record, error } = await operate(program, (operation) => stack.up({ ...operation, ...underPolicyPack }), {
      line: doneLine,
      print: console.log,
    });
    if (error) throw failure(error);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${paint("bold", options.stack)}: ${summaryOf(record.changes, "done")} in ${seconds} s`);
    tellOutputs(record.outputs);
    return { outputs: record.outputs, declaredOnly: session.declaredOnly() };
  } finally {
    await session.close();
  }
}

/** Of what an interrupted run had begun the engine knows nothing; the emulator does. */
async function settle({ stack, program }: Session): Promise<void> {
  const { deployment } = (await stack.exportStack()) as { deployment?: { pending_operations?: unknown[] } };
  if (!deployment?.pending_operations?.length) return;
  progress("an earlier run was interrupted: comparing with the emulator");
  const refresh = (options: OperationOptions) => stack.refresh({ ...options, clearPendingCreates: true });
  const { error } = await operate(program, refresh, { line: problemLine, print: console.log });
  if (error) throw error;
}

function tellOutputs(outputs: { [name: string]: unknown }): void {
  const names = Object.keys(outputs);
  if (!names.length) return;
  const width = Math.max(...names.map((name) => name.length));
  console.log(paint("bold", "\nOutputs"));
  for (const name of names) {
    const value = outputs[name];
    console.log(`  ${name.padEnd(width)}  ${typeof value === "string" ? value : JSON.stringify(value)}`);
  }
}

/** What the user can do now. */
function tellNext(made: {
  outputs: { [name: string]: unknown };
  declaredOnly: string[];
  endpoint: string;
  region: string;
}): void {
  const { outputs, declaredOnly, endpoint, region } = made;
  if (declaredOnly.length) {
    console.log(paint("bold", "\nDeclared, not run (the emulator lacks them)"));
    for (const resource of declaredOnly) console.log(`  ${resource}`);
  }
  console.log(paint("bold", "\nTry next"));
  if (typeof outputs.uploadsBucket === "string") {
    const credentials = `AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=${region}`;
    console.log(`  ${credentials} aws --endpoint-url ${endpoint} s3 cp photo.jpg s3://${outputs.uploadsBucket}/`);
  }
  console.log("  npm run logs     what the functions wrote");
  console.log("  npm run down     remove the stack and stop the emulator");
}
