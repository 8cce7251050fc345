import { type Graph } from "../../frame/graph";
import { type Reading } from "../../frame/known";
import { parseFunctionName } from "../../frame/functionName";
import { type Resource, types } from "../../frame/resource";
import { allStates, field, type State } from "../../readings/stateMachine";
import { readArn } from "../../readings/callConditions";
import { findCall } from "./stateMachineCalls";
import { anyArn, guide, type Need, type Rights, somewhere, type Unread } from "./rights";

type Fields = Readonly<Record<string, unknown>>;

/** What waits for its service by a rule of EventBridge that Step Functions makes with the role. */
const awaited = /:::(states:startExecution|ecs:runTask|batch:submitJob)\.sync(:2)?$/;

/** The rules that it makes then. */
const managedRules: Reading<string> = { state: "known", value: "arn:*:events:*:*:rule/StepFunctionsGetEventsFor*" };

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

/** What one state needs of the machine's role. */
type StateNeed = Pick<Need, "what" | "actions" | "arn">;

/** The targets of a task that calls something by a name that it has; one with a token in it is any. */
async function findNeeds(stack: Graph, machine: Resource, { name, state }: State): Promise<readonly StateNeed[]> {
  const resource = state.get("Resource");
  if (state.get("Type") !== "Task" || typeof resource !== "string") return [];
  const what = `the state "${name}"`;
  if (/^arn:[^:]+:lambda:/.test(resource)) {
    return [{ what, actions: [["lambda:InvokeFunction"]], arn: { state: "known", value: resource } }];
  }
  const called = await findCall(resource);
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

/** What the role of each machine needs for each of its states; what cannot be read is said to be open. */
function needs(
  of: (stack: Graph, machine: Resource, state: State) => readonly StateNeed[] | Promise<readonly StateNeed[]>,
): Rights["needs"] {
  const ofMachine = async (stack: Graph, machine: Resource): Promise<readonly (Need | Unread)[]> => {
    // A role of another stack is not looked at, whatever the definition.
    if (stack.resolve(machine, machine.get("roleArn"), types.role).length === 0) return [];
    if (machine.get("definition").any().state === "unknown") return [{ owner: machine, unread: "definition" }];
    const states = allStates(readDefinition(machine));
    const found = await Promise.all(states.map(async (state) => of(stack, machine, state)));
    return found.flat().map((need) => ({ owner: machine, holder: machine, role: machine.get("roleArn"), ...need }));
  };
  return async (stack) =>
    (await Promise.all(stack.ofType(types.stateMachine).map((machine) => ofMachine(stack, machine)))).flat();
}

const tasks: Rights = {
  rule: "states-task",
  title: "The role of a state machine may call what its tasks call",
  needs: needs(findNeeds),
  refused: false,
  because: "the task fails whenever it runs",
  page: `${guide}/step-functions/latest/dg/service-integration-iam-templates.html`,
};

const waiting: Rights = {
  rule: "states-sync",
  title: "The role of a state machine that waits for other services may make the rule that reports their end to it",
  needs: needs((_, __, { name, state }) => {
    const resource = state.get("Resource");
    if (typeof resource !== "string" || !awaited.test(resource)) return [];
    const actions = [["events:PutTargets"], ["events:PutRule"], ["events:DescribeRule"]];
    return [{ what: `the state "${name}"`, actions, arn: managedRules }];
  }),
  refused: true,
  because: "Step Functions refuses such a machine",
  page: `${guide}/step-functions/latest/dg/stepfunctions-iam.html`,
};

const maps: Rights = {
  rule: "states-map",
  title:
    "The role of a state machine with a distributed Map may start its parts, and read and write what they are about",
  needs: needs(async (_, __, { name, state }) => {
    const mode = field(field(state.get("ItemProcessor"), "ProcessorConfig"), "Mode");
    if (state.get("Type") !== "Map" || mode !== "DISTRIBUTED") return [];
    const files = ["ItemReader", "ResultWriter"].map((file) => field(state.get(file), "Resource"));
    const calls = await Promise.all(
      files.filter((each) => typeof each === "string").map((resource) => findCall(resource)),
    );
    const actions = ["states:StartExecution", ...calls.flatMap((call) => call?.action ?? [])];
    return [{ what: `the state "${name}"`, actions: actions.map((action) => [action]), arn: somewhere }];
  }),
  refused: false,
  because: "the state fails whenever it runs",
  page: `${guide}/step-functions/latest/dg/iam-policies-eg-dist-map.html`,
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
export const stateMachineRights: readonly Rights[] = [tasks, maps, waiting, logging];
