import { area } from "../area";
import { identityResources } from "./resources";
import { identityExamples, identityProblems, identitySettings } from "./settings";

/**
 * Sign-in, and what users own: files and orders that each reaches with credentials of their own, and nobody else does.
 */
export const identity = area({
  settings: identitySettings,
  examples: identityExamples,
  problems: identityProblems,
  resources: identityResources,
});
