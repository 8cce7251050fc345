import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv, type ErrorObject, type SchemaObject } from "ajv";
import rules from "../../policy/rules/catalog.json";
import { type RuleSummary } from "../../policy/frame/rule";
import { settingsSchema } from "../../policy/frame/schema";
import { defaults } from "../../policy/frame/settings";
import { commandLine, isOwnProject, localFolder, projectRoot } from "../../local/project";
import { policyPack } from "./policyPack";
import { UsageError } from "../terminal/errors";
import { isPlain, readText } from "../project/textFile";

/**
 * The project's configuration of the policy pack, used where there is one and no other is named. It cannot be called
 * policy.json: Node would load that in the place of the folder policy/.
 */
export const ownPolicyConfig = path.join(projectRoot, "policy-config.json");

/** Configurations that come with the pack, to be used by name. */
const profiles = ["recommended", "strict", "aws-fsbp", "well-architected"];

/** A file, relative to the current folder, or a profile where there is no file of that name. */
function findConfig(given: string): string {
  const file = path.resolve(given);
  return !existsSync(file) && profiles.includes(given) ? path.join(policyPack, `${given}.json`) : file;
}

/**
 * The configuration of the policy pack for a run, checked; none: the pack's defaults.
 * @param given What the user named: a file, relative to the current folder, or a profile.
 * @throws {@link UsageError} naming key, value and what is allowed.
 */
export function policyConfigFile(given: string | undefined): string | undefined {
  const file = given === undefined ? ownPolicyConfig : findConfig(given);
  if (!existsSync(file)) {
    if (given === undefined) return undefined;
    throw new UsageError(`--policy-config ${given}: there is no such file, nor a profile: ${profiles.join(", ")}.`);
  }
  checkPolicyConfig(file, readPolicyConfig(file));
  return file;
}

/** Overrides of the policy pack's configuration from the command line. */
export interface PolicyFlags {
  /** Holds back newer rules, ISO. */
  rulesAsOf?: string | undefined;
  /** File with the findings that were there before. */
  baseline?: string | undefined;
  /** For another program: the exemptions of this project do not apply. */
  foreign?: boolean;
}

/**
 * The configuration of the policy pack for a run, with overrides from the command line, in a file of its own if there
 * are any.
 * @param given As of {@link policyConfigFile}.
 */
export function policyConfigFor(given: string | undefined, flags: PolicyFlags): string | undefined {
  const { rulesAsOf, baseline, foreign = false } = flags;
  const file = policyConfigFile(given);
  const without = foreign && given === undefined && file !== undefined;
  const asItIs = rulesAsOf === undefined && baseline === undefined && !without;
  if (asItIs && (file === undefined || isPlain(file))) return file;
  if (rulesAsOf !== undefined && !/^\d{4}-\d\d-\d\d$/.test(rulesAsOf)) {
    throw new UsageError(`--rules-as-of ${rulesAsOf}: not a day; write one such as 2026-12-01.`);
  }
  if (baseline !== undefined && !existsSync(path.resolve(baseline))) {
    throw new UsageError(
      `--baseline ${baseline}: there is no such file; ${commandLine("preview")}${isOwnProject ? " --" : ""} --write-baseline ${baseline} writes it.`,
    );
  }
  const content = (file === undefined ? {} : readPolicyConfig(file)) as { headroom?: Record<string, unknown> };
  const { exemptions, ...own } = content.headroom ?? {};
  const headroom = {
    ...own,
    ...(!without && exemptions !== undefined && { exemptions }),
    ...(rulesAsOf !== undefined && { rulesAsOf }),
    ...(baseline !== undefined && { baseline: path.resolve(baseline) }),
  };
  const folder = path.join(localFolder, "policy");
  mkdirSync(folder, { recursive: true });
  const merged = path.join(folder, `config-${process.pid}.json`);
  writeFileSync(merged, JSON.stringify({ ...content, headroom }));
  process.once("exit", () => rmSync(merged, { force: true }));
  return merged;
}

/** Percent of a limit from which a run points it out. @param given As of {@link policyConfigFile}. */
export function nearLimitPercent(given: string | undefined): number {
  const file = policyConfigFile(given);
  const { headroom = {} } = (file === undefined ? {} : readPolicyConfig(file)) as {
    headroom?: { nearLimitPercent?: number };
  };
  return headroom.nearLimitPercent ?? defaults.nearLimitPercent;
}

/** Reads a configuration of the policy pack, unchecked. @throws {@link UsageError} */
export function readPolicyConfig(file: string): unknown {
  try {
    return JSON.parse(readText(file));
  } catch (error) {
    throw new UsageError(`${path.relative(process.cwd(), file)} is not JSON: ${(error as Error).message}.`);
  }
}

/** The engine checks it too, later, and names no value. @throws {@link UsageError} with a line for each error */
export function checkPolicyConfig(file: string, content: unknown): void {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, code: { optimize: false }, inlineRefs: false }); // it is run once
  if (ajv.validate(forContent(fileSchema(), content), content)) return;
  const lines = [...new Set((ajv.errors ?? []).flatMap((error) => formatProblem(error) ?? []))];
  throw new UsageError(
    `${path.relative(process.cwd(), file)} is wrong:\n${lines.map((line) => `  ${line}`).join("\n")}`,
  );
}

const levels = ["mandatory", "advisory", "remediate", "disabled"];

/** What Pulumi takes as configuration of this pack: settings under `headroom`, and levels of `all` and of each rule. */
function fileSchema(): SchemaObject {
  const enforcementLevel = { enum: levels };
  const policy = { if: { type: "object" }, then: only({ enforcementLevel }), else: enforcementLevel };
  const ids = ["all", ...rules.map(({ id }) => id)];
  return {
    ...only({
      headroom: only({ ...settingsSchema(rules as RuleSummary[]).properties, enforcementLevel }),
      ...Object.fromEntries(ids.map((id) => [id, { $ref: "#/$defs/policy" }])),
    }),
    $defs: { policy },
  };
}

/** The schema without keys that the content does not have: to compile all of it takes half a second. */
function forContent(schema: SchemaObject, content: unknown): SchemaObject {
  const { properties } = schema as { properties?: { [key: string]: SchemaObject } };
  if (!properties || typeof content !== "object" || content === null) return schema;
  const own = Object.entries(content as Record<string, unknown>).filter(([key]) => Object.hasOwn(properties, key));
  const asked = own.map(([key, value]) => [key, forContent(properties[key]!, value)] as const);
  const others = Object.keys(properties).map((key) => [key, true] as const);
  return { ...schema, properties: Object.fromEntries<SchemaObject | true>([...others, ...asked]) };
}

const only = (properties: Record<string, unknown>): SchemaObject => ({
  type: "object",
  properties,
  additionalProperties: false,
});

/** One error as key, value and what is allowed; none for an error that only sums up others. */
function formatProblem({
  keyword,
  instancePath,
  params,
  data,
  parentSchema,
  message,
}: ErrorObject): string | undefined {
  const keys = instancePath.split("/").slice(1);
  const parameters = params as Record<string, unknown>;
  const parent = (parentSchema ?? {}) as { properties?: object; description?: string };
  switch (keyword) {
    case "if":
      return undefined;
    case "additionalProperties":
      return `${formatKey([...keys, String(parameters.additionalProperty)])}: there is no such key; ${listAlternatives(Object.keys(parent.properties ?? {}))}`;
    case "required":
      return `${formatKey([...keys, String(parameters.missingProperty)])} is missing`;
    case "enum":
      return `${formatKey(keys)} is ${JSON.stringify(data)}; ${listAlternatives(parameters.allowedValues as string[])}`;
    default: {
      const described = parent.description ? ` (${parent.description.replace(/\.$/, "")})` : "";
      return `${formatKey(keys)} is ${JSON.stringify(data)}; it ${message ?? "is wrong"}${described}`;
    }
  }
}

/** `headroom.levels["lambda-timeout"]`, `headroom.exemptions[0].rule`. */
function formatKey([first = "the file", ...rest]: readonly string[]): string {
  const below = rest
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : /^\w+$/.test(key) ? `.${key}` : `["${key}"]`));
  return first + below.join("");
}

/** What is allowed; of the many rules, where they are listed. */
const listAlternatives = (names: readonly string[]): string =>
  `allowed: ${names.length <= 40 ? names.join(", ") : "the ids in docs/rules.md"}`;
