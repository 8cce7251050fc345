import { area } from "../area";
import { dataResources } from "./resources";
import { dataExamples, dataProblems, dataSettings } from "./settings";

/** The table of users, in one Region or in several, with what logs its changes, caches and exports it. */
export const data = area({
  settings: dataSettings,
  examples: dataExamples,
  problems: dataProblems,
  resources: dataResources,
});
