import {
  ApiAccount,
  EventStream,
  HttpApi,
  IAM,
  type UserPool,
  userPoolTokens,
  UsersApi,
  type UsersTable,
  WebAcl,
} from "../components";
import { type Config } from "../config";
import { type Shared } from "./area";

/** What reading and writing users takes, in a token. */
const scopes = { read: ["headroom/read"], write: ["headroom/write"] };

/** Users over HTTP: a REST API, with what guards it and what it feeds, and a cheaper HTTP API for whoever has a token. */
export function api(
  config: Config,
  shared: Shared,
  given: { users: UsersTable | undefined; userPool: UserPool | undefined; clientNames: string[] },
) {
  const { users, userPool, clientNames } = given;
  const { logRetentionDays } = config;
  const { authorizer: judge, enabled, accountLogs, ...settings } = config.usersApi;
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
          signIn: userPool && judge !== IAM ? { userPool, clients: clientNames, judge, scopes } : undefined,
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
    usersApi,
    judge: usersApi && judge,
    httpApi,
    events,
    functions: [usersApi?.function, usersApi?.authorizer?.function],
  };
}
