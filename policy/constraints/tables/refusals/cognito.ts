import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { like } from "../together";

/** Cognito: what AWS refuses between properties, and between Regions. */
export const cognitoRefusals: readonly TypeRows[] = [
  {
    type: "aws:cognito/userPool:UserPool",
    source: api("cognito", "CreateUserPool"),
    rows: [
      {
        at: "smsConfiguration.snsRegion",
        fact: "SMS are sent from the pool's own Region, or from one that Cognito has for older pools",
        anyOf: [
          { ownRegion: true },
          {
            enum: ["us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1", "ap-southeast-1", "ap-southeast-2"],
          },
        ],
        source: page("cognito/latest/developerguide/cognito-user-pool-settings-email-phone"),
        good: "eu-west-1",
        bad: "eu-central-1",
      },
      {
        at: "",
        fact: "attributes that are verified before an update are among autoVerifiedAttributes",
        memberOf: [
          ["userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates[]", "autoVerifiedAttributes[]"],
        ],
        source: api("cognito", "UserAttributeUpdateSettingsType"),
        good: {
          autoVerifiedAttributes: ["email"],
          userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
        },
        bad: {
          autoVerifiedAttributes: ["email"],
          userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["phone_number"] },
        },
      },
    ],
  },
  {
    type: "aws:cognito/identityPool:IdentityPool",
    source: api("identity", "CognitoIdentityProvider"),
    rows: [
      like(
        "cognitoIdentityProviders[].providerName",
        "a user pool is named as cognito-idp.<Region>.amazonaws.com/<its identifier>",
        "^cognito-idp\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/[\\w-]+_[0-9A-Za-z]+$",
        "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a",
        "eu-west-1_a",
      ),
    ],
  },
];
