import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { serviceRole } from "../core/permissions";
import {
  Mfa,
  passwordDefaults,
  SignInAlias,
  ThreatProtection,
  findTier,
  type UserPoolArgs,
  userPoolDefaults,
  UserPoolTier,
  VerificationMethod,
} from "./userPoolArgs";
import { Check } from "../core/check";
import { userPoolProblems } from "./userPoolCheck";
import { clientDefaults, standardAttributes, AuthFlow, OAuthFlow, type UserPoolClientArgs } from "./userPoolClientArgs";

/**
 * A directory of users, and the apps that sign them up and in: with long passwords, a second factor, verified e-mail,
 * no way to find out who has an account, and deletion protection.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/managing-security.html
 */
@component
export class UserPool extends pulumi.ComponentResource {
  readonly resource: aws.cognito.UserPool;
  readonly userPoolId: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** Name of the pool in identity pools: cognito-idp.REGION.amazonaws.com/ID. */
  readonly providerName: pulumi.Output<string>;
  readonly domain?: aws.cognito.UserPoolDomain;
  /** Names of the groups that this component makes. */
  readonly groupNames: readonly string[];
  private readonly clients: ReadonlyMap<string, aws.cognito.UserPoolClient>;
  private readonly writable: ReadonlyMap<string, readonly string[]>;

  constructor(name: string, args: UserPoolArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:identity:UserPool", name, {}, opts);
    new Check("UserPool", name).args(args, userPoolProblems).done();
    const settings = withDefaults(userPoolDefaults, args);
    const child = { parent: this };

    this.resource = new aws.cognito.UserPool(
      name,
      {
        ...signInSettings(settings.signIn),
        ...passwordSettings(args),
        ...verificationSettings(args, settings.signIn),
        userPoolTier: findTier(args),
        mfaConfiguration: settings.mfa,
        softwareTokenMfaConfiguration: settings.mfa === Mfa.Off ? undefined : { enabled: true },
        smsConfiguration: settings.signIn.includes(SignInAlias.Phone) ? this.textMessages(name, args) : undefined,
        userPoolAddOns:
          settings.threatProtection === ThreatProtection.Off
            ? undefined
            : { advancedSecurityMode: settings.threatProtection },
        adminCreateUserConfig: { allowAdminCreateUserOnly: !settings.selfSignUp },
        schemas: args.customAttributes?.map(({ name, mutable = true, maxLength = 2_048 }) => ({
          name,
          attributeDataType: "String",
          mutable,
          stringAttributeConstraints: { minLength: "0", maxLength: String(maxLength) },
        })),
        lambdaConfig: triggerSettings(args),
        deletionProtection: settings.deletionProtection ? "ACTIVE" : "INACTIVE",
        tags: args.tags,
      },
      child,
    );
    this.userPoolId = this.resource.id;
    this.arn = this.resource.arn;
    this.providerName = this.resource.endpoint;

    this.permitTriggers(name, args);
    if (args.domain) {
      const { domain, certificateArn } = args.domain;
      this.domain = new aws.cognito.UserPoolDomain(
        `${name}-domain`,
        { domain, certificateArn, managedLoginVersion: managedLogin(args) ? 2 : 1, userPoolId: this.userPoolId },
        child,
      );
    }
    this.groupNames = (args.groups ?? []).map((group) => group.name);
    for (const { name: group, description, precedence } of args.groups ?? []) {
      new aws.cognito.UserGroup(
        `${name}-${group}`,
        { name: group, description, precedence, userPoolId: this.userPoolId },
        child,
      );
    }
    const servers = (args.resourceServers ?? []).map(
      ({ identifier, scopes }) =>
        new aws.cognito.ResourceServer(
          `${name}-${identifier}`,
          {
            identifier,
            name: identifier.replaceAll(/[^\w\s+=,.@-]/g, "-"),
            scopes: Object.entries(scopes).map(([scopeName, scopeDescription]) => ({ scopeName, scopeDescription })),
            userPoolId: this.userPoolId,
          },
          child,
        ),
    );
    this.clients = new Map(
      (args.clients ?? []).map((client) => [
        client.name,
        new aws.cognito.UserPoolClient(
          `${name}-${client.name}`,
          { ...clientSettings(client), userPoolId: this.userPoolId },
          { ...child, dependsOn: servers }, // Cognito refuses scopes of resource servers that do not exist yet
        ),
      ]),
    );
    this.writable = new Map((args.clients ?? []).map((client) => [client.name, writableAttributes(client)]));
    this.brand(name, args);
    this.registerOutputs({ userPoolId: this.userPoolId, arn: this.arn });
  }

  /**
   * An app of `clients`.
   * @throws Error if there is none with this name
   */
  client(name: string): aws.cognito.UserPoolClient {
    const client = this.clients.get(name);
    if (client) return client;
    throw new Error(`this user pool has no client "${name}"; its clients are ${this.clientNames.join(", ")}`);
  }

  /** Names of the apps in `clients`. */
  get clientNames(): readonly string[] {
    return [...this.clients.keys()];
  }

  /** Attributes that users may change through an app; empty for an unknown app. */
  writableAttributes(client: string): readonly string[] {
    return this.writable.get(client) ?? [];
  }

  /** Managed login shows no pages for an app without a style, so give each Cognito's default. */
  private brand(name: string, { clients = [], ...args }: UserPoolArgs): void {
    if (!managedLogin(args)) return;
    for (const client of clients.filter(({ oauth }) => oauth?.flow === OAuthFlow.Code)) {
      new aws.cognito.ManagedLoginBranding(
        `${name}-${client.name}-pages`,
        { userPoolId: this.userPoolId, clientId: this.client(client.name).id, useCognitoProvidedValues: true },
        { parent: this },
      );
    }
  }

  private permitTriggers(name: string, { triggers = {} }: UserPoolArgs): void {
    for (const [trigger, fn] of Object.entries({ ...triggers })) {
      if (!fn) continue;
      new aws.lambda.Permission(
        `${name}-${trigger}`,
        {
          action: "lambda:InvokeFunction",
          function: fn.functionName,
          qualifier: fn.alias?.name,
          principal: "cognito-idp.amazonaws.com",
          sourceArn: this.arn,
        },
        { parent: this },
      );
    }
  }

  /** The role with which Cognito sends text messages to phones, but not to topics. */
  private textMessages(name: string, { tags }: UserPoolArgs): aws.types.input.cognito.UserPoolSmsConfiguration {
    const externalId = `${pulumi.getProject()}-${pulumi.getStack()}-${name}`;
    const { role } = serviceRole(
      `${name}-text-messages`,
      {
        service: "cognito-idp.amazonaws.com",
        trustCondition: { StringEquals: { "sts:ExternalId": externalId } },
        rights: {
          publish: [
            { Action: "sns:Publish", Resource: "*" }, // phone numbers are not resources
            { Effect: "Deny", Action: "sns:Publish", Resource: "arn:*:sns:*:*:*" },
          ],
        },
        tags,
      },
      { parent: this },
    );
    return { snsCallerArn: role.arn, externalId };
  }
}

const managedLogin = (args: UserPoolArgs): boolean =>
  args.domain !== undefined && (args.domain.managedLogin ?? findTier(args) !== UserPoolTier.Lite);

/** With a username, the other ways are its aliases; without, they are the username. */
function signInSettings(signIn: SignInAlias[]): Partial<aws.cognito.UserPoolArgs> {
  const others = signIn.filter((alias) => alias !== SignInAlias.Username);
  return {
    ...(signIn.includes(SignInAlias.Username) ? { aliasAttributes: others } : { usernameAttributes: others }),
    usernameConfiguration: { caseSensitive: false },
  };
}

function passwordSettings(args: UserPoolArgs): Partial<aws.cognito.UserPoolArgs> {
  const { history, temporaryValidityDays, ...policy } = withDefaults(passwordDefaults, args.passwordPolicy ?? {});
  return {
    passwordPolicy: {
      ...policy,
      temporaryPasswordValidityDays: temporaryValidityDays,
      passwordHistorySize: findTier(args) === UserPoolTier.Lite ? undefined : history,
    },
  };
}

/** A new or changed address counts only once its owner has confirmed it. */
function verificationSettings(
  { verification = {}, email }: UserPoolArgs,
  signIn: SignInAlias[],
): Partial<aws.cognito.UserPoolArgs> {
  const attributes = ["email", ...(signIn.includes(SignInAlias.Phone) ? ["phone_number"] : [])];
  const { method = VerificationMethod.Code, subject, message } = verification;
  return {
    autoVerifiedAttributes: attributes,
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: attributes },
    accountRecoverySetting: {
      recoveryMechanisms: attributes.map((attribute, index) => ({
        name: `verified_${attribute}`,
        priority: index + 1,
      })),
    },
    verificationMessageTemplate:
      method === VerificationMethod.Link
        ? { defaultEmailOption: method, emailSubjectByLink: subject, emailMessageByLink: message }
        : { defaultEmailOption: method, emailSubject: subject, emailMessage: message },
    emailConfiguration: email && {
      emailSendingAccount: "DEVELOPER",
      sourceArn: email.sesIdentityArn,
      fromEmailAddress: email.from,
      replyToEmailAddress: email.replyTo,
    },
  };
}

function triggerSettings({ triggers }: UserPoolArgs): aws.types.input.cognito.UserPoolLambdaConfig | undefined {
  const { preSignUp, postConfirmation, preTokenGeneration } = triggers ?? {};
  if (!preSignUp && !postConfirmation && !preTokenGeneration) return undefined;
  return {
    preSignUp: preSignUp?.invokeTargetArn,
    postConfirmation: postConfirmation?.invokeTargetArn,
    preTokenGenerationConfig: preTokenGeneration && {
      lambdaArn: preTokenGeneration.invokeTargetArn,
      lambdaVersion: "V2_0",
    },
  };
}

const writableAttributes = ({ writableAttributes = standardAttributes }: UserPoolClientArgs): string[] =>
  writableAttributes;

function clientSettings(client: UserPoolClientArgs): Omit<aws.cognito.UserPoolClientArgs, "userPoolId"> {
  const { oauth } = client;
  const settings = withDefaults(clientDefaults, client);
  const flows = client.authFlows ?? (oauth ? [] : [AuthFlow.Srp]);
  return {
    name: client.name,
    generateSecret: client.secret ?? false,
    explicitAuthFlows: [...flows, "ALLOW_REFRESH_TOKEN_AUTH"],
    accessTokenValidity: settings.accessTokenMinutes,
    idTokenValidity: settings.idTokenMinutes,
    refreshTokenValidity: settings.refreshTokenMinutes,
    tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "minutes" },
    authSessionValidity: settings.sessionMinutes,
    enableTokenRevocation: true,
    preventUserExistenceErrors: "ENABLED",
    supportedIdentityProviders: ["COGNITO"],
    writeAttributes: writableAttributes(client),
    ...(oauth && {
      allowedOauthFlowsUserPoolClient: true,
      allowedOauthFlows: [oauth.flow],
      allowedOauthScopes: oauth.scopes,
      callbackUrls: oauth.callbackUrls,
      logoutUrls: oauth.logoutUrls,
    }),
  };
}
