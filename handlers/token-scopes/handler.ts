/** Puts the scopes of a user's groups in the access token, before Cognito signs it. Lambda entry point. */
import { type Context, type PreTokenGenerationV2TriggerEvent } from "aws-lambda";

import { readEnvironment } from "../environment";
import { logger } from "../telemetry";
import { collectScopes, settingsSchema } from "./scopes";

const settings = readEnvironment(settingsSchema);

/** Version 2 of the trigger. A user in no group gets the token unchanged. */
export async function handler(
  event: PreTokenGenerationV2TriggerEvent,
  context: Context,
): Promise<PreTokenGenerationV2TriggerEvent> {
  logger.addContext(context);
  const groups = event.request.groupConfiguration.groupsToOverride ?? [];
  const scopesToAdd = collectScopes(groups, settings.GROUP_SCOPES);
  logger.debug("scopes added", { groups, scopesToAdd });
  const claimsAndScopeOverrideDetails = { accessTokenGeneration: { scopesToAdd } };
  return Promise.resolve({ ...event, response: { claimsAndScopeOverrideDetails } });
}
