import { Property, type Reading } from "./known";

/** What a policy is given for one resource; the same shape for a single resource and for those of a stack. */
export interface PolicyInput {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly props: unknown;
  readonly provider?: { readonly urn: string; readonly props: unknown } | undefined;
  readonly dependencies?: readonly { readonly urn: string }[];
  readonly propertyDependencies?: Readonly<Record<string, readonly { readonly urn: string }[]>>;
}

/** A resource as rules see it. */
export class Resource {
  readonly urn: string;
  /** Pulumi's type token, for example `aws:lambda/function:Function`. */
  readonly type: string;
  readonly name: string;
  readonly properties: Property;

  constructor(private readonly input: PolicyInput) {
    this.urn = input.urn;
    this.type = canonical(input.type);
    this.name = input.name;
    this.properties = Property.of(input.props);
  }

  /** A property by its path. */
  get(...path: (string | number)[]): Property {
    return this.properties.at(...path);
  }

  /** A tag of the resource, its own or its provider's default one. */
  tag(key: string): Reading<string> {
    const own = this.get("tags", key).text();
    return own.state === "absent" ? this.get("tagsAll", key).text() : own;
  }

  /** How messages call it: `Function "thumbnailer"`. */
  get label(): string {
    return `${this.type.slice(this.type.lastIndexOf(":") + 1)} "${this.name}"`;
  }

  /** The URNs of the resources that a top-level property was made from. */
  sourcesOf(property: string): readonly string[] {
    return (this.input.propertyDependencies?.[property] ?? []).map((source) => source.urn);
  }

  /** The Region the resource is made in: its own or its provider's. */
  get regionReading(): Reading<string> {
    const own = this.get("region").text();
    return own.state === "absent" ? Property.of(this.input.provider?.props).at("region").text() : own;
  }

  /** What stands for the Region the resource is made in; resources of one provider share one. */
  get region(): string {
    const { regionReading } = this;
    return regionReading.state === "known" ? regionReading.value : (this.input.provider?.urn ?? "");
  }
}

/** The type under which rules know a resource: version 6 of the AWS provider has two for some. */
export function canonical(type: string): string {
  return type === "aws:s3/bucketV2:BucketV2" ? types.bucket : type;
}

/** The type token of the stack itself. */
export const stackType = "pulumi:pulumi:Stack";

/** The type tokens of the resources that rules look at. */
export const types = {
  function: "aws:lambda/function:Function",
  alias: "aws:lambda/alias:Alias",
  permission: "aws:lambda/permission:Permission",
  layerVersion: "aws:lambda/layerVersion:LayerVersion",
  functionUrl: "aws:lambda/functionUrl:FunctionUrl",
  functionEventInvokeConfig: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  provisionedConcurrency: "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
  bucket: "aws:s3/bucket:Bucket",
  bucketNotification: "aws:s3/bucketNotification:BucketNotification",
  bucketPolicy: "aws:s3/bucketPolicy:BucketPolicy",
  bucketPublicAccessBlock: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  accountPublicAccessBlock: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  rolePolicyAttachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  policy: "aws:iam/policy:Policy",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  metricAlarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  eventRule: "aws:cloudwatch/eventRule:EventRule",
  eventTarget: "aws:cloudwatch/eventTarget:EventTarget",
  schedule: "aws:scheduler/schedule:Schedule",
  queue: "aws:sqs/queue:Queue",
} as const;

/** Types of ours that take tags; others are known by the tags that they have. */
const taggableTypes = new Set<string>([
  types.function,
  types.bucket,
  types.role,
  types.policy,
  types.logGroup,
  types.metricAlarm,
  types.eventRule,
  types.queue,
]);

/** Whether a resource takes tags. */
export function taggable(resource: Resource): boolean {
  const has = (property: string): boolean => resource.get(property).any().state !== "absent";
  return resource.type.startsWith("aws:") && (taggableTypes.has(resource.type) || has("tags") || has("tagsAll"));
}
