import { limits } from "../../limits";
import { parseWeeklyWindow } from "../../limits/windows";
import { type Problem, Problems } from "../core/check";
import { type DaxClusterArgs, DaxNodeType } from "./daxArgs";

const CLUSTER_NAME = /^[a-z](-?[a-z0-9])*$/i;

/**
 * Problems with a cluster's arguments, name and network.
 * @param physicalName the name that the cluster gets
 */
export function daxArgsProblems(name: string, physicalName: string, args: DaxClusterArgs): Problem[] {
  const { tables } = args;
  return new Problems()
    .that(
      CLUSTER_NAME.test(physicalName) && physicalName.length <= limits.dax.clusterNameLength.max,
      "name",
      name,
      `the cluster's would be ${physicalName}: DAX allows ${limits.dax.clusterNameLength.max} letters, digits and ` +
        "hyphens, a letter first and no hyphen last or twice",
    )
    .that(tables.length > 0, "tables", tables.length, "name one or more tables")
    .all(daxProblems(args)).list;
}

/** The most seconds that DAX keeps an item: it stores milliseconds in 32 bits. */
const TTL = { min: 0, max: Math.floor((2 ** 31 - 1) / 1_000) };

/** Problems with a cluster's arguments, except its network and its tables. */
export function daxProblems(args: Omit<DaxClusterArgs, "network" | "tables">): Problem[] {
  const { nodeType, nodes, itemTtlSeconds, queryTtlSeconds, maintenanceWindow: window } = args;
  const types = Object.values(DaxNodeType);
  const problems = new Problems()
    .range("nodes", nodes, limits.dax.nodes)
    .that(nodeType === undefined || types.includes(nodeType), "nodeType", nodeType, `DAX has ${types.join(", ")}`)
    .that(
      window === undefined || parseWeeklyWindow(window) !== undefined,
      "maintenanceWindow",
      window,
      "give a time in a week such as sun:05:00-sun:06:00",
    );
  for (const [property, value] of Object.entries({ itemTtlSeconds, queryTtlSeconds })) {
    if (value !== undefined) problems.bounds(property, value, TTL, "seconds");
  }
  return problems.list;
}
