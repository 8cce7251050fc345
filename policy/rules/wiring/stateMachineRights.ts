import { type Graph } from "../../frame/graph";
import { type Reading } from "../../frame/known";
import { parseFunctionName } from "../../frame/functionName";
import { type Resource, types } from "../../frame/resource";
import { allStates, type State } from "../../readings/stateMachine";
import { readArn } from "../../readings/wiring";
import { anyArn, guide, type Need, type Rights, type Unread } from "./rights";

type Fields = Readonly<Record<string, unknown>>;

/** What one task calls. */
interface Called {
  readonly action: string;
  /** The parameter that names what it acts on, and the type of that. */
  readonly on?: readonly [parameter: string, type: string];
}

/**
 * The actions of the calls that a serverless program makes, by what comes after `arn:aws:states:::`; the SDK's integrations
 * have the same after `aws-sdk:`, but for the names of services.
 */
const calls: Readonly<Record<string, Called>> = {
  "lambda:invoke": { action: "lambda:InvokeFunction", on: ["FunctionName", types.function] },
  "sqs:sendMessage": { action: "sqs:SendMessage", on: ["QueueUrl", types.queue] },
  "sns:publish": { action: "sns:Publish", on: ["TopicArn", types.topic] },
  "dynamodb:getItem": { action: "dynamodb:GetItem", on: ["TableName", types.table] },
  "dynamodb:putItem": { action: "dynamodb:PutItem", on: ["TableName", types.table] },
  "dynamodb:updateItem": { action: "dynamodb:UpdateItem", on: ["TableName", types.table] },
  "dynamodb:deleteItem": { action: "dynamodb:DeleteItem", on: ["TableName", types.table] },
  "dynamodb:query": { action: "dynamodb:Query", on: ["TableName", types.table] },
  "dynamodb:scan": { action: "dynamodb:Scan", on: ["TableName", types.table] },
  "events:putEvents": { action: "events:PutEvents" },
  "states:startExecution": { action: "states:StartExecution", on: ["StateMachineArn", types.stateMachine] },
  "states:startSyncExecution": { action: "states:StartSyncExecution", on: ["StateMachineArn", types.stateMachine] },
  "ecs:runTask": { action: "ecs:RunTask" },
  "batch:submitJob": { action: "batch:SubmitJob" },
  "glue:startJobRun": { action: "glue:StartJobRun" },
  "athena:startQueryExecution": { action: "athena:StartQueryExecution" },
  "codebuild:startBuild": { action: "codebuild:StartBuild" },
  "http:invoke": { action: "states:InvokeHTTPEndpoint" },
  "bedrock:invokeModel": { action: "bedrock:InvokeModel" },
  "s3:getObject": { action: "s3:GetObject" },
  "s3:putObject": { action: "s3:PutObject" },
  "secretsmanager:getSecretValue": { action: "secretsmanager:GetSecretValue" },
  "ssm:getParameter": { action: "ssm:GetParameter" },
};

const servicesOfSdk: Readonly<Record<string, string>> = { sfn: "states", eventbridge: "events" };

/** What waits for its service by a rule of EventBridge that Step Functions makes with the role. */
const awaited = /:::(states:startExecution|ecs:runTask|batch:submitJob)\.sync(:2)?$/;

/** The rules that it makes then. */
const managedRules: Reading<string> = { state: "known", value: "arn:*:events:*:*:rule/StepFunctionsGetEventsFor*" };

/** `lambda:invoke` of `arn:aws:states:::lambda:invoke.waitForTaskToken`. */
function parseCall(resource: string): Called | undefined {
  const [, sdk, service = "", name = ""] =
    /^arn:[^:]+:states:[^:]*:[^:]*:(aws-sdk:)?([a-z0-9-]+):(\w+)(?:\..*)?$/.exec(resource) ?? [];
  return calls[`${sdk === undefined ? service : (servicesOfSdk[service] ?? service)}:${name}`];
}

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The ARN of what a task names: in the definition as an ARN, a URL or a name, or found only when it runs. */
function findArn(
  stack: Graph,
  machine: Resource,
  data: Fields,
  [parameter, type]: readonly [string, string],
): Reading<string> {
  const value = data[parameter];
  if (typeof value !== "string" || value.startsWith("$") || value.includes("{%")) return anyArn;
  const [found] = stack.find(machine, value, type);
  if (type === types.function) {
    const named = parseFunctionName(value);
    const arn: Reading<string> =
      named?.arn !== undefined ? { state: "known", value: named.arn } : found ? readArn(found) : anyArn;
    const qualifier = named?.qualifier ?? data["Qualifier"];
    // A version or alias is a resource of its own to IAM.
    return arn.state === "known" && typeof qualifier === "string"
      ? { state: "known", value: `${arn.value}:${qualifier}` }
      : arn;
  }
  if (value.startsWith("arn:")) return { state: "known", value };
  return found ? readArn(found) : anyArn;
}

/** The targets of a task that calls something by a name that it has; one with a token in it is any. */
function findNeeds(
  stack: Graph,
  machine: Resource,
  { name, state }: State,
): readonly Pick<Need, "what" | "actions" | "arn">[] {
  const resource = state.get("Resource");
  if (state.get("Type") !== "Task" || typeof resource !== "string") return [];
  const what = `the state "${name}"`;
  if (/^arn:[^:]+:lambda:/.test(resource)) {
    return [{ what, actions: [["lambda:InvokeFunction"]], arn: { state: "known", value: resource } }];
  }
  const called = parseCall(resource);
  if (!called) return [];
  const data = [state.get("Arguments"), state.get("Parameters")].find(isObject) ?? {};
  // A message to a telephone has no topic.
  if (
    called.action === "sns:Publish" &&
    ["TopicArn", "TopicArn.$", "TargetArn", "TargetArn.$"].every((key) => !(key in data))
  )
    return [];
  const arn = called.on ? findArn(stack, machine, data, called.on) : anyArn;
  return [{ what, actions: [[called.action]], arn }];
}

/** The definition of a machine; `undefined` where it is not known, or is no JSON. */
function readDefinition(machine: Resource): unknown {
  const text = machine.get("definition").text();
  if (text.state !== "known") return undefined;
  try {
    return JSON.parse(text.value) as unknown;
  } catch {
    return undefined;
  }
}

/** What the role of each machine needs for the states that a function picks; what cannot be read is said to be open. */
function needs(
  of: (stack: Graph, machine: Resource, states: readonly State[]) => readonly Pick<Need, "what" | "actions" | "arn">[],
): Rights["needs"] {
  return (stack) =>
    stack.ofType(types.stateMachine).flatMap((machine): readonly (Need | Unread)[] => {
      if (machine.get("definition").any().state === "unknown") {
        // A role of another stack is not looked at, whatever the definition.
        const isOwn = stack.resolve(machine, machine.get("roleArn"), types.role).length > 0;
        return isOwn ? [{ owner: machine, unread: "definition" }] : [];
      }
      const found = of(stack, machine, allStates(readDefinition(machine)));
      return found.map((need) => ({ owner: machine, holder: machine, role: machine.get("roleArn"), ...need }));
    });
}

const tasks: Rights = {
  rule: "states-task",
  title: "The role of a state machine may call what its tasks call",
  needs: needs((stack, machine, states) => states.flatMap((state) => findNeeds(stack, machine, state))),
  refused: false,
  because: "the task fails whenever it runs",
  page: `${guide}/step-functions/latest/dg/service-integration-iam-templates.html`,
};

const waiting: Rights = {
  rule: "states-sync",
  title: "The role of a state machine that waits for other services may make the rule that reports their end to it",
  needs: needs((_, __, states) =>
    states
      .filter(({ state }) => typeof state.get("Resource") === "string" && awaited.test(String(state.get("Resource"))))
      .map(({ name }) => ({
        what: `the state "${name}"`,
        actions: [["events:PutTargets"], ["events:PutRule"], ["events:DescribeRule"]],
        arn: managedRules,
      })),
  ),
  refused: true,
  because: "Step Functions refuses such a machine",
  page: `${guide}/step-functions/latest/dg/stepfunctions-iam.html`,
};

const logging: Rights = {
  rule: "states-logging",
  title: "The role of a state machine may deliver its logs",
  needs: (stack) =>
    stack
      .ofType(types.stateMachine)
      .filter((machine) => {
        const level = machine.get("loggingConfiguration", "level").text();
        return level.state === "known" && ["ALL", "ERROR", "FATAL"].includes(level.value);
      })
      .map((machine) => ({
        owner: machine,
        what: "loggingConfiguration",
        holder: machine,
        role: machine.get("roleArn"),
        actions: [
          ["logs:CreateLogDelivery"],
          ["logs:GetLogDelivery"],
          ["logs:UpdateLogDelivery"],
          ["logs:ListLogDeliveries"],
        ],
        arn: anyArn,
      })),
  refused: true,
  because: "Step Functions refuses such a machine",
  page: `${guide}/step-functions/latest/dg/cw-logs.html`,
};

/** What the roles of state machines need. */
export const stateMachineRights: readonly Rights[] = [tasks, waiting, logging];
