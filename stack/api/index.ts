import { area } from "../area";
import { apiResources } from "./resources";
import { apiExamples, apiProblems, apiSettings } from "./settings";

/** Users over HTTP: a REST API with its web ACL and event stream, and a cheaper HTTP API for callers with a token. */
export const api = area({
  settings: apiSettings,
  examples: apiExamples,
  problems: apiProblems,
  resources: apiResources,
});
