import { z } from "zod";
import { type ListedRates, type Rate } from "./price";
import { priceRecords } from "./prices";

/** The file in a project's folder that has what `prices` has read: a team commits it, so that all see the same cost. */
export const listedPricesName = "headroom.prices.json";

const tier = z.strictObject({ upTo: z.number().positive().optional(), usd: z.number().nonnegative() });
const rate = z.strictObject({ tiers: z.array(tier).min(1), checked: z.string().regex(/^\d{4}-\d\d$/) });
const file = z.strictObject({
  source: z.string(),
  /** Rates by price, and by Region. */
  prices: z.record(z.string(), z.record(z.string(), rate)),
});

/** Such a file is not one. */
export class ListedPricesError extends Error {
  override readonly name = "ListedPricesError";
}

/** The rates in such a file. @throws ListedPricesError that says what is wrong, and what to do. */
export function readListedPrices(text: string): ListedRates {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw wrong((error as Error).message);
  }
  const { data, error } = file.safeParse(content);
  if (!data) throw wrong(z.prettifyError(error));
  const known = new Set(priceRecords.map(({ id }) => id));
  const unknown = Object.keys(data.prices).filter((id) => !known.has(id));
  if (unknown.length > 0) throw wrong(`no price is called ${unknown.join(", ")}`);
  return new Map(
    Object.entries(data.prices).map(([id, regions]) => [
      id,
      new Map(
        Object.entries(regions).map(([region, { tiers, checked }]): [string, Rate] => [
          region,
          // zod's optional may be undefined, which a tier's is not
          {
            regions: [region],
            tiers: tiers.map(({ upTo, usd }) => (upTo === undefined ? { usd } : { upTo, usd })),
            source: "AWS's price list",
            checked,
          },
        ]),
      ),
    ]),
  );
}

const wrong = (why: string): ListedPricesError =>
  new ListedPricesError(
    `${listedPricesName} is wrong: ${why}. Fix: make it anew with the command prices, or remove it.`,
  );

/** Such a file, with prices and Regions in their order. */
export function writeListedPrices(source: string, listed: ListedRates): string {
  const sorted = <V>(map: ReadonlyMap<string, V>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1));
  const prices = Object.fromEntries(
    sorted(listed).map(([id, regions]) => [
      id,
      Object.fromEntries(
        sorted(regions).map(([region, { tiers, checked }]) => [region, { tiers: [...tiers], checked }]),
      ),
    ]),
  );
  return `${JSON.stringify({ source, prices } satisfies z.infer<typeof file>, null, 2)}\n`;
}
