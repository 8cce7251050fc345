import { wellArchitected } from "../../frame/controls";
import { type Property, type Reading } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";
import { globalIndexes, localIndexes } from "./indexes";

/** A key of the table or of one of its indexes: where it stands, and the attribute that it names. */
export type Key = readonly [where: string, attribute: Reading<string>];

/** The keys of a table and of its indexes. */
export function readKeys(table: Resource): readonly Key[] {
  const properties = [
    table.get("hashKey"),
    table.get("rangeKey"),
    ...globalIndexes(table).flatMap((index) => [
      index.at("hashKey"),
      index.at("rangeKey"),
      ...schema(index).map((element) => element.at("attributeName")),
    ]),
    ...localIndexes(table).map((index) => index.at("rangeKey")),
  ];
  return properties
    .map((property): Key => [property.name, property.text()])
    .filter(([, key]) => key.state !== "absent");
}

function schema(index: Property): readonly Property[] {
  const list = index.at("keySchemas").list();
  return list.state === "known" ? list.value : [];
}

export const dynamodbKeys: ResourceRule = {
  scope: "resource",
  type: types.table,
  id: "dynamodb-keys",
  title: "A table declares the attributes of its keys, and no others",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Declare each key in attributes with its type (S, N or B), and nothing else: items may have any other attribute.",
  page: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeDefinition.html",
  check(table): Verdict {
    const attributes = table.get("attributes").list();
    if (attributes.state === "absent") return holds;
    if (attributes.state !== "known") return notEvaluated(table, "attributes");
    const names = attributes.value.map((each) => each.at("name").text());
    const keys = readKeys(table);
    const lists = ["globalSecondaryIndexes", "localSecondaryIndexes"].map((list) => table.get(list).any());
    const readings = [...names, ...keys.map(([, key]) => key), ...lists];
    if (readings.some(({ state }) => state === "unknown" || state === "malformed")) {
      return notEvaluated(table, "keys and attributes");
    }
    const declared = names.flatMap((name) => (name.state === "known" ? [name.value] : []));
    const used = keys.flatMap(([where, key]) => (key.state === "known" ? [[where, key.value] as const] : []));
    const undeclared = used.filter(([, key]) => !declared.includes(key));
    const idle = declared.filter((name) => !used.some(([, key]) => key === name));
    return [
      ...undeclared.flatMap(([where, key]) => violated(table, `${where} is ${key}, which attributes does not declare`)),
      ...idle.flatMap((name) => violated(table, `attributes declares ${name}, which is a key of nothing`)),
    ];
  },
};
