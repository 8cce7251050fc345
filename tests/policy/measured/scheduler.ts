import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const roleArn = `arn:aws:iam::${account}:role/r`;
const queue = `arn:aws:sqs:eu-west-1:${account}:q`;
const off = { flexibleTimeWindow: { mode: "OFF" } };

const schedule = ofType("aws:scheduler/schedule:Schedule", { name: "s" });
const group = ofType("aws:scheduler/scheduleGroup:ScheduleGroup");
const daily = { scheduleExpression: "rate(1 day)", target: { arn: queue, roleArn } };
const calls = (target: Arguments) => ({ ...off, ...daily, target: { roleArn, ...target } });
const flexible = (flexibleTimeWindow: Arguments) => ({ ...daily, flexibleTimeWindow });
const between = (startDate: string, endDate: string) => ({ ...off, ...daily, startDate, endDate });
const api = (name: string) => `arn:aws:scheduler:::aws-sdk:sqs:${name}`;

export const scheduler: FactsByName = {
  "scheduler-flexible-time-window": schedule(
    "a window that is off has no length",
    flexible({ mode: "OFF", maximumWindowInMinutes: 10 }),
    flexible({ mode: "OFF" }),
  ),
  "scheduler-flexible-window": schedule(
    "a window has its length",
    flexible({ mode: "FLEXIBLE" }),
    flexible({ mode: "FLEXIBLE", maximumWindowInMinutes: 10 }),
  ),
  "scheduler-group-name-default": group(
    "default is the account's own group",
    { name: "default" },
    { name: "defaults" },
  ),
  "scheduler-rate-positive": schedule(
    "a rate is one at least",
    { ...off, ...daily, scheduleExpression: "rate(0 days)" },
    { ...off, ...daily, scheduleExpression: "rate(2 days)" },
  ),
  "scheduler-schedule-expression": schedule(
    "a schedule has a day of the month or of the week",
    { ...off, ...daily, scheduleExpression: "cron(0 8 * * * *)" },
    { ...off, ...daily, scheduleExpression: "cron(0 8 * * ? *)" },
  ),
  "scheduler-start-end-order": schedule(
    "a schedule begins before it ends",
    between("2030-02-01T00:00:00Z", "2030-01-01T00:00:00Z"),
    between("2030-01-01T00:00:00Z", "2030-02-01T00:00:00Z"),
  ),
  "scheduler-target-input-json": schedule(
    "an input is JSON",
    calls({ arn: `arn:aws:lambda:eu-west-1:${account}:function:f`, input: "{order}" }),
    calls({ arn: `arn:aws:lambda:eu-west-1:${account}:function:f`, input: "{}" }),
  ),
  "scheduler-target-parameters": schedule(
    "a queue in order has groups",
    calls({ arn: `${queue}.fifo` }),
    calls({ arn: `${queue}.fifo`, sqsParameters: { messageGroupId: "g" } }),
  ),
  "scheduler-target-region": schedule(
    "a target is in the schedule's Region",
    calls({ arn: queue.replace("eu-west-1", "us-east-1") }),
    calls({ arn: queue }),
  ),
  "scheduler-universal-target": schedule(
    "an operation that only reads is not called",
    calls({ arn: api("getQueueUrl"), input: "{}" }),
    calls({ arn: api("sendMessage"), input: "{}" }),
  ),
};
