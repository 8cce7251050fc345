import { everywhere, everywhereKnown, irelandKnown, namePrices, virginia, virginiaKnown } from "../price";

const TB = 1024; // GB
const standard = [{ upTo: 50 * TB, usd: 0.023 }, { upTo: 500 * TB, usd: 0.022 }, { usd: 0.021 }];

/** Prices of Amazon S3, class Standard. */
export const s3 = namePrices("s3", "https://aws.amazon.com/s3/pricing/", {
  storage: { title: "Storage", unit: "GB-months", per: 1, rates: [virginia(standard), irelandKnown(standard)] },
  writes: {
    title: "PUT, COPY, POST and LIST requests",
    unit: "requests",
    per: 1000,
    rates: [virginia(0.005), irelandKnown(0.005)],
  },
  reads: {
    title: "GET and all other requests",
    unit: "requests",
    per: 1000,
    rates: [virginia(0.0004), irelandKnown(0.0004)],
  },
});

/** Prices of Amazon ECR. */
export const ecr = namePrices("ecr", "https://aws.amazon.com/ecr/pricing/", {
  storage: { title: "Storage", unit: "GB-months", per: 1, rates: [virginia(0.1), irelandKnown(0.1)] },
});

/** Prices of AWS Secrets Manager. */
export const secretsmanager = namePrices("secretsmanager", "https://aws.amazon.com/secrets-manager/pricing/", {
  secrets: { title: "Secrets", unit: "secrets", per: 1, rates: everywhere(0.4) },
  calls: { title: "API calls", unit: "calls", per: 1e4, rates: everywhere(0.05) },
});

/** Prices of Systems Manager's Parameter Store. */
export const ssm = namePrices("ssm", "https://aws.amazon.com/systems-manager/pricing/", {
  advancedParameters: { title: "Advanced parameters", unit: "parameters", per: 1, rates: [everywhereKnown(0.05)] },
});

/** Prices of AWS KMS. */
export const kms = namePrices("kms", "https://aws.amazon.com/kms/pricing/", {
  keys: { title: "Customer managed keys", unit: "keys", per: 1, rates: everywhere(1) },
  requests: { title: "Requests", unit: "requests", per: 1e4, rates: everywhere(0.03) },
});

/** Prices of Amazon CloudWatch. */
export const cloudwatch = namePrices("cloudwatch", "https://aws.amazon.com/cloudwatch/pricing/", {
  logsIngested: { title: "Logs taken in", unit: "GB", per: 1, rates: [virginia(0.5), irelandKnown(0.57)] },
  logsIngestedIa: {
    title: "Logs taken in, infrequent access",
    unit: "GB",
    per: 1,
    rates: [virginiaKnown(0.25), irelandKnown(0.285)],
  },
  logsKept: { title: "Logs kept", unit: "GB-months", per: 1, rates: [virginia(0.03), irelandKnown(0.03)] },
  alarms: { title: "Metrics of alarms", unit: "metrics", per: 1, rates: everywhere(0.1) },
  alarmsFast: { title: "Metrics of high-resolution alarms", unit: "metrics", per: 1, rates: everywhere(0.3) },
  compositeAlarms: { title: "Composite alarms", unit: "alarms", per: 1, rates: [everywhereKnown(0.5)] },
});
