/** What several files share is stopped at their end: in parallel after each file, otherwise after the last one. */
const stops: (() => Promise<void>)[] = [];

export function atEnd(stop: () => Promise<void>): void {
  stops.push(stop);
}

/** Mocha's own name. A hook in a shared module itself would be one of the first file alone that loads it. */
export const mochaHooks = {
  async afterAll(): Promise<void> {
    for (const stop of stops.splice(0)) await stop();
  },
};
