import { naming } from "../../../../limits/naming";
import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { messageRows } from "./messages";

const fn = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;

/** Cognito. */
export const cognitoUserPool: readonly TypeRows[] = [
  {
    type: "aws:cognito/userPool:UserPool",
    source: api("cognito", "CreateUserPool"),
    rows: [
      {
        at: "lambdaConfig",
        fact: "preTokenGeneration and preTokenGenerationConfig.lambdaArn, where both are set, are one function",
        equal: [["preTokenGeneration", "preTokenGenerationConfig.lambdaArn"]],
        source: api("cognito", "LambdaConfigType"),
        good: { preTokenGeneration: fn("a"), preTokenGenerationConfig: { lambdaArn: fn("a"), lambdaVersion: "V2_0" } },
        bad: { preTokenGeneration: fn("b"), preTokenGenerationConfig: { lambdaArn: fn("a"), lambdaVersion: "V2_0" } },
      },
      {
        at: "schemas[]",
        fact: "a standard attribute keeps its type: email is a String",
        format: "userAttribute",
        source: page("cognito/latest/developerguide/user-pool-settings-attributes"),
        good: { name: "email", attributeDataType: "String" },
        bad: { name: "email", attributeDataType: "Number" },
      },
      {
        at: "schemas[].attributeDataType",
        enum: ["String", "Number", "DateTime", "Boolean"],
        source: api("cognito", "SchemaAttributeType"),
        good: "String",
        bad: "Text",
      },
      {
        at: "schemas[].name",
        fact: "the name of an attribute has 1 to 20 characters and no space",
        pattern: "^\\S{1,20}$",
        source: api("cognito", "SchemaAttributeType"),
        good: "tenant",
        bad: "a".repeat(21),
      },
      {
        at: "schemas[]",
        fact: "a custom attribute is not required",
        if: { required: ["required"], properties: { required: { const: true } } },
        then: {
          properties: {
            name: {
              pattern:
                "^(address|birthdate|email|family_name|gender|given_name|locale|middle_name|name|nickname|phone_number|picture|preferred_username|profile|zoneinfo|updated_at|website)$",
            },
          },
        },
        source: page("cognito/latest/developerguide/user-pool-settings-attributes"),
        good: { name: "email", attributeDataType: "String", required: true },
        bad: { name: "tenant", attributeDataType: "String", required: true },
      },
      {
        at: "schemas",
        fact: "an attribute is defined once",
        uniqueKeys: ["name"],
        good: [{ name: "tenant", attributeDataType: "String" }],
        bad: [
          { name: "tenant", attributeDataType: "String" },
          { name: "tenant", attributeDataType: "Number" },
        ],
      },
      {
        at: "schemas[]",
        fact: "numberAttributeConstraints are for Numbers",
        when: { attributeDataType: ["String", "Boolean", "DateTime"] },
        excluded: ["numberAttributeConstraints"],
        source: "measured",
        good: { name: "a", attributeDataType: "Number", numberAttributeConstraints: { minValue: "1" } },
        bad: { name: "a", attributeDataType: "String", numberAttributeConstraints: { minValue: "1" } },
      },
      {
        at: "",
        fact: "usernameAttributes and aliasAttributes exclude each other",
        atMostOne: ["usernameAttributes", "aliasAttributes"],
        source: page("cognito/latest/developerguide/user-pool-settings-attributes"),
        good: { usernameAttributes: ["email"] },
        bad: { usernameAttributes: ["email"], aliasAttributes: ["phone_number"] },
      },
      { at: "usernameAttributes[]", enum: ["phone_number", "email"], good: "email", bad: "preferred_username" },
      {
        at: "aliasAttributes[]",
        enum: ["phone_number", "email", "preferred_username"],
        good: "email",
        bad: "nickname",
      },
      { at: "autoVerifiedAttributes[]", enum: ["phone_number", "email"], good: "email", bad: "name" },
      { at: "mfaConfiguration", enum: ["OFF", "ON", "OPTIONAL"], good: "ON", bad: "REQUIRED" },
      {
        at: "",
        fact: "MFA needs a factor: softwareTokenMfaConfiguration, smsConfiguration, emailMfaConfiguration or webAuthnConfiguration",
        when: { mfaConfiguration: ["ON", "OPTIONAL"] },
        requiredOr: [
          "softwareTokenMfaConfiguration",
          "smsConfiguration",
          "emailMfaConfiguration",
          "webAuthnConfiguration",
        ],
        source: api("cognito", "SetUserPoolMfaConfig"),
        good: { mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } },
        bad: { mfaConfiguration: "ON" },
      },
      {
        at: "",
        fact: "emailMfaConfiguration needs an emailConfiguration with SES",
        when: { emailMfaConfiguration: {} },
        properties: { "emailConfiguration.emailSendingAccount": { const: "DEVELOPER" } },
        required: ["emailConfiguration.emailSendingAccount"],
        source: page("cognito/latest/developerguide/user-pool-settings-mfa-sms-email-message"),
        good: {
          emailMfaConfiguration: { message: "{####}" },
          mfaConfiguration: "OPTIONAL",
          emailConfiguration: {
            emailSendingAccount: "DEVELOPER",
            sourceArn: "arn:aws:ses:eu-west-1:111122223333:identity/a",
          },
        },
        bad: {
          emailMfaConfiguration: { message: "{####}" },
          mfaConfiguration: "OPTIONAL",
          emailConfiguration: { emailSendingAccount: "COGNITO_DEFAULT" },
        },
      },
      {
        at: "emailConfiguration",
        fact: "DEVELOPER needs a sourceArn",
        when: { emailSendingAccount: "DEVELOPER" },
        required: ["sourceArn"],
        source: api("cognito", "EmailConfigurationType"),
        good: { emailSendingAccount: "DEVELOPER", sourceArn: "arn:aws:ses:eu-west-1:111122223333:identity/a" },
        bad: { emailSendingAccount: "DEVELOPER" },
      },
      {
        at: "emailConfiguration.emailSendingAccount",
        enum: ["COGNITO_DEFAULT", "DEVELOPER"],
        good: "DEVELOPER",
        bad: "SES",
      },
      {
        at: "lambdaConfig",
        fact: "a custom sender needs kmsKeyId",
        dependentRequired: { customEmailSender: ["kmsKeyId"], customSmsSender: ["kmsKeyId"] },
        source: api("cognito", "LambdaConfigType"),
        good: {
          customEmailSender: { lambdaArn: fn("a"), lambdaVersion: "V1_0" },
          kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1",
        },
        bad: { customEmailSender: { lambdaArn: fn("a"), lambdaVersion: "V1_0" } },
      },
      {
        at: "lambdaConfig.preTokenGenerationConfig.lambdaVersion",
        enum: ["V1_0", "V2_0", "V3_0"],
        source: api("cognito", "PreTokenGenerationVersionConfigType"),
        good: "V2_0",
        bad: "V4_0",
      },
      {
        at: "lambdaConfig.customEmailSender.lambdaVersion",
        const: "V1_0",
        source: api("cognito", "CustomEmailLambdaVersionConfigType"),
        good: "V1_0",
        bad: "V2_0",
      },
      {
        at: "lambdaConfig.customSmsSender.lambdaVersion",
        const: "V1_0",
        source: api("cognito", "CustomSMSLambdaVersionConfigType"),
        good: "V1_0",
        bad: "V2_0",
      },
      { at: "deletionProtection", enum: ["ACTIVE", "INACTIVE"], good: "ACTIVE", bad: "ENABLED" },
      { at: "userPoolTier", enum: ["LITE", "ESSENTIALS", "PLUS"], good: "PLUS", bad: "FREE" },
      { at: "userPoolAddOns.advancedSecurityMode", enum: ["OFF", "AUDIT", "ENFORCED"], good: "OFF", bad: "ON" },
      {
        at: "accountRecoverySetting.recoveryMechanisms[].name",
        enum: ["verified_email", "verified_phone_number", "admin_only"],
        source: api("cognito", "RecoveryOptionType"),
        good: "verified_email",
        bad: "email",
      },
      {
        at: "accountRecoverySetting.recoveryMechanisms[].priority",
        minimum: 1,
        maximum: 2,
        source: api("cognito", "RecoveryOptionType"),
        good: 1,
        bad: 3,
      },
      {
        at: "accountRecoverySetting.recoveryMechanisms",
        fact: "two mechanisms have different priorities",
        uniqueKeys: ["priority"],
        source: "measured",
        good: [
          { name: "verified_email", priority: 1 },
          { name: "verified_phone_number", priority: 2 },
        ],
        bad: [
          { name: "verified_email", priority: 1 },
          { name: "verified_phone_number", priority: 1 },
        ],
      },
      ...messageRows,
      {
        at: "signInPolicy.allowedFirstAuthFactors[]",
        enum: ["PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"],
        good: "PASSWORD",
        bad: "PASSKEY",
      },
      {
        at: "webAuthnConfiguration.userVerification",
        enum: ["required", "preferred"],
        good: "required",
        bad: "discouraged",
      },
      {
        at: "userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates[]",
        enum: ["phone_number", "email"],
        good: "email",
        bad: "name",
      },
      {
        at: "",
        fact: "an attribute that is verified before an update is in autoVerifiedAttributes too",
        dependentRequired: {
          "userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates[]": ["autoVerifiedAttributes[]"],
        },
        source: api("cognito", "UserAttributeUpdateSettingsType"),
        good: {
          autoVerifiedAttributes: ["email"],
          userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
        },
        bad: { userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] } },
      },
      {
        at: "name",
        fact: "the name of a pool has letters, digits, spaces and + = , . @ -, 128 at most",
        pattern: naming.cognito,
        good: "users",
        bad: "users/eu",
      },
    ],
  },
];
