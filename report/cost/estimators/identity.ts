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

const certificate = reading(
  z.object({
    certificateAuthorityArn: z.string().optional(),
    options: z.object({ export: z.string().default("DISABLED") }).default({ export: "DISABLED" }),
  }),
  ({ certificateAuthorityArn, options }) => {
    if (certificateAuthorityArn !== undefined) return [{ reason: "no price is recorded for private certificates" }];
    return options.export === "ENABLED" ? [{ reason: "no price is recorded for exportable certificates" }] : [];
  },
);

const parameter = reading(z.object({ tier: z.string().default("Standard") }), ({ tier }) =>
  tier === "Standard" ? [] : [{ price: prices.ssm.advancedParameters, quantity: 1 }],
);

export const identityEstimators = {
  "aws:acm/certificate:Certificate": certificate,
  "aws:ssm/parameter:Parameter": parameter,
  "aws:cognito/userPool:UserPool": userPool,
  "aws:kms/key:Key": key,
  "aws:secretsmanager/secret:Secret": secret,
};
