import { LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";
import { programFolderVariable } from "../../policy/readings/programFolder";
import { reportVariable, type RunReport } from "../../policy/frame/runReport";
import { ensureEngine } from "../../local/engine";
import { endProcesses, markEnvironment } from "../../local/processes";
import {
  type DataSourceCall,
  type ProviderMode,
  type RunningProvider,
  type ServedProgram,
  startProvider,
  startProviderThread,
} from "../../local/provider";
import { type Properties } from "../../local/provider/frame/values";
import { answerTo } from "../project/answers";
import { isNode, notePackages } from "../project/otherLanguage";
import { ProgramProcess } from "../project/programProcess";
import { yamlUsage } from "../project/yamlUsage";
import { type UserProgram } from "../project/userProgram";
import { endBundler } from "./bundler";
import { compilePolicyPack, compileProvider } from "./compiled";
import { officialProvider } from "./official";
import { pathWithAnalyzer, startsPacks, underPolicyPack, startWaitingPack } from "./policyPack";
import { policyReportFile, readPolicyReport } from "./policyReport";
import { checkConfig, Program } from "./program";
import { engineMark, makeRunFolder } from "./runFolder";
import { type Settings } from "./settings";
import { type Target } from "./target";
import { configWithoutAccount } from "./withoutAccount";
import { type EarlierState } from "../state/exportedState";
import { makeStateFile, stateFolder } from "../state/stateFiles";

export interface SessionOptions {
  stack: string;
  settings: Settings;
  target: Target;
  /** What is deployed, where a preview does not begin from nothing. */
  earlier?: EarlierState | undefined;
  /** `embedded`: ours, which needs no plugin; `official`: Pulumi's AWS plugin. */
  provider: "embedded" | "official";
  /** File with the configuration of the policy pack, if there is one. */
  policyConfig?: string | undefined;
  /**
   * Save the state at the end only, not with every step, which costs more than the steps themselves: for a run after which
   * nobody needs it. Default: false.
   */
  savesOnlyAtEnd?: boolean;
  /** Whether a run may be under the policy pack. Default: true. */
  policies?: boolean;
  progress: (line: string) => void;
}

/** A stack, ready for one run of the engine. */
export interface Session {
  stack: Stack;
  program: Program | ProgramProcess;
  /** Resources that the emulator lacks: they are in the state only. */
  declaredOnly(): Promise<string[]>;
  /** Assumptions about a user's own program, a line for each. */
  assumptions(): Promise<string[]>;
  /** Data sources without an answer. */
  unanswered(): Promise<readonly DataSourceCall[]>;
  /** Options that make the engine run the policy pack. */
  underPolicyPack: ReturnType<typeof underPolicyPack>;
  /** The policy pack's report of the last run, if that run got that far. */
  policyReport(): RunReport | undefined;
  close(): Promise<void>;
}

/**
 * Opens a stack for one run. The engine works in a folder of its own with copies of the settings files, because it writes
 * into them; the committed ones are never changed.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { stack: name, settings, target, progress } = options;
  const official = options.provider === "official";
  const own = settings.program;
  const [engine] = await Promise.all([
    ensureEngine({ progress }),
    compilePolicyPack(),
    own ? notePackages(own) : checkConfig(settings),
  ]);
  // First, since it may fail: a provider that has been started must be closed.
  const folder = makeRunFolder();
  const packEnvironment = {
    [reportVariable]: policyReportFile(name),
    [programFolderVariable]: own?.folder ?? process.cwd(),
  };
  const served = own && servedProgram(own, settings.region);
  const provider = official
    ? await officialProvider(
        engine,
        settings,
        target,
        served && (() => embeddedProvider({ ...served, besidePlugin: true }, target)),
      )
    : await embeddedProvider(served, target);
  const plugin = official ? { target, region: settings.region, dataSources: provider.port } : undefined;
  const state =
    target.kind === "nothing" ? path.join(folder, "state") : target.kind === "local" ? stateFolder : undefined;
  const environment = {
    PULUMI_SKIP_UPDATE_CHECK: "true",
    ...packEnvironment,
    // An engine that changes AWS is left to end by itself, even if this process is gone.
    ...(state === undefined
      ? {}
      : { ...markEnvironment(engineMark(folder)), ...ownState(state, path.join(folder, "home"), official) }),
    ...alsoServing(options.earlier?.packages ?? [], provider.environment),
  };
  // An engine that changes AWS starts its own, which lives on if this process is killed.
  const early = options.policies !== false && target.kind !== "cloud" && !startsPacks(engine);
  const pack = early ? startWaitingPack(packEnvironment, progress) : undefined;
  const program = own ? new ProgramProcess(own, progress, environment, plugin) : new Program();
  const close = async (): Promise<void> => {
    if (program instanceof ProgramProcess) program.close();
    await pack?.close();
    await provider.close();
    await endBundler();
    await endProcesses(engineMark(folder)); // an engine that was killed leaves its plugins
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    writeFileSync(path.join(folder, "Pulumi.yaml"), settings.projectFile);
    writeFileSync(path.join(folder, `Pulumi.${name}.yaml`), stackFileFor(settings.stackFile, target, official));
    const workspace = await LocalWorkspace.create({
      workDir: folder,
      ...(program instanceof Program
        ? { program: program.run, pulumiCommand: engine.command }
        : { pulumiCommand: await program.attach(engine.command) }),
      envVars: {
        ...environment,
        ...(options.savesOnlyAtEnd && { PULUMI_SKIP_CHECKPOINTS: "true" }),
        PATH: pathWithAnalyzer(engine, path.join(folder, "bin"), await pack?.port),
      },
    });
    // To create a stack, or to select it, costs a start of the engine.
    if (state !== undefined) {
      workspace.createStack = (stack) =>
        Promise.resolve(makeStateFile(state, settings.project, stack, options.earlier));
    }
    const stack = await (state === undefined ? Stack.createOrSelect(name, workspace) : Stack.create(name, workspace));
    return {
      stack,
      program,
      declaredOnly: async () => (await provider.report()).declaredOnly,
      assumptions: async () => [...(own ? ownAssumptions(own) : []), ...(await provider.report()).remarks],
      unanswered: async () => (await provider.report()).unanswered,
      underPolicyPack: underPolicyPack(options.policyConfig),
      policyReport: () => readPolicyReport(name),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function embeddedProvider(program: ServedProgram | undefined, target: Target): Promise<RunningProvider> {
  const mode: ProviderMode =
    target.kind === "local" ? { mode: "emulator", endpoint: target.endpoint } : { mode: "preview" };
  return program ? startProvider({ ...mode, program }) : startProviderThread(await compileProvider(), mode);
}

/** The engine loads the provider of each resource that is deployed, whether or not the program still has one of its package. */
function alsoServing(packages: readonly string[], environment: RunningProvider["environment"]): Record<string, string> {
  const { PULUMI_DEBUG_PROVIDERS: served } = environment;
  if (served === undefined) return environment; // plugins
  const names = new Set(served.split(",").map((each) => each.split(":")[0]));
  const port = /:(\d+)/.exec(served)?.[1];
  const further = packages.filter((name) => !names.has(name)).map((name) => `${name}:${port}`);
  return { ...environment, PULUMI_DEBUG_PROVIDERS: [served, ...further].join(",") };
}

const ownAssumptions = ({ remarks, unknownStacks }: UserProgram): string[] => [
  ...remarks,
  ...[...unknownStacks].map((name) => `stack ${name}: its outputs are not given: they are unknown`),
];

/** What the provider needs to know of a user's own program. */
function servedProgram(program: UserProgram, region: string): ServedProgram {
  const { awsVersion, folder, runtime, packages, answers, account } = program;
  const usage = runtime === "yaml" ? yamlUsage(folder) : undefined;
  const used = [...(usage?.resources.keys() ?? []), ...(usage?.functions.keys() ?? [])];
  return {
    awsVersion,
    folder,
    // Also those that no package is installed for: dynamic resources, and what stands for references to stacks.
    packages: [
      ...packages,
      ...new Set(used.map((token) => token.split(":")[0] ?? "")),
      ...["pulumi-nodejs", "pulumi-python", "headroom"],
    ],
    usage,
    typed: usage === undefined && !isNode(runtime),
    region,
    account,
    answer: (token, args) => answerTo(answers, token, args),
  };
}

/**
 * The stack's settings, for AWS as they are. The encryption key that a user's `pulumi stack init` wrote is of the user's own
 * state, and does not fit our passphrase; the official plugin must find no account.
 */
function stackFileFor(stackFile: string, target: Target, official: boolean): string {
  if (target.kind === "cloud") return stackFile;
  const document = parseDocument(stackFile);
  for (const key of ["secretsprovider", "encryptedkey", "encryptionsalt"]) document.delete(key);
  const { config = {} } = (document.toJS() ?? {}) as { config?: Properties };
  if (official) document.set("config", configWithoutAccount(config, target));
  return document.toString();
}

/**
 * State in files of this checkout. The passphrase is no secret: it protects test data on this machine.
 * @param home Replaces the user's Pulumi folder; the official plugin needs the real one, which has the plugins.
 */
export function ownState(state: string, home: string, official: boolean): Record<string, string> {
  for (const needed of [state, home]) mkdirSync(needed, { recursive: true });
  // A file in the place of its folder keeps the engine from writing its own log, a quarter of its work, into what is removed.
  if (!official) writeFileSync(path.join(home, "logs"), "");
  return {
    // Without a second file of metadata next to each: the engine writes those in place, and cannot read half of one.
    PULUMI_BACKEND_URL: `file://${state}?metadata=skip`,
    PULUMI_CONFIG_PASSPHRASE: "headroom",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    ...(official ? {} : { PULUMI_HOME: home }),
  };
}
