import { z } from "zod";

/** What a figure of the declared usage means. */
interface Meaning {
  readonly unit: string;
  readonly default: number;
  readonly meaning: string;
}

/** The figures that a cost is computed from, each for one pattern or for all. */
export const usageFigures = {
  requests: {
    unit: "a month",
    default: 1_000_000,
    meaning: "requests, events, messages or executions that a pattern gets; jobs take theirs from their schedule",
  },
  durationMs: { unit: "ms", default: 100, meaning: "how long a function runs for one request" },
  payloadKb: { unit: "KB", default: 4, meaning: "size of a request, an answer, a message or a record" },
  logKb: { unit: "KB", default: 1, meaning: "what a log group gets for one request" },
  storageGb: { unit: "GB", default: 10, meaning: "what a table, a bucket, a database or a registry holds" },
  itemKb: { unit: "KB", default: 1, meaning: "size of an item of a table" },
  tableReads: { unit: "a request", default: 1, meaning: "items that a request reads, eventually consistent" },
  tableStrongReads: { unit: "a request", default: 0, meaning: "items that a request reads with strong consistency" },
  tableTransactReads: { unit: "a request", default: 0, meaning: "items that a request reads in transactions" },
  tableWrites: { unit: "a request", default: 1, meaning: "items that a request writes" },
  tableTransactWrites: { unit: "a request", default: 0, meaning: "items that a request writes in transactions" },
  objectWrites: { unit: "a request", default: 1, meaning: "objects that a request puts in a bucket" },
  objectReads: { unit: "a request", default: 1, meaning: "objects that a request gets from a bucket" },
  coldStartPercent: { unit: "%", default: 1, meaning: "requests that start a function anew, which SnapStart restores" },
  transitions: {
    unit: "an execution",
    default: 6,
    meaning: "state transitions of a workflow, its start and its end with them",
  },
  users: { unit: "a month", default: 1000, meaning: "users of a user pool who sign in or are looked up" },
  transferGb: { unit: "GB a month", default: 10, meaning: "data through a NAT gateway or an interface endpoint" },
  databaseAcus: {
    unit: "ACUs",
    default: 0.5,
    meaning: "average capacity of an Aurora Serverless v2 instance, within its bounds",
  },
  cacheGb: { unit: "GB", default: 0.1, meaning: "what a serverless cache holds on average" },
  zones: { unit: "zones", default: 2, meaning: "zones of an interface endpoint whose subnets only a deployment knows" },
} as const satisfies Record<string, Meaning>;

/** Name of a figure. */
export type Figure = keyof typeof usageFigures;
export const figures = Object.keys(usageFigures) as Figure[];

/** Every figure, for one pattern. */
export type Figures = Readonly<Record<Figure, number>>;

/** What was declared; the rest has its default. */
export type Usage = Partial<Figures> & {
  /** Figures of one pattern, by the name of its outermost component. */
  readonly patterns?: Readonly<Record<string, Partial<Figures>>>;
  /** Patterns that were named on the command line: each must exist. */
  readonly asked?: readonly string[];
};

const figure = z.number().min(0).max(1e15);
const some = Object.fromEntries(figures.map((name) => [name, figure.optional()])) as Record<
  Figure,
  z.ZodOptional<typeof figure>
>;

/** Shape of the setting `headroom:usage`. */
export const usageSchema = z.strictObject({
  ...some,
  patterns: z.record(z.string().min(1), z.strictObject(some)).optional(),
});

/** The figures of one pattern: its own, else those of all, else the defaults. */
export function selectFigures(usage: Usage, pattern: string): Figures {
  const own = usage.patterns?.[pattern];
  const entries = figures.map((name) => [name, own?.[name] ?? usage[name] ?? usageFigures[name].default]);
  return Object.fromEntries(entries) as Figures;
}
