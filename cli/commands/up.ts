import { renameSync, writeFileSync } from "node:fs";
import { emulatorStatus } from "../../local/emulator";
import { acquireLock } from "../../local/lock";
import { doneLine, missingLine, paint, problemLine, say, formatSummary } from "../terminal/display";
import { findExitCode, FailureError } from "../terminal/errors";
import { operate, type OperationOptions } from "../run/operate";
import { policyConfigFile } from "../run/policyConfig";
import { checkConfig } from "../run/program";
import { type Entry } from "../run/record";
import { discardEmulator, readyEmulator } from "../run/recovery";
import { openSession, type Session, type SessionOptions } from "../run/session";
import { outputsFile, runLock } from "../state/stateFiles";
import { loadSettings } from "../run/loadSettings";
import { localStack } from "../run/settings";
import { TypeCheck } from "../run/typeCheck";

/** Arguments of `npm start` and `npm run up`. */
export interface UpArgs {
  stack: string;
  config: string[];
  provider: SessionOptions["provider"];
  /** File with the configuration of the policy pack. */
  policyConfig?: string;
}

/** What `npm run up -- --json` prints. */
export interface UpDocument {
  stack: string;
  /** Resources for each operation. */
  changes: { [op: string]: number };
  outputs: { [name: string]: unknown };
  /** Resources that the emulator took, and does not run. */
  declaredOnly: string[];
  durationSeconds: number;
}

/** Deploys a stack under the policy pack: `local` to the emulator, which it starts; any other one to AWS. */
export async function up(args: UpArgs): Promise<UpDocument> {
  const settings = loadSettings(args);
  const policyConfig = policyConfigFile(args.policyConfig);
  await checkConfig(settings);
  const types = new TypeCheck();
  try {
    if (args.stack === localStack) return await upLocal({ ...args, settings, policyConfig, types });
    const target = { kind: "cloud" } as const;
    return await deploy({ ...args, settings, policyConfig, provider: "official", target, types, progress });
  } finally {
    types.end();
  }
}

async function upLocal(args: Omit<SessionOptions, "target" | "progress"> & { types: TypeCheck }): Promise<UpDocument> {
  const { settings } = args;
  const release = acquireLock(runLock, "npm start");
  try {
    const { endpoint, started } = await readyEmulator(settings.project, { print: say, progress });
    const target = { kind: "local", endpoint } as const;
    const document = await deploy({ ...args, target, progress }).catch(async (error: Error) => {
      // An emulator that was started for nothing.
      if (started && isRefusal(error)) await discardEmulator(progress);
      throw await whatEnded(error);
    });
    const { outputs, declaredOnly } = document;
    // At once, so that a kill leaves the file whole.
    writeFileSync(`${outputsFile}.draft`, `${JSON.stringify(outputs, null, 2)}\n`);
    renameSync(`${outputsFile}.draft`, outputsFile);
    printNextSteps({ outputs, declaredOnly, endpoint, region: settings.region });
    return document;
  } finally {
    release();
  }
}

const progress = (line: string): void => say(paint("dim", line));

async function deploy(options: SessionOptions & { types: TypeCheck }): Promise<UpDocument> {
  const { types } = options;
  const started = Date.now();
  const session = await openSession(options);
  try {
    const { stack, program, underPolicyPack } = session;
    const failure = (error: Error): Error =>
      error.message ? error : new FailureError(`${options.stack} was not deployed.`);
    const local = options.target.kind === "local";
    if (local) await settle(session);
    // What the engine does not see, such as a bucket deleted with the AWS CLI, is seen on this machine in 2 s.
    const given = { ...underPolicyPack, refresh: local };
    // What a preview can find, wrong arguments and violated policies, is reported before anything is created.
    const planned = await operate(program, (operation) => stack.preview({ ...operation, ...given }), {
      line: planLine,
      print: say,
      types,
    });
    if (planned.error) throw failure(planned.error);
    // An update without changes would save no more than bookkeeping, such as dependencies, and takes as long.
    const { record, error } =
      local && !planned.record.changing
        ? planned
        : await operate(program, (operation) => stack.up({ ...operation, ...given }), {
            line: doneLine,
            print: say,
          });
    if (error) throw failure(error);
    const durationSeconds = Math.round((Date.now() - started) / 100) / 10;
    const { changes, outputs } = record;
    const declaredOnly = await session.declaredOnly();
    say(`${paint("bold", options.stack)}: ${formatSummary(changes, "done")} in ${durationSeconds} s`);
    printOutputs(outputs);
    return { stack: options.stack, changes, outputs, declaredOnly, durationSeconds };
  } finally {
    await session.close();
  }
}

/** How far an interrupted run came with what it had begun to change the engine does not know; the emulator does. */
async function settle({ stack, program }: Session): Promise<void> {
  const { deployment } = (await stack.exportStack()) as { deployment?: { pending_operations?: unknown[] } };
  if (!deployment?.pending_operations?.length) return;
  progress("an earlier run was interrupted: comparing with the emulator");
  const refresh = (options: OperationOptions) => stack.refresh(options);
  const { error } = await operate(program, refresh, { line: planLine, print: say });
  if (error) throw error;
}

const planLine = (entry: Entry): string | undefined => problemLine(entry) ?? missingLine(entry);

/** Whether the user has something to mend before anything can be made. A {@link FailureError} came while it was made. */
const isRefusal = (error: Error): boolean => findExitCode(error) !== undefined && !(error instanceof FailureError);

/** An emulator that ends in the middle fails each resource in its own words: the cause is printed last. */
async function whatEnded(error: Error): Promise<Error> {
  const { state, log } = await emulatorStatus();
  if (state !== "killed") return error;
  return new FailureError(
    `${error.message && `${error.message}\n`}the emulator ended during the deployment (its log: ${log}).\n` +
      "Fix: npm start, which deploys the stack from scratch.",
  );
}

function printOutputs(outputs: { [name: string]: unknown }): void {
  const names = Object.keys(outputs);
  if (!names.length) return;
  const width = Math.max(...names.map((name) => name.length));
  say(paint("bold", "\nOutputs"));
  for (const name of names) {
    const value = outputs[name];
    say(`  ${name.padEnd(width)}  ${typeof value === "string" ? value : JSON.stringify(value)}`);
  }
}

/** What the user can do now. */
function printNextSteps(made: {
  outputs: { [name: string]: unknown };
  declaredOnly: string[];
  endpoint: string;
  region: string;
}): void {
  const { outputs, declaredOnly, endpoint, region } = made;
  if (declaredOnly.length) {
    say(paint("bold", "\nDeclared, not run (the emulator does not have them)"));
    for (const resource of declaredOnly) say(`  ${resource}`);
  }
  say(paint("bold", "\nTry next"));
  if (typeof outputs.uploadsBucket === "string") {
    const credentials = `AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=${region}`;
    say(`  ${credentials} aws --endpoint-url ${endpoint} s3 cp photo.jpg s3://${outputs.uploadsBucket}/`);
  }
  if (typeof outputs.distributionDomain === "string") {
    say(`  curl -H "Host: ${outputs.distributionDomain}" -H "X-Forwarded-Proto: https" ${endpoint}/guide/`);
  }
  for (const line of signInLines(outputs)) say(`  ${line}`);
  say("  npm run logs     what the functions wrote");
  say("  npm run down     remove the stack and stop the emulator");
}

/** From sign-up to an answer of the API, and to a row of one's own; another owner's is refused. */
function signInLines({ userPoolId, apiUrl, apiAuthorizer, ordersTable }: { [name: string]: unknown }): string[] {
  if (typeof userPoolId !== "string") return [];
  const lines: string[] = [];
  if (typeof apiUrl === "string" && apiAuthorizer !== "iam") {
    lines.push(
      "TOKEN=$(npm --silent run sign-in -- --user me@example.com --group admins)",
      `curl -H "Authorization: Bearer $TOKEN" ${apiUrl}/users`,
    );
  }
  if (typeof ordersTable === "string") {
    const order = (owner: string): string => `'{"owner":{"S":"${owner}"},"orderId":{"S":"1"}}'`;
    const put = `aws dynamodb put-item --table-name ${ordersTable} --item`;
    lines.push(
      'eval "$(npm --silent run sign-in -- --user me@example.com --credentials)"',
      `${put} ${order("'$IDENTITY'")}   # one's own row`,
      `${put} ${order("somebody-else")}   # is refused`,
    );
  }
  return lines;
}
