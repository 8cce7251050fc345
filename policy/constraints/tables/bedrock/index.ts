import { type TypeRows } from "../../schema";
import { flows } from "./flows";
import { guardrails } from "./guardrails";
import { knowledge } from "./knowledge";
import { sources } from "./sources";

/** Models, what they know, and what guards them. */
export const bedrock: readonly TypeRows[] = [...flows, ...guardrails, ...knowledge, ...sources];
