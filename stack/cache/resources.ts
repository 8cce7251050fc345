import { ReadThroughItems, ServerlessCache } from "../../components";
import { type SettingsOf, type Stack } from "../area";
import { data } from "../data";
import { network as networkArea } from "../network";
import { type cacheSettings } from "./settings";

export function cacheResources({ valkeyCache: settings }: SettingsOf<typeof cacheSettings>, stack: Stack) {
  const { shared } = stack;
  const { network } = stack.use(networkArea);
  const { users } = stack.use(data);
  const { enabled, maxStorageGb, maxEcpuPerSecond, snapshotDays, ttlSeconds, missingTtlSeconds } = settings;
  const cache =
    network && users && enabled
      ? new ServerlessCache("valkey", { network, maxStorageGb, maxEcpuPerSecond, snapshotDays, alarms: shared.alarms })
      : undefined;
  const reader =
    network && users && cache
      ? new ReadThroughItems("valkey-users", { ...shared, network, cache, table: users, ttlSeconds, missingTtlSeconds })
      : undefined;
  return {
    functions: [reader?.function],
    outputs: { valkeyEndpoint: cache?.endpoint, valkeyUsersFunction: reader?.function.functionName },
  };
}
