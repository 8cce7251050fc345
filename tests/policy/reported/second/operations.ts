import { type Made, facts } from "../../heldOut/inputs";
import { type FactsByName } from "../../measured/facts";
import { beside, on } from "../../measured/on";
import { linked } from "./linked";

const account = "111122223333";
const groupType = "aws:cloudwatch/logGroup:LogGroup";

export const logs: FactsByName = {
  "group-name-backslash": on(groupType)(
    "a log group's name has no backslash",
    { name: String.raw`app\orders` },
    { name: "app/orders" },
  ),
  "retention-two-years": on(groupType)(
    "logs are kept for 731 days",
    { retentionInDays: 730 },
    { retentionInDays: 731 },
  ),
  "group-name-aws": on(groupType)(
    "a log group's name does not begin with aws/",
    { name: "aws/orders" },
    { name: "/aws/orders" },
  ),
};

const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const alarm = { name: "a", comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, threshold: 1 };
const metric = { namespace: "AWS/EC2", metricName: "CPUUtilization", period: 60, statistic: "Average" };
const query = (stat: string) => ({
  metricQueries: [
    { id: "m", returnData: true, metric: { metricName: "Errors", namespace: "AWS/Lambda", period: 60, stat } },
  ],
});

export const cloudwatch: FactsByName = {
  "query-statistic": on(alarmType, alarm)("a query has a statistic", query("Avg"), query("Average")),
  "stop-several-dimensions": on(alarmType, {
    ...{ ...alarm, ...metric, alarmActions: ["arn:aws:automate:eu-west-1:ec2:stop"] },
  })(
    "an instance is stopped by the metric of that instance",
    { dimensions: { InstanceId: "i-1", ImageId: "ami-1" } },
    { dimensions: { InstanceId: "i-1" } },
  ),
  "datapoints-above-periods": on(alarmType, { ...alarm, ...metric })(
    "as many points are bad as are looked at",
    { datapointsToAlarm: 2 },
    { datapointsToAlarm: 1 },
  ),
  "rule-of-names": on("aws:cloudwatch/compositeAlarm:CompositeAlarm", { alarmName: "all" })(
    "a rule asks for the state of alarms",
    { alarmRule: "first OR second" },
    { alarmRule: "ALARM(first) OR ALARM(second)" },
  ),
};

const secretType = "aws:secretsmanager/secret:Secret";

export const secretsmanager: FactsByName = {
  "recovery-of-a-day": on(secretType, { name: "a" })(
    "a secret can be recovered for a week",
    { recoveryWindowInDays: 1 },
    { recoveryWindowInDays: 7 },
  ),
};

const parameters = on("aws:ssm/parameter:Parameter", { type: "String", value: "a" });

export const ssm: FactsByName = {
  "path-without-slash": parameters("a path begins with a slash", { name: "app/orders" }, { name: "/app/orders" }),
  "name-braces": parameters("a parameter's name has no braces", { name: "/app/{stage}" }, { name: "/app/stage" }),
};

const aliases = on("aws:kms/alias:Alias", { targetKeyId: "00000000-0000-0000-0000-000000000000" });
const keys = on("aws:kms/key:Key", { enableKeyRotation: true });

export const kms: FactsByName = {
  "alias-prefix": aliases("an alias says that it is one", { name: "orders" }, { name: "alias/orders" }),
  "alias-colon": aliases("an alias has no colon", { name: "alias/a:b" }, { name: "alias/a-b" }),
  "rotate-asymmetric": keys(
    "a pair of keys is not rotated",
    { customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" },
    { customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
  ),
  "rotate-hmac": keys(
    "a key of HMAC is not rotated",
    { customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" },
    { customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
  ),
};

const zone = { zoneId: "Z0123456789ABC" };
const recordType = "aws:route53/record:Record";
const records = on(recordType, zone);
const alias = (zoneId: string, name: string) => ({
  name: "a.example.com",
  type: "A",
  aliases: [{ name, zoneId, evaluateTargetHealth: false }],
});
const address = { name: "a.example.com", ttl: 60, type: "A", records: ["192.0.2.1"] };

export const route53: FactsByName = {
  "cloudfront-own-zone": records(
    "CloudFront's names are in CloudFront's zone",
    alias("Z0123456789ABC", "d111111abcdef8.cloudfront.net"),
    alias("Z2FDTNDATAQYW2", "d111111abcdef8.cloudfront.net"),
  ),
  "zone-is-name": records(
    "a zone is named by its id",
    alias("orders-1234567890.eu-west-1.elb.amazonaws.com", "orders-1234567890.eu-west-1.elb.amazonaws.com"),
    alias("Z32O12XQLNTSW2", "orders-1234567890.eu-west-1.elb.amazonaws.com"),
  ),
  "cname-beside": beside(
    [[recordType, "first", { ...zone, ...address }]],
    "a CNAME stands alone at its name",
    [recordType, "second", { ...zone, name: "a.example.com", type: "CNAME", ttl: 60, records: ["b.example.com"] }],
    [recordType, "second", { ...zone, name: "c.example.com", type: "CNAME", ttl: 60, records: ["b.example.com"] }],
  ),
  "ttl-of-alias": records(
    "an alias has its target's time to live",
    { ...alias("Z2FDTNDATAQYW2", "d111111abcdef8.cloudfront.net"), ttl: 60 },
    alias("Z2FDTNDATAQYW2", "d111111abcdef8.cloudfront.net"),
  ),
  "text-long": records(
    "a text has 255 characters",
    { name: "a.example.com", type: "TXT", ttl: 60, records: ["a".repeat(256)] },
    { name: "a.example.com", type: "TXT", ttl: 60, records: ["a".repeat(255)] },
  ),
  "primary-without-check": records(
    "what is asked first is checked",
    { ...address, setIdentifier: "a", failoverRoutingPolicies: [{ type: "PRIMARY" }] },
    {
      ...{ ...address, setIdentifier: "a", failoverRoutingPolicies: [{ type: "PRIMARY" }] },
      healthCheckId: "00000000-0000-0000-0000-000000000000",
    },
  ),
};

const long = `${"a".repeat(60)}.example.com`;

export const acm: FactsByName = {
  "name-length": on("aws:acm/certificate:Certificate", { validationMethod: "DNS" })(
    "a certificate's first name has 64 characters",
    { domainName: long },
    { domainName: "a.example.com", subjectAlternativeNames: [long] },
  ),
};

const ruleType = "aws:ec2/securityGroup:SecurityGroup";
const volumeType = "aws:ebs/volume:Volume";
const volumes = on(volumeType, { availabilityZone: "eu-west-1a", size: 100 });
const subnetType = "aws:ec2/subnet:Subnet";
const networkType = "aws:ec2/vpc:Vpc";
const network: Made = [networkType, "net", { cidrBlock: "10.0.0.0/16" }];
const inNetwork = { vpcId: `${networkType} net` };
const subnet = (name: string, cidrBlock: string): Made => linked(subnetType, name, { cidrBlock }, inNetwork);
const open = { fromPort: 443, toPort: 443, protocol: "tcp", cidrBlocks: ["10.0.0.0/8"] };
const groups = on(ruleType, { vpcId: "vpc-1" });

export const ec2: FactsByName = {
  "group-name-sg": groups("a group's name does not begin with sg-", { name: "sg-orders" }, { name: "orders-sg" }),
  "description-arrow": groups(
    "a rule's description has no arrow",
    { ingress: [{ ...open, description: "app -> db" }] },
    { ingress: [{ ...open, description: "app to db" }] },
  ),
  "network-large": on(networkType)("a VPC is a /16 or less", { cidrBlock: "10.0.0.0/8" }, { cidrBlock: "10.0.0.0/16" }),
  "subnet-outside": facts(
    "a subnet is in its VPC",
    [network, subnet("a", "10.1.0.0/24")],
    [network, subnet("a", "10.0.0.0/24")],
  ),
  "io1-throughput": volumes(
    "io1 has no throughput to set",
    { type: "io1", iops: 1000, throughput: 200 },
    { type: "gp3", iops: 3000, throughput: 200 },
  ),
  "gp2-iops": volumes("gp2 has no operations to set", { type: "gp2", iops: 1000 }, { type: "gp3", iops: 3000 }),
  "gp3-throughput-ratio": volumes(
    "throughput is a quarter of the operations or less",
    { type: "gp3", iops: 3000, throughput: 1000 },
    { type: "gp3", iops: 4000, throughput: 1000 },
  ),
  "ingress-group-name": groups(
    "a rule names groups by id",
    { ingress: [{ ...open, cidrBlocks: undefined, securityGroups: ["orders"] }] },
    { ingress: [{ ...open, cidrBlocks: undefined, securityGroups: ["sg-1"] }] },
  ),
};

export const backup: FactsByName = {
  "lock-order": on("aws:backup/vaultLockConfiguration:VaultLockConfiguration", { backupVaultName: "orders" })(
    "a vault keeps no longer than it may",
    { minRetentionDays: 30, maxRetentionDays: 7 },
    { minRetentionDays: 7, maxRetentionDays: 30 },
  ),
};

const buildType = "aws:codebuild/project:Project";
const machine = { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" };
const project = { name: "orders", serviceRole: `arn:aws:iam::${account}:role/r` };

export const codebuild: FactsByName = {
  "artifacts-without-pipeline": on(buildType, { ...project, environment: machine })(
    "a pipeline is source and artifacts, or neither",
    { source: { type: "GITHUB", location: "https://github.com/a/b.git" }, artifacts: { type: "CODEPIPELINE" } },
    { source: { type: "CODEPIPELINE" }, artifacts: { type: "CODEPIPELINE" } },
  ),
  "arm-image": on(buildType, { ...project, source: { type: "CODEPIPELINE" }, artifacts: { type: "CODEPIPELINE" } })(
    "an image for ARM runs on ARM",
    { environment: { ...machine, image: "aws/codebuild/amazonlinux2-aarch64-standard:3.0" } },
    { environment: { ...machine, image: "aws/codebuild/amazonlinux2-aarch64-standard:3.0", type: "ARM_CONTAINER" } },
  ),
};

const source = (more: object = {}) => ({
  ...{ name: "Source", category: "Source", owner: "AWS", provider: "S3", version: "1", outputArtifacts: ["code"] },
  ...{ configuration: { S3Bucket: "code", S3ObjectKey: "a.zip" }, ...more },
});
const building = (more: object = {}) => ({
  ...{ name: "Build", category: "Build", owner: "AWS", provider: "CodeBuild", version: "1" },
  ...{ inputArtifacts: ["code"], configuration: { ProjectName: "a" }, ...more },
});
const pipelines = on("aws:codepipeline/pipeline:Pipeline", {
  ...{
    name: "orders",
    roleArn: `arn:aws:iam::${account}:role/r`,
    artifactStores: [{ type: "S3", location: "artifacts" }],
  },
});
const stages = (first: object[], second: object[]) => ({
  stages: [
    { name: "Source", actions: first },
    { name: "Build", actions: second },
  ],
});

export const codepipeline: FactsByName = {
  "namespace-twice": pipelines(
    "a namespace is one action's",
    stages([source({ namespace: "a" })], [building({ namespace: "a" })]),
    stages([source({ namespace: "a" })], [building({ namespace: "b" })]),
  ),
  "build-without-input": pipelines(
    "a build has what it builds",
    stages([source()], [building({ inputArtifacts: [] })]),
    stages([source()], [building()]),
  ),
  "first-stage-build": pipelines(
    "the first stage has sources only",
    stages([source(), building()], [building({ name: "Again" })]),
    stages([source()], [building(), building({ name: "Again" })]),
  ),
};
