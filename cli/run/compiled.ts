import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { bundle } from "../bootstrap/bundle.mjs";
import { installRoot } from "../../local/project";
import { say } from "../terminal/display";

const load = createRequire(__filename);

/**
 * Loads a module of the project, compiled apart from the commands, so that a mistake in it does not break the
 * commands that help to fix it.
 */
export async function loadCompiled(name: keyof typeof entries): Promise<Record<string, unknown>> {
  const file = await compile(name);
  delete load.cache[file]; // a program declares its resources each time that it is loaded
  return { ...(load(file) as Record<string, unknown>) };
}

/** Loads the packages that a module of the project imports, and not the module: it is loaded in a fraction of the time later. */
export async function loadPackagesOf(name: keyof typeof entries): Promise<void> {
  const file = await compile(name);
  const packages = readFileSync(file, "utf8").matchAll(/^var \w+ = .*\brequire\("(?<name>[^"]+)"\)/gm);
  for (const { groups } of packages) {
    load(groups!.name!);
    await setImmediate(); // the engine's messages are read in between
  }
}

const entries = { index: "index.ts", config: "stack/config/index.ts" };

const compile = (name: keyof typeof entries): Promise<string> =>
  bundle(installRoot, { entry: entries[name], outfile: `.local/build/${name}.js` });

/** Compiles the policy pack: the engine would type-check it at every start. */
export const compilePolicyPack = async (): Promise<string> => {
  const compiled = path.join(installRoot, "policy", "dist", "index.js");
  if (!existsSync(path.join(installRoot, "policy", "index.ts"))) return compiled; // installed, it is compiled
  return bundle(installRoot, { entry: "policy/index.ts", outfile: "policy/dist/index.js" });
};

/** Compiles the thread of the embedded provider. */
export const compileProvider = (): Promise<string> =>
  bundle(installRoot, { entry: "local/provider/thread.ts", outfile: ".local/build/provider.js" });

/** Compiles the language host for a CLI without one. */
export const compileLanguageHost = (): Promise<string> =>
  bundle(installRoot, { entry: "cli/languageHost/index.ts", outfile: ".local/build/languageHost.js" });

/** Compiles everything that the commands compile on demand. */
export async function build(): Promise<{ files: string[] }> {
  const files = await Promise.all([compile("index"), compile("config"), compilePolicyPack(), compileProvider()]);
  say("the program, the policy pack and the provider are compiled");
  return { files: files.map((file) => path.relative(installRoot, file)) };
}
