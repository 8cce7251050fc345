import { measured, type TypeRows } from "../../schema";
import { api } from "../pages";

const provider = {
  clientId: "769obvghue82qn3tlrbl1em0pr",
  providerName: "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
};

/** Identity pools. */
export const peopleReported: readonly TypeRows[] = [
  {
    type: "aws:cognito/identityPool:IdentityPool",
    source: api("identity", "CognitoIdentityProvider"),
    rows: (["clientId", "providerName"] as const).map((property) => ({
      at: "cognitoIdentityProviders[]",
      fact: `a user pool that signs people in has a ${property}`,
      required: [property],
      source: measured,
      good: provider,
      bad: property === "clientId" ? { providerName: provider.providerName } : { clientId: provider.clientId },
    })),
  },
];
