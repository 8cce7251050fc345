import { measured, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { like, together } from "../together";

const identity = (at: string) =>
  like(
    at,
    "an origin access identity is named by its path",
    "^$|^origin-access-identity/cloudfront/[A-Za-z0-9]+$",
    "origin-access-identity/cloudfront/E127EXAMPLE51Z",
    "E127EXAMPLE51Z",
  );
const logGroup = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/events/orders";
const entries = (input: string) => ({ inputTransformer: { inputPaths: { t: "$.time" }, inputTemplate: input } });
const subscription = {
  topic: "arn:aws:sns:eu-west-1:111122223333:orders",
  protocol: "sqs",
  endpoint: "arn:aws:sqs:eu-west-1:111122223333:orders",
};

/** What is delivered: by CloudFront, from rules to log groups, from topics. */
export const deliveryReported: readonly TypeRows[] = [
  {
    type: "aws:cloudfront/distribution:Distribution",
    source: api("cloudfront", "S3OriginConfig"),
    rows: [identity("origins[].s3OriginConfig.originAccessIdentity")],
  },
  {
    type: "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
    source: "https://repost.aws/knowledge-center/cloudfront-authorization-header",
    rows: [
      {
        at: "headersConfig.headers.items[]",
        fact: "an origin request policy hands no Authorization on: a cache policy does",
        not: { enum: ["Authorization"], anyCase: true },
        good: "Accept-Language",
        bad: "Authorization",
      },
    ],
  },
  {
    type: "aws:cloudwatch/eventTarget:EventTarget",
    source: page("eventbridge/latest/userguide/eb-targets"),
    rows: [
      together(
        "what a log group is sent is an object of timestamp and message",
        {
          when: { arn: { pattern: "^arn:[^:]*:logs:" } },
          properties: { input: { format: "logEntry" }, "inputTransformer.inputTemplate": { format: "logEntry" } },
          source: measured,
        },
        { rule: "orders", arn: logGroup },
        entries('{"timestamp": <t>, "message": "at <t>"}'),
        entries('"at <t>"'),
      ),
    ],
  },
  {
    type: "aws:sns/topicSubscription:TopicSubscription",
    source: api("sns", "Subscribe"),
    rows: [
      together(
        "an endpoint that is subscribed to a topic twice has the same attributes",
        {
          join: "sameSubscription",
          beside: { first: { type: "aws:sns/topicSubscription:TopicSubscription", properties: subscription } },
          source: measured,
        },
        subscription,
        {},
        { rawMessageDelivery: true },
      ),
    ],
  },
];
