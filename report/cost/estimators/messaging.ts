import { z } from "zod";
import { parseSchedule, runsPerMonth } from "../../../limits";
import { gigabytes, hoursOfMonth, type Item, reading, said } from "../estimator";
import { prices } from "../prices";

/** Parts of 64 KB that a message is paid by. */
const parts = (payloadKb: number): number => Math.max(1, Math.ceil(payloadKb / 64));

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
      ? [{ reason: "no price is recorded for FIFO topics" }]
      : [{ price: prices.sns.publishes, quantity: requests * parts(payloadKb) }],
);

const subscription = reading(z.object({ protocol: z.string() }), ({ protocol }, { requests, usage: { payloadKb } }) => {
  if (protocol === "lambda" || protocol === "sqs") return [];
  if (protocol === "email" || protocol === "email-json") return [{ price: prices.sns.email, quantity: requests }];
  if (protocol === "http" || protocol === "https")
    return [{ price: prices.sns.web, quantity: requests * parts(payloadKb) }];
  return [{ reason: `no price is recorded for deliveries by ${protocol}` }];
});

const bus = reading(z.object({}), (_, { requests }) => [
  { price: prices.eventbridge.customEvents, quantity: requests },
]);

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
  z.object({
    shardCount: z.number().optional(),
    retentionPeriod: z.number().default(24),
    streamModeDetails: z.object({ streamMode: z.string() }).default({ streamMode: "PROVISIONED" }),
  }),
  ({ shardCount = 1, retentionPeriod, streamModeDetails: { streamMode } }, { requests, usage: { payloadKb } }) => {
    const { shards, puts, retention, streams, dataIn, dataOut, retentionOnDemand, longRetention } = prices.kinesis;
    const onDemand = streamMode === "ON_DEMAND";
    const gb = gigabytes(requests, onDemand ? Math.max(1, Math.ceil(payloadKb)) : payloadKb);
    /** GB that are there at a time of those that came in between two ages. */
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
};
