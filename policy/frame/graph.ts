import { Directory } from "./identities";
import { type Property } from "./known";
import { parseFunctionName } from "./functionName";
import { type PolicyInput, Resource, types } from "./resource";

/** What a property refers to. `unresolved`: the value is not known yet and Pulumi recorded no link for it. */
export type Reference =
  | { readonly state: "resolved"; readonly to: readonly Resource[] }
  | { readonly state: "external"; readonly value: string }
  | { readonly state: "unresolved" }
  | { readonly state: "absent" };

/** A property of one resource that was made from another; both by URN. */
export interface Link {
  readonly from: string;
  readonly property: string;
  readonly to: string;
}

/**
 * The resources of a stack and the links between them. A link is found by value where the value is known (an ARN, a
 * name), and by the dependency that Pulumi recorded where it is not, so that rules work before the first deployment.
 */
export class Graph {
  readonly resources: readonly Resource[];
  private readonly byType = new Map<string, Resource[]>();
  private readonly byUrn = new Map<string, Resource>();
  private readonly directories = new Map<string, Directory>();

  constructor(inputs: readonly PolicyInput[]) {
    this.resources = inputs.map((input) => new Resource(input));
    for (const resource of this.resources) {
      this.byUrn.set(resource.urn, resource);
      const sameType = this.byType.get(resource.type);
      if (sameType) sameType.push(resource);
      else this.byType.set(resource.type, [resource]);
    }
  }

  /** The types that rules asked for; no stack rule looks at others. */
  readonly asked = new Set<string>();

  ofType(type: string): readonly Resource[] {
    this.asked.add(type);
    return this.byType.get(type) ?? [];
  }

  /** The resources of one type that a property of another resource refers to. */
  refer(from: Resource, property: Property, type: string): Reference {
    const value = property.any();
    if (value.state === "absent") return { state: "absent" };
    if (value.state === "known" && typeof value.value === "string") {
      const found = this.find(from, value.value, type);
      return found.length > 0 ? { state: "resolved", to: found } : { state: "external", value: value.value };
    }
    const linked = this.sources(from, property, type);
    if (linked.length > 0) return { state: "resolved", to: linked };
    // A known value that is no text refers to nothing.
    return value.state === "known" ? { state: "external", value: "" } : { state: "unresolved" };
  }

  /** The resources of one type that a property refers to, as far as the stack shows them. */
  resolve(from: Resource, property: Property, type: string): readonly Resource[] {
    const reference = this.refer(from, property, type);
    return reference.state === "resolved" ? reference.to : [];
  }

  /** The resources of one type that a property was made from, as far as Pulumi recorded it. */
  sources(from: Resource, property: Property, type: string): readonly Resource[] {
    const urns = from.listSources(String(property.path[0]));
    return urns.flatMap((urn) => this.byUrn.get(urn) ?? []).filter((source) => source.type === type);
  }

  /** The functions that a property refers to, directly or through an alias. */
  functions(from: Resource, property: Property): Reference {
    const direct = this.refer(from, property, types.function);
    if (direct.state === "resolved" || direct.state === "absent") return direct;
    const aliases = this.refer(from, property, types.alias);
    if (aliases.state !== "resolved") return direct;
    const behind = aliases.to.map((alias) => this.refer(alias, alias.get("functionName"), types.function));
    const to = behind.flatMap((reference) => (reference.state === "resolved" ? reference.to : []));
    return to.length > 0 ? { state: "resolved", to } : { state: "unresolved" };
  }

  /**
   * The resources of a type that point at a target by one of their properties, such as the policies of a bucket.
   * Those that cannot be resolved yet are in `unresolved`.
   */
  pointingAt(target: Resource, type: string, property: string): { linked: readonly Resource[]; unresolved: boolean } {
    const index = this.backlinks(type, property, target.type);
    return { linked: index.linked.get(target.urn) ?? [], unresolved: index.unresolved };
  }

  /** Every link that Pulumi recorded: which property of a resource was made from which other resources. */
  links(): Link[] {
    return this.resources.flatMap((from) =>
      from.madeFrom.flatMap((property) =>
        from
          .listSources(property)
          .filter((to) => this.byUrn.has(to))
          .map((to) => ({ from: from.urn, property, to })),
      ),
    );
  }

  private readonly backlinkIndexes = new Map<string, { linked: Map<string, Resource[]>; unresolved: boolean }>();

  private backlinks(type: string, property: string, targetType: string) {
    const key = `${type} ${property} ${targetType}`;
    const existing = this.backlinkIndexes.get(key);
    if (existing) return existing;
    const index = { linked: new Map<string, Resource[]>(), unresolved: false };
    for (const resource of this.ofType(type)) {
      const reference =
        targetType === types.function
          ? this.functions(resource, resource.get(property))
          : this.refer(resource, resource.get(property), targetType);
      if (reference.state === "unresolved") index.unresolved = true;
      for (const target of reference.state === "resolved" ? reference.to : []) {
        const linked = index.linked.get(target.urn);
        if (linked) linked.push(resource);
        else index.linked.set(target.urn, [resource]);
      }
    }
    this.backlinkIndexes.set(key, index);
    return index;
  }

  /** The resources of one type that a text in another resource names: by an ARN, an id or a name. */
  find(from: Resource, value: string, type: string): readonly Resource[] {
    let directory = this.directories.get(type);
    if (!directory) {
      const resources = this.ofType(type);
      if (resources.length === 0) return [];
      directory = new Directory(type, resources);
      this.directories.set(type, directory);
    }
    const found = directory.find(from, value);
    return found.length > 0 || type !== types.function ? found : this.findFunction(from, directory, value);
  }

  /** A function is also named by partial ARNs, and with a version or alias after its name. */
  private findFunction(from: Resource, directory: Directory, value: string): readonly Resource[] {
    const named = parseFunctionName(value);
    if (!named) return [];
    const found = named.arn === undefined ? [] : directory.find(from, named.arn);
    return found.length > 0 || !named.inOwnRegion ? found : directory.find(from, named.name);
  }
}
