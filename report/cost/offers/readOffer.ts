import { parse } from "csv-parse";
import { pipeline, type Readable } from "node:stream";
import { type Price, type Rate, rateIn, type Tier } from "../price";
import { priceRecords } from "../prices";
import { offerSource, type OfferSource } from "./sources";

/** What a file of AWS's price list says of one service in one Region. */
export interface OfferReading {
  /** By the price's id. */
  rates: Map<string, Rate>;
  /** Prices that the file has in a form that is not understood: they stay as they are recorded. */
  odd: string[];
}

/** A file is not the price list that it should be. */
export class OfferError extends Error {
  override readonly name = "OfferError";
}

/** The services that prices are read of, as AWS names their offers. */
export const offers: readonly string[] = [
  ...new Set(priceRecords.flatMap(({ id }) => offerSource(id)?.offer ?? [])),
].sort();

/** Regions differ by a factor of two at most. */
const ordersApart = 4;
/** Lines before the heading: the first has the version of the format. */
const metadata = 5;
const supported = "v1.0";
const needed = ["SKU", "TermType", "StartingRange", "EndingRange", "PricePerUnit", "Currency", "usageType"];
/** A Region in front of a usage type: EU, USW2, APN1. Infrequent access has a prefix of the same form. */
const regionPrefix = /^(?!IA-)[A-Z]{2,4}\d*-/;

/**
 * Reads an offer file as CSV, row by row, since that of EC2 has hundreds of megabytes.
 * @throws OfferError if it is no such file, or not a whole one.
 */
export async function readOffer(file: Readable, offer: string, region: string): Promise<OfferReading> {
  const wanted = priceRecords.flatMap((price) => {
    const source = offerSource(price.id);
    return source?.offer === offer ? [{ price, source, rows: [] as Row[], unlike: 0 }] : [];
  });
  let headings: string[] | undefined;
  const about = new Map<string, string>();
  let line = 0;
  const list = `the price list of ${offer} in ${region}`;
  const rows = pipeline(file, parse({ relaxColumnCount: true }), () => {}); // an error ends the loop below
  try {
    for await (const cells of rows as AsyncIterable<string[]>) {
      if (line++ < metadata) about.set(cells[0] ?? "", cells[1] ?? "");
      else if (!headings) headings = cells;
      else {
        const row = Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ""]));
        if (row.TermType !== "OnDemand" || row.Currency !== "USD") continue;
        const usageType = (row.usageType ?? "").replace(regionPrefix, "");
        for (const each of wanted.filter(({ source }) => source.usageType.test(usageType))) {
          if (hasColumns(each.source, row)) each.rows.push(row);
          else each.unlike++;
        }
      }
    }
  } catch (error) {
    throw new OfferError(`${list} cannot be read: ${(error as Error).message}`);
  }
  const format = about.get("FormatVersion") ?? "of no price list";
  if (format !== supported) throw new OfferError(`${list} has the format ${format}, not ${supported}`);
  const missing = needed.filter((column) => !headings?.includes(column));
  if (missing.length > 0) throw new OfferError(`${list} has no column ${missing.join(", ")}`);
  const checked = (about.get("Publication Date") ?? "").slice(0, 7);
  const reading: OfferReading = { rates: new Map(), odd: [] };
  for (const { price, rows, unlike } of wanted) {
    if (rows.length + unlike === 0) continue; // the Region does not have it
    const tiers = readTiers(price, rows);
    if (tiers && isPlausible(price, tiers))
      reading.rates.set(price.id, { regions: [region], tiers, source: "AWS's price list", checked });
    else reading.odd.push(price.id);
  }
  return reading;
}

type Row = Record<string, string>;

const hasColumns = ({ columns = {} }: OfferSource, row: Row): boolean =>
  Object.entries(columns).every(([heading, value]) => row[heading] === value);

/** A price of another order than the recorded one is that of something else, under a name that has changed. */
function isPlausible(price: Price, [listed]: readonly Tier[]): boolean {
  const recorded = (rateIn(price, "us-east-1") ?? price.rates[0])?.tiers[0];
  if (!listed || !recorded) return false;
  const ratio = listed.usd / recorded.usd;
  return ratio > 1 / ordersApart && ratio < ordersApart;
}

/** The tiers of one product; undefined if the rows are of none or several, or leave a gap. */
function readTiers({ per }: Price, rows: readonly Row[]): Tier[] | undefined {
  if (new Set(rows.map(({ SKU }) => SKU)).size > 1) return undefined;
  const sorted = rows
    .map(({ StartingRange, EndingRange, PricePerUnit }) => ({
      from: Number(StartingRange),
      upTo: EndingRange === "Inf" ? Infinity : Number(EndingRange),
      usd: Number(PricePerUnit),
    }))
    .sort((one, other) => one.from - other.from);
  let next = 0;
  for (const { from, upTo, usd } of sorted) {
    if (from !== next || !(upTo > from) || !(usd >= 0)) return undefined;
    next = upTo;
  }
  if (next !== Infinity) return undefined;
  // A free tier that AWS writes as the first one is counted apart, once for the account.
  if (sorted[0]?.usd === 0 && sorted.length > 1) sorted.shift();
  // Significant digits as AWS has them: 0.0000002 a request is 0.2 a million.
  return sorted.map(({ upTo, usd }) => ({
    ...(upTo === Infinity ? {} : { upTo }),
    usd: Number((usd * per).toPrecision(10)),
  }));
}
