import type * as pulumi from "@pulumi/pulumi";
import { limits, reservedEnvironmentNames, runtimesPage } from "../../limits";
import { type AlarmArgs } from "../core/alarms";
import { type Architecture } from "../core/architecture";
import { Check, type Problem, Problems } from "../core/check";
import { type Link } from "../core/permissions";
import { checkSnapStart } from "./snapStart";

/** What Lambda does when a function sets itself off in a loop. */
export enum RecursiveLoop {
  /** Lambda stops the loop after about 16 rounds. */
  Terminate = "Terminate",
  Allow = "Allow",
}

/** A stable name for one version, so that a new version can take over step by step. */
export interface AliasArgs {
  /** Default: "live". */
  name?: string;
  /** Version that the alias points at. Default: the version that this deployment publishes. Needed with canary. */
  version?: pulumi.Input<string>;
  /** A second version that gets a share of the calls. */
  canary?: {
    /** Default: the version that this deployment publishes. */
    version?: pulumi.Input<string>;
    /** Share of the calls, above 0 and below 1. */
    weight: number;
  };
}

/** Arguments of every function, whatever its language. */
export interface FunctionBaseArgs {
  /** What the function is for; at most 256 characters. */
  description?: string;
  /** Default: arm64. */
  architecture?: Architecture;
  /** Seconds, 1 to 900. Default: 30 (Lambda's own is 3, too short for a cold start that calls other services). */
  timeoutSeconds?: pulumi.Input<number>;
  /** Megabytes, 128 to 10,240; processor time grows with it. Default: 512 (Lambda's own 128 is slow, and often dearer). */
  memoryMb?: pulumi.Input<number>;
  /** Megabytes of /tmp, 512 to 10,240. Default: 512, as Lambda's own. */
  ephemeralStorageMb?: pulumi.Input<number>;
  /** Environment variables, 4 KB in all. Never put a secret here: use a link to Secrets Manager. */
  environment?: Record<string, pulumi.Input<string>>;
  /** What the function may use: each link brings exactly its rights, and its environment variables. */
  links?: Link[];
  /** Customer-managed KMS key for environment variables. Default: the key that Lambda manages. */
  kmsKeyArn?: pulumi.Input<string>;
  /** ARNs of layer versions, 5 at most. */
  layers?: pulumi.Input<string>[];
  /** X-Ray tracing. Default: true (Lambda's own is off). */
  tracing?: boolean;
  /** Days that logs are kept, one of CloudWatch's values. Default: 30 (Lambda's own is for ever). */
  logRetentionDays?: pulumi.Input<number>;
  /** Least severe application log written: TRACE, DEBUG, INFO, WARN, ERROR or FATAL. Default: INFO. Logs are JSON. */
  logLevel?: string;
  /** Retries of an asynchronous event, 0 to 2. Default: 2, as Lambda's own. */
  maximumRetryAttempts?: pulumi.Input<number>;
  /** Seconds after which an asynchronous event is given up, 60 to 21,600. Default: 3,600 (Lambda's own is six hours). */
  maximumEventAgeSeconds?: pulumi.Input<number>;
  /**
   * SQS queue, SNS topic, function, event bus or bucket (ARN) for events given up; the right to a customer-managed key of
   * it takes a link. Default: a queue of the function's own.
   */
  failureDestinationArn?: pulumi.Input<string>;
  /** Concurrent executions kept for, and at most given to, this function. Default: none kept. */
  reservedConcurrency?: pulumi.Input<number>;
  /** Environments kept warm, 1 or more, on the alias. Default: none. */
  provisionedConcurrency?: pulumi.Input<number>;
  /** Publish a version on every change and point an alias at it. Implied by provisionedConcurrency and snapStart. */
  alias?: AliasArgs;
  /** Start from a snapshot of the initialised function: Java 11+, Python 3.12+ and .NET 8+ only. Default: false. */
  snapStart?: boolean;
  /** Private network of the function. Without NAT or endpoints it reaches nothing outside. Default: none. */
  vpc?: {
    /** 1 to 16, in more than one zone. */
    subnetIds: pulumi.Input<pulumi.Input<string>[]>;
    /** 1 to 5. */
    securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
  };
  /** EFS access point, mounted under /mnt/. Needs vpc. */
  fileSystem?: { accessPointArn: pulumi.Input<string>; mountPath: string };
  /** Upper bound of what the role can ever be allowed. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  /** Default: Terminate, as Lambda's own. */
  recursiveLoop?: RecursiveLoop;
  /** Alarms for errors, throttles, duration near the timeout and dead letters. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of everything in the component that takes tags. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** Arguments of a {@link Function}: either `runtime`, `handler` and `code`, or `imageUri`. */
export interface FunctionArgs extends FunctionBaseArgs {
  /** Identifier of the managed runtime, for example python3.14 or provided.al2023. */
  runtime?: pulumi.Input<string>;
  /** Entry point in the form of the runtime, for example index.handler. */
  handler?: pulumi.Input<string>;
  /** Package: at most 50 MB zipped and 250 MB unzipped. */
  code?: pulumi.Input<pulumi.asset.Archive>;
  /** Container image in ECR, instead of runtime, handler and code. */
  imageUri?: pulumi.Input<string>;
}

/** Of `<name>-role-<7 characters>`, for which IAM has 64 characters. */
const NAME_LENGTH = 51;

const LOG_LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];

/** What cannot work of a function's settings, whatever its code is. */
export function functionProblems(args: FunctionBaseArgs): Problem[] {
  const problems = new Problems()
    .range("timeoutSeconds", args.timeoutSeconds, limits.lambda.timeout)
    .range("memoryMb", args.memoryMb, limits.lambda.memory)
    .range("ephemeralStorageMb", args.ephemeralStorageMb, limits.lambda.ephemeralStorage)
    .range("logRetentionDays", args.logRetentionDays, limits.logs.retentionDays)
    .range("maximumRetryAttempts", args.maximumRetryAttempts, limits.lambda.asyncRetries)
    .range("maximumEventAgeSeconds", args.maximumEventAgeSeconds, limits.lambda.asyncEventAge)
    .range("provisionedConcurrency", args.provisionedConcurrency, limits.lambda.provisionedConcurrency)
    .range("layers.length", args.layers?.length, limits.lambda.layers)
    .range("description.length", args.description?.length, limits.lambda.descriptionLength)
    .that(
      args.logLevel === undefined || LOG_LEVELS.includes(args.logLevel),
      "logLevel",
      args.logLevel,
      `Lambda knows ${LOG_LEVELS.join(", ")}`,
    )
    .that(
      !args.fileSystem || (args.vpc !== undefined && /^\/mnt\/[\w.-]+$/.test(args.fileSystem.mountPath)),
      "fileSystem",
      args.fileSystem?.mountPath,
      "a file system needs vpc, and a mountPath such as /mnt/data",
    );
  checkEnvironment(problems, args);
  checkCapacity(problems, args);
  if (args.alias) checkAlias(problems, args.alias);
  return problems.list;
}

/** Throws an ArgumentError that lists everything that cannot work, before anything is created. */
export function checkFunctionArgs(name: string, args: FunctionArgs): void {
  const problems = new Check("Function", name).nameLength(NAME_LENGTH).all(functionProblems(args));
  checkPackage(problems, args);
  if (args.snapStart) checkSnapStart(problems, args);
  problems.done();
}

function checkPackage(problems: Problems, { runtime, handler, code, imageUri, layers }: FunctionArgs): void {
  const zip = [runtime, handler, code].filter((part) => part !== undefined).length;
  problems
    .that(
      imageUri === undefined ? zip === 3 : zip === 0,
      "code",
      imageUri === undefined ? undefined : "given with imageUri",
      "give runtime, handler and code together, or imageUri alone",
    )
    .that(!imageUri || !layers?.length, "layers", layers?.length, "a container image takes no layers: add them to it")
    .that(
      typeof runtime !== "string" || runtime in limits.runtimes,
      "runtime",
      runtime,
      `it is none of Lambda's runtimes (${runtimesPage})`,
    );
}

function checkCapacity(problems: Problems, args: FunctionBaseArgs): void {
  const { reservedConcurrency: reserved, provisionedConcurrency: provisioned, vpc } = args;
  const known = (list: unknown): number | undefined => (Array.isArray(list) ? list.length : undefined);
  problems
    .range("reservedConcurrency", reserved, limits.lambda.concurrency)
    .that(
      typeof reserved !== "number" || typeof provisioned !== "number" || provisioned <= reserved,
      "provisionedConcurrency",
      provisioned,
      "it comes out of reservedConcurrency, and may not be more",
    )
    .range("vpc.subnetIds.length", known(vpc?.subnetIds), { ...limits.lambda.vpcSubnets, min: 1 })
    .range("vpc.securityGroupIds.length", known(vpc?.securityGroupIds), { ...limits.lambda.vpcSecurityGroups, min: 1 });
}

function checkAlias(problems: Problems, { name, version, canary }: AliasArgs): void {
  problems.that(
    name === undefined || /^(?!\d+$)[\w-]{1,128}$/.test(name),
    "alias.name",
    name,
    "give letters, digits, hyphens and underscores, and not digits alone: they would be a version",
  );
  if (!canary) return;
  problems
    .that(
      canary.weight > 0 && canary.weight < 1,
      "alias.canary.weight",
      canary.weight,
      "a share is above 0 and below 1",
    )
    .that(
      version !== undefined && version !== "$LATEST" && version !== canary.version,
      "alias.version",
      version,
      "a canary needs the number of the version that gets the other calls",
    );
}

function checkEnvironment(problems: Problems, { environment = {}, links = [] }: FunctionBaseArgs): void {
  const seen = new Set<string>();
  for (const name of [environment, ...links.map((link) => link.environment ?? {})].flatMap(Object.keys)) {
    problems
      .that(
        /^[A-Za-z]\w+$/.test(name),
        "environment",
        name,
        "a name begins with a letter and has two characters or more",
      )
      .that(!reservedEnvironmentNames.includes(name), "environment", name, "Lambda keeps this name for itself")
      .that(!seen.has(name), "environment", name, "two links, or a link and environment, set this variable");
    seen.add(name);
  }
}
