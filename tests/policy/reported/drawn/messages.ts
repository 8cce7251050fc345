import { facts, type Made } from "../../heldOut/inputs";
import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const dead = `arn:aws:sqs:eu-west-1:${account}:dead`;
const queueArn = `arn:aws:sqs:eu-west-1:${account}:orders`;
const topicArn = `arn:aws:sns:eu-west-1:${account}:orders`;
const roleArn = `arn:aws:iam::${account}:role/r`;
const redrive = (more: Arguments) => ({ redrivePolicy: JSON.stringify({ deadLetterTargetArn: dead, ...more }) });

export const sqs: FactsByName = {
  "redrive-without-count": on("aws:sqs/queue:Queue", { name: "orders" })(
    "dead letters have been received some times",
    redrive({}),
    redrive({ maxReceiveCount: 3 }),
  ),
};

export const sns: FactsByName = {
  "redrive-with-count": on("aws:sns/topicSubscription:TopicSubscription", {
    ...{ topic: topicArn, protocol: "sqs", endpoint: queueArn },
  })("a subscription does not count what is received", redrive({ maxReceiveCount: 5 }), redrive({})),
  "sms-number": on("aws:sns/topicSubscription:TopicSubscription", { topic: topicArn, protocol: "sms" })(
    "a text message goes to a number",
    { endpoint: "x-xxx-xxx-xxxx" },
    { endpoint: "+14155550100" },
  ),
};

const rule = on("aws:cloudwatch/eventRule:EventRule", { name: "orders" });
const detail = (slug: unknown) => ({
  eventPattern: JSON.stringify({ "detail-type": ["Build Started"], detail: { pipeline: { slug } } }),
});
const target = (inputTemplate: string) => ({
  inputTransformer: { inputPaths: { id: "$.detail.customerId" }, inputTemplate },
});
const escaped = '{\\"source\\": [\\"aws.ecr\\"]}';

export const events: FactsByName = {
  "log-group-text": on("aws:cloudwatch/eventTarget:EventTarget", {
    ...{ rule: "orders", arn: `arn:aws:logs:eu-west-1:${account}:log-group:/aws/events/orders` },
  })(
    "a log group takes no plain text",
    target('"cusId = <id>"'),
    target('{"timestamp": 1767225600000, "message": "cusId = <id>"}'),
  ),
  "pattern-leaf": rule("the leaves of a pattern are lists", detail("some-pipeline"), detail(["some-pipeline"])),
  "pattern-escaped": rule(
    "a pattern has no backslashes before its quotation marks",
    { eventPattern: escaped },
    { eventPattern: escaped.replaceAll("\\", "") },
  ),
  "cron-two-days": rule(
    "a cron has a day of the month or of the week",
    { scheduleExpression: "cron(7 20 * * 1-7 *)" },
    { scheduleExpression: "cron(7 20 ? * 1-7 *)" },
  ),
};

export const scheduler: FactsByName = {
  "schedule-of-no-form": on("aws:scheduler/schedule:Schedule", {
    ...{ name: "orders", flexibleTimeWindow: { mode: "OFF" }, target: { arn: queueArn, roleArn } },
  })("a schedule is at, rate or cron", { scheduleExpression: "every day" }, { scheduleExpression: "rate(1 day)" }),
};

const trusts = (Service: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" }],
  });
const mayDo = (name: string, ...statements: readonly Arguments[]): Made => [
  "aws:iam/rolePolicy:RolePolicy",
  name,
  {
    role: "r",
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: statements.map((each) => ({ Effect: "Allow", ...each })),
    }),
  },
  { role: "aws:iam/role:Role r" },
];

const machine = on("aws:sfn/stateMachine:StateMachine", { name: "orders", roleArn });
const defined = (States: Arguments, StartAt = "First") => ({ definition: JSON.stringify({ StartAt, States }) });
const passes = { First: { Type: "Pass", End: true } };
const logged = (...statements: readonly Arguments[]): readonly Made[] => [
  ["aws:iam/role:Role", "r", { name: "r", arn: roleArn, assumeRolePolicy: trusts("states.amazonaws.com") }],
  mayDo("r", ...statements),
  [
    "aws:sfn/stateMachine:StateMachine",
    "subject",
    {
      ...{ name: "orders", roleArn, ...defined(passes) },
      loggingConfiguration: {
        ...{ level: "ALL", includeExecutionData: true },
        logDestination: `arn:aws:logs:eu-west-1:${account}:log-group:/aws/vendedlogs/states/orders:*`,
      },
    },
    { roleArn: "aws:iam/role:Role r" },
  ],
];
const deliveries = `CreateLogDelivery GetLogDelivery UpdateLogDelivery DeleteLogDelivery ListLogDeliveries
  PutResourcePolicy DescribeResourcePolicies DescribeLogGroups`;

export const states: FactsByName = {
  "choice-of-none": machine(
    "a choice has choices",
    defined({ First: { Type: "Choice", Default: "Last" }, Last: { Type: "Pass", End: true } }),
    defined({
      First: { Type: "Choice", Choices: [{ Variable: "$.a", IsPresent: true, Next: "Last" }], Default: "Last" },
      Last: { Type: "Pass", End: true },
    }),
  ),
  "role-may-not-log": facts(
    "the role of a machine that logs may deliver logs",
    logged({ Action: "sqs:SendMessage", Resource: queueArn }),
    logged({ Action: deliveries.split(/\s+/).map((name) => `logs:${name}`), Resource: "*" }),
  ),
  "start-missing": machine(
    "a machine starts at one of its states",
    defined(passes, "aws_own.First"),
    defined(passes, "First"),
  ),
};
