import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type FunctionTarget } from "../function/target";
import { type Statement } from "../core/permissions";
import { type Tags } from "../core/tags";

/** How long executions may take, and what they cost. https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html */
export const WorkflowType = {
  /** Up to a year, each step exactly once, paid for by step. */
  Standard: "STANDARD",
  /** Up to five minutes, at least once, paid for by duration and memory. */
  Express: "EXPRESS",
} as const;
export type WorkflowType = (typeof WorkflowType)[keyof typeof WorkflowType];

/** What is logged. */
export const WorkflowLogLevel = {
  All: "ALL",
  Error: "ERROR",
  Fatal: "FATAL",
  Off: "OFF",
} as const;
export type WorkflowLogLevel = (typeof WorkflowLogLevel)[keyof typeof WorkflowLogLevel];

/** A value in which texts such as `{% $states.input.total %}` are JSONata expressions. */
export type Expression = unknown;

/** A call of a function. */
export interface InvokeArgs {
  function: FunctionTarget;
  /** Input of the function. Default: the input of the state. */
  payload?: Expression;
}

/** A call of an AWS service; made by {@link publishMessage}, {@link sendMessage}, {@link putEvent} or {@link runWorkflow}. */
export interface ServiceCall {
  /** Resource of the task without its partition, for example `states:::sns:publish`. */
  resource: string;
  arguments: Record<string, unknown>;
  /** Rights of the workflow's role for the call. */
  statements: Statement[];
}

/** One branch of a choice. */
export interface ChoiceArgs {
  /** JSONata expression that is true or false, for example `{% $states.input.total > 100 %}`. */
  condition: string;
  /** Name of the next state. */
  next: string;
  /** Variables to set. */
  assign?: Record<string, Expression>;
}

/** A part of a workflow with its own first and last states. */
export interface BranchArgs {
  /** Name of the first state. */
  startAt: string;
  states: Record<string, StateArgs>;
}

/** Where a distributed Map reads its items. */
export interface MapSourceArgs {
  bucket: { bucket: pulumi.Input<string>; arn: pulumi.Input<string> };
  /** Key of a JSON or CSV file with the items. Default: the objects of the bucket are the items. */
  key?: string;
  /** Prefix of the objects that are the items. */
  prefix?: string;
}

/** The same work for each item of a list. */
export interface MapArgs extends BranchArgs {
  /** The items, an expression. Default: the input of the state. */
  items?: Expression;
  /**
   * Items to process concurrently: 1 to 40, or to 10,000 in a distributed Map. Mind the load on the services behind.
   */
  maxConcurrency: number;
  /** Process each item in its own execution, for more items than the 25,000 events of one execution allow. */
  distributed?: boolean;
  /** Distributed only: percent of the items that may fail, 0 to 100. */
  toleratedFailurePercent?: number;
  /** Distributed only. Default: `items`. */
  source?: MapSourceArgs;
  /** Input for each item, an expression. Default: the item. */
  itemSelector?: Expression;
}

/** A pause: give one of both. */
export interface WaitArgs {
  /** Whole number, or an expression for one. */
  seconds?: number | string;
  /** Time in ISO 8601, or an expression for one. */
  timestamp?: string;
}

/** Ends the execution as failed. */
export interface FailArgs {
  error: string;
  cause?: string;
}

/** Which errors to retry, and when. */
export interface RetryArgs {
  /** Names of errors. Default: all of them. */
  errors?: string[];
  /** Default: 3. */
  maxAttempts?: number;
  /** Seconds before the first retry. Default: 2. */
  intervalSeconds?: number;
  /** Factor by which each pause is longer than the one before. Default: 2. */
  backoffRate?: number;
  /** Longest pause in seconds. Default: 60. */
  maxDelaySeconds?: number;
}

/** The next state after an error. */
export interface CatchArgs {
  /** Names of errors. Default: all of them. */
  errors?: string[];
  next: string;
  /** Output of the state in that case; `$states.errorOutput` is the error. Default: the error. */
  output?: Expression;
  /** Variables that are set on the way. */
  assign?: Record<string, Expression>;
}

/** One state of a workflow. It has exactly one of `invoke`, `call`, `choices`, `map`, `parallel`, `wait`, `pass`, `succeed` and `fail`. */
export interface StateArgs {
  comment?: string;
  invoke?: InvokeArgs;
  call?: ServiceCall;
  choices?: ChoiceArgs[];
  /** Name of the next state if no choice matches. */
  otherwise?: string;
  map?: MapArgs;
  parallel?: BranchArgs[];
  wait?: WaitArgs;
  /** Only sets variables and the output. */
  pass?: boolean;
  succeed?: boolean;
  fail?: FailArgs;
  /** Name of the next state. Default: none, and the state is an end. */
  next?: string;
  /** Default: the result; of a function, its return value. */
  output?: Expression;
  /** Variables to set when the state is done. */
  assign?: Record<string, Expression>;
  /**
   * Timeout of a task in seconds. Default: 60 (Step Functions' own is none: a call that hangs would hang for a year).
   */
  timeoutSeconds?: number;
  /** Tasks, Map and Parallel only. Default: none. */
  retry?: RetryArgs[];
  /** Tasks, Map and Parallel only. Default: none, an error ends the execution. */
  catch?: CatchArgs[];
}

/** An alias of a workflow: callers start it, and it points at a published version. */
export interface WorkflowAliasArgs {
  /** Default: live. */
  name?: string;
  /** A second version that gets a share of the executions. */
  canary?: { versionArn: pulumi.Input<string>; weightPercent: number };
}

/** Arguments of a {@link Workflow}. */
export interface WorkflowArgs extends BranchArgs {
  comment?: string;
  /** Default: Standard. */
  type?: WorkflowType;
  /** Timeout of an execution in seconds. Default: 3,600, and 300 for Express. */
  timeoutSeconds?: number;
  /** Publish each definition as a version, and start executions through an alias. Default: none. */
  alias?: WorkflowAliasArgs;
  /** Default: Error; All for Express, which keeps no other history. */
  logLevel?: WorkflowLogLevel;
  /** Log inputs and outputs of states too. Default: false, since they may contain private data. */
  logExecutionData?: boolean;
  /** Days that logs are kept. Default: 30. */
  logRetentionDays?: number;
  /** Trace executions with X-Ray. Default: true. */
  tracing?: boolean;
  /** Customer-managed KMS key for the definition and the history. Default: a key that AWS owns. */
  kmsKeyArn?: pulumi.Input<string>;
  permissionsBoundaryArn?: pulumi.Input<string>;
  /** Alarms for executions that failed, timed out or were throttled. Default: on, with no action. */
  alarms?: AlarmArgs;
  tags?: Tags;
}
