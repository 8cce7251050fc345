import type { CreateUserPoolClientCommandInput } from "@aws-sdk/client-cognito-identity-provider";
import type {
  ManagedLoginBranding as BrandingResource,
  ManagedLoginBrandingArgs,
} from "@pulumi/aws/cognito/managedLoginBranding";
import type { ResourceServer as ServerResource, ResourceServerArgs } from "@pulumi/aws/cognito/resourceServer";
import type { UserGroup as GroupResource, UserGroupArgs } from "@pulumi/aws/cognito/userGroup";
import type { UserPoolClient as ClientResource, UserPoolClientArgs } from "@pulumi/aws/cognito/userPoolClient";
import type { UserPoolDomain as DomainResource, UserPoolDomainArgs } from "@pulumi/aws/cognito/userPoolDomain";
import { randomUUID } from "node:crypto";
import { unless } from "../errors";
import { type Inputs, resourceType } from "../resourceType";
import { fromAws, toAws } from "../shapes";

const notFound = ["ResourceNotFoundException"];

/** Import ids of what is in a pool: `POOL/ID`. */
function inPool<K extends string>(id: string, key: K): { id: string; known: Record<"userPoolId" | K, string> } {
  const [userPoolId = "", ...rest] = id.split("/");
  return { id, known: { userPoolId, [key]: rest.join("/") } as Record<"userPoolId" | K, string> };
}

/** Where AWS's spelling is not Pulumi's with a capital. */
const renames = {
  allowedOauthFlows: "AllowedOAuthFlows",
  allowedOauthFlowsUserPoolClient: "AllowedOAuthFlowsUserPoolClient",
  allowedOauthScopes: "AllowedOAuthScopes",
  callbackUrls: "CallbackURLs",
  defaultRedirectUri: "DefaultRedirectURI",
  logoutUrls: "LogoutURLs",
  name: "ClientName",
};

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
export const UserPoolClient = resourceType<UserPoolClientArgs, ClientResource>({
  token: "aws:cognito/userPoolClient:UserPoolClient",
  name: {
    property: "name",
    maxLength: 128,
    pattern: /^[\w\s+=,.@-]+$/,
    allowed: "letters, digits, spaces and _ + = , . @ -",
  },
  identity: [], // two clients may have one name
  properties: {
    accessTokenValidity: { computed: true },
    allowedOauthFlows: { computed: true, unordered: true },
    allowedOauthFlowsUserPoolClient: { computed: true },
    allowedOauthScopes: { computed: true, unordered: true },
    analyticsConfiguration: { idle: "no analytics" },
    authSessionValidity: { computed: true },
    callbackUrls: { computed: true, unordered: true },
    defaultRedirectUri: { computed: true },
    enablePropagateAdditionalUserContextData: { computed: true },
    enableTokenRevocation: { computed: true },
    explicitAuthFlows: { computed: true, unordered: true },
    generateSecret: { replace: true, writeOnly: true },
    idTokenValidity: { computed: true },
    logoutUrls: { computed: true, unordered: true },
    name: {},
    preventUserExistenceErrors: { computed: true },
    readAttributes: { computed: true, unordered: true },
    refreshTokenRotation: { lacks: "the emulator keeps refresh tokens as they are" },
    refreshTokenValidity: { computed: true },
    supportedIdentityProviders: { computed: true, unordered: true },
    tokenValidityUnits: {},
    userPoolId: { required: true, replace: true },
    writeAttributes: { computed: true, unordered: true },
  },
  outputs: { clientSecret: "stable" },

  async create(props, { cognitoIdp }) {
    const { UserPoolClient: client } = await cognitoIdp.createUserPoolClient(clientInput(props));
    return client!.ClientId!;
  },

  async read(ClientId, { cognitoIdp }, { userPoolId: UserPoolId }) {
    const answer = await unless(notFound, cognitoIdp.describeUserPoolClient({ UserPoolId, ClientId }));
    if (!answer?.UserPoolClient) return undefined;
    const { ClientSecret, DefaultRedirectURI, TokenValidityUnits, AnalyticsConfiguration, ...client } =
      answer.UserPoolClient;
    const {
      clientId: _id,
      creationDate: _made,
      lastModifiedDate: _changed,
      ...live
    } = fromAws<Inputs<UserPoolClientArgs> & Record<"clientId" | "creationDate" | "lastModifiedDate", unknown>>(
      client,
      renames,
    );
    return {
      ...live,
      analyticsConfiguration: AnalyticsConfiguration && fromAws(AnalyticsConfiguration),
      clientSecret: ClientSecret ?? "",
      defaultRedirectUri: DefaultRedirectURI ?? "",
      tokenValidityUnits: Object.keys(TokenValidityUnits ?? {}).length ? fromAws(TokenValidityUnits) : undefined,
    };
  },

  async update(ClientId, props, _old, { cognitoIdp }) {
    const { GenerateSecret: _fixed, ...input } = clientInput(props);
    await cognitoIdp.updateUserPoolClient({ ...input, ClientId });
  },

  async delete(ClientId, { cognitoIdp }, { userPoolId: UserPoolId }) {
    await unless(notFound, cognitoIdp.deleteUserPoolClient({ UserPoolId, ClientId }));
  },

  fromImportId(id) {
    const { known } = inPool(id, "clientId");
    return { id: known.clientId, known: { userPoolId: known.userPoolId } };
  },
});

/** `region` is the frame's, and what the emulator lacks is not sent. */
function clientInput(props: Inputs<UserPoolClientArgs>): CreateUserPoolClientCommandInput {
  const { region: _region, refreshTokenRotation: _lacks, ...settings } = props;
  const known = Object.entries(settings).filter(([key]) => key in UserPoolClient.properties);
  return toAws(Object.fromEntries(known), renames);
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html */
export const UserPoolDomain = resourceType<UserPoolDomainArgs, DomainResource>({
  token: "aws:cognito/userPoolDomain:UserPoolDomain",
  identity: ["domain"],
  properties: {
    certificateArn: {},
    domain: { required: true, replace: true },
    managedLoginVersion: { computed: true },
    userPoolId: { required: true, replace: true },
  },
  outputs: {
    awsAccountId: "stable",
    cloudfrontDistribution: "stable",
    cloudfrontDistributionArn: "stable",
    cloudfrontDistributionZoneId: "stable",
    s3Bucket: "stable",
    version: "changes",
  },

  async create(props, { cognitoIdp }) {
    await cognitoIdp.createUserPoolDomain(domainInput(props));
    return props.domain;
  },

  async read(Domain, { cognitoIdp }) {
    const { DomainDescription: found } = await cognitoIdp.describeUserPoolDomain({ Domain });
    if (!found?.UserPoolId) return undefined;
    return {
      awsAccountId: found.AWSAccountId,
      certificateArn: found.CustomDomainConfig?.CertificateArn,
      cloudfrontDistribution: found.CloudFrontDistribution ?? "",
      cloudfrontDistributionArn: found.CloudFrontDistribution ?? "",
      cloudfrontDistributionZoneId: "Z2FDTNDATAQYW2", // the zone of every distribution
      domain: found.Domain,
      managedLoginVersion: found.ManagedLoginVersion,
      s3Bucket: found.S3Bucket ?? "",
      userPoolId: found.UserPoolId,
      version: found.Version ?? "",
    };
  },

  async update(_domain, props, _old, { cognitoIdp }) {
    await cognitoIdp.updateUserPoolDomain(domainInput(props));
  },

  async delete(Domain, { cognitoIdp }, { userPoolId: UserPoolId }) {
    await unless(notFound, cognitoIdp.deleteUserPoolDomain({ Domain, UserPoolId }));
  },
});

function domainInput({ certificateArn, domain, managedLoginVersion, userPoolId }: Inputs<UserPoolDomainArgs>) {
  return {
    Domain: domain,
    UserPoolId: userPoolId,
    ManagedLoginVersion: managedLoginVersion,
    ...(certificateArn && { CustomDomainConfig: { CertificateArn: certificateArn } }),
  };
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html */
export const UserGroup = resourceType<UserGroupArgs, GroupResource>({
  token: "aws:cognito/userGroup:UserGroup",
  name: { property: "name", maxLength: 128, pattern: /^\S+$/, allowed: "no white space" },
  identity: ["userPoolId", "name"],
  properties: {
    description: {},
    name: { replace: true },
    precedence: {},
    roleArn: {},
    userPoolId: { required: true, replace: true },
  },
  outputs: {},

  async create(props, { cognitoIdp }) {
    await cognitoIdp.createGroup(groupInput(props));
    return `${props.userPoolId}/${props.name}`;
  },

  async read(_id, { cognitoIdp }, { userPoolId: UserPoolId, name: GroupName }) {
    const answer = await unless(notFound, cognitoIdp.getGroup({ UserPoolId, GroupName }));
    if (!answer?.Group) return undefined;
    const { Description, Precedence, RoleArn } = answer.Group;
    return {
      userPoolId: UserPoolId,
      name: GroupName,
      description: Description || undefined,
      precedence: Precedence || undefined, // the emulator says 0 where none was given
      roleArn: RoleArn || undefined,
    };
  },

  /** The emulator has no UpdateGroup: the group is made again, with its members. */
  async update(_id, props, _old, { cognitoIdp }) {
    const { UserPoolId, GroupName } = groupInput(props);
    const members: string[] = [];
    for (let NextToken: string | undefined; ;) {
      const page = await cognitoIdp.listUsersInGroup({ UserPoolId, GroupName, NextToken });
      members.push(...(page.Users ?? []).flatMap(({ Username }) => Username ?? []));
      if (!(NextToken = page.NextToken)) break;
    }
    await cognitoIdp.deleteGroup({ UserPoolId, GroupName });
    await cognitoIdp.createGroup(groupInput(props));
    for (const Username of members) await cognitoIdp.adminAddUserToGroup({ UserPoolId, GroupName, Username });
  },

  async delete(_id, { cognitoIdp }, { userPoolId: UserPoolId, name: GroupName }) {
    await unless(notFound, cognitoIdp.deleteGroup({ UserPoolId, GroupName }));
  },

  fromImportId: (id) => inPool(id, "name"),
});

function groupInput({ userPoolId, name, description, precedence, roleArn }: Inputs<UserGroupArgs>) {
  return {
    UserPoolId: userPoolId,
    GroupName: name,
    Description: description,
    Precedence: precedence,
    RoleArn: roleArn,
  };
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateResourceServer.html */
export const ResourceServer = resourceType<ResourceServerArgs, ServerResource>({
  token: "aws:cognito/resourceServer:ResourceServer",
  name: {
    property: "name",
    maxLength: 256,
    pattern: /^[\w\s+=,.@-]+$/,
    allowed: "letters, digits, spaces and _ + = , . @ -",
  },
  identity: ["userPoolId", "identifier"],
  properties: {
    identifier: { required: true, replace: true },
    name: {},
    scopes: { unordered: true },
    userPoolId: { required: true, replace: true },
  },
  outputs: { scopeIdentifiers: "changes" },

  async create(props, { cognitoIdp }) {
    await cognitoIdp.createResourceServer(serverInput(props));
    return `${props.userPoolId}|${props.identifier}`;
  },

  async read(_id, { cognitoIdp }, { userPoolId: UserPoolId, identifier: Identifier }) {
    const answer = await unless(notFound, cognitoIdp.describeResourceServer({ UserPoolId, Identifier }));
    if (!answer?.ResourceServer) return undefined;
    const { Name, Scopes = [] } = answer.ResourceServer;
    return {
      userPoolId: UserPoolId,
      identifier: Identifier,
      name: Name,
      scopes: fromAws(Scopes),
      scopeIdentifiers: Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`),
    };
  },

  async update(_id, props, _old, { cognitoIdp }) {
    await cognitoIdp.updateResourceServer(serverInput(props));
  },

  async delete(_id, { cognitoIdp }, { userPoolId: UserPoolId, identifier: Identifier }) {
    await unless(notFound, cognitoIdp.deleteResourceServer({ UserPoolId, Identifier }));
  },

  fromImportId(id) {
    const [userPoolId = "", identifier = ""] = id.split("|");
    return { id, known: { userPoolId, identifier } };
  },
});

function serverInput({ userPoolId, identifier, name = "", scopes = [] }: Inputs<ResourceServerArgs>) {
  return {
    UserPoolId: userPoolId,
    Identifier: identifier,
    Name: name,
    Scopes: scopes.map(({ scopeName, scopeDescription }) => ({
      ScopeName: scopeName,
      ScopeDescription: scopeDescription,
    })),
  };
}

const noPages = "the emulator has one plain sign-in page";

/** The emulator has no styles: it is kept as declared, so that the same program runs. */
export const ManagedLoginBranding = resourceType<ManagedLoginBrandingArgs, BrandingResource>({
  token: "aws:cognito/managedLoginBranding:ManagedLoginBranding",
  identity: ["userPoolId", "clientId"],
  properties: {
    assets: { lacks: noPages },
    clientId: { required: true, replace: true },
    settings: { document: "json", lacks: noPages },
    useCognitoProvidedValues: { lacks: noPages },
    userPoolId: { required: true, replace: true },
  },
  outputs: { managedLoginBrandingId: "stable", settingsAll: "changes" },
  create: () => Promise.resolve(randomUUID()),
  read: (id, _aws, known) => Promise.resolve({ ...known, managedLoginBrandingId: id, settingsAll: "" }),
  update: () => Promise.resolve(),
  delete: () => Promise.resolve(),
});
