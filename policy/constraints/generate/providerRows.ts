import { type Schema } from "../schema";
import { type Attribute, type Attributes, findAttribute, type ProviderType } from "./provider";
import { type ProviderWords } from "./providerWords";
import { type Properties, type Property } from "./sdk";

/** What the provider itself changes or makes. */
const doubtful = /(^|\.)(tags|tagsAll|region|timeouts)\b/;

/** An argument as the provider has it, where it is, and the path in Terraform to what is around it. */
interface Place {
  readonly path: string;
  readonly attribute: Attribute;
  readonly parent: string;
}

/** Makes rows of what the provider's validators say. */
export class ProviderRows {
  /** The path of every argument, by its path in Terraform: `root_block_device.0.encrypted`. */
  private readonly byTerraform = new Map<string, string>();
  readonly rows: Record<string, Schema> = {};
  /** The documentation of each argument, by its path. */
  readonly docs = new Map<string, string>();
  private readonly together = new Map<string, Schema[]>();
  /** Paths to what has arguments that the source of the provider does not have: the SDK is newer. */
  private readonly newer = new Set<string>();
  /** The paths of the arguments that the provider's source has. */
  readonly paths: readonly string[];
  /** Paths of arguments whose change makes a new resource. */
  readonly replacing: string[] = [];

  constructor(
    private readonly name: string,
    type: ProviderType,
    private readonly words: ProviderWords,
    properties: Properties,
  ) {
    const places: Place[] = [];
    this.object(properties, type.attributes, "", "", [], places);
    this.paths = places.map(({ path }) => path);
    for (const { attribute, parent, path } of places) this.group(attribute, parent, path);
    for (const { kind, names } of type.together ?? []) this.checkTogether(kind, names);
    for (const [at, schemas] of this.together) {
      const distinct = [...new Map(schemas.map((each) => [JSON.stringify(each), each])).values()];
      const [first = {}] = distinct;
      this.rows[at] = { ...this.rows[at], ...(distinct.length > 1 ? { allOf: distinct } : first) };
    }
  }

  private object(
    properties: Properties,
    attributes: Attributes,
    prefix: string,
    parent: string,
    open: readonly Properties[],
    places: Place[],
  ): void {
    if (open.includes(properties)) return;
    for (const [name, property] of properties) {
      const path = `${prefix}${name}`;
      if (doubtful.test(path)) continue;
      const found = findAttribute(this.name, attributes, name);
      if (!found) this.newer.add(prefix);
      if (!found) continue;
      const [own, attribute] = found;
      const terraform = `${parent}${own}`;
      this.byTerraform.set(terraform, path);
      places.push({ path, attribute, parent });
      if (attribute.forceNew) this.replacing.push(path);
      const inner = this.value(property, attribute, path);
      if (inner) this.object(inner[0], inner[1], inner[2], `${terraform}.0.`, [...open, properties], places);
    }
  }

  /** Adds the rows of a value; returns the properties inside it, with their attributes and the path to them. */
  private value(
    property: Omit<Property, "isRequired">,
    attribute: Attribute,
    path: string,
  ): readonly [Properties, Attributes, string] | undefined {
    const { kind, element } = property;
    const isList = attribute.type === "list" || attribute.type === "set";
    if (kind === "list" && isList && element) {
      const { minItems = 0, maxItems = 0 } = attribute;
      this.add(
        path,
        {
          ...(minItems > 1 && { minItems }),
          ...(maxItems > 0 && { maxItems }),
          ...this.words.schema(attribute.words ?? [], kind),
        },
        property.doc,
      );
      return attribute.element && this.value({ ...element, doc: property.doc }, attribute.element, `${path}[]`);
    }
    // Pulumi writes a list of one as its element.
    const inner = isList ? attribute.element : attribute;
    if (!inner) return undefined;
    if (kind === "object" && property.properties && inner.attributes)
      return [property.properties, inner.attributes, `${path}.`];
    if (kind === "string" || kind === "number") {
      const schema = this.words.schema(inner.words ?? [], kind);
      if (schema && !property.isMixed) this.add(path, schema, property.doc);
    }
    return undefined;
  }

  private add(path: string, schema: Schema, doc: string): void {
    if (Object.keys(schema).length === 0) return;
    this.rows[path] = schema;
    this.docs.set(path, doc);
  }

  /** What an argument says of others. */
  private group(attribute: Attribute, parent: string, path: string): void {
    const others = (names: readonly string[] | undefined): readonly string[] | undefined => {
      const found = names?.map((name) => this.other(name, parent)).filter((each) => each !== path);
      return found?.every((each) => each !== undefined) ? found : undefined;
    };
    const { conflictsWith, exactlyOneOf, atLeastOneOf, requiredWith } = attribute;
    const conflicts = conflictsWith?.map((name) => this.other(name, parent)) ?? [];
    for (const other of conflicts.filter((each) => each !== undefined && each !== path)) {
      const [a = "", b = ""] = [path, other ?? ""].sort();
      this.checkAt([a, b], (names) => ({ dependentExcluded: { [names[0] ?? ""]: [names[1] ?? ""] } }));
    }
    const xor = others(exactlyOneOf);
    if (xor?.length) this.checkOne([path, ...xor].sort());
    const or = others(atLeastOneOf);
    if (or?.length && !isNamed([path, ...or])) this.checkAt([path, ...or].sort(), (names) => ({ requiredOr: names }));
    const required = others(requiredWith);
    if (required?.length)
      this.checkAt([path, ...required], ([own = "", ...rest]) => ({ dependentRequired: { [own]: rest } }));
  }

  /** The path of another argument: from the resource where its name has a dot, or beside this one. */
  private other(name: string, parent: string): string | undefined {
    if (name.startsWith(".")) return this.byTerraform.get(name.slice(1));
    return this.byTerraform.get(`${parent}${name}`) ?? this.byTerraform.get(name);
  }

  private checkTogether(kind: string, names: readonly string[]): void {
    const paths = names.map((name) => this.other(name, ""));
    if (!paths.every((each) => each !== undefined) || paths.length < 2) return;
    const sorted = [...paths].sort();
    if (kind === "exactlyOneOf") this.checkOne(sorted);
    if (kind === "conflicting") this.checkAt(sorted, (each) => ({ atMostOne: each }));
    if (kind === "atLeastOneOf" && !isNamed(sorted)) this.checkAt(sorted, (each) => ({ requiredOr: each }));
  }

  private checkOne(paths: readonly string[]): void {
    this.checkAt(paths, (names) => (isNamed(names) ? { atMostOne: names } : { requiredXor: names }));
  }

  /** Puts a check on what its arguments have around them. */
  private checkAt(paths: readonly string[], make: (names: readonly string[]) => Schema): void {
    const parents = new Set(paths.map((each) => each.slice(0, each.lastIndexOf(".") + 1)));
    // A check across a list's elements cannot say which element it means.
    const [parent = ""] = parents.size === 1 ? parents : [""];
    const names = paths.map((each) => each.slice(parent.length));
    const schema = make(names);
    // One of the newer arguments may be the one that is given.
    const asks = schema.requiredXor !== undefined || schema.requiredOr !== undefined;
    if (names.some((each) => each.includes("[")) || (asks && this.newer.has(parent))) return;
    const at = parent.replace(/\.$/, "");
    this.together.set(at, [...(this.together.get(at) ?? []), schema]);
  }
}

/** The bridge makes up a name where the program gives none. */
const isNamed = (paths: readonly string[]): boolean => paths.some((path) => /^name(Prefix)?$/.test(path));
