import { type TypeRows } from "../../schema";
import { agents } from "./agents";
import { credentialProviders } from "./credentials";
import { flows } from "./flows";
import { agentGateways } from "./gateways";
import { guardrails } from "./guardrails";
import { knowledge } from "./knowledge";
import { memoriesAndPolicies } from "./memories";
import { sources } from "./sources";

/** Models, what they know, what guards them, and agents. */
export const bedrock: readonly TypeRows[] = [
  ...agents,
  ...agentGateways,
  ...credentialProviders,
  ...flows,
  ...guardrails,
  ...knowledge,
  ...memoriesAndPolicies,
  ...sources,
];
