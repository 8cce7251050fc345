import { readFileSync } from "node:fs";
import path from "node:path";
import { installRoot } from "../../project";
import { readProperties, type SchemaProperties } from "./notation";

/** What `npm run schema` writes. */
export const tableFile = path.join(installRoot, "local", "provider", "schema", "aws.json");

/**
 * The content of that file: each type's arguments and further outputs, each data source's result, and their
 * shapes.
 */
interface Table {
  types: Record<string, readonly [args: string, outputs: string, replacing?: string]>;
  shapes: Record<string, string>;
  sources: Record<string, string>;
  results: Record<string, string>;
}

/** A resource type as the SDK of the AWS provider declares it. */
export interface TypeSchema {
  properties: SchemaProperties;
  /** Outputs that are not arguments. */
  outputs: readonly string[];
  /** Paths inside arguments where a change makes a new resource: `rootBlockDevice.encrypted`, `ebsBlockDevices[].iops`. */
  replacing: readonly string[];
}

let table: Table | undefined;
const read = new Map<string, SchemaProperties>();

/** More than a million characters, so read on first use, and in no bundle. */
const load = (): Table => (table ??= JSON.parse(readFileSync(tableFile, "utf8")) as Table);

function cached(section: "shapes" | "results" | "sources", name: string): SchemaProperties | undefined {
  const key = `${section} ${name}`;
  const text = load()[section][name];
  if (text === undefined) return undefined;
  const properties = read.get(key) ?? readProperties(text);
  read.set(key, properties);
  return properties;
}

/** A type of the AWS provider by its token; none if the provider has no such type. */
export function typeSchema(token: string): TypeSchema | undefined {
  const row = load().types[token];
  if (!row) return undefined;
  const [args, outputs, replacing = ""] = row;
  const words = (text: string): readonly string[] => text.split(" ").filter(Boolean);
  return { properties: readProperties(args), outputs: words(outputs), replacing: words(replacing) };
}

/** What a data source of the AWS provider returns, by its token. */
export const sourceSchema = (token: string): SchemaProperties | undefined => cached("sources", token);

/** The properties of a shape of arguments. */
export const findShape = (name: string): SchemaProperties => cached("shapes", name) ?? new Map();

/** The properties of a shape of what data sources return. */
export const findResultShape = (name: string): SchemaProperties => cached("results", name) ?? new Map();
