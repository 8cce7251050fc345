/** Where a price was read. Only figures of AWS itself count as verified. */
export type PriceSource = "AWS's page" | "AWS's price list" | "general knowledge";

/** A step of a price that falls with the quantity: `usd` for each `per` units, up to `upTo` units a month in all. */
export interface Tier {
  /** None for the last. */
  readonly upTo?: number;
  readonly usd: number;
}

/** A price in some Regions. */
export interface Rate {
  readonly regions: readonly string[] | "all";
  /** In the order in which the quantity passes through them. */
  readonly tiers: readonly Tier[];
  readonly source: PriceSource;
  /** Month of the last check against the source. */
  readonly checked: string;
}

/** One price of an AWS service. Estimators multiply it, docs/prices.md lists it. */
export interface Price {
  /** Stable, `service.name`. */
  readonly id: string;
  readonly title: string;
  /** What is counted, for example `GB-s`. */
  readonly unit: string;
  /** Units that the price is for, as AWS writes it: 0.20 USD for 1,000,000 requests. */
  readonly per: number;
  readonly page: string;
  readonly rates: readonly Rate[];
  readonly note?: string;
}

/** Rates read from AWS's price lists, by price and Region. */
export type ListedRates = ReadonlyMap<string, ReadonlyMap<string, Rate>>;

/** The price in a Region: as AWS's list has it, or else as it is recorded; undefined where neither has it. */
export const rateIn = ({ id, rates }: Price, region: string, listed?: ListedRates): Rate | undefined =>
  listed?.get(id)?.get(region) ?? rates.find(({ regions }) => regions === "all" || regions.includes(region));

export const isVerified = ({ source }: Rate): boolean => source !== "general knowledge";

/** USD for a quantity of one month, each part of it at the price of its tier. */
export function computeAmount({ per }: Price, { tiers }: Rate, quantity: number): number {
  let [amount, from] = [0, 0];
  for (const { upTo = Infinity, usd } of tiers) {
    amount += (Math.max(0, Math.min(quantity, upTo) - from) / per) * usd;
    from = upTo;
  }
  return amount;
}

/** A price without the properties that its service adds. */
type Entry = Omit<Price, "id" | "page"> & { readonly page?: string };

/** Names the prices of a service `service.name`, and gives each the service's page. */
export function namePrices<K extends string>(
  service: string,
  page: string,
  entries: Record<K, Entry>,
): Record<K, Price> {
  const named = Object.entries<Entry>(entries).map(([name, entry]) => [
    name,
    { page, ...entry, id: `${service}.${name}` },
  ]);
  return Object.fromEntries(named) as Record<K, Price>;
}

/** One price at any quantity, or its tiers. */
type Usd = number | readonly Tier[];
const readTiers = (usd: Usd): readonly Tier[] => (typeof usd === "number" ? [{ usd }] : usd);

/** In us-east-1 by AWS's price list, as the open-source estimator infracost recorded its answers. */
export const virginia = (usd: Usd): Rate => ({
  regions: ["us-east-1"],
  tiers: readTiers(usd),
  source: "AWS's price list",
  checked: "2026-08",
});
/** Known in the field, not confirmed at AWS. */
const known = (regions: Rate["regions"], usd: Usd): Rate => ({
  regions,
  tiers: readTiers(usd),
  source: "general knowledge",
  checked: "2026-11",
});
export const virginiaKnown = (usd: Usd): Rate => known(["us-east-1"], usd);
export const irelandKnown = (usd: Usd): Rate => known(["eu-west-1"], usd);
export const everywhereKnown = (usd: Usd): Rate => known("all", usd);
/** The us-east-1 list price, for all commercial Regions: general knowledge, not confirmed. */
export const everywhere = (usd: Usd): readonly [Rate, Rate] => [virginia(usd), everywhereKnown(usd)];
