import { findAccount, providerAccount } from "./accounts";
import { canonicalTypes } from "./canonicalTypes";
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
    this.type = currentType(input.type);
    this.name = input.name;
    this.properties = Property.of(input.props);
  }

  private readonly got = new Map<string, Property>();

  /** A property by its path; the same one for every rule. */
  get(...path: (string | number)[]): Property {
    const key = path.length === 1 ? String(path[0]) : JSON.stringify(path);
    let property = this.got.get(key);
    if (!property) this.got.set(key, (property = this.properties.at(...path)));
    return property;
  }

  /** A tag of the resource, its own or its provider's default one. */
  tag(key: string): Reading<string> {
    const own = this.get("tags", key).text();
    return own.state === "absent" ? this.get("tagsAll", key).text() : own;
  }

  /**
   * Whether a provider makes it: a component, which is made of others, has none. Of an exported state the engine does not say
   * who the provider is; then the type decides: `aws-native:s3:Bucket`, `random:index/randomPet:RandomPet`.
   */
  get isCustom(): boolean {
    const { type } = this;
    return (
      !type.startsWith("pulumi:") && (this.input.provider !== undefined || /^[\w-]+-native:|^[^:]+:[^:]+\//.test(type))
    );
  }

  /** How messages call it: `Function "thumbnailer"`. */
  get label(): string {
    return `${this.type.slice(this.type.lastIndexOf(":") + 1)} "${this.name}"`;
  }

  /** The provider that makes it: of one account and Region. */
  get providerUrn(): string | undefined {
    return this.input.provider?.urn;
  }

  /** The URNs of the resources that a top-level property was made from. */
  listSources(property: string): readonly string[] {
    return (this.input.propertyDependencies?.[property] ?? []).map((source) => source.urn);
  }

  /** Whether it is made after another resource, by dependsOn or by a property. */
  dependsOn(urn: string): boolean {
    const { dependencies = [], propertyDependencies = {} } = this.input;
    return [...dependencies, ...Object.values(propertyDependencies).flat()].some((each) => each.urn === urn);
  }

  /** The properties that were made from other resources, as far as Pulumi recorded it. */
  get madeFrom(): readonly string[] {
    return Object.keys(this.input.propertyDependencies ?? {});
  }

  /**
   * Whether AWS will set a property that the program leaves out. Stack rules see such a property as unknown until
   * then; an unknown value that a program sets was made from another resource.
   */
  leavesToAws(property: Property): boolean {
    return property.any().state === "unknown" && this.listSources(String(property.path[0])).length === 0;
  }

  /** The Region the resource is made in: its own or its provider's. */
  get regionReading(): Reading<string> {
    const own = this.get("region").text();
    return own.state === "absent" ? Property.of(this.input.provider?.props).at("region").text() : own;
  }

  private accountBefore: { readonly value: string | undefined } | undefined;

  /** The account the resource is made in, by its own ARN or by what its provider says; `undefined` where neither does. */
  get account(): string | undefined {
    return (this.accountBefore ??= { value: this.readAccount() }).value;
  }

  private readAccount(): string | undefined {
    const arn = this.get("arn").text();
    const own = arn.state === "known" ? findAccount(arn.value) : undefined;
    return own ?? this.providersAccount;
  }

  private get providersAccount(): string | undefined {
    return this.input.provider && providerAccount(Property.of(this.input.provider.props));
  }

  /** What stands for the account and the Region the resource is made in, by its provider: the same before and after it is made. */
  get place(): string {
    return `${this.providersAccount ?? ""} ${this.region}`;
  }

  /** What stands for the Region the resource is made in; resources of one provider share one. */
  get region(): string {
    const { regionReading } = this;
    return regionReading.state === "known" ? regionReading.value : (this.input.provider?.urn ?? "");
  }
}

/**
 * The current type of a resource. The AWS provider still has a second, deprecated type for some resources: names that
 * end in V2, and types in modules from before their service had its own.
 */
export function currentType(type: string): string {
  return canonicalTypes[type] ?? type;
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
  policyAttachment: "aws:iam/policyAttachment:PolicyAttachment",
  user: "aws:iam/user:User",
  userPolicy: "aws:iam/userPolicy:UserPolicy",
  userPolicyAttachment: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
  group: "aws:iam/group:Group",
  groupPolicy: "aws:iam/groupPolicy:GroupPolicy",
  groupPolicyAttachment: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  metricAlarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  eventRule: "aws:cloudwatch/eventRule:EventRule",
  eventTarget: "aws:cloudwatch/eventTarget:EventTarget",
  schedule: "aws:scheduler/schedule:Schedule",
  queue: "aws:sqs/queue:Queue",
  queuePolicy: "aws:sqs/queuePolicy:QueuePolicy",
  queueRedrivePolicy: "aws:sqs/redrivePolicy:RedrivePolicy",
  topic: "aws:sns/topic:Topic",
  topicPolicy: "aws:sns/topicPolicy:TopicPolicy",
  eventSourceMapping: "aws:lambda/eventSourceMapping:EventSourceMapping",
  pipe: "aws:pipes/pipe:Pipe",
  table: "aws:dynamodb/table:Table",
  tableReplica: "aws:dynamodb/tableReplica:TableReplica",
  tablePolicy: "aws:dynamodb/resourcePolicy:ResourcePolicy",
  scalingTarget: "aws:appautoscaling/target:Target",
  daxCluster: "aws:dax/cluster:Cluster",
  daxSubnetGroup: "aws:dax/subnetGroup:SubnetGroup",
  bucketLifecycle: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  bucketEncryption: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  bucketVersioning: "aws:s3/bucketVersioning:BucketVersioning",
  bucketReplication: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  bucketLogging: "aws:s3/bucketLogging:BucketLogging",
  bucketObject: "aws:s3/bucketObject:BucketObject",
  bucketObjectV2: "aws:s3/bucketObjectv2:BucketObjectv2",
  bucketAcl: "aws:s3/bucketAcl:BucketAcl",
  backupPlan: "aws:backup/plan:Plan",
  backupSelection: "aws:backup/selection:Selection",
  backupVaultPolicy: "aws:backup/vaultPolicy:VaultPolicy",
  restApi: "aws:apigateway/restApi:RestApi",
  restApiPolicy: "aws:apigateway/restApiPolicy:RestApiPolicy",
  apiResource: "aws:apigateway/resource:Resource",
  apiMethod: "aws:apigateway/method:Method",
  apiIntegration: "aws:apigateway/integration:Integration",
  apiIntegrationResponse: "aws:apigateway/integrationResponse:IntegrationResponse",
  apiAuthorizer: "aws:apigateway/authorizer:Authorizer",
  apiDeployment: "aws:apigateway/deployment:Deployment",
  apiStage: "aws:apigateway/stage:Stage",
  apiMethodSettings: "aws:apigateway/methodSettings:MethodSettings",
  apiUsagePlan: "aws:apigateway/usagePlan:UsagePlan",
  apiDomain: "aws:apigateway/domainName:DomainName",
  apiBasePath: "aws:apigateway/basePathMapping:BasePathMapping",
  httpApi: "aws:apigatewayv2/api:Api",
  httpRoute: "aws:apigatewayv2/route:Route",
  httpIntegration: "aws:apigatewayv2/integration:Integration",
  httpAuthorizer: "aws:apigatewayv2/authorizer:Authorizer",
  httpStage: "aws:apigatewayv2/stage:Stage",
  httpDomain: "aws:apigatewayv2/domainName:DomainName",
  httpApiMapping: "aws:apigatewayv2/apiMapping:ApiMapping",
  userPool: "aws:cognito/userPool:UserPool",
  userPoolClient: "aws:cognito/userPoolClient:UserPoolClient",
  userGroup: "aws:cognito/userGroup:UserGroup",
  resourceServer: "aws:cognito/resourceServer:ResourceServer",
  identityPool: "aws:cognito/identityPool:IdentityPool",
  identityPoolRoles: "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
  principalTags: "aws:cognito/identityPoolProviderPrincipalTag:IdentityPoolProviderPrincipalTag",
  stream: "aws:kinesis/stream:Stream",
  streamPolicy: "aws:kinesis/resourcePolicy:ResourcePolicy",
  firehose: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  key: "aws:kms/key:Key",
  keyPolicy: "aws:kms/keyPolicy:KeyPolicy",
  webAcl: "aws:wafv2/webAcl:WebAcl",
  webAclAssociation: "aws:wafv2/webAclAssociation:WebAclAssociation",
  webAclLogging: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
  certificate: "aws:acm/certificate:Certificate",
  secret: "aws:secretsmanager/secret:Secret",
  secretPolicy: "aws:secretsmanager/secretPolicy:SecretPolicy",
  secretRotation: "aws:secretsmanager/secretRotation:SecretRotation",
  parameter: "aws:ssm/parameter:Parameter",
  instance: "aws:ec2/instance:Instance",
  launchTemplate: "aws:ec2/launchTemplate:LaunchTemplate",
  taskDefinition: "aws:ecs/taskDefinition:TaskDefinition",
  topicSubscription: "aws:sns/topicSubscription:TopicSubscription",
  eventBusPolicy: "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
  stateMachine: "aws:sfn/stateMachine:StateMachine",
  graphqlApi: "aws:appsync/graphQLApi:GraphQLApi",
  dbInstance: "aws:rds/instance:Instance",
  dbCluster: "aws:rds/cluster:Cluster",
  dbClusterInstance: "aws:rds/clusterInstance:ClusterInstance",
  dbClusterRole: "aws:rds/clusterRoleAssociation:ClusterRoleAssociation",
  dbInstanceRole: "aws:rds/roleAssociation:RoleAssociation",
  dbProxy: "aws:rds/proxy:Proxy",
  dbProxyEndpoint: "aws:rds/proxyEndpoint:ProxyEndpoint",
  dbProxyTarget: "aws:rds/proxyTarget:ProxyTarget",
  dbProxyTargetGroup: "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
  subnet: "aws:ec2/subnet:Subnet",
  natGateway: "aws:ec2/natGateway:NatGateway",
  vpcEndpoint: "aws:ec2/vpcEndpoint:VpcEndpoint",
  replicationGroup: "aws:elasticache/replicationGroup:ReplicationGroup",
  serverlessCache: "aws:elasticache/serverlessCache:ServerlessCache",
  cacheUser: "aws:elasticache/user:User",
  distribution: "aws:cloudfront/distribution:Distribution",
  edgeFunction: "aws:cloudfront/function:Function",
  logDeliverySource: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  logDeliveryDestination: "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
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
