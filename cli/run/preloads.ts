import path from "node:path";
import { installRoot } from "../../local/project";

/** To be required by the process of the policy pack, which is compiled, before Pulumi's SDK: it starts in half the time. */
export const compiledPack = path.join(installRoot, "cli", "bootstrap", "compiledPack.cjs");

/** To be required by the process of a program: what costs the SDK much, and nobody reads here, is off. */
export const quietPulumi = path.join(installRoot, "cli", "bootstrap", "quietPulumi.cjs");

/** Starts the process of the policy pack before the command itself is loaded. */
export const earlyPack = path.join(installRoot, "cli", "bootstrap", "earlyPack.cjs");
