import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { between, like, together } from "../together";

const project = {
  name: "p",
  serviceRole: "arn:aws:iam::111122223333:role/r",
  artifacts: { type: "NO_ARTIFACTS" },
  environment: { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" },
};
const source = { source: { type: "NO_SOURCE", buildspec: "version: 0.2" } };
const inBucket = { type: "S3", location: "b" };
const registries = ["GITHUB", "GITHUB_ENTERPRISE", "BITBUCKET", "GITLAB", "GITLAB_SELF_MANAGED", "CODECOMMIT", "S3"];
const at = (what: string) => api("codebuild", what);
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const result = "configuration.resultConfiguration.encryptionConfiguration";

/** Builds and workgroups: what goes together, or not. */
export const furtherBuilds: readonly TypeRows[] = [
  {
    type: "aws:codebuild/project:Project",
    source: at("CreateProject"),
    rows: [
      {
        at: "artifacts",
        fact: "artifacts in S3 have a location",
        when: { type: "S3" },
        required: ["location"],
        source: at("ProjectArtifacts"),
        good: inBucket,
        bad: { type: "S3" },
      },
      {
        at: "cache",
        fact: "a cache in S3 has a location",
        when: { type: "S3" },
        required: ["location"],
        source: at("ProjectCache"),
        good: inBucket,
        bad: { type: "S3" },
      },
      {
        at: "cache",
        fact: "a LOCAL cache has modes",
        when: { type: "LOCAL" },
        required: ["modes[]"],
        source: at("ProjectCache"),
        good: { type: "LOCAL", modes: ["LOCAL_SOURCE_CACHE"] },
        bad: { type: "LOCAL" },
      },
      {
        at: "source",
        fact: "a source has its location",
        when: { type: registries },
        required: ["location"],
        source: at("ProjectSource"),
        good: { type: "GITHUB", location: "https://github.com/a/b.git" },
        bad: { type: "GITHUB" },
      },
      {
        at: "source",
        fact: "a project without a source has a buildspec",
        when: { type: "NO_SOURCE" },
        required: ["buildspec"],
        source: at("ProjectSource"),
        good: source.source,
        bad: { type: "NO_SOURCE" },
      },
      together(
        "source and artifacts are both of a pipeline, or neither is",
        {
          when: { "artifacts.type": "CODEPIPELINE" },
          properties: { "source.type": { const: "CODEPIPELINE" } },
          source: at("ProjectArtifacts"),
        },
        { ...project, artifacts: { type: "CODEPIPELINE" } },
        { source: { type: "CODEPIPELINE" } },
        source,
      ),
      between("buildTimeout", 5, 2_160),
      between("queuedTimeout", 5, 480),
      {
        at: "environment",
        fact: "credentials of a registry are used with the role SERVICE_ROLE",
        if: { required: ["registryCredential"] },
        then: {
          required: ["imagePullCredentialsType"],
          properties: { imagePullCredentialsType: { const: "SERVICE_ROLE" } },
        },
        source: at("ProjectEnvironment"),
        good: {
          ...project.environment,
          registryCredential: { credential: "c", credentialProvider: "SECRETS_MANAGER" },
          imagePullCredentialsType: "SERVICE_ROLE",
        },
        bad: {
          ...project.environment,
          registryCredential: { credential: "c", credentialProvider: "SECRETS_MANAGER" },
          imagePullCredentialsType: "CODEBUILD",
        },
      },
      {
        at: "environment",
        fact: "a build in Lambda is not privileged",
        when: { type: ["LINUX_LAMBDA_CONTAINER", "ARM_LAMBDA_CONTAINER"] },
        properties: { privilegedMode: { const: false } },
        source: page("codebuild/latest/userguide/lambda"),
        good: { ...project.environment, type: "LINUX_LAMBDA_CONTAINER", computeType: "BUILD_LAMBDA_1GB" },
        bad: {
          ...project.environment,
          type: "LINUX_LAMBDA_CONTAINER",
          computeType: "BUILD_LAMBDA_1GB",
          privilegedMode: true,
        },
      },
      {
        at: "environment",
        fact: "a build in Lambda has a computeType of Lambda",
        when: { type: ["LINUX_LAMBDA_CONTAINER", "ARM_LAMBDA_CONTAINER"] },
        properties: { computeType: { pattern: "^BUILD_LAMBDA_" } },
        source: page("codebuild/latest/userguide/lambda"),
        good: { ...project.environment, type: "LINUX_LAMBDA_CONTAINER", computeType: "BUILD_LAMBDA_1GB" },
        bad: { ...project.environment, type: "LINUX_LAMBDA_CONTAINER" },
      },
      together(
        "a build in Lambda is in no VPC",
        {
          when: { "environment.type": ["LINUX_LAMBDA_CONTAINER", "ARM_LAMBDA_CONTAINER"] },
          excluded: ["vpcConfig"],
          source: page("codebuild/latest/userguide/lambda"),
        },
        {
          ...project,
          ...source,
          environment: { ...project.environment, type: "LINUX_LAMBDA_CONTAINER", computeType: "BUILD_LAMBDA_1GB" },
        },
        {},
        { vpcConfig: { vpcId: "vpc-1", subnets: ["subnet-1"], securityGroupIds: ["sg-1"] } },
      ),
      {
        at: "logsConfig.s3Logs",
        fact: "logs in S3 have a location",
        when: { status: "ENABLED" },
        required: ["location"],
        source: at("S3LogsConfig"),
        good: { status: "ENABLED", location: "b/logs" },
        bad: { status: "ENABLED" },
      },
      {
        at: "environment.environmentVariables",
        fact: "variables have different names",
        uniqueKeys: ["name"],
        source: at("EnvironmentVariable"),
        good: [{ name: "A", value: "1" }],
        bad: [
          { name: "A", value: "1" },
          { name: "A", value: "2" },
        ],
      },
    ],
  },
  {
    type: "aws:athena/workgroup:Workgroup",
    source: api("athena", "CreateWorkGroup"),
    rows: [
      together(
        "encryption with KMS names its key",
        {
          when: { [`${result}.encryptionOption`]: ["SSE_KMS", "CSE_KMS"] },
          required: [`${result}.kmsKeyArn`],
          source: api("athena", "EncryptionConfiguration"),
        },
        { name: "w" },
        {
          configuration: {
            resultConfiguration: { encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: key } },
          },
        },
        { configuration: { resultConfiguration: { encryptionConfiguration: { encryptionOption: "SSE_KMS" } } } },
      ),
      like(
        "configuration.resultConfiguration.outputLocation",
        "results go to s3://",
        "^s3://",
        "s3://b/results/",
        "b/results",
        { source: api("athena", "ResultConfiguration") },
      ),
      together(
        "results that Athena keeps have no place of one's own",
        {
          when: { "configuration.managedQueryResultsConfiguration.enabled": true },
          excluded: ["configuration.resultConfiguration.outputLocation"],
          source: api("athena", "WorkGroupConfiguration"),
        },
        { name: "w" },
        { configuration: { managedQueryResultsConfiguration: { enabled: true } } },
        {
          configuration: {
            managedQueryResultsConfiguration: { enabled: true },
            resultConfiguration: { outputLocation: "s3://b/" },
          },
        },
      ),
    ],
  },
];
