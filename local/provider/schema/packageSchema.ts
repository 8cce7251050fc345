import { version } from "@pulumi/aws/package.json";
import { isConstructed } from "../components/construct";
import { findResourceType } from "../resources/find";
import { type Kind, type SchemaProperties } from "./notation";
import { findResultShape, findShape, sourceSchema, typeSchema } from "./table";

/** What a program uses of packages: to read it, a host of YAML asks for their schemas. */
export interface Usage {
  /** Resources, and providers that it makes, by token: the names of the arguments and outputs that it uses. */
  resources: ReadonlyMap<string, ReadonlySet<string>>;
  /** Functions likewise. */
  functions: ReadonlyMap<string, ReadonlySet<string>>;
}

type Json = Record<string, unknown>;

const anything = { $ref: "pulumi.json#/Any" };
const text = { type: "string" };

/** The types of properties, with the shapes that they name collected on the way. */
class Shapes {
  readonly types: Json = {};

  constructor(private readonly find: (name: string) => SchemaProperties) {}

  /** @param given Whether a program gives the properties, rather than AWS. */
  properties(properties: SchemaProperties): { properties: Json; required: string[] } {
    const entries = [...properties].map(([name, { kind }]) => [name, this.kind(kind)] as const);
    const required = [...properties].filter((each) => each[1].required).map(([name]) => name);
    return { properties: Object.fromEntries(entries), required };
  }

  private kind(kind: Kind): Json {
    switch (kind.is) {
      case "text":
        return text;
      case "number":
        return { type: "number" };
      case "truth":
        return { type: "boolean" };
      case "anything":
        return anything;
      case "list":
        return { type: "array", items: this.kind(kind.of) };
      case "map":
        return { type: "object", additionalProperties: this.kind(kind.of) };
      case "shape":
        return { $ref: `#/types/${this.shape(kind.name)}` };
    }
  }

  private shape(name: string): string {
    const [module = "", member = ""] = name.split(".");
    const token = `aws:${module}/${member}:${member}`;
    if (!(token in this.types)) {
      this.types[token] = {}; // a shape may hold itself
      this.types[token] = { type: "object", ...this.properties(this.find(name)) };
    }
    return token;
  }
}

/**
 * The schema of all packages that a program uses, of that only which it uses: a type that no table here has takes what the
 * program gives it.
 */
export function packageSchema({ resources, functions }: Usage): Json {
  const [given, returned] = [new Shapes(findShape), new Shapes(findResultShape)];
  const types = [...resources].filter(([token]) => !token.startsWith("pulumi:"));
  const providers = [...resources].filter(([token]) => token.startsWith("pulumi:providers:"));
  const settings = providers.flatMap(([, names]) => [...names]);
  return {
    name: "aws",
    version,
    meta: { moduleFormat: "(.*)(?:/[^/]*)" },
    // One answer for all packages: a request does not say of which.
    allowedPackageNames: [...new Set(types.concat([...functions]).map(([token]) => token.split(":")[0]))],
    provider: { inputProperties: open(settings), properties: open(settings) },
    resources: Object.fromEntries(types.map(([token, used]) => [token, resource(token, used, given)])),
    functions: Object.fromEntries([...functions].map(([token, used]) => [token, call(token, used, returned)])),
    types: { ...given.types, ...returned.types },
  };
}

function resource(token: string, used: ReadonlySet<string>, shapes: Shapes): Json {
  const isComponent = isConstructed(token);
  const schema = typeSchema(token);
  if (!schema) {
    const { properties = {}, outputs = {} } = findResourceType(token) ?? {};
    const all = open([...Object.keys(properties), ...Object.keys(outputs), ...used]);
    return { isComponent, inputProperties: all, properties: all };
  }
  const { properties, required } = shapes.properties(schema.properties);
  return {
    inputProperties: properties,
    requiredInputs: required,
    properties: { ...open(schema.outputs), ...properties },
  };
}

/** A data source returns its arguments too. */
function call(token: string, used: ReadonlySet<string>, shapes: Shapes): Json {
  const { properties } = shapes.properties(sourceSchema(token) ?? new Map());
  const all = { ...open(used), ...properties };
  return { inputs: { type: "object", properties: all }, outputs: { type: "object", properties: all } };
}

const open = (names: Iterable<string>): Json => Object.fromEntries([...names].map((name) => [name, anything]));
