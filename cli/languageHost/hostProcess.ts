import * as grpc from "@grpc/grpc-js";
import { LanguageRuntimeClient } from "@pulumi/pulumi/proto/language_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/language_pb";
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";

/** How a language host is started. */
export interface HostPlace {
  executable: string;
  /** The folder of the program. */
  folder: string;
  /** Address of the engine. Default: none, for questions that need no engine. */
  engine?: string;
  environment: NodeJS.ProcessEnv;
  /** Ends the host. */
  ended: AbortSignal;
  /** Receives each line that the host, or the program in it, prints. */
  print?: (line: string) => void;
}

/** A provider that a program needs. */
export interface RequiredPackage {
  name: string;
  version: string | undefined;
}

/** Nothing listens at the port of `discard`. */
const noEngine = "127.0.0.1:9";

/** Pulumi's own host of another language than Node's, in a process of its own. */
export class HostProcess {
  private constructor(
    private readonly client: LanguageRuntimeClient,
    private readonly child: ChildProcess,
  ) {}

  /** @throws Error with what the host printed, if it ends before it answers. */
  static async start({ executable, folder, engine, environment, ended, print }: HostPlace): Promise<HostProcess> {
    const child = spawn(executable, [engine ?? noEngine], {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      signal: ended,
    });
    const printed: string[] = [];
    const port = await new Promise<string>((resolve, reject) => {
      let first = true;
      const hear = (line: string): void => {
        const plain = stripVTControlCharacters(line);
        printed.push(plain);
        print?.(plain);
      };
      createInterface({ input: child.stdout }).on("line", (line) => {
        if (!first) return hear(line);
        first = false;
        resolve(line.trim());
      });
      createInterface({ input: child.stderr }).on("line", hear);
      child.once("error", reject);
      child.once("close", () => {
        reject(new Error(`${path.basename(executable)} ended before it answered. ${printed.join("\n")}`.trim()));
      });
    });
    const client = new LanguageRuntimeClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
      "grpc.max_receive_message_length": -1,
      "grpc.max_send_message_length": -1,
    });
    return new HostProcess(client, child);
  }

  /** The providers that a program needs. @throws Error with the host's reason. */
  async requiredPackages(info: proto.ProgramInfo): Promise<RequiredPackage[]> {
    const request = new proto.GetRequiredPackagesRequest().setInfo(info);
    const found = await new Promise<proto.GetRequiredPackagesResponse | undefined>((resolve, reject) => {
      this.client.getRequiredPackages(request, (error, response) => {
        if (error?.code === grpc.status.UNIMPLEMENTED) return resolve(undefined); // a host before 3.150
        return error ? reject(new Error(error.details)) : resolve(response);
      });
    });
    const list = found ? found.getPackagesList() : await this.requiredPlugins(info);
    return list.map((each) => ({ name: each.getName(), version: each.getVersion() || undefined }));
  }

  private requiredPlugins(
    info: proto.ProgramInfo,
  ): Promise<ReturnType<proto.GetRequiredPluginsResponse["getPluginsList"]>> {
    const request = new proto.GetRequiredPluginsRequest()
      .setInfo(info)
      .setPwd(info.getProgramDirectory())
      .setProgram(info.getEntryPoint());
    return new Promise((resolve, reject) => {
      this.client.getRequiredPlugins(request, (error, response) =>
        error ? reject(new Error(error.details)) : resolve(response.getPluginsList()),
      );
    });
  }

  /** Runs a program to its end. */
  run(request: proto.RunRequest): Promise<proto.RunResponse> {
    return new Promise((resolve, reject) => {
      this.client.run(request, (error, response) => (error ? reject(new Error(error.details)) : resolve(response)));
    });
  }

  close(): void {
    this.client.close();
    this.child.kill();
  }
}
