import { sep } from "node:path";

/**
 * A test that drives the engine on a machine that is busy, or a registry that is slow, gets a second try; the reporter names it
 * with its first error. No other test does: a property that fails for one in a hundred draws must be seen.
 */
export const mochaHooks = {
  beforeEach(this: Mocha.Context): void {
    if (this.currentTest?.file?.includes(`${sep}tests${sep}stack${sep}`)) this.currentTest.retries(1);
  },
};
