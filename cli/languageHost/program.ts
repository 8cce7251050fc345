import { type RunRequest, RunResponse } from "@pulumi/pulumi/proto/language_pb";
import { alreadyTold, waitForExit, entryScript, startNode } from "./node";
import { type ProgramOptions } from "./hostOptions";
import { compilerEnvironment, runtimeOptions } from "./options";

/** Runs a program to its end. Its output goes where the engine reads a plugin's output. */
export async function runProgram(request: RunRequest, host: ProgramOptions): Promise<RunResponse> {
  const info = request.getInfo()!;
  const folder = info.getProgramDirectory();
  const options = runtimeOptions(info);
  const flags = {
    monitor: request.getMonitorAddress(),
    engine: host.engine,
    organization: request.getOrganization(),
    project: request.getProject(),
    "root-directory": info.getRootDirectory(),
    stack: request.getStack(),
    pwd: folder,
    parallel: String(request.getParallel()),
    tracing: host.tracing ?? "",
  };
  const child = startNode(
    [
      ...(host.nodeArgs ?? []),
      ...options.nodeargs,
      entryScript("run", folder),
      ...Object.entries(flags).flatMap(([name, value]) => (value ? [`--${name}`, value] : [])),
      ...(request.getDryrun() ? ["--dry-run"] : []),
      info.getEntryPoint(),
      ...request.getArgsList(),
    ],
    {
      folder,
      environment: { ...process.env, ...readConfig(request), ...compilerEnvironment(options), ...host.environment },
      ended: host.ended,
    },
  );
  child.stdout?.pipe(host.output ?? process.stdout, { end: false });
  child.stderr?.pipe(host.output ?? process.stderr, { end: false });
  const code = await waitForExit(child);
  if (code === alreadyTold) return new RunResponse().setBail(true);
  return new RunResponse().setError(code === 0 ? "" : `the program ended with exit code ${code}`);
}

/** The stack's configuration, as the SDK reads it from its environment. */
function readConfig(request: RunRequest): Record<string, string> {
  return {
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  };
}
