import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const apigatewayCacheEncryption = settingRule({
  id: "apigateway-cache-encryption",
  title: "Answers that a stage caches are encrypted",
  severity: "medium",
  level: "mandatory",
  controls: [
    securityHub("APIGateway.5", "API Gateway REST API cache data should be encrypted at rest"),
    wellArchitected("SEC08-BP02"),
  ],
  fix: "Set settings.cacheDataEncrypted to true.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
  type: types.apiMethodSettings,
  property: ["settings", "cacheDataEncrypted"],
  takes: [true],
  unset: false,
  because: "answers lie in the cache in plain text",
  only: (settings) => {
    const enabled = settings.get("settings", "cachingEnabled").flag();
    return enabled.state === "absent" ? { state: "known", value: false } : enabled;
  },
});
