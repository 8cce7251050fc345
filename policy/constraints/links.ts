import { type Graph } from "../frame/graph";
import { type Check, joinChoices, show, type Subject } from "./fault";
import { type Property } from "../frame/known";
import { type Resource } from "../frame/resource";
import { findJoin } from "./joins";
import { isAbsent, isUnknown, plainProperties } from "../frame/plain";
import { ownPartition } from "./partition";
import { type Schema } from "./schema";

/** The services of ARNs, of the modules of types that have another name; `cloudwatch` has those of three services. */
const services: Readonly<Record<string, string>> = {
  "cloudwatch/logGroup": "logs",
  "cloudwatch/eventBus": "events",
  "cloudwatch/eventRule": "events",
  "cloudwatch/eventApiDestination": "events",
  sfn: "states",
  msk: "kafka",
  docdb: "rds",
  apigateway: "execute-api",
  apigatewayv2: "execute-api",
  alb: "elasticloadbalancing",
  lb: "elasticloadbalancing",
  elb: "elasticloadbalancing",
};

/** The service of the ARNs of a type: `sqs` of `aws:sqs/queue:Queue`. */
function findArnService(type: string): string {
  const [, path = ""] = type.split(":");
  const [module = ""] = path.split("/");
  return services[path] ?? services[module] ?? module;
}

const readType = (urn: string): string => urn.split("::")[2]?.split("$").at(-1) ?? "";

/** The services that a value may be of; none where they are not known. */
function findServices(value: unknown, path: string, resource: Resource): readonly string[] | undefined {
  if (typeof value === "string" && !isUnknown(value)) {
    const [prefix, , service] = value.split(":");
    return prefix === "arn" && service !== undefined ? [service] : undefined;
  }
  const [top = ""] = path.split(/[.[]/);
  const sources = resource.listSources(top).map((urn) => findArnService(readType(urn)));
  return sources.length > 0 ? sources : undefined;
}

function arnOf({ arnOf: taken }: Schema): Check | undefined {
  if (!taken) return undefined;
  return ({ value, path }, found, { resource }) => {
    if (isAbsent(value)) return;
    const services = findServices(value, path, resource);
    // Something made from several resources may be of any of them.
    if (!services || new Set(services.map((each) => taken.includes(each))).size > 1) found.open.push(path);
    else if (!services.some((each) => taken.includes(each))) {
      const is = isUnknown(value) ? `is made from ${joinChoices(services)}` : `is ${show(value, path)}`;
      const takes = `the ARN of ${joinChoices(taken)}`;
      found.faults.push({ path, is, takes, fix: `Set ${path} to ${takes}.` });
    }
  };
}

/** @param expected What the value should be in a Region, where it is something else. */
const comparedRegion =
  (expected: (value: string, own: string) => string | undefined): Check =>
  ({ value, path }, found, { resource }) => {
    if (isAbsent(value)) return;
    const own = resource.regionReading;
    if (isUnknown(value) || own.state === "unknown") found.open.push(path);
    if (own.state !== "known" || typeof value !== "string") return;
    const takes = expected(value, own.value);
    if (takes === undefined) return;
    found.faults.push({ path, is: `is ${show(value, path)}`, takes, fix: `Set ${path} to ${takes}.` });
  };

const inOwnRegion = comparedRegion((value, own) => {
  const [prefix, , , region] = value.split(":");
  const [, named] = /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]?$/.exec(value) ?? [];
  if (named !== undefined) return named === own ? undefined : `the own Region ${own}`;
  return prefix === "arn" && region && region !== own ? `an ARN of the own Region ${own}` : undefined;
});

const inOtherRegion = comparedRegion((value, own) => {
  const [prefix, , , region] = value.split(":");
  return (prefix === "arn" ? region : value) === own ? `another Region than the own, ${own}` : undefined;
});

/** AWS's defaults are unknown in a preview: to a row, the property is left out. */
export function programProperties(resource: Resource): Readonly<Record<string, unknown>> {
  const all = plainProperties(resource);
  const own = Object.entries(all).filter(([key, value]) => !isUnknown(value) || resource.listSources(key).length > 0);
  return Object.fromEntries(own);
}

/** The steps of a path as messages write it. */
const keys = (path: string): (string | number)[] =>
  Array.from(path.matchAll(/\[(\d+)\]|[^.[\]]+/g), ([key, index]) => (index === undefined ? key : Number(index)));

function refersTo({ refersTo: target }: Schema, compile: (schema: Schema) => Check): Check | undefined {
  if (!target) return undefined;
  const check = compile(target.fits);
  return ({ value, path }, found, subject: Subject) => {
    const { resource, stack } = subject;
    if (isAbsent(value) || !stack) return;
    const property: Property = resource.get(...keys(path));
    const reference = stack.refer(resource, property, target.type);
    if (reference.state === "unresolved") found.open.push(path);
    if (reference.state !== "resolved") return;
    for (const to of reference.to) {
      const before = found.faults.length;
      check({ value: programProperties(to), path: "" }, found, { resource: to, stack });
      for (const [index, fault] of found.faults.entries()) {
        if (index < before) continue;
        const is = `refers to ${to.label}, whose ${fault.path} ${fault.is}`;
        found.faults[index] = { ...fault, path, is, fix: `Set ${path} to another resource, or change ${to.label}.` };
      }
    }
  };
}

function nameOf({ nameOf: target }: Schema): Check | undefined {
  if (!target) return undefined;
  const { type, key, owner } = target;
  return ({ value, path }, found, { resource, stack }) => {
    if (typeof value !== "string" || isUnknown(value) || !stack) return;
    const [own] = stack.resolve(resource, resource.get(owner.at), owner.type);
    const all = stack.ofType(type);
    if (!own || all.length === 0) return;
    const references = all.map((each) => [each, stack.refer(each, each.get(owner.there), owner.type)] as const);
    const siblings = references.flatMap(([each, to]) => (to.state === "resolved" && to.to.includes(own) ? [each] : []));
    const names = siblings.map((each) => each.get(key).text());
    const isOpen =
      references.some(([, { state }]) => state === "unresolved") || names.some(({ state }) => state !== "known");
    const known = names.flatMap((name) => (name.state === "known" ? [name.value] : []));
    if (isOpen || known.includes(value)) return;
    const takes = known.length > 0 ? joinChoices(known) : `the ${key} of a resource of ${own.label}`;
    found.faults.push({ path, is: `is ${show(value, path)}`, takes, fix: `Set ${path} to ${takes}.` });
  };
}

const places = new WeakMap<Graph, Map<string, ReadonlyMap<string, readonly Resource[]>>>();

/** What the known values of some properties make of a resource: nothing where one is not known or not set. */
function nameAmong(resource: Resource, properties: readonly string[]): string | undefined {
  const [first, ...others] = properties.map((property) => resource.get(...keys(property)).any());
  if (first?.state !== "known" || typeof first.value !== "string") return undefined;
  if (others.some(({ state }) => state === "unknown")) return undefined;
  const values = [first, ...others].map((reading) => (reading.state === "known" ? reading.value : null));
  // Where neither is known, two resources of a name may lie in two Regions.
  return resource.region === "" ? undefined : JSON.stringify([resource.providerUrn ?? "", resource.region, ...values]);
}

function namesakes(
  stack: Graph,
  type: string,
  properties: readonly string[],
): ReadonlyMap<string, readonly Resource[]> {
  const byType = places.get(stack) ?? new Map<string, ReadonlyMap<string, readonly Resource[]>>();
  places.set(stack, byType);
  const key = [type, ...properties].join(" ");
  let index = byType.get(key);
  if (!index) {
    const named = stack.ofType(type).filter((each) => nameAmong(each, properties) !== undefined);
    byType.set(key, (index = Map.groupBy(named, (each) => nameAmong(each, properties) ?? "")));
  }
  return index;
}

function onlyOne({ onlyOne: properties }: Schema): Check | undefined {
  if (!properties) return undefined;
  const [at = ""] = properties;
  return (_, found, { resource, stack }) => {
    const name = stack && nameAmong(resource, properties);
    if (!stack || name === undefined) return;
    const [first, ...others] = namesakes(stack, resource.type, properties).get(name) ?? [];
    if (!first || !others.includes(resource)) return;
    const own = resource.get(...keys(at)).text();
    const is = `is ${show(own.state === "known" ? own.value : "", at)}, as that of ${first.label} is`;
    found.faults.push({ path: at, is, takes: "one resource of a name", fix: `Give ${at} another value.` });
  };
}

function join({ join: name }: Schema): Check | undefined {
  if (name === undefined) return undefined;
  const check = findJoin(name);
  return (_, found, { resource, stack }) => check(resource, found, stack);
}

/** The checks of the words that are about what a value names. */
export function linkWords(schema: Schema, compile: (schema: Schema) => Check): readonly Check[] {
  return [
    arnOf(schema),
    schema.ownRegion ? inOwnRegion : undefined,
    schema.otherRegion ? inOtherRegion : undefined,
    ownPartition(schema),
    refersTo(schema, compile),
    nameOf(schema),
    onlyOne(schema),
    join(schema),
  ].filter((check) => check !== undefined);
}
