import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { isMap, parse, parseDocument } from "yaml";
import { projectRoot } from "../../local/project";
import { requiredPackages } from "../languageHost/packages";
import { parseOverride, type Settings, stackNames } from "../run/settings";
import { UsageError } from "../terminal/errors";
import { type Answers, readAnswers } from "./answers";
import { chooseCompiler } from "./compiler";
import { configKeys } from "./configKeys";
import { checkHostOptions, isNode, requireLanguageHost } from "./otherLanguage";
import { assume, placeholderFor } from "./placeholders";
import { type ProjectConfig, readProjectConfig } from "./projectConfig";
import { type UserProgram } from "./userProgram";
import { readText } from "./textFile";

/** The options of a run of a user's own project. */
export interface UserProjectArgs {
  /** Default: the only stack that has a file, `dev` among several; without any, one without settings. */
  stack?: string | undefined;
  config: string[];
  answers?: string | undefined;
  region?: string | undefined;
  account?: string | undefined;
  /** Default: false; the program's own compiler checks its types, as under Pulumi. */
  skipTypeCheck?: boolean | undefined;
}

/** The Region if none is set. */
const defaultRegion = "us-east-1";

interface ProjectFile {
  name: string;
  runtime: string | { name: string; options?: Record<string, unknown> };
  main?: string;
  config?: unknown;
  configuration?: unknown;
}

/**
 * Reads a user's own Pulumi project: Pulumi.yaml, the stack's file if there is one, and the answers. Nothing is
 * changed, and the project's own backend is not read.
 * @throws {@link UsageError} for a project that cannot be run, naming the file and what to do.
 */
export function readUserProject(args: UserProjectArgs): Settings & { program: UserProgram } {
  const project = readProjectFile();
  const { main = "" } = project;
  const name = project.name.replace(/[^\w.-]+/g, "-").replace(/^-|-$/g, "") || "project";
  const runtime = typeof project.runtime === "string" ? { name: project.runtime } : project.runtime;
  const host = isNode(runtime.name) ? undefined : requireLanguageHost(runtime.name);
  checkPlace(args);
  const stack = chooseStack(args.stack);
  const document = parseDocument(stack.text);
  const [syntax] = document.errors;
  if (syntax) throw new UsageError(`Pulumi.${stack.name}.yaml: ${syntax.message}`);
  for (const { keys, value } of args.config.map((each) => parseOverride(each, name))) {
    if (!isMap(document.get("config"))) document.set("config", {});
    document.setIn(["config", ...keys], value);
  }
  const answers = readAnswers(args.answers);
  const mainPlace = path.join(projectRoot, main);
  const isFile = statSync(mainPlace, { throwIfNoEntry: false })?.isFile() ?? false;
  const folder = isFile ? path.dirname(mainPlace) : mainPlace;
  if (!existsSync(folder)) throw new UsageError(`Pulumi.yaml: main is ${main}; there is no such file or folder.`);
  const given = ("options" in runtime && runtime.options) || {};
  if (host !== undefined) checkHostOptions(projectRoot, given);
  else if (installedVersion(folder, "@pulumi/pulumi") === undefined) {
    throw new UsageError(
      `the Pulumi SDK is not installed for ${folder}. Fix: install the program's dependencies there, such as with npm install.`,
    );
  }
  const { config, secret, remarks } = resolveConfig({
    name,
    document: document.toJS() as StackFile | null,
    answers,
    folder,
    declared: readProjectConfig(name, project.config ?? project.configuration),
  });
  if (name !== project.name)
    remarks.push(`project: "${project.name}" is not a project name that Pulumi takes: ${name} is used instead`);
  const entryPoint = isFile ? path.basename(mainPlace) : ".";
  const { options, remark } = host === undefined ? chooseCompiler({ folder, entryPoint }, given) : { options: given };
  if (remark) remarks.push(remark);
  const region = findRegion(config["aws:region"], args.region, remarks);
  document.set("config", { ...config, "aws:region": region });
  for (const key of ["secretsprovider", "encryptedkey", "encryptionsalt", "environment"]) document.delete(key);
  return {
    project: name,
    stack: stack.name,
    overrides: [],
    projectFile: `name: ${JSON.stringify(name)}\nruntime: nodejs\n`,
    stackFile: document.toString(),
    config,
    region,
    program: {
      root: projectRoot,
      folder,
      entryPoint,
      runtime: runtime.name,
      host,
      options,
      answers,
      config: secret,
      secretKeys: Object.keys(secret),
      remarks,
      awsVersion: installedVersion(folder, "@pulumi/aws"),
      packages: host === undefined ? requiredPackages(folder).map((each) => each.getName()) : [],
      account: args.account ?? answers.account,
      skipTypeCheck: args.skipTypeCheck ?? false,
      unknownStacks: new Set(),
    },
  };
}

function checkPlace({ region, account }: UserProjectArgs): void {
  if (region !== undefined && !/^[a-z]{2,}(-[a-z]+)+-\d$/.test(region))
    throw new UsageError(`--region ${region}: not the name of a Region, such as eu-west-1.`);
  if (account !== undefined && !/^\d{12}$/.test(account))
    throw new UsageError(`--account ${account}: not the number of an account, of 12 digits.`);
}

/** The name of the project's file. @throws {@link UsageError} where there is none. */
export function requireProject(): string {
  const file = ["Pulumi.yaml", "Pulumi.yml"].find((each) => existsSync(path.join(projectRoot, each)));
  if (file !== undefined) return file;
  throw new UsageError(
    `${projectRoot} has no Pulumi.yaml. Fix: run this inside a Pulumi project, or make one: headroom init.`,
  );
}

function readProjectFile(): ProjectFile {
  const file = requireProject();
  let content: unknown;
  try {
    content = parse(readText(path.join(projectRoot, file)));
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
  const { name, runtime, main = "" } = (content ?? {}) as Partial<ProjectFile>;
  const language: unknown = typeof runtime === "object" ? runtime?.name : runtime;
  if (typeof main !== "string") throw new UsageError(`${file}: main is ${JSON.stringify(main)}; allowed: a path.`);
  if (typeof name !== "string" || typeof language !== "string") {
    throw new UsageError(`${file}: name and runtime are needed, such as "name: shop" and "runtime: nodejs".`);
  }
  return content as ProjectFile;
}

function chooseStack(given: string | undefined): { name: string; text: string } {
  const names = stackNames(projectRoot);
  const text = (name: string): string => readText(path.join(projectRoot, `Pulumi.${name}.yaml`));
  const [first] = names;
  if (given !== undefined && names.length > 0 && !names.includes(given)) {
    throw new UsageError(`there is no file Pulumi.${given}.yaml. Stacks: ${names.join(", ")}.`);
  }
  if (first === undefined) return { name: given ?? "preview", text: "{}\n" };
  const name = given ?? (names.length === 1 ? first : names.find((each) => each === "dev"));
  if (name === undefined) throw new UsageError(`which stack? Add --stack with one of: ${names.join(", ")}.`);
  return { name, text: text(name) };
}

interface StackFile {
  config?: Record<string, unknown>;
  environment?: unknown;
}

/**
 * Splits the configuration: the values for the engine, and those for the program only, since the engine could not
 * decrypt them: secrets. A missing value gets a placeholder of the kind that the program reads.
 */
function resolveConfig(of: {
  name: string;
  document: StackFile | null;
  answers: Answers;
  folder: string;
  declared: ProjectConfig;
}): {
  config: Record<string, unknown>;
  secret: Record<string, string>;
  remarks: string[];
} {
  const { name, document, answers, folder, declared } = of;
  const keys = new Map([...configKeys(folder), ...declared.keys]);
  const [config, secret, remarks]: [Record<string, unknown>, Record<string, string>, string[]] = [{}, {}, []];
  for (const [key, value] of Object.entries({ ...declared.values, ...document?.config })) {
    const full = key.includes(":") ? key : `${name}:${key}`;
    if (!hasSecret(value)) config[full] = value;
    else if (!(full in answers.config)) {
      secret[full] = placeholderFor(full, keys.get(full.slice(full.indexOf(":") + 1))?.kind);
      remarks.push(`config ${full}: a secret that cannot be decrypted here, unknown`);
    }
  }
  for (const [full, value] of Object.entries(answers.config)) secret[full] = asText(value);
  const given = [...Object.keys(config), ...Object.keys(secret)].map((full) => full.slice(full.indexOf(":") + 1));
  for (const [key, { required, kind }] of keys) {
    if (required && key !== "region" && !given.includes(key))
      assume({ config: secret, remarks }, `${name}:${key}`, kind);
  }
  if (document?.environment !== undefined) {
    remarks.push(`environment: it is not opened here; write what it sets into the answers file`);
  }
  return { config, secret, remarks };
}

/** Secrets may stand anywhere in structured configuration. */
const hasSecret = (value: unknown): boolean =>
  typeof value === "object" && value !== null && ("secure" in value || Object.values(value).some(hasSecret));

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function findRegion(configured: unknown, given: string | undefined, remarks: string[]): string {
  const region = given ?? configured ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
  if (typeof region === "string") return region;
  remarks.push(`aws:region: not set; ${defaultRegion} is used (--region chooses another)`);
  return defaultRegion;
}

function installedVersion(folder: string, name: string): string | undefined {
  try {
    const manifest = createRequire(path.join(folder, "noop.js")).resolve(`${name}/package.json`);
    return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
  } catch {
    return undefined;
  }
}
