import { everywhereKnown, irelandKnown, namePrices, virginia, virginiaKnown } from "../price";

/** Prices of Amazon SQS. */
export const sqs = namePrices("sqs", "https://aws.amazon.com/sqs/pricing/", {
  requests: {
    title: "Requests to standard queues, by 64 KB",
    unit: "requests",
    per: 1e6,
    rates: [virginia(0.4), irelandKnown(0.4)],
  },
  fifoRequests: {
    title: "Requests to FIFO queues, by 64 KB",
    unit: "requests",
    per: 1e6,
    rates: [virginia(0.5), irelandKnown(0.5)],
  },
});

/** Prices of Amazon SNS. */
export const sns = namePrices("sns", "https://aws.amazon.com/sns/pricing/", {
  publishes: {
    title: "Messages published, by 64 KB",
    unit: "requests",
    per: 1e6,
    rates: [virginia(0.5), irelandKnown(0.5)],
  },
  web: { title: "Deliveries over HTTP", unit: "deliveries", per: 1e5, rates: [virginia(0.06), irelandKnown(0.06)] },
  fifoPublishes: {
    title: "Messages published to FIFO topics",
    unit: "requests",
    per: 1e6,
    rates: [virginiaKnown(0.3)],
    note: "Deliveries are 0.01 USD a million, and 0.001 a GB.",
  },
  fifoData: { title: "Data published to FIFO topics", unit: "GB", per: 1, rates: [virginiaKnown(0.017)] },
  email: { title: "Deliveries by e-mail", unit: "deliveries", per: 1e5, rates: [virginia(2), irelandKnown(2)] },
});

/** Prices of Amazon EventBridge. */
export const eventbridge = namePrices("eventbridge", "https://aws.amazon.com/eventbridge/pricing/", {
  customEvents: {
    title: "Custom events published, by 64 KB",
    unit: "events",
    per: 1e6,
    rates: [virginia(1), irelandKnown(1)],
  },
  schedules: { title: "Starts by Scheduler", unit: "starts", per: 1e6, rates: [everywhereKnown(1)] },
});

const expressDuration = [
  { upTo: 1000 * 3600, usd: 0.00001667 },
  { upTo: 5000 * 3600, usd: 0.000008333 },
  { usd: 0.00000456 },
];

/** Prices of AWS Step Functions. */
export const states = namePrices("states", "https://aws.amazon.com/step-functions/pricing/", {
  transitions: {
    title: "State transitions, Standard",
    unit: "transitions",
    per: 1000,
    rates: [virginia(0.025), irelandKnown(0.025)],
  },
  expressRequests: {
    title: "Executions, Express",
    unit: "executions",
    per: 1e6,
    rates: [virginia(1), irelandKnown(1)],
  },
  expressDuration: {
    title: "Duration, Express",
    unit: "GB-s",
    per: 1,
    rates: [virginia(expressDuration), irelandKnown(expressDuration)],
  },
});

/** Prices of Amazon Kinesis Data Streams. */
export const kinesis = namePrices("kinesis", "https://aws.amazon.com/kinesis/data-streams/pricing/", {
  shards: { title: "Shards", unit: "shard-hours", per: 1, rates: [virginia(0.015), irelandKnown(0.017)] },
  puts: {
    title: "PUT payload units, by 25 KB",
    unit: "units",
    per: 1e6,
    rates: [virginia(0.014), irelandKnown(0.0165)],
  },
  retention: {
    title: "Kept for one to seven days, provisioned",
    unit: "shard-hours",
    per: 1,
    rates: [virginia(0.02), irelandKnown(0.023)],
  },
  streams: { title: "Streams on demand", unit: "stream-hours", per: 1, rates: [virginia(0.04)] },
  dataIn: { title: "Data in, on demand", unit: "GB", per: 1, rates: [virginia(0.08)] },
  dataOut: { title: "Data out, on demand", unit: "GB", per: 1, rates: [virginia(0.04)] },
  retentionOnDemand: {
    title: "Kept for one to seven days, on demand",
    unit: "GB-months",
    per: 1,
    rates: [virginia(0.1)],
  },
  consumers: {
    title: "Consumers with enhanced fan-out, of each shard",
    unit: "shard-hours",
    per: 1,
    rates: [virginiaKnown(0.015)],
  },
  consumerData: { title: "Data read with enhanced fan-out", unit: "GB", per: 1, rates: [virginiaKnown(0.013)] },
  firehose: {
    title: "Firehose, data taken in, by 5 KB a record",
    unit: "GB",
    per: 1,
    page: "https://aws.amazon.com/firehose/pricing/",
    rates: [virginiaKnown([{ upTo: 500 * 1024, usd: 0.029 }, { upTo: 2048 * 1024, usd: 0.025 }, { usd: 0.02 }])],
  },
  longRetention: {
    title: "Kept for more than seven days",
    unit: "GB-months",
    per: 1,
    rates: [virginia(0.023)],
  },
});

/** Prices of Amazon Cognito: users who are seen in a month. */
export const cognito = namePrices("cognito", "https://aws.amazon.com/cognito/pricing/", {
  lite: {
    title: "Users, Lite",
    unit: "users",
    per: 1,
    rates: [
      everywhereKnown([
        { upTo: 100_000, usd: 0.0055 },
        { upTo: 1e6, usd: 0.0046 },
        { upTo: 1e7, usd: 0.00325 },
        { usd: 0.0025 },
      ]),
    ],
  },
  essentials: { title: "Users, Essentials", unit: "users", per: 1, rates: [everywhereKnown(0.015)] },
  plus: { title: "Users, Plus", unit: "users", per: 1, rates: [everywhereKnown(0.02)] },
});
