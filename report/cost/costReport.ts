import { z } from "zod";

const usd = z.number().describe("USD a month");
const identity = {
  urn: z.string(),
  name: z.string(),
  type: z.string(),
  pattern: z.string().describe("Name of the outermost component that the resource is a part of"),
};

const line = z.object({
  title: z.string(),
  quantity: z.number(),
  unit: z.string(),
  unitPrice: z.number().describe("USD for one unit, over the tiers that the stack reaches"),
  monthly: usd,
  basis: z.string().optional().describe("How the quantity came about"),
  price: z.string().describe("Id of the record in docs/prices.md"),
  page: z.string(),
  checked: z.string(),
  verified: z.boolean().describe("Whether the price was read at AWS"),
});

const difference = z.object({
  monthly: usd.describe("Now less before"),
  base: usd,
  resources: z.array(z.object({ ...identity, before: usd, now: usd, change: usd })),
});

const sensitivity = z.object({
  urn: z.string(),
  name: z.string(),
  invocations: z.number(),
  architecture: z.enum(["arm64", "x86_64"]),
  memoryMb: z.array(z.number()).describe("Columns"),
  durationMs: z.array(z.number()).describe("Rows"),
  monthly: z.array(z.array(usd)).describe("Requests and duration, for each row and column"),
  current: z.object({ memoryMb: z.number(), durationMs: z.number() }),
});

/** What a stack costs in a month, for machines. Money is USD, not rounded. */
export const costReportSchema = z.object({
  currency: z.literal("USD"),
  region: z.string(),
  pricesChecked: z.string().describe("The oldest check of a price that was used; empty where none was"),
  monthly: usd.describe("List prices, without the free tier"),
  freeTier: z.object({
    saved: usd,
    allowances: z.array(
      z.object({
        title: z.string(),
        quantity: z.number(),
        unit: z.string(),
        used: z.number(),
        saved: usd,
        page: z.string(),
      }),
    ),
  }),
  monthlyAfterFreeTier: usd,
  patterns: z.array(z.object({ name: z.string(), monthly: usd, resources: z.number() })),
  resources: z.array(z.object({ ...identity, monthly: usd, lines: z.array(line) })),
  notPriced: z.array(z.object({ ...identity, reason: z.string() })),
  free: z.array(z.object({ type: z.string(), resources: z.number(), why: z.string() })),
  usage: z.array(
    z.object({
      name: z.string(),
      value: z.number(),
      unit: z.string(),
      pattern: z.string().optional().describe("Absent for all patterns"),
      given: z.boolean().describe("Declared, and not the default"),
      meaning: z.string(),
    }),
  ),
  difference: difference.optional(),
  sensitivity: z.array(sensitivity),
});

export type CostReport = z.infer<typeof costReportSchema>;
export type CostLine = z.infer<typeof line>;
export type CostDifference = z.infer<typeof difference>;
export type Sensitivity = z.infer<typeof sensitivity>;
