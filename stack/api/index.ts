import { area } from "../area";
import { apiResources } from "./resources";
import { apiExamples, apiProblems, apiSettings } from "./settings";

/** Users over HTTP: a REST API, with what guards it and what it feeds, and a cheaper HTTP API for whoever has a token. */
export const api = area({
  settings: apiSettings,
  examples: apiExamples,
  problems: apiProblems,
  resources: apiResources,
});
