import * as pulumi from "@pulumi/pulumi";
import { type BranchArgs, type CatchArgs, type RetryArgs, type StateArgs } from "./args";
import { asCallee } from "../function/target";

/** Defaults of a state. */
export const stateDefaults = { timeoutSeconds: 60 };

/** Defaults of a retry. */
export const retryDefaults = { maxAttempts: 3, intervalSeconds: 2, backoffRate: 2, maxDelaySeconds: 60 };

/**
 * A part of a definition in the Amazon States Language, which may contain values that are known only after deployment.
 */
export type Asl = Record<string, unknown>;

const ALL_ERRORS = ["States.ALL"];

/** A branch in the Amazon States Language. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html */
export function branchAsl({ startAt, states }: BranchArgs, partition: pulumi.Input<string>): Asl {
  const named = Object.entries(states).map(([name, state]) => [name, stateAsl(state, partition)] as const);
  return { StartAt: startAt, States: Object.fromEntries(named) };
}

function stateAsl(state: StateArgs, partition: pulumi.Input<string>): Asl {
  const { comment, assign, output, succeed, fail, choices } = state;
  const common = {
    ...(comment && { Comment: comment }),
    ...(assign && { Assign: assign }),
    ...(output !== undefined && { Output: output }),
  };
  if (fail) {
    const { error, cause } = fail;
    return { Type: "Fail", ...(comment && { Comment: comment }), Error: error, ...(cause && { Cause: cause }) };
  }
  if (succeed) return { Type: "Succeed", ...common };
  if (choices) {
    return {
      Type: "Choice",
      Choices: choices.map(({ condition, next, assign: set }) => ({
        Condition: condition,
        Next: next,
        ...(set && { Assign: set }),
      })),
      Default: state.otherwise,
      ...common,
    };
  }
  return {
    ...workAsl(state, partition),
    ...common,
    ...(state.retry && { Retry: state.retry.map(retryAsl) }),
    ...(state.catch && { Catch: state.catch.map(catchAsl) }),
    ...(state.next === undefined ? { End: true } : { Next: state.next }),
  };
}

function workAsl(state: StateArgs, partition: pulumi.Input<string>): Asl {
  const { invoke, call, parallel, wait, timeoutSeconds = stateDefaults.timeoutSeconds } = state;
  const resource = (name: string): pulumi.Output<string> => pulumi.interpolate`arn:${partition}:${name}`;
  if (invoke) {
    return {
      Type: "Task",
      Resource: resource("states:::lambda:invoke"),
      Arguments: {
        FunctionName: asCallee(invoke.function).invokeTargetArn,
        Payload: invoke.payload ?? "{% $states.input %}",
      },
      TimeoutSeconds: timeoutSeconds,
      // The function's return value, without Lambda's metadata; `output` overrides it.
      Output: "{% $states.result.Payload %}",
    };
  }
  if (call) {
    return {
      Type: "Task",
      Resource: resource(call.resource),
      Arguments: call.arguments,
      TimeoutSeconds: timeoutSeconds,
    };
  }
  if (state.map) return mapAsl(state.map, partition);
  if (parallel) return { Type: "Parallel", Branches: parallel.map((branch) => branchAsl(branch, partition)) };
  if (wait) {
    return {
      Type: "Wait",
      ...(wait.seconds === undefined ? { Timestamp: wait.timestamp } : { Seconds: wait.seconds }),
    };
  }
  return { Type: "Pass" };
}

function mapAsl(map: NonNullable<StateArgs["map"]>, partition: pulumi.Input<string>): Asl {
  const { items, maxConcurrency, distributed = false, toleratedFailurePercent, source, itemSelector } = map;
  const mode = distributed ? { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" } : { Mode: "INLINE" };
  return {
    Type: "Map",
    ...(items !== undefined && { Items: items }),
    ...(source && {
      ItemReader: source.key
        ? {
            Resource: pulumi.interpolate`arn:${partition}:states:::s3:getObject`,
            ReaderConfig: source.key.endsWith(".csv")
              ? { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" }
              : { InputType: "JSON" },
            Arguments: { Bucket: source.bucket.bucket, Key: source.key },
          }
        : {
            Resource: pulumi.interpolate`arn:${partition}:states:::s3:listObjectsV2`,
            Arguments: { Bucket: source.bucket.bucket, ...(source.prefix && { Prefix: source.prefix }) },
          },
    }),
    ...(itemSelector !== undefined && { ItemSelector: itemSelector }),
    MaxConcurrency: maxConcurrency,
    ...(toleratedFailurePercent !== undefined && { ToleratedFailurePercentage: toleratedFailurePercent }),
    ItemProcessor: { ProcessorConfig: mode, ...branchAsl(map, partition) },
  };
}

function retryAsl({ errors = ALL_ERRORS, ...retry }: RetryArgs): Asl {
  const { maxAttempts, intervalSeconds, backoffRate, maxDelaySeconds } = { ...retryDefaults, ...retry };
  return {
    ErrorEquals: errors,
    IntervalSeconds: intervalSeconds,
    MaxAttempts: maxAttempts,
    BackoffRate: backoffRate,
    MaxDelaySeconds: maxDelaySeconds,
    JitterStrategy: "FULL", // jitter, so that executions that failed together do not retry together
  };
}

function catchAsl({ errors = ALL_ERRORS, next, output, assign }: CatchArgs): Asl {
  return {
    ErrorEquals: errors,
    Next: next,
    ...(output !== undefined && { Output: output }),
    ...(assign && { Assign: assign }),
  };
}
