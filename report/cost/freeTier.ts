import { hoursOfMonth } from "./estimator";
import { type Price } from "./price";
import { prices } from "./prices";

/** The monthly free tier of an account that does not expire; counted once for all stacks. */
export interface Allowance {
  readonly title: string;
  readonly quantity: number;
  /** Taken from these, in this order. */
  readonly prices: readonly Price[];
  readonly page: string;
}

const allowance = (title: string, quantity: number, of: readonly [Price, ...Price[]]): Allowance => ({
  title,
  quantity,
  prices: of,
  page: of[0].page,
});
const { lambda, dynamodb, sqs, sns, states, cognito, cloudwatch, kms, cloudfront, transfer, eventbridge } = prices;

/** The free tier that does not end after a year. */
export const allowances: readonly Allowance[] = [
  allowance("Lambda requests", 1e6, [lambda.requests]),
  allowance("Lambda duration", 400_000, [lambda.durationX86, lambda.durationArm64]),
  allowance("DynamoDB storage", 25, [dynamodb.storage]),
  allowance("DynamoDB write capacity", 25 * hoursOfMonth, [dynamodb.writeCapacity]),
  allowance("DynamoDB read capacity", 25 * hoursOfMonth, [dynamodb.readCapacity]),
  allowance("SQS requests", 1e6, [sqs.requests, sqs.fifoRequests]),
  allowance("SNS messages", 1e6, [sns.publishes]),
  allowance("SNS deliveries over HTTP", 1e5, [sns.web]),
  allowance("SNS deliveries by e-mail", 1000, [sns.email]),
  allowance("Scheduler starts", 14e6, [eventbridge.schedules]),
  allowance("Step Functions transitions", 4000, [states.transitions]),
  allowance("Cognito users", 10_000, [cognito.essentials, cognito.lite]),
  allowance("CloudWatch alarms", 10, [cloudwatch.alarms]),
  allowance("CloudWatch logs taken in", 5, [cloudwatch.logsIngested]),
  allowance("CloudWatch logs kept", 5, [cloudwatch.logsKept]),
  allowance("KMS requests", 20_000, [kms.requests]),
  allowance("CloudFront requests", 1e7, [cloudfront.requests]),
  allowance("CloudFront data", 1024, [cloudfront.transfer]),
  allowance("CloudFront Functions calls", 2e6, [cloudfront.functions]),
  allowance("Data to the internet", 100, [transfer.internet]),
];
