/** The category of a service, which decides its colour: AWS's colours. */
export enum Category {
  Compute = "compute",
  Storage = "storage",
  Database = "database",
  Integration = "integration",
  Network = "network",
  Identity = "identity",
}

/** How a resource is shown. */
export interface Kind {
  /** The name of the kind, for people. */
  readonly label: string;
  readonly category: Category;
}

const kind = (label: string, category: Category): Kind => ({ label, category });

/** The resource types that are shown. All others are parts of these, such as a policy, an alarm or a role. */
export const kinds: Readonly<Record<string, Kind>> = {
  "aws:lambda/function:Function": kind("Lambda function", Category.Compute),
  "aws:cloudfront/function:Function": kind("CloudFront function", Category.Compute),
  "aws:ecs/service:Service": kind("ECS service", Category.Compute),
  "aws:ec2/instance:Instance": kind("EC2 instance", Category.Compute),
  "aws:s3/bucketV2:BucketV2": kind("S3 bucket", Category.Storage),
  "aws:ecr/repository:Repository": kind("ECR repository", Category.Storage),
  "aws:efs/fileSystem:FileSystem": kind("EFS file system", Category.Storage),
  "aws:s3/bucket:Bucket": kind("S3 bucket", Category.Storage),
  "aws:dynamodb/table:Table": kind("DynamoDB table", Category.Database),
  "aws:dax/cluster:Cluster": kind("DAX cluster", Category.Database),
  "aws:elasticache/serverlessCache:ServerlessCache": kind("ElastiCache", Category.Database),
  "aws:rds/cluster:Cluster": kind("Aurora cluster", Category.Database),
  "aws:rds/instance:Instance": kind("RDS instance", Category.Database),
  "aws:rds/proxy:Proxy": kind("RDS Proxy", Category.Database),
  "aws:rds/eventSubscription:EventSubscription": kind("RDS events", Category.Integration),
  "aws:sqs/queue:Queue": kind("SQS queue", Category.Integration),
  "aws:sns/topic:Topic": kind("SNS topic", Category.Integration),
  "aws:kinesis/stream:Stream": kind("Kinesis stream", Category.Integration),
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": kind("Firehose stream", Category.Integration),
  "aws:pipes/pipe:Pipe": kind("EventBridge pipe", Category.Integration),
  "aws:cloudwatch/eventBus:EventBus": kind("EventBridge bus", Category.Integration),
  "aws:cloudwatch/eventRule:EventRule": kind("EventBridge rule", Category.Integration),
  "aws:scheduler/schedule:Schedule": kind("Schedule", Category.Integration),
  "aws:sfn/stateMachine:StateMachine": kind("State machine", Category.Integration),
  "aws:apigateway/restApi:RestApi": kind("REST API", Category.Network),
  "aws:apigatewayv2/api:Api": kind("HTTP API", Category.Network),
  "aws:appsync/graphQLApi:GraphQLApi": kind("GraphQL API", Category.Network),
  "aws:lb/loadBalancer:LoadBalancer": kind("Load balancer", Category.Network),
  "aws:cloudfront/distribution:Distribution": kind("CloudFront", Category.Network),
  "aws:ec2/vpc:Vpc": kind("VPC", Category.Network),
  "aws:cognito/userPool:UserPool": kind("User pool", Category.Identity),
  "aws:cognito/identityPool:IdentityPool": kind("Identity pool", Category.Identity),
};
