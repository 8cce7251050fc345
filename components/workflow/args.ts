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
  /** What the function gets. Default: the input of the state. */
  payload?: Expression;
}

/** A call of an AWS service; made by {@link publishMessage}, {@link sendMessage}, {@link putEvent} or {@link runWorkflow}. */
export interface ServiceCall {
  /** Resource of the task without its partition, for example `states:::sns:publish`. */
  resource: string;
  arguments: Record<string, unknown>;
  /** Rights that the workflow's role gets for the call. */
  statements: Statement[];
}

/** One way on from a choice. */
export interface ChoiceArgs {
  /** JSONata expression that is true or false, for example `{% $states.input.total > 100 %}`. */
  condition: string;
  /** Name of the state that follows. */
  next: string;
  /** Variables that are set on the way. */
  assign?: Record<string, Expression>;
}

/** A part of a workflow with a beginning and ends of its own. */
export interface BranchArgs {
  /** Name of the first state. */
  startAt: string;
  states: Record<string, StateArgs>;
}

/** Where a distributed Map finds its items. */
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
  /** Items at the same time: 1 to 40, or to 10,000 in a distributed Map. What is behind it must bear it. */
  maxConcurrency: number;
  /** Each item in an execution of its own: for more items than the 25,000 events of one execution have room for. */
  distributed?: boolean;
  /** Distributed only: percent of the items that may fail, 0 to 100. */
  toleratedFailurePercent?: number;
  /** Distributed only. Default: `items`. */
  source?: MapSourceArgs;
  /** What each item's work begins with, an expression. Default: the item. */
  itemSelector?: Expression;
}

/** A pause: give one of both. */
export interface WaitArgs {
  /** Whole number, or an expression that gives one. */
  seconds?: number | string;
  /** Time in ISO 8601, or an expression that gives one. */
  timestamp?: string;
}

/** An end without success. */
export interface FailArgs {
  error: string;
  cause?: string;
}

/** What is tried again, and when. */
export interface RetryArgs {
  /** Names of errors. Default: all of them. */
  errors?: string[];
  /** Default: 3. */
  maxAttempts?: number;
  /** Seconds before the first retry. Default: 2. */
  intervalSeconds?: number;
  /** Each pause is as many times as long as the one before. Default: 2. */
  backoffRate?: number;
  /** Seconds that a pause is at most. Default: 60. */
  maxDelaySeconds?: number;
}

/** Where it goes on after an error. */
export interface CatchArgs {
  /** Names of errors. Default: all of them. */
  errors?: string[];
  next: string;
  /** Output of the state then; `$states.errorOutput` is the error. Default: the error. */
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
  /** Name of the state that follows where no choice holds. */
  otherwise?: string;
  map?: MapArgs;
  parallel?: BranchArgs[];
  wait?: WaitArgs;
  /** Does nothing but set variables and the output. */
  pass?: boolean;
  succeed?: boolean;
  fail?: FailArgs;
  /** Name of the state that follows. Default: none, it is an end. */
  next?: string;
  /** Default: the result; of a function, what it returned. */
  output?: Expression;
  /** Variables that are set when the state is done. */
  assign?: Record<string, Expression>;
  /** Seconds after which a task has failed. Default: 60 (Step Functions' own is none: a call that hangs would hang for a year). */
  timeoutSeconds?: number;
  /** Tasks, Map and Parallel only. Default: none. */
  retry?: RetryArgs[];
  /** Tasks, Map and Parallel only. Default: none, an error ends the execution. */
  catch?: CatchArgs[];
}

/** An alias of a workflow: callers start it, and it leads to a published version. */
export interface WorkflowAliasArgs {
  /** Default: live. */
  name?: string;
  /** A second version that gets a part of the executions. */
  canary?: { versionArn: pulumi.Input<string>; weightPercent: number };
}

/** Arguments of a {@link Workflow}. */
export interface WorkflowArgs extends BranchArgs {
  comment?: string;
  /** Default: Standard. */
  type?: WorkflowType;
  /** Seconds after which an execution has failed. Default: 3,600, and 300 for Express. */
  timeoutSeconds?: number;
  /** Publish each definition as a version, and start them through an alias. Default: none. */
  alias?: WorkflowAliasArgs;
  /** Default: Error, and All for Express, which keeps no other record. */
  logLevel?: WorkflowLogLevel;
  /** Write inputs and outputs of states to the log as well. Default: false, since they may hold what is private. */
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
