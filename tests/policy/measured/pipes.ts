import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const arn = (service: string, resource: string, region = "eu-west-1"): string =>
  `arn:aws:${service}:${region}:111122223333:${resource}`;
const queue = arn("sqs", "q");
const other = arn("sqs", "r");
const machine = arn("states", "stateMachine:m");

const pipe = ofType("aws:pipes/pipe:Pipe", { name: "p", roleArn: "arn:aws:iam::111122223333:role/r" });
const between = (source: string, target: string, beside: Arguments = {}) => ({ source, target, ...beside });
const batches = (batchSize: number) => ({ sourceParameters: { sqsQueueParameters: { batchSize } } });
const filtered = (pattern: string) =>
  between(queue, other, { sourceParameters: { filterCriteria: { filters: [{ pattern }] } } });
const fed = (inputTemplate: string) => between(queue, other, { targetParameters: { inputTemplate } });
const stream = arn("kinesis", "stream/s");

export const pipes: FactsByName = {
  "pipes-batch-size-target-limit": pipe(
    "a queue takes 10 messages at once",
    between(queue, other, batches(11)),
    between(queue, other, batches(10)),
  ),
  "pipes-cross-region": pipe(
    "a pipe stays in its Region",
    between(queue, arn("sqs", "r", "us-east-1")),
    between(queue, other),
  ),
  "pipes-enrichment-type": pipe(
    "a function enriches",
    between(queue, other, { enrichment: arn("sns", "t") }),
    between(queue, other, { enrichment: arn("lambda", "function:f") }),
  ),
  "pipes-filter-pattern": pipe("a filter has lists", filtered('{"body": "new"}'), filtered('{"body": ["new"]}')),
  "pipes-input-template-variables": pipe(
    "a variable is one of Pipes",
    fed('{"from": <aws.pipes.bogus>}'),
    fed('{"from": <aws.pipes.pipe-name>}'),
  ),
  "pipes-log-configuration": pipe(
    "a log goes somewhere",
    between(queue, other, { logConfiguration: { level: "ERROR" } }),
    between(queue, other, {
      logConfiguration: {
        level: "ERROR",
        cloudwatchLogsLogDestination: { logGroupArn: arn("logs", "log-group:/aws/vendedlogs/pipes/p") },
      },
    }),
  ),
  "pipes-source-parameters": pipe(
    "a stream is read from somewhere",
    between(stream, other),
    between(stream, other, { sourceParameters: { kinesisStreamParameters: { startingPosition: "LATEST" } } }),
  ),
  "pipes-target-parameters": pipe(
    "settings are the target's",
    between(queue, machine, { targetParameters: { lambdaFunctionParameters: { invocationType: "FIRE_AND_FORGET" } } }),
    between(queue, machine, {
      targetParameters: { stepFunctionStateMachineParameters: { invocationType: "FIRE_AND_FORGET" } },
    }),
  ),
  "pipes-target-sns-fifo": pipe(
    "a topic in order is no target",
    between(queue, arn("sns", "t.fifo")),
    between(queue, arn("sns", "t")),
  ),
};
