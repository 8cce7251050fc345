import assert from "node:assert/strict";
import * as policy from "@pulumi/policy";
import fc from "fast-check";
import { Graph } from "../../policy/frame/graph";
import { type PolicyInput, types } from "../../policy/frame/resource";
import { message, type ResourceRule, type Rule, listTypes, type Verdict } from "../../policy/frame/rule";
import { rules } from "../../policy/rules";
import { makeContext, defaults } from "../../policy/frame/settings";
import { unknown } from "./server";

/** The proxy of the policy server, which throws at unknown values; its declaration refers to a type that is left out. */
const { unknownCheckingProxy } = policy as unknown as { unknownCheckingProxy: (properties: unknown) => unknown };

const document = {
  Statement: [{ Effect: "Allow", Action: ["s3:*"], Resource: ["arn:aws:s3:::uploads/*"], Condition: {} }],
};
const denial = {
  Statement: {
    Effect: "Deny",
    Principal: { AWS: "*" },
    Action: "s3:*",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  },
};

const open = {
  Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "*", Condition: { StringLike: { a: "*" } } }],
};

const data = {
  table: {
    name: "users",
    arn: "arn:t",
    streamArn: "arn:s",
    billingMode: "PROVISIONED",
    readCapacity: 40_001,
    writeCapacity: 5,
    hashKey: "id",
    rangeKey: "at",
    attributes: [{ name: "id", type: "S" }],
    globalSecondaryIndexes: [
      { name: "g", hashKey: "a", readCapacity: 1, keySchemas: [{ attributeName: "b", keyType: "HASH" }] },
    ],
    localSecondaryIndexes: [{ name: "l", rangeKey: "c" }],
    replicas: [{ regionName: "eu-west-2", consistencyMode: "STRONG" }],
    globalTableWitness: { regionName: "eu-west-3" },
    ttl: { attributeName: "id" },
    pointInTimeRecovery: { enabled: false, recoveryPeriodInDays: 36 },
    streamEnabled: true,
    streamViewType: "KEYS_ONLY",
  },
  tableReplica: { globalTableArn: "arn:t" },
  tablePolicy: { policy: open },
  scalingTarget: { resourceId: "table/users", scalableDimension: "dynamodb:table:WriteCapacityUnits" },
  daxCluster: {
    replicationFactor: 12,
    serverSideEncryption: { enabled: false },
    clusterEndpointEncryptionType: "NONE",
  },
  daxSubnetGroup: { subnetIds: ["a"] },
  eventSourceMapping: { eventSourceArn: "arn:s", functionName: "f" },
  pipe: { source: "arn:s" },
  bucketLifecycle: {
    bucket: "uploads",
    rules: [
      {
        status: "Enabled",
        transitions: [{ days: 1, storageClass: "STANDARD_IA" }],
        expiration: { days: 1 },
        noncurrentVersionExpiration: { noncurrentDays: 1 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
      },
    ],
  },
  bucketEncryption: {
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" }, bucketKeyEnabled: false }],
  },
  bucketVersioning: { bucket: "uploads", versioningConfiguration: { status: "Enabled" } },
  bucketReplication: { bucket: "uploads", rules: [{ destination: { bucket: "arn:aws:s3:::uploads" } }] },
  bucketLogging: { bucket: "uploads", targetBucket: "uploads" },
  bucketAcl: { bucket: "uploads", acl: "public-read" },
  backupPlan: {
    id: "plan",
    rules: [{ schedule: "cron(0 5 * * *)", lifecycle: { coldStorageAfter: 30, deleteAfter: 100 } }],
  },
  backupSelection: { planId: "plan" },
  backupVaultPolicy: { policy: open },
  stream: { arn: "arn:k", name: "events", encryptionType: "NONE", retentionPeriod: 23, maxRecordSizeInKib: 1 },
  streamPolicy: { policy: open },
  firehose: { name: "logs", extendedS3Configuration: { roleArn: "r", bucketArn: "arn:aws:s3:::uploads" } },
};

const apiDocument = {
  security: [{ key: [] }],
  paths: {
    "/users": {
      get: {
        security: [],
        "x-amazon-apigateway-integration": { uri: "f", credentials: "r", timeoutInMillis: 30_000 },
      },
    },
  },
};

const apis = {
  restApi: {
    id: "api",
    body: JSON.stringify(apiDocument),
    policy: open,
    endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["v"] },
    disableExecuteApiEndpoint: false,
  },
  restApiPolicy: {
    restApiId: "api",
    policy: { Statement: { Effect: "Deny", Condition: { A: { "aws:SourceVpce": "v" } } } },
  },
  apiResource: { restApi: "api" },
  apiMethod: { restApi: "api", resourceId: "r", httpMethod: "GET", authorization: "NONE", apiKeyRequired: true },
  apiIntegration: {
    restApi: "api",
    resourceId: "r",
    httpMethod: "GET",
    type: "AWS",
    uri: "f",
    timeoutMilliseconds: 30_000,
  },
  apiIntegrationResponse: {
    responseParameters: {
      "method.response.header.Access-Control-Allow-Origin": "'*'",
      "method.response.header.Access-Control-Allow-Credentials": "'true'",
    },
  },
  apiAuthorizer: { restApi: "api", authorizerResultTtlInSeconds: 3601 },
  apiDeployment: { restApi: "api", triggers: {} },
  apiStage: {
    arn: "stage",
    restApi: "api",
    stageName: "live",
    variables: { a: "b" },
    accessLogSettings: { destinationArn: "l", format: "{}" },
  },
  apiMethodSettings: {
    restApi: "api",
    stageName: "live",
    methodPath: "*/*",
    settings: { throttlingRateLimit: 10_001, throttlingBurstLimit: 1, cachingEnabled: true, dataTraceEnabled: true },
  },
  apiUsagePlan: { apiStages: [{ apiId: "api", stage: "live" }] },
  apiDomain: {
    domainName: "api.example.com",
    certificateArn: "arn:aws:acm:eu-west-1:1:certificate/c",
    securityPolicy: "TLS_1_0",
    mutualTlsAuthentication: { truststoreUri: "s3://t" },
  },
  apiBasePath: { domainName: "api.example.com", restApi: "api" },
  httpApi: {
    id: "http",
    protocolType: "HTTP",
    body: "{}",
    corsConfiguration: { allowCredentials: true, allowOrigins: ["*"] },
  },
  httpRoute: { apiId: "http", routeKey: "$default", authorizationType: "NONE" },
  httpIntegration: { apiId: "http", integrationUri: "f", credentialsArn: "r", timeoutMilliseconds: 1 },
  httpAuthorizer: { apiId: "http", authorizerResultTtlInSeconds: 1 },
  httpStage: { arn: "h", apiId: "http", stageVariables: {}, defaultRouteSettings: { throttlingRateLimit: 1 } },
  httpDomain: { domainName: "http.example.com", mutualTlsAuthentication: { truststoreUri: "s3://t" } },
  httpApiMapping: { domainName: "http.example.com", apiId: "http" },
  webAcl: { arn: "acl", scope: "CLOUDFRONT", defaultAction: { allow: {} }, rules: [], visibilityConfig: {} },
  webAclAssociation: { resourceArn: "stage", webAclArn: "acl" },
  webAclLogging: { resourceArn: "acl", logDestinationConfigs: ["arn:aws:logs:eu-west-1:1:log-group:waf:*"] },
  certificate: { arn: "c", keyAlgorithm: "RSA_1024", validationMethod: "EMAIL" },
};

const provider = "cognito-idp.eu-west-1.amazonaws.com/pool";
const users = {
  userPool: {
    id: "pool",
    passwordPolicy: { minimumLength: 5, passwordHistorySize: 25, temporaryPasswordValidityDays: 366 },
    userPoolAddOns: { advancedSecurityMode: "AUDIT" },
    userPoolTier: "LITE",
    schemas: [{ name: "team" }],
    lambdaConfig: { preSignUp: "f", preTokenGenerationConfig: { lambdaArn: "f" } },
  },
  userPoolClient: {
    allowedOauthFlows: ["client_credentials", "implicit"],
    callbackUrls: ["http://a"],
    accessTokenValidity: 25,
    tokenValidityUnits: { accessToken: "hours" },
    explicitAuthFlows: ["USER_PASSWORD_AUTH"],
  },
  userGroup: { roleArn: "arn:aws:iam::1:role/r" },
  resourceServer: { scopes: [{ scopeName: "a" }] },
  identityPool: { id: "identities", allowUnauthenticatedIdentities: true, allowClassicFlow: true },
  identityPoolRoles: {
    roles: { authenticated: "arn:aws:iam::1:role/r" },
    roleMappings: [
      { identityProvider: provider, mappingRules: [{ claim: "custom:role", roleArn: "arn:aws:iam::1:role/r" }] },
    ],
  },
  principalTags: { identityProviderName: provider, useDefaults: false, principalTags: { tenant: "custom:tenant" } },
};

const others = {
  queuePolicy: { policy: open },
  queueRedrivePolicy: { queueUrl: "u", redrivePolicy: '{"deadLetterTargetArn":"q"}' },
  topic: { arn: "t", policy: open },
  topicPolicy: { policy: open },
  key: { arn: "k", policy: open, deletionWindowInDays: 6, customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
  keyPolicy: { policy: open },
  secret: { arn: "s", policy: open, recoveryWindowInDays: 6 },
  secretPolicy: { policy: open },
  secretRotation: { secretId: "s" },
  parameter: { type: "String", value: "x" },
  instance: { userData: "x", userDataBase64: "eA==" },
  launchTemplate: { userData: "eA==" },
  taskDefinition: { containerDefinitions: JSON.stringify([{ environment: [{ name: "A", value: "x" }] }]) },
};

const databases = {
  subnet: { id: "a", vpcId: "v", availabilityZone: "eu-west-1a" },
  natGateway: { subnetId: "a" },
  vpcEndpoint: { serviceName: "com.amazonaws.eu-west-1.lambda" },
  dbInstance: { storageEncrypted: false, publiclyAccessible: true, backupRetentionPeriod: 0, password: "hunter2" },
  dbCluster: {
    id: "c",
    storageEncrypted: "false",
    masterPassword: "hunter2",
    serverlessv2ScalingConfiguration: { minCapacity: 0.3, maxCapacity: 257 },
  },
  dbClusterInstance: { publiclyAccessible: true },
  dbClusterRole: { featureName: "Lambda" },
  dbInstanceRole: { featureName: "Lambda" },
  dbProxy: { name: "p", endpoint: "x", requireTls: false, vpcSubnetIds: ["a"], auths: [{}], idleClientTimeout: 0 },
  dbProxyEndpoint: { dbProxyName: "p", endpoint: "y", vpcSubnetIds: ["a"] },
  dbProxyTarget: { dbProxyName: "p", dbClusterIdentifier: "c" },
  dbProxyTargetGroup: {
    dbProxyName: "p",
    connectionPoolConfig: { maxConnectionsPercent: 0, connectionBorrowTimeout: 301 },
  },
  replicationGroup: { transitEncryptionEnabled: false, atRestEncryptionEnabled: "no" },
  serverlessCache: { snapshotRetentionLimit: 36 },
  cacheUser: { noPasswordRequired: true },
};

const edge = {
  distribution: {
    origins: [
      {
        originId: "o",
        domainName: "b.s3.eu-west-1.amazonaws.com",
        customOriginConfig: { originProtocolPolicy: "http-only", originSslProtocols: ["SSLv3"] },
      },
    ],
    defaultCacheBehavior: {
      viewerProtocolPolicy: "allow-all",
      functionAssociations: [{ eventType: "viewer-request" }],
      lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: "arn:aws:lambda:eu-west-1:1:function:f" }],
    },
    orderedCacheBehaviors: [
      { viewerProtocolPolicy: "allow-all", functionAssociations: [{ eventType: "origin-request" }] },
    ],
    viewerCertificate: { minimumProtocolVersion: "TLSv1" },
  },
  edgeFunction: { code: "x", runtime: "cloudfront-js-1.0" },
  logDeliverySource: { resourceArn: "arn:aws:cloudfront::1:distribution/E1", logType: "ACCESS_LOGS" },
  logDeliveryDestination: { deliveryDestinationConfiguration: { destinationResourceArn: "arn:aws:s3:::uploads" } },
};

const flows = {
  topicSubscription: { topic: "t", protocol: "lambda", redrivePolicy: '{"deadLetterTargetArn":"q"}' },
  eventBusPolicy: { policy: open },
  stateMachine: {
    name: "m",
    type: "EXPRESS",
    definition: '{"States":{"A":{"Resource":"arn:aws:states:::x.sync","TimeoutSeconds":301}}}',
    loggingConfiguration: { level: "ALL" },
  },
  user: { name: "u" },
  userPolicy: { user: "u", policy: open },
  userPolicyAttachment: { user: "u", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
  group: { name: "g" },
  groupPolicy: { group: "g", policy: open },
  groupPolicyAttachment: { group: "g", policyArn: "p" },
  policyAttachment: { roles: ["r"], users: ["u"], groups: ["g"], policyArn: "p" },
  graphqlApi: { xrayEnabled: false, logConfig: { fieldLogLevel: "NONE" } },
};

/** A stack that has every property that the rules read. */
const whole: Readonly<Record<keyof typeof types, Record<string, unknown>>> = {
  function: {
    arn: "arn:aws:lambda:eu-west-1:1:function:f",
    name: "f",
    role: "r",
    region: "eu-west-1",
    runtime: "nodejs18.x",
    packageType: "Zip",
    timeout: 901,
    memorySize: 10_240,
    ephemeralStorage: { size: 512 },
    environment: { variables: { AWS_REGION: "x", DB_PASSWORD: "hunter2" } },
    layers: ["l", "m"],
    vpcConfig: { subnetIds: ["a"], securityGroupIds: ["b"] },
    tracingConfig: { mode: "Active" },
    loggingConfig: { logGroup: "logs" },
    deadLetterConfig: { targetArn: "q" },
    snapStart: { applyOn: "PublishedVersions" },
    publish: false,
    fileSystemConfig: { arn: "a" },
    architectures: ["arm64"],
    kmsKeyArn: "k",
    reservedConcurrentExecutions: 901,
    code: { assets: {}, path: "x" },
  },
  alias: { arn: "alias", functionName: "f" },
  permission: { principal: "s3.amazonaws.com", sourceArn: "x" },
  layerVersion: { arn: "l", code: { path: "x" } },
  bucketObject: { bucket: "code", key: "old.zip", source: { path: "x" } },
  bucketObjectV2: { bucket: "code", key: "new.zip", source: { path: "x" } },
  functionUrl: { authorizationType: "NONE" },
  functionEventInvokeConfig: {
    functionName: "f",
    maximumRetryAttempts: 3,
    maximumEventAgeInSeconds: 1,
    destinationConfig: { onFailure: { destination: "q" } },
  },
  provisionedConcurrency: { functionName: "alias", qualifier: "$LATEST", provisionedConcurrentExecutions: 1 },
  bucket: { bucket: "uploads", arn: "arn:aws:s3:::uploads", policy: "{}" },
  bucketNotification: {
    bucket: "uploads",
    lambdaFunctions: [{ lambdaFunctionArn: "f", events: ["s3:ObjectCreated:*"], filterPrefix: "a", filterSuffix: "b" }],
    queues: [{ queueArn: "q", events: ["s3:ObjectCreated:Put"], filterPrefix: "a" }],
    topics: [{ topicArn: "t", events: ["s3:*"] }],
  },
  bucketPolicy: { bucket: "uploads", policy: denial },
  bucketPublicAccessBlock: { bucket: "uploads", blockPublicAcls: true, blockPublicPolicy: "false" },
  accountPublicAccessBlock: { blockPublicAcls: true },
  role: {
    arn: "arn:aws:iam::1:role/r",
    name: "r",
    inlinePolicies: [{ policy: JSON.stringify(document) }],
    assumeRolePolicy: {
      Statement: {
        Effect: "Allow",
        Principal: { Federated: "cognito-identity.amazonaws.com" },
        Condition: { StringLike: {} },
      },
    },
    managedPolicyArns: ["p", "arn:aws:iam::aws:policy/AmazonS3FullAccess"],
  },
  rolePolicy: { role: "r", policy: document },
  rolePolicyAttachment: { role: "r", policyArn: "p" },
  policy: { arn: "p", policy: JSON.stringify(document) },
  logGroup: { name: "logs", retentionInDays: 31 },
  metricAlarm: {
    metricName: "Errors",
    dimensions: { FunctionName: "f" },
    period: 61,
    evaluationPeriods: 2,
    datapointsToAlarm: 3,
    metricQueries: [{ period: 5, metric: { period: 5 } }],
    alarmActions: [],
  },
  eventRule: { name: "rule", scheduleExpression: "cron(0 0 * * *)" },
  eventTarget: { rule: "rule", retryPolicy: { maximumRetryAttempts: 186 }, deadLetterConfig: { arn: "q" } },
  schedule: {
    scheduleExpression: "rate(1 minutes)",
    scheduleExpressionTimezone: "Mars/Olympus",
    flexibleTimeWindow: { maximumWindowInMinutes: 0 },
    target: { retryPolicy: { maximumRetryAttempts: -1 }, deadLetterConfig: { arn: "q" } },
  },
  queue: {
    arn: "q",
    url: "u",
    delaySeconds: 901,
    fifoQueue: true,
    redrivePolicy: '{"deadLetterTargetArn":"q"}',
    policy: JSON.stringify(open),
  },
  ...data,
  ...apis,
  ...users,
  ...others,
  ...databases,
  ...edge,
  ...flows,
};

type Path = readonly string[];

/** Every path into a value. */
function paths(value: unknown, path: Path = []): Path[] {
  const children = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [path, ...children.flatMap(([key, child]) => paths(child, [...path, key]))];
}

/** A copy of a value with something else in one place; a place that is gone by now is left alone. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (typeof value !== "object" || value === null) return value;
  const copy: unknown[] | Record<string, unknown> = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  const child = replaced((value as Record<string, unknown>)[key], rest, by);
  return Object.assign(copy, { [key]: child });
}

/** As deep as a hostile document gets, as a value and as a text. */
const depth = 2_000;
const deepText = `${'{"States":{"A":{"Type":"Map","ItemProcessor":'.repeat(depth)}{}${"}}}".repeat(depth)}`;
const deepList = `${"[".repeat(depth)}${"]".repeat(depth)}`;
const deep = [JSON.parse(deepText), JSON.parse(deepList)] as const;

/** What stands for nothing in any place: values of wrong kinds, and too deep ones. */
const hostile = fc.constantFrom<unknown>(null, "", "{", deepText, deepList, ...deep, -1, true, {}, [], [[]], [null]);

const odd = fc.oneof(
  { weight: 2, arbitrary: hostile },
  { weight: 4, arbitrary: fc.constant(unknown) },
  fc.constantFrom<unknown>(
    undefined,
    null,
    "",
    "{",
    "[]",
    '{"Statement":[null,1,[],{"Effect":[],"Action":{}}]}',
    -1,
    {},
    [],
  ),
  fc.constantFrom<unknown>([unknown], { a: unknown }, [[unknown]], [null], "*", ["*", unknown], true),
  fc.anything({ maxDepth: 2 }),
);

const places = paths(whole).filter((path) => path.length > 1);
const changes = fc.array(fc.tuple(fc.constantFrom(...places), odd), { minLength: 1, maxLength: 6 });
const links = fc.boolean();

/** The stack as the server hands it to policies: behind the proxy, with or without recorded links. */
function inputs(changed: Record<string, unknown>, linked: boolean): readonly PolicyInput[] {
  const kinds = Object.keys(whole) as (keyof typeof types)[];
  const all = kinds.map((kind) => ({ urn: `urn:pulumi:test::headroom::${types[kind]}::${kind}` }));
  return kinds.map((kind, index) => ({
    type: types[kind],
    urn: all[index]?.urn ?? "",
    name: kind,
    props: unknownCheckingProxy(changed[kind]),
    propertyDependencies: linked ? Object.fromEntries(Object.keys(whole[kind]).map((name) => [name, all])) : {},
  }));
}

const context = makeContext({
  ...defaults,
  today: "2026-11-23",
  allowedRegions: ["eu-west-1"],
  allowedRuntimes: ["nodejs24.x"],
  requiredTags: { team: ["data"] },
});

const ofRule = (rule: ResourceRule, stack: Graph) => listTypes(rule).flatMap((type) => stack.ofType(type));

/** The verdicts of a rule on all that it looks at. */
function verdicts(rule: Rule, stack: Graph): readonly (Verdict | Promise<Verdict>)[] {
  if (rule.scope === "stack") return [rule.check(stack, context)];
  return ofRule(rule, stack).map((resource) => rule.check(resource, context));
}

/** The use of limits that a rule reports, and the changes that it would make. */
async function rest(rule: Rule, stack: Graph): Promise<void> {
  const uses =
    rule.scope === "stack"
      ? [await rule.usage?.(stack)]
      : await Promise.all(ofRule(rule, stack).map(async (resource) => rule.usage?.(resource)));
  for (const use of uses) {
    for (const { used } of use ?? []) assert.ok(used === undefined || Number.isFinite(used), `${rule.id} uses ${used}`);
  }
  const { remedy } = rule;
  for (const resource of remedy ? stack.ofType(remedy.type) : []) JSON.stringify(remedy?.change(resource));
}

/** Places that people keep secrets in: no message may repeat what is there. */
const secretPlaces: readonly Path[] = [
  ["function", "environment", "variables", "DB_PASSWORD"],
  ["function", "environment", "variables", "AWS_REGION"],
  ["function", "code", "assets"],
  ["bucket", "policy"],
  ["bucketPolicy", "policy", "Statement", "Condition"],
  ["role", "inlinePolicies", "0", "policy"],
  ["rolePolicy", "policy"],
  ["policy", "policy"],
  ["queue", "url"],
];

describe("no rule tells a secret", () => {
  const secret = fc
    .tuple(fc.constantFrom("AKIAIOSFODNN7", "-----BEGIN PRIVATE KEY-----", "", "ghp_"), fc.uuid())
    .map(([prefix, rest]) => `${prefix}${rest}`);
  it("wherever it is kept, and whatever else is wrong", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...secretPlaces), secret, changes, async (place, value, made) => {
        const changed = [...made, [place, value] as const].reduce<unknown>(
          (stack, [path, by]) => replaced(stack, path, by),
          whole,
        );
        const stack = new Graph(inputs(changed as Record<string, unknown>, true));
        for (const rule of rules) {
          for (const verdict of verdicts(rule, stack)) {
            for (const answer of await verdict) assert.ok(!message(rule, answer).includes(value), rule.id);
          }
        }
      }),
      { numRuns: 100 },
    );
  }).timeout(180_000);
});

describe("no rule throws", () => {
  it("whatever is odd or unknown in a stack, and each answer is a sentence, a fix and a page", async () => {
    await fc.assert(
      fc.asyncProperty(changes, links, async (made, linked) => {
        const changed = made.reduce<unknown>((stack, [path, by]) => replaced(stack, path, by), whole);
        const stack = new Graph(inputs(changed as Record<string, unknown>, linked));
        for (const rule of rules) {
          await rest(rule, stack);
          for (const verdict of verdicts(rule, stack)) {
            for (const answer of await verdict) assert.match(message(rule, answer), /\.\nFix: .* See https:/s);
          }
        }
      }),
      { numRuns: 250 },
    );
  }).timeout(180_000);
});

/** What it says of one alarm it says of several together: a hostile one besides makes it a finding on the stack. */
const collective = "cloudwatch-alarm-actions";

/** The rules that the resources that are well formed violate, each with the resource; the stack as a whole has none. */
async function violatedIn(stack: Graph, healthy: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const said = new Set<string>();
  for (const rule of rules.filter(({ id }) => id !== collective)) {
    for (const verdict of verdicts(rule, stack)) {
      for (const { kind, resource } of await verdict) {
        const urn = resource?.urn ?? "";
        // A finding on several resources together names none of them.
        if (kind === "violated" && (resource === undefined || healthy.has(urn))) said.add(`${rule.id} ${urn}`);
      }
    }
  }
  return said;
}

describe("no rule falls silent", () => {
  const kinds = Object.keys(whole) as (keyof typeof types)[];
  const healthy = inputs(whole, true);
  const urns = new Set(healthy.map(({ urn }) => urn));

  it("of other resources, whatever is wrong with one of each type", async () => {
    const before = await violatedIn(new Graph(healthy), urns);
    assert.ok(before.size > 100, `${before.size} violations`);
    await fc.assert(
      fc.asyncProperty(hostile, async (value) => {
        // Each property that rules read has the value; the names are no others'.
        const wrong = kinds.map((kind): PolicyInput => ({
          type: types[kind],
          urn: `urn:pulumi:test::headroom::${types[kind]}::hostile`,
          name: "hostile",
          props: unknownCheckingProxy(Object.fromEntries(Object.keys(whole[kind]).map((name) => [name, value]))),
        }));
        const after = await violatedIn(new Graph([...wrong, ...healthy]), urns);
        assert.deepEqual(
          [...before].filter((each) => !after.has(each) && !after.has(`${each.split(" ")[0]} `)),
          [],
        );
      }),
      { numRuns: 30 },
    );
  }).timeout(180_000);
});
