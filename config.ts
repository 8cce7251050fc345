import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { Architecture, IAM, InterfaceService, Nat, NativePlatform, TokenJudge } from "./components";
import { apiKeys } from "./config/api";
import { retention } from "./config/checks";
import { dataKeys } from "./config/data";
import { databaseKeys } from "./config/database";
import { databaseEventsKeys } from "./config/databaseEvents";
import { edgeKeys } from "./config/edge";
import { identityKeys } from "./config/identity";
import { jobsKeys } from "./config/jobs";
import { languagesKeys } from "./config/languages";
import { networkKeys } from "./config/network";
import { paymentsKeys } from "./config/payments";
import { photosKeys } from "./config/photos";
import { change, type ConfigSource, foreignProblems, removal, splitKey } from "./config/source";
import { snapStartKeys } from "./config/snapStart";
import { usageKeys } from "./config/usage";
import { workflowKeys } from "./config/workflow";

/** Configuration that cannot work. Its message lists every problem, each with key, value and what is allowed. */
export class ConfigError extends pulumi.RunError {
  override readonly name = "ConfigError";
}

/** AWS's own limits are left to the components and the policy pack, which name the resource and AWS's page. */
const keys = z.strictObject({
  architecture: z.enum([...Object.values(Architecture), "host"]).default(Architecture.Arm64),
  alarmEmail: z.union([z.literal(""), z.email()]).default(""),
  forceDestroy: z.boolean().default(false),
  logRetentionDays: retention.default(30),
  ...photosKeys,
  ...jobsKeys,
  ...dataKeys,
  ...apiKeys,
  ...identityKeys,
  ...networkKeys,
  ...workflowKeys,
  ...databaseKeys,
  ...databaseEventsKeys,
  ...usageKeys,
  ...paymentsKeys,
  ...languagesKeys,
  ...snapStartKeys,
  ...edgeKeys,
});

const schema = keys
  .refine(({ dax, network, usersTable }) => !dax.enabled || (network.enabled && usersTable.enabled), {
    path: ["dax", "enabled"],
    message: "a cluster needs the table that it caches, and a network: enable usersTable and network too",
  })
  .refine(({ valkeyCache, network, usersTable }) => !valkeyCache.enabled || (network.enabled && usersTable.enabled), {
    path: ["valkeyCache", "enabled"],
    message: "the cache is in a network, in front of a table: enable usersTable and network too",
  })
  .refine(({ database, network }) => !database.enabled || network.enabled, {
    path: ["database", "enabled"],
    message:
      "the database is in a network: enable network too, with secretsmanager among its interfaceEndpoints, or nat",
  })
  .refine(({ database, network }) => !database.enabled || reaches(network, InterfaceService.SecretsManager), {
    path: ["network", "interfaceEndpoints"],
    message: "the migrations of the database read a secret: add secretsmanager to them, or set network.nat",
  })
  .refine(
    ({ database, network }) => !database.enabled || !database.announce || reaches(network, InterfaceService.Lambda),
    {
      path: ["network", "interfaceEndpoints"],
      message: "the database calls a function (database.announce): add lambda to them, or set network.nat",
    },
  );

/** Whether what is in the network gets to a service. Without a network that is another rule's to tell. */
function reaches({ enabled, nat, interfaceEndpoints }: z.infer<typeof networkKeys.network>, service: InterfaceService) {
  return !enabled || nat !== Nat.None || interfaceEndpoints.includes(service);
}

/** Who may call the users API: the users of the pool where there is one, unless a stack says otherwise. */
const completed = schema
  .refine(({ usersApi, userPool }) => userPool.enabled || (usersApi.authorizer ?? IAM) === IAM, {
    path: ["usersApi", "authorizer"],
    message: "nobody has a token without the user pool: take iam, or set userPool.enabled to true",
  })
  .transform(({ usersApi, ...config }) => {
    const authorizer = usersApi.authorizer ?? (config.userPool.enabled ? TokenJudge.ApiGateway : IAM);
    return { ...config, usersApi: { ...usersApi, authorizer } };
  });

/** The stack's configuration, complete and checked. */
export type Config = Omit<z.infer<typeof completed>, "architecture"> & {
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
  const result = completed.safeParse(given);
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
