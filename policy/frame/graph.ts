import { type Property } from "./known";
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

/** The properties whose values name a resource, for each type that others refer to. */
const identities: Readonly<Record<string, readonly string[]>> = {
  [types.function]: ["arn", "name", "id", "qualifiedArn", "invokeArn"],
  [types.alias]: ["arn", "invokeArn", "id"],
  [types.layerVersion]: ["arn", "id"],
  [types.bucket]: ["bucket", "arn", "id"],
  [types.role]: ["arn", "name", "id"],
  [types.policy]: ["arn", "id"],
  [types.logGroup]: ["name", "arn", "id"],
  [types.eventRule]: ["name", "arn", "id"],
  [types.queue]: ["arn", "url", "id"],
  [types.topic]: ["arn", "id"],
  [types.table]: ["name", "arn", "streamArn", "id"],
  [types.stream]: ["arn", "name", "id"],
  [types.backupPlan]: ["id", "arn"],
  [types.restApi]: ["id", "arn", "executionArn"],
  [types.apiStage]: ["arn", "id"],
  [types.apiAuthorizer]: ["id"],
  [types.apiDomain]: ["domainName", "id", "arn"],
  [types.httpApi]: ["id", "arn", "executionArn"],
  [types.httpStage]: ["arn", "id"],
  [types.httpDomain]: ["domainName", "id", "arn"],
  [types.userPool]: ["id", "arn"],
  [types.identityPool]: ["id", "arn"],
  [types.key]: ["arn", "keyId", "id"],
  [types.webAcl]: ["arn", "id"],
  [types.certificate]: ["arn", "id"],
  [types.secret]: ["arn", "id"],
  [types.subnet]: ["id"],
  [types.dbProxy]: ["name", "id", "arn"],
  [types.dbCluster]: ["id", "clusterIdentifier", "arn"],
};

/**
 * The resources of a stack and the links between them. A link is found by value where the value is known (an ARN, a
 * name), and by the dependency that Pulumi recorded where it is not, so that rules work before the first deployment.
 */
export class Graph {
  readonly resources: readonly Resource[];
  private readonly byType = new Map<string, Resource[]>();
  private readonly byUrn = new Map<string, Resource>();
  private readonly byIdentity = new Map<string, ReadonlyMap<string, Resource>>();

  constructor(inputs: readonly PolicyInput[]) {
    this.resources = inputs.map((input) => new Resource(input));
    for (const resource of this.resources) {
      this.byUrn.set(resource.urn, resource);
      const sameType = this.byType.get(resource.type);
      if (sameType) sameType.push(resource);
      else this.byType.set(resource.type, [resource]);
    }
  }

  ofType(type: string): readonly Resource[] {
    return this.byType.get(type) ?? [];
  }

  /** The resources of one type that a property of another resource refers to. */
  refer(from: Resource, property: Property, type: string): Reference {
    const value = property.any();
    if (value.state === "absent") return { state: "absent" };
    if (value.state === "known" && typeof value.value === "string") {
      const found = this.identity(type).get(value.value) ?? this.identity(type).get(withoutQualifier(value.value));
      return found ? { state: "resolved", to: [found] } : { state: "external", value: value.value };
    }
    const linked = this.sources(from, property, type);
    return linked.length > 0 ? { state: "resolved", to: linked } : { state: "unresolved" };
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
   * The resources of a type that point at a target by one of their properties: the bucket policies of a bucket, say.
   * Those of which it cannot be said are in `unresolved`.
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

  private identity(type: string): ReadonlyMap<string, Resource> {
    const existing = this.byIdentity.get(type);
    if (existing) return existing;
    const index = new Map<string, Resource>();
    for (const resource of this.ofType(type)) {
      for (const key of identities[type] ?? []) {
        const value = resource.get(key).text();
        if (value.state === "known") index.set(value.value, resource);
      }
    }
    this.byIdentity.set(type, index);
    return index;
  }
}

/** `arn:aws:lambda:eu-west-1:1:function:name:alias` names the same function as the ARN without `:alias`. */
function withoutQualifier(value: string): string {
  return value.replace(/^(arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]+):[^:]+$/, "$1");
}
