import { area } from "../area";
import { edgeResources } from "./resources";
import { edgeExamples, edgeProblems, edgeSettings } from "./settings";

/** A static site behind CloudFront: some pages are for users of the pool only, one is rendered at the edge. */
export const edge = area({
  settings: edgeSettings,
  examples: edgeExamples,
  problems: edgeProblems,
  resources: edgeResources,
});
