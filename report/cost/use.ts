import { parseSchedule, runsPerMonth, type Schedule } from "../../limits";
import { canonicalTypes } from "../../policy/frame/canonicalTypes";
import { type PlannedResource } from "../resource";
import { type Item, type Surroundings } from "./estimator";
import { estimators } from "./estimators";
import { whyFree } from "./free";
import { patternFinder } from "./patterns";
import { type ListedRates, type Price, type Rate, rateIn } from "./price";
import { selectFigures, type Usage } from "./usage";

/** A quantity of a resource at the price of its Region. */
export interface PricedItem {
  resource: PlannedResource;
  pattern: string;
  price: Price;
  rate: Rate;
  region: string;
  quantity: number;
  basis?: string | undefined;
}

/** The monthly use of a stack, and the resources without a price. */
export interface Use {
  items: PricedItem[];
  notPriced: { resource: PlannedResource; pattern: string; reason: string }[];
  free: { type: string; why: string; resources: number }[];
}

/** Works out what a planned stack uses in a month. */
export function estimateUse(
  resources: readonly PlannedResource[],
  stackRegion: string,
  usage: Usage,
  listed?: ListedRates,
): Use {
  const findPattern = patternFinder(resources);
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const byPattern = Map.groupBy(resources, findPattern);
  const byType = Map.groupBy(resources, ({ type }) => type);
  const use: Use = { items: [], notPriced: [], free: [] };
  const free = new Map<string, { type: string; why: string; resources: number }>();
  for (const resource of resources) {
    if (resource.component) continue;
    const type = canonicalTypes[resource.type] ?? resource.type;
    const { inputs } = resource;
    const estimator = estimators[type];
    const pattern = findPattern(resource);
    const why = whyFree(type);
    if (!estimator) {
      if (why) free.set(type, { type, why, resources: (free.get(type)?.resources ?? 0) + 1 });
      else use.notPriced.push({ resource, pattern, reason: "no price is recorded for this type" });
      continue;
    }
    const region = typeof inputs.region === "string" ? inputs.region : stackRegion;
    const own = findSurroundings(resource, byPattern.get(pattern) ?? [], { region, usage, pattern });
    const within = [...findComponents(resource, byUrn)].map((component) => component.type);
    const forFailures = within[0] === "headroom:messaging:DeadLetterQueue";
    const around = { ...own, within, forFailures, all: (of: string) => byType.get(of) ?? [] };
    for (const estimate of estimator(inputs, around)) {
      if ("reason" in estimate) use.notPriced.push({ resource, pattern, reason: estimate.reason });
      else addItem(use, resource, pattern, { region, listed, ...estimate });
    }
  }
  use.free = [...free.values()];
  return use;
}

function addItem(
  use: Use,
  resource: PlannedResource,
  pattern: string,
  item: Item & { region: string; listed: ListedRates | undefined },
): void {
  const { price, region, quantity, basis, listed } = item;
  const rate = rateIn(price, region, listed);
  if (rate) use.items.push({ resource, pattern, price, rate, region, quantity, basis });
  else use.notPriced.push({ resource, pattern, reason: `no price of ${price.id} is recorded for ${region}` });
}

/** The components that a resource is a part of, the innermost first. */
function* findComponents({ parent }: PlannedResource, byUrn: ReadonlyMap<string, PlannedResource>) {
  for (let next = byUrn.get(parent ?? ""); next; next = byUrn.get(next.parent ?? "")) yield next;
}

function findSurroundings(
  { name }: PlannedResource,
  own: readonly PlannedResource[],
  { region, usage, pattern }: { region: string; usage: Usage; pattern: string },
): Omit<Surroundings, "within" | "forFailures" | "all"> {
  const siblings = (type: string) => own.filter((each) => each.type === type);
  const figures = selectFigures(usage, pattern);
  // A schedule that AWS refuses is listed as not priced by its own estimator.
  const schedules = siblings("aws:scheduler/schedule:Schedule").flatMap(({ inputs }): Schedule[] => {
    if (typeof inputs.scheduleExpression !== "string" || inputs.state === "DISABLED") return [];
    const parsed = parseSchedule(inputs.scheduleExpression, "scheduler");
    return "problem" in parsed ? [] : [parsed];
  });
  const declared = usage.patterns?.[pattern]?.requests;
  const requests =
    declared === undefined && schedules.length > 0
      ? schedules.reduce((sum, schedule) => sum + runsPerMonth(schedule), 0)
      : figures.requests;
  return { name, region, usage: figures, requests, siblings };
}
