import { account, arn, type Fact, fact, role } from "./inputs";

const batch = {
  type: "MANAGED",
  computeResources: { type: "FARGATE", maxVcpus: 4, subnets: ["subnet-1"], securityGroupIds: ["sg-1"] },
};
const code = (more: object) => ({
  serviceName: "orders",
  sourceConfiguration: {
    codeRepository: {
      repositoryUrl: "https://github.com/a/b",
      sourceCodeVersion: { type: "BRANCH", value: "main" },
      codeConfiguration: { configurationSource: "REPOSITORY" },
    },
    ...more,
  },
});
const results = (resultConfiguration: object, more: object = {}) => ({
  name: "w",
  configuration: { resultConfiguration, ...more },
});
const transform = {
  roleArn: role,
  inputRecordTables: [{ databaseName: "d", tableName: "t" }],
  parameters: { transformType: "FIND_MATCHES", findMatchesParameters: {} },
};
const group = { instanceType: "m5.xlarge" };
const emr = (more: object, attributes: object = {}) => ({
  name: "c",
  releaseLabel: "emr-7.5.0",
  serviceRole: role,
  ec2Attributes: { instanceProfile: "p", subnetId: "subnet-1", ...attributes },
  ...more,
});
const types = (count: number) => Array.from({ length: count }, (_, n) => ({ instanceType: `m${n}.xlarge` }));
const report = {
  reportDeliveryChannel: { s3BucketName: "b" },
  reportSetting: { reportTemplate: "RESTORE_JOB_REPORT" },
};
const managed = { source: { owner: "AWS", sourceIdentifier: "EC2_INSTANCE_NO_PUBLIC_IP" } };
const redshift = {
  clusterIdentifier: "c",
  nodeType: "ra3.large",
  clusterType: "single-node",
  masterUsername: "orders",
  manageMasterPassword: true,
  encrypted: "true",
  skipFinalSnapshot: true,
};
const openZfs = { deploymentType: "SINGLE_AZ_1", subnetIds: ["subnet-1"], throughputCapacity: 64 };
const memory = { aclName: "open-access", nodeType: "db.t4g.small" };
const pipeline = (...artifactStores: object[]) => ({
  name: "p",
  roleArn: role,
  artifactStores,
  stages: [
    {
      name: "Source",
      actions: [
        {
          ...{ name: "s", category: "Source", owner: "AWS", provider: "S3", version: "1", outputArtifacts: ["s"] },
          configuration: { S3Bucket: "b", S3ObjectKey: "k" },
        },
      ],
    },
    {
      name: "Build",
      actions: [
        {
          ...{ name: "b", category: "Build", owner: "AWS", provider: "CodeBuild", version: "1", inputArtifacts: ["s"] },
          configuration: { ProjectName: "p" },
          region: "us-east-1",
        },
      ],
    },
  ],
});
const store = (region?: string) => ({ location: "b", type: "S3", ...(region && { region }) });
const fleet = { baseCapacity: 1, environmentType: "LINUX_CONTAINER", computeType: "ATTRIBUTE_BASED_COMPUTE" };
const broker = (more: object) => ({
  brokerName: "orders",
  engineType: "RabbitMQ",
  engineVersion: "3.13",
  hostInstanceType: "mq.m5.large",
  autoMinorVersionUpgrade: true,
  users: [{ username: "orders", password: "secret-secret" }],
  ...more,
});
const features = {
  eventTimeFeatureName: "at",
  featureDefinitions: [{ featureName: "at", featureType: "String" }],
  featureGroupName: "g",
  recordIdentifierFeatureName: "at",
  roleArn: role,
  onlineStoreConfig: { enableOnlineStore: true },
};
const flink = (parallelismConfiguration: object) => ({
  name: "a",
  runtimeEnvironment: "FLINK-1_20",
  serviceExecutionRole: role,
  applicationConfiguration: {
    applicationCodeConfiguration: {
      codeContentType: "ZIPFILE",
      codeContent: { s3ContentLocation: { bucketArn: "arn:aws:s3:::b", fileKey: "a.jar" } },
    },
    flinkApplicationConfiguration: { parallelismConfiguration },
  },
});
const canary = (more: object) => ({
  name: "orders",
  artifactS3Location: "s3://b/",
  executionRoleArn: role,
  handler: "a.handler",
  runtimeVersion: "syn-nodejs-puppeteer-10.0",
  schedule: { expression: "rate(1 minute)" },
  s3Bucket: "b",
  s3Key: "k",
  ...more,
});
const replication = (computeConfig: object) => ({
  replicationConfigIdentifier: "c",
  replicationType: "cdc",
  sourceEndpointArn: arn("dms", "endpoint:a"),
  targetEndpointArn: arn("dms", "endpoint:b"),
  tableMappings: JSON.stringify({ rules: [] }),
  computeConfig: { replicationSubnetGroupId: "s", ...computeConfig },
});
const filter = { action: "SUPPRESS", filterCriterias: [{ awsAccountIds: [{ comparison: "EQUALS", value: account }] }] };
const regions = (...names: string[]) => ({ regions: names.map((name) => ({ name })) });
const retried = (retryPolicy: object) => ({
  meshName: "m",
  virtualRouterName: "r",
  spec: {
    grpcRoute: {
      match: { serviceName: "a" },
      action: { weightedTargets: [{ virtualNode: "n", weight: 1 }] },
      retryPolicy: { maxRetries: 1, perRetryTimeout: { unit: "s", value: 1 }, ...retryPolicy },
    },
  },
});

/** 18 random sentences of API models that had been read, and 14 of others; drawn after the reading. */
export const seventh: readonly Fact[] = [
  fact(
    "Fargate has no fleet role",
    "aws:batch/computeEnvironment:ComputeEnvironment",
    { ...batch, computeResources: { ...batch.computeResources, spotIamFleetRole: role } },
    batch,
  ),
  fact(
    "code of GitHub is read by a connection",
    "aws:apprunner/service:Service",
    code({}),
    code({ authenticationConfiguration: { connectionArn: arn("apprunner", "connection/c/1") } }),
  ),
  fact(
    "a canned ACL is BUCKET_OWNER_FULL_CONTROL",
    "aws:athena/workgroup:Workgroup",
    results({ outputLocation: "s3://b/", aclConfiguration: { s3AclOption: "PUBLIC_READ" } }),
    results({ outputLocation: "s3://b/", aclConfiguration: { s3AclOption: "BUCKET_OWNER_FULL_CONTROL" } }),
  ),
  fact(
    "managed results have no place",
    "aws:athena/workgroup:Workgroup",
    results({ outputLocation: "s3://b/" }, { managedQueryResultsConfiguration: { enabled: true } }),
    results({}, { managedQueryResultsConfiguration: { enabled: true } }),
  ),
  fact(
    "a transform has one worker or more",
    "aws:glue/mLTransform:MLTransform",
    { ...transform, workerType: "G.1X", numberOfWorkers: 0 },
    { ...transform, workerType: "G.1X", numberOfWorkers: 1 },
  ),
  fact(
    "a conditional trigger has a predicate",
    "aws:glue/trigger:Trigger",
    { type: "CONDITIONAL", actions: [{ jobName: "j" }] },
    {
      type: "CONDITIONAL",
      actions: [{ jobName: "j" }],
      predicate: { conditions: [{ jobName: "i", state: "SUCCEEDED" }] },
    },
  ),
  fact(
    "managed groups of a cluster are two",
    "aws:emr/cluster:Cluster",
    emr({ masterInstanceGroup: group }, { emrManagedMasterSecurityGroup: "sg-1" }),
    emr(
      { masterInstanceGroup: group },
      { emrManagedMasterSecurityGroup: "sg-1", emrManagedSlaveSecurityGroup: "sg-2" },
    ),
  ),
  fact(
    "a fleet without a strategy has five types",
    "aws:emr/cluster:Cluster",
    emr({ masterInstanceFleet: { targetOnDemandCapacity: 1, instanceTypeConfigs: types(6) } }),
    emr({ masterInstanceFleet: { targetOnDemandCapacity: 1, instanceTypeConfigs: types(5) } }),
  ),
  fact(
    "a fleet of masters has one",
    "aws:emr/cluster:Cluster",
    emr({ masterInstanceFleet: { targetOnDemandCapacity: 2, instanceTypeConfigs: types(1) } }),
    emr({ masterInstanceFleet: { targetOnDemandCapacity: 1, instanceTypeConfigs: types(1) } }),
  ),
  fact(
    "a report plan begins with a letter",
    "aws:backup/reportPlan:ReportPlan",
    { ...report, name: "1a" },
    { ...report, name: "a1" },
  ),
  fact(
    "a lock can be changed for 36,500 days",
    "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    { backupVaultName: "v1", changeableForDays: 36_501 },
    { backupVaultName: "v1", changeableForDays: 36_500 },
  ),
  fact(
    "one resource is of one type",
    "aws:cfg/rule:Rule",
    { ...managed, scope: { complianceResourceId: "i-1" } },
    { ...managed, scope: { complianceResourceId: "i-1", complianceResourceTypes: ["AWS::EC2::Instance"] } },
  ),
  fact(
    "a database has 64 characters",
    "aws:redshift/cluster:Cluster",
    { ...redshift, databaseName: "a".repeat(65) },
    { ...redshift, databaseName: "a".repeat(64) },
  ),
  fact(
    "OpenZFS has 64 GiB or more",
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
    { ...openZfs, storageCapacity: 63 },
    { ...openZfs, storageCapacity: 64 },
  ),
  fact(
    "addresses are of the network's kind",
    "aws:memorydb/cluster:Cluster",
    { ...memory, networkType: "ipv4", ipDiscovery: "ipv6" },
    { ...memory, networkType: "ipv4", ipDiscovery: "ipv4" },
  ),
  fact(
    "each Region of a pipeline has a store",
    "aws:codepipeline/pipeline:Pipeline",
    pipeline(store()),
    pipeline(store("eu-west-1"), store("us-east-1")),
  ),
  fact(
    "a rule that delegates has no targets",
    "aws:route53/resolverRule:ResolverRule",
    {
      domainName: "a.example.com",
      ruleType: "DELEGATE",
      resolverEndpointId: "rslvr-out-0123456789abcdef0",
      targetIps: [{ ip: "10.0.0.2" }],
    },
    { domainName: "a.example.com", ruleType: "DELEGATE", resolverEndpointId: "rslvr-out-0123456789abcdef0" },
  ),
  fact("a fleet by attributes has attributes", "aws:codebuild/fleet:Fleet", fleet, {
    ...fleet,
    computeConfiguration: { vcpu: 2, memory: 4 },
  }),
  fact("RabbitMQ has no EFS", "aws:mq/broker:Broker", broker({ storageType: "efs" }), broker({ storageType: "ebs" })),
  fact("brokers are kept up to date", "aws:mq/broker:Broker", broker({ autoMinorVersionUpgrade: false }), broker({})),
  fact(
    "a user of a broker has two characters",
    "aws:mq/broker:Broker",
    broker({ users: [{ username: "a", password: "secret-secret" }] }),
    broker({}),
  ),
  fact(
    "a notebook has three more repositories",
    "aws:sagemaker/notebookInstance:NotebookInstance",
    { instanceType: "ml.t3.medium", roleArn: role, additionalCodeRepositories: ["a", "b", "c", "d"] },
    { instanceType: "ml.t3.medium", roleArn: role, additionalCodeRepositories: ["a", "b", "c"] },
  ),
  fact(
    "features on demand have no units",
    "aws:sagemaker/featureGroup:FeatureGroup",
    { ...features, throughputConfig: { throughputMode: "OnDemand", provisionedReadCapacityUnits: 1 } },
    { ...features, throughputConfig: { throughputMode: "OnDemand" } },
  ),
  fact(
    "an accelerator has two addresses",
    "aws:globalaccelerator/accelerator:Accelerator",
    { name: "a", ipAddresses: ["192.0.2.1", "192.0.2.2", "192.0.2.3"] },
    { name: "a", ipAddresses: ["192.0.2.1", "192.0.2.2"] },
  ),
  fact(
    "parallelism of one's own is CUSTOM",
    "aws:kinesisanalyticsv2/application:Application",
    flink({ configurationType: "DEFAULT", parallelism: 4 }),
    flink({ configurationType: "CUSTOM", parallelism: 4 }),
  ),
  fact(
    "a canary is tried twice more",
    "aws:synthetics/canary:Canary",
    canary({ schedule: { expression: "rate(5 minutes)", retryConfig: { maxRetries: 3 } } }),
    canary({ schedule: { expression: "rate(5 minutes)", retryConfig: { maxRetries: 2 } } }),
  ),
  fact(
    "a run ends before the next begins",
    "aws:synthetics/canary:Canary",
    canary({ runConfig: { timeoutInSeconds: 120 } }),
    canary({ runConfig: { timeoutInSeconds: 60 } }),
  ),
  fact(
    "a replication has one unit",
    "aws:dms/replicationConfig:ReplicationConfig",
    replication({ maxCapacityUnits: 0 }),
    replication({ maxCapacityUnits: 1 }),
  ),
  fact(
    "a group of targets has no two hyphens",
    "aws:vpclattice/targetGroup:TargetGroup",
    { type: "LAMBDA", name: "a--b" },
    { type: "LAMBDA", name: "a-b" },
  ),
  fact(
    "a filter's name has no space",
    "aws:inspector2/filter:Filter",
    { ...filter, name: "a b c" },
    { ...filter, name: "abc" },
  ),
  fact(
    "incidents are in three Regions",
    "aws:ssmincidents/replicationSet:ReplicationSet",
    regions("eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1"),
    regions("eu-west-1", "eu-west-2", "eu-west-3"),
  ),
  fact(
    "what is tried again has events",
    "aws:appmesh/route:Route",
    retried({}),
    retried({ grpcRetryEvents: ["unavailable"] }),
  ),
];
