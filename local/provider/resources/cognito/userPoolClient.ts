import type { CreateUserPoolClientCommandInput } from "@aws-sdk/client-cognito-identity-provider";
import type { UserPoolClient as ClientResource, UserPoolClientArgs } from "@pulumi/aws/cognito/userPoolClient";
import { unless } from "../../frame/errors";
import { optional, withRule } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { notFound } from "./errors";
import { inPool } from "./ids";

/** Names that differ by more than the first letter. */
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
    ...withRule({ computed: true }, "accessTokenValidity", "allowedOauthFlowsUserPoolClient", "authSessionValidity"),
    ...withRule({ computed: true }, "defaultRedirectUri", "enablePropagateAdditionalUserContextData"),
    ...withRule({ computed: true }, "enableTokenRevocation", "idTokenValidity", "preventUserExistenceErrors"),
    ...withRule({ computed: true }, "refreshTokenValidity"),
    ...withRule({ computed: true, unordered: true }, "allowedOauthFlows", "allowedOauthScopes", "callbackUrls"),
    ...withRule({ computed: true, unordered: true }, "explicitAuthFlows", "logoutUrls", "readAttributes"),
    ...withRule({ computed: true, unordered: true }, "supportedIdentityProviders", "writeAttributes"),
    ...optional("name", "tokenValidityUnits"),
    analyticsConfiguration: { idle: "no analytics" },
    generateSecret: { replace: true },
    refreshTokenRotation: { notEmulated: "the emulator keeps refresh tokens as they are" },
    userPoolId: { required: true, replace: true },
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
      generateSecret: ClientSecret !== undefined,
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

/** Without `region`, which the frame handles, and without what the emulator lacks. */
function clientInput(props: Inputs<UserPoolClientArgs>): CreateUserPoolClientCommandInput {
  const { region: _region, refreshTokenRotation: _lacks, ...settings } = props;
  const known = Object.entries(settings).filter(([key]) => key in UserPoolClient.properties);
  return toAws(Object.fromEntries(known), renames);
}
