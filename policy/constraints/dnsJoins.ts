import { type Graph } from "../frame/graph";
import { isGiven, isUnknown, list, member, plainProperties } from "../frame/plain";
import { type Resource } from "../frame/resource";
import { type Join, refuse } from "./join";

export const zoneType = "aws:route53/zone:Zone";

/** What stands for the owner of a resource: that of the program, or the id by which it is named. */
export function owner(of: Resource, property: string, type: string, stack: Graph): string | undefined {
  const [own] = stack.resolve(of, of.get(property), type);
  if (own) return own.urn;
  const id = of.get(property).text();
  return id.state === "known" ? id.value : undefined;
}

/** The resources of a type and an owner that come before one. */
export const before = (of: Resource, property: string, type: string, stack: Graph): readonly Resource[] => {
  const own = owner(of, property, type, stack);
  if (own === undefined) return [];
  return stack.ofType(of.type).filter((each) => each.urn < of.urn && owner(each, property, type, stack) === own);
};

/** A block of addresses is of one location of its collection. */
export const blockOfOneLocation: Join = (location, found, stack) => {
  if (!stack) return;
  const own = list(plainProperties(location)["cidrBlocks"]);
  for (const other of before(location, "cidrCollectionId", "aws:route53/cidrCollection:CidrCollection", stack)) {
    const shared = list(plainProperties(other)["cidrBlocks"]).find((block) => own.includes(block) && !isUnknown(block));
    if (typeof shared !== "string") continue;
    const is = `has ${shared}, as ${other.label} has`;
    refuse(found, { path: "cidrBlocks", is, takes: "blocks of one location", fix: "Remove it from one of them." });
  }
};

/** A name as Route 53 keeps it. */
const plain = (name: string): string => name.toLowerCase().replace(/\.$/, "");

/** The name of the zone of a record, where it is known. */
function zoneOf(record: Resource, stack: Graph): string | undefined {
  const [own] = stack.resolve(record, record.get("zoneId"), zoneType);
  const name = own?.get("name").text();
  return name?.state === "known" ? plain(name.value) : undefined;
}

/** The whole name of a record: the AWS provider ends it with that of its zone. */
export function nameOf(record: Resource, stack: Graph): string | undefined {
  const name = record.get("name").text();
  if (name.state !== "known") return undefined;
  const [own, zone] = [plain(name.value), zoneOf(record, stack)];
  if (zone === undefined || own === zone || own.endsWith(`.${zone}`)) return own;
  return own === "" ? zone : `${own}.${zone}`;
}

/** The ways in which one of several records is chosen. */
const ways = [
  "weightedRoutingPolicies",
  "latencyRoutingPolicies",
  "failoverRoutingPolicies",
  "geolocationRoutingPolicies",
  "geoproximityRoutingPolicy",
  "cidrRoutingPolicy",
  "multivalueAnswerRoutingPolicy",
];

/** Of latency and of place there is one record for each: where they are, by what says it. */
const places = ["latencyRoutingPolicies", "geolocationRoutingPolicies"];

type Values = Readonly<Record<string, unknown>>;

const isOpen = (values: Values): boolean => ways.some((way) => isUnknown(values[way]));
export const wayOf = (values: Values): string => ways.find((way) => isGiven(values[way])) ?? "no policy";

/** What two records of one name and type have that Route 53 does not take together. */
function clash(
  own: Values,
  other: Values,
): { readonly path: string; readonly is: string; readonly takes: string } | undefined {
  const [way, otherWay] = [wayOf(own), wayOf(other)];
  const path = ways.includes(way) ? way : "setIdentifier";
  if (way !== otherWay) return { path, is: `(${way}) differs from ${otherWay}`, takes: "one routing policy of a name" };
  const [first, second] = [own[way], other[way]].map((value) => JSON.stringify(value));
  if (places.includes(way) && first === second) return { path, is: `is ${first}`, takes: "one record of a place" };
  const collections = [own[way], other[way]].map((value) => member(value, "collectionId"));
  if (way === "cidrRoutingPolicy" && collections[0] !== collections[1] && !collections.some(isUnknown)) {
    return { path: `${path}.collectionId`, is: `is ${String(collections[0])}`, takes: "one collection of a name" };
  }
  const ttls = [own["ttl"], other["ttl"]];
  if (way !== "weightedRoutingPolicies" || ttls[0] === ttls[1] || ttls.some((ttl) => typeof ttl !== "number")) return;
  return { path: "ttl", is: `is ${String(ttls[0])} beside ${String(ttls[1])}`, takes: "one ttl of a name" };
}

/** Records of one name agree. */
export const recordsOfName: Join = (record, found, stack) => {
  if (!stack) return;
  const [own, name] = [plainProperties(record), nameOf(record, stack)];
  if (name === undefined || isOpen(own) || isUnknown(own["type"])) return;
  for (const other of before(record, "zoneId", zoneType, stack)) {
    const values = plainProperties(other);
    if (nameOf(other, stack) !== name || isOpen(values) || isUnknown(values["type"])) continue;
    const [type, otherType] = [String(own["type"]), String(values["type"])];
    if (type !== otherType) {
      if (![type, otherType].includes("CNAME")) continue;
      const is = `is ${type}, and ${other.label} is ${otherType} of the same name`;
      refuse(found, { path: "type", is, takes: "a CNAME record alone", fix: "Give one of them another name." });
      continue;
    }
    const odd = clash(own, values);
    if (!odd) continue;
    refuse(found, { ...odd, is: `${odd.is}, and ${other.label} has the same name`, fix: `Change ${odd.path} of one.` });
  }
};

/** What an alias to another name of its own zone leads to. */
export const aliasInZone: Join = (record, found, stack) => {
  const zone = stack && zoneOf(record, stack);
  if (!stack || zone === undefined) return;
  const [owned] = stack.resolve(record, record.get("zoneId"), zoneType);
  const own = nameOf(record, stack);
  const isCname = record.get("type").text();
  if (own === zone && isCname.state === "known" && isCname.value === "CNAME") {
    const takes = "an alias, or an A record";
    refuse(found, {
      path: "type",
      is: `is CNAME at ${zone}`,
      takes,
      fix: "Make it an alias, or name it below its zone.",
    });
  }
  const [to] = stack.resolve(record, record.get("aliases", 0, "zoneId"), zoneType);
  const name = record.get("aliases", 0, "name").text();
  if (!owned || to !== owned || name.state !== "known") return;
  const target = plain(name.value);
  const path = "aliases[0].name";
  if (target !== zone && !target.endsWith(`.${zone}`)) {
    refuse(found, { path, is: `is ${name.value}`, takes: `a name within ${zone}`, fix: `Name a record of ${zone}.` });
  }
  const led = stack.ofType(record.type).find((each) => {
    const type = each.get("type").text();
    return (
      zoneOf(each, stack) === zone && nameOf(each, stack) === target && type.state === "known" && type.value === "CNAME"
    );
  });
  if (own !== zone || !led) return;
  const takes = "a record that is no CNAME";
  refuse(found, { path, is: `is ${led.label}, a CNAME record`, takes, fix: "Name what that record leads to." });
};
