import { isObject, oneOrMore } from "../../frame/plain";
import { type FormatFault, documentFormat, jsonFormat, textFormat, written } from "./format";

/** Any JSON document. */
export const json = jsonFormat(() => []);

/** A JSON object. */
export const jsonObject = jsonFormat((value) => (isObject(value) ? [] : [{ takes: "a JSON object" }]));

const dialects = ["array", "boolean", "integer", "null", "number", "object", "string"];

/** Every schema in a model of API Gateway: JSON Schema draft 4 without what API Gateway leaves out. */
export const apiModel = jsonFormat((root) => {
  const faults: FormatFault[] = [];
  const walk = (schema: unknown, at: string): void => {
    if (!isObject(schema)) return;
    for (const type of oneOrMore(schema["type"])) {
      if (typeof type === "string" && dialects.includes(type)) continue;
      faults.push({ at: `${at}type`, is: `is ${String(type)}`, takes: `one of ${dialects.join(", ")}` });
    }
    for (const key of ["properties", "definitions", "patternProperties"]) {
      const each = schema[key];
      if (isObject(each)) for (const [name, value] of Object.entries(each)) walk(value, `${at}${key}.${name}.`);
    }
    for (const key of ["items", "allOf", "anyOf", "oneOf", "not", "additionalProperties"]) {
      for (const value of oneOrMore(schema[key])) walk(value, `${at}${key}.`);
    }
  };
  walk(root, "");
  return faults;
});

const attributeTypes = ["S", "N", "B", "SS", "NS", "BS", "M", "L", "NULL", "BOOL"];

/** An item of DynamoDB, each attribute with its type. */
export const dynamodbItem = jsonFormat((item) => {
  if (!isObject(item)) return [{ takes: "a JSON object of attributes" }];
  return Object.entries(item).flatMap(([name, value]): FormatFault[] => {
    const [type = "", ...more] = isObject(value) ? Object.keys(value) : [];
    return more.length === 0 && attributeTypes.includes(type)
      ? []
      : [
          {
            at: name,
            is: `is ${JSON.stringify(value)}`,
            takes: `{"S": "…"} or another of ${attributeTypes.join(", ")}`,
          },
        ];
  });
});

/** OpenAPI 2 or 3.0, in JSON or YAML. */
export const openApi = documentFormat((body) => {
  if (!isObject(body)) return [{ takes: "an OpenAPI document" }];
  const { swagger, openapi, paths } = body;
  if (swagger === undefined && openapi === undefined)
    return [{ at: "openapi", is: "is not set", takes: 'openapi "3.0.x" or swagger "2.0"' }];
  if (swagger !== undefined && swagger !== "2.0")
    return [{ at: "swagger", is: `is ${written(swagger)}`, takes: '"2.0"' }];
  if (openapi !== undefined && !/^3\.0\.\d+$/.test(written(openapi)))
    return [{ at: "openapi", is: `is ${written(openapi)}`, takes: "3.0.x" }];
  return Object.keys(isObject(paths) ? paths : {})
    .filter((key) => !key.startsWith("/") && !key.startsWith("x-"))
    .map((key) => ({ at: "paths", is: `has ${key}`, takes: "paths that begin with a slash" }));
});

/** A Java regular expression: only its brackets can be checked here. */
export const javaPattern = textFormat((text) => {
  const open: string[] = [];
  for (const [sign] of text.replace(/\\./g, "").matchAll(/[()[\]]/g)) {
    const isInClass = open.at(-1) === "[";
    if (sign === "]" ? isInClass : sign === ")" && !isInClass) {
      if (open.pop() === undefined) return { takes: "a regular expression whose brackets are closed" };
    } else if (!isInClass && sign !== "]") open.push(sign);
  }
  return open.length > 0 ? { takes: "a regular expression whose brackets are closed" } : undefined;
});
