import { measured, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { queueArn, target } from "../samples";
import { needs, together } from "../together";

const role = "arn:aws:iam::111122223333:role/r";
const poolClient = { userPoolId: "eu-west-1_a" };

/** Functions, sign-in, alarms and databases: rows that stand by themselves. */
export const furtherResources: readonly TypeRows[] = [
  {
    type: "aws:lambda/eventSourceMapping:EventSourceMapping",
    source: api("lambda", "CreateEventSourceMapping"),
    rows: [
      {
        at: "destinationConfig.onFailure.destinationArn",
        maxLength: 350,
        source: api("lambda", "OnFailure"),
        good: queueArn,
        bad: `${queueArn}${"a".repeat(350)}`,
      },
      together(
        "a mapping calls no more functions at once than the function reserves",
        {
          join: "concurrencyOfSource",
          source: page("lambda/latest/dg/services-sqs-scaling"),
          beside: {
            function: {
              type: "aws:lambda/function:Function",
              properties: { name: "orders", reservedConcurrentExecutions: 3 },
            },
          },
        },
        { functionName: "orders", eventSourceArn: queueArn },
        { scalingConfig: { maximumConcurrency: 3 } },
        { scalingConfig: { maximumConcurrency: 4 } },
      ),
    ],
  },
  {
    type: "aws:lambda/functionScalingConfig:FunctionScalingConfig",
    source: api("lambda", "PutFunctionScalingConfig"),
    rows: [
      {
        at: "functionScalingConfig",
        fact: "the least and the most number of environments stand together",
        dependentRequired: {
          minExecutionEnvironments: ["maxExecutionEnvironments"],
          maxExecutionEnvironments: ["minExecutionEnvironments"],
        },
        source: measured,
        good: { minExecutionEnvironments: 1, maxExecutionEnvironments: 2 },
        bad: { minExecutionEnvironments: 1 },
      },
    ],
  },
  {
    type: "aws:cognito/userGroup:UserGroup",
    source: api("cognito", "CreateGroup"),
    rows: [
      {
        at: "roleArn",
        fact: "it is the ARN of a role",
        pattern: "^arn:[^:]+:iam::\\d{12}:role/",
        good: role,
        bad: "readers",
      },
    ],
  },
  {
    type: "aws:cognito/userPoolUICustomization:UserPoolUICustomization",
    source: api("cognito", "SetUICustomization"),
    rows: [
      together(
        "a pool whose page is styled has a domain",
        {
          join: "poolDomain",
          beside: {
            served: { type: "aws:cognito/userPool:UserPool", properties: { id: "eu-west-1_a", name: "served" } },
            unserved: { type: "aws:cognito/userPool:UserPool", properties: { id: "eu-west-1_b", name: "unserved" } },
            domain: {
              type: "aws:cognito/userPoolDomain:UserPoolDomain",
              properties: { domain: "orders", userPoolId: "eu-west-1_a" },
            },
          },
        },
        { css: ".label-customizable {color: red}" },
        poolClient,
        { userPoolId: "eu-west-1_b" },
      ),
    ],
  },
  {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    source: api("cloudwatch", "PutMetricAlarm"),
    rows: [
      needs(
        "a comparison with a band names its query in thresholdMetricId",
        {
          comparisonOperator: [
            "LessThanLowerOrGreaterThanUpperThreshold",
            "LessThanLowerThreshold",
            "GreaterThanUpperThreshold",
          ],
        },
        ["thresholdMetricId"],
      )(
        { name: "a", evaluationPeriods: 1, comparisonOperator: "GreaterThanUpperThreshold" },
        { thresholdMetricId: "band" },
        {},
      ),
    ],
  },
  {
    type: "aws:cloudwatch/metricStream:MetricStream",
    source: api("cloudwatch", "PutMetricStream"),
    rows: [
      together(
        "the role of a metric stream is of the account of its Firehose stream",
        { join: "roleAccount", source: measured },
        { outputFormat: "json", firehoseArn: "arn:aws:firehose:eu-west-1:111122223333:deliverystream/metrics" },
        { roleArn: role },
        { roleArn: "arn:aws:iam::444455556666:role/r" },
      ),
    ],
  },
  {
    type: "aws:cloudwatch/eventTarget:EventTarget",
    source: api("events", "PutTargets"),
    rows: [
      together(
        "the targets of a rule have different ids",
        {
          if: { required: ["targetId"] },
          then: { onlyOne: ["rule", "eventBusName", "targetId"] },
          beside: {
            first: {
              type: "aws:cloudwatch/eventTarget:EventTarget",
              properties: { rule: "orders", targetId: "audit", arn: target.arn, region: "eu-west-1" },
            },
          },
        },
        { rule: "orders", arn: target.arn },
        { targetId: "bill" },
        { targetId: "audit" },
      ),
    ],
  },
  {
    type: "aws:cloudwatch/eventRule:EventRule",
    source: api("events", "PutRule"),
    rows: [
      together(
        "one rule of a bus has the name",
        {
          if: { required: ["name"] },
          then: { onlyOne: ["name", "eventBusName"] },
          beside: {
            first: {
              type: "aws:cloudwatch/eventRule:EventRule",
              properties: { name: "orders", scheduleExpression: "rate(1 hour)", region: "eu-west-1" },
            },
          },
        },
        { scheduleExpression: "rate(2 hours)" },
        { name: "returns" },
        { name: "orders" },
      ),
    ],
  },
  {
    type: "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
    source: api("rds", "ConnectionPoolConfiguration"),
    rows: [
      {
        at: "connectionPoolConfig",
        fact: "maxIdleConnectionsPercent is not above maxConnectionsPercent",
        ordered: [["maxIdleConnectionsPercent", "<=", "maxConnectionsPercent"]],
        good: { maxIdleConnectionsPercent: 50, maxConnectionsPercent: 50 },
        bad: { maxIdleConnectionsPercent: 60, maxConnectionsPercent: 50 },
      },
    ],
  },
  {
    type: "aws:rds/shardGroup:ShardGroup",
    source: api("rds", "CreateDBShardGroup"),
    rows: [
      together(
        "minAcu is not above maxAcu",
        { ordered: [["minAcu", "<=", "maxAcu"]] },
        { dbClusterIdentifier: "c", dbShardGroupIdentifier: "s", maxAcu: 16 },
        { minAcu: 16 },
        { minAcu: 32 },
      ),
    ],
  },
  {
    type: "aws:dynamodb/table:Table",
    source: api("dynamodb", "CreateTable"),
    rows: [
      together(
        "the billingMode PROVISIONED has readCapacity and writeCapacity",
        {
          if: {
            required: ["billingMode"],
            properties: { billingMode: { const: "PROVISIONED" } },
            excluded: ["restoreSourceName", "restoreSourceTableArn", "restoreBackupArn"],
          },
          then: { required: ["readCapacity", "writeCapacity"] },
        },
        { name: "orders", hashKey: "id", attributes: [{ name: "id", type: "S" }], billingMode: "PROVISIONED" },
        { readCapacity: 5, writeCapacity: 5 },
        { readCapacity: 5 },
      ),
    ],
  },
];
