import { type Graph } from "../frame/graph";
import { type Resource } from "../frame/resource";
import { type Join, refuse, text } from "./join";

/** What stands for a resource that others name: the resource of the program, or the id. */
export const readId = (of: Resource, property: string): string | undefined => {
  const id = of.get(property).text();
  return id.state === "known" ? id.value : of.listSources(property)[0];
};

/** The number of a rule of a network ACL, with its direction. */
function ruleKey(rule: Resource): string | undefined {
  const [acl, number, egress] = [
    readId(rule, "networkAclId"),
    rule.get("ruleNumber").number(),
    rule.get("egress").any(),
  ];
  if (acl === undefined || number.state !== "known" || egress.state === "unknown") return undefined;
  return `${acl} ${number.value} ${egress.state === "known" && egress.value === true ? "out" : "in"}`;
}

export const ruleNumbers: Join = (rule, found, stack) => {
  const own = ruleKey(rule);
  const first = own === undefined ? undefined : stack?.ofType(rule.type).find((each) => ruleKey(each) === own);
  if (!first || first.urn === rule.urn) return;
  const is = `is that of ${first.label} in the same direction`;
  refuse(found, { path: "ruleNumber", is, takes: "a number of its own", fix: "Choose another ruleNumber." });
};

/** The Region in the name of a service: `com.amazonaws.eu-west-1.sqs`. */
export const serviceRegion: Join = (endpoint, found) => {
  const name = text(endpoint, "serviceName", found);
  const own = endpoint.regionReading;
  const [, region] = /^(?:com|cn\.com|aws)\.(?:amazonaws|api)\.([a-z]{2}(?:-[a-z]+)+-\d)\./.exec(name ?? "") ?? [];
  if (region === undefined || own.state !== "known" || own.value === region) return;
  const takes = `a service of ${own.value}, or a serviceRegion`;
  refuse(found, { path: "serviceName", is: `is of ${region}`, takes, fix: `Name the service of ${own.value}.` });
};

const subnet = "aws:ec2/subnet:Subnet";

/** One subnet of a zone, of those that a property names. */
const apart =
  (path: string): Join =>
  (endpoint, found, stack) => {
    const list = endpoint.get(path).list();
    if (!stack || list.state !== "known") return;
    const zones = new Map<string, Resource>();
    for (const each of new Set(
      list.value.flatMap((id) => (id.text().state === "known" ? stack.resolve(endpoint, id, subnet) : [])),
    )) {
      const zone = each.get("availabilityZone").text();
      if (zone.state !== "known") continue;
      const other = zones.get(zone.value);
      if (other) {
        const is = `has ${other.label} and ${each.label}, both of ${zone.value}`;
        refuse(found, { path, is, takes: "one subnet of a zone", fix: `Remove ${each.label}.` });
        return;
      }
      zones.set(zone.value, each);
    }
  };

/** An interface endpoint has one address in a zone. */
export const endpointZones = apart("subnetIds");

export const balancerZones = apart("subnets");

/** The zones of all subnets that a property names; nothing where one is not known. */
function zonesOf(of: Resource, path: string, stack: Graph | undefined): ReadonlySet<string> | undefined {
  const ids = of.get(path).list();
  if (!stack || ids.state !== "known") return undefined;
  const subnets = new Set(ids.value.flatMap((id) => stack.resolve(of, id, subnet)));
  const zones = [...subnets].map((each) => each.get("availabilityZone").text());
  const known = zones.flatMap((zone) => (zone.state === "known" ? [zone.value] : []));
  // An id that is not known yet may be that of any of the subnets that the property is made from.
  return known.length === zones.length && subnets.size >= ids.value.length ? new Set(known) : undefined;
}

/** Makes the check that subnets are of so many zones, where the zones of all are known. */
const zonesAtLeast =
  (least: number, count: string): Join =>
  (group, found, stack) => {
    const zones = zonesOf(group, "subnetIds", stack);
    if (!zones || zones.size === 0 || zones.size >= least) return;
    const is = `has subnets of ${[...zones].join(" and ")} alone`;
    const takes = `subnets of ${count} zones or more`;
    refuse(found, { path: "subnetIds", is, takes, fix: "Add a subnet of another zone." });
  };

export const twoZones = zonesAtLeast(2, "two");
export const threeZones = zonesAtLeast(3, "three");

/** A list of prefixes holds as many as it says. */
export const prefixListSize: Join = (prefixes, found) => {
  const [most, entries] = [prefixes.get("maxEntries").number(), prefixes.get("entries").list()];
  if (most.state !== "known" || entries.state !== "known" || entries.value.length <= most.value) return;
  const is = `is ${most.value}, and entries has ${entries.value.length}`;
  refuse(found, { path: "maxEntries", is, takes: "the number of entries or more", fix: "Raise maxEntries." });
};
