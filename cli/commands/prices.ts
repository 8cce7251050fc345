import { createReadStream, existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { z } from "zod";
import { projectRoot } from "../../local/project";
import { listedPricesName, readListedPrices, writeListedPrices } from "../../report/cost/listed";
import { offers, readOffer } from "../../report/cost/offers/readOffer";
import { type ListedRates, type Rate } from "../../report/cost/price";
import { count } from "../../report/count";
import { readText } from "../project/textFile";
import { paint, say } from "../terminal/display";
import { FailureError, UsageError } from "../terminal/errors";
import { Progress } from "../terminal/progress";

/** Arguments of `prices`. */
export interface PricesArgs {
  /** Regions to read. Default: all that AWS lists. */
  region: string[];
  /** An address, or a folder with the same files, for a machine that AWS is out of reach of. */
  from: string;
}

/** What was read. */
export interface PricesDocument {
  file: string;
  prices: number;
  regions: string[];
  /** `price in Region` that AWS lists in a form that is not understood; the recorded price stays. */
  odd: string[];
}

const listing = z.object({
  regions: z.record(z.string(), z.object({ regionCode: z.string(), currentVersionUrl: z.string() })),
});

/**
 * The file of prices in the project's folder, if there is one.
 * @throws ListedPricesError where it is no such file.
 */
export function projectPrices(): ListedRates | undefined {
  const file = path.join(projectRoot, listedPricesName);
  return existsSync(file) ? readListedPrices(readText(file)) : undefined;
}

/** Reads AWS's price lists into the project's file of prices. What is not read again stays. */
export async function prices({ region: wanted, from }: PricesArgs): Promise<PricesDocument> {
  const read = from.includes("://") ? readAddress(from) : readFolder(from);
  const rates = new Map([...(projectPrices() ?? [])].map(([id, regions]) => [id, new Map(regions)] as const));
  const regions = new Set<string>();
  const odd: string[] = [];
  const shown = new Progress("reading AWS's price lists");
  try {
    for (const [index, offer] of offers.entries()) {
      const found = await listRegions(read, offer);
      const unknown = wanted.filter((region) => !found.has(region));
      if (index === 0 && unknown.length > 0)
        throw new UsageError(
          `--region ${unknown.join(", ")}: AWS lists no such Region. Regions: ${[...found.keys()].join(", ")}.`,
        );
      for (const [region, address] of found) {
        if (wanted.length > 0 && !wanted.includes(region)) continue;
        shown.update(`${offer} (${index + 1} of ${offers.length}): ${region}`);
        const reading = await readOffer(await read(address.replace(/\.json$/, ".csv")), offer, region);
        for (const [id, rate] of reading.rates) {
          rates.set(id, (rates.get(id) ?? new Map<string, Rate>()).set(region, rate));
          regions.add(region);
        }
        odd.push(...reading.odd.map((id) => `${id} in ${region}`));
      }
    }
  } finally {
    shown.end();
  }
  const file = path.join(projectRoot, listedPricesName);
  writeFileSync(file, writeListedPrices(from, rates));
  for (const each of odd)
    say(paint("yellow", `${each}: AWS lists it in a form that is not understood; the recorded price stays`));
  say(
    `${count(rates.size, "price")} of ${count(regions.size, "Region")} in ${listedPricesName}: cost and report read them from there. Commit the file.`,
  );
  return { file, prices: rates.size, regions: [...regions].sort(), odd };
}

type Read = (address: string) => Promise<Readable>;

/** The file of each Region that has the service; the index has other places, such as Local Zones, as well. */
async function listRegions(read: Read, offer: string): Promise<Map<string, string>> {
  const address = `/offers/v1.0/aws/${offer}/current/region_index.json`;
  const text = (await (await read(address)).toArray()).map(String).join("");
  const { data } = listing.safeParse(parseJson(text));
  if (!data) throw new FailureError(`${address} is no index of AWS's price list.`);
  const found = Object.values(data.regions).filter(({ regionCode }) => /^[a-z]{2}(-[a-z]+)+-\d$/.test(regionCode));
  return new Map(found.map(({ regionCode, currentVersionUrl }) => [regionCode, currentVersionUrl]));
}

/** Nothing where it is no JSON, such as the page of a proxy that wants a sign-in. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const readAddress =
  (from: string): Read =>
  async (address) => {
    const url = new URL(address, from);
    const response = await fetch(url).catch((error: Error) => {
      const { message } = (error.cause as Error | undefined) ?? error;
      throw new FailureError(
        `AWS's price lists cannot be reached: ${url.href}: ${message}. Fix: allow it, or give --from a folder with the files.`,
      );
    });
    if (!response.ok || !response.body) throw new FailureError(`${url.href} answers ${response.status}.`);
    return Readable.fromWeb(response.body);
  };

const readFolder =
  (from: string): Read =>
  (address) => {
    const file = path.join(from, address);
    if (!existsSync(file)) throw new UsageError(`--from ${from}: there is no ${file}.`);
    return Promise.resolve(createReadStream(file));
  };
