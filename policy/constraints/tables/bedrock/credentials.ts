import { type TypeRows } from "../../schema";
import { at, says } from "../given";
import { page } from "../pages";

const api = (what: string) => page(`bedrock-agentcore-control/latest/APIReference/API_${what}`);
const custom = "oauth2ProviderConfig.customOauth2ProviderConfig";

/** What AgentCore refuses of those who give credentials. */
export const credentialProviders: readonly TypeRows[] = [
  {
    type: "aws:bedrock/agentcoreApiKeyCredentialProvider:AgentcoreApiKeyCredentialProvider",
    source: api("CreateApiKeyCredentialProvider"),
    rows: [
      says(
        "a secret of one's own is named, and a key is not given",
        {
          when: { apiKeySecretSource: "EXTERNAL" },
          required: ["apiKeySecretConfig"],
          excluded: ["apiKey", "apiKeyWo"],
        },
        { apiKeySecretSource: "EXTERNAL", apiKeySecretConfig: { jsonKey: "k", secretId: "s" } },
        { apiKeySecretSource: "EXTERNAL", apiKey: "k" },
      ),
      says(
        "a key is given where no secret of one's own is named",
        {
          if: { required: ["apiKeySecretSource"], properties: { apiKeySecretSource: { const: "EXTERNAL" } } },
          else: { requiredOr: ["apiKey", "apiKeyWo"], excluded: ["apiKeySecretConfig"] },
        },
        { apiKey: "k" },
        { apiKeySecretConfig: { jsonKey: "k", secretId: "s" } },
      ),
    ],
  },
  {
    type: "aws:bedrock/agentcoreOauth2CredentialProvider:AgentcoreOauth2CredentialProvider",
    source: api("CustomOauth2ProviderConfigInput"),
    rows: [
      at(
        custom,
        "who signs with a key has its settings",
        { when: { clientAuthenticationMethod: "PRIVATE_KEY_JWT" }, required: ["privateKeyJwtConfig"] },
        { clientAuthenticationMethod: "PRIVATE_KEY_JWT", privateKeyJwtConfig: {} },
        { clientAuthenticationMethod: "PRIVATE_KEY_JWT" },
      ),
      at(
        custom,
        "a secret of one's own is named, and none is given",
        {
          when: { clientSecretSource: "EXTERNAL" },
          required: ["clientSecretConfig"],
          excluded: ["clientSecret", "clientSecretWo"],
        },
        { clientSecretSource: "EXTERNAL", clientSecretConfig: { secretId: "s", jsonKey: "k" } },
        { clientSecretSource: "EXTERNAL", clientSecret: "s" },
      ),
      at(
        custom,
        "a client has a secret",
        {
          if: {
            properties: {
              clientAuthenticationMethod: { enum: ["CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"] },
              clientSecretSource: { const: "MANAGED" },
            },
          },
          then: { requiredOr: ["clientSecret", "clientSecretWo"] },
        },
        { clientId: "c", clientSecret: "s" },
        { clientId: "c" },
      ),
    ],
  },
];
