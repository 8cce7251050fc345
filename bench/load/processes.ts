import { availableParallelism, cpus } from "node:os";
import path from "node:path";
import { emulatorMark } from "../../local/emulator/server";
import { markedWith } from "../../local/processes";
import { processFile } from "../processFile";

/** Ticks of the processor's time in a second, as Linux counts them everywhere. */
const TICKS = 100;
const MEGABYTE = 1024 * 1024;
/** The machine's cores are used up at this share of them. */
const BUSY = 0.9;
/** The first part of a run, in which caches fill and code is compiled. */
const WARM_UP = 0.3;

interface Sample {
  seconds: number;
  bytes: number;
  processes: number;
}

interface Used {
  processes: Map<string, number>;
  machine: number;
}

export interface Memory {
  process: string;
  /** How many there are of it at the end; the rest is of one of them. */
  processes: number;
  /** Megabytes. */
  most: number;
  end: number;
  /** Megabytes a minute, after the first part of the run. */
  growth: number;
  minutes: number;
}

/** The emulator and what it has started: their processor time and memory, read from Linux. */
export class Processes {
  private readonly samples = new Map<string, Sample[]>();
  private readonly others: number[] = [];
  private readonly names = new Map<number, string>();

  constructor(private readonly emulatorFolder: string) {}

  /** Watches a process beside those of the emulator. */
  add({ pid, name }: { pid: number; name: string }): void {
    this.others.push(pid);
    this.names.set(pid, name);
  }

  /** Processor seconds so far: of each process, and what the machine's cores did in all. */
  used(): Used {
    const { user, system } = process.cpuUsage();
    const processes = new Map([["this driver", (user + system) / 1e6]]);
    for (const [name, pids] of this.running()) {
      const ticks = pids.map((pid) =>
        processFile(pid, "stat")
          .replace(/^.*\) /s, "")
          .split(" "),
      );
      processes.set(
        name,
        ticks.reduce((sum, fields) => sum + Number(fields[11] ?? 0) + Number(fields[12] ?? 0), 0) / TICKS,
      );
    }
    const machine = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1_000;
    return { processes, machine };
  }

  /** What used most of the processor since then, and whether that is a whole core, or the machine has no more. */
  busiest(before: Used, seconds: number): string {
    const { processes, machine } = this.used();
    const [most] = [...processes]
      .map(([name, total]) => ({ name, share: (total - (before.processes.get(name) ?? 0)) / seconds }))
      .sort((a, b) => b.share - a.share);
    const busiest = `${most?.name}, ${Math.round((most?.share ?? 0) * 100)} % of a core`;
    const cores = availableParallelism();
    const isFull = (machine - before.machine) / seconds >= cores * BUSY;
    return isFull ? `the machine's ${cores} cores (${busiest})` : `waiting (${busiest})`;
  }

  /** Notes the memory of each process: what is its own, without the files that it shares. */
  sample(seconds: number): void {
    for (const [name, pids] of this.running()) {
      const own = pids.map((pid) => Number(/^RssAnon:\s*(\d+) kB/m.exec(processFile(pid, "status"))?.[1] ?? 0) * 1024);
      const bytes = own.reduce((sum, each) => sum + each, 0) / own.length;
      this.samples.set(name, [...(this.samples.get(name) ?? []), { seconds, bytes, processes: own.length }]);
    }
  }

  memory(): Memory[] {
    return [...this.samples].map(([name, samples]) => {
      const [first, last] = [samples[0]!, samples.at(-1)!];
      return {
        process: name,
        processes: last.processes,
        most: Math.max(...samples.map(({ bytes }) => bytes)) / MEGABYTE,
        end: last.bytes / MEGABYTE,
        growth: (slope(samples.slice(Math.floor(samples.length * WARM_UP))) * 60) / MEGABYTE,
        minutes: (last.seconds - first.seconds) / 60,
      };
    });
  }

  /** Process ids by what they are: a function, which may have several, the emulator, or what it has started. */
  private running(): Map<string, number[]> {
    const pids = [...markedWith(emulatorMark(this.emulatorFolder)), ...this.others];
    return Map.groupBy(pids, (pid) => this.name(pid));
  }

  private name(pid: number): string {
    const known = this.names.get(pid);
    if (known) return known;
    const functionName = /\0AWS_LAMBDA_FUNCTION_NAME=([^\0]+)/.exec(processFile(pid, "environ"))?.[1];
    const command = processFile(pid, "cmdline").split("\0");
    const program = command.some((part) => part.endsWith("serve.py")) ? "emulator" : path.basename(command[0] ?? "");
    const name = functionName?.replace(/-[0-9a-f]{7}$/, "") ?? program;
    this.names.set(pid, name);
    return name;
  }
}

/** Bytes a second by least squares. */
function slope(samples: Sample[]): number {
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [time, level] = [mean(({ seconds }) => seconds), mean(({ bytes }) => bytes)];
  const above = samples.reduce((sum, { seconds, bytes }) => sum + (seconds - time) * (bytes - level), 0);
  const below = samples.reduce((sum, { seconds }) => sum + (seconds - time) ** 2, 0);
  return below === 0 ? 0 : above / below;
}
