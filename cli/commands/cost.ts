import { type CostReport, estimateCost, readUsage } from "../../report/cost";
import { commandLine } from "../../local/project";
import { paint, say } from "../terminal/display";
import { FailureError } from "../terminal/errors";
import { projectPrices } from "./prices";
import { type PreviewArgs, runPreview } from "./preview";
import { loadSettings } from "../run/loadSettings";

/** Arguments of `npm run cost`. */
export interface CostArgs extends Omit<PreviewArgs, "json"> {
  /** Usage figures that override the declared ones, such as `requests=50M`. */
  usage: string[];
}

/** Estimates what a stack costs in a month, from a preview without credentials and the declared usage. */
export async function cost({ usage: flags, ...args }: CostArgs): Promise<CostReport> {
  const settings = loadSettings(args);
  const { config, region } = settings;
  const usage = readUsage(config["headroom:usage"], flags);
  const listed = projectPrices();
  const { record, error } = await runPreview(args, () => {});
  // Policies do not matter for the cost.
  if (error?.message) throw error;
  if (record.planned.length === 0)
    throw new FailureError(`nothing of ${settings.stack} could be planned: see ${commandLine("preview")}.`);
  const report = estimateCost({ resources: record.planned, region, usage, listed });
  printReport(settings.stack, report);
  return report;
}

const usd = (amount: number): string => `${amount.toFixed(2)} USD`;

function printReport(stack: string, report: CostReport): void {
  const { patterns, resources, notPriced, freeTier } = report;
  for (const { name, monthly } of patterns) {
    say(`${paint("bold", name.padEnd(40))} ${usd(monthly).padStart(14)}`);
    for (const resource of resources.filter(({ pattern }) => pattern === name)) {
      for (const { title, quantity, unit, monthly: amount, basis } of resource.lines.filter(
        (each) => each.monthly >= 0.005,
      )) {
        const what = `${resource.name}: ${title}, ${quantity.toLocaleString("en-US", { maximumFractionDigits: 1 })} ${unit}`;
        say(`  ${what.padEnd(64)} ${usd(amount).padStart(12)}${basis ? paint("dim", `  ${basis}`) : ""}`);
      }
    }
  }
  if (notPriced.length > 0) say(paint("bold", "\nNot priced"));
  for (const { type, name, reason } of notPriced) say(`  ${type} ${name}: ${reason}`);
  const verified = resources.flatMap(({ lines }) => lines).every((line) => line.verified);
  const left = notPriced.length > 0 ? `, without ${notPriced.length} that are not priced` : "";
  say(
    `\n${paint("bold", stack)}: ${usd(report.monthly)} a month in ${report.region}${left}, list prices of ${report.pricesChecked}`,
  );
  say(
    `${usd(report.monthlyAfterFreeTier)} after the account's free tier, if nothing else uses it (${usd(freeTier.saved)} less). The assumptions: docs/cost.md`,
  );
  if (!verified) say(paint("yellow", "some of the prices were not confirmed at AWS: docs/prices.md"));
}
