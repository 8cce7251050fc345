import { measured, type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { only, sameRegion, together } from "../../together";
import { ses, sesRegions } from "./shared";

const lambda = "arn:aws:lambda:eu-west-1:111122223333:function:f";
const key = "arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-1111-1111-111111111111";
const triggers = [
  "preSignUp", "postConfirmation", "preAuthentication", "postAuthentication", "preTokenGeneration", "customMessage",
  "defineAuthChallenge", "createAuthChallenge", "verifyAuthChallengeResponse", "userMigration",
  "preTokenGenerationConfig.lambdaArn", "customEmailSender.lambdaArn", "customSmsSender.lambdaArn",
]; // prettier-ignore

const userPool: TypeRows = {
  type: "aws:cognito/userPool:UserPool",
  source: api("cognito", "CreateUserPool"),
  rows: [
    ...triggers.map((trigger) =>
      sameRegion(`lambdaConfig.${trigger}`, "a trigger is a function of the pool's own Region", lambda),
    ),
    sameRegion("lambdaConfig.kmsKeyId", "the key is in the pool's own Region", key),
    together(
      "COGNITO_DEFAULT sends from no address of one's own",
      {
        when: { "emailConfiguration.emailSendingAccount": "COGNITO_DEFAULT" },
        excluded: ["emailConfiguration.sourceArn"],
        source: measured,
      },
      { name: "p" },
      { emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: ses } },
      { emailConfiguration: { emailSendingAccount: "COGNITO_DEFAULT", sourceArn: ses } },
    ),
    sesRegions("emailConfiguration.sourceArn"),
    ...(["fromEmailAddress", "replyToEmailAddress"] as const).map((name) => ({
      at: `emailConfiguration.${name}`,
      fact: "it is an email address",
      pattern: "[^\\s@]+@[^\\s@]+",
      good: "orders@example.com",
      bad: "orders",
    })),
    together(
      "V2_0 and later of the token generation need the tier ESSENTIALS or PLUS",
      {
        when: { "lambdaConfig.preTokenGenerationConfig.lambdaVersion": ["V2_0", "V3_0"] },
        properties: { userPoolTier: { not: { const: "LITE" } } },
        source: page("cognito/latest/developerguide/user-pool-lambda-pre-token-generation"),
      },
      { name: "p", lambdaConfig: { preTokenGenerationConfig: { lambdaArn: lambda, lambdaVersion: "V2_0" } } },
      { userPoolTier: "ESSENTIALS" },
      { userPoolTier: "LITE" },
    ),
    {
      at: "schemas[].stringAttributeConstraints",
      fact: "minLength is not above maxLength",
      ordered: [["minLength", "<=", "maxLength"]],
      good: { minLength: "1", maxLength: "10" },
      bad: { minLength: "11", maxLength: "10" },
    },
    {
      at: "schemas[].numberAttributeConstraints",
      fact: "minValue is not above maxValue",
      ordered: [["minValue", "<=", "maxValue"]],
      good: { minValue: "1", maxValue: "10" },
      bad: { minValue: "11", maxValue: "10" },
    },
    together(
      "what is verified by itself with phone_number needs an smsConfiguration",
      {
        if: {
          properties: { autoVerifiedAttributes: { contains: { const: "phone_number" } } },
          required: ["autoVerifiedAttributes[]"],
        },
        then: { required: ["smsConfiguration"] },
        source: measured,
      },
      { name: "p", autoVerifiedAttributes: ["phone_number"] },
      { smsConfiguration: { externalId: "e", snsCallerArn: "arn:aws:iam::111122223333:role/r" } },
      {},
    ),
    {
      at: "accountRecoverySetting.recoveryMechanisms",
      fact: "admin_only stands alone",
      if: { contains: { properties: { name: { const: "admin_only" } }, required: ["name"] } },
      then: { maxItems: 1 },
      good: [{ name: "admin_only", priority: 1 }],
      bad: [
        { name: "admin_only", priority: 1 },
        { name: "verified_email", priority: 2 },
      ],
    },
    {
      at: "accountRecoverySetting.recoveryMechanisms",
      fact: "no mechanism stands twice",
      uniqueKeys: ["name"],
      good: [{ name: "verified_email", priority: 1 }],
      bad: [
        { name: "verified_email", priority: 1 },
        { name: "verified_email", priority: 2 },
      ],
    },
    {
      at: "accountRecoverySetting.recoveryMechanisms",
      maxItems: 2,
      good: [{ name: "verified_email", priority: 1 }],
      bad: [{ priority: 1 }, { priority: 2 }, { priority: 3 }],
    },
    { at: "passwordPolicy.passwordHistorySize", minimum: 0, maximum: 24, good: 24, bad: 25 },
    {
      at: "signInPolicy",
      fact: "the first factors include PASSWORD",
      when: { "allowedFirstAuthFactors[]": {} },
      properties: { allowedFirstAuthFactors: { contains: { const: "PASSWORD" } } },
      source: api("cognito", "SignInPolicyType"),
      good: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] },
      bad: { allowedFirstAuthFactors: ["WEB_AUTHN"] },
    },
    together(
      "first factors without a password need the tier ESSENTIALS or PLUS",
      {
        if: {
          properties: {
            "signInPolicy.allowedFirstAuthFactors": { contains: { enum: ["WEB_AUTHN", "EMAIL_OTP", "SMS_OTP"] } },
          },
          required: ["signInPolicy.allowedFirstAuthFactors[]"],
        },
        then: { properties: { userPoolTier: { not: { const: "LITE" } } } },
        source: page("cognito/latest/developerguide/cognito-sign-in-feature-plans"),
      },
      { name: "p", signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } },
      { userPoolTier: "ESSENTIALS" },
      { userPoolTier: "LITE" },
    ),
    {
      at: "webAuthnConfiguration.relyingPartyId",
      fact: "it is a domain name without scheme and path",
      pattern: "^[A-Za-z0-9.-]+$",
      good: "a.example.com",
      bad: "https://a.example.com",
    },
    only("MFA that is OFF has no factor", { mfaConfiguration: "OFF" }, ["emailMfaConfiguration"], { source: measured })(
      { name: "p", emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: ses } },
      {},
      { mfaConfiguration: "OFF", emailMfaConfiguration: { message: "{####}", subject: "s" } },
    ),
  ],
};

/** User pools. */
export const userPoolRows: readonly TypeRows[] = [userPool];
