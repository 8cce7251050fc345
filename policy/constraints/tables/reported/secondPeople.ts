import { measured, type Row, type TypeRows } from "../../schema";
import { at } from "../given";
import { api, page } from "../pages";
import { together } from "../together";

const optimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const client = { name: "m", userPoolId: "eu-west-1_a", allowedOauthFlowsUserPoolClient: true, generateSecret: true };
const machine = { ...client, allowedOauthFlows: ["client_credentials"] };
const pipeline = { name: "orders", roleArn: "arn:aws:iam::111122223333:role/r" };
const owned = { owner: "AWS", version: "1" };
const building = { name: "b", ...owned, category: "Build", provider: "CodeBuild", configuration: { ProjectName: "a" } };
const artifacts = page("codepipeline/latest/userguide/structure-configuration-examples");
const project = { name: "orders", serviceRole: pipeline.roleArn };
const alarm = {
  ...{ name: "a", comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, threshold: 1 },
  ...{ namespace: "AWS/EC2", metricName: "CPUUtilization", period: 60, statistic: "Average" },
};
const consumer = (category: string, provider: string): Row =>
  at(
    "stages[].actions[]",
    `an action of ${provider} has what it works on`,
    { when: { category, provider }, required: ["inputArtifacts[]"], source: artifacts },
    { ...building, category, provider, inputArtifacts: ["code"] },
    { ...building, category, provider },
  );

/** Users, distributions, pipelines and alarms of the second sample, and their neighbours. */
export const secondPeopleReported: readonly TypeRows[] = [
  {
    type: "aws:cognito/userPoolClient:UserPoolClient",
    source: page("cognito/latest/developerguide/cognito-user-pools-define-resource-servers"),
    rows: [
      together(
        "a machine has scopes of resource servers, none of users",
        {
          if: {
            properties: { allowedOauthFlows: { contains: { const: "client_credentials" } } },
            required: ["allowedOauthFlows[]"],
          },
          then: {
            properties: {
              "allowedOauthScopes[]": {
                not: { enum: ["phone", "email", "openid", "profile", "aws.cognito.signin.user.admin"] },
              },
            },
          },
        },
        machine,
        { allowedOauthScopes: ["orders/read"] },
        { allowedOauthScopes: ["openid"] },
      ),
    ],
  },
  {
    type: "aws:cloudfront/distribution:Distribution",
    source: page("AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies"),
    rows: ["defaultCacheBehavior", "orderedCacheBehaviors[]"].flatMap((behaviour) =>
      ["cachePolicyId", "originRequestPolicyId", "responseHeadersPolicyId"].map((name) =>
        at(
          `${behaviour}.${name}`,
          "a policy is named by its id, not by its name or its ARN",
          { not: { pattern: "^(Managed-|arn:)" } },
          optimized,
          "Managed-CachingOptimized",
        ),
      ),
    ),
  },
  {
    type: "aws:codebuild/project:Project",
    source: page("codebuild/latest/userguide/build-env-ref-available"),
    rows: [
      together(
        "an image for ARM runs in an environment of ARM",
        {
          when: { "environment.image": { pattern: "^aws/codebuild/.*aarch64" } },
          properties: { "environment.type": { pattern: "^ARM_" } },
        },
        project,
        {
          environment: {
            ...{ image: "aws/codebuild/amazonlinux2-aarch64-standard:3.0", type: "ARM_CONTAINER" },
            computeType: "BUILD_GENERAL1_SMALL",
          },
        },
        {
          environment: {
            ...{ image: "aws/codebuild/amazonlinux2-aarch64-standard:3.0", type: "LINUX_CONTAINER" },
            computeType: "BUILD_GENERAL1_SMALL",
          },
        },
      ),
      together(
        "an image for x86 runs in an environment of x86",
        {
          when: { "environment.image": { pattern: "^aws/codebuild/(standard:|amazonlinux.*x86_64)" } },
          properties: { "environment.type": { not: { pattern: "^ARM_" } } },
        },
        project,
        {
          environment: {
            ...{ image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" },
            computeType: "BUILD_GENERAL1_SMALL",
          },
        },
        {
          environment: {
            ...{ image: "aws/codebuild/standard:7.0", type: "ARM_CONTAINER" },
            computeType: "BUILD_GENERAL1_SMALL",
          },
        },
      ),
    ],
  },
  {
    type: "aws:codepipeline/pipeline:Pipeline",
    source: api("codepipeline", "ActionDeclaration"),
    rows: [
      consumer("Build", "CodeBuild"),
      consumer("Test", "CodeBuild"),
      consumer("Deploy", "S3"),
      consumer("Deploy", "CodeDeploy"),
      consumer("Deploy", "ECS"),
      consumer("Deploy", "ElasticBeanstalk"),
    ],
  },
  {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    source: page("AmazonCloudWatch/latest/monitoring/UsingAlarmActions"),
    rows: ["stop", "terminate", "reboot", "recover"].map((action) =>
      together(
        `an instance is ${action === "stop" ? "stopped" : action === "recover" ? "recovered" : `${action}ed`.replace("eed", "ed")} by a metric of that instance alone`,
        {
          if: {
            properties: { alarmActions: { contains: { pattern: `:automate:[^:]*:ec2:${action}$` } } },
            required: ["alarmActions[]", "dimensions"],
          },
          then: { properties: { dimensions: { maxProperties: 1 } } },
          source: measured,
        },
        { ...alarm, alarmActions: [`arn:aws:automate:eu-west-1:ec2:${action}`] },
        { dimensions: { InstanceId: "i-0123456789abcdef0" } },
        { dimensions: { InstanceId: "i-0123456789abcdef0", ImageId: "ami-0123456789abcdef0" } },
      ),
    ),
  },
  {
    type: "aws:acm/certificate:Certificate",
    source: api("acm", "RequestCertificate"),
    rows: [
      at(
        "domainName",
        "the first name of a certificate has up to 64 characters",
        { maxLength: 64 },
        "a.example.com",
        `${"a".repeat(60)}.example.com`,
      ),
    ],
  },
];
