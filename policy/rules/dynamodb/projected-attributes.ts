import { limits } from "../../../limits";
import { elements, limitRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { globalIndexes, localIndexes } from "./indexes";

export const projectedAttributesRule = limitRule({
  id: "dynamodb-projected-attributes",
  limit: limits.dynamodb.projectedAttributes,
  fix: "Project ALL attributes, or fewer of them; or make fewer indexes.",
  type: types.table,
  measure(table) {
    const lists = [...globalIndexes(table), ...localIndexes(table)].map((index) => index.at("nonKeyAttributes"));
    const counts = lists.map((list) => elements.of(list));
    const isOpen =
      counts.some(({ state }) => state === "unknown") ||
      ["globalSecondaryIndexes", "localSecondaryIndexes"].some((name) => table.get(name).any().state === "unknown");
    return {
      what: "number of projected attributes of all indexes",
      used: { state: "known", value: counts.reduce((sum, each) => sum + (each.state === "known" ? each.value : 0), 0) },
      missing: isOpen ? "nonKeyAttributes" : undefined,
    };
  },
});
