import { area } from "../area";
import { edgeResources } from "./resources";
import { edgeExamples, edgeProblems, edgeSettings } from "./settings";

/** A site of static pages by way of CloudFront, some of them for users of the pool, and one that is made at the edge. */
export const edge = area({
  settings: edgeSettings,
  examples: edgeExamples,
  problems: edgeProblems,
  resources: edgeResources,
});
