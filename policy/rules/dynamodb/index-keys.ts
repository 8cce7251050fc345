import { wellArchitected } from "../../frame/controls";
import { type Property, type Reading } from "../../frame/known";
import { limits } from "../../../limits";
import { checkLimit } from "../../frame/range";
import { types } from "../../frame/resource";
import { holds, type ResourceRule } from "../../frame/rule";
import { globalIndexes } from "./indexes";

/** How many attributes of one kind (HASH or RANGE) a key schema has. */
function keys(schema: Property, kind: string): Reading<number> {
  const list = schema.list();
  if (list.state !== "known") return list;
  const kinds = list.value.map((element) => element.at("keyType").text());
  if (kinds.some(({ state }) => state !== "known")) return { state: "unknown" };
  return { state: "known", value: kinds.filter((each) => each.state === "known" && each.value === kind).length };
}

export const dynamodbIndexKeys: ResourceRule = {
  scope: "resource",
  type: types.table,
  id: "dynamodb-index-keys",
  title: "A global index has 1 to 4 hash key attributes, and at most 4 range key attributes",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Give each index 1 to 4 HASH and up to 4 RANGE attributes; join further ones into one attribute.",
  page: limits.dynamodb.indexKeyAttributes.page,
  limit: limits.dynamodb.indexKeyAttributes,
  check: (table) =>
    globalIndexes(table).flatMap((index) => {
      const schema = index.at("keySchemas");
      if (schema.any().state === "absent") return holds;
      const limit = limits.dynamodb.indexKeyAttributes;
      return [
        ...checkLimit(table, `number of HASH keys in ${schema.name}`, keys(schema, "HASH"), limit),
        ...checkLimit(table, `number of RANGE keys in ${schema.name}`, keys(schema, "RANGE"), { ...limit, min: 0 }),
      ];
    }),
};
