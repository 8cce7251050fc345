import { area } from "../area";
import { jobsResources } from "./resources";
import { jobsProblems, jobsSettings } from "./settings";

/** What runs by the clock over all areas: old logs are deleted, and usage is reported. */
export const jobs = area({
  settings: jobsSettings,
  problems: jobsProblems,
  resources: jobsResources,
});
