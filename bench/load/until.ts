import { setTimeout as sleep } from "node:timers/promises";

/** Longer than every retry of a pattern takes on the emulator: what is not there by then was dropped. */
const PATIENCE = 120_000;

/** Asks, less and less often, until the answer is yes. @throws Error named Dropped */
export async function until(what: string, ask: () => Promise<boolean>, patience = PATIENCE): Promise<void> {
  const end = performance.now() + patience;
  for (let pause = 10; performance.now() < end; pause = Math.min(pause * 1.5, 250)) {
    if (await ask()) return;
    await sleep(pause);
  }
  throw Object.assign(new Error(`${what} did not come`), { name: "Dropped" });
}

/** Whether a service has what is asked for; its answer that there is nothing is no. */
export const exists = (request: Promise<unknown>): Promise<boolean> =>
  request.then(
    () => true,
    (error: { $metadata?: { httpStatusCode?: number } }) => {
      if (error.$metadata?.httpStatusCode === 404) return false;
      throw error as unknown as Error;
    },
  );
