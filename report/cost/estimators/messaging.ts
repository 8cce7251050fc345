import { z } from "zod";
import { parseSchedule, runsPerMonth } from "../../../limits";
import { type Gap, gigabytes, hoursOfMonth, type Item, reading, said } from "../estimator";
import { prices } from "../prices";

/** Messages are billed in parts of 64 KB. */
const parts = (payloadKb: number): number => Math.max(1, Math.ceil(payloadKb / 64));

const streamShape = z.object({
  shardCount: z.number().optional(),
  retentionPeriod: z.number().default(24),
  streamModeDetails: z.object({ streamMode: z.string() }).default({ streamMode: "PROVISIONED" }),
});

const queue = reading(
  z.object({ fifoQueue: z.boolean().default(false) }),
  ({ fifoQueue }, { requests, forFailures, usage: { payloadKb } }) => {
    const price = fifoQueue ? prices.sqs.fifoRequests : prices.sqs.requests;
    if (forFailures) return [{ price, quantity: 0, basis: "dead letters: none are expected" }];
    const each = 2 * parts(payloadKb) + 1;
    return [
      { price, quantity: requests * each, basis: `${said(requests)} messages × ${each}: sent, received, deleted` },
    ];
  },
);

const topic = reading(
  z.object({ fifoTopic: z.boolean().default(false) }),
  ({ fifoTopic }, { requests, usage: { payloadKb } }) =>
    fifoTopic
      ? [
          { price: prices.sns.fifoPublishes, quantity: requests },
          { price: prices.sns.fifoData, quantity: gigabytes(requests, payloadKb) },
        ]
      : [{ price: prices.sns.publishes, quantity: requests * parts(payloadKb) }],
);

const subscription = reading(z.object({ protocol: z.string() }), ({ protocol }, { requests, usage: { payloadKb } }) => {
  if (protocol === "lambda" || protocol === "sqs") return [];
  if (protocol === "email" || protocol === "email-json") return [{ price: prices.sns.email, quantity: requests }];
  if (protocol === "http" || protocol === "https")
    return [{ price: prices.sns.web, quantity: requests * parts(payloadKb) }];
  return [{ reason: `no price is recorded for deliveries by ${protocol}` }];
});

const bus = reading(z.object({}), (_, { requests, usage: { payloadKb } }) => [
  {
    price: prices.eventbridge.customEvents,
    quantity: requests * parts(payloadKb),
    basis: `${said(requests)} events × ${parts(payloadKb)} parts of 64 KB`,
  },
]);

/** Firehose rounds each record up to 5 KB. */
const deliveryStream = reading(z.object({}), (_, { requests, usage: { payloadKb } }) => {
  const kilobytes = Math.max(1, Math.ceil(payloadKb / 5)) * 5;
  return [
    {
      price: prices.kinesis.firehose,
      quantity: gigabytes(requests, kilobytes),
      basis: `${said(requests)} records × ${kilobytes} KB`,
    },
  ];
});

const streamConsumer = reading(z.object({}), (_, { siblings, requests, usage: { payloadKb } }): (Item | Gap)[] => {
  const [of, ...others] = siblings("aws:kinesis/stream:Stream");
  const { data } = streamShape.safeParse(of?.inputs);
  if (!data || others.length > 0) return [{ reason: "it is known only after the deployment which stream it reads" }];
  if (data.streamModeDetails.streamMode === "ON_DEMAND")
    return [{ reason: "no price is recorded for enhanced fan-out of a stream on demand" }];
  const shards = data.shardCount ?? 1;
  return [
    {
      price: prices.kinesis.consumers,
      quantity: shards * hoursOfMonth,
      basis: `${shards} shards × ${hoursOfMonth} h`,
    },
    { price: prices.kinesis.consumerData, quantity: gigabytes(requests, payloadKb) },
  ];
});

const schedule = reading(
  z.object({ scheduleExpression: z.string(), state: z.string().default("ENABLED") }),
  ({ scheduleExpression, state }) => {
    const parsed = parseSchedule(scheduleExpression, "scheduler");
    if ("problem" in parsed) return [{ reason: `scheduleExpression "${scheduleExpression}" ${parsed.problem}` }];
    const quantity = state === "ENABLED" ? runsPerMonth(parsed) : 0;
    return [{ price: prices.eventbridge.schedules, quantity, basis: scheduleExpression }];
  },
);

const stream = reading(
  streamShape,
  ({ shardCount = 1, retentionPeriod, streamModeDetails: { streamMode } }, { requests, usage: { payloadKb } }) => {
    const { shards, puts, retention, streams, dataIn, dataOut, retentionOnDemand, longRetention } = prices.kinesis;
    const onDemand = streamMode === "ON_DEMAND";
    const gb = gigabytes(requests, onDemand ? Math.max(1, Math.ceil(payloadKb)) : payloadKb);
    /** GB stored at a time, of records between two ages. */
    const held = (fromHours: number, toHours: number) =>
      gb * (Math.max(0, Math.min(retentionPeriod, toHours) - fromHours) / hoursOfMonth);
    const long: Item[] = retentionPeriod > 168 ? [{ price: longRetention, quantity: held(168, Infinity) }] : [];
    if (onDemand) {
      return [
        { price: streams, quantity: hoursOfMonth },
        { price: dataIn, quantity: gb, basis: `${said(requests)} records × ${said(payloadKb)} KB` },
        { price: dataOut, quantity: gb, basis: "read by one consumer" },
        ...(retentionPeriod > 24 ? [{ price: retentionOnDemand, quantity: held(24, 168) }] : []),
        ...long,
      ];
    }
    const shardHours = { quantity: shardCount * hoursOfMonth, basis: `${shardCount} shards × ${hoursOfMonth} h` };
    return [
      { price: shards, ...shardHours },
      { price: puts, quantity: requests * Math.max(1, Math.ceil(payloadKb / 25)) },
      ...(retentionPeriod > 24 ? [{ price: retention, ...shardHours }] : []),
      ...long,
    ];
  },
);

export const messagingEstimators = {
  "aws:sqs/queue:Queue": queue,
  "aws:sns/topic:Topic": topic,
  "aws:sns/topicSubscription:TopicSubscription": subscription,
  "aws:cloudwatch/eventBus:EventBus": bus,
  "aws:scheduler/schedule:Schedule": schedule,
  "aws:kinesis/stream:Stream": stream,
  "aws:kinesis/streamConsumer:StreamConsumer": streamConsumer,
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": deliveryStream,
};
