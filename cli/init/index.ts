import { copyFileSync, existsSync, globSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { paint, say } from "../terminal/display";
import { UsageError } from "../terminal/errors";
import { templateFiles } from "./template";
import { versions } from "./versions";

/** Arguments of `init`. */
export interface InitArgs {
  /** Default: the name of the folder. */
  name?: string;
  region: string;
  /** Folder with the archives that `npm pack` makes of the components and of the tool. Default: the current folder. */
  archives: string;
}

/** What `init --json` prints. */
export interface InitDocument {
  project: string;
  files: string[];
}

/** The folder of the archives, inside the project, so that a clone can be installed. */
const vendor = "vendor";

/**
 * Writes a project with one pattern: its program, a stack file, a workflow and a policy file.
 * @throws {@link UsageError} before anything is written, where a file of it is there already or an archive is not.
 */
export function init({ name, region, archives }: InitArgs): InitDocument {
  const folder = process.cwd();
  const project = projectName(name ?? path.basename(folder), name !== undefined);
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    throw new UsageError(`--region ${region}: not a Region such as eu-west-1.`);
  const found = { components: findArchive("components", archives), cli: findArchive("cli", archives) };
  const reference = (archive: string): string => `file:${vendor}/${path.basename(archive)}`;
  const files = templateFiles({
    project,
    region,
    dependencies: {
      "@aws-sdk/client-dynamodb": versions["@aws-sdk/client-dynamodb"],
      "@headroom-serverless/components": reference(found.components),
      "@pulumi/aws": versions["@pulumi/aws"],
      "@pulumi/pulumi": versions["@pulumi/pulumi"],
    },
    devDependencies: {
      "@headroom-serverless/cli": reference(found.cli),
      "@types/node": versions["@types/node"],
      typescript: versions.typescript,
    },
    typescript: versions.typescript,
  });
  const taken = Object.keys(files).filter((file) => existsSync(path.join(folder, file)));
  if (taken.length > 0)
    throw new UsageError(
      `${taken.join(", ")} ${taken.length > 1 ? "are" : "is"} here already. Fix: run this in an empty folder.`,
    );
  mkdirSync(path.join(folder, vendor), { recursive: true });
  for (const archive of Object.values(found)) {
    const place = path.join(folder, vendor, path.basename(archive));
    if (path.resolve(archive) !== place) copyFileSync(archive, place);
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
    say(`  ${paint("green", "+")} ${file}`);
  }
  say(paint("bold", "\nTry next"));
  for (const step of ["npm install", "npx headroom preview", "npx headroom up"]) say(`  ${step}`);
  return { project, files: Object.keys(files) };
}

function projectName(given: string, wasGiven: boolean): string {
  if (/^[a-z][a-z0-9-]{0,49}$/.test(given)) return given;
  if (wasGiven)
    throw new UsageError(`--name ${given}: a project's name has lowercase letters, digits and hyphens, 50 at most.`);
  const made = given
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-$/g, "")
    .slice(0, 50);
  return made || "notes";
}

function findArchive(name: string, folder: string): string {
  const pattern = `headroom-serverless-${name}-*.tgz`;
  const [found] = globSync([pattern, `${vendor}/${pattern}`], { cwd: path.resolve(folder) })
    .sort()
    .reverse();
  if (found !== undefined) return path.resolve(folder, found);
  throw new UsageError(
    `${path.resolve(folder)} has no ${pattern}: Headroom is not on the npm registry. Fix: run "npm pack" and "npm pack -w tool" in a ` +
      "checkout of Headroom, and name the folder of both archives: --archives FOLDER.",
  );
}
