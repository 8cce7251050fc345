import { area } from "../area";
import { generalExamples, generalProblems, generalSettings } from "./settings";

/** What holds for every area: each function is made with it (see shared.ts). */
export const general = area({
  settings: generalSettings,
  examples: generalExamples,
  problems: generalProblems,
  resources: () => ({}),
});
