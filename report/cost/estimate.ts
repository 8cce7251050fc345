import { type PlannedResource } from "../resource";
import { type CostDifference, type CostLine, type CostReport } from "./costReport";
import { allowances } from "./freeTier";
import { patternFinder } from "./patterns";
import { computeAmount, isVerified, type ListedRates, type Price, type Rate } from "./price";
import { computeSensitivity } from "./sensitivity";
import { type PricedItem, type Use, estimateUse } from "./use";
import { figures, type Figures, type Usage, usageFigures } from "./usage";
import { DeclaredUsageError } from "./whatIf";

/** A stack to price. */
export interface CostInput {
  resources: readonly PlannedResource[];
  region: string;
  usage: Usage;
  /** The stack to compare with, priced with the same usage. */
  base?: readonly PlannedResource[];
  /** Rates read from AWS's price lists, before the recorded ones. */
  listed?: ListedRates | undefined;
}

/** The monthly cost of a stack, with its basis. */
export function estimateCost({ resources, region, usage, base, listed }: CostInput): CostReport {
  checkPatterns(resources, usage);
  const use = estimateUse(resources, region, usage, listed);
  const priced = pricedResources(use);
  const monthly = sum(priced.map((each) => each.monthly));
  const freeTier = applyFreeTier(use);
  return {
    currency: "USD",
    region,
    pricesChecked: use.items.map(({ rate }) => rate.checked).sort()[0] ?? "",
    monthly,
    freeTier,
    monthlyAfterFreeTier: Math.max(0, monthly - freeTier.saved),
    patterns: [...Map.groupBy(priced, ({ pattern }) => pattern)]
      .map(([name, parts]) => ({ name, monthly: sum(parts.map((part) => part.monthly)), resources: parts.length }))
      .sort(dearest),
    resources: priced,
    notPriced: use.notPriced.map(({ resource, pattern, reason }) => ({ ...identify(resource, pattern), reason })),
    free: use.free,
    usage: listAssumptions(usage),
    ...(base ? { difference: compareCosts(pricedResources(estimateUse(base, region, usage, listed)), priced) } : {}),
    sensitivity: computeSensitivity(use.items, priced, usage, listed),
  };
}

type PricedResource = CostReport["resources"][number];

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const dearest = (one: { monthly: number }, other: { monthly: number }): number => other.monthly - one.monthly;
const identify = ({ urn, name, type }: PlannedResource, pattern: string) => ({ urn, name, type, pattern });

/** AWS applies the tiers of a price to the sum over an account and Region. */
interface Total {
  price: Price;
  rate: Rate;
  quantity: number;
}

function sumTotals({ items }: Use): (item: Pick<PricedItem, "price" | "region">) => Total | undefined {
  const key = ({ price, region }: Pick<PricedItem, "price" | "region">) => `${price.id} ${region}`;
  const totals = new Map<string, Total>();
  for (const item of items) {
    const { price, rate } = item;
    const before = totals.get(key(item))?.quantity ?? 0;
    totals.set(key(item), { price, rate, quantity: before + item.quantity });
  }
  return (item) => totals.get(key(item));
}

/** The lines of each resource, the most expensive first: each has its share of the cost of the whole quantity. */
function pricedResources(use: Use): PricedResource[] {
  const findTotal = sumTotals(use);
  return [...Map.groupBy(use.items, ({ resource }) => resource)]
    .map(([resource, items]) => {
      const lines = items.map((item): CostLine => {
        const { price, rate, quantity, basis } = item;
        const whole = findTotal(item)?.quantity ?? 0;
        const unitPrice = whole > 0 ? computeAmount(price, rate, whole) / whole : (rate.tiers[0]?.usd ?? 0) / price.per;
        const { title, unit, id, page } = price;
        const source = { price: id, page, checked: rate.checked, verified: isVerified(rate) };
        return {
          title,
          quantity,
          unit,
          unitPrice,
          monthly: quantity * unitPrice,
          ...(basis ? { basis } : {}),
          ...source,
        };
      });
      const monthly = sum(lines.map((each) => each.monthly));
      return { ...identify(resource, items[0]?.pattern ?? ""), monthly, lines };
    })
    .sort(dearest);
}

/** The account's free tier, as if the account had this stack only. */
function applyFreeTier(use: Use): CostReport["freeTier"] {
  const totals = [...Map.groupBy(use.items, ({ price }) => price.id)];
  const used = allowances.flatMap(({ title, quantity, prices, page }) => {
    let left = quantity;
    let saved = 0;
    for (const price of prices) {
      const items = totals.find(([id]) => id === price.id)?.[1] ?? [];
      for (const ofRegion of Map.groupBy(items, ({ region }) => region).values()) {
        const rate = ofRegion[0]?.rate;
        if (!rate) continue;
        const whole = sum(ofRegion.map((item) => item.quantity));
        const taken = Math.min(left, whole);
        left -= taken;
        saved += computeAmount(price, rate, whole) - computeAmount(price, rate, whole - taken);
      }
    }
    const unit = prices[0]?.unit ?? "";
    return left < quantity ? [{ title, quantity, unit, used: quantity - left, saved, page }] : [];
  });
  return { saved: sum(used.map(({ saved }) => saved)), allowances: used };
}

/** The differences in cost of two stacks, the largest first. */
function compareCosts(before: readonly PricedResource[], now: readonly PricedResource[]): CostDifference {
  const old = new Map(before.map((resource) => [resource.urn, resource]));
  const current = new Map(now.map((resource) => [resource.urn, resource]));
  const resources = [...new Map([...old, ...current]).values()]
    .map(({ urn, name, type, pattern }) => {
      const amounts = { before: old.get(urn)?.monthly ?? 0, now: current.get(urn)?.monthly ?? 0 };
      return { urn, name, type, pattern, ...amounts, change: amounts.now - amounts.before };
    })
    .filter(({ change }) => change !== 0)
    .sort((one, other) => Math.abs(other.change) - Math.abs(one.change));
  const base = sum(before.map(({ monthly }) => monthly));
  return { monthly: sum(now.map(({ monthly }) => monthly)) - base, base, resources };
}

/** Every figure that holds for all patterns, and what single ones have of their own. */
function listAssumptions(usage: Usage): CostReport["usage"] {
  const { patterns = {} } = usage;
  const say = (own: Partial<Figures>, all: boolean, pattern?: string): CostReport["usage"] =>
    figures.flatMap((name) => {
      const { unit, meaning, default: value } = usageFigures[name];
      const declared = own[name];
      if (declared === undefined && !all) return [];
      const rest = { unit, ...(pattern === undefined ? {} : { pattern }), meaning };
      return [{ name, value: declared ?? value, given: (declared ?? value) !== value, ...rest }];
    });
  return [...say(usage, true), ...Object.entries(patterns).flatMap(([pattern, own]) => say(own, false, pattern))];
}

/** A pattern that is named on the command line must be one of the stack. */
function checkPatterns(resources: readonly PlannedResource[], { asked = [] }: Usage): void {
  const known = [...new Set(resources.map(patternFinder(resources)))].sort();
  const problems = asked
    .filter((name) => !known.includes(name))
    .map((name) => `--usage ${name}.…: the stack has no pattern ${JSON.stringify(name)}. Allowed: ${known.join(", ")}`);
  if (problems.length > 0) throw new DeclaredUsageError(problems.join("\n"));
}
