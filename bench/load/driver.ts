import { setTimeout as sleep } from "node:timers/promises";
import { type Load } from "./pattern";
import { type Processes } from "./processes";
import { until } from "./until";

/** Pieces of work that are under way at once, step by step. */
const STEPS = [1, 2, 4, 8, 16, 32];
/** A step that is not so much faster than the best one before has met something that gave way. */
const GAIN = 1.1;
/** At once when many are sent whose outcomes nobody waits for one by one. */
const SENDERS = 8;

export interface Outcome {
  /** Per second, at the step that did best, or of the burst where nobody sees which outcome is whose. */
  rate: number;
  /** How many were under way at once at that step. */
  atOnce: number;
  /** Milliseconds from the request to the outcome, one after the other. */
  p50?: number;
  p99?: number;
  /** Milliseconds at the step that did best. */
  p99AtRate?: number;
  givesWay: string;
  /** Sent, refused or failed, and done by the place where outcomes are kept, in all and of the burst. */
  sent: number;
  failed: number;
  out?: number;
  burst: number;
  /** Until nothing of the burst was left. */
  burstSeconds: number;
}

interface Step {
  atOnce: number;
  rate: number;
  latencies: number[];
  errors: Map<string, number>;
  busiest: string;
}

/** Pieces of work for a pattern, each with a number of its own, and how many of them went in. */
export class Work {
  sent = 0;
  failed = 0;
  private next = 0;
  private before = 0;

  constructor(readonly load: Load) {}

  /** Counts from here on. */
  async begin(): Promise<void> {
    [this.sent, this.failed] = [0, 0];
    this.before = (await this.load.outcomes?.()) ?? 0;
  }

  private number(): number {
    this.sent++;
    return this.next++;
  }

  /** Sends one, waits for its outcome, and answers how many milliseconds it took, or the error. */
  async one(): Promise<number | Error> {
    const begun = performance.now();
    const n = this.number();
    try {
      await this.load.send(n);
      if (typeof this.load.done === "function") await this.load.done(n);
      return performance.now() - begun;
    } catch (error) {
      this.failed++;
      return error as Error;
    }
  }

  /** Sends many, whose outcomes nobody waits for one by one. */
  async burst(count: number): Promise<void> {
    const numbers = Array.from({ length: count }, () => this.number());
    const sender = async (): Promise<void> => {
      for (let n = numbers.shift(); n !== undefined; n = numbers.shift()) {
        await this.load.send(n).catch(() => this.failed++);
      }
    };
    await Promise.all(Array.from({ length: SENDERS }, sender));
  }

  /**
   * How many are done, after all of them had the time for it; undefined where that is kept nowhere.
   * @param patience Milliseconds
   */
  async counted(patience?: number): Promise<number | undefined> {
    const { outcomes } = this.load;
    if (!outcomes) return undefined;
    const count = async (): Promise<number> => (await outcomes()) - this.before;
    await until("all outcomes", async () => (await count()) >= this.sent - this.failed, patience).catch(() => {});
    return count();
  }
}

/** What a pattern can take: more and more at once until something gives way, then a burst that has to drain. */
export async function measure(work: Work, processes: Processes, seconds: number, burst: number): Promise<Outcome> {
  await work.begin();
  const first = await work.one();
  if (first instanceof Error) throw first;
  const steps: Step[] = [];
  for (const atOnce of work.load.done === "unseen" ? [] : STEPS) {
    const best = Math.max(0, ...steps.map(({ rate }) => rate));
    const step = await run(work, processes, atOnce, seconds);
    steps.push(step);
    if (step.errors.size > 0 || step.rate < best * GAIN) break;
  }
  const [used, begun] = [processes.used(), performance.now()];
  await work.burst(burst);
  const out = await work.counted();
  const burstSeconds = (performance.now() - begun) / 1_000;
  const best = steps.toSorted((a, b) => b.rate - a.rate)[0];
  return {
    rate: best?.rate ?? burst / burstSeconds,
    atOnce: best?.atOnce ?? burst,
    p50: percentile(steps[0]?.latencies, 0.5),
    p99: percentile(steps[0]?.latencies, 0.99),
    p99AtRate: percentile(best?.latencies, 0.99),
    givesWay: steps.length > 0 ? givesWay(steps) : processes.busiest(used, burstSeconds),
    sent: work.sent,
    failed: work.failed,
    out,
    burst,
    burstSeconds,
  };
}

async function run(work: Work, processes: Processes, atOnce: number, seconds: number): Promise<Step> {
  // Environments that are new at this step start before it is measured.
  await Promise.all(Array.from({ length: atOnce }, () => work.one()));
  const latencies: number[] = [];
  const errors = new Map<string, number>();
  const [used, begun] = [processes.used(), performance.now()];
  const worker = async (): Promise<void> => {
    while (performance.now() - begun < seconds * 1_000) {
      const took = await work.one();
      if (typeof took === "number") latencies.push(took);
      else {
        errors.set(took.name, (errors.get(took.name) ?? 0) + 1);
        await sleep(50); // who refuses can do that faster than work
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const took = (performance.now() - begun) / 1_000;
  return { atOnce, rate: latencies.length / took, latencies, errors, busiest: processes.busiest(used, took) };
}

/** The first thing that gave way, in words. */
function givesWay(steps: Step[]): string {
  const last = steps.at(-1)!;
  if (last.errors.size > 0) {
    const errors = [...last.errors].map(([name, count]) => `${count} × ${name}`).join(", ");
    return `${errors} at ${last.atOnce} at once`;
  }
  return last.atOnce < STEPS.at(-1)!
    ? `${last.busiest} at ${last.atOnce} at once`
    : `nothing up to ${last.atOnce} at once`;
}

function percentile(values: number[] = [], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** What did not come out, or came out twice, in words. Of what failed it is open whether it was done. */
export function lost({ sent, failed, out }: { sent: number; failed: number; out?: number }): string | undefined {
  if (out === undefined || (out >= sent - failed && out <= sent)) return undefined;
  return `${sent} in, ${failed} failed, ${out} out`;
}
