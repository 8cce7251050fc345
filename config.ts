import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import {
  apiDefaults,
  Architecture,
  backupDefaults,
  changeLogDefaults,
  cleanLogsBounds,
  cleanLogsDefaults,
  Consistency,
  daxDefaults,
  DaxNodeType,
  eventStreamDefaults,
  ExportMode,
  httpApiDefaults,
  GatewayService,
  InterfaceService,
  Mfa,
  Nat,
  NativePlatform,
  networkDefaults,
  passwordDefaults,
  SignInAlias,
  TableClass,
  tableDefaults,
  tableExportBounds,
  tableExportDefaults,
  ThreatProtection,
  thumbnailerBounds,
  thumbnailerDefaults,
  ThumbnailFormat,
  usageReportBounds,
  usageReportDefaults,
  userPoolDefaults,
  usersApiBounds,
  usersApiDefaults,
  webAclDefaults,
} from "./components";
import { bucketNameProblem } from "./components/bucketName";
import { type Bounds } from "./components/check";
import { isTimezone, scheduleProblem } from "./components/schedule";
import { suffixesProblem } from "./components/suffixes";
import { change, type ConfigSource, foreignProblems, regionProblem, removal, splitKey } from "./configSource";
import { limits } from "./policy/limits";

/** Configuration that cannot work. Its message lists every problem, each with key, value and what is allowed. */
export class ConfigError extends pulumi.RunError {
  override readonly name = "ConfigError";
}

/** The type with a check whose answer, if there is one, says what is allowed. */
const checked = <T extends z.ZodType>(type: T, problemOf: (value: z.output<T>) => string | undefined) =>
  type.superRefine((value, context) => {
    const problem = problemOf(value);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });
const within = ({ min, max }: Bounds) => z.int().min(min).max(max);
const once = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .min(1)
    .refine((list) => new Set(list).size === list.length, { message: "give each once" });
const days = z.int().min(1);
const { values: retentions = [], page: retentionPage } = limits.logs.retentionDays;
const retention = z.int().refine((value) => (retentions as readonly number[]).includes(value), {
  message: `CloudWatch keeps logs for ${retentions.join(", ")} days (${retentionPage})`,
});
const timezone = z.string().refine(isTimezone, { message: "give a time zone such as Europe/Berlin" });
const schedule = checked(z.string(), scheduleProblem);
const region = checked(z.string(), regionProblem);
const bucketName = checked(z.string(), bucketNameProblem).optional();
const job = {
  enabled: z.boolean().default(true),
  timezone: timezone.default("UTC"),
  timeoutSeconds: z.int().default(cleanLogsDefaults.timeoutSeconds),
};

/** AWS's own limits are left to the components and the policy pack, which name the resource and AWS's page. */
const keys = z.strictObject({
  architecture: z.enum([...Object.values(Architecture), "host"]).default(Architecture.Arm64),
  alarmEmail: z.union([z.literal(""), z.email()]).default(""),
  forceDestroy: z.boolean().default(false),
  logRetentionDays: retention.default(30),
  thumbnailer: z
    .strictObject({
      enabled: z.boolean().default(true),
      prefix: z.string().default(thumbnailerDefaults.prefix),
      suffixes: checked(z.array(z.string()), suffixesProblem).default(thumbnailerDefaults.suffixes),
      widths: once(within(thumbnailerBounds.widths)).default(thumbnailerDefaults.widths),
      formats: once(z.enum(ThumbnailFormat)).default(thumbnailerDefaults.formats),
      timeoutSeconds: z.int().default(thumbnailerDefaults.timeoutSeconds),
      memoryMb: z.int().default(thumbnailerDefaults.memoryMb),
      maxPixels: within(thumbnailerBounds.maxPixels).default(thumbnailerDefaults.maxPixels),
      uploadsBucketName: bucketName,
      thumbnailsBucketName: bucketName,
    })
    .refine((value) => !value.uploadsBucketName || value.uploadsBucketName !== value.thumbnailsBucketName, {
      path: ["thumbnailsBucketName"],
      message: "it is uploadsBucketName too: every thumbnail would set off another; give two different buckets",
    })
    .prefault({}),
  cleanLogs: z
    .strictObject({
      ...job,
      schedule: schedule.default("cron(0 3 * * ? *)"),
      prefix: z
        .string()
        .regex(cleanLogsBounds.prefix, "an empty prefix would delete everything in the bucket; name one")
        .default(cleanLogsDefaults.prefix),
      maxAgeDays: within(cleanLogsBounds.maxAgeDays).default(cleanLogsDefaults.maxAgeDays),
      logGroupPrefix: z
        .string()
        .regex(
          cleanLogsBounds.logGroupPrefix,
          "names of log groups have letters, digits and . _ / # -; give one or more",
        )
        .default(cleanLogsDefaults.logGroupPrefix),
      retentionDays: retention.default(cleanLogsDefaults.retentionDays),
      dryRun: z.boolean().default(cleanLogsDefaults.dryRun),
    })
    .prefault({}),
  usageReport: z
    .strictObject({
      ...job,
      schedule: schedule.default("cron(0 6 * * ? *)"),
      periodHours: within(usageReportBounds.periodHours).default(usageReportDefaults.periodHours),
    })
    .prefault({}),
  usersTable: z
    .strictObject({
      enabled: z.boolean().default(true),
      onDemand: z.boolean().default(false),
      readCapacity: z.int().default(5),
      writeCapacity: z.int().default(5),
      maxCapacity: z.int().default(50),
      recoveryDays: z.int().default(tableDefaults.recoveryDays),
      timeToLiveAttribute: z.string().min(1).optional(),
      tableClass: z.enum(TableClass).default(tableDefaults.tableClass),
      kmsKeyArn: z.string().min(1).optional(),
      replicaRegions: z.array(region).default([]),
      consistency: z.enum(Consistency).default(Consistency.Eventual),
      witnessRegion: region.optional(),
    })
    .transform(({ onDemand, readCapacity: read, writeCapacity: write, maxCapacity, ...table }) => {
      const most = maxCapacity > 0 ? { maxRead: maxCapacity, maxWrite: maxCapacity } : {};
      return { ...table, capacity: onDemand ? undefined : { read, write, ...most } };
    })
    .prefault({}),
  tableBackup: z
    .strictObject({
      enabled: z.boolean().default(false),
      schedule: schedule.default(backupDefaults.schedule),
      timezone: z.string().default(backupDefaults.timezone),
      deleteAfterDays: days.default(backupDefaults.deleteAfterDays),
    })
    .prefault({}),
  usersApi: z
    .strictObject({
      enabled: z.boolean().default(true),
      timeoutSeconds: z.int().default(usersApiDefaults.timeoutSeconds),
      idempotencyHours: within(usersApiBounds.idempotencyHours).default(usersApiDefaults.idempotencyHours),
      rateLimit: z.int().default(apiDefaults.throttle.rateLimit),
      burstLimit: z.int().default(apiDefaults.throttle.burstLimit),
      corsOrigin: z.string().default(""),
      accountLogs: z.boolean().default(true),
    })
    .transform(({ rateLimit, burstLimit, corsOrigin, ...api }) => ({
      ...api,
      throttle: { rateLimit, burstLimit },
      cors: corsOrigin ? { origin: corsOrigin } : undefined,
    }))
    .prefault({}),
  webAcl: z
    .strictObject({
      enabled: z.boolean().default(false),
      rateLimit: z.int().default(webAclDefaults.rateLimit),
      countOnly: z.boolean().default(webAclDefaults.countOnly),
    })
    .prefault({}),
  httpApi: z
    .strictObject({
      enabled: z.boolean().default(false),
      rateLimit: z.int().default(httpApiDefaults.throttle.rateLimit),
      burstLimit: z.int().default(httpApiDefaults.throttle.burstLimit),
      corsOrigins: z.array(z.string().min(1)).default([]),
    })
    .transform(({ enabled, rateLimit, burstLimit, corsOrigins }) => ({
      enabled,
      throttle: { rateLimit, burstLimit },
      cors: corsOrigins.length > 0 ? { origins: corsOrigins } : undefined,
    }))
    .prefault({}),
  eventIngest: z
    .strictObject({
      enabled: z.boolean().default(false),
      shards: z.int().default(eventStreamDefaults.shards),
      retentionHours: z.int().default(eventStreamDefaults.retentionHours),
    })
    .prefault({}),
  tableExport: z
    .strictObject({
      ...job,
      enabled: z.boolean().default(false),
      schedule: schedule.default("cron(0 4 * * ? *)"),
      mode: z.enum(ExportMode).default(tableExportDefaults.mode),
      fullEveryDays: within(tableExportBounds.fullEveryDays).default(tableExportDefaults.fullEveryDays),
      expireAfterDays: days.default(tableExportDefaults.expireAfterDays),
      infrequentAccessAfterDays: z.int().min(0).default(tableExportDefaults.infrequentAccessAfterDays),
    })
    .prefault({}),
  changeLog: z
    .strictObject({
      enabled: z.boolean().default(true),
      expireAfterDays: days.default(changeLogDefaults.expireAfterDays),
    })
    .prefault({}),
  userPool: z
    .strictObject({
      enabled: z.boolean().default(true),
      signIn: z.array(z.enum(SignInAlias)).min(1).default(userPoolDefaults.signIn),
      selfSignUp: z.boolean().default(userPoolDefaults.selfSignUp),
      passwordLength: z.int().default(passwordDefaults.minimumLength),
      mfa: z.enum(Mfa).default(userPoolDefaults.mfa),
      threatProtection: z.enum(ThreatProtection).default(userPoolDefaults.threatProtection),
      domain: z.string().default(""),
      managedLogin: z.boolean().default(true),
      callbackUrls: z.array(z.string().min(1)).default([]),
      deletionProtection: z.boolean().default(userPoolDefaults.deletionProtection),
    })
    .refine(({ domain, callbackUrls }) => (domain === "") === (callbackUrls.length === 0), {
      path: ["callbackUrls"],
      message:
        "the pages on domain need callbackUrls to lead back to, and callbackUrls need domain: give both, or none",
    })
    .prefault({}),
  network: z
    .strictObject({
      enabled: z.boolean().default(false),
      zones: z.int().default(networkDefaults.zones),
      cidrBlock: z.string().default(networkDefaults.cidrBlock),
      nat: z.enum(Nat).default(networkDefaults.nat),
      gatewayEndpoints: z.array(z.enum(GatewayService)).default(networkDefaults.gatewayEndpoints),
      interfaceEndpoints: z.array(z.enum(InterfaceService)).default(networkDefaults.interfaceEndpoints),
    })
    .prefault({}),
  dax: z
    .strictObject({
      enabled: z.boolean().default(false),
      nodeType: z.enum(DaxNodeType).default(daxDefaults.nodeType),
      nodes: z.int().default(daxDefaults.nodes),
      itemTtlSeconds: z.int().min(0).default(daxDefaults.itemTtlSeconds),
      queryTtlSeconds: z.int().min(0).default(daxDefaults.queryTtlSeconds),
    })
    .prefault({}),
  identityPool: z.strictObject({ enabled: z.boolean().default(true), guests: z.boolean().default(false) }).prefault({}),
});

const schema = keys.refine(({ dax, network, usersTable }) => !dax.enabled || (network.enabled && usersTable.enabled), {
  path: ["dax", "enabled"],
  message: "a cluster needs the table that it caches, and a network: enable usersTable and network too",
});

/** The stack's configuration, complete and checked. */
export type Config = Omit<z.infer<typeof schema>, "architecture"> & {
  architecture: Architecture;
  nativePlatform: NativePlatform;
};

/** Reads all of the stack's configuration at once; throws a ConfigError that lists every problem. */
export function readConfig(): Config {
  const project = pulumi.getProject();
  const all = Object.entries(pulumi.runtime.allConfig()).map(([key, value]) => [key, parse(key, value)] as const);
  return parseConfig(Object.fromEntries(all), { project, stack: pulumi.getStack() });
}

/** Checks a stack's configuration by full key, such as `headroom:thumbnailer`; throws as {@link readConfig} does. */
export function parseConfig(all: Record<string, unknown>, source: ConfigSource): Config {
  const given: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(all)) {
    const { namespace, name } = splitKey(key);
    if (namespace === source.project) given[name] = value;
  }
  const problems = foreignProblems(all, source);
  if (given.architecture === "host" && source.stack !== "local") {
    const path = `${source.project}:architecture`;
    problems.push(
      `${path} is "host": that is for the stack local, which runs on this machine; ` +
        `others take arm64 or x86_64. Fix: ${change(path, source)}`,
    );
  }
  const result = schema.safeParse(given);
  problems.push(...(result.error?.issues ?? []).flatMap((issue) => describe(issue, given, source)));
  if (!result.success || problems.length > 0) throw new ConfigError(problems.join("\n"));
  const { architecture, ...config } = result.data;
  return architecture === "host"
    ? { ...config, architecture: hostArchitecture(), nativePlatform: NativePlatform.Host }
    : { ...config, architecture, nativePlatform: NativePlatform.Lambda };
}

const hostArchitecture = (): Architecture => (process.arch === "x64" ? Architecture.X86_64 : Architecture.Arm64);

/** The engine hands every value over as text; text settings are taken as they are. */
function parse(key: string, value: string): unknown {
  if (/:(architecture|alarmEmail|region)$/.test(key)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function describe(issue: z.core.$ZodIssue, given: Record<string, unknown>, source: ConfigSource): string[] {
  const names = issue.path.filter((part) => typeof part !== "number").map(String);
  const path = `${source.project}:${names.join(".")}`; // what a user sets: a whole list, not one item of it
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const full = names.length > 0 ? `${path}.${key}` : `${path}${key}`;
      return `${full} is not a setting. Fix: ${removal(full, source)}`;
    });
  }
  const indexes = issue.path.filter((part) => typeof part === "number").map((index) => `[${index}]`);
  const value = valueAt(given, issue.path);
  const shown = value === undefined ? "missing" : JSON.stringify(value);
  return [`${path}${indexes.join("")} is ${shown}: ${issue.message}. Fix: ${change(path, source)}`];
}

/** What was given there: an issue of several settings has all of them as its input. */
const valueAt = (given: unknown, path: PropertyKey[]): unknown =>
  path.reduce((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], given);
