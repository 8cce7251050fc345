import { type Graph } from "../../frame/graph";
import { type Limit } from "../../../limits";
import { stackLimitRule } from "../../frame/range";
import { type Resource, types } from "../../frame/resource";
import { type StackRule } from "../../frame/rule";
import { capacities, type Dimension } from "./capacity";

/** The tables of each Region. */
function byRegion(stack: Graph): readonly (readonly Resource[])[] {
  const regions = new Map<string, Resource[]>();
  for (const table of stack.ofType(types.table)) {
    regions.set(table.place, [...(regions.get(table.place) ?? []), table]);
  }
  return [...regions.values()];
}

/** A rule that the tables of a Region, with their indexes, ask for no more of one dimension than an account has. */
export function accountCapacityRule(id: string, dimension: Dimension, limit: Limit): StackRule {
  return stackLimitRule({
    id,
    limit,
    fix: `Use on-demand capacity, or have the quota raised and set limits["${limit.id}"] in the pack's configuration.`,
    measure: (stack) =>
      byRegion(stack).map((tables) => {
        const readings = tables.flatMap((table) => capacities(table, dimension)).map((capacity) => capacity.number());
        const sum = readings.reduce((total, reading) => total + (reading.state === "known" ? reading.value : 0), 0);
        const open = readings.some(({ state }) => state === "unknown" || state === "malformed");
        return {
          resource: undefined,
          what: `sum of ${dimension} over ${tables.length} tables of a Region`,
          used: { state: "known", value: sum },
          missing: open ? `${dimension} of all tables` : undefined,
        };
      }),
  });
}
