import { area } from "../area";
import { cacheResources } from "./resources";
import { cacheProblems, cacheSettings } from "./settings";

/** A cache in the network, and a function that reads the table of users through it. */
export const cache = area({
  settings: cacheSettings,
  problems: cacheProblems,
  resources: cacheResources,
});
