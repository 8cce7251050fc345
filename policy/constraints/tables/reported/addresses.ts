import { measured, type Row, type TypeRows } from "../../schema";
import { at } from "../given";
import { page } from "../pages";

const queue = "arn:aws:sqs:eu-west-1:111122223333:orders";
const url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders";

/** What is addressed by its ARN: a queue's URL is none. */
const byArn = (path: string): Row =>
  at(path, "it is an ARN, not a URL", { not: { pattern: "^https?://" } }, queue, url);

const places: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudwatch/eventTarget:EventTarget": ["arn"],
  "aws:lambda/eventSourceMapping:EventSourceMapping": ["eventSourceArn", "destinationConfig.onFailure.destinationArn"],
  "aws:lambda/function:Function": ["deadLetterConfig.targetArn"],
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": [
    "destinationConfig.onFailure.destination",
    "destinationConfig.onSuccess.destination",
  ],
  "aws:pipes/pipe:Pipe": ["source", "target"],
  "aws:s3/bucketNotification:BucketNotification": ["queues[].queueArn"],
  "aws:scheduler/schedule:Schedule": ["target.arn"],
};

const partner = "arn:aws:events:eu-west-1:111122223333:event-bus/aws.partner/example.com/a";
const layer = "arn:aws:lambda:eu-west-1:111122223333:layer:shared:1";
const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:f";
const notLayer = (path: string): Row =>
  at(
    path,
    "a layer is nothing to call",
    { not: { pattern: ":lambda:[^:]*:[^:]*:layer:" }, source: measured },
    functionArn,
    layer,
  );
const notPartner = (path: string): Row =>
  at(
    path,
    "nothing is sent to a partner's bus",
    { not: { pattern: ":event-bus/aws\\.partner/" }, source: measured },
    queue,
    partner,
  );

/** Targets and destinations by what their ARN is of. */
export const addressesReported: readonly TypeRows[] = [
  ...Object.entries(places).map(([type, paths]) => ({
    type,
    source: page("IAM/latest/UserGuide/reference-arns"),
    rows: paths.map(byArn),
  })),
  {
    type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
    source: page("IAM/latest/UserGuide/reference-arns"),
    rows: ["onFailure", "onSuccess"].flatMap((kind) => [
      notPartner(`destinationConfig.${kind}.destination`),
      notLayer(`destinationConfig.${kind}.destination`),
    ]),
  },
  {
    type: "aws:cloudwatch/eventTarget:EventTarget",
    source: page("IAM/latest/UserGuide/reference-arns"),
    rows: [
      notLayer("arn"),
      {
        at: "",
        fact: "a target that is a cluster of ECS needs a roleArn",
        when: { arn: { pattern: ":ecs:[^:]*:[^:]*:cluster/" } },
        required: ["roleArn"],
        source: measured,
        good: {
          ...{ arn: "arn:aws:ecs:eu-west-1:111122223333:cluster/a", roleArn: "arn:aws:iam::111122223333:role/r" },
          ecsTarget: { taskDefinitionArn: "arn:aws:ecs:eu-west-1:111122223333:task-definition/a:1" },
        },
        bad: {
          arn: "arn:aws:ecs:eu-west-1:111122223333:cluster/a",
          ecsTarget: { taskDefinitionArn: "arn:aws:ecs:eu-west-1:111122223333:task-definition/a:1" },
        },
      },
      at(
        "rule",
        "a rule is named, not given by its ARN",
        { pattern: "^[.\\-_A-Za-z0-9]{1,64}$", source: page("eventbridge/latest/APIReference/API_PutTargets") },
        "orders",
        "arn:aws:events:eu-west-1:111122223333:rule/orders",
      ),
    ],
  },
  {
    type: "aws:scheduler/schedule:Schedule",
    source: page("IAM/latest/UserGuide/reference-arns"),
    rows: [notLayer("target.arn")],
  },
  {
    type: "aws:lambda/permission:Permission",
    source: page("IAM/latest/UserGuide/reference-arns"),
    rows: [notLayer("function")],
  },
  ...["eventConnection:EventConnection", "eventApiDestination:EventApiDestination"].map((type): TypeRows => ({
    type: `aws:cloudwatch/${type}`,
    source: page(`eventbridge/latest/APIReference/API_Create${type.includes("Api") ? "ApiDestination" : "Connection"}`),
    rows: [
      at(
        "name",
        "a name has letters, digits and . - _, 64 at most",
        { pattern: "^[.\\-_A-Za-z0-9]{1,64}$" },
        "orders",
        "my orders",
      ),
    ],
  })),
  {
    type: "aws:cloudwatch/eventArchive:EventArchive",
    source: page("eventbridge/latest/APIReference/API_CreateArchive"),
    rows: [
      at(
        "name",
        "a name has letters, digits and . - _, 48 at most",
        { pattern: "^[.\\-_A-Za-z0-9]{1,48}$" },
        "orders",
        "my orders",
      ),
    ],
  },
];
