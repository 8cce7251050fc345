import { type CostReport, type Sensitivity } from "./costReport";
import { durationPrice, functionShape, gigabyteSeconds } from "./estimators/lambda";
import { computeAmount, type ListedRates, rateIn } from "./price";
import { prices } from "./prices";
import { type PricedItem } from "./use";
import { selectFigures, type Usage } from "./usage";

/** Functions that get a table. */
const most = 3;
const memories = [128, 256, 512, 1024, 1769, 3008];
const shares = [0.25, 0.5, 1, 2, 4];

/** The cost of the most expensive functions with other memory and duration, each by itself. */
export function computeSensitivity(
  items: readonly PricedItem[],
  priced: CostReport["resources"],
  usage: Usage,
  listed?: ListedRates,
): Sensitivity[] {
  const calls = new Map(
    items.filter(({ price }) => price === prices.lambda.requests).map((item) => [item.resource.urn, item]),
  );
  return priced
    .flatMap(({ urn }) => calls.get(urn) ?? [])
    .slice(0, most)
    .flatMap((item) => computeTable(item, selectFigures(usage, item.pattern).durationMs, listed));
}

function computeTable(
  { resource, region, rate, quantity: invocations }: PricedItem,
  durationMs: number,
  listed: ListedRates | undefined,
): Sensitivity[] {
  const { data } = functionShape.safeParse(resource.inputs);
  if (!data) return [];
  const architecture = data.architectures[0];
  const price = durationPrice(architecture);
  const durationRate = rateIn(price, region, listed);
  if (!durationRate) return [];
  const columns = sorted([...memories, data.memorySize]);
  const rows = sorted(shares.map((share) => share * durationMs));
  const requests = computeAmount(prices.lambda.requests, rate, invocations);
  const monthly = rows.map((ms) =>
    columns.map((mb) => requests + computeAmount(price, durationRate, gigabyteSeconds(invocations, ms, mb))),
  );
  const { urn, name } = resource;
  const current = { memoryMb: data.memorySize, durationMs };
  return [{ urn, name, invocations, architecture, memoryMb: columns, durationMs: rows, monthly, current }];
}

const sorted = (values: readonly number[]): number[] => [...new Set(values)].sort((one, other) => one - other);
