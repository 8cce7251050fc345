/** What a planned stack costs in a month: pure functions over its resources and the declared usage. */
export { type CostReport, costReportSchema } from "./costReport";
export { ListedPricesError, readListedPrices } from "./listed";
export { type ListedRates } from "./price";
export { type CostInput, estimateCost } from "./estimate";
export { type Usage, usageSchema } from "./usage";
export { DeclaredUsageError, readUsage, usageHelp } from "./whatIf";
