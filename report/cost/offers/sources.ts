/** Where AWS's price list has a price: its offer, and the columns that its rows have. */
export interface OfferSource {
  /** AWS's code of the service in the price list. */
  readonly offer: string;
  /** The usage type without the Region's prefix. */
  readonly usageType: RegExp;
  /** Further columns, by their heading. */
  readonly columns?: Readonly<Record<string, string>>;
}

const source = (offer: string) => (usageType: string, columns?: OfferSource["columns"]) => ({
  offer,
  usageType: new RegExp(`^${usageType}$`),
  ...(columns && { columns }),
});

const lambda = source("AWSLambda");
const apigateway = source("AmazonApiGateway");
const dynamodb = source("AmazonDynamoDB");
const s3 = source("AmazonS3");
const sqs = source("AWSQueueService");
const states = source("AmazonStates");
const kinesis = source("AmazonKinesis");
const cloudwatch = source("AmazonCloudWatch");
const kms = source("awskms");
const secrets = source("AWSSecretsManager");
const rds = source("AmazonRDS");
const ec2 = source("AmazonEC2");
const vpc = source("AmazonVPC");
const postgres = { "Database Engine": "PostgreSQL", "Deployment Option": "Single-AZ" };

/** By the id of the price. What is not here, such as prices of edge locations, stays as it is recorded. */
const offerSources: Readonly<Record<string, OfferSource>> = {
  "lambda.requests": lambda("Request", { Group: "AWS-Lambda-Requests" }),
  "lambda.durationX86": lambda("Lambda-GB-Second", { Group: "AWS-Lambda-Duration" }),
  "lambda.durationArm64": lambda("Lambda-GB-Second-ARM"),
  "lambda.provisionedX86": lambda("Lambda-Provisioned-Concurrency"),
  "lambda.provisionedArm64": lambda("Lambda-Provisioned-Concurrency-ARM"),
  "lambda.ephemeralStorage": lambda("Lambda-Storage-GB-Second", { Group: "AWS-Lambda-Storage-Duration" }),
  "apigateway.restRequests": apigateway("ApiGatewayRequest"),
  "apigateway.httpRequests": apigateway("ApiGatewayHttpRequest"),
  "dynamodb.writes": dynamodb("WriteRequestUnits"),
  "dynamodb.reads": dynamodb("ReadRequestUnits"),
  "dynamodb.writesIa": dynamodb("IA-WriteRequestUnits"),
  "dynamodb.readsIa": dynamodb("IA-ReadRequestUnits"),
  "dynamodb.writeCapacity": dynamodb("WriteCapacityUnit-Hrs"),
  "dynamodb.readCapacity": dynamodb("ReadCapacityUnit-Hrs"),
  "dynamodb.writeCapacityIa": dynamodb("IA-WriteCapacityUnit-Hrs"),
  "dynamodb.readCapacityIa": dynamodb("IA-ReadCapacityUnit-Hrs"),
  "dynamodb.storage": dynamodb("TimedStorage-ByteHrs"),
  "dynamodb.storageIa": dynamodb("IA-TimedStorage-ByteHrs"),
  "dynamodb.recovery": dynamodb("TimedPITRStorage-ByteHrs"),
  "dynamodb.exports": dynamodb("ExportDataSize-Bytes"),
  "s3.storage": s3("TimedStorage-ByteHrs"),
  "s3.writes": s3("Requests-Tier1"),
  "s3.reads": s3("Requests-Tier2"),
  "sqs.requests": sqs("Requests.*", { "Queue Type": "Standard" }),
  "sqs.fifoRequests": sqs("Requests.*", { "Queue Type": "FIFO (first-in, first-out)" }),
  "sns.publishes": source("AmazonSNS")("Requests-Tier1"),
  "eventbridge.customEvents": source("AWSEvents")("Event-64K-Chunks"),
  "eventbridge.schedules": source("AWSEvents")("ScheduledInvocation"),
  "states.transitions": states("StateTransition"),
  "states.expressRequests": states("StepFunctions-Request"),
  "states.expressDuration": states("StepFunctions-GB-Second"),
  "kinesis.shards": kinesis("Storage-ShardHour"),
  "kinesis.puts": kinesis("PutRequestPayloadUnits"),
  "kinesis.retention": kinesis("Extended-ShardHour"),
  "cloudwatch.logsIngested": cloudwatch("DataProcessing-Bytes"),
  "cloudwatch.logsIngestedIa": cloudwatch("DataProcessingIA-Bytes"),
  "cloudwatch.logsKept": cloudwatch("TimedStorage-ByteHrs"),
  "cloudwatch.alarms": cloudwatch("CW:AlarmMonitorUsage"),
  "cloudwatch.alarmsFast": cloudwatch("CW:HighResAlarmMonitorUsage"),
  "cloudwatch.compositeAlarms": cloudwatch("CW:CompositeAlarmMonitorUsage"),
  "kms.keys": kms("KMS-Keys"),
  "kms.requests": kms("KMS-Requests"),
  "secretsmanager.secrets": secrets("AWSSecretsManager-Secrets"),
  "secretsmanager.calls": secrets("AWSSecretsManagerAPIRequest"),
  "ecr.storage": source("AmazonECR")("TimedStorage-ByteHrs"),
  "network.nat": ec2("NatGateway-Hours"),
  "network.natData": ec2("NatGateway-Bytes"),
  "network.endpoints": vpc("VpcEndpoint-Hours"),
  "network.endpointData": vpc("VpcEndpoint-Bytes"),
  "network.publicAddresses": vpc("PublicIPv4:InUseAddress"),
  "rds.capacity": rds("Aurora:ServerlessV2Usage"),
  "rds.storage": rds("Aurora:StorageUsage"),
  "rds.io": rds("Aurora:StorageIOUsage"),
  "rds.instanceStorage": rds("RDS:GP3-Storage"),
};

/** RDS instances and DAX nodes have their class in the usage type. */
export function offerSource(id: string): OfferSource | undefined {
  const [service, name = ""] = [id.slice(0, id.indexOf(".")), id.slice(id.indexOf(".") + 1)];
  const type = name.replaceAll(".", "\\.");
  if (service === "rdsInstances") return rds(`InstanceUsage:db\\.${type}`, postgres);
  if (service === "dax") return source("AmazonDAX")(`NodeUsage:dax\\.${type}`);
  return offerSources[id];
}
