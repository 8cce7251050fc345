import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { keys } from "./keys";

type Schema = z.core.JSONSchema.BaseSchema;

const root = path.resolve(__dirname, "../..");

/** `pulumi config set` writes numbers and switches of the first level as text. */
const asText: Readonly<Record<string, string>> = {
  integer: "^-?\\d+$",
  number: "^-?\\d+(\\.\\d+)?$",
  boolean: "^(true|false)$",
};

/** What `pulumi config set --secret` writes. */
const encrypted: Schema = { type: "object", required: ["secure"], properties: { secure: { type: "string" } } };

/**
 * The JSON schema of `Pulumi.<stack>.yaml`, written to docs/stack.schema.json: an editor completes keys and checks
 * types by it. The commands check the values themselves before anything starts.
 */
export function stackJsonSchema(): string {
  const project = parse(readFileSync(path.join(root, "Pulumi.yaml"), "utf8")) as {
    name: string;
    config: Record<string, { description?: string }>;
  };
  const { properties = {} } = z.toJSONSchema(keys, {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      // Not limits of AWS, but JavaScript's safe integers.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  const settings = Object.entries(properties as Record<string, Schema>).map(([name, schema]) => {
    const key = `${project.name}:${name}`;
    const pattern = asText[String(schema.type)];
    const { description } = project.config[key] ?? {};
    const text: Schema[] = pattern === undefined ? [] : [{ type: "string", pattern }];
    return [key, { ...(description && { description }), anyOf: [schema, ...text, encrypted] }] as const;
  });
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `Settings of a stack of ${project.name}: Pulumi.<stack>.yaml`,
    type: "object",
    properties: {
      config: {
        type: "object",
        properties: Object.fromEntries(settings),
        // Providers check their own keys; an unlisted key of this project is a mistake.
        patternProperties: { [`^(?!${project.name}:)[^:]+:`]: true },
        additionalProperties: false,
      },
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (require.main === module) writeFileSync(path.join(root, "docs", "stack.schema.json"), stackJsonSchema());
