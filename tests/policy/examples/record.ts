import { extractExamples } from "./extract";
import { planned, preview, type Previewed } from "./preview";

/** What the parent process gets for each example: the properties as a resource has them, and as the stack has them. */
export interface Recorded extends Previewed {
  readonly planned: readonly Record<string, unknown>[];
}

/** A process of its own: previews every n-th example, one after the other, because the SDK has one run at a time. */
async function record(first: number, step: number): Promise<void> {
  Error.stackTraceLimit = 0; // the SDK takes a stack for each of its promises
  const examples = extractExamples("@pulumi/aws").filter((_, index) => index % step === first);
  for (const example of examples) {
    const previewed = await preview(example);
    const recorded: Recorded = { ...previewed, planned: previewed.resources.map(planned) };
    await new Promise<void>((resolve, reject) =>
      process.send!(recorded, undefined, undefined, (error: Error | null) => (error ? reject(error) : resolve())),
    );
  }
  process.disconnect();
}

if (require.main === module) void record(Number(process.argv[2]), Number(process.argv[3]));
