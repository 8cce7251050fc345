import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { canonicalTypes } from "../../frame/canonicalTypes";
import { type Generated, type Schema } from "../schema";
import { findService } from "../service";
import { Botocore } from "./botocore";
import { CloudFormation } from "./cloudFormation";
import { Counterparts } from "./counterparts";
import ledger from "../ledger.json";
import dropped from "./dropped.json";
import { combine } from "./combine";
import { type ProviderType, ProviderTypes } from "./provider";
import { ProviderRows } from "./providerRows";
import { ProviderWords } from "./providerWords";
import { readProvider } from "./readProvider";
import { readSources } from "./sources";
import { type Disagreement, makeRows } from "./rows";
import { Sdk } from "./sdk";

const folder = path.resolve(__dirname, "../generated");
const ledgerFile = path.resolve(__dirname, "../ledger.json");
const titlesFile = path.join(__dirname, "titles.json");
const disagreementsFile = path.join(__dirname, "disagreements.json");

/** Whether a row is on the list of those that AWS's data has wrong, each with the reason. */
function isDropped(type: string, at: string): boolean {
  return (dropped as readonly { readonly rows: readonly string[] }[]).some(
    ({ rows }) => rows.includes(`${type} ${at}`) || rows.includes(`* ${at}`),
  );
}

/** All generated tables, by service. */
export function generate(
  cfnLint: string,
  botocoreData: string,
  aws: string,
  providerTypes: Readonly<Record<string, ProviderType>>,
): {
  readonly tables: ReadonlyMap<string, Generated>;
  readonly disagreements: Readonly<Record<string, Disagreement>>;
  readonly leftOut: readonly string[];
} {
  const disagreements: Record<string, Disagreement> = {};
  const sdk = new Sdk(aws);
  const cloudFormation = new CloudFormation(cfnLint);
  const botocore = new Botocore(botocoreData);
  const counterparts = new Counterparts(cloudFormation, botocore);
  const provider = new ProviderTypes(providerTypes, sdk);
  const words = new ProviderWords(botocore);
  const tables = new Map<string, Record<string, Generated[string]>>();
  for (const token of sdk.tokens) {
    if (token in canonicalTypes) continue;
    const properties = sdk.readArguments(token);
    const found = counterparts.of(token);
    const declared = provider.find(token);
    const made = found ? makeRows(properties, found.model) : { rows: {}, disagreements: {} };
    const kept = (rows: Readonly<Record<string, Schema>>): Readonly<Record<string, Schema>> =>
      Object.fromEntries(Object.entries(rows).filter(([at]) => !isDropped(token, at)));
    const validated = declared
      ? new ProviderRows(declared.name, declared.type, words, properties)
      : { rows: {}, docs: new Map<string, string>() };
    const rows = combine(token, kept(made.rows), kept(validated.rows), validated.docs);
    for (const at of Object.keys(rows.aws)) {
      const disagreement = made.disagreements[at];
      if (disagreement) disagreements[`${token} ${at}`] = disagreement;
    }
    const [hasAws, hasOwn] = [rows.aws, rows.provider].map((each) => Object.keys(each).length > 0);
    if (!hasAws && !hasOwn) continue;
    const service = findService(token);
    const table = tables.get(service) ?? {};
    table[token] = {
      source: found?.source ?? "",
      rows: rows.aws,
      ...(declared && hasOwn && { provider: { source: declared.type.file, rows: rows.provider } }),
    };
    tables.set(service, table);
  }
  return { tables, disagreements, leftOut: [...cloudFormation.leftOut, ...botocore.leftOut] };
}

/** One line a type, so that a difference shows where it is. */
function formatTable(table: Generated): string {
  const lines = Object.entries(table).map(([type, rows]) => `${JSON.stringify(type)}: ${JSON.stringify(rows)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

function indexRows(table: Generated): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([type, { rows, provider }]) =>
      Object.entries({ ...rows, ...provider?.rows }).map(
        ([at, schema]) => [`${type} ${at}`, JSON.stringify(schema)] as const,
      ),
    ),
  );
}

/** The version that a Python package says it has. */
function versionIn(file: string): string {
  const [, version] = /__version__ = ["']([^"']+)/.exec(readFileSync(file, "utf8")) ?? [];
  if (version === undefined) throw new Error(`${file} has no __version__`);
  return version;
}

/** Notes in the ledger which data the tables are made of. */
function noteSources(cfnLint: string, botocoreData: string, source: string): void {
  const read = new Date().toISOString().slice(0, 10);
  const sources = {
    ...ledger.sources,
    CloudFormation: { version: `cfn-lint ${versionIn(path.join(cfnLint, "../../version.py"))}`, read },
    "API models": { version: `botocore ${versionIn(path.join(botocoreData, "../__init__.py"))}`, read },
    "AWS provider": {
      version: `terraform-provider-aws ${readFileSync(path.join(source, "version/VERSION"), "utf8").trim()}`,
      read,
    },
  };
  writeFileSync(ledgerFile, `${JSON.stringify({ ...ledger, sources }, null, 2)}\n`);
}

/** Writes the tables, and prints what is new, changed and gone against those that were there. */
function main(args: readonly string[]): void {
  const { cfnLint, botocoreData, source } = readSources("constraints", args);
  const aws = path.dirname(require.resolve("@pulumi/aws/package.json"));
  const { tables, disagreements, leftOut } = generate(cfnLint, botocoreData, aws, readProvider(source));
  mkdirSync(folder, { recursive: true });
  const before = new Map<string, string>();
  for (const file of readdirSync(folder).filter((each) => each !== "index.json" && each.endsWith(".json"))) {
    for (const each of indexRows(JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Generated))
      before.set(...each);
    rmSync(path.join(folder, file));
  }
  const after = new Map([...tables.values()].flatMap((table) => [...indexRows(table)]));
  for (const [service, table] of tables) writeFileSync(path.join(folder, `${service}.json`), formatTable(table));
  const types = Object.fromEntries(
    [...tables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([service, table]) => [service, Object.keys(table)]),
  );
  const titles = JSON.parse(readFileSync(titlesFile, "utf8")) as Record<string, string>;
  writeFileSync(path.join(folder, "index.json"), `${JSON.stringify({ types, titles }, null, 1)}\n`);
  const lines = Object.entries(disagreements).map(([at, each]) => `${JSON.stringify(at)}: ${JSON.stringify(each)}`);
  writeFileSync(disagreementsFile, `{\n${lines.join(",\n")}\n}\n`);
  noteSources(cfnLint, botocoreData, source);
  const print = (what: string, keys: readonly string[]): void => {
    console.log(`${keys.length} ${what}`);
    for (const key of keys.slice(0, 50)) console.log(`  ${key}`);
  };
  if (before.size > 0) {
    print(
      "new",
      [...after.keys()].filter((key) => !before.has(key)),
    );
    print(
      "changed",
      [...after.keys()].filter((key) => before.has(key) && before.get(key) !== after.get(key)),
    );
    print(
      "gone",
      [...before.keys()].filter((key) => !after.has(key)),
    );
  }
  print("patterns left out", [...new Set(leftOut)]);
  console.log(
    `${after.size} rows on ${[...tables.values()].flatMap((table) => Object.keys(table)).length} types of ${tables.size} services`,
  );
}

if (require.main === module) main(process.argv.slice(2));
