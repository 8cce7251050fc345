import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { RepeatedCompiler } from "../../components/packaging/compileHandler";
import { emulatorStatus } from "../../local/emulator";
import { commandLine, projectRoot } from "../../local/project";
import { allFunctions, type Connection, connection, type RunningFunction } from "../functions/running";
import { loadSettings } from "../run/loadSettings";
import { runsOnEmulator, type Settings } from "../run/settings";
import { stateResources } from "../state/checkpoint";
import { stateFolder } from "../state/stateFiles";
import { paint, say } from "../terminal/display";
import { InterruptedError, plainMessage, UsageError } from "../terminal/errors";
import { isOutputClosed } from "../terminal/interruption";
import { ChangedFiles } from "../watch/changedFiles";
import { deployCode, type NewCode } from "../watch/deployCode";
import { type WatchedFunction, watchedFunctions } from "../watch/packages";
import { ProgramFiles } from "../watch/programFiles";
import { LogReader } from "./logs";
import { up, type UpArgs } from "./up";

const logsMs = 1_000;

/**
 * Deploys a stack to the emulator, and then what is saved: a function's code by itself, anything else by the engine, whose
 * plan is printed first. What has an error is not deployed: the last version stays up. Prints the functions' logs, until it
 * is interrupted.
 */
export async function watch(args: UpArgs): Promise<void> {
  const settings = loadSettings(args);
  if (!runsOnEmulator(settings))
    throw new UsageError(`watch is for a stack on the emulator: ${args.stack} is deployed to AWS by pulumi up.`);
  const files = new ChangedFiles(projectRoot);
  await files.start();
  try {
    await up({ ...args, watching: true });
    await new Watching({ ...args, watching: true }, settings, files, await connection()).run();
  } finally {
    await files.close();
  }
}

class Watching {
  #functions: WatchedFunction[] = [];
  #compiler = new RepeatedCompiler();
  readonly #program: ProgramFiles;
  #logged: RunningFunction[] = [];
  #isDeploying = false;

  constructor(
    private readonly args: UpArgs,
    private readonly settings: Settings,
    private readonly files: ChangedFiles,
    private readonly to: Connection,
  ) {
    this.#program = new ProgramFiles(settings, args.policyConfig);
  }

  async run(): Promise<void> {
    this.#read();
    this.#logged = await allFunctions(this.to);
    say(
      `watching ${path.basename(projectRoot)}: a saved file is deployed, Ctrl-C ends this and leaves the stack up ` +
        `(${commandLine("down")} removes it)`,
    );
    await Promise.race([this.#followLogs(), this.#followFiles()]);
  }

  /** Reads again what the last deployment has made. */
  #read(): void {
    const resources = stateResources(stateFolder, this.settings);
    this.#functions = watchedFunctions(resources);
    this.#program.read(resources);
    this.files.add(this.#functions.flatMap(({ files }) => files));
  }

  async #followFiles(): Promise<never> {
    for (;;) {
      const changed = await this.files.next();
      this.#isDeploying = true;
      await this.#deploy(changed, Date.now()).catch((error: Error) => this.#report(error));
      this.#isDeploying = false;
    }
  }

  async #deploy(changed: readonly string[], started: number): Promise<void> {
    const functions = this.#functions.filter(({ isMadeOf }) => changed.some(isMadeOf));
    if (functions.length > 0) await this.#deployCode(functions, started);
    // Of the functions as they are made now: the new code may import a new file.
    const isPacked = (file: string): boolean => this.#functions.some(({ isMadeOf }) => isMadeOf(file));
    const program = changed.filter((file) => this.#program.has(file, isPacked(file)));
    if (program.length === 0) return;
    say(paint("dim", `${program.map(shown).join(", ")}: saved`));
    // A run ends the bundler.
    await up(this.args).finally(() => (this.#compiler = new RepeatedCompiler()));
    this.#read();
    this.#logged = await allFunctions(this.to);
  }

  async #deployCode(functions: readonly WatchedFunction[], started: number): Promise<void> {
    const news = await Promise.all(
      functions.map(async (watched): Promise<NewCode> => ({
        watched,
        code: await watched.pack(this.#compiler.compile),
      })),
    );
    const changed = news.filter(({ watched, code }) => code.hash !== watched.code.hash);
    if (changed.length === 0) return;
    await deployCode(changed, this.to.endpoint, say);
    this.#read();
    const names = changed.map(({ watched }) => watched.name).join(", ");
    say(`${paint("green", "live:")} ${names} in ${((Date.now() - started) / 1_000).toFixed(1)} s`);
  }

  /** An error of the user's ends nothing; what is saved next may mend it. */
  #report(error: Error): void {
    if (error instanceof InterruptedError) throw error;
    const message = plainMessage(error);
    if (message) say(paint("red", message));
    say(paint("yellow", "not deployed: the last version stays up"));
  }

  async #followLogs(): Promise<void> {
    const reader = new LogReader(this.to, Date.now());
    for (; !isOutputClosed(); await sleep(logsMs)) {
      try {
        await reader.print(this.#logged, { json: false });
      } catch (error) {
        // A deployment may start the emulator anew.
        if (this.#isDeploying) continue;
        if ((await emulatorStatus()).state === "running") throw error;
        throw new UsageError(`the stack was taken down. Fix: ${commandLine("watch")}, which deploys it.`);
      }
    }
  }
}

const shown = (file: string): string => path.relative(projectRoot, file);
