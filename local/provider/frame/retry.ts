import { setTimeout as sleep } from "node:timers/promises";

/** How long the SDK's waiters wait, in total and between two attempts, in seconds: an emulator is quick. */
export const patience = { maxWaitTime: 120, minDelay: 0.05, maxDelay: 1 };

/** Calls until the answer is not undefined. @throws Error after `seconds`. */
export async function until<T>(what: string, seconds: number, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (let pause = 50; ; pause = Math.min(pause * 2, 1000)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what}: not after ${seconds} s`);
    await sleep(pause);
  }
}

/**
 * Retries a call for at most `seconds` while it fails with a passing error, for example a role that is not known
 * everywhere yet.
 */
export async function retryWhile<T>(
  passes: (error: Error) => boolean,
  seconds: number,
  call: () => Promise<T>,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (let pause = 100; ; pause = Math.min(pause * 2, 2000)) {
    try {
      return await call();
    } catch (error) {
      if (Date.now() > end || !passes(error as Error)) throw error;
      await sleep(pause);
    }
  }
}
