import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import { type Model, normal, readPattern } from "./model";

interface JsonSchema {
  readonly typeName?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly readOnlyProperties?: readonly string[];
  readonly createOnlyProperties?: readonly string[];
}

/** The schemas of CloudFormation's resource types as cfn-lint carries them. */
export class CloudFormation {
  private readonly schemas = new Map<string, JsonSchema>();
  readonly leftOut: string[] = [];

  /** @param folder data/schemas of cfn-lint. */
  constructor(folder: string) {
    const resources = path.join(folder, "resources");
    for (const file of readdirSync(resources)) {
      const schema = JSON.parse(readFileSync(path.join(resources, file), "utf8")) as JsonSchema;
      if (schema.typeName?.startsWith("AWS::")) this.schemas.set(schema.typeName, schema);
    }
  }

  get names(): readonly string[] {
    return [...this.schemas.keys()].sort();
  }

  /** The properties whose change replaces the resource, in lower case; nested ones are left out. */
  replacing(name: string): readonly string[] {
    const paths = this.schemas.get(name)?.createOnlyProperties ?? [];
    return paths.flatMap((each) => /^\/properties\/([^/]+)$/.exec(each)?.[1] ?? []).map(normal);
  }

  model(name: string): Model {
    const schema = this.schemas.get(name) ?? {};
    const all = this.read(schema, schema, name, 0);
    const readOnly = (schema.readOnlyProperties ?? []).map((each) => normal(each.replace("/properties/", "")));
    for (const each of readOnly) (all.properties as Map<string, Model> | undefined)?.delete(each);
    return all;
  }

  private read(given: JsonSchema, root: JsonSchema, at: string, depth: number): Model {
    const schema = given.$ref ? (root.definitions?.[given.$ref.replace("#/definitions/", "")] ?? {}) : given;
    if (depth > 8) return { kind: "other", words: {} };
    const type = Array.isArray(schema.type)
      ? String((schema.type as readonly string[])[0])
      : String(schema.type ?? (schema.properties ? "object" : ""));
    if (type === "array") {
      const { minItems, maxItems } = schema;
      const words = { ...(minItems !== undefined && { minItems }), ...(maxItems !== undefined && { maxItems }) };
      return { kind: "list", words, element: this.read(schema.items ?? {}, root, `${at}[]`, depth + 1) };
    }
    if (type === "object") {
      const properties = Object.entries(schema.properties ?? {}).map(
        ([name, each]) => [normal(name), this.read(each, root, `${at}.${name}`, depth + 1)] as const,
      );
      return properties.length > 0
        ? { kind: "object", words: {}, properties: new Map(properties) }
        : { kind: "map", words: {} };
    }
    if (type === "integer" || type === "number") {
      const { minimum, maximum } = schema;
      return {
        kind: "number",
        words: { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) },
      };
    }
    if (type !== "string") return { kind: type === "boolean" ? "boolean" : "other", words: {} };
    const { minLength, maxLength } = schema;
    const { pattern, why } = schema.pattern === undefined ? {} : readPattern(schema.pattern);
    if (why !== undefined) this.leftOut.push(`${at}: ${why}`);
    return {
      kind: "string",
      words: {
        ...(schema.enum && { enum: schema.enum }),
        ...(pattern !== undefined && { pattern }),
        ...(minLength !== undefined && { minLength }),
        ...(maxLength !== undefined && { maxLength }),
      },
    };
  }
}
