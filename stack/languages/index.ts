import { area } from "../area";
import { languagesResources } from "./resources";
import { languagesProblems, languagesSettings } from "./settings";

/** The same function in several languages. */
export const languages = area({
  settings: languagesSettings,
  problems: languagesProblems,
  resources: languagesResources,
});
