import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";

/** Cognito takes plain HTTP for a developer's own machine only, and schemes of mobile applications. */
const good =
  /^(https:\/\/[^*]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/].*)?|(?!https?:)[a-z][a-z0-9+.-]*:\/\/.*)$/i;

export const cognitoCallbackHttps: ResourceRule = {
  scope: "resource",
  type: types.userPoolClient,
  id: "cognito-callback-https",
  title: "Tokens and codes go to pages over TLS",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("SEC09-BP02")],
  fix: "Write https:// and the whole address, without wildcards; http:// is for localhost.",
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html",
  check: (client) =>
    ["callbackUrls", "logoutUrls", "defaultRedirectUri"].flatMap((name): Verdict => {
      const urls = client.get(name).oneOrMore();
      if (urls.state === "unknown") return notEvaluated(client, name);
      return (urls.state === "known" ? urls.value : []).flatMap((property) => {
        const url = property.text();
        if (url.state !== "known") return notEvaluated(client, property.name);
        return good.test(url.value)
          ? holds
          : violated(client, `${property.name} is ${url.value}, which Cognito refuses`);
      });
    }),
};
