import { area } from "../area";
import { snapStartResources } from "./resources";
import { snapStartProblems, snapStartSettings } from "./settings";

/** A function that starts from a snapshot, and stays unique. */
export const snapStart = area({
  settings: snapStartSettings,
  problems: snapStartProblems,
  resources: snapStartResources,
});
