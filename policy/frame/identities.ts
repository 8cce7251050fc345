import { findAccount } from "./accounts";
import { type Resource, types } from "./resource";

/** The names of the resources of one type, and their scope. */
interface Identity {
  /** The properties by which others refer to it: ARNs, ids, URLs and names. */
  readonly keys: readonly string[];
  /** The service in an ARN, and the part after the account, with the name as a group, and the scope if it has one. */
  readonly arn?: readonly [service: string, rest: RegExp];
  /** The property that is the name in the ARN. */
  readonly name?: string;
  /** A name is unique over all Regions, as in IAM, S3 and CloudFront. */
  readonly global?: boolean;
  /** The property that a name is unique in, such as the bus of a rule, with what AWS uses when it is left out. */
  readonly scope?: readonly [property: string, unset: string];
}

/** For types that are not in the table. */
const usual: Identity = { keys: ["arn", "name", "id"] };

const iam = { name: "name", global: true } as const;

const identities: Readonly<Record<string, Identity>> = {
  [types.function]: {
    keys: ["arn", "name", "id", "qualifiedArn", "invokeArn", "qualifiedInvokeArn"],
    arn: ["lambda", /^function:(?<name>[^:]+)/],
    name: "name",
  },
  [types.alias]: { keys: ["arn", "invokeArn", "id"] },
  [types.layerVersion]: { keys: ["arn", "id"] },
  [types.bucket]: { keys: ["bucket", "arn", "id"], arn: ["s3", /^(?<name>[^/]+)/], name: "bucket", global: true },
  [types.role]: { ...usual, ...iam, arn: ["iam", /^role\/(?:.*\/)?(?<name>[^/]+)$/] },
  [types.policy]: { ...iam, keys: ["arn", "id"], arn: ["iam", /^policy\/(?:.*\/)?(?<name>[^/]+)$/] },
  [types.user]: { ...usual, ...iam, arn: ["iam", /^user\/(?:.*\/)?(?<name>[^/]+)$/] },
  [types.group]: { ...usual, ...iam, arn: ["iam", /^group\/(?:.*\/)?(?<name>[^/]+)$/] },
  [types.logGroup]: { keys: ["name", "arn", "id"], arn: ["logs", /^log-group:(?<name>[^:]+)/], name: "name" },
  [types.eventRule]: {
    keys: ["name", "arn", "id"],
    arn: ["events", /^rule\/(?:(?<scope>.+)\/)?(?<name>[^/]+)$/],
    name: "name",
    scope: ["eventBusName", "default"],
  },
  [types.queue]: { keys: ["arn", "url", "id"], arn: ["sqs", /^(?<name>.+)$/], name: "name" },
  [types.topic]: { keys: ["arn", "id"], arn: ["sns", /^(?<name>[^:]+)$/], name: "name" },
  [types.table]: {
    keys: ["name", "arn", "streamArn", "id"],
    arn: ["dynamodb", /^table\/(?<name>[^/]+)/],
    name: "name",
  },
  [types.stream]: { keys: ["arn", "name", "id"], arn: ["kinesis", /^stream\/(?<name>[^/]+)/], name: "name" },
  [types.stateMachine]: { keys: ["arn", "name", "id"], arn: ["states", /^stateMachine:(?<name>[^:]+)/], name: "name" },
  [types.backupPlan]: { keys: ["id", "arn"] },
  [types.restApi]: { keys: ["id", "arn", "executionArn", "rootResourceId"] },
  [types.apiStage]: { keys: ["arn", "id"] },
  [types.apiAuthorizer]: { keys: ["id"] },
  [types.apiDomain]: { keys: ["domainName", "id", "arn"] },
  [types.httpApi]: { keys: ["id", "arn", "executionArn"] },
  [types.httpStage]: { keys: ["arn", "id"] },
  [types.httpDomain]: { keys: ["domainName", "id", "arn"] },
  [types.userPool]: { keys: ["id", "arn"] },
  [types.identityPool]: { keys: ["id", "arn"] },
  [types.key]: { keys: ["arn", "keyId", "id"] },
  [types.webAcl]: { keys: ["arn", "id"] },
  [types.certificate]: { keys: ["arn", "id"], global: true },
  [types.secret]: { keys: ["arn", "id"] },
  [types.subnet]: { keys: ["id"] },
  [types.dbProxy]: { keys: ["name", "id", "arn"] },
  [types.dbCluster]: { keys: ["id", "clusterIdentifier", "arn"] },
  "aws:opensearch/domain:Domain": { keys: ["arn", "domainName", "id"] },
  "aws:elasticsearch/domain:Domain": { keys: ["arn", "domainName", "id"] },
};

/** The parts of an ARN of a type. */
interface Named {
  readonly name: string;
  readonly account: string | undefined;
  readonly region: string;
  readonly scope: string | undefined;
}

function parseArn(type: string, value: string): Named | undefined {
  const { arn } = identities[type] ?? usual;
  const [prefix, , service, region = "", , ...rest] = value.split(":");
  if (!arn || prefix !== "arn" || service !== arn[0]) return undefined;
  const groups = arn[1].exec(rest.join(":"))?.groups;
  if (groups?.["name"] === undefined) return undefined;
  return { name: groups["name"], account: findAccount(value), region, scope: groups["scope"] };
}

/** The resources of one type, found by what names them. */
export class Directory {
  private readonly byValue = new Map<string, Resource[]>();
  private readonly byName = new Map<string, Resource[]>();
  private readonly identity: Identity;

  constructor(
    private readonly type: string,
    resources: readonly Resource[],
  ) {
    this.identity = identities[type] ?? usual;
    for (const resource of resources) {
      for (const value of new Set(this.identity.keys.map((key) => text(resource, key)))) {
        if (value !== undefined) add(this.byValue, value, resource);
      }
      const name = this.identity.name === undefined ? undefined : text(resource, this.identity.name);
      if (name !== undefined) add(this.byName, name, resource);
    }
  }

  /** The resources that a value of another resource names. */
  find(from: Resource, value: string): readonly Resource[] {
    const exact = this.byValue.get(value);
    if (exact)
      return value.startsWith("arn:")
        ? exact
        : nearest(
            from,
            exact.filter((each) => this.sees(from, each)),
          );
    const named = parseArn(this.type, value);
    if (!named) return [];
    return nearest(
      from,
      (this.byName.get(named.name) ?? []).filter((each) => this.isNamed(each, named)),
    );
  }

  /** Whether a bare name that a resource uses can be this one: of its account and Region, and of the scope that it names. */
  private sees(from: Resource, to: Resource): boolean {
    const { scope, global = false } = this.identity;
    if (this.type !== types.bucket && !mayBeEqual(from.account, to.account)) return false;
    if (!global && !sameRegion(from.regionReading, to.regionReading)) return false;
    if (!scope) return true;
    return mayBeEqual(scopeName(from, scope), scopeName(to, scope));
  }

  /** An ARN that is known already would have been found by its value. */
  private isNamed(resource: Resource, { account, region, scope }: Named): boolean {
    if (resource.get("arn").any().state === "known") return false;
    if (!mayBeEqual(account, resource.account)) return false;
    const own = resource.regionReading;
    if (region !== "" && own.state === "known" && own.value !== region) return false;
    return (
      !this.identity.scope || mayBeEqual(scope ?? this.identity.scope[1], scopeName(resource, this.identity.scope))
    );
  }
}

function text(resource: Resource, key: string): string | undefined {
  const value = resource.get(key).text();
  return value.state === "known" ? value.value : undefined;
}

function add(index: Map<string, Resource[]>, key: string, resource: Resource): void {
  const existing = index.get(key);
  if (existing) existing.push(resource);
  else index.set(key, [resource]);
}

/** The name of the scope, of which an ARN may be given; `undefined` while it is not known. */
function scopeName(resource: Resource, [property, unset]: readonly [string, string]): string | undefined {
  const reading = resource.get(property).text();
  if (reading.state === "absent") return unset;
  return reading.state === "known" ? reading.value.slice(reading.value.lastIndexOf("/") + 1) : undefined;
}

/** Among several matches, those of the provider that makes the referring resource: two accounts may use one name. */
function nearest(from: Resource, found: readonly Resource[]): readonly Resource[] {
  if (found.length < 2) return found;
  const own = found.filter((each) => each.providerUrn === from.providerUrn);
  return own.length > 0 ? own : found;
}

function mayBeEqual(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function sameRegion(a: Resource["regionReading"], b: Resource["regionReading"]): boolean {
  return a.state !== "known" || b.state !== "known" || a.value === b.value;
}
