import { type FactsByName } from "./facts";
import { on } from "./on";

type Arguments = Record<string, unknown>;

const type = "aws:sfn/stateMachine:StateMachine";
const plain = { name: "own", roleArn: "arn:aws:iam::111122223333:role/r" };
const machine = on(type, {
  ...plain,
  definition: JSON.stringify({ StartAt: "A", States: { A: { Type: "Pass", End: true } } }),
});

const defined = (States: Arguments, more: Arguments = {}) => ({
  definition: JSON.stringify({ StartAt: "A", States, ...more }),
});

/** Facts of the states of a machine. */
const states = (says: string, bad: Arguments, good: Arguments, more: Arguments = {}) =>
  on(type, { ...plain, ...more })(says, defined(bad), defined(good));

/** Facts of its first state: what both have, then what differs. */
const state = (both: Arguments, says: string, bad: Arguments, good: Arguments, others: Arguments = {}) =>
  states(says, { A: { ...both, ...bad }, ...others }, { A: { ...both, ...good }, ...others });

const end = { Type: "Succeed" };
const pass = { Type: "Pass", End: true };
const sub = { StartAt: "B", States: { B: pass } };
const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:f";
const task = { Type: "Task", Resource: functionArn, End: true };
const invoke = { Type: "Task", Resource: "arn:aws:states:::lambda:invoke", End: true };
const call = { ...invoke, Parameters: { FunctionName: functionArn } };
const map = { Type: "Map", ItemProcessor: sub, End: true };
const distributed = (config: Arguments) => ({
  ItemProcessor: { ...sub, ProcessorConfig: { Mode: "DISTRIBUTED", ...config } },
});
const choose = { Type: "Choice", Default: "Z" };
const isOne = { Variable: "$.a", NumericEquals: 1, Next: "Z" };
const activity = "arn:aws:states:eu-west-1:111122223333:activity:own";

const key = (region: string) => `arn:aws:kms:${region}:111122223333:key/11111111-1111-1111-1111-111111111111`;
const encrypted = (encryptionConfiguration: Arguments) => ({ encryptionConfiguration });
const logs = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vendedlogs/states/own";
const logged = (logDestination: string) => ({
  loggingConfiguration: { level: "ALL", includeExecutionData: true, logDestination },
});

export const sfn: FactsByName = {
  "sfn-asl-branch-shape": state(
    { Type: "Parallel", End: true },
    "a branch has a beginning",
    { Branches: [{ States: { B: pass } }] },
    { Branches: [sub] },
  ),
  "sfn-asl-choice-rules": state(
    choose,
    "a choice leads somewhere",
    { Choices: [{ Variable: "$.a", NumericEquals: 1 }] },
    { Choices: [isOne] },
    { Z: end },
  ),
  "sfn-asl-credentials": state(
    task,
    "credentials are a role",
    { Credentials: {} },
    { Credentials: { RoleArn: "arn:aws:iam::111122223333:role/other" } },
  ),
  "sfn-asl-duplicate-state-name": states(
    "a name stands once, however deep",
    { A: { Type: "Parallel", Branches: [sub], Next: "B" }, B: end },
    { A: { Type: "Parallel", Branches: [sub], Next: "Z" }, Z: end },
  ),
  "sfn-asl-integration-parameters": state(
    invoke,
    "an integration says what is called",
    {},
    { Parameters: { FunctionName: functionArn } },
  ),
  "sfn-asl-jsonpath-syntax": state(pass, "a path begins with $", { InputPath: "a" }, { InputPath: "$.a" }),
  "sfn-asl-map-distributed": state(
    map,
    "a distributed map has a kind",
    distributed({}),
    distributed({ ExecutionType: "STANDARD" }),
  ),
  "sfn-asl-missing-state": states(
    "what comes next is there",
    { A: { Type: "Pass", Next: "B" }, Z: end },
    { A: { Type: "Pass", Next: "Z" }, Z: end },
  ),
  "sfn-asl-name-limits": states(
    "a name has 80 characters",
    { A: { Type: "Pass", Next: "b".repeat(81) }, ["b".repeat(81)]: end },
    { A: { Type: "Pass", Next: "b".repeat(80) }, ["b".repeat(80)]: end },
  ),
  "sfn-asl-next-end": states(
    "a state goes on or ends",
    { A: { Type: "Pass", Next: "Z", End: true }, Z: end },
    { A: { Type: "Pass", Next: "Z" }, Z: end },
  ),
  "sfn-asl-numeric-ranges": state(task, "a timeout is a second", { TimeoutSeconds: 0 }, { TimeoutSeconds: 1 }),
  "sfn-asl-path-exclusive": state(
    task,
    "a timeout is given once",
    { TimeoutSeconds: 1, TimeoutSecondsPath: "$.a" },
    { TimeoutSeconds: 1 },
  ),
  "sfn-asl-query-language": state(
    { ...pass, QueryLanguage: "JSONata" },
    "JSONata has no paths",
    { InputPath: "$.a" },
    { Output: "{% $states.input.a %}" },
  ),
  "sfn-asl-resource-arn": state(
    call,
    "a function is not waited for as a job",
    { Resource: "arn:aws:states:::lambda:invoke.sync" },
    {
      Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
      Parameters: { FunctionName: functionArn, Payload: { "token.$": "$$.Task.Token" } },
    },
  ),
  "sfn-asl-retry-catch": state(
    call,
    "all errors stand alone",
    { Retry: [{ ErrorEquals: ["States.ALL", "States.Timeout"] }] },
    { Retry: [{ ErrorEquals: ["States.ALL"] }] },
  ),
  "sfn-asl-state-fields": state(
    pass,
    "what passes is not tried again",
    { Retry: [{ ErrorEquals: ["States.ALL"] }] },
    {},
  ),
  "sfn-asl-terminal-state": states(
    "a machine ends",
    { A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Next: "A" } },
    { A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", End: true } },
  ),
  "sfn-asl-unreachable-state": states(
    "a state is reached",
    { A: pass, Z: end },
    { A: { Type: "Pass", Next: "Z" }, Z: end },
  ),
  "sfn-asl-wait-timing": state(
    { Type: "Wait", End: true },
    "a wait is for one time",
    { Seconds: 1, Timestamp: "2030-01-01T00:00:00Z" },
    { Seconds: 1 },
  ),
  "sfn-encryption-config": machine(
    "an own key is named",
    encrypted({ type: "CUSTOMER_MANAGED_KMS_KEY" }),
    encrypted({ type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: key("eu-west-1") }),
  ),
  "sfn-express-unsupported": states(
    "an express machine has no activities",
    { A: { ...task, Resource: activity, TimeoutSeconds: 60 } },
    { A: { ...task, TimeoutSeconds: 60 } },
    { type: "EXPRESS", ...logged(`${logs}:*`) },
  ),
  "sfn-kms-key-region": machine(
    "a key is of the machine's Region",
    encrypted({ type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: key("us-east-1") }),
    encrypted({ type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: key("eu-west-1") }),
  ),
  "sfn-logging-destination": machine("logs go to all streams of a group", logged(logs), logged(`${logs}:*`)),
  "sfn-logging-name-ascii": machine(
    "a machine with logs has a name of ASCII",
    { ...logged(`${logs}:*`), name: "für-uns" },
    { ...logged(`${logs}:*`), name: "for-us" },
  ),
  "sfn-name-charset": machine("a name has no spaces", { name: "own machine" }, { name: "own-machine" }),
};
