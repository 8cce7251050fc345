/** What several test files share, such as the policy server: it is stopped when the last file of this process is done. */
const stops: (() => void)[] = [];

export function atEnd(stop: () => void): void {
  stops.push(stop);
}

const stopAll = (): void => stops.splice(0).forEach((stop) => stop());

// In parallel, mocha calls the hook after each file, and exits the process, which has many, after the last one.
const inParallel = process.env.MOCHA_WORKER_ID !== undefined;
if (inParallel) process.once("exit", stopAll);

/** Mocha's own name. A hook in a shared module itself would be one of the first file alone that loads it. */
export const mochaHooks = { afterAll: inParallel ? () => {} : stopAll };
