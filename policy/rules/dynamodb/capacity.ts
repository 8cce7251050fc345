import { wellArchitected } from "../../frame/controls";
import { type Limit } from "../../../limits";
import { checkLimit } from "../../frame/range";
import { type Resource, types } from "../../frame/resource";
import { type ResourceRule, type Usage } from "../../frame/rule";
import { globalIndexes, isProvisioned } from "./indexes";

/** What a table has capacity for. */
export type Dimension = "readCapacity" | "writeCapacity";

/** The capacity of a provisioned table and of each of its global indexes. */
export function capacities(table: Resource, dimension: Dimension) {
  if (!isProvisioned(table)) return [];
  return [table.get(dimension), ...globalIndexes(table).map((index) => index.at(dimension))];
}

/** A rule that one dimension of the capacity of a table, and of each global index, is within what AWS gives. */
export function capacityRule(id: string, dimension: Dimension, limit: Limit): ResourceRule {
  return {
    scope: "resource",
    id,
    title: `${limit.title} is 1 to 40,000 by default`,
    severity: "high",
    level: "mandatory",
    ground: "refused",
    controls: [wellArchitected("REL01-BP01")],
    fix: `Use on-demand capacity, or have the quota raised and set limits["${limit.id}"] in the pack's configuration.`,
    page: limit.page,
    limit,
    type: types.table,
    check: (table, context) =>
      capacities(table, dimension).flatMap((capacity) =>
        checkLimit(table, capacity.name, capacity.number(), context.limit(limit)),
      ),
    usage: (table) =>
      capacities(table, dimension).flatMap((capacity): readonly Usage[] => {
        const used = capacity.number();
        return used.state === "known" ? [{ resource: table, limit, used: used.value }] : [];
      }),
  };
}
