import type { CreateUserPoolClientCommandInput } from "@aws-sdk/client-cognito-identity-provider";
import type { UserPoolClient as ClientResource, UserPoolClientArgs } from "@pulumi/aws/cognito/userPoolClient";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { notFound } from "./errors";
import { inPool } from "./ids";

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
    generateSecret: { replace: true },
    idTokenValidity: { computed: true },
    logoutUrls: { computed: true, unordered: true },
    name: {},
    preventUserExistenceErrors: { computed: true },
    readAttributes: { computed: true, unordered: true },
    refreshTokenRotation: { notEmulated: "the emulator keeps refresh tokens as they are" },
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

/** `region` is the frame's, and what the emulator lacks is not sent. */
function clientInput(props: Inputs<UserPoolClientArgs>): CreateUserPoolClientCommandInput {
  const { region: _region, refreshTokenRotation: _lacks, ...settings } = props;
  const known = Object.entries(settings).filter(([key]) => key in UserPoolClient.properties);
  return toAws(Object.fromEntries(known), renames);
}
