import { writeFileSync } from "node:fs";
import path from "node:path";
import { allowances } from "./freeTier";
import { isVerified, type Price, type Rate } from "./price";
import { priceRecords } from "./prices";
import { figures, usageFigures } from "./usage";

const note = "<!-- Generated from report/cost by `npm run docs`: do not edit. -->";

const number = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 20 });

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** `16.67 to 6,000,000,000, then 15`. */
function formatTiers({ tiers }: Rate): string {
  return tiers
    .map(({ upTo, usd }) => (upTo === undefined ? number(usd) : `${number(usd)} up to ${number(upTo)}`))
    .join("; then ");
}

function rows({ id, title, unit, per, page, rates, note: remark }: Price): string[][] {
  return rates.map((rate) => [
    `\`${id}\``,
    `[${title}](${page})`,
    rate.regions === "all" ? "all" : rate.regions.join(", "),
    formatTiers(rate),
    per === 1 ? unit : `${number(per)} ${unit}`,
    `${isVerified(rate) ? "yes" : "**no**"}: ${rate.source}`,
    rate.checked,
    remark ?? "",
  ]);
}

/** The table of prices, and the free tier. */
export function pricesPage(): string {
  const services = Map.groupBy(priceRecords, ({ id }) => id.slice(0, id.indexOf(".")));
  const head = ["Record", "What", "Region", "USD", "for", "Verified", "Checked", "Notes"];
  const sections = [...services].map(([name, prices]) => `## ${name}\n\n${table(head, prices.flatMap(rows))}\n`);
  const free = allowances.map(({ title, quantity, page, prices }) => [
    `[${title}](${page})`,
    `${number(quantity)} ${prices[0]?.unit ?? ""}`,
  ]);
  return [
    `${note}\n\n# Prices\n`,
    "What the [cost](cost.md) is estimated from. A quantity goes through its tiers in order. In a Region without a record nothing is",
    "priced: the report says so. `AWS's price list` is AWS's own list for us-east-1, as the open-source estimator infracost recorded its",
    "answers; `general knowledge` was not confirmed at AWS.\n",
    ...sections,
    `## Free tier\n\nWhat an account gets every month, with no end to it.\n\n${table(["What", "A month"], free)}\n`,
    `## Figures of the usage\n\n${table(
      ["Figure", "Default", "Meaning"],
      figures.map((name) => {
        const { default: value, unit, meaning } = usageFigures[name];
        return [`\`${name}\``, `${number(value)} ${unit}`, meaning];
      }),
    )}\n`,
  ].join("\n");
}

if (require.main === module) writeFileSync(path.resolve(__dirname, "../../docs/prices.md"), pricesPage());
