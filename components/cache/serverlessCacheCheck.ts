import { limits } from "../../limits";
import { type Problem, Problems } from "../core/check";
import { type ServerlessCacheArgs, serverlessCacheDefaults } from "./serverlessCacheArgs";

const NAME = /^[a-z](-?[a-z0-9])*$/;

/**
 * Problems with a cache's arguments and name.
 * @param physicalName the name that the cache, its user and its user group get
 */
export function serverlessCacheArgsProblems(name: string, physicalName: string, args: ServerlessCacheArgs): Problem[] {
  const { nameLength } = limits.elasticache;
  return new Problems()
    .that(
      NAME.test(physicalName) && physicalName.length <= nameLength.max,
      "name",
      name,
      `the cache's would be ${physicalName}: ElastiCache allows ${nameLength.max} lowercase letters, digits and hyphens, ` +
        "a letter first and no hyphen last or twice",
    )
    .all(serverlessCacheProblems(args)).list;
}

/** Problems with a cache's arguments, except its network. */
export function serverlessCacheProblems(args: Omit<ServerlessCacheArgs, "network">): Problem[] {
  const { storageGb, ecpuPerSecond, snapshotDays } = limits.elasticache;
  const { snapshotTime } = args;
  return new Problems()
    .range("maxStorageGb", args.maxStorageGb, storageGb)
    .range("maxEcpuPerSecond", args.maxEcpuPerSecond, ecpuPerSecond)
    .range("snapshotDays", args.snapshotDays, snapshotDays)
    .that(
      snapshotTime === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(snapshotTime),
      "snapshotTime",
      snapshotTime,
      "give a time of day in UTC such as 04:30",
    )
    .that(
      snapshotTime === undefined || (args.snapshotDays ?? serverlessCacheDefaults.snapshotDays) > 0,
      "snapshotTime",
      snapshotTime,
      "there are no snapshots without snapshotDays",
    ).list;
}
