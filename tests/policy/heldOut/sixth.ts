import { account, arn, type Fact, fact, role } from "./inputs";

const image = JSON.stringify({
  image: "a",
  resourceRequirements: [
    { type: "VCPU", value: "1" },
    { type: "MEMORY", value: "2048" },
  ],
});
const service = { name: "s", cluster: "c", taskDefinition: "t:1" };
const msk = {
  kafkaVersion: "3.6.0",
  numberOfBrokerNodes: 2,
  brokerNodeGroupInfo: {
    clientSubnets: ["subnet-1", "subnet-2"],
    instanceType: "kafka.m5.large",
    securityGroups: ["sg-1"],
  },
};
const classic = { listeners: [{ instancePort: 80, instanceProtocol: "http", lbPort: 80, lbProtocol: "http" }] };
const nodes = {
  clusterName: "c",
  nodeRoleArn: role,
  subnetIds: ["subnet-1"],
  scalingConfig: { desiredSize: 1, maxSize: 1, minSize: 1 },
};
const lustre = { subnetIds: "subnet-1", deploymentType: "PERSISTENT_1", perUnitStorageThroughput: 50 };
const batch = (more: object) => ({
  type: "MANAGED",
  computeResources: { maxVcpus: 4, subnets: ["subnet-1"], securityGroupIds: ["sg-1"], ...more },
});
const ec2Batch = {
  type: "EC2",
  instanceTypes: ["optimal"],
  instanceRole: `arn:aws:iam::${account}:instance-profile/p`,
};
const policy = (more: object) => ({
  firewallPolicy: {
    statelessDefaultActions: ["aws:forward_to_sfe"],
    statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
    ...more,
  },
});
const group = arn("network-firewall", "stateful-rulegroup/g");
const redshift = {
  clusterIdentifier: "c",
  nodeType: "ra3.large",
  masterUsername: "admin",
  manageMasterPassword: true,
  encrypted: "true",
  skipFinalSnapshot: true,
};
const action = (more: object) => ({ category: "Build", owner: "AWS", provider: "CodeBuild", version: "1", ...more });
const pipeline = (...actions: object[]) => ({
  name: "p",
  roleArn: role,
  artifactStores: [{ location: "b", type: "S3" }],
  stages: [
    {
      name: "Source",
      actions: [
        action({
          name: "S",
          category: "Source",
          provider: "S3",
          outputArtifacts: ["s"],
          configuration: { S3Bucket: "b", S3ObjectKey: "k" },
        }),
      ],
    },
    { name: "Build", actions },
  ],
});
const deployment = { appName: "a", deploymentGroupName: "g", serviceRoleArn: role };
const config = (source: object, more: object = {}) => ({
  source: { owner: "CUSTOM_LAMBDA", sourceIdentifier: arn("lambda", "function:f"), ...source },
  ...more,
});
const periodic = { sourceDetails: [{ eventSource: "aws.config", messageType: "ScheduledNotification" }] };
const docdb = {
  clusterIdentifier: "c",
  skipFinalSnapshot: true,
  storageEncrypted: true,
  masterUsername: "root1",
  masterPassword: "secret-secret",
};
const memory = { aclName: "open-access", nodeType: "db.t4g.small" };
const endpoint = { vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"] };
const hdfs = {
  agentArns: [arn("datasync", "agent/agent-0123456789abcdef0")],
  nameNodes: [{ hostname: "h", port: 8020 }],
};
const rule = { type: "STATEFUL", capacity: 10, name: "g" };
const suricata = (...ruleOptions: object[]) => ({
  ...rule,
  ruleGroup: {
    rulesSource: {
      statefulRules: [
        {
          action: "DROP",
          header: {
            destination: "ANY",
            destinationPort: "ANY",
            direction: "ANY",
            protocol: "TCP",
            source: "ANY",
            sourcePort: "ANY",
          },
          ruleOptions,
        },
      ],
    },
  },
});
const task = (containers: object) => ({
  family: "t",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  executionRoleArn: role,
  containerDefinitions: JSON.stringify([{ name: "c", image: "i", ...containers }]),
});
const listener = arn("elasticloadbalancing", "listener/app/a/1/2");
const forward = { type: "fixed-response", fixedResponse: { contentType: "text/plain" } };
const fleet = { name: "f", instanceTypeConfigs: [{ instanceType: "m5.xlarge" }] };
const emr = {
  name: "c",
  releaseLabel: "emr-7.5.0",
  serviceRole: role,
  ec2Attributes: { instanceProfile: "p", subnetIds: ["subnet-1"] },
};

/** 23 of public bug reports of the providers, and 17 of random sentences of API models; drawn before their services were read. */
export const sixth: readonly Fact[] = [
  fact(
    "a Kafka cluster's name has no underscore",
    "aws:msk/cluster:Cluster",
    { ...msk, clusterName: "Testing_Cluster" },
    { ...msk, clusterName: "testing" },
  ),
  fact(
    "a service has a launch type or a strategy",
    "aws:ecs/service:Service",
    { ...service, launchType: "EC2", capacityProviderStrategies: [{ capacityProvider: "p", weight: 1 }] },
    { ...service, capacityProviderStrategies: [{ capacityProvider: "p", weight: 1 }] },
  ),
  fact(
    "a daemon has no distinctInstance",
    "aws:ecs/service:Service",
    {
      ...service,
      launchType: "EC2",
      schedulingStrategy: "DAEMON",
      placementConstraints: [{ type: "distinctInstance" }],
    },
    { ...service, launchType: "EC2", schedulingStrategy: "DAEMON" },
  ),
  fact(
    "a provider of a strategy has a weight",
    "aws:ecs/service:Service",
    { ...service, capacityProviderStrategies: [{ capacityProvider: "p", weight: 0 }] },
    { ...service, capacityProviderStrategies: [{ capacityProvider: "p", weight: 1 }] },
  ),
  fact("a classic balancer has subnets or zones", "aws:elb/loadBalancer:LoadBalancer", classic, {
    ...classic,
    subnets: ["subnet-1"],
  }),
  fact(
    "an origin access control's name has 64 characters",
    "aws:cloudfront/originAccessControl:OriginAccessControl",
    { name: "a".repeat(65), originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" },
    { name: "a", originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" },
  ),
  fact(
    "the disk of nodes is in their template",
    "aws:eks/nodeGroup:NodeGroup",
    { ...nodes, diskSize: 40, launchTemplate: { id: "lt-1", version: "1" } },
    { ...nodes, launchTemplate: { id: "lt-1", version: "1" } },
  ),
  fact(
    "Lustre grows in steps of 2,400",
    "aws:fsx/lustreFileSystem:LustreFileSystem",
    { ...lustre, storageCapacity: 3600 },
    { ...lustre, storageCapacity: 4800 },
  ),
  fact(
    "persistent Lustre has a throughput",
    "aws:fsx/lustreFileSystem:LustreFileSystem",
    { subnetIds: "subnet-1", deploymentType: "PERSISTENT_1", storageCapacity: 1200 },
    { ...lustre, storageCapacity: 1200 },
  ),
  fact(
    "a Windows file system has one of some throughputs",
    "aws:fsx/windowsFileSystem:WindowsFileSystem",
    { subnetIds: ["subnet-1"], activeDirectoryId: "d-1234567890", storageCapacity: 300, throughputCapacity: 2040 },
    { subnetIds: ["subnet-1"], activeDirectoryId: "d-1234567890", storageCapacity: 300, throughputCapacity: 2048 },
  ),
  fact(
    "SPOT_CAPACITY_OPTIMIZED is of SPOT",
    "aws:batch/computeEnvironment:ComputeEnvironment",
    batch({ ...ec2Batch, allocationStrategy: "SPOT_CAPACITY_OPTIMIZED" }),
    batch({ ...ec2Batch, allocationStrategy: "BEST_FIT_PROGRESSIVE" }),
  ),
  fact(
    "FARGATE has no instance role",
    "aws:batch/computeEnvironment:ComputeEnvironment",
    batch({ type: "FARGATE", instanceRole: ec2Batch.instanceRole }),
    batch({ type: "FARGATE" }),
  ),
  fact(
    "FARGATE has no least number of processors",
    "aws:batch/computeEnvironment:ComputeEnvironment",
    batch({ type: "FARGATE", minVcpus: 1 }),
    batch({ type: "FARGATE" }),
  ),
  fact(
    "a job of a container has its properties",
    "aws:batch/jobDefinition:JobDefinition",
    { name: "j", type: "container" },
    { name: "j", type: "container", containerProperties: image },
  ),
  fact(
    "a priority is of the strict order",
    "aws:networkfirewall/firewallPolicy:FirewallPolicy",
    policy({ statefulRuleGroupReferences: [{ priority: 1, resourceArn: group }] }),
    policy({
      statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
      statefulRuleGroupReferences: [{ priority: 1, resourceArn: group }],
    }),
  ),
  fact(
    "a public server has no details of an endpoint",
    "aws:transfer/server:Server",
    { endpointType: "PUBLIC", endpointDetails: endpoint },
    { endpointType: "VPC", endpointDetails: endpoint },
  ),
  fact(
    "one node is no number of nodes",
    "aws:redshift/cluster:Cluster",
    { ...redshift, clusterType: "single-node", numberOfNodes: 2 },
    { ...redshift, clusterType: "multi-node", numberOfNodes: 2 },
  ),
  fact(
    "two zones take several nodes",
    "aws:redshift/cluster:Cluster",
    { ...redshift, clusterType: "single-node", multiAz: true },
    { ...redshift, clusterType: "multi-node", numberOfNodes: 2, multiAz: true },
  ),
  fact(
    "namespaces of a pipeline differ",
    "aws:codepipeline/pipeline:Pipeline",
    pipeline(
      action({ name: "a", inputArtifacts: ["s"], namespace: "n", configuration: { ProjectName: "p" } }),
      action({ name: "b", inputArtifacts: ["s"], namespace: "n", configuration: { ProjectName: "p" } }),
    ),
    pipeline(
      action({ name: "a", inputArtifacts: ["s"], namespace: "n", configuration: { ProjectName: "p" } }),
      action({ name: "b", inputArtifacts: ["s"], namespace: "m", configuration: { ProjectName: "p" } }),
    ),
  ),
  fact(
    "an action of commands has commands",
    "aws:codepipeline/pipeline:Pipeline",
    pipeline(action({ name: "a", category: "Compute", provider: "Commands", inputArtifacts: ["s"] })),
    pipeline(action({ name: "a", category: "Compute", provider: "Commands", inputArtifacts: ["s"], commands: ["ls"] })),
  ),
  fact(
    "control of traffic takes a load balancer",
    "aws:codedeploy/deploymentGroup:DeploymentGroup",
    { ...deployment, deploymentStyle: { deploymentOption: "WITH_TRAFFIC_CONTROL", deploymentType: "IN_PLACE" } },
    {
      ...deployment,
      deploymentStyle: { deploymentOption: "WITH_TRAFFIC_CONTROL", deploymentType: "IN_PLACE" },
      loadBalancerInfo: { targetGroupInfos: [{ name: "g" }] },
    },
  ),
  fact(
    "a periodic rule has no scope",
    "aws:cfg/rule:Rule",
    config(periodic, { scope: { complianceResourceTypes: ["AWS::EC2::Volume"] } }),
    config(periodic),
  ),
  fact(
    "an address is of the instance or its interface",
    "aws:ec2/instance:Instance",
    {
      ami: "ami-1",
      instanceType: "t3.micro",
      privateIp: "10.0.0.9",
      networkInterfaces: [{ networkInterfaceId: "eni-1", deviceIndex: 0 }],
    },
    { ami: "ami-1", instanceType: "t3.micro", networkInterfaces: [{ networkInterfaceId: "eni-1", deviceIndex: 0 }] },
  ),
  fact(
    "a GLUE catalog names its account",
    "aws:athena/dataCatalog:DataCatalog",
    { name: "d", description: "d", type: "GLUE", parameters: { function: arn("lambda", "function:f") } },
    { name: "d", description: "d", type: "GLUE", parameters: { "catalog-id": account } },
  ),
  fact(
    "workers have a number",
    "aws:glue/mLTransform:MLTransform",
    {
      roleArn: role,
      workerType: "G.1X",
      inputRecordTables: [{ databaseName: "d", tableName: "t" }],
      parameters: { transformType: "FIND_MATCHES", findMatchesParameters: {} },
    },
    {
      roleArn: role,
      workerType: "G.1X",
      numberOfWorkers: 2,
      inputRecordTables: [{ databaseName: "d", tableName: "t" }],
      parameters: { transformType: "FIND_MATCHES", findMatchesParameters: {} },
    },
  ),
  fact(
    "a fleet has a capacity",
    "aws:emr/cluster:Cluster",
    { ...emr, masterInstanceFleet: fleet },
    { ...emr, masterInstanceFleet: { ...fleet, targetOnDemandCapacity: 1 } },
  ),
  fact(
    "as many addresses as subnets",
    "aws:transfer/server:Server",
    { endpointType: "VPC", endpointDetails: { ...endpoint, addressAllocationIds: ["eipalloc-1"] } },
    { endpointType: "VPC", endpointDetails: { ...endpoint, addressAllocationIds: ["eipalloc-1", "eipalloc-2"] } },
  ),
  fact(
    "Kerberos takes a keytab",
    "aws:datasync/locationHdfs:LocationHdfs",
    { ...hdfs, authenticationType: "KERBEROS", kerberosPrincipal: "p", kerberosKrb5Conf: "c" },
    { ...hdfs, authenticationType: "KERBEROS", kerberosPrincipal: "p", kerberosKrb5Conf: "c", kerberosKeytab: "k" },
  ),
  fact(
    "a report plan's name has no hyphen",
    "aws:backup/reportPlan:ReportPlan",
    {
      name: "a-b",
      reportDeliveryChannel: { s3BucketName: "b" },
      reportSetting: { reportTemplate: "RESTORE_JOB_REPORT" },
    },
    {
      name: "a_b",
      reportDeliveryChannel: { s3BucketName: "b" },
      reportSetting: { reportTemplate: "RESTORE_JOB_REPORT" },
    },
  ),
  fact(
    "types left out have their strategy",
    "aws:cfg/recorder:Recorder",
    {
      roleArn: role,
      recordingGroup: { allSupported: false, exclusionByResourceTypes: [{ resourceTypes: ["AWS::EC2::Volume"] }] },
    },
    {
      roleArn: role,
      recordingGroup: {
        allSupported: false,
        exclusionByResourceTypes: [{ resourceTypes: ["AWS::EC2::Volume"] }],
        recordingStrategies: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }],
      },
    },
  ),
  fact(
    "a rule of Suricata has a sid",
    "aws:networkfirewall/ruleGroup:RuleGroup",
    suricata({ keyword: "msg", settings: ['"a"'] }),
    suricata({ keyword: "sid", settings: ["1"] }),
  ),
  fact(
    "only FORWARD has targets",
    "aws:route53/resolverRule:ResolverRule",
    { domainName: "a.example.com", ruleType: "SYSTEM", targetIps: [{ ip: "10.0.0.2" }] },
    { domainName: "a.example.com", ruleType: "SYSTEM" },
  ),
  fact(
    "a managed password is nobody's own",
    "aws:redshift/cluster:Cluster",
    { ...redshift, clusterType: "single-node", masterPassword: "Secret12345" },
    { ...redshift, clusterType: "single-node" },
  ),
  fact(
    "a user of DocumentDB begins with a letter",
    "aws:docdb/cluster:Cluster",
    { ...docdb, masterUsername: "1root" },
    docdb,
  ),
  fact(
    "sources of events have a type",
    "aws:docdb/eventSubscription:EventSubscription",
    { snsTopicArn: arn("sns", "t"), sourceIds: ["c"] },
    { snsTopicArn: arn("sns", "t"), sourceIds: ["c"], sourceType: "db-cluster" },
  ),
  fact(
    "an instance of DocumentDB has no two hyphens",
    "aws:docdb/clusterInstance:ClusterInstance",
    { clusterIdentifier: "c", instanceClass: "db.r5.large", identifier: "a--b" },
    { clusterIdentifier: "c", instanceClass: "db.r5.large", identifier: "a-b" },
  ),
  fact(
    "a shard has 5 replicas at most",
    "aws:memorydb/cluster:Cluster",
    { ...memory, numReplicasPerShard: 6 },
    { ...memory, numReplicasPerShard: 5 },
  ),
  fact(
    "a variable of a pipeline has letters, digits and underscores",
    "aws:codepipeline/pipeline:Pipeline",
    {
      ...pipeline(action({ name: "a", inputArtifacts: ["s"], configuration: { ProjectName: "p" } })),
      pipelineType: "V2",
      variables: [{ name: "a b" }],
    },
    {
      ...pipeline(action({ name: "a", inputArtifacts: ["s"], configuration: { ProjectName: "p" } })),
      pipelineType: "V2",
      variables: [{ name: "a_b" }],
    },
  ),
  fact(
    "Fargate has no devices",
    "aws:ecs/taskDefinition:TaskDefinition",
    task({ linuxParameters: { devices: [{ hostPath: "/dev/a" }] } }),
    task({}),
  ),
  fact(
    "a header's values have 128 characters",
    "aws:lb/listenerRule:ListenerRule",
    {
      listenerArn: listener,
      actions: [forward],
      conditions: [{ httpHeader: { httpHeaderName: "a", values: ["a".repeat(129)] } }],
    },
    {
      listenerArn: listener,
      actions: [forward],
      conditions: [{ httpHeader: { httpHeaderName: "a", values: ["a".repeat(128)] } }],
    },
  ),
];
