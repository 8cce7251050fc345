import { PrivateNetwork, ReadThroughItems, ServerlessCache, type Table } from "../components";
import { type Config } from "../config";
import { type Shared } from "./area";

/** The private network that caches and databases are in. */
export function privateNetwork({ network, logRetentionDays }: Config): PrivateNetwork | undefined {
  return network.enabled
    ? new PrivateNetwork("network", { ...network, flowLogRetentionDays: logRetentionDays })
    : undefined;
}

/** A cache in the network, and a function that reads the table of users through it. */
export function valkeyCache(
  { valkeyCache: settings }: Config,
  shared: Shared,
  { network, users }: { network: PrivateNetwork | undefined; users: Table | undefined },
) {
  const { enabled, maxStorageGb, maxEcpuPerSecond, snapshotDays, ttlSeconds, missingTtlSeconds } = settings;
  const cache =
    network && users && enabled
      ? new ServerlessCache("valkey", { network, maxStorageGb, maxEcpuPerSecond, snapshotDays, alarms: shared.alarms })
      : undefined;
  const reader =
    network && users && cache
      ? new ReadThroughItems("valkey-users", { ...shared, network, cache, table: users, ttlSeconds, missingTtlSeconds })
      : undefined;
  return { cache, reader, functions: [reader?.function] };
}
