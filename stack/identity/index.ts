import { area } from "../area";
import { identityResources } from "./resources";
import { identityExamples, identityProblems, identitySettings } from "./settings";

/** Who signs in, and what each of them owns: files and orders that only their owner reaches, with credentials of their own. */
export const identity = area({
  settings: identitySettings,
  examples: identityExamples,
  problems: identityProblems,
  resources: identityResources,
});
