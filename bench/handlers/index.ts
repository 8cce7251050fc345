/** Prints how the thumbnail function does, as ratios measured in one run. */
import { peakMemory } from "./peak-memory";
import { throughput } from "./throughput";

async function main(): Promise<void> {
  for (const { what, result } of [...(await throughput()), ...(await peakMemory())]) console.log(`${what}: ${result}`);
}

void main();
