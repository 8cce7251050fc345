import { normal } from "./model";
import names from "./providerNames.json";
import { type Properties, type Sdk } from "./sdk";

/** What a validator of the provider says, as provider/words.go writes it. */
export interface Words {
  /** Values, constants of AWS's client, and all the values of a type of it. */
  readonly enum?: readonly (string | number | { readonly sdk: string } | { readonly all: string })[];
  /** A type of AWS's client, `batch/types.JQState`. */
  readonly enumOf?: string;
  readonly anyCase?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly notPattern?: string;
  readonly multipleOf?: number;
  readonly any?: readonly (readonly Words[] | null)[];
  readonly named?: string;
}

/** An argument as the provider declares it: see provider/attribute.go. */
export interface Attribute {
  readonly type: string;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly forceNew?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly words?: readonly Words[];
  readonly element?: Attribute;
  readonly attributes?: Attributes;
  readonly conflictsWith?: readonly string[];
  readonly exactlyOneOf?: readonly string[];
  readonly atLeastOneOf?: readonly string[];
  readonly requiredWith?: readonly string[];
}

export type Attributes = Readonly<Record<string, Attribute>>;

/** A type of resources of the Terraform provider. */
export interface ProviderType {
  /** The file that declares it. */
  readonly file: string;
  readonly attributes: Attributes;
  readonly together?: readonly { readonly kind: string; readonly names: readonly string[] }[];
}

const modules: Readonly<Record<string, readonly string[]>> = names.modules;
const exact: Readonly<Record<string, string>> = names.types;
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = names.properties;

/** How alike the arguments of two types have to be, from 0 to 1. */
const alike = 0.4;

const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();

/** Pulumi writes lists in the plural. */
function plurals(name: string): readonly string[] {
  const own = normal(name);
  return [own, `${own}s`, `${own}es`, own.replace(/y$/, "ies"), own.replace(/is$/, "es"), own.replace(/x$/, "ices")];
}

/** Finds the types and arguments of the Terraform provider that Pulumi's are made of. */
export class ProviderTypes {
  private readonly byName: ReadonlyMap<string, string>;

  constructor(
    private readonly types: Readonly<Record<string, ProviderType>>,
    private readonly sdk: Sdk,
  ) {
    this.byName = new Map(Object.keys(types).map((name) => [normal(name), name]));
  }

  /** The type, with its name in Terraform. */
  find(token: string): { readonly name: string; readonly type: ProviderType } | undefined {
    const name = exact[token] ?? this.likeliest(token);
    const type = name === undefined ? undefined : this.types[name];
    return name === undefined || !type ? undefined : { name, type };
  }

  private likeliest(token: string): string | undefined {
    const [, module = "", type = ""] = /^aws:([^/]+)\/[^:]+:(.+)$/.exec(token) ?? [];
    const properties = this.sdk.readArguments(token);
    const prefixes = [normal(module), snake(module), ...(modules[module.toLowerCase()] ?? []), ""];
    const candidates = [snake(type), snake(type.replace(/V2$/i, ""))].flatMap((own) =>
      prefixes.map((prefix) => normal(`aws${prefix}${own}`)),
    );
    const found = candidates.flatMap((each) => this.byName.get(each) ?? []);
    const rated = [...new Set(found)].map((name) => ({ name, rate: this.rate(name, properties) }));
    const best = rated.sort((a, b) => b.rate - a.rate)[0];
    return best && best.rate >= alike ? best.name : undefined;
  }

  /** Which share of the arguments the two have in common. */
  private rate(name: string, properties: Properties): number {
    const attributes = Object.entries(this.types[name]?.attributes ?? {}).filter(
      ([key, { optional, required }]) => (optional ?? required) && !key.startsWith("tags"),
    );
    const own = [...properties.keys()].filter((each) => !["region", "tags"].includes(each));
    const shared = own.filter((each) => findAttribute(name, this.types[name]?.attributes ?? {}, each));
    return shared.length / Math.max(1, own.length, attributes.length);
  }
}

/** The argument of the provider behind a property. */
export function findAttribute(
  type: string,
  attributes: Attributes,
  property: string,
): readonly [string, Attribute] | undefined {
  const name = renamed[type]?.[property] ?? renamed["*"]?.[property];
  if (name !== undefined && attributes[name]) return [name, attributes[name]];
  const wanted = normal(property);
  const entries = Object.entries(attributes);
  return entries.find(([each]) => normal(each) === wanted) ?? entries.find(([each]) => plurals(each).includes(wanted));
}
