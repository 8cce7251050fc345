import { type RunRequest, type RunResponse } from "@pulumi/pulumi/proto/language_pb";
import { type PulumiCommand } from "@pulumi/pulumi/automation";
import path from "node:path";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { type Listening } from "../../local/provider/protocol/listen";
import { HostProcess } from "../languageHost/hostProcess";
import { runProgram } from "../languageHost/program";
import { serveLanguageRuntime } from "../languageHost/service";
import { type Place } from "../run/findings";
import { quietPulumi } from "../run/preloads";
import { type Target } from "../run/target";
import { withoutAccount } from "../run/withoutAccount";
import { DataSources } from "./dataSources";
import { type Frame, listenAsMonitor, type MonitorHooks } from "./monitor";
import { programInfo } from "./otherLanguage";
import { markedOutputs } from "./placeholders";
import { type UserProgram } from "./userProgram";

const keptLines = 20;

/** Where the resources of AWS are Pulumi's own plugin's. */
export interface BesidePlugin {
  target: Target;
  region: string;
  /** The port of the embedded provider. */
  dataSources: number | undefined;
}

/** Somebody's own program as a process of its own, run as Pulumi's language host runs it. */
export class ProgramProcess {
  readonly failure = undefined;
  private readonly places = new Map<string, Place>();
  private readonly monitors: Pick<Listening, "close">[] = [];
  private readonly ending = new AbortController();
  private readonly printed: string[] = [];
  private host: Listening | undefined;

  constructor(
    private readonly program: UserProgram,
    /** Receives the program's output. */
    private readonly print: (line: string) => void,
    /** The engine's environment, which the host of another language shares: it asks the providers as well. */
    private readonly environment: Record<string, string>,
    /** What Pulumi's own AWS plugin is to be kept from, if that makes the resources. */
    private readonly plugin?: BesidePlugin,
  ) {}

  /** The last lines of the program's output: the only reason known if it reported no error to the engine. */
  lastWords(): string {
    return this.printed.join("\n").trim();
  }

  private note(line: string): void {
    if (this.ending.signal.aborted) return; // what it says of an engine that has ended is nobody's affair
    this.printed.push(line);
    if (this.printed.length > keptLines) this.printed.shift();
    this.print(line);
  }

  /** Gives the engine's command with the flag that makes it run the program through this process. */
  async attach(command: PulumiCommand): Promise<PulumiCommand> {
    const options = { engine: "", tracing: undefined, ended: this.ending.signal };
    this.host = await serveLanguageRuntime({ ...options, run: (request) => this.run(request) });
    const { port } = this.host;
    const runs = ["preview", "up", "refresh", "destroy"];
    type Run = (args: string[], ...rest: unknown[]) => unknown;
    return new Proxy(command, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (name !== "run") return value;
        return (args: string[], ...others: unknown[]) =>
          (value as Run).call(
            target,
            runs.includes(args[0] ?? "") ? [...args, `--client=127.0.0.1:${port}`] : args,
            ...others,
          );
      },
    });
  }

  /** Runs the program: by our own host if it is of Node, and by the host of its language otherwise. */
  private async run(request: RunRequest): Promise<RunResponse> {
    const engine = await this.prepare(request);
    const { folder, host: executable, skipTypeCheck } = this.program;
    const print = (line: string): void => this.note(line);
    const { signal: ended } = this.ending;
    if (executable === undefined) {
      const output = new PassThrough();
      createInterface({ input: output }).on("line", print);
      const response = await runProgram(request, {
        ...{ engine, tracing: undefined, ended, output },
        // One word: where the SDK sees a `--require`, it leaves ES modules in TypeScript to whoever set it.
        nodeArgs: [`--require=${quietPulumi}`],
        // The second is for programs that load ts-node by themselves.
        environment: skipTypeCheck ? { PULUMI_NODEJS_TRANSPILE_ONLY: "true", TS_NODE_TRANSPILE_ONLY: "true" } : {},
      });
      output.end();
      return response;
    }
    const host = await HostProcess.start({ executable, folder, engine, environment: this.environment, ended, print });
    try {
      return await host.run(request);
    } finally {
      host.close();
    }
  }

  /** The engine knows only a copy of the project's files; this is the real folder. */
  private async prepare(request: RunRequest): Promise<string> {
    const { root, folder, entryPoint, config, secretKeys, answers } = this.program;
    const { plugin } = this;
    const monitor = await listenAsMonitor(request.getMonitorAddress(), {
      folder,
      ...(plugin?.dataSources !== undefined && this.answerDataSources(plugin.dataSources, plugin.region)),
      ...(plugin && { awsProvider: (settings) => withoutAccount(settings, plugin.target) }),
      dryRun: request.getDryrun(),
      stackOutputs: (name) => {
        if (answers.stacks[name]) return answers.stacks[name];
        this.program.unknownStacks.add(name);
        if (!request.getDryrun()) return markedOutputs(folder);
        return this.program.runtime === "go" ? {} : undefined; // Go's SDK takes what is missing in a preview for unknown
      },
      onRegistered: (urn, frames) => {
        const place = placeIn(root, frames);
        if (place) this.places.set(urn, place);
      },
      onEngineGone: () => this.ending.abort(),
    });
    this.monitors.push(monitor);
    // Hosts of earlier versions read the second and third.
    request.setInfo(programInfo(this.program)).setPwd(folder).setProgram(entryPoint);
    for (const [key, value] of Object.entries(config)) request.getConfigMap().set(key, value);
    // An engine that was given its language host by a flag says its own address as the first argument.
    const [engine = "", ...args] = request.getArgsList();
    request
      .setArgsList(args)
      .setMonitorAddress(`127.0.0.1:${monitor.port}`)
      .setConfigsecretkeysList([...request.getConfigsecretkeysList(), ...secretKeys]);
    return engine;
  }

  /** The plugin would ask AWS: the embedded provider knows what can be known. */
  private answerDataSources(port: number, region: string): Pick<MonitorHooks, "invoke"> {
    const provider = new DataSources(port, region);
    this.monitors.push(provider);
    return {
      invoke: (token, args) => (token.startsWith("aws:") ? provider.invoke(token, args) : undefined),
    };
  }

  /** A program in another process leaves no errors in this one. */
  watched<T>(operation: () => Promise<T>): Promise<T> {
    return operation();
  }

  findPlace(urn: string): Place | undefined {
    return this.places.get(urn);
  }

  close(): void {
    this.ending.abort();
    this.host?.close();
    for (const monitor of this.monitors) monitor.close();
  }
}

/** The innermost frame that is the program's own. */
function placeIn(root: string, frames: readonly Frame[]): Place | undefined {
  for (const { uri, line, column } of frames) {
    // Of an ES module the SDK takes the address for a path in the working directory.
    const place = uri.startsWith("file:") && fileURLToPath(uri).replace(/^.*[\\/]file:/, "");
    const file = place ? path.relative(root, place) : "..";
    if (!file.startsWith("..") && !file.split(path.sep).includes("node_modules")) return { file, line, column };
  }
  return undefined;
}
