import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { checkLimit } from "../../frame/range";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict } from "../../frame/rule";
import { replicas } from "./indexes";

export const dynamodbStrongConsistency: ResourceRule = {
  scope: "resource",
  type: types.table,
  id: "dynamodb-strong-consistency",
  title: "A strongly consistent global table is in exactly 3 Regions, its witness included",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL10-BP01")],
  fix: "Give two replicas, or one replica and a globalTableWitness; all with consistencyMode STRONG.",
  page: limits.dynamodb.strongConsistencyRegions.page,
  limit: limits.dynamodb.strongConsistencyRegions,
  check(table): Verdict {
    const modes = replicas(table).map((replica) => replica.at("consistencyMode").text());
    if (modes.some(({ state }) => state === "unknown" || state === "malformed")) {
      return notEvaluated(table, "consistencyMode of its replicas");
    }
    if (!modes.some((mode) => mode.state === "known" && mode.value === "STRONG")) return holds;
    const witness = table.get("globalTableWitness", "regionName").any().state === "absent" ? 0 : 1;
    const { strongConsistencyRegions } = limits.dynamodb;
    const regions = { state: "known", value: 1 + modes.length + witness } as const;
    return checkLimit(table, "number of Regions of a strongly consistent table", regions, strongConsistencyRegions);
  },
};
