import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Property, type Reading } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { mayDo, readArn } from "../../readings/wiring";
import { levelOf } from "./joins";

/** What a role has to be allowed for a join to work: one of several actions, each group of them. */
interface Need {
  readonly owner: Resource;
  /** The property by which the join is made. */
  readonly target: Property;
  /** The resource that names the role. */
  readonly holder: Resource;
  readonly role: Property;
  /** Groups of actions; of each group one is enough. */
  readonly actions: readonly (readonly string[])[];
  readonly arn: Reading<string>;
}

interface Rights {
  /** The rule `<rule>-rights`. */
  readonly rule: string;
  readonly title: string;
  readonly needs: (stack: Graph) => readonly Need[];
  readonly refused: boolean;
  readonly because: string;
  readonly page: string;
}

const guide = "https://docs.aws.amazon.com";
const anyArn: Reading<string> = { state: "unknown" };

/** The actions that reading a source takes, by the type of the resource or the service of its ARN. */
const reading: Readonly<Record<string, readonly string[]>> = {
  sqs: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
  dynamodb: ["dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream"],
  kinesis: ["kinesis:GetRecords", "kinesis:GetShardIterator"],
};

const sending: Readonly<Record<string, string>> = {
  sqs: "sqs:SendMessage",
  sns: "sns:Publish",
  lambda: "lambda:InvokeFunction",
  events: "events:PutEvents",
  kinesis: "kinesis:PutRecord",
  states: "states:StartExecution",
};

const services: Readonly<Record<string, string>> = {
  [types.queue]: "sqs",
  [types.topic]: "sns",
  [types.table]: "dynamodb",
  [types.stream]: "kinesis",
  [types.function]: "lambda",
  [types.alias]: "lambda",
  [types.stateMachine]: "states",
};

/** What a property names: its service, and its ARN if that is known. */
function target(
  stack: Graph,
  owner: Resource,
  property: Property,
): { service: string; arn: Reading<string> } | undefined {
  const text = property.text();
  if (text.state === "known" && text.value.startsWith("arn:")) {
    return { service: text.value.split(":")[2] ?? "", arn: text };
  }
  for (const [type, service] of Object.entries(services)) {
    const [found] = stack.resolve(owner, property, type);
    // A stream's ARN is not its table's.
    if (found) return { service, arn: type === types.table ? anyArn : readArn(found) };
  }
  return undefined;
}

/** The role of the function that a property names, where both are of the stack. */
function functionRole(stack: Graph, owner: Resource, property: Property): readonly Pick<Need, "holder" | "role">[] {
  const functions = stack.functions(owner, property);
  return (functions.state === "resolved" ? functions.to : []).map((fn) => ({ holder: fn, role: fn.get("role") }));
}

const eventSources: Rights = {
  rule: "lambda-event-source",
  title: "A function's role may read what the function gets its events from",
  needs: (stack) =>
    stack.ofType(types.eventSourceMapping).flatMap((owner) => {
      const property = owner.get("eventSourceArn");
      const source = target(stack, owner, property);
      const actions = (reading[source?.service ?? ""] ?? []).map((action) => [action]);
      if (!source || actions.length === 0) return [];
      return functionRole(stack, owner, owner.get("functionName")).map((fn) => ({
        owner,
        target: property,
        ...fn,
        actions,
        arn: source.arn,
      }));
    }),
  refused: true,
  because: "Lambda refuses such a mapping",
  page: `${guide}/lambda/latest/dg/invocation-eventsourcemapping.html`,
};

/** What a function sends to when it fails or succeeds. */
const destinations: Rights = {
  rule: "lambda-destination",
  title: "A function's role may send to its dead letters and destinations",
  needs(stack) {
    const deadLetters = stack.ofType(types.function).map((fn) => ({
      owner: fn,
      property: fn.get("deadLetterConfig", "targetArn"),
      roles: [{ holder: fn, role: fn.get("role") }],
    }));
    const configured = stack.ofType(types.functionEventInvokeConfig).flatMap((owner) =>
      ["onFailure", "onSuccess"].map((name) => ({
        owner,
        property: owner.get("destinationConfig", name, "destination"),
        roles: functionRole(stack, owner, owner.get("functionName")),
      })),
    );
    const mapped = stack.ofType(types.eventSourceMapping).map((owner) => ({
      owner,
      property: owner.get("destinationConfig", "onFailure", "destinationArn"),
      roles: functionRole(stack, owner, owner.get("functionName")),
    }));
    return [...deadLetters, ...configured, ...mapped].flatMap(({ owner, property, roles }) => {
      const to = target(stack, owner, property);
      const action = sending[to?.service ?? ""];
      if (!to || action === undefined) return [];
      return roles.map((role) => ({ owner, target: property, ...role, actions: [[action]], arn: to.arn }));
    });
  },
  refused: true,
  because: "Lambda refuses such a destination",
  page: `${guide}/lambda/latest/dg/invocation-async-retain-records.html`,
};

const networks: Rights = {
  rule: "lambda-network",
  title: "The role of a function in a VPC may make its network interfaces",
  needs: (stack) =>
    stack
      .ofType(types.function)
      .filter((fn) => {
        const subnets = fn.get("vpcConfig", "subnetIds").list();
        return subnets.state === "known" && subnets.value.length > 0;
      })
      .map((fn) => ({
        owner: fn,
        target: fn.get("vpcConfig"),
        holder: fn,
        role: fn.get("role"),
        actions: [["ec2:CreateNetworkInterface"], ["ec2:DescribeNetworkInterfaces"], ["ec2:DeleteNetworkInterface"]],
        arn: anyArn,
      })),
  refused: true,
  because: "Lambda refuses such a function",
  page: `${guide}/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions`,
};

const schedules: Rights = {
  rule: "scheduler-target",
  title: "A schedule's role may call its target",
  needs: (stack) =>
    stack
      .ofType(types.schedule)
      .flatMap((owner) => sent(stack, owner, owner.get("target", "arn"), owner.get("target", "roleArn"))),
  refused: false,
  because: "no run ever starts",
  page: `${guide}/scheduler/latest/UserGuide/setting-up.html#setting-up-execution-role`,
};

const pipes: Rights = {
  rule: "pipes-role",
  title: "A pipe's role may read its source and send to its target",
  needs: (stack) =>
    stack.ofType(types.pipe).flatMap((owner) => {
      const source = target(stack, owner, owner.get("source"));
      const actions = (reading[source?.service ?? ""] ?? []).map((action) => [action]);
      const read: readonly Need[] =
        source && actions.length > 0
          ? [
              {
                owner,
                target: owner.get("source"),
                holder: owner,
                role: owner.get("roleArn"),
                actions,
                arn: source.arn,
              },
            ]
          : [];
      return [
        ...read,
        ...sent(stack, owner, owner.get("target"), owner.get("roleArn")),
        ...sent(stack, owner, owner.get("enrichment"), owner.get("roleArn")),
      ];
    }),
  refused: false,
  because: "nothing passes the pipe",
  page: `${guide}/eventbridge/latest/userguide/eb-pipes-permissions.html`,
};

const targets: Rights = {
  rule: "eventbridge-target",
  title: "The role of a rule's target may call it",
  needs: (stack) =>
    stack.ofType(types.eventTarget).flatMap((owner) => sent(stack, owner, owner.get("arn"), owner.get("roleArn"))),
  refused: false,
  because: "no event ever gets there",
  page: `${guide}/eventbridge/latest/userguide/eb-use-identity-based.html`,
};

function sent(stack: Graph, owner: Resource, property: Property, role: Property): readonly Need[] {
  const to = target(stack, owner, property);
  const action = sending[to?.service ?? ""];
  if (!to || action === undefined) return [];
  const actions = action === "kinesis:PutRecord" ? [[action, "kinesis:PutRecords"]] : [[action]];
  return [{ owner, target: property, holder: owner, role, actions, arn: to.arn }];
}

function check(stack: Graph, need: Need, because: string): Verdict {
  const role = stack.refer(need.holder, need.role, types.role);
  if (role.state !== "resolved") return holds; // none is another rule's matter; one of another stack cannot be read
  return role.to.flatMap((each): Verdict => {
    const answers = need.actions.map((group) => [group, mayDo(stack, each, group, need.arn)] as const);
    const missing = answers.filter(([, answer]) => answer === "no").map(([group]) => group.join(" or "));
    if (missing.length > 0) {
      return violated(
        need.owner,
        `${need.target.name} needs ${missing.join(", ")}, which ${each.label} may not do: ${because}`,
      );
    }
    return answers.some(([, answer]) => answer === "unknown")
      ? notEvaluated(need.owner, `what ${each.label} may do`)
      : holds;
  });
}

function rightsRule({ rule, title, needs, refused, because, page }: Rights): StackRule {
  return {
    scope: "stack",
    id: `${rule}-rights`,
    title,
    severity: "high",
    ...levelOf(refused),
    controls: [wellArchitected("SEC03-BP02")],
    fix: "Allow the actions that the message names, on the ARN, in a policy of the role.",
    page,
    check: (stack) => needs(stack).flatMap((need) => check(stack, need, because)),
  };
}

/** A rule for each kind of join that a role of the program has to have the rights for. */
export const roleRights: readonly StackRule[] = [eventSources, destinations, networks, schedules, pipes, targets].map(
  rightsRule,
);
