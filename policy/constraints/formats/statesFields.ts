import { allStates } from "../../readings/stateMachine";
import { isObject, isUnknown, list } from "../plain";
import { type FormatFault, written } from "./format";

type State = ReadonlyMap<string, unknown>;

/** The least and the most of figures of states. */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  TimeoutSeconds: [1, 99_999_999],
  HeartbeatSeconds: [1, 99_999_999],
  Seconds: [0, 99_999_999],
  MaxConcurrency: [0, Infinity],
  ToleratedFailurePercentage: [0, 100],
};

const retryRanges: Readonly<Record<string, readonly [number, number]>> = {
  IntervalSeconds: [0, 99_999_999],
  MaxAttempts: [0, 99_999_999],
  BackoffRate: [1, Infinity],
  MaxDelaySeconds: [1, 31_622_400],
};

function outside(of: (key: string) => unknown, bounds: typeof ranges, at: string): readonly FormatFault[] {
  return Object.entries(bounds).flatMap(([key, [least, most]]) => {
    const value = of(key);
    if (typeof value !== "number" || (value >= least && value <= most)) return [];
    const takes = most === Infinity ? `at least ${least}` : `${least} to ${most.toLocaleString("en-US")}`;
    return [{ at: `${at}.${key}`, is: `is ${value}`, takes }];
  });
}

/** What calls of services cannot do without, by integration. */
const needed: Readonly<Record<string, readonly string[]>> = {
  "lambda:invoke": ["FunctionName"],
  "sqs:sendMessage": ["QueueUrl", "MessageBody"],
  "sns:publish": ["Message"],
  "dynamodb:getItem": ["TableName", "Key"],
  "dynamodb:putItem": ["TableName", "Item"],
  "dynamodb:updateItem": ["TableName", "Key"],
  "dynamodb:deleteItem": ["TableName", "Key"],
  "events:putEvents": ["Entries"],
  "states:startExecution": ["StateMachineArn"],
  "ecs:runTask": ["TaskDefinition"],
  "batch:submitJob": ["JobName", "JobDefinition", "JobQueue"],
  "glue:startJobRun": ["JobName"],
  "codebuild:startBuild": ["ProjectName"],
  "athena:startQueryExecution": ["QueryString"],
};

/** Services without jobs to wait for, and those that take no token. */
const withoutSync = ["lambda", "sns", "sqs", "dynamodb", "events", "apigateway", "aws-sdk"];
const withoutToken = [
  "athena",
  "batch",
  "codebuild",
  "elasticmapreduce",
  "emr-containers",
  "glue",
  "databrew",
  "sagemaker",
  "dynamodb",
];

function callFaults(state: State, at: string, isJsonata: boolean): readonly FormatFault[] {
  const resource = state.get("Resource");
  if (typeof resource !== "string" || isUnknown(resource)) return [];
  const [, service = "", action = "", pattern] =
    /^arn:[^:]*:states:::([\w-]+):([\w:]+?)(\.sync(?::2)?|\.waitForTaskToken)?$/.exec(resource) ?? [];
  if (service === "") return [];
  const without = pattern?.startsWith(".sync") ? withoutSync : pattern === undefined ? [] : withoutToken;
  if (without.includes(service)) {
    return [{ at: `${at}.Resource`, is: `is ${resource}`, takes: `${service} without ${pattern ?? ""}` }];
  }
  const key = isJsonata ? "Arguments" : "Parameters";
  const given = state.get(key);
  if (given === undefined) return [{ at, is: `has no ${key}`, takes: `a call with ${key}`, fix: `Add ${key}.` }];
  if (!isObject(given)) return [];
  const names = Object.keys(given).map((name) => name.replace(/\.\$$/, ""));
  const missing = (needed[`${service}:${action}`] ?? []).filter((name) => !names.includes(name));
  return missing.map((name) => ({ at: `${at}.${key}.${name}`, is: "is not set", takes: `a call with ${name}` }));
}

function handlerFaults(state: State, at: string): readonly FormatFault[] {
  return ["Retry", "Catch"].flatMap((key) => {
    const handlers = list(state.get(key));
    return handlers.flatMap((handler, index): readonly FormatFault[] => {
      if (!isObject(handler)) return [];
      const where = `${at}.${key}[${index}]`;
      const errors = handler["ErrorEquals"];
      if (!Array.isArray(errors) || errors.length === 0)
        return [{ at: `${where}.ErrorEquals`, is: "has no error", takes: "one or more names of errors" }];
      if (errors.includes("States.ALL") && (errors.length > 1 || index < handlers.length - 1))
        return [{ at: `${where}.ErrorEquals`, is: "has States.ALL", takes: "States.ALL alone, in the last one" }];
      const jitter = handler["JitterStrategy"];
      if (jitter !== undefined && jitter !== "NONE" && jitter !== "FULL")
        return [{ at: `${where}.JitterStrategy`, is: `is ${written(jitter)}`, takes: "NONE or FULL" }];
      return key === "Retry" ? outside((name) => handler[name], retryRanges, where) : [];
    });
  });
}

const longestLabel = 40;

/** What Step Functions asks of the fields of each state, beyond the States Language. */
export function fieldFaults(definition: unknown): readonly FormatFault[] {
  const language = isObject(definition) ? definition["QueryLanguage"] : undefined;
  return allStates(definition).flatMap(({ name, state }): readonly FormatFault[] => {
    const isJsonata = (state.get("QueryLanguage") ?? language) === "JSONata";
    const faults: FormatFault[] = [...outside((key) => state.get(key), ranges, name), ...handlerFaults(state, name)];
    if (state.get("Type") === "Task") faults.push(...callFaults(state, name, isJsonata));
    const branches = state.get("Branches");
    if (Array.isArray(branches) && branches.length === 0)
      faults.push({ at: `${name}.Branches`, is: "is empty", takes: "one or more branches" });
    const credentials = state.get("Credentials");
    if (isObject(credentials) && !isJsonata && !("RoleArn" in credentials) && !("RoleArn.$" in credentials))
      faults.push({ at: `${name}.Credentials`, is: "has no RoleArn", takes: "credentials with a RoleArn" });
    const label = state.get("Label");
    if (typeof label === "string" && label.length > longestLabel)
      faults.push({
        at: `${name}.Label`,
        is: `has ${label.length} characters`,
        takes: `at most ${longestLabel} characters`,
      });
    return faults;
  });
}
