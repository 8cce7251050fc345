import { DependencyInfo } from "@pulumi/pulumi/proto/language_pb";
import { PackageDependency, PackageParameterization } from "@pulumi/pulumi/proto/plugin_pb";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { readJson } from "../project/textFile";

/** The parts of package.json that are read. */
interface Manifest {
  name?: string;
  version?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  /** In the package of a provider. */
  pulumi?: {
    resource?: boolean;
    name?: string;
    version?: string;
    server?: string;
    parameterization?: { name: string; version: string; value: string };
  };
}

/** The providers whose packages are installed for the program: the engine gets their plugins before the program runs. */
export function requiredPackages(folder: string): PackageDependency[] {
  return installed(folder).flatMap(({ name = "", version = "", pulumi }) => {
    const plugin = pulumi?.name ?? (name.startsWith("@pulumi/") ? name.slice("@pulumi/".length) : undefined);
    const its = pulumi?.version ?? version;
    if (!pulumi?.resource || !plugin || !its) return [];
    const dependency = new PackageDependency()
      .setName(plugin)
      .setKind("resource")
      .setVersion(its.startsWith("v") ? its : `v${its}`)
      .setServer(pulumi.server ?? "");
    const { parameterization: own } = pulumi;
    if (own) {
      const parameterization = new PackageParameterization().setName(own.name).setVersion(own.version);
      dependency.setParameterization(parameterization.setValue(own.value));
    }
    return [dependency];
  });
}

/** The packages that the program names, or with `transitive` all that are installed for it. */
export function programDependencies(folder: string, transitive: boolean): DependencyInfo[] {
  const { dependencies = {}, devDependencies = {} } = manifestIn(folder) ?? {};
  const named = new Set(Object.keys({ ...dependencies, ...devDependencies }));
  const known = new Map(
    installed(folder).flatMap(({ name, version }) =>
      name && version && (transitive || named.has(name)) ? [[`${name}@${version}`, { name, version }] as const] : [],
    ),
  );
  return [...known.values()]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, version }) => new DependencyInfo().setName(name).setVersion(version));
}

/** Every package that is installed for a folder, deeply; not those of a policy pack, which is no part of the program. */
function installed(folder: string): Manifest[] {
  const found: Manifest[] = [];
  const seen = new Set<string>();
  const visit = (each: string): void => {
    const modules = path.join(each, "node_modules");
    if (!existsSync(modules)) return;
    for (const name of foldersIn(modules)) {
      const names = name.startsWith("@")
        ? foldersIn(path.join(modules, name)).map((own) => path.join(name, own))
        : [name];
      for (const inner of names) {
        if (!existsSync(path.join(modules, inner))) continue; // a link to what is gone
        const home = realpathSync(path.join(modules, inner));
        if (seen.has(home) || existsSync(path.join(home, "PulumiPolicy.yaml"))) continue;
        seen.add(home);
        const manifest = manifestIn(home);
        if (manifest) found.push(manifest);
        visit(home);
      }
    }
  };
  // A package manager may have put them with those of the folders above, as in a workspace.
  for (let each = path.resolve(folder); ; each = path.dirname(each)) {
    visit(each);
    if (each === path.dirname(each)) return found;
  }
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith("."))
    .map(({ name }) => name);
}

function manifestIn(folder: string): Manifest | undefined {
  const file = path.join(folder, "package.json");
  return existsSync(file) ? (readJson(file) as Manifest) : undefined;
}
