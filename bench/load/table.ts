import { type Outcome } from "./driver";
import { type Memory } from "./processes";

/** Rows with columns as wide as what is in them; all but the first and the last stand to the right. */
function print(rows: string[][]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 || column === row.length - 1 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
    );
    console.log(`  ${cells.join("  ").trimEnd()}`);
  }
}

const millis = (value: number | undefined): string => (value === undefined ? "–" : `${Math.round(value)}`);

export function printOutcomes(outcomes: Map<string, Outcome>, unmeasured: Record<string, string>): void {
  console.log("Each alone. Milliseconds of one after the other, and of the rate; what was sent, and what came of it:");
  print([
    ["", "a second", "at once", "p50", "p99", "p99 then", "in", "failed", "out", "drained", "gives way first"],
    ...[...outcomes].map(([name, each]) => [
      name,
      each.rate.toFixed(1),
      `${each.atOnce}`,
      millis(each.p50),
      millis(each.p99),
      millis(each.p99AtRate),
      `${each.sent}`,
      `${each.failed}`,
      each.out === undefined ? "–" : `${each.out}`,
      `${each.burst} in ${each.burstSeconds.toFixed(1)} s`,
      each.givesWay,
    ]),
  ]);
  for (const [name, why] of Object.entries(unmeasured)) console.log(`  not measured: ${name}: ${why}`);
}

export function printMemory(memory: Memory[]): void {
  const minutes = Math.max(0, ...memory.map(({ minutes }) => minutes)).toFixed(1);
  console.log(`\nAll at once for ${minutes} minutes. Memory of a process of each kind, in MB:`);
  print([
    ["", "processes", "most", "at the end", "a minute", ""],
    ...memory.map((each) => [
      each.process,
      `${each.processes}`,
      each.most.toFixed(0),
      each.end.toFixed(0),
      `${each.growth >= 0 ? "+" : ""}${each.growth.toFixed(1)}`,
      each.process === "emulator" ? "keeps all that is stored in memory" : "",
    ]),
  ]);
}
