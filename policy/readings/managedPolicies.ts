/**
 * The actions of AWS managed policies, as far as a serverless program's wiring needs them; each on every resource.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const logs = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];
const network = [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DeleteNetworkInterface",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
];

const policies: Readonly<Record<string, readonly string[]>> = {
  AdministratorAccess: ["*"],
  PowerUserAccess: ["*"],
  AWSLambdaBasicExecutionRole: logs,
  AWSLambdaBasicDurableExecutionRolePolicy: [
    ...logs,
    "lambda:CheckpointDurableExecution",
    "lambda:GetDurableExecutionState",
  ],
  AWSLambdaVPCAccessExecutionRole: [...logs, ...network],
  AWSLambdaENIManagementAccess: network,
  AWSLambdaSQSQueueExecutionRole: [...logs, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
  AWSLambdaDynamoDBExecutionRole: [
    ...logs,
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
  ],
  AWSLambdaInvocation_DynamoDB: [
    "lambda:InvokeFunction",
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
  ],
  AWSLambdaKinesisExecutionRole: [
    ...logs,
    "kinesis:Describe*",
    "kinesis:Get*",
    "kinesis:List*",
    "kinesis:SubscribeToShard",
  ],
  AWSLambdaMSKExecutionRole: [
    ...logs,
    ...network,
    "kafka:Describe*",
    "kafka:GetBootstrapBrokers",
    "kafka:ListScramSecrets",
  ],
  AmazonAPIGatewayPushToCloudWatchLogs: [...logs, "logs:Describe*", "logs:GetLogEvents", "logs:FilterLogEvents"],
  AmazonRDSEnhancedMonitoringRole: [...logs, "logs:Describe*", "logs:GetLogEvents", "logs:PutRetentionPolicy"],
  AmazonSNSRole: [...logs, "logs:PutMetricFilter", "logs:PutRetentionPolicy"],
  AWSAppSyncPushToCloudWatchLogs: logs,
  AWSXRayDaemonWriteAccess: ["xray:Put*", "xray:Get*"],
  AWSLambdaRole: ["lambda:InvokeFunction"],
  AWSLambda_FullAccess: ["lambda:*", "logs:Describe*", "states:List*"],
  AmazonSQSFullAccess: ["sqs:*"],
  AmazonSNSFullAccess: ["sns:*"],
  AmazonS3FullAccess: ["s3:*", "s3-object-lambda:*"],
  AmazonDynamoDBFullAccess: ["dynamodb:*", "dax:*"],
  AmazonDynamoDBFullAccess_v2: ["dynamodb:*", "dax:*"],
  AmazonKinesisFullAccess: ["kinesis:*"],
  AWSStepFunctionsFullAccess: ["states:*"],
  CloudWatchLogsFullAccess: ["logs:*"],
  CloudWatchFullAccess: ["logs:*", "cloudwatch:*"],
  CloudWatchFullAccessV2: ["logs:*", "cloudwatch:*"],
  AmazonEventBridgeFullAccess: ["events:*", "schemas:*", "scheduler:*", "pipes:*"],
  SecretsManagerReadWrite: ["secretsmanager:*"],
  AmazonSSMReadOnlyAccess: ["ssm:Get*", "ssm:Describe*", "ssm:List*"],
};

/** The actions of a policy by its ARN; `undefined` for one that is not in the table. */
export function managedActions(arn: string): readonly string[] | undefined {
  const name = /^arn:[^:]+:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
  return name === undefined ? undefined : policies[name];
}
