import { z } from "zod";
import { type Estimator, reading } from "../estimator";
import { prices } from "../prices";

const tiers = { LITE: prices.cognito.lite, ESSENTIALS: prices.cognito.essentials, PLUS: prices.cognito.plus };

const userPool = reading(
  z.object({
    userPoolTier: z.enum(["LITE", "ESSENTIALS", "PLUS"]).default("ESSENTIALS"),
    smsConfiguration: z.unknown().optional(),
  }),
  ({ userPoolTier, smsConfiguration }, { usage: { users } }) => [
    { price: tiers[userPoolTier], quantity: users },
    ...(smsConfiguration === undefined
      ? []
      : [{ reason: "no price is recorded for text messages: it depends on the country" }]),
  ],
);

const key: Estimator = (_, { requests }) => [
  { price: prices.kms.keys, quantity: 1 },
  { price: prices.kms.requests, quantity: requests, basis: "one for each request" },
];

const secret: Estimator = (_, { requests }) => [
  { price: prices.secretsmanager.secrets, quantity: 1 },
  { price: prices.secretsmanager.calls, quantity: requests, basis: "one for each request" },
];

export const identityEstimators = {
  "aws:cognito/userPool:UserPool": userPool,
  "aws:kms/key:Key": key,
  "aws:secretsmanager/secret:Secret": secret,
};
