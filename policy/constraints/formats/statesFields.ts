import { allStates } from "../../readings/stateMachine";
import { isObject, isUnknown, list } from "../../frame/plain";
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
  if (pattern === ".sync:2" && service !== "states")
    return [{ at: `${at}.Resource`, is: `is ${resource}`, takes: ".sync:2 for states:startExecution alone" }];
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

/** How a Map state runs its items, and where it reads them. */
function mapFaults(state: State, at: string): readonly FormatFault[] {
  const [processor, reader] = [state.get("ItemProcessor"), state.get("ItemReader")];
  const config = isObject(processor) ? processor["ProcessorConfig"] : undefined;
  const faults: FormatFault[] = [];
  if (isObject(config) && config["Mode"] !== "DISTRIBUTED" && config["ExecutionType"] !== undefined) {
    const takes = "an ExecutionType with the Mode DISTRIBUTED alone";
    faults.push({ at: `${at}.ItemProcessor.ProcessorConfig.ExecutionType`, is: "is set", takes });
  }
  if (!isObject(reader)) return faults;
  const { Resource: resource, ReaderConfig: how } = reader;
  if (typeof resource === "string" && !/:states:::s3:(getObject|listObjectsV2)$/.test(resource) && !isUnknown(resource))
    faults.push({ at: `${at}.ItemReader.Resource`, is: `is ${resource}`, takes: "s3:getObject or s3:listObjectsV2" });
  if (!isObject(how)) return faults;
  const { InputType: type, CSVHeaderLocation: location, CSVHeaders: headers } = how;
  const where = `${at}.ItemReader.ReaderConfig`;
  if (type === "CSV" && location === undefined)
    faults.push({ at: `${where}.CSVHeaderLocation`, is: "is not set", takes: "FIRST_ROW or GIVEN with CSV" });
  if (location === "GIVEN" && headers === undefined)
    faults.push({ at: `${where}.CSVHeaders`, is: "is not set", takes: "the names of the columns with GIVEN" });
  if ((type === "JSON" || type === "JSONL") && location !== undefined)
    faults.push({ at: `${where}.CSVHeaderLocation`, is: "is set", takes: `no CSVHeaderLocation with ${type}` });
  return faults;
}

/** Variables are called by letters, digits and underscores, and not states. */
function variableFaults(state: State, at: string): readonly FormatFault[] {
  const assigned = state.get("Assign");
  return Object.keys(isObject(assigned) ? assigned : {})
    .map((name) => name.replace(/\.\$$/, ""))
    .filter((name) => name === "states" || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))
    .map((name) => ({ at: `${at}.Assign`, is: `names ${name}`, takes: "letters, digits and underscores, not states" }));
}

/** What JSONPath calls payload templates: objects of names. */
function templateFaults(state: State, at: string): readonly FormatFault[] {
  return ["Parameters", "ItemSelector", "ResultSelector"].flatMap((key) => {
    const template = state.get(key);
    return template === undefined || isUnknown(template) || isObject(template)
      ? []
      : [{ at: `${at}.${key}`, is: "is no object", takes: "an object of names and values" }];
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
    if (state.get("Type") === "Map") faults.push(...mapFaults(state, name));
    faults.push(...variableFaults(state, name));
    if (!isJsonata) faults.push(...templateFaults(state, name));
    const branches = state.get("Branches");
    if (Array.isArray(branches) && branches.length === 0)
      faults.push({ at: `${name}.Branches`, is: "is empty", takes: "one or more branches" });
    const credentials = state.get("Credentials");
    if (isObject(credentials) && !isJsonata && !("RoleArn" in credentials) && !("RoleArn.$" in credentials))
      faults.push({ at: `${name}.Credentials`, is: "has no RoleArn", takes: "credentials with a RoleArn" });
    const resource = state.get("Resource");
    if (credentials !== undefined && typeof resource === "string" && /:states:[^:]*:[^:]*:activity:/.test(resource))
      faults.push({ at: `${name}.Credentials`, is: "is set", takes: "no credentials of an activity" });
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
