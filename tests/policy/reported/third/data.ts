import { account, arn, fact, facts, role } from "../../heldOut/inputs";
import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";

const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const db = { identifier: "orders", username: "orders", manageMasterUserPassword: true, storageEncrypted: true };
const instances = on("aws:rds/instance:Instance", { ...db, allocatedStorage: 20, skipFinalSnapshot: true });
const parts = on("aws:rds/clusterInstance:ClusterInstance", { clusterIdentifier: "orders", identifier: "orders-0" });
const buckets = on("aws:s3/bucket:Bucket", { bucket: "orders-of-111122223333" });
const tables = on("aws:dynamodb/table:Table", { name: "orders", hashKey: "id", billingMode: "PAY_PER_REQUEST" });
const attribute = (name: string) => ({ name, type: "S" });
const index = { name: "byCustomer", hashKey: "customer", projectionType: "ALL" };
const group = { replicationGroupId: "orders", description: "Orders", nodeType: "cache.m5.large", numCacheClusters: 2 };
const domain = {
  ...{ domainName: "orders", engineVersion: "OpenSearch_2.11", encryptAtRest: { enabled: true } },
  ...{ nodeToNodeEncryption: { enabled: true } },
  domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-2019-07" },
};
const domains = on("aws:opensearch/domain:Domain", domain);
const disk = { ebsEnabled: true, volumeSize: 10 };

export const rds: FactsByName = {
  "class-of-first-generation": instances(
    "MySQL runs on classes that it supports",
    { engine: "mysql", engineVersion: "5.6.27", instanceClass: "db.t1.micro" },
    { engine: "mysql", engineVersion: "8.0.40", instanceClass: "db.t4g.micro" },
  ),
  "aurora-on-r4": parts(
    "Aurora PostgreSQL 14 runs on classes that it supports",
    { engine: "aurora-postgresql", engineVersion: "14.4", instanceClass: "db.r4.large" },
    { engine: "aurora-postgresql", engineVersion: "14.9", instanceClass: "db.r6g.large" },
  ),
  "little-more-storage": instances(
    "storage grows by a tenth at least",
    { engine: "postgres", instanceClass: "db.m6g.large", allocatedStorage: 100, maxAllocatedStorage: 105 },
    { engine: "postgres", instanceClass: "db.m6g.large", allocatedStorage: 100, maxAllocatedStorage: 200 },
  ),
};

export const s3: FactsByName = {
  "tag-with-parentheses": buckets(
    "a tag's value has letters, digits, spaces and + - = . _ : / @",
    { tags: { team: "orders (web)" } },
    { tags: { team: "orders - web" } },
  ),
};

export const dynamodb: FactsByName = {
  "range-key-of-index-undefined": tables(
    "the range key of an index is an attribute",
    { attributes: [attribute("id"), attribute("customer")], globalSecondaryIndexes: [{ ...index, rangeKey: "at" }] },
    {
      attributes: [attribute("id"), attribute("customer"), attribute("at")],
      globalSecondaryIndexes: [{ ...index, rangeKey: "at" }],
    },
  ),
  "attributes-beyond-keys": tables(
    "the attributes of a table are its keys alone",
    { rangeKey: "code", attributes: [attribute("id"), attribute("code"), attribute("language")] },
    { rangeKey: "code", attributes: [attribute("id"), attribute("code")] },
  ),
};

export const elasticache: FactsByName = {
  "token-with-sign": on("aws:elasticache/replicationGroup:ReplicationGroup", {
    ...{ ...group, automaticFailoverEnabled: true, atRestEncryptionEnabled: true, transitEncryptionEnabled: true },
  })(
    "a token has ! & # $ ^ < > - as its only signs",
    { authToken: "Zu4%(p]Rq:8?t{Nw2" },
    { authToken: "Zu4p-Rq8tNw2Zu4pRq8t" },
  ),
};

export const opensearch: FactsByName = {
  "vpc-without-subnets": domains(
    "a domain in a VPC has a subnet",
    { ebsOptions: disk, vpcOptions: { securityGroupIds: ["sg-0123456789abcdef0"] } },
    {
      ebsOptions: disk,
      vpcOptions: { securityGroupIds: ["sg-0123456789abcdef0"], subnetIds: ["subnet-0123456789abcdef0"] },
    },
  ),
  "disk-beside-own": domains(
    "instances with disks of their own have no EBS",
    { clusterConfig: { instanceType: "r6gd.large.search" }, ebsOptions: disk },
    { clusterConfig: { instanceType: "r6g.large.search" }, ebsOptions: disk },
  ),
};

export const redshift: FactsByName = {
  "old-node-type": on("aws:redshift/cluster:Cluster", {
    ...{ clusterIdentifier: "orders", masterUsername: "orders", manageMasterPassword: true, encrypted: true },
    ...{ skipFinalSnapshot: true, publiclyAccessible: false },
  })("a node is of a type that there is", { nodeType: "dw2.large" }, { nodeType: "ra3.large" }),
};

export const kms: FactsByName = {
  "policy-without-its-keeper": on("aws:kms/key:Key", { enableKeyRotation: true })(
    "who makes a key can change its policy",
    {
      policy: policy({
        ...{ Effect: "Allow", Principal: { Service: "autoscaling.amazonaws.com" }, Resource: "*" },
        Action: ["kms:Encrypt", "kms:Decrypt"],
      }),
    },
    {
      policy: policy(
        { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" },
        {
          ...{ Effect: "Allow", Principal: { Service: "autoscaling.amazonaws.com" }, Resource: "*" },
          Action: ["kms:Encrypt", "kms:Decrypt"],
        },
      ),
    },
  ),
};

export const efs: FactsByName = {
  "two-transitions": on("aws:efs/fileSystem:FileSystem", { encrypted: true })(
    "a lifecycle policy has one transition",
    { lifecyclePolicies: [{ transitionToIa: "AFTER_30_DAYS", transitionToPrimaryStorageClass: "AFTER_1_ACCESS" }] },
    {
      lifecyclePolicies: [{ transitionToIa: "AFTER_30_DAYS" }, { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" }],
    },
  ),
};

export const iam: FactsByName = {
  "principal-in-policy": fact(
    "a policy of IAM names no principal",
    "aws:iam/policy:Policy",
    { policy: policy({ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" }) },
    { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" }) },
  ),
  "no-principals": fact(
    "a statement of trust has a principal",
    "aws:iam/role:Role",
    { assumeRolePolicy: policy({ Effect: "Allow", Principal: { AWS: [] }, Action: "sts:AssumeRole" }) },
    {
      assumeRolePolicy: policy({
        Effect: "Allow",
        Principal: { AWS: [`arn:aws:iam::${account}:root`] },
        Action: "sts:AssumeRole",
      }),
    },
  ),
  "no-resources": fact(
    "a statement has a resource",
    "aws:iam/policy:Policy",
    { policy: policy({ Effect: "Allow", Action: "sns:Publish", Resource: [] }) },
    { policy: policy({ Effect: "Allow", Action: "sns:Publish", Resource: [arn("sns", "orders")] }) },
  ),
  "action-an-object": fact(
    "an action is a text",
    "aws:iam/rolePolicy:RolePolicy",
    { role: "r", policy: policy({ Effect: "Allow", Action: { Ref: "Action" }, Resource: arn("sns", "orders") }) },
    { role: "r", policy: policy({ Effect: "Allow", Action: "sns:Publish", Resource: arn("sns", "orders") }) },
  ),
};

export const batch: FactsByName = {
  "fleet-role-malformed": fact(
    "the role of a fleet is an ARN",
    "aws:batch/computeEnvironment:ComputeEnvironment",
    { type: "MANAGED", serviceRole: role, computeResources: spot(`arnawsiam::${account}:role/fleet`) },
    { type: "MANAGED", serviceRole: role, computeResources: spot(`arn:aws:iam::${account}:role/fleet`) },
  ),
  "job-on-fargate": facts(
    "a job on Fargate has one of the sizes of Fargate",
    [["aws:batch/jobDefinition:JobDefinition", "subject", job("4000")]],
    [["aws:batch/jobDefinition:JobDefinition", "subject", job("4096")]],
  ),
};

function spot(spotIamFleetRole: string): object {
  return {
    ...{ type: "SPOT", allocationStrategy: "SPOT_CAPACITY_OPTIMIZED", bidPercentage: 100, spotIamFleetRole },
    ...{ instanceTypes: ["m5"], instanceRole: `arn:aws:iam::${account}:instance-profile/batch`, maxVcpus: 16 },
    ...{ subnets: ["subnet-0123456789abcdef0"], securityGroupIds: ["sg-0123456789abcdef0"] },
  };
}

function job(memory: string): Record<string, unknown> {
  return {
    ...{ name: "orders", type: "container", platformCapabilities: ["FARGATE"] },
    containerProperties: JSON.stringify({
      ...{ image: "public.ecr.aws/nginx/nginx:1", executionRoleArn: role, command: ["ls"] },
      resourceRequirements: [
        { type: "VCPU", value: "1" },
        { type: "MEMORY", value: memory },
      ],
    }),
  };
}
