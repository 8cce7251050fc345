import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { installRoot, isOwnProject, projectRoot } from "../../local/project";
import { ownPolicyConfig } from "../run/policyConfig";
import { importedFrom } from "../run/programSources";
import { type Settings } from "../run/settings";
import { type StateResource } from "../state/checkpoint";

/** What the commands compile of this checkout's program and policy pack, with the sources of each. */
const compiled = [".local/build/index.js", "policy/dist/index.js"].map((file) => `${file}.stamp.json`);
/** What no deployment is made of. */
const neverUsed = /\.(md|map|log|swp)$|~$|(^|\/)\./;

/** The files that a stack is made of besides what is packed into functions: after a change of one the engine runs. */
export class ProgramFiles {
  #files = new Set<string>();
  /** Files and folders of the stack's assets. */
  #assets: string[] = [];

  constructor(
    private readonly settings: Settings,
    private readonly policyConfig = ownPolicyConfig,
  ) {}

  /** Looks again which files there are, after a deployment. */
  read(resources: readonly StateResource[]): void {
    const { program, stack } = this.settings;
    this.#assets = [...new Set(resources.flatMap(({ inputs }) => assetPaths(inputs)))].map((file) =>
      path.resolve(file),
    );
    const sources = program ? importedFrom(program.folder, program.entryPoint) : ownSources();
    const settings = ["Pulumi.yaml", `Pulumi.${stack}.yaml`, this.policyConfig];
    this.#files = new Set([...sources, ...settings.map((file) => path.resolve(projectRoot, file))]);
  }

  /** @param isPacked Whether a function is made of the file, whose new code is deployed already. */
  has(file: string, isPacked: boolean): boolean {
    if (this.#files.has(file)) return true;
    const place = path.relative(projectRoot, file);
    if (isPacked || neverUsed.test(place)) return false;
    if (this.#assets.some((asset) => file === asset || file.startsWith(asset + path.sep))) return true;
    // Of a user's program not every way to a file is known. Here: handlers that are compiled by the program.
    return isOwnProject ? place.startsWith(`handlers${path.sep}`) : true;
  }
}

function ownSources(): string[] {
  const stamps = compiled.map((file) => path.join(installRoot, file)).filter((file) => existsSync(file));
  return stamps.flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(file, "utf8")) as object).map((source) => path.join(installRoot, source)),
  );
}

/** Paths of the assets and archives in a value, at any depth. */
function assetPaths(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const { hash, path: place } = value as { hash?: unknown; path?: unknown };
  if (typeof hash === "string" && typeof place === "string") return [place];
  return Object.values(value).flatMap(assetPaths);
}
