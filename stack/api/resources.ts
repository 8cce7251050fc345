import { ApiAccount, EventStream, HttpApi, IAM, userPoolTokens, UsersApi, WebAcl } from "../../components";
import { type Stack } from "../area";
import { data } from "../data";
import { type GeneralSettings } from "../general/settings";
import { identity } from "../identity";
import { identitySettings } from "../identity/settings";
import { type ApiSettings, usersApiAuthorizer } from "./settings";

/** The scopes that a token needs to read and to write users. */
const scopes = { read: ["headroom/read"], write: ["headroom/write"] };

export function apiResources({ logRetentionDays, ...config }: ApiSettings & GeneralSettings, stack: Stack) {
  const { shared } = stack;
  const { users } = stack.use(data);
  const { userPool, clientNames } = stack.use(identity);
  const { authorizer: _given, enabled, accountLogs, ...settings } = config.usersApi;
  const verifier = usersApiAuthorizer({ ...config, ...stack.settings(identitySettings) });
  const account = enabled && accountLogs ? new ApiAccount("api-account") : undefined;
  const events =
    enabled && config.eventIngest.enabled
      ? new EventStream("events", { ...config.eventIngest, alarms: shared.alarms })
      : undefined;
  const webAcl =
    enabled && config.webAcl.enabled ? new WebAcl("web-acl", { ...config.webAcl, logRetentionDays }) : undefined;
  const usersApi =
    users && enabled
      ? new UsersApi("users-api", {
          ...shared,
          ...settings,
          table: users,
          signIn: userPool && verifier !== IAM ? { userPool, clients: clientNames, verifier, scopes } : undefined,
          account,
          webAclArn: webAcl?.arn,
          routes: events?.ingestRoutes({ path: "/events" }),
        })
      : undefined;
  const httpApi =
    usersApi && userPool && config.httpApi.enabled
      ? new HttpApi("users-http-api", {
          ...config.httpApi,
          description: "Users, for tokens of the user pool",
          logRetentionDays,
          alarms: shared.alarms,
          authorizers: { users: { jwt: userPoolTokens(userPool, clientNames) } },
          defaultAuthorizer: "users",
          routes: usersApi.httpRoutes(scopes),
        })
      : undefined;
  return {
    functions: [usersApi?.function, usersApi?.authorizer?.function],
    outputs: {
      apiUrl: usersApi?.api.url,
      apiId: usersApi?.api.apiId,
      httpApiUrl: httpApi?.url,
      apiAuthorizer: usersApi && verifier,
      eventsStream: events?.streamName,
    },
  };
}
