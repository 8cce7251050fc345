import { ProgramInfo } from "@pulumi/pulumi/proto/language_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { existsSync, symlinkSync } from "node:fs";
import path from "node:path";
import which from "which";
import { parse } from "yaml";
import { type Properties } from "../../local/provider/frame/values";
import { findLanguageHost, hostExecutable } from "../languageHost/installed";
import { HostProcess } from "../languageHost/hostProcess";
import { UsageError } from "../terminal/errors";
import { readText } from "./textFile";
import { type UserProgram } from "./userProgram";

/** Runtimes of Node, which are run by our own host. */
export const isNode = (runtime: string): boolean => runtime === "nodejs" || runtime === "bun";

/**
 * The language host of another language.
 * @throws {@link UsageError} naming what to install.
 */
export function requireLanguageHost(runtime: string): string {
  const host = findLanguageHost(runtime, "pulumi");
  const executable = hostExecutable(runtime);
  const fix = `install the Pulumi CLI, which brings it (https://www.pulumi.com/docs/install/), or put ${executable} on PATH`;
  if (host === undefined)
    throw new UsageError(
      `Pulumi.yaml: the runtime is ${runtime}, and ${executable} is not on this machine; without it programs in TypeScript and JavaScript (nodejs) are run. Fix: ${fix}.`,
    );
  const beside = path.join(path.dirname(host), `${executable}-exec`);
  if (runtime === "python" && !existsSync(beside))
    throw new UsageError(
      `${beside} is not there, by which ${host} starts Python. Fix: ${fix} with ${executable}-exec beside it.`,
    );
  return host;
}

/**
 * Refuses what the program's host would make in the user's project, or fails at without a word.
 * @throws {@link UsageError}
 */
export function checkHostOptions(root: string, { virtualenv, compiler }: Record<string, unknown>): void {
  if (typeof virtualenv === "string" && !existsSync(path.resolve(root, virtualenv)))
    throw new UsageError(
      `Pulumi.yaml: runtime option virtualenv is ${virtualenv}; there is no such folder. Fix: pulumi install, or python3 -m venv ${virtualenv} and ${virtualenv}/bin/pip install -r requirements.txt.`,
    );
  const [program] = typeof compiler === "string" ? compiler.trim().split(/\s+/) : [];
  if (program && !which.sync(program, { nothrow: true }))
    throw new UsageError(
      `Pulumi.yaml: runtime option compiler is "${String(compiler)}"; ${program} is not on PATH. Fix: install it.`,
    );
}

/** Gives a program at another commit the virtual environment of the project, which is in no repository. */
export function shareVirtualEnvironment(project: string, other: string): void {
  const file = path.join(other, "Pulumi.yaml");
  const { runtime } = (existsSync(file) ? parse(readText(file)) : {}) as { runtime?: { options?: Properties } };
  const virtualenv = runtime?.options?.virtualenv;
  if (typeof virtualenv !== "string" || path.isAbsolute(virtualenv)) return;
  const [from, to] = [path.resolve(project, virtualenv), path.resolve(other, virtualenv)];
  if (existsSync(from) && !existsSync(to)) symlinkSync(from, to);
}

/** The program as its host is told of it. */
export const programInfo = ({ root, folder, entryPoint, options }: UserProgram): ProgramInfo =>
  new ProgramInfo()
    .setRootDirectory(root)
    .setProgramDirectory(folder)
    .setEntryPoint(entryPoint)
    .setOptions(Struct.fromJavaScript(options as Record<string, JavaScriptValue>));

/** Notes the packages of a program in another language, as its host names them. @throws {@link UsageError} with the host's reason. */
export async function notePackages(program: UserProgram): Promise<void> {
  const { host: executable, folder } = program;
  if (executable === undefined || program.packages.length > 0) return;
  const ending = new AbortController();
  const host = await HostProcess.start({ executable, folder, environment: {}, ended: ending.signal });
  try {
    const packages = await host.requiredPackages(programInfo(program));
    program.packages = packages.map(({ name }) => name);
    program.awsVersion = packages.find(({ name }) => name === "aws")?.version?.replace(/^v/, "");
  } catch (error) {
    const reason = (error as Error).message || "it cannot read the program, and does not say why";
    throw new UsageError(`Pulumi.yaml: the runtime is ${program.runtime}, and its language host ends: ${reason}`);
  } finally {
    host.close();
  }
}
