import type {
  CreateUserPoolCommandInput,
  SchemaAttributeType,
  UserPoolType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { UserPool as UserPoolResource, UserPoolArgs } from "@pulumi/aws/cognito/userPool";
import { type Aws } from "../../frame/aws";
import { unless } from "../../frame/errors";
import { changing, optional, stable, withRule } from "../../frame/properties";
import { type Inputs, type Live, resourceType, tags } from "../../frame/resourceType";
import { fromAws, timestamp, toAws } from "../../frame/shapes";
import { notFound } from "./errors";

/** Names that differ by more than the first letter. */
const renames = {
  attributesRequireVerificationBeforeUpdates: "AttributesRequireVerificationBeforeUpdate",
  customSmsSender: "CustomSMSSender",
  fromEmailAddress: "From",
  kmsKeyId: "KMSKeyID",
  smsMessage: "SmsMessage",
};

/** Triggers that the emulator does not call. */
const idleTriggers = [
  "customSmsSender",
  "customEmailSender",
  "postAuthentication",
  "postConfirmation",
  "preAuthentication",
  "userMigration",
] as const;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html */
export const UserPool = resourceType<UserPoolArgs, UserPoolResource>({
  token: "aws:cognito/userPool:UserPool",
  name: {
    property: "name",
    maxLength: 128,
    pattern: /^[\w\s+=,.@-]+$/,
    allowed: "letters, digits, spaces and _ + = , . @ -",
  },
  identity: [], // two pools may have one name
  properties: {
    ...withRule({ computed: true }, "adminCreateUserConfig", "emailVerificationMessage", "emailVerificationSubject"),
    ...withRule({ computed: true }, "passwordPolicy", "signInPolicy", "smsVerificationMessage", "userPoolTier"),
    ...withRule({ computed: true }, "verificationMessageTemplate"),
    ...withRule({ replace: true, unordered: true }, "aliasAttributes", "usernameAttributes"),
    ...withRule({ unordered: true }, "autoVerifiedAttributes", "schemas"),
    ...optional("deviceConfiguration", "lambdaConfig", "smsAuthenticationMessage", "softwareTokenMfaConfiguration"),
    accountRecoverySetting: { computed: true, unordered: true },
    deletionProtection: { default: "INACTIVE", idle: "the emulator deletes the pool all the same" },
    emailConfiguration: { computed: true, idle: "the emulator sends no e-mail; its confirmation code is 123456" },
    emailMfaConfiguration: { idle: "no code is sent" },
    mfaConfiguration: { default: "OFF" },
    name: { replace: true },
    smsConfiguration: { computed: true, idle: "the emulator sends no text messages" },
    tags,
    userAttributeUpdateSettings: { unordered: true, idle: "a changed address counts at once" },
    userPoolAddOns: { idle: "no sign-in is judged" },
    usernameConfiguration: { computed: true, replace: true },
    webAuthnConfiguration: { idle: "no passkeys" },
  },
  outputs: {
    ...stable("arn", "creationDate", "endpoint"),
    ...changing("customDomain", "domain", "estimatedNumberOfUsers", "lastModifiedDate"),
  },

  notEmulated: ({ lambdaConfig, mfaConfiguration, passwordPolicy }) => [
    ...idleTriggers
      .filter((trigger) => lambdaConfig?.[trigger])
      .map((trigger) => `lambdaConfig.${trigger}: the emulator does not call it`),
    ...(mfaConfiguration === "ON" ? ["mfaConfiguration: a user who has enrolled no device still signs in"] : []),
    ...(passwordPolicy?.passwordHistorySize
      ? ["passwordPolicy.passwordHistorySize: an earlier password is taken again"]
      : []),
  ],

  async create(props, { cognitoIdp }) {
    const { UserPool: pool } = await cognitoIdp.createUserPool({
      PoolName: props.name,
      ...settings(props),
      Schema: attributes(props),
      AliasAttributes: props.aliasAttributes as CreateUserPoolCommandInput["AliasAttributes"],
      UsernameAttributes: props.usernameAttributes as CreateUserPoolCommandInput["UsernameAttributes"],
      UsernameConfiguration: toAws(props.usernameConfiguration),
    });
    return pool!.Id!;
  },

  complete: setMfa,

  async read(UserPoolId, aws) {
    const answer = await unless(notFound, aws.cognitoIdp.describeUserPool({ UserPoolId }));
    if (!answer?.UserPool) return undefined;
    const pool = answer.UserPool;
    const mfa = await aws.cognitoIdp.getUserPoolMfaConfig({ UserPoolId });
    const token = mfa.SoftwareTokenMfaConfiguration;
    return {
      ...readSettings(pool),
      arn: pool.Arn,
      creationDate: timestamp(pool.CreationDate),
      customDomain: pool.CustomDomain ?? "",
      domain: pool.Domain ?? "",
      endpoint: `cognito-idp.${aws.region}.${aws.partition.dnsSuffix}/${UserPoolId}`,
      estimatedNumberOfUsers: pool.EstimatedNumberOfUsers,
      lastModifiedDate: timestamp(pool.LastModifiedDate),
      name: pool.Name,
      mfaConfiguration: mfa.MfaConfiguration,
      softwareTokenMfaConfiguration: token && { enabled: token.Enabled ?? false },
    };
  },

  async update(UserPoolId, props, old, aws) {
    const { cognitoIdp } = aws;
    await cognitoIdp.updateUserPool({ UserPoolId, ...settings(props) });
    await setMfa(UserPoolId, props, aws);
    const known = new Set((old.schemas ?? []).map(({ name }) => name));
    const added = attributes({ ...props, schemas: props.schemas?.filter(({ name }) => !known.has(name)) });
    if (added?.length) await cognitoIdp.addCustomAttributes({ UserPoolId, CustomAttributes: added });
  },

  tagging: {
    remove: (_id, TagKeys, { cognitoIdp }, { arn }) => cognitoIdp.untagResource({ ResourceArn: arn, TagKeys }),
    add: (_id, Tags, { cognitoIdp }, { arn }) => cognitoIdp.tagResource({ ResourceArn: arn, Tags }),
  },

  async delete(UserPoolId, { cognitoIdp }) {
    await unless(notFound, cognitoIdp.deleteUserPool({ UserPoolId }));
  },
});

/** What an update can change. Send everything: AWS resets what an update does not contain. */
function settings(props: Inputs<UserPoolArgs>): Omit<CreateUserPoolCommandInput, "PoolName"> {
  return {
    AccountRecoverySetting: toAws(props.accountRecoverySetting),
    AdminCreateUserConfig: toAws(props.adminCreateUserConfig, { smsMessage: "SMSMessage" }),
    AutoVerifiedAttributes: (props.autoVerifiedAttributes ??
      []) as CreateUserPoolCommandInput["AutoVerifiedAttributes"],
    DeletionProtection: props.deletionProtection as CreateUserPoolCommandInput["DeletionProtection"],
    DeviceConfiguration: toAws(props.deviceConfiguration),
    EmailConfiguration: toAws(props.emailConfiguration ?? {}, renames),
    EmailVerificationMessage: props.emailVerificationMessage,
    EmailVerificationSubject: props.emailVerificationSubject,
    LambdaConfig: toAws(props.lambdaConfig ?? {}, renames),
    Policies: {
      PasswordPolicy: toAws(props.passwordPolicy),
      SignInPolicy: toAws(props.signInPolicy),
    },
    SmsAuthenticationMessage: props.smsAuthenticationMessage,
    SmsConfiguration: toAws(props.smsConfiguration),
    SmsVerificationMessage: props.smsVerificationMessage,
    UserAttributeUpdateSettings: toAws(props.userAttributeUpdateSettings, renames),
    UserPoolAddOns: toAws(props.userPoolAddOns ?? { advancedSecurityMode: "OFF" }),
    UserPoolTags: props.tags ?? {},
    UserPoolTier: props.userPoolTier as CreateUserPoolCommandInput["UserPoolTier"],
    VerificationMessageTemplate: toAws(props.verificationMessageTemplate, renames),
  };
}

function attributes({ schemas }: Inputs<UserPoolArgs>): SchemaAttributeType[] | undefined {
  return schemas && toAws(schemas);
}

/** The second factor has separate calls. */
async function setMfa(UserPoolId: string, props: Inputs<UserPoolArgs>, { cognitoIdp }: Aws): Promise<void> {
  await cognitoIdp.setUserPoolMfaConfig({
    UserPoolId,
    MfaConfiguration: props.mfaConfiguration as UserPoolType["MfaConfiguration"],
    SoftwareTokenMfaConfiguration: toAws(props.softwareTokenMfaConfiguration ?? { enabled: false }),
    ...(props.emailMfaConfiguration && { EmailMfaConfiguration: toAws(props.emailMfaConfiguration) }),
    ...(props.webAuthnConfiguration && { WebAuthnConfiguration: toAws(props.webAuthnConfiguration) }),
  });
}

function readSettings(pool: UserPoolType): Live<UserPoolArgs, UserPoolResource> {
  const mode = pool.UserPoolAddOns?.AdvancedSecurityMode;
  return {
    accountRecoverySetting: filled(pool.AccountRecoverySetting),
    adminCreateUserConfig: filled(pool.AdminCreateUserConfig, { smsMessage: "SMSMessage" }),
    aliasAttributes: listed(pool.AliasAttributes),
    autoVerifiedAttributes: listed(pool.AutoVerifiedAttributes),
    deletionProtection: pool.DeletionProtection,
    deviceConfiguration: filled(pool.DeviceConfiguration),
    emailConfiguration: filled(pool.EmailConfiguration, renames),
    emailVerificationMessage: pool.EmailVerificationMessage || undefined,
    emailVerificationSubject: pool.EmailVerificationSubject || undefined,
    lambdaConfig: filled(pool.LambdaConfig, renames),
    passwordPolicy: filled(pool.Policies?.PasswordPolicy),
    signInPolicy: filled(pool.Policies?.SignInPolicy),
    smsAuthenticationMessage: pool.SmsAuthenticationMessage || undefined,
    smsConfiguration: filled(pool.SmsConfiguration),
    smsVerificationMessage: pool.SmsVerificationMessage || undefined,
    tags: pool.UserPoolTags ?? {},
    userAttributeUpdateSettings: filled(pool.UserAttributeUpdateSettings, renames),
    userPoolAddOns: mode && mode !== "OFF" ? fromAws(pool.UserPoolAddOns) : undefined,
    userPoolTier: pool.UserPoolTier,
    usernameAttributes: listed(pool.UsernameAttributes),
    usernameConfiguration: filled(pool.UsernameConfiguration),
    verificationMessageTemplate: filled(pool.VerificationMessageTemplate, renames),
  };
}

/** Treats an empty shape as none. */
function filled<T>(shape: object | undefined, names?: Record<string, string>): T | undefined {
  return shape && Object.values(shape).some((value) => value !== undefined) ? fromAws<T>(shape, names) : undefined;
}

function listed(list: string[] | undefined): string[] | undefined {
  return list?.length ? list : undefined;
}
