import path from "node:path";
import { installRoot } from "../../local/project";

/** To be required by a process of Node before Pulumi's SDK, which it makes start in half the time. */
export const lazyPulumi = path.join(installRoot, "cli", "bootstrap", "lazyPulumi.cjs");

/** To be required by the process of a program: as above, and what costs the SDK much, and nobody reads here, is off. */
export const quietPulumi = path.join(installRoot, "cli", "bootstrap", "quietPulumi.cjs");
