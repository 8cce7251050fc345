/**
 * Each pattern under load, with its real functions on a real emulator: what it takes, what gives way first, whether its
 * queues drain and all that went in comes out; then all of them at once, and the memory of each process meanwhile.
 */
import { parseArgs } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { lost, measure, type Outcome, Work } from "./driver";
import { patterns, unmeasured } from "./patterns";
import { type Memory, Processes } from "./processes";
import { LoadedStack } from "./stack";
import { printMemory, printOutcomes } from "./table";

/**
 * Seconds of each step of a pattern that is measured alone, and what is sent at once after the last of them: the emulator
 * starts a process for each event that is handled at the same time.
 */
const STEP_SECONDS = 2;
const BURST = 25;
/** A function's process that grows faster than this, over ten minutes or more, is a leak. */
const MOST_GROWTH = 1;
const SHORTEST_JUDGED = 10;

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "1" }, pattern: { type: "string", multiple: true, default: [] } },
});

async function main(): Promise<void> {
  const chosen = patterns.filter(
    ({ name }) => !values.pattern.length || values.pattern.some((part) => name.includes(part)),
  );
  if (chosen.length === 0)
    throw new Error(`no pattern ${values.pattern.join(", ")}: ${patterns.map(({ name }) => name).join(", ")}`);
  const stack = await LoadedStack.deploy([...new Set(chosen.flatMap(({ needs }) => needs))]);
  const works = new Map<string, Work>();
  try {
    const processes = new Processes(stack.emulatorFolder);
    const outcomes = new Map<string, Outcome>();
    const problems: string[] = [];
    const check = (name: string, outcome: Parameters<typeof lost>[0]): void => {
      const problem = lost(outcome);
      if (problem) problems.push(`${name}: ${problem}`);
    };
    for (const { name, open } of chosen) {
      try {
        const work = new Work(await open(stack));
        if (work.load.process) processes.add(work.load.process);
        works.set(name, work);
        const outcome = await measure(work, processes, STEP_SECONDS, BURST);
        outcomes.set(name, outcome);
        console.error(`  ${name}: ${outcome.rate.toFixed(1)} a second`); // progress
        check(name, outcome);
      } catch (error) {
        problems.push(`${name}: ${(error as Error).name}: ${(error as Error).message}`);
      }
    }
    printOutcomes(outcomes, unmeasured);
    const memory = await soak(works, processes, Number(values.minutes), check);
    printMemory(memory);
    for (const { process, growth, minutes } of memory) {
      const isLeak = process !== "emulator" && minutes >= SHORTEST_JUDGED && growth > MOST_GROWTH;
      if (isLeak) problems.push(`${process} grows by ${growth.toFixed(1)} MB a minute`);
    }
    for (const [queue, count] of await stack.messages()) {
      if (count > 0) problems.push(`${queue} has ${count} messages left`);
    }
    console.log(
      problems.length > 0 ? `\nFound:\n${problems.join("\n")}` : "\nNothing was lost, and no queue has a message left.",
    );
    process.send?.({ patterns: Object.fromEntries(outcomes), memory, unmeasured, problems });
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    for (const { load } of works.values()) load.close?.();
    await stack.close();
  }
}

/** All patterns at once, one piece of work after the other, for so many minutes. */
async function soak(
  works: Map<string, Work>,
  processes: Processes,
  minutes: number,
  check: (name: string, outcome: Parameters<typeof lost>[0]) => void,
): Promise<Memory[]> {
  const begun = performance.now();
  const seconds = (): number => (performance.now() - begun) / 1_000;
  const goesOn = (): boolean => seconds() < minutes * 60;
  const sampler = async (): Promise<void> => {
    for (; goesOn(); await sleep(1_000)) processes.sample(seconds());
  };
  const worker = async (name: string, work: Work): Promise<void> => {
    await work.begin();
    while (goesOn()) if ((await work.one()) instanceof Error) await sleep(50);
    check(name, { sent: work.sent, failed: work.failed, out: await work.counted() });
  };
  await Promise.all([sampler(), ...[...works].map(([name, work]) => worker(name, work))]);
  return processes.memory();
}

void main();
