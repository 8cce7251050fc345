import { limits, reservedEnvironmentNames, runtimesPage } from "../../limits";
import { isNamed, naming } from "../../limits/naming";
import { type Problem, Problems } from "../core/check";
import { type AliasArgs, type FunctionArgs, type FunctionBaseArgs } from "./args";
import { checkSnapStart } from "./snapStart";

const LOG_LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];

/** Problems with a function's settings, without its code. */
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
      !args.fileSystem || (args.vpc !== undefined && isNamed(naming.lambdaMountPath, args.fileSystem.mountPath)),
      "fileSystem",
      args.fileSystem?.mountPath,
      "a file system needs vpc, and a mountPath such as /mnt/data",
    );
  checkEnvironment(problems, args);
  checkCapacity(problems, args);
  if (args.alias) checkAlias(problems, args.alias);
  return problems.list;
}

/** Problems with a function's arguments, its code included. */
export function functionArgsProblems(args: FunctionArgs): Problem[] {
  const problems = new Problems().all(functionProblems(args));
  checkPackage(problems, args);
  if (args.snapStart) checkSnapStart(problems, args);
  return problems.list;
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
      `Lambda has no such runtime (${runtimesPage})`,
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
      "it is part of reservedConcurrency, and may not be more",
    )
    .range("vpc.subnetIds.length", known(vpc?.subnetIds), { ...limits.lambda.vpcSubnets, min: 1 })
    .range("vpc.securityGroupIds.length", known(vpc?.securityGroupIds), { ...limits.lambda.vpcSecurityGroups, min: 1 });
}

function checkAlias(problems: Problems, { name, version, canary }: AliasArgs): void {
  problems.that(
    name === undefined || isNamed(naming.lambdaAlias, name),
    "alias.name",
    name,
    "give letters, digits, hyphens and underscores, and not only digits, which would name a version",
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
      "a canary needs the version that gets the other calls",
    );
}

function checkEnvironment(problems: Problems, { environment = {}, links = [] }: FunctionBaseArgs): void {
  const seen = new Set<string>();
  for (const name of [environment, ...links.map((link) => link.environment ?? {})].flatMap(Object.keys)) {
    problems
      .that(
        isNamed(naming.lambdaVariable, name),
        "environment",
        name,
        "a name begins with a letter and has two characters or more",
      )
      .that(!reservedEnvironmentNames.includes(name), "environment", name, "Lambda reserves this name")
      .that(!seen.has(name), "environment", name, "two links, or a link and environment, set this variable");
    seen.add(name);
  }
}
