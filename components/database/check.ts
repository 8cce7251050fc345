import { limits } from "../../limits";
import { databaseStorageGb } from "../../limits/bounds";
import { dailyMinutes, parseDailyWindow } from "../../limits/windows";
import { type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { type DatabaseArgs, databaseDefaults, DatabaseKind, isAurora, MASTER_USER } from "./args";
import { instanceMemoryGib } from "./budget";

/** Whether an SQL name needs no quotes. */
export const isPlainName = (name: string): boolean => /^[a-z_][a-z0-9_]{0,31}$/.test(name);

/** Whether functions may use a user name: it needs no quotes, and neither the engine nor RDS reserves it. */
export const isUserName = (name: string): boolean =>
  isPlainName(name) && !/^(rds|pg_|public$)/.test(name) && name !== MASTER_USER;
export const userNameRule =
  "give lowercase letters, digits and underscores, at most 32; functions cannot use names that RDS and PostgreSQL reserve, nor the first user's";

/** Names in RDS: letters, digits and single hyphens. */
const NAME = /^[a-z](-?[a-z0-9])*$/;
const NAME_LENGTH = 60;
const MOST_INSTANCES = {
  [DatabaseKind.AuroraPostgresql]: 3,
  [DatabaseKind.AuroraMysql]: 3,
  [DatabaseKind.Postgresql]: 2,
};
const autoPause = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html";

/** Problems with a database's arguments, name and network. */
export function databaseArgsProblems(name: string, physicalName: string, args: DatabaseArgs): Problem[] {
  const { network, instances = databaseDefaults.instances } = args;
  return new Problems()
    .that(
      NAME.test(physicalName) && physicalName.length <= NAME_LENGTH,
      "name",
      name,
      `the database's would be ${physicalName}: RDS allows ${NAME_LENGTH} lowercase letters, digits and hyphens, a letter first`,
    )
    .that(
      network.zones >= limits.rds.proxySubnets.min,
      "network",
      network.name,
      `it has ${network.zones} zone, and a proxy needs two or more: give the network zones 2 (${limits.rds.proxySubnets.page})`,
    )
    .that(
      instances <= network.zones,
      "instances",
      instances,
      `${network.name} has ${network.zones} zones: each instance needs its own`,
    )
    .all(databaseProblems(args)).list;
}

/** Problems with a database's arguments, except its network. */
export function databaseProblems(given: Omit<DatabaseArgs, "network">): Problem[] {
  const args = withDefaults(databaseDefaults, given);
  const { kind, instances, databaseName } = args;
  const kinds = Object.values(DatabaseKind);
  const most = MOST_INSTANCES[kind] ?? 3;
  const backups = isAurora(kind) ? limits.rds.clusterBackupDays : limits.rds.instanceBackupDays;
  const window = parseDailyWindow(args.backupWindow ?? "");
  const problems = new Problems()
    .that(kinds.includes(kind), "kind", kind, `give one of ${kinds.join(", ")}`)
    .that(
      /^[a-z]\w{0,62}$/i.test(databaseName) && !["mysql", "postgres", "rdsadmin"].includes(databaseName.toLowerCase()),
      "databaseName",
      databaseName,
      "give letters, digits and underscores, a letter first, at most 63, and no name that the engine reserves",
    )
    .that(
      Number.isInteger(instances) && instances >= 1 && instances <= most,
      "instances",
      instances,
      `give a whole number of instances from 1 to ${most} for ${kind}`,
    )
    .range("proxyConnectionsPercent", args.proxyConnectionsPercent, limits.rds.proxyConnections)
    .range("backupDays", args.backupDays, backups)
    .range("logRetentionDays", args.logRetentionDays, limits.logs.retentionDays)
    .that(
      args.backupWindow === undefined || (window !== undefined && dailyMinutes(window) >= 30),
      "backupWindow",
      args.backupWindow,
      "give two times of day in UTC, half an hour apart or more, such as 03:00-04:00",
    );
  if (isAurora(kind)) checkCapacity(problems, args, given);
  else checkInstance(problems, args, given);
  return problems.list;
}

function checkCapacity(
  check: Problems,
  { minCapacity, maxCapacity }: typeof databaseDefaults,
  given: Omit<DatabaseArgs, "network">,
): void {
  const { max, page } = limits.rds.serverlessCapacity;
  const half = (value: number): boolean => Number.isInteger(value * 2) && value <= max;
  check
    .that(
      half(minCapacity) && minCapacity >= 0.5,
      "minCapacity",
      minCapacity,
      `give 0.5 to ${max} ACU in halves (${page}); with 0 it would never pause, since the proxy keeps connections (${autoPause})`,
    )
    .that(
      half(maxCapacity) && maxCapacity >= 1,
      "maxCapacity",
      maxCapacity,
      `AWS allows 1 to ${max} ACU in halves (${page})`,
    )
    .that(maxCapacity >= minCapacity, "maxCapacity", maxCapacity, `it is less than minCapacity, ${minCapacity}`);
  for (const property of ["instanceClass", "storageGb", "maxStorageGb"] as const) {
    check.that(
      given[property] === undefined,
      property,
      given[property],
      `it is only for kind ${DatabaseKind.Postgresql}`,
    );
  }
}

function checkInstance(check: Problems, args: typeof databaseDefaults, given: Omit<DatabaseArgs, "network">): void {
  const { instanceClass, storageGb, maxStorageGb } = args;
  check
    .that(
      instanceMemoryGib(instanceClass) !== undefined,
      "instanceClass",
      instanceClass,
      "give a class of db.t4g (micro to 2xlarge), db.m7g, db.m8g, db.r7g or db.r8g (large to 16xlarge)",
    )
    .bounds("storageGb", storageGb, databaseStorageGb, "GB")
    .bounds("maxStorageGb", maxStorageGb, databaseStorageGb, "GB")
    .that(
      maxStorageGb >= Math.ceil((storageGb * 11) / 10),
      "maxStorageGb",
      maxStorageGb,
      `AWS asks for 10 % more than storageGb: give ${Math.ceil((storageGb * 11) / 10)} or more`,
    );
  for (const property of ["minCapacity", "maxCapacity"] as const) {
    check.that(
      given[property] === undefined,
      property,
      given[property],
      "it is only for Aurora; give an instanceClass",
    );
  }
}
