import { area } from "../area";
import { databaseResources } from "./resources";
import { databaseExamples, databaseProblems, databaseSettings } from "./settings";

/** A database in the network, and a function that books transfers in it. */
export const database = area({
  settings: databaseSettings,
  examples: databaseExamples,
  problems: databaseProblems,
  resources: databaseResources,
});
