import { type Graph } from "../../frame/graph";
import { type Property, type Reading } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { readArn } from "../../readings/callConditions";

/** A role, and the resource that names it. */
interface RoleHolder {
  readonly holder: Resource;
  readonly role: Property;
}

/** What a role must allow for a link to work. */
export interface Need extends RoleHolder {
  readonly owner: Resource;
  /** What needs it, for messages: the property that makes the link, or a part of a document. */
  readonly what: string;
  /** Groups of actions; of each group one is enough. */
  readonly actions: readonly (readonly string[])[];
  readonly arn: Reading<string>;
  /** The resource of the stack that is acted on, where the join names it. */
  readonly target?: Resource | undefined;
}

export interface Rights {
  /** The rule `<rule>-rights`. */
  readonly rule: string;
  readonly title: string;
  readonly needs: (stack: Graph) => readonly (Need | Unread)[] | Promise<readonly (Need | Unread)[]>;
  readonly refused: boolean;
  readonly because: string;
  readonly page: string;
}

/** What cannot be read yet, so that what it needs is not known. */
export interface Unread {
  readonly owner: Resource;
  readonly unread: string;
}

export const guide = "https://docs.aws.amazon.com";
/** A target that is found only at run time. */
export const anyArn: Reading<string> = { state: "unknown" };
/** No target by name: a right on anything of the kind will do. */
export const somewhere: Reading<string> = { state: "absent" };

export const subscriptionFilter = "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter";

/** The role that a resource itself names. */
export const own = (owner: Resource, ...path: string[]): RoleHolder => ({
  holder: owner,
  role: owner.get(...path),
});

/** The actions that reading a source takes, by the service of its ARN. */
const reading: Readonly<Record<string, readonly string[]>> = {
  sqs: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
  dynamodb: ["dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream"],
  kinesis: ["kinesis:GetRecords", "kinesis:GetShardIterator"],
};

const sending: Readonly<Record<string, readonly string[]>> = {
  sqs: ["sqs:SendMessage"],
  sns: ["sns:Publish"],
  lambda: ["lambda:InvokeFunction"],
  events: ["events:PutEvents"],
  "api-destination": ["events:InvokeApiDestination"],
  kinesis: ["kinesis:PutRecord", "kinesis:PutRecords"],
  firehose: ["firehose:PutRecord", "firehose:PutRecordBatch"],
  states: ["states:StartExecution", "states:StartSyncExecution"],
};

const services: Readonly<Record<string, string>> = {
  [types.queue]: "sqs",
  [types.topic]: "sns",
  [types.table]: "dynamodb",
  [types.stream]: "kinesis",
  [types.function]: "lambda",
  [types.alias]: "lambda",
  [types.stateMachine]: "states",
  [types.firehose]: "firehose",
  "aws:cloudwatch/eventBus:EventBus": "events",
  "aws:cloudwatch/eventApiDestination:EventApiDestination": "api-destination",
};

interface Target {
  readonly service: string;
  readonly arn: Reading<string>;
  readonly target?: Resource | undefined;
}

/** What a property names: its service, and its ARN if that is known. */
export function target(stack: Graph, owner: Resource, property: Property): Target | undefined {
  const text = property.text();
  if (text.state === "known" && text.value.startsWith("arn:")) {
    const [, , service = "", , , resource = ""] = text.value.split(":");
    return { service: resource.startsWith("api-destination/") ? "api-destination" : service, arn: text };
  }
  for (const [type, service] of Object.entries(services)) {
    const [found] = stack.resolve(owner, property, type);
    // A stream's ARN is not its table's.
    if (found) return { service, arn: type === types.table ? anyArn : readArn(found), target: found };
  }
  return undefined;
}

/** What a role needs to read what a property names; nothing where that is read otherwise. */
export function toRead(stack: Graph, owner: Resource, property: Property, by: RoleHolder): readonly Need[] {
  const source = target(stack, owner, property);
  const actions = (reading[source?.service ?? ""] ?? []).map((action) => [action]);
  return source && actions.length > 0
    ? [{ owner, what: property.name, ...by, actions, arn: source.arn, target: source.target }]
    : [];
}

/** What a role needs to send to what a property names; nothing where no right is known for it. */
export function toSend(stack: Graph, owner: Resource, property: Property, by: RoleHolder): readonly Need[] {
  const to = target(stack, owner, property);
  const actions = sending[to?.service ?? ""];
  return to && actions
    ? [{ owner, what: property.name, ...by, actions: [actions], arn: to.arn, target: to.target }]
    : [];
}
