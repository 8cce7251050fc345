import { area } from "../area";
import { photosResources } from "./resources";
import { photosExamples, photosProblems, photosSettings } from "./settings";

/** A photo put in a bucket comes back as thumbnails in another. */
export const photos = area({
  settings: photosSettings,
  examples: photosExamples,
  problems: photosProblems,
  resources: photosResources,
});
