import type * as graphql from "graphql";
import { type Graph } from "../frame/graph";
import { type Resource } from "../frame/resource";
import { nodeRequire } from "./formats/format";
import { type Join, refuse, text } from "./join";
import { isObject, isUnknown, list, plainProperties } from "../frame/plain";

const api = "aws:appsync/graphQLApi:GraphQLApi";
const dataSource = "aws:appsync/dataSource:DataSource";

const readTexts = (value: unknown, key: string): readonly string[] =>
  list(value).flatMap((each) => {
    const found = isObject(each) ? each[key] : undefined;
    return typeof found === "string" && !isUnknown(found) ? [found] : [];
  });

/** Modes of which an API may have several providers. */
const repeatable = ["AMAZON_COGNITO_USER_POOLS", "OPENID_CONNECT"];

/** Each other mode stands once, in the API's own provider or in a further one. */
export const authenticationTypes: Join = (resource, found) => {
  const { authenticationType: own, additionalAuthenticationProviders: further } = plainProperties(resource);
  const all = [
    ...(typeof own === "string" && !isUnknown(own) ? [own] : []),
    ...readTexts(further, "authenticationType"),
  ];
  const twice = all.find((mode, index) => !repeatable.includes(mode) && all.indexOf(mode) !== index);
  if (twice === undefined) return;
  const is = `has ${twice} a second time`;
  refuse(found, {
    path: "additionalAuthenticationProviders",
    is,
    takes: "each mode once",
    fix: `Remove one of ${twice}.`,
  });
};

/** Whether two resources are of one API: that of the program, or one that both name by the same id. */
function areOfOneApi(a: Resource, b: Resource, stack: Graph): boolean {
  const [first, second] = [a.get("apiId").text(), b.get("apiId").text()];
  if (first.state === "known" && second.state === "known") return first.value === second.value;
  const [own] = stack.resolve(b, b.get("apiId"), api);
  return own !== undefined && stack.resolve(a, a.get("apiId"), api).includes(own);
}

/** Requests are handed over in batches to functions alone. */
export const batches: Join = (resource, found, stack) => {
  const size = resource.get("maxBatchSize").number();
  const name = text(resource, "dataSource", found);
  if (!stack || name === undefined || size.state !== "known" || size.value < 1) return;
  for (const source of stack.ofType(dataSource)) {
    const [called, type] = [source.get("name").text(), source.get("type").text()];
    const isNamed = called.state === "known" && called.value === name;
    if (!isNamed || !areOfOneApi(source, resource, stack)) continue;
    if (type.state !== "known" || type.value === "AWS_LAMBDA") continue;
    const is = `is ${size.value} and the type of ${source.label} is ${type.value}`;
    refuse(found, { path: "maxBatchSize", is, takes: "a data source of AWS_LAMBDA", fix: "Remove maxBatchSize." });
  }
};

const fieldsBySchema = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** The fields of each object type of a schema; none where the text is no schema. */
function readFields(schema: string): ReadonlyMap<string, readonly string[]> {
  const before = fieldsBySchema.get(schema);
  if (before) return before;
  const { parse } = nodeRequire("graphql") as typeof graphql;
  const fields = new Map<string, readonly string[]>();
  try {
    for (const each of parse(schema).definitions) {
      if (!("fields" in each) || !/^ObjectType/.test(each.kind)) continue;
      const own = (each.fields ?? []).map(({ name }) => name.value);
      fields.set(each.name.value, [...(fields.get(each.name.value) ?? []), ...own]);
    }
  } catch {
    // What is wrong with the schema is said of the API.
  }
  fieldsBySchema.set(schema, fields);
  return fields;
}

/** A resolver is of a field that the schema of its API has. */
export const resolverField: Join = (resource, found, stack) => {
  const [own] = stack?.resolve(resource, resource.get("apiId"), api) ?? [];
  const [type, field] = [text(resource, "type", found), text(resource, "field", found)];
  // Types can be added to a schema one by one.
  if (!stack || !own || type === undefined || field === undefined || stack.ofType("aws:appsync/type:Type").length > 0)
    return;
  const schema = text(own, "schema", found);
  if (schema === undefined) return;
  const fields = readFields(schema);
  if (fields.size === 0 || fields.get(type)?.includes(field)) return;
  const known = fields.get(type);
  const path = known ? "field" : "type";
  const takes = known ? `a field of ${type}: ${known.slice(0, 10).join(", ")}` : `a type of the schema of ${own.label}`;
  refuse(found, { path, is: `is ${known ? field : type}`, takes, fix: `Set ${path} to ${takes}.` });
};

/** The modes of a namespace are those of its API. */
export const namespaceModes: Join = (resource, found, stack) => {
  const [own] = stack?.resolve(resource, resource.get("apiId"), "aws:appsync/api:Api") ?? [];
  const config = own && plainProperties(own)["eventConfig"];
  if (!own || !isObject(config)) return;
  const known = readTexts(config["authProviders"], "authType");
  if (known.length < list(config["authProviders"]).length || known.length === 0) return;
  const properties = plainProperties(resource);
  for (const path of ["publishAuthModes", "subscribeAuthModes"]) {
    const odd = readTexts(properties[path], "authType").find((mode) => !known.includes(mode));
    if (odd === undefined) continue;
    const takes = `the authProviders of ${own.label}: ${known.join(", ")}`;
    refuse(found, { path, is: `has ${odd}`, takes, fix: `Remove ${odd}, or add it to the API.` });
  }
};
