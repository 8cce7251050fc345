import { isDeep } from "./formats/format";
import { type Join, refuse } from "./join";
import { isUnknown, list, member, plainProperties } from "../frame/plain";

/** Whether something in a value is not known yet. */
const isOpen = (value: unknown): boolean =>
  isUnknown(value) || (typeof value === "object" && value !== null && Object.values(value).some(isOpen));

/** The attributes of a table are its keys and those of its indexes. */
export const tableKeys: Join = (table, found) => {
  const { attributes, hashKey, rangeKey, globalSecondaryIndexes, localSecondaryIndexes } = plainProperties(table);
  const indexes = [...list(globalSecondaryIndexes), ...list(localSecondaryIndexes)];
  const everything = [attributes, hashKey, rangeKey, globalSecondaryIndexes, localSecondaryIndexes];
  // A replica or a restored table has the keys of another one.
  if (everything.some((each) => isDeep(each) || isOpen(each)) || list(attributes).length === 0 || hashKey === undefined)
    return;
  const defined = list(attributes).map((each) => member(each, "name"));
  const schemas = indexes.flatMap((each) =>
    list(member(each, "keySchemas")).map((key) => member(key, "attributeName")),
  );
  const keys = [
    hashKey,
    rangeKey,
    ...indexes.flatMap((each) => [member(each, "hashKey"), member(each, "rangeKey")]),
    ...schemas,
  ];
  const used = keys.filter((key): key is string => typeof key === "string" && key !== "");
  const missing = used.find((key) => !defined.includes(key));
  if (missing !== undefined) {
    const is = `does not have the key ${missing}`;
    refuse(found, { path: "attributes", is, takes: "every key", fix: `Add ${missing} to attributes.` });
  }
  const spare = defined.find((name): name is string => typeof name === "string" && !used.includes(name));
  if (spare !== undefined) {
    const is = `has ${spare}, which is no key`;
    refuse(found, {
      path: "attributes",
      is,
      takes: "keys of the table and of its indexes alone",
      fix: `Remove ${spare}.`,
    });
  }
};

const mostProjected = 100;

/** What the indexes of a table project, one attribute as often as indexes have it. */
export const projected: Join = (table, found) => {
  const { globalSecondaryIndexes, localSecondaryIndexes } = plainProperties(table);
  const indexes = [...list(globalSecondaryIndexes), ...list(localSecondaryIndexes)];
  const count = indexes.reduce<number>((sum, each) => sum + list(member(each, "nonKeyAttributes")).length, 0);
  if (count <= mostProjected) return;
  const is = `projects ${count} attributes with all indexes`;
  const path = list(globalSecondaryIndexes).length > 0 ? "globalSecondaryIndexes" : "localSecondaryIndexes";
  refuse(found, { path, is, takes: `at most ${mostProjected}`, fix: "Project fewer attributes, or ALL." });
};

/** The key of a replica lies where the replica is. */
export const replicaKeys: Join = (table, found) => {
  const { replicas } = plainProperties(table);
  list(replicas).forEach((replica, index) => {
    const [region, key] = [member(replica, "regionName"), member(replica, "kmsKeyArn")];
    if (typeof region !== "string" || typeof key !== "string" || isUnknown(region) || isUnknown(key)) return;
    const [prefix, , , own] = key.split(":");
    if (prefix !== "arn" || !own || own === region) return;
    const path = `replicas[${index}].kmsKeyArn`;
    refuse(found, {
      path,
      is: `is a key of ${own}`,
      takes: `a key of ${region}`,
      fix: `Set ${path} to a key of ${region}.`,
    });
  });
};

const hashAfterRange = (keySchemas: unknown): number => {
  const kinds = list(keySchemas).map((key) => member(key, "keyType"));
  const range = kinds.indexOf("RANGE");
  return range === -1 ? -1 : kinds.indexOf("HASH", range);
};

/** The keys of an index in their order, of a table or by itself. */
export const keyOrder: Join = (resource, found) => {
  const { keySchemas, globalSecondaryIndexes } = plainProperties(resource);
  const all = [
    ["keySchemas", keySchemas] as const,
    ...list(globalSecondaryIndexes).map(
      (each, index) => [`globalSecondaryIndexes[${index}].keySchemas`, member(each, "keySchemas")] as const,
    ),
  ];
  for (const [at, keys] of all) {
    const place = hashAfterRange(keys);
    if (place === -1) continue;
    const path = `${at}[${place}].keyType`;
    refuse(found, { path, is: "is HASH after a RANGE", takes: "HASH before RANGE", fix: `Put ${at}[${place}] first.` });
  }
};

/** The sets of Regions in which replicas can be strongly consistent. */
const strongSets: readonly (readonly string[])[] = [
  ["us-east-1", "us-east-2", "us-west-2"],
  ["ap-northeast-1", "ap-northeast-2", "ap-northeast-3"],
  ["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"],
];

/** Replicas and the witness of a strongly consistent table lie in the set of its own Region. */
export const strongRegions: Join = (table, found) => {
  const { replicas, globalTableWitness } = plainProperties(table);
  const isStrong = list(replicas).some((each) => member(each, "consistencyMode") === "STRONG");
  const own = strongSets.find((set) => table.region !== undefined && set.includes(table.region));
  if (!isStrong || !own) return;
  const others: readonly (readonly [string, unknown])[] = [
    ...list(replicas).map((each, index) => [`replicas[${index}].regionName`, member(each, "regionName")] as const),
    ["globalTableWitness.regionName", member(globalTableWitness, "regionName")],
  ];
  for (const [path, region] of others) {
    if (typeof region !== "string" || isUnknown(region) || own.includes(region)) continue;
    const takes = `one of ${own.join(", ")}`;
    refuse(found, { path, is: `is ${region}`, takes, fix: `Set ${path} to ${takes}.` });
  }
};
