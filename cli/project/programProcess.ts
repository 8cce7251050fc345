import { type RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { type PulumiCommand } from "@pulumi/pulumi/automation";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import path from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { type Listening } from "../../local/provider/protocol/listen";
import { serveLanguageRuntime } from "../languageHost/service";
import { type Place } from "../run/findings";
import { quietPulumi } from "../run/preloads";
import { type Target } from "../run/target";
import { withoutAccount } from "../run/withoutAccount";
import { DataSources } from "./dataSources";
import { type Frame, listenAsMonitor, type MonitorHooks } from "./monitor";
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
  /** Of the program; filled when it is run. */
  private readonly environment: Record<string, string> = {};
  private readonly printed: string[] = [];
  private host: Listening | undefined;

  constructor(
    private readonly program: UserProgram,
    /** Receives the program's output. */
    private readonly print: (line: string) => void,
    /** What Pulumi's own AWS plugin is to be kept from, if that makes the resources. */
    private readonly plugin?: BesidePlugin,
  ) {}

  /** The last lines of the program's output: the only reason known if it reported no error to the engine. */
  lastWords(): string {
    return this.printed.join("\n").trim();
  }

  private note(line: string): void {
    this.printed.push(line);
    if (this.printed.length > keptLines) this.printed.shift();
    this.print(line);
  }

  /** Gives the engine's command with the flag that makes it run the program through this process. */
  async attach(command: PulumiCommand): Promise<PulumiCommand> {
    const output = new PassThrough();
    let rest = "";
    output.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) this.note(line);
    });
    this.host = await serveLanguageRuntime({
      engine: "",
      tracing: undefined,
      ended: this.ending.signal,
      output,
      prepare: (request) => this.prepare(request),
      nodeArgs: ["--require", quietPulumi],
      environment: this.environment,
    });
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

  /** The engine knows only a copy of the project's files; this is the real folder. */
  private async prepare(request: RunRequest): Promise<string> {
    const { root, folder, entryPoint, options, config, secretKeys, answers } = this.program;
    const { plugin } = this;
    const monitor = await listenAsMonitor(request.getMonitorAddress(), {
      folder,
      ...(plugin?.dataSources !== undefined && this.answerDataSources(plugin.dataSources, plugin.region)),
      ...(plugin && { awsProvider: (settings) => withoutAccount(settings, plugin.target) }),
      dryRun: request.getDryrun(),
      stackOutputs: (name) => {
        if (answers.stacks[name]) return answers.stacks[name];
        this.program.unknownStacks.add(name);
        return request.getDryrun() ? undefined : markedOutputs(folder);
      },
      onRegistered: (urn, frames) => {
        const place = placeIn(root, frames);
        if (place) this.places.set(urn, place);
      },
    });
    this.monitors.push(monitor);
    if (this.program.skipTypeCheck) this.environment.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
    const info = request.getInfo()!;
    info.setRootDirectory(root).setProgramDirectory(folder).setEntryPoint(entryPoint);
    info.setOptions(Struct.fromJavaScript(options as Record<string, JavaScriptValue>));
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
