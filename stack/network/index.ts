import { area } from "../area";
import { networkResources } from "./resources";
import { networkExamples, networkProblems, networkSettings } from "./settings";

/** The private network that caches and databases are in. */
export const network = area({
  settings: networkSettings,
  examples: networkExamples,
  problems: networkProblems,
  resources: networkResources,
});
