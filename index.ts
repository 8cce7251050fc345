import { compose } from "./stack/compose";
import { readConfig } from "./stack/config";
import { allAreas } from "./stack/config/keys";

/**
 * The program that Pulumi runs: every area of the stack (stack/index.ts lists them) under the stack's configuration. What it
 * exports are the outputs of those patterns that are on.
 */
export = compose(allAreas, readConfig());
