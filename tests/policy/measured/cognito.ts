import { cognitoParts } from "./cognitoParts";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

const pool = ofType("aws:cognito/userPool:UserPool");

const lambda = "arn:aws:lambda:eu-west-1:111122223333:function:f";
const key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const identity = "arn:aws:ses:eu-west-1:111122223333:identity/example.com";
const sms = { externalId: "e", snsCallerArn: "arn:aws:iam::111122223333:role/r" };
const text = { attributeDataType: "String" };

const recovers = (...names: readonly string[]) => ({
  accountRecoverySetting: { recoveryMechanisms: names.map((name, index) => ({ name, priority: index + 1 })) },
});

export const cognito: FactsByName = {
  ...cognitoParts,
  "cognito-alias-username-exclusive": pool(
    "people sign in with an alias or with an attribute as their name",
    { aliasAttributes: ["email"], usernameAttributes: ["email"] },
    { usernameAttributes: ["email"] },
  ),
  "cognito-auto-verified-attributes-enum": pool(
    "an e-mail address or a phone number is verified",
    { autoVerifiedAttributes: ["name"] },
    { autoVerifiedAttributes: ["email"] },
  ),
  "cognito-auto-verified-username-consistency": pool(
    "a phone number is verified by SMS",
    { autoVerifiedAttributes: ["phone_number"] },
    { autoVerifiedAttributes: ["phone_number"], smsConfiguration: sms },
  ),
  "cognito-custom-email-sender-kms": pool(
    "a sender of e-mail gets codes that are encrypted with a key",
    { lambdaConfig: { customEmailSender: { lambdaArn: lambda, lambdaVersion: "V1_0" } } },
    { lambdaConfig: { customEmailSender: { lambdaArn: lambda, lambdaVersion: "V1_0" }, kmsKeyId: key } },
  ),
  "cognito-custom-sms-sender-kms": pool(
    "a sender of SMS gets codes that are encrypted with a key",
    { lambdaConfig: { customSmsSender: { lambdaArn: lambda, lambdaVersion: "V1_0" } } },
    { lambdaConfig: { customSmsSender: { lambdaArn: lambda, lambdaVersion: "V1_0" }, kmsKeyId: key } },
  ),
  "cognito-custom-sender-kms-region": pool(
    "the key of a sender is in the pool's Region",
    {
      lambdaConfig: {
        customEmailSender: { lambdaArn: lambda, lambdaVersion: "V1_0" },
        kmsKeyId: key.replace("eu-west-1", "us-east-1"),
      },
    },
    { lambdaConfig: { customEmailSender: { lambdaArn: lambda, lambdaVersion: "V1_0" }, kmsKeyId: key } },
  ),
  "cognito-email-cognito-default-with-sourcearn": pool(
    "Cognito's own sender has no identity of SES",
    { emailConfiguration: { emailSendingAccount: "COGNITO_DEFAULT", sourceArn: identity } },
    { emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: identity } },
  ),
  "cognito-email-developer-requires-sourcearn": pool(
    "mail of one's own account has an identity of SES",
    { emailConfiguration: { emailSendingAccount: "DEVELOPER" } },
    { emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: identity } },
  ),
  "cognito-email-from-format": pool(
    "mail is from an address",
    { emailConfiguration: { fromEmailAddress: "example.com" } },
    { emailConfiguration: { fromEmailAddress: "a@example.com" } },
  ),
  "cognito-email-reply-to-format": pool(
    "mail is answered to an address",
    { emailConfiguration: { replyToEmailAddress: "example.com" } },
    { emailConfiguration: { replyToEmailAddress: "a@example.com" } },
  ),
  "cognito-email-sourcearn-region": pool(
    "an identity of SES is in one of three Regions",
    {
      emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: identity.replace("eu-west-1", "sa-east-1") },
    },
    { emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: identity } },
  ),
  "cognito-email-verification-message-placeholder": pool(
    "a message of verification has the code",
    { emailVerificationMessage: "Welcome" },
    { emailVerificationMessage: "Code {####}" },
  ),
  "cognito-invite-message-username-placeholder": pool(
    "an invitation has name and code",
    { adminCreateUserConfig: { inviteMessageTemplate: { emailMessage: "Code {####}" } } },
    { adminCreateUserConfig: { inviteMessageTemplate: { emailMessage: "{username}: {####}" } } },
  ),
  "cognito-invite-sms-message-placeholder": pool(
    "an invitation by SMS has name and code",
    { adminCreateUserConfig: { inviteMessageTemplate: { smsMessage: "Hello {username}" } } },
    { adminCreateUserConfig: { inviteMessageTemplate: { smsMessage: "{username}: {####}" } } },
  ),
  "cognito-lambda-config-region": pool(
    "a trigger is a function of the pool's Region",
    { lambdaConfig: { preSignUp: lambda.replace("eu-west-1", "us-east-1") } },
    { lambdaConfig: { preSignUp: lambda } },
  ),
  "cognito-mfa-email-otp-requires-developer": pool(
    "codes by e-mail are sent by SES",
    {
      mfaConfiguration: "OPTIONAL",
      emailMfaConfiguration: { message: "{####}", subject: "Code" },
      emailConfiguration: { emailSendingAccount: "COGNITO_DEFAULT" },
    },
    {
      mfaConfiguration: "OPTIONAL",
      emailMfaConfiguration: { message: "{####}", subject: "Code" },
      emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: identity },
    },
  ),
  "cognito-mfa-sms-config": pool(
    "MFA has a factor",
    { mfaConfiguration: "ON" },
    { mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } },
  ),
  "cognito-password-history-size-range": pool(
    "24 passwords are remembered at most",
    { passwordPolicy: { minimumLength: 12, passwordHistorySize: 25 } },
    { passwordPolicy: { minimumLength: 12, passwordHistorySize: 24 } },
  ),
  "cognito-password-min-length": pool(
    "a password has 6 to 99 characters at least",
    { passwordPolicy: { minimumLength: 100 } },
    { passwordPolicy: { minimumLength: 99 } },
  ),
  "cognito-pre-token-generation-config-tier": pool(
    "LITE has no second version of the trigger of tokens",
    { userPoolTier: "LITE", lambdaConfig: { preTokenGenerationConfig: { lambdaArn: lambda, lambdaVersion: "V2_0" } } },
    { userPoolTier: "LITE", lambdaConfig: { preTokenGenerationConfig: { lambdaArn: lambda, lambdaVersion: "V1_0" } } },
  ),
  "cognito-pre-token-generation-legacy-mix": pool(
    "the trigger of tokens is one function",
    {
      lambdaConfig: {
        preTokenGeneration: `${lambda}2`,
        preTokenGenerationConfig: { lambdaArn: lambda, lambdaVersion: "V2_0" },
      },
    },
    {
      lambdaConfig: {
        preTokenGeneration: lambda,
        preTokenGenerationConfig: { lambdaArn: lambda, lambdaVersion: "V2_0" },
      },
    },
  ),
  "cognito-recovery-admin-only-alone": pool(
    "admin_only is the only way of recovery",
    recovers("admin_only", "verified_email"),
    recovers("admin_only"),
  ),
  "cognito-recovery-duplicate": pool(
    "a way of recovery has its own place",
    recovers("verified_email", "verified_email"),
    recovers("verified_email", "verified_phone_number"),
  ),
  "cognito-recovery-mechanisms-max": pool(
    "there are two ways of recovery at most",
    recovers("verified_email", "verified_phone_number", "admin_only"),
    recovers("verified_email", "verified_phone_number"),
  ),
  "cognito-schema-attr-length-order": pool(
    "the shortest text is no longer than the longest",
    { schemas: [{ ...text, name: "a", stringAttributeConstraints: { minLength: "10", maxLength: "9" } }] },
    { schemas: [{ ...text, name: "a", stringAttributeConstraints: { minLength: "9", maxLength: "10" } }] },
  ),
  "cognito-schema-attr-max": pool(
    "a pool has 50 attributes of its own at most",
    { schemas: many(51, (index) => ({ ...text, name: `a${index}` })) },
    { schemas: many(50, (index) => ({ ...text, name: `a${index}` })) },
  ),
  "cognito-schema-custom-name-length": pool(
    "the name of an attribute has 20 characters at most",
    { schemas: [{ ...text, name: "a".repeat(21) }] },
    { schemas: [{ ...text, name: "a".repeat(20) }] },
  ),
  "cognito-schema-custom-required": pool(
    "an attribute of one's own is not required",
    { schemas: [{ ...text, name: "a", required: true }] },
    { schemas: [{ ...text, name: "email", required: true }] },
  ),
  "cognito-schema-name-duplicate": pool(
    "an attribute is defined once",
    {
      schemas: [
        { ...text, name: "a" },
        { ...text, name: "a" },
      ],
    },
    {
      schemas: [
        { ...text, name: "a" },
        { ...text, name: "b" },
      ],
    },
  ),
  "cognito-schema-number-min-max-order": pool(
    "the lowest number is not above the highest",
    {
      schemas: [
        { attributeDataType: "Number", name: "a", numberAttributeConstraints: { minValue: "10", maxValue: "9" } },
      ],
    },
    {
      schemas: [
        { attributeDataType: "Number", name: "a", numberAttributeConstraints: { minValue: "9", maxValue: "10" } },
      ],
    },
  ),
  "cognito-schema-standard-attr-datatype": pool(
    "a standard attribute keeps its type",
    { schemas: [{ name: "email", attributeDataType: "Number" }] },
    { schemas: [{ name: "email", attributeDataType: "String" }] },
  ),
  "cognito-signin-policy-password-required": pool(
    "a password is among the first factors",
    { signInPolicy: { allowedFirstAuthFactors: ["WEB_AUTHN"] } },
    { signInPolicy: { allowedFirstAuthFactors: ["WEB_AUTHN", "PASSWORD"] } },
  ),
  "cognito-signin-policy-webauthn-tier": pool(
    "LITE signs in with passwords alone",
    { userPoolTier: "LITE", signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } },
    { userPoolTier: "LITE", signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] } },
  ),
  "cognito-sms-authentication-message-placeholder": pool(
    "an SMS that authenticates has the code",
    { smsAuthenticationMessage: "Hello" },
    { smsAuthenticationMessage: "Hello {####}" },
  ),
  "cognito-sms-configuration-sns-region": pool(
    "SMS are sent from the pool's Region",
    { smsConfiguration: { ...sms, snsRegion: "eu-central-1" } },
    { smsConfiguration: { ...sms, snsRegion: "eu-west-1" } },
  ),
  "cognito-sms-verification-message-placeholder": pool(
    "an SMS that verifies has the code",
    { smsVerificationMessage: "Hello" },
    { smsVerificationMessage: "Hello {####}" },
  ),
  "cognito-temporary-password-validity-range": pool(
    "a temporary password lives 365 days at most",
    { passwordPolicy: { minimumLength: 12, temporaryPasswordValidityDays: 366 } },
    { passwordPolicy: { minimumLength: 12, temporaryPasswordValidityDays: 365 } },
  ),
  "cognito-user-attribute-update-requires-auto-verified": pool(
    "what is verified before a change is verified at first",
    {
      autoVerifiedAttributes: ["email"],
      smsConfiguration: sms,
      userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["phone_number"] },
    },
    {
      autoVerifiedAttributes: ["email"],
      smsConfiguration: sms,
      userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
    },
  ),
  "cognito-user-attribute-update-settings-enum": pool(
    "a name is not verified before a change",
    {
      autoVerifiedAttributes: ["email"],
      userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["name"] },
    },
    {
      autoVerifiedAttributes: ["email"],
      userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
    },
  ),
  "cognito-user-pool-name": pool("the name of a pool has no slash", { name: "users/eu" }, { name: "users-eu" }),
  "cognito-verification-code-placeholder": pool(
    "a template by e-mail has the code",
    { verificationMessageTemplate: { emailMessage: "Hello" } },
    { verificationMessageTemplate: { emailMessage: "Hello {####}" } },
  ),
  "cognito-verification-email-subject-length": pool(
    "a subject has 140 characters at most",
    { verificationMessageTemplate: { emailSubject: "a".repeat(141) } },
    { verificationMessageTemplate: { emailSubject: "a".repeat(140) } },
  ),
  "cognito-verification-link-placeholder": pool(
    "a template with a link has the link",
    { verificationMessageTemplate: { defaultEmailOption: "CONFIRM_WITH_LINK", emailMessageByLink: "Click here" } },
    { verificationMessageTemplate: { defaultEmailOption: "CONFIRM_WITH_LINK", emailMessageByLink: "{##Click##}" } },
  ),
  "cognito-verification-sms-placeholder": pool(
    "a template by SMS has the code",
    { verificationMessageTemplate: { smsMessage: "Hello" } },
    { verificationMessageTemplate: { smsMessage: "Hello {####}" } },
  ),
  "cognito-web-authn-relying-party-format": pool(
    "a relying party is a domain",
    { webAuthnConfiguration: { relyingPartyId: "https://example.com" } },
    { webAuthnConfiguration: { relyingPartyId: "example.com" } },
  ),
};
