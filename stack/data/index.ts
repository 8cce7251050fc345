import { area } from "../area";
import { dataResources } from "./resources";
import { dataExamples, dataProblems, dataSettings } from "./settings";

/** The users table, in one or several Regions, with its change log, cache, backup and exports. */
export const data = area({
  settings: dataSettings,
  examples: dataExamples,
  problems: dataProblems,
  resources: dataResources,
});
