import { area } from "../area";
import { jobsResources } from "./resources";
import { jobsProblems, jobsSettings } from "./settings";

/** Scheduled jobs over all areas: one deletes old logs, one reports usage. */
export const jobs = area({
  settings: jobsSettings,
  problems: jobsProblems,
  resources: jobsResources,
});
