import { limits } from "../../limits";
import { isNamed, naming } from "../../limits/naming";
import { type Problem, Problems } from "../core/check";
import { clientDefaults, type OAuthArgs, OAuthFlow, type UserPoolClientArgs } from "./userPoolClientArgs";

const openIdScopes = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"];

/** What the clients' checks need to know about their pool. */
interface Pool {
  /** Scopes, as `IDENTIFIER/SCOPE`. */
  scopes: string[];
  hasDomain: boolean;
}

/** Problems with the clients' arguments in their pool. */
export function userPoolClientsProblems(clients: UserPoolClientArgs[], pool: Pool): Problem[] {
  const problems = new Problems();
  for (const client of clients) {
    const at = (property: string) => `clients.${client.name}.${property}`;
    const { accessTokenMinutes, idTokenMinutes, refreshTokenMinutes } = { ...clientDefaults, ...client };
    problems
      .that(
        isNamed(naming.cognito, client.name),
        "clients",
        client.name,
        "a client's name has 1 to 128 letters, digits, spaces and _ + = , . @ -",
      )
      .range(at("accessTokenMinutes"), client.accessTokenMinutes, limits.cognito.tokenMinutes)
      .range(at("idTokenMinutes"), client.idTokenMinutes, limits.cognito.tokenMinutes)
      .range(at("refreshTokenMinutes"), client.refreshTokenMinutes, limits.cognito.refreshTokenMinutes)
      .range(at("sessionMinutes"), client.sessionMinutes, limits.cognito.sessionMinutes)
      .that(
        refreshTokenMinutes >= Math.max(accessTokenMinutes, idTokenMinutes),
        at("refreshTokenMinutes"),
        refreshTokenMinutes,
        "a refresh token must last at least as long as the tokens that it renews",
      );
    if (client.oauth) checkOAuth(problems, client, client.oauth, pool, at);
    else {
      problems.that(
        client.authFlows === undefined || client.authFlows.length > 0,
        at("authFlows"),
        client.authFlows,
        "without oauth the app needs one flow or more to sign users in",
      );
    }
  }
  return problems.list;
}

function checkOAuth(
  problems: Problems,
  client: UserPoolClientArgs,
  oauth: OAuthArgs,
  pool: Pool,
  at: (property: string) => string,
): void {
  const { flow, scopes, callbackUrls = [], logoutUrls = [] } = oauth;
  const machine = flow === OAuthFlow.ClientCredentials;
  const allowed = machine ? pool.scopes : [...openIdScopes, ...pool.scopes];
  problems
    .that(pool.hasDomain, at("oauth"), flow, "its endpoints are on the pool's domain: give domain")
    .that(scopes.length > 0, at("oauth.scopes"), scopes, "give one scope or more")
    .range(at("oauth.scopes.length"), scopes.length, limits.cognito.clientScopes)
    .range(at("oauth.callbackUrls.length"), callbackUrls.length, limits.cognito.redirectUrls)
    .range(at("oauth.logoutUrls.length"), logoutUrls.length, limits.cognito.redirectUrls);
  for (const scope of scopes) {
    const known = allowed.length > 0 ? allowed.join(", ") : "none, until resourceServers has some";
    problems.that(allowed.includes(scope), at("oauth.scopes"), scope, `with ${flow} the scopes are: ${known}`);
  }
  for (const url of [...callbackUrls, ...logoutUrls]) {
    problems.that(
      isRedirect(url),
      at("oauth.callbackUrls"),
      url,
      "Cognito sends people to https, to http on localhost, or to a scheme of the app's own, and takes no fragment (#)",
    );
  }
  if (machine) {
    problems
      .that(client.secret === true, at("secret"), client.secret, "client credentials are an id and a secret: give true")
      .that(
        !client.authFlows?.length,
        at("authFlows"),
        client.authFlows,
        "client credentials cannot be combined with another flow",
      )
      .that(
        callbackUrls.length === 0,
        at("oauth.callbackUrls"),
        callbackUrls,
        "client credentials redirect nobody: give none",
      );
  } else {
    problems.that(
      callbackUrls.length > 0,
      at("oauth.callbackUrls"),
      callbackUrls,
      "give one address or more for the code",
    );
  }
}

function isRedirect(url: string): boolean {
  if (!URL.canParse(url) || url.includes("#") || url.length > 1_024) return false;
  const { protocol, hostname } = new URL(url);
  return protocol !== "http:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
