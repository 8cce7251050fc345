import { type Row, type TypeRows } from "../../schema";
import { at, needs, says } from "../given";
import { api, page } from "../pages";
import { like, together } from "../together";

const replication = "aws:efs/replicationConfiguration:ReplicationConfiguration";
const target = "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification";
const policy = (serviceNamespace: string, policyType: string) => ({ serviceNamespace, policyType });
const kept = (namespaces: readonly string[], policyType: string): Row =>
  says(
    `${policyType} is not for ${namespaces.join(", ")}`,
    {
      when: { serviceNamespace: namespaces },
      properties: { policyType: { not: { const: policyType } } },
      source: api("applicationScaling", "PutScalingPolicy"),
    },
    policy("ecs", policyType),
    policy(namespaces[0] ?? "", policyType),
  );
const reserved =
  "^(AWS_REGION|AWS_DEFAULT_REGION|AWS_ACCESS_KEY(_ID)?|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|AWS_LAMBDA_.*|AWS_EXECUTION_ENV|LAMBDA_TASK_ROOT|LAMBDA_RUNTIME_DIR|_HANDLER)$";
const masters = (dedicatedMasterCount: number) => ({ dedicatedMasterEnabled: true, dedicatedMasterCount });
const grant = {
  accessGrantsLocationId: "default",
  permission: "READ",
  grantee: { granteeType: "IAM", granteeIdentifier: "arn:aws:iam::111122223333:role/r" },
};

/** What sentences of the API models say of the services that are used less. */
export const furtherSentences: readonly TypeRows[] = [
  {
    type: replication,
    source: api("efs", "CreateReplicationConfiguration"),
    rows: [
      together(
        "a file system is replicated once",
        {
          onlyOne: ["sourceFileSystemId"],
          beside: { first: { type: replication, properties: { region: "eu-west-1", sourceFileSystemId: "fs-1" } } },
        },
        { destination: { region: "us-east-1" } },
        { sourceFileSystemId: "fs-2" },
        { sourceFileSystemId: "fs-1" },
      ),
    ],
  },
  {
    type: "aws:backup/plan:Plan",
    source: api("backup", "BackupPlanInput"),
    rows: [
      like(
        "name",
        "a plan's name has at most 50 letters, digits and -_.",
        "^[A-Za-z0-9._-]{1,50}$",
        "daily",
        "every day",
      ),
    ],
  },
  {
    type: "aws:appautoscaling/policy:Policy",
    source: api("applicationScaling", "PredefinedMetricSpecification"),
    rows: [
      at(
        target,
        "a resourceLabel is for ALBRequestCountPerTarget",
        {
          if: { required: ["resourceLabel"] },
          then: { properties: { predefinedMetricType: { const: "ALBRequestCountPerTarget" } } },
        },
        { predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel: "app/a/1/targetgroup/b/2" },
        { predefinedMetricType: "ECSServiceAverageCPUUtilization", resourceLabel: "app/a/1/targetgroup/b/2" },
      ),
      kept(["elasticmapreduce"], "TargetTrackingScaling"),
      kept(["dynamodb", "comprehend", "lambda", "cassandra", "kafka", "elasticache", "neptune"], "StepScaling"),
    ],
  },
  {
    type: "aws:xray/samplingRule:SamplingRule",
    source: page("xray/latest/api/API_SamplingRule"),
    rows: [
      { at: "fixedRate", minimum: 0, maximum: 1, good: 0.05, bad: 2 },
      { at: "version", enum: [1], good: 1, bad: 2 },
    ],
  },
  {
    type: "aws:xray/encryptionConfig:EncryptionConfig",
    source: page("xray/latest/api/API_PutEncryptionConfig"),
    rows: [needs("encryption by KMS names its key", { type: "KMS" }, { keyId: "alias/traces" })],
  },
  {
    type: "aws:synthetics/canary:Canary",
    source: page("AmazonSynthetics/latest/APIReference/API_CanaryScheduleInput"),
    rows: [
      like(
        "schedule.expression",
        "a canary runs once, every 1 to 60 minutes, or by cron",
        "^(cron\\(.+\\)|rate\\(([0-9]|[1-5][0-9]|60) minutes?\\)|rate\\([01] hours?\\))$",
        "rate(5 minutes)",
        "rate(2 hours)",
      ),
      at(
        "runConfig.environmentVariables",
        "a canary has no variables that Lambda sets",
        {
          propertyNames: { not: { pattern: reserved } },
          source: page("AmazonSynthetics/latest/APIReference/API_CanaryRunConfigInput"),
        },
        { TABLE: "orders" },
        { AWS_REGION: "eu-west-1" },
      ),
      says(
        "canaries of Python are not traced",
        {
          when: { runtimeVersion: { pattern: "^syn-python" } },
          properties: { "runConfig.activeTracing": { const: false } },
          source: page("AmazonSynthetics/latest/APIReference/API_CanaryRunConfigInput"),
        },
        { runtimeVersion: "syn-python-selenium-3.0", runConfig: { activeTracing: false } },
        { runtimeVersion: "syn-python-selenium-3.0", runConfig: { activeTracing: true } },
      ),
    ],
  },
  {
    type: "aws:opensearch/domain:Domain",
    source: api("opensearch", "ClusterConfig"),
    rows: [
      at(
        "clusterConfig",
        "a domain has 3 or 5 masters or more",
        {
          when: { dedicatedMasterEnabled: true },
          properties: { dedicatedMasterCount: { minimum: 3, not: { const: 4 } } },
        },
        masters(3),
        masters(4),
      ),
      at(
        "autoTuneOptions",
        "a rollback has a schedule of maintenance",
        {
          when: { rollbackOnDisable: "DEFAULT_ROLLBACK" },
          required: ["maintenanceSchedules"],
          source: api("opensearch", "AutoTuneOptions"),
        },
        { desiredState: "ENABLED", rollbackOnDisable: "NO_ROLLBACK" },
        { desiredState: "DISABLED", rollbackOnDisable: "DEFAULT_ROLLBACK" },
      ),
    ],
  },
  {
    type: "aws:opensearch/package:Package",
    source: api("opensearch", "CreatePackage"),
    rows: [
      says(
        "an engineVersion is for ZIP-PLUGIN",
        {
          if: { required: ["engineVersion", "packageType"] },
          then: { properties: { packageType: { const: "ZIP-PLUGIN" } } },
        },
        { packageType: "ZIP-PLUGIN", engineVersion: "OpenSearch_2.11" },
        { packageType: "TXT-DICTIONARY", engineVersion: "OpenSearch_2.11" },
      ),
    ],
  },
  {
    type: "aws:s3control/accessGrant:AccessGrant",
    source: page("AmazonS3/latest/API/API_control_CreateAccessGrant"),
    rows: [
      says(
        "a grant of the default location says of which bucket",
        { when: { accessGrantsLocationId: "default" }, required: ["accessGrantsLocationConfiguration.s3SubPrefix"] },
        { ...grant, accessGrantsLocationConfiguration: { s3SubPrefix: "orders/*" } },
        grant,
      ),
    ],
  },
];
