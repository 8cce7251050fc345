import { types } from "../../frame/resource";
import { knownAction } from "../../readings/actions";

/** What one task calls. */
export interface Called {
  readonly action: string;
  /** The parameter that names what it acts on, and the type of that. */
  readonly on?: readonly [parameter: string, type: string];
}

/**
 * Calls whose target stands in a parameter, by what comes after `arn:aws:states:::`; the SDK's integrations have the same
 * after `aws-sdk:`, but for the names of services.
 */
const targeted: Readonly<Record<string, Called>> = {
  "lambda:invoke": { action: "lambda:InvokeFunction", on: ["FunctionName", types.function] },
  "sqs:sendMessage": { action: "sqs:SendMessage", on: ["QueueUrl", types.queue] },
  "sns:publish": { action: "sns:Publish", on: ["TopicArn", types.topic] },
  ...Object.fromEntries(
    ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan"].map((name) => [
      `dynamodb:${uncapitalized(name)}`,
      { action: `dynamodb:${name}`, on: ["TableName", types.table] as const },
    ]),
  ),
  "states:startExecution": { action: "states:StartExecution", on: ["StateMachineArn", types.stateMachine] },
  "states:startSyncExecution": { action: "states:StartSyncExecution", on: ["StateMachineArn", types.stateMachine] },
};

/**
 * Calls whose right has another name than they have.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const renamed: Readonly<Record<string, string>> = {
  "apigateway:invoke": "execute-api:Invoke",
  "bedrock:converse": "bedrock:InvokeModel",
  "elasticmapreduce:addStep": "elasticmapreduce:AddJobFlowSteps",
  "elasticmapreduce:cancelStep": "elasticmapreduce:CancelSteps",
  "elasticmapreduce:createCluster": "elasticmapreduce:RunJobFlow",
  "elasticmapreduce:terminateCluster": "elasticmapreduce:TerminateJobFlows",
  "http:invoke": "states:InvokeHTTPEndpoint",
  "s3:completeMultipartUpload": "s3:PutObject",
  "s3:copyObject": "s3:PutObject",
  "s3:createMultipartUpload": "s3:PutObject",
  "s3:deleteObjects": "s3:DeleteObject",
  "s3:headBucket": "s3:ListBucket",
  "s3:headObject": "s3:GetObject",
  "s3:listBuckets": "s3:ListAllMyBuckets",
  "s3:listObjects": "s3:ListBucket",
  "s3:listObjectsV2": "s3:ListBucket",
  "s3:listObjectVersions": "s3:ListBucketVersions",
  "s3:uploadPart": "s3:PutObject",
  "sns:publishBatch": "sns:Publish",
  "sqs:deleteMessageBatch": "sqs:DeleteMessage",
  "sqs:sendMessageBatch": "sqs:SendMessage",
};

/** Services that IAM calls otherwise than the SDK does. */
const services: Readonly<Record<string, string>> = {
  apigatewaymanagementapi: "execute-api",
  applicationautoscaling: "application-autoscaling",
  bedrockruntime: "bedrock",
  cloudwatchlogs: "logs",
  cognitoidentity: "cognito-identity",
  cognitoidentityprovider: "cognito-idp",
  costexplorer: "ce",
  databasemigration: "dms",
  dynamodbstreams: "dynamodb",
  efs: "elasticfilesystem",
  elasticloadbalancingv2: "elasticloadbalancing",
  emr: "elasticmapreduce",
  emrcontainers: "emr-containers",
  emrserverless: "emr-serverless",
  eventbridge: "events",
  iotdataplane: "iot",
  opensearch: "es",
  rdsdata: "rds-data",
  redshiftdata: "redshift-data",
  resourcegroupstaggingapi: "tag",
  sagemakerruntime: "sagemaker",
  sesv2: "ses",
  sfn: "states",
  timestreamquery: "timestream",
  timestreamwrite: "timestream",
};

function uncapitalized(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/**
 * What `arn:aws:states:::lambda:invoke.waitForTaskToken` calls; `undefined` where IAM has no right of the call's name, as
 * for a transaction, which needs those of its parts.
 */
export async function findCall(resource: string): Promise<Called | undefined> {
  const [, given, name] =
    /^arn:[^:]+:states:[^:]*:[^:]*:(?:aws-sdk:)?([a-z0-9-]+):(\w+)(?:\..*)?$/.exec(resource) ?? [];
  if (given === undefined || name === undefined) return undefined;
  const service = services[given] ?? given;
  const call = `${service}:${name}`;
  const action = renamed[call];
  if (action !== undefined) return { action };
  if (targeted[call]) return targeted[call];
  const known = await knownAction(service, name);
  return known === undefined ? undefined : { action: known };
}
