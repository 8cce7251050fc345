import { z } from "zod";
import { readThroughDefaults, serverlessCacheDefaults } from "../../components";
import { type Problem, Problems } from "../../components/core/check";
import { readThroughProblems } from "../../components/patterns/readThroughItems";
import { serverlessCacheProblems } from "../../components/cache/serverlessCacheCheck";
import { offByDefault, type SettingsOf } from "../area";
import { underKey } from "../config/problems";
import { type DataSettings } from "../data/settings";
import { type NetworkSettings } from "../network/settings";

/** A cache in the network, and a function that reads the table of users through it. */
export const cacheSettings = {
  valkeyCache: offByDefault({
    maxStorageGb: z.int().default(serverlessCacheDefaults.maxStorageGb),
    maxEcpuPerSecond: z.int().default(serverlessCacheDefaults.maxEcpuPerSecond),
    snapshotDays: z.int().default(serverlessCacheDefaults.snapshotDays),
    ttlSeconds: z.int().default(readThroughDefaults.ttlSeconds),
    missingTtlSeconds: z.int().default(readThroughDefaults.missingTtlSeconds),
  }),
};

export function cacheProblems({
  valkeyCache,
  network,
  usersTable,
}: SettingsOf<typeof cacheSettings> & NetworkSettings & DataSettings): Problem[] {
  return new Problems()
    .all(underKey("valkeyCache", [...serverlessCacheProblems(valkeyCache), ...readThroughProblems(valkeyCache)]))
    .that(
      !valkeyCache.enabled || (network.enabled && usersTable.enabled),
      "valkeyCache.enabled",
      true,
      "the cache needs a network and the table that it caches: enable network and usersTable too",
    ).list;
}
