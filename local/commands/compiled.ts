import { createRequire } from "node:module";
import { bundle } from "../bootstrap/bundle.mjs";
import { projectRoot } from "../project";

const load = createRequire(__filename);

/** Loads a module of the project, compiled: apart from the commands, so that a mistake in it leaves those that mend usable. */
export async function loadCompiled(name: "index" | "config"): Promise<Record<string, unknown>> {
  const file = await compile(name);
  delete load.cache[file]; // a program declares its resources each time that it is loaded
  return { ...(load(file) as Record<string, unknown>) };
}

const compile = (name: "index" | "config"): Promise<string> =>
  bundle(projectRoot, { entry: `${name}.ts`, outfile: `.local/build/${name}.js` });

/** Compiles the policy pack: the engine would type-check it at every start. */
export async function compilePolicyPack(): Promise<void> {
  await bundle(projectRoot, { entry: "policy/index.ts", outfile: "policy/dist/index.js" });
}

/** Compiles everything that the commands would compile when they need it. */
export async function build(): Promise<void> {
  await Promise.all([compile("index"), compile("config"), compilePolicyPack()]);
  console.log("the program and the policy pack are compiled");
}
