import { area } from "../area";
import { generalExamples, generalProblems, generalSettings } from "./settings";

/** Settings for every area: each function gets them (see shared.ts). */
export const general = area({
  settings: generalSettings,
  examples: generalExamples,
  problems: generalProblems,
  resources: () => ({}),
});
