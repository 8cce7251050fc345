import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import {
  apiDefaults,
  Architecture,
  backupDefaults,
  changeLogDefaults,
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
  tableExportDefaults,
  ThreatProtection,
  thumbnailerDefaults,
  ThumbnailFormat,
  usageReportDefaults,
  userPoolDefaults,
  usersApiDefaults,
  webAclDefaults,
} from "./components";
import { isTimezone, scheduleProblem } from "./components/schedule";
import { limits } from "./policy/limits";

/** Configuration that cannot work. Its message lists every problem, each with key, value and what is allowed. */
export class ConfigError extends pulumi.RunError {
  override readonly name = "ConfigError";
}

const days = z.int().min(1);
const { values: retentions = [], page: retentionPage } = limits.logs.retentionDays;
const retention = z.int().refine((value) => (retentions as readonly number[]).includes(value), {
  message: `CloudWatch keeps logs for ${retentions.join(", ")} days (${retentionPage})`,
});
const timezone = z.string().refine(isTimezone, { message: "give a time zone such as Europe/Berlin" });
const schedule = z.string().superRefine((value, context) => {
  const problem = scheduleProblem(value);
  if (problem) context.addIssue({ code: "custom", message: problem });
});
const job = {
  enabled: z.boolean().default(true),
  timezone: timezone.default("UTC"),
  timeoutSeconds: z.int().default(cleanLogsDefaults.timeoutSeconds),
};
const bucketName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "S3 allows 3 to 63 lower-case letters, digits, dots and hyphens")
  .optional();

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
      suffixes: z.array(z.string().min(1)).default(thumbnailerDefaults.suffixes),
      widths: z.array(z.int().min(1).max(10_000)).min(1).default(thumbnailerDefaults.widths),
      formats: z.array(z.enum(ThumbnailFormat)).min(1).default(thumbnailerDefaults.formats),
      timeoutSeconds: z.int().default(thumbnailerDefaults.timeoutSeconds),
      memoryMb: z.int().default(thumbnailerDefaults.memoryMb),
      maxPixels: z.int().min(1).default(thumbnailerDefaults.maxPixels),
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
      prefix: z.string().min(1).default(cleanLogsDefaults.prefix),
      maxAgeDays: days.default(cleanLogsDefaults.maxAgeDays),
      logGroupPrefix: z.string().default(cleanLogsDefaults.logGroupPrefix),
      retentionDays: retention.default(cleanLogsDefaults.retentionDays),
      dryRun: z.boolean().default(cleanLogsDefaults.dryRun),
    })
    .prefault({}),
  usageReport: z
    .strictObject({
      ...job,
      schedule: schedule.default("cron(0 6 * * ? *)"),
      periodHours: z.int().min(1).max(1_440).default(usageReportDefaults.periodHours),
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
      replicaRegions: z.array(z.string().min(1)).default([]),
      consistency: z.enum(Consistency).default(Consistency.Eventual),
      witnessRegion: z.string().min(1).optional(),
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
      idempotencyHours: z.int().default(usersApiDefaults.idempotencyHours),
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
      fullEveryDays: days.default(tableExportDefaults.fullEveryDays),
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
  path: ["dax"],
  message: "a cluster needs the table that it caches, and a network: enable usersTable and network too",
});

/** The stack's configuration, complete and checked. */
export type Config = Omit<z.infer<typeof schema>, "architecture"> & {
  architecture: Architecture;
  nativePlatform: NativePlatform;
};

/** Reads all of the project's configuration at once; throws a ConfigError that lists every problem. */
export function readConfig(): Config {
  const project = pulumi.getProject();
  const given: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(pulumi.runtime.allConfig())) {
    const [namespace, name] = split(key);
    if (namespace === project) given[name] = parse(name, value);
  }
  if (given.architecture === "host" && pulumi.getStack() !== "local") {
    throw new ConfigError(
      `${project}:architecture is "host": that is for the stack local, which runs on this machine. Fix: arm64 or x86_64`,
    );
  }
  return parseConfig(given, project);
}

/** Checks configuration values by key, without the project's prefix. */
export function parseConfig(given: Record<string, unknown>, project = "headroom"): Config {
  const result = schema.safeParse(given, { reportInput: true });
  if (!result.success) {
    throw new ConfigError(result.error.issues.flatMap((issue) => describe(issue, project)).join("\n"));
  }
  const { architecture, ...config } = result.data;
  return architecture === "host"
    ? { ...config, architecture: hostArchitecture(), nativePlatform: NativePlatform.Host }
    : { ...config, architecture, nativePlatform: NativePlatform.Lambda };
}

const hostArchitecture = (): Architecture => (process.arch === "x64" ? Architecture.X86_64 : Architecture.Arm64);

const split = (key: string): [string, string] => {
  const colon = key.indexOf(":");
  return [key.slice(0, colon), key.slice(colon + 1)];
};

/** The engine hands every value over as text; text settings are taken as they are. */
function parse(name: string, value: string): unknown {
  if (name === "architecture" || name === "alarmEmail") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function describe(issue: z.core.$ZodIssue, project: string): string[] {
  const path = issue.path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .slice(1);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const full = path ? `${path}.${key}` : key;
      return `${project}:${full} is not a setting. Fix: remove it, or correct its spelling (see Pulumi.yaml).`;
    });
  }
  const value = issue.input === undefined ? "missing" : JSON.stringify(issue.input);
  return [`${project}:${path} is ${value}: ${issue.message}. Fix: pulumi config set --path ${project}:${path} VALUE`];
}
