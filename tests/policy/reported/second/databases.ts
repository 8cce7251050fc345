import { facts, type Made } from "../../heldOut/inputs";
import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";
import { linked } from "./linked";

const account = "111122223333";
const instanceType = "aws:rds/instance:Instance";
const clusterType = "aws:rds/cluster:Cluster";
const memberType = "aws:rds/clusterInstance:ClusterInstance";
const base = { identifier: "orders", username: "app", password: "secret-password", skipFinalSnapshot: true };
const postgres = { ...base, engine: "postgres", instanceClass: "db.t4g.micro", allocatedStorage: 20 };
const instances = on(instanceType, postgres);
const role = `arn:aws:iam::${account}:role/r`;
const cluster = (more: object): Made => [
  clusterType,
  "orders",
  {
    clusterIdentifier: "orders",
    engine: "aurora-postgresql",
    masterUsername: "app",
    masterPassword: "secret-password",
    skipFinalSnapshot: true,
    ...more,
  },
];
const member = (more: object): Made =>
  linked(
    memberType,
    "first",
    { identifier: "first", engine: "aurora-postgresql", instanceClass: "db.r6g.large", ...more },
    { clusterIdentifier: `${clusterType} orders` },
  );
const insights = { databaseInsightsMode: "advanced", performanceInsightsEnabled: true };

export const rds: FactsByName = {
  "mysql-cluster-instance": on(memberType, {
    clusterIdentifier: "orders",
    identifier: "first",
    instanceClass: "db.r6g.large",
  })("only Aurora's clusters have instances of their own", { engine: "mysql" }, { engine: "aurora-mysql" }),
  "zone-and-multi": instances(
    "an instance of several zones says none",
    { multiAz: true, availabilityZone: "eu-west-1a" },
    { availabilityZone: "eu-west-1a" },
  ),
  "name-dash": instances("a database's name has no dash", { dbName: "my-orders" }, { dbName: "orders" }),
  "cluster-name-dash": facts(
    "a cluster's database has no dash",
    [cluster({ databaseName: "my-orders" })],
    [cluster({ databaseName: "orders" })],
  ),
  "insights-without-retention": instances("advanced insights are kept for 15 months", insights, {
    ...insights,
    performanceInsightsRetentionPeriod: 465,
  }),
  "user-admin-postgres": on(instanceType, { ...postgres, username: undefined })(
    "PostgreSQL has no master user admin",
    { username: "admin" },
    { username: "app" },
  ),
  "cluster-user-admin": facts(
    "Aurora PostgreSQL has no master user admin",
    [cluster({ masterUsername: "admin" })],
    [cluster({ masterUsername: "app" })],
  ),
  "cluster-user-rdsadmin": facts(
    "no master user is rdsadmin",
    [cluster({ masterUsername: "rdsadmin" })],
    [cluster({ masterUsername: "app" })],
  ),
  "windows-overlap": instances(
    "backup and maintenance are at other times",
    { backupRetentionPeriod: 7, backupWindow: "03:00-06:00", maintenanceWindow: "Mon:00:00-Mon:03:30" },
    { backupRetentionPeriod: 7, backupWindow: "03:00-06:00", maintenanceWindow: "Mon:00:00-Mon:03:00" },
  ),
  "cluster-windows-overlap": facts(
    "a cluster's backup and maintenance are at other times",
    [cluster({ preferredBackupWindow: "02:00-03:00", preferredMaintenanceWindow: "sun:02:30-sun:03:30" })],
    [cluster({ preferredBackupWindow: "02:00-03:00", preferredMaintenanceWindow: "sun:03:30-sun:04:30" })],
  ),
  "window-short": instances(
    "maintenance has half an hour",
    { maintenanceWindow: "sun:05:00-sun:05:15" },
    { maintenanceWindow: "sun:05:00-sun:05:30" },
  ),
  "iops-of-little": instances(
    "operations are half the storage or more",
    { allocatedStorage: 3000, storageType: "io1", iops: 1000 },
    { allocatedStorage: 3000, storageType: "io1", iops: 3000 },
  ),
  "gp3-small-throughput": instances(
    "small storage has no throughput of its own",
    { allocatedStorage: 50, storageType: "gp3", storageThroughput: 500 },
    { allocatedStorage: 50, storageType: "gp3" },
  ),
  "group-of-one": on("aws:rds/subnetGroup:SubnetGroup", { name: "orders" })(
    "a group has subnets of two zones",
    { subnetIds: ["subnet-1"] },
    { subnetIds: ["subnet-1", "subnet-2"] },
  ),
  "monitoring-of-member": facts(
    "a member is monitored as its cluster is",
    [
      cluster({ monitoringInterval: 30, monitoringRoleArn: role }),
      member({ monitoringInterval: 60, monitoringRoleArn: role }),
    ],
    [
      cluster({ monitoringInterval: 60, monitoringRoleArn: role }),
      member({ monitoringInterval: 60, monitoringRoleArn: role }),
    ],
  ),
  "user-missing": on(clusterType, {
    clusterIdentifier: "orders",
    engine: "aurora-postgresql",
    skipFinalSnapshot: true,
  })(
    "a cluster has a master user",
    { masterPassword: "secret-password" },
    { masterUsername: "app", masterPassword: "secret-password" },
  ),
};

const groupType = "aws:elasticache/replicationGroup:ReplicationGroup";
const cache = { replicationGroupId: "orders", description: "orders", engine: "redis", nodeType: "cache.t4g.small" };
const caches = on(groupType, cache);
const single = on("aws:elasticache/cluster:Cluster", {
  clusterId: "orders",
  engine: "redis",
  nodeType: "cache.t4g.small",
});

export const elasticache: FactsByName = {
  "users-without-tls": caches(
    "groups of users need encryption in transit",
    { userGroupIds: ["users"], transitEncryptionEnabled: false },
    { userGroupIds: ["users"], transitEncryptionEnabled: true },
  ),
  "token-without-tls": caches(
    "a token needs encryption in transit",
    { authToken: "0123456789abcdef" },
    { authToken: "0123456789abcdef", transitEncryptionEnabled: true },
  ),
  "global-member-parameters": on(groupType, { replicationGroupId: "second", description: "second" })(
    "a member of a global group has the group's parameters",
    { globalReplicationGroupId: "g-1", parameterGroupName: "default.redis7" },
    { globalReplicationGroupId: "g-1" },
  ),
  "redis-two-nodes": single("a cluster of Redis has one node", { numCacheNodes: 2 }, { numCacheNodes: 1 }),
  "cluster-mode-parameters": single(
    "one node is not in cluster mode",
    { numCacheNodes: 1, parameterGroupName: "default.redis7.cluster.on" },
    { numCacheNodes: 1, parameterGroupName: "default.redis7" },
  ),
  "failover-t1": on(groupType, { replicationGroupId: "orders", description: "orders", engine: "redis" })(
    "the first t nodes do not fail over",
    { nodeType: "cache.t1.micro", automaticFailoverEnabled: true, numCacheClusters: 2 },
    { nodeType: "cache.t3.micro", automaticFailoverEnabled: true, numCacheClusters: 2 },
  ),
  "count-in-cluster-mode": caches(
    "a group of shards does not count its nodes",
    { numCacheClusters: 2, numNodeGroups: 2, automaticFailoverEnabled: true },
    { replicasPerNodeGroup: 1, numNodeGroups: 2, automaticFailoverEnabled: true },
  ),
};

const domains = on("aws:opensearch/domain:Domain", { domainName: "orders" });
const storage = { ebsOptions: { ebsEnabled: true, volumeSize: 20, volumeType: "gp3" } };
const nodes = (more: object) => ({ ...storage, clusterConfig: { instanceType: "r6g.large.search", ...more } });
const zones = (count: number) => ({
  zoneAwarenessEnabled: true,
  zoneAwarenessConfig: { availabilityZoneCount: count },
});
const secured = {
  ...nodes({}),
  encryptAtRest: { enabled: true },
  nodeToNodeEncryption: { enabled: true },
  domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-2019-07" },
  advancedSecurityOptions: { enabled: true, masterUserOptions: { masterUserArn: role } },
};

export const opensearch: FactsByName = {
  "standby-one-zone": domains(
    "a domain with standby is in three zones",
    nodes({ instanceCount: 3, multiAzWithStandbyEnabled: true }),
    nodes({ instanceCount: 3 }),
  ),
  "two-subnets-one-zone": domains(
    "a domain of one zone is in one subnet",
    { ...nodes({ instanceCount: 2 }), vpcOptions: { subnetIds: ["subnet-1", "subnet-2"] } },
    { ...nodes({ instanceCount: 2, ...zones(2) }), vpcOptions: { subnetIds: ["subnet-1", "subnet-2"] } },
  ),
  "i3-volume": domains(
    "what has disks of its own has no volume",
    { ...storage, clusterConfig: { instanceType: "i3.large.search", instanceCount: 1 } },
    { clusterConfig: { instanceType: "i3.large.search", instanceCount: 1 } },
  ),
  "odd-nodes": domains(
    "nodes are shared evenly by two zones",
    nodes({ instanceCount: 3, ...zones(2) }),
    nodes({ instanceCount: 4, ...zones(2) }),
  ),
  "security-without-node-encryption": domains(
    "fine rights need encryption between nodes",
    { ...secured, nodeToNodeEncryption: { enabled: false } },
    secured,
  ),
  "security-without-https": domains(
    "fine rights need HTTPS",
    { ...secured, domainEndpointOptions: { enforceHttps: false } },
    secured,
  ),
  "open-to-all": domains(
    "a domain open to all has fine rights",
    {
      ...nodes({}),
      accessPolicies: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "es:*", Resource: "*" }],
      }),
    },
    {
      ...nodes({}),
      accessPolicies: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { AWS: account }, Action: "es:*", Resource: "*" }],
      }),
    },
  ),
};

const brokers = { clientSubnets: ["subnet-1", "subnet-2"], instanceType: "kafka.m5.large", securityGroups: ["sg-1"] };
const kafka = on("aws:msk/cluster:Cluster", { kafkaVersion: "3.6.0" });

export const msk: FactsByName = {
  "nodes-multiple": kafka(
    "brokers are shared evenly by subnets",
    { clusterName: "orders", numberOfBrokerNodes: 3, brokerNodeGroupInfo: brokers },
    { clusterName: "orders", numberOfBrokerNodes: 4, brokerNodeGroupInfo: brokers },
  ),
  "name-underscore": kafka(
    "a cluster's name has no underscore",
    { clusterName: "my_orders", numberOfBrokerNodes: 2, brokerNodeGroupInfo: brokers },
    { clusterName: "my-orders", numberOfBrokerNodes: 2, brokerNodeGroupInfo: brokers },
  ),
  "scram-secret-name": on("aws:msk/scramSecretAssociation:ScramSecretAssociation", {
    ...{ clusterArn: `arn:aws:kafka:eu-west-1:${account}:cluster/a/00000000-0000-0000-0000-000000000000-1` },
  })(
    "a secret of users is named for it",
    { secretArnLists: [`arn:aws:secretsmanager:eu-west-1:${account}:secret:orders-AbCdEf`] },
    { secretArnLists: [`arn:aws:secretsmanager:eu-west-1:${account}:secret:AmazonMSK_orders-AbCdEf`] },
  ),
};

const jobs = on("aws:glue/job:Job", { name: "orders", roleArn: role });
const spark = {
  glueVersion: "4.0",
  command: { name: "glueetl", scriptLocation: "s3://code/a.py", pythonVersion: "3" },
};

export const glue: FactsByName = {
  "capacity-and-workers": jobs(
    "capacity is counted once",
    { ...spark, glueVersion: "1.0", maxCapacity: 2, workerType: "G.1X", numberOfWorkers: 2 },
    { ...spark, workerType: "G.1X", numberOfWorkers: 2 },
  ),
  "capacity-glue-two": jobs(
    "since Glue 2.0 workers are counted",
    { ...spark, maxCapacity: 2 },
    { ...spark, workerType: "G.1X", numberOfWorkers: 2 },
  ),
  "worker-type-alone": jobs(
    "workers of a type are counted",
    { ...spark, workerType: "G.1X" },
    { ...spark, workerType: "G.1X", numberOfWorkers: 2 },
  ),
  "worker-type-unknown": jobs(
    "a type of workers is one that there is",
    { ...spark, workerType: "G1.X", numberOfWorkers: 2 },
    { ...spark, workerType: "G.1X", numberOfWorkers: 2 },
  ),
  "one-worker": jobs(
    "a job has two workers",
    { ...spark, workerType: "G.1X", numberOfWorkers: 1 },
    { ...spark, workerType: "G.1X", numberOfWorkers: 2 },
  ),
  "shell-capacity": jobs(
    "a shell has a sixteenth or one",
    { maxCapacity: 10, command: { name: "pythonshell", scriptLocation: "s3://code/a.py", pythonVersion: "3.9" } },
    { maxCapacity: 1, command: { name: "pythonshell", scriptLocation: "s3://code/a.py", pythonVersion: "3.9" } },
  ),
};
