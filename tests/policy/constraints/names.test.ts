import assert from "node:assert/strict";
import { findShape, typeSchema } from "../../../local/provider/schema/table";
import { type Kind, type SchemaProperties } from "../../../local/provider/schema/notation";
import { tables } from "../../../policy/constraints/tables";
import { isObject } from "../../../policy/frame/plain";
import { valueAt } from "./values";

/** Where a value has names that the SDK's types do not have. */
function strangers(value: unknown, kind: Kind, at: string): readonly string[] {
  if (Array.isArray(value))
    return kind.is === "list" ? value.flatMap((each) => strangers(each, kind.of, `${at}[]`)) : [];
  if (!isObject(value)) return [];
  if (kind.is === "map") return Object.values(value).flatMap((each) => strangers(each, kind.of, `${at}.*`));
  return kind.is === "shape" ? strangersIn(value, findShape(kind.name), at) : [];
}

function strangersIn(value: object, properties: SchemaProperties, at = ""): readonly string[] {
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    const place = at === "" ? name : `${at}.${name}`;
    const property = properties.get(name);
    return property ? strangers(each, property.kind, place) : [place];
  });
}

describe("the rows of what AWS takes", () => {
  it("name arguments that the SDK's types have, in their places and in their good and bad values", () => {
    const wrong = tables.flatMap(({ type, rows }) => {
      const schema = typeSchema(type);
      if (!schema) return [`${type}: the SDK has no such type`];
      return rows
        .filter(({ at }) => !at.includes("*"))
        .flatMap(({ at, good, bad }) =>
          [good, bad]
            .flatMap((value) => strangersIn(valueAt(at, value), schema.properties))
            .map((name) => `${type}: ${name}`),
        );
    });
    assert.deepEqual([...new Set(wrong)], []);
  });
});
