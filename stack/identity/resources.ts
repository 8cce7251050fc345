import {
  Bucket,
  GroupScopes,
  IdentityPool,
  OAuthFlow,
  ownItems,
  ownObjects,
  Table,
  UserPool,
  type UserPoolClientArgs,
} from "../../components";
import { type Stack } from "../area";
import { type GeneralSettings } from "../general/settings";
import { type IdentitySettings, ordersKey } from "./settings";

/** The groups whose members may read or write users, by the scopes in their tokens. */
const groups = {
  admins: { description: "May read and change users", scopes: ["headroom/read", "headroom/write"] },
  readers: { description: "May read users", scopes: ["headroom/read"] },
};

export function identityResources(config: IdentitySettings & GeneralSettings, { shared }: Stack) {
  const groupScopes = config.userPool.enabled
    ? new GroupScopes("token-scopes", {
        ...shared,
        groups: Object.fromEntries(Object.entries(groups).map(([name, { scopes }]) => [name, scopes])),
      })
    : undefined;
  const { passwordLength, domain, managedLogin, callbackUrls, ...settings } = config.userPool;
  const clients: UserPoolClientArgs[] = [{ name: "app" }];
  if (domain) {
    // Everybody can request any scope listed here, so the API's scopes come from groups only.
    // A sign-out ends at the front page of the site.
    const logoutUrls = [...new Set(callbackUrls.map((url) => new URL("/", url).href))];
    clients.push({
      name: "web",
      oauth: { flow: OAuthFlow.Code, scopes: ["openid", "email"], callbackUrls, logoutUrls },
    });
  }
  const userPool = config.userPool.enabled
    ? new UserPool("users", {
        ...settings,
        passwordPolicy: { minimumLength: passwordLength },
        domain: domain ? { domain, managedLogin } : undefined,
        groups: Object.entries(groups).map(([name, { description }], precedence) => ({
          name,
          description,
          precedence,
        })),
        triggers: { preTokenGeneration: groupScopes?.function },
        resourceServers: [{ identifier: "headroom", scopes: { read: "Read by the API", write: "Write by the API" } }],
        clients,
      })
    : undefined;
  const clientNames = clients.map(({ name }) => name);

  const hasIdentities = config.identityPool.enabled && userPool !== undefined;
  const userFiles = hasIdentities ? new Bucket("user-files", { forceDestroy: config.forceDestroy }) : undefined;
  const orders =
    hasIdentities && config.ordersTable.enabled
      ? new Table("orders", {
          ...ordersKey,
          recoveryDays: config.ordersTable.recoveryDays,
          deletionProtection: !config.forceDestroy,
          alarms: shared.alarms,
        })
      : undefined;
  const identityPool =
    hasIdentities && userFiles
      ? new IdentityPool("identities", {
          userPool,
          clients: clientNames,
          authenticated: [ownObjects(userFiles), ...(orders ? [ownItems(orders)] : [])],
          guests: config.identityPool.guests ? [] : undefined,
        })
      : undefined;

  return {
    userPool,
    clientNames,
    buckets: [userFiles],
    functions: [groupScopes?.function],
    outputs: {
      userPoolId: userPool?.userPoolId,
      userPoolClientId: userPool?.client("app").id,
      userFilesBucket: userFiles?.bucket,
      ordersTable: orders?.tableName,
      identityPoolId: identityPool?.identityPoolId,
      authenticatedRoleArn: identityPool?.authenticatedRole.arn,
    },
  };
}
