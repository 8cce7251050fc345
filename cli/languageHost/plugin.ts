import { type RunPluginRequest, RunPluginResponse } from "@pulumi/pulumi/proto/language_pb";
import { type AnalyzerStackConfigureRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { waitForExit, entryScript, startNode } from "./node";
import { compilerEnvironment, runtimeOptions } from "./options";
import { PolicyPackProxy } from "./policyPackProxy";

/** Runs a plugin that is written for Node: a policy pack, a provider, or components for other languages. */
export async function runPlugin(
  request: RunPluginRequest,
  send: (response: RunPluginResponse) => void,
  ended: AbortSignal,
): Promise<void> {
  const info = request.getInfo()!;
  const folder = info.getProgramDirectory();
  const options = runtimeOptions(info);
  const isPolicyPack = request.getKind() === "analyzer";
  const entry = entryScript(isPolicyPack ? "run-policy-pack" : "run-plugin", folder);
  const args = isPolicyPack ? [...request.getArgsList(), folder] : [folder, ...request.getArgsList()];
  const start = (environment: NodeJS.ProcessEnv = {}) => {
    const child = startNode([...options.nodeargs, entry, ...args], {
      folder: isPolicyPack ? folder : request.getPwd(),
      environment: { ...parseVariables(request.getEnvList()), ...compilerEnvironment(options), ...environment },
      ended,
    });
    child.stderr?.on("data", (data: Buffer) => send(new RunPluginResponse().setStderr(data)));
    return child;
  };
  if (!isPolicyPack) {
    const child = start();
    child.stdout?.on("data", (data: Buffer) => send(new RunPluginResponse().setStdout(data)));
    return void send(new RunPluginResponse().setExitcode(await waitForExit(child)));
  }
  // A pack may read the stack's name and configuration while it is loaded: it is started when they are known.
  const proxy = await PolicyPackProxy.listen((configured) => start(stackVariables(configured)));
  try {
    send(new RunPluginResponse().setStdout(Buffer.from(`${proxy.port}\n`)));
    proxy.onOutput = (text) => send(new RunPluginResponse().setStdout(Buffer.from(text)));
    send(new RunPluginResponse().setExitcode(await proxy.ended(ended)));
  } finally {
    proxy.close();
  }
}

function parseVariables(list: string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(
    list.map((each) => [each.slice(0, each.indexOf("=")), each.slice(each.indexOf("=") + 1)] as const),
  );
}

function stackVariables(configured: AnalyzerStackConfigureRequest | undefined): NodeJS.ProcessEnv {
  if (!configured) return {};
  return {
    PULUMI_NODEJS_ORGANIZATION: configured.getOrganization(),
    PULUMI_NODEJS_PROJECT: configured.getProject(),
    PULUMI_NODEJS_STACK: configured.getStack(),
    PULUMI_NODEJS_DRY_RUN: String(configured.getDryRun()),
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(configured.getConfigMap().toArray())),
  };
}
