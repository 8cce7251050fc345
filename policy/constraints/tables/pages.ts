const folders = {
  amplify: "amplify/latest/APIReference",
  apprunner: "apprunner/latest/api",
  batch: "batch/latest/APIReference",
  codedeploy: "codedeploy/latest/APIReference",
  codepipeline: "codepipeline/latest/APIReference",
  config: "config/latest/APIReference",
  datasync: "datasync/latest/userguide",
  docdb: "documentdb/latest/developerguide",
  eks: "eks/latest/APIReference",
  emr: "emr/latest/APIReference",
  fsx: "fsx/latest/APIReference",
  guardduty: "guardduty/latest/APIReference",
  iot: "iot/latest/apireference",
  memorydb: "memorydb/latest/APIReference",
  mq: "amazon-mq/latest/api-reference",
  neptune: "neptune/latest/apiref",
  networkfirewall: "network-firewall/latest/APIReference",
  redshift: "redshift/latest/APIReference",
  sagemaker: "sagemaker/latest/APIReference",
  ses: "ses/latest/APIReference",
  sesv2: "ses/latest/APIReference-V2",
  transfer: "transfer/latest/APIReference",
  acm: "acm/latest/APIReference",
  applicationScaling: "autoscaling/application/APIReference",
  athena: "athena/latest/APIReference",
  autoscaling: "autoscaling/ec2/APIReference",
  backup: "aws-backup/latest/devguide",
  cloudtrail: "awscloudtrail/latest/APIReference",
  codebuild: "codebuild/latest/APIReference",
  dax: "amazondynamodb/latest/APIReference",
  ecr: "AmazonECR/latest/APIReference",
  ecs: "AmazonECS/latest/APIReference",
  efs: "efs/latest/ug",
  elb: "elasticloadbalancing/latest/APIReference",
  glue: "glue/latest/webapi",
  map: "cloud-map/latest/api",
  opensearch: "opensearch-service/latest/APIReference",
  route53: "Route53/latest/APIReference",
  apigateway: "apigateway/latest/api",
  appsync: "appsync/latest/APIReference",
  cloudfront: "cloudfront/latest/APIReference",
  cloudwatch: "AmazonCloudWatch/latest/APIReference",
  cognito: "cognito-user-identity-pools/latest/APIReference",
  identity: "cognitoidentity/latest/APIReference",
  dynamodb: "amazondynamodb/latest/APIReference",
  ec2: "AWSEC2/latest/APIReference",
  elasticache: "AmazonElastiCache/latest/APIReference",
  events: "eventbridge/latest/APIReference",
  firehose: "firehose/latest/APIReference",
  iam: "IAM/latest/APIReference",
  kinesis: "kinesis/latest/APIReference",
  kms: "kms/latest/APIReference",
  lambda: "lambda/latest/api",
  logs: "AmazonCloudWatchLogs/latest/APIReference",
  pipes: "eventbridge/latest/pipes-reference",
  rds: "AmazonRDS/latest/APIReference",
  s3: "AmazonS3/latest/API",
  scheduler: "scheduler/latest/APIReference",
  secretsmanager: "secretsmanager/latest/apireference",
  sfn: "step-functions/latest/apireference",
  sns: "sns/latest/api",
  sqs: "AWSSimpleQueueService/latest/APIReference",
  ssm: "systems-manager/latest/APIReference",
  waf: "waf/latest/APIReference",
} as const;

/** The page of an operation or structure in the API reference of a service. */
export function api(service: keyof typeof folders, name: string): string {
  return `https://docs.aws.amazon.com/${folders[service]}/API_${name}.html`;
}

/** Another page of AWS, by its path. */
export function page(path: string): string {
  return `https://docs.aws.amazon.com/${path}.html`;
}

/** Where the files of the AWS provider are, which rows name. */
export const providerSource = "https://github.com/hashicorp/terraform-provider-aws/blob/main/";

/** A file of a service in the AWS provider. */
export function providerFile(path: string): string {
  return `${providerSource}internal/service/${path}.go`;
}
