import { facts, type Made } from "../heldOut/inputs";
import { unknown } from "../server";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const typeOf = (name: string) => `aws:bedrock/agentcore${name}:Agentcore${name}`;
const role = "arn:aws:iam::111122223333:role/gateway";
const gateway = ofType(typeOf("Gateway"), { name: "orders", roleArn: role, protocolType: "MCP" });
const target = ofType(typeOf("GatewayTarget"), { name: "orders", gatewayIdentifier: "g" });
const rule = ofType(typeOf("GatewayRule"), { gatewayIdentifier: "g", priority: 1 });
const iam = { authorizerType: "AWS_IAM" };
const tokens = {
  authorizerConfiguration: { customJwtAuthorizer: { discoveryUrl: "https://example.com", allowedClients: ["c"] } },
};
const intercepts = (...points: readonly (readonly string[])[]) => ({
  ...iam,
  interceptorConfigurations: points.map((interceptionPoints) => ({ interceptionPoints })),
});
const versions = (...supportedVersions: readonly string[]) => ({
  ...iam,
  protocolConfiguration: { mcp: { supportedVersions } },
});
const bundle = (bundleArn: string) => ({ configurationBundle: { staticOverride: { bundleArn, bundleVersion: "1" } } });
const weighed = (...weights: readonly number[]) => ({
  actions: [
    {
      routeToTarget: {
        weightedRoute: {
          trafficSplits: weights.map((weight, index) => ({ name: `s${index}`, targetName: `t${index}`, weight })),
        },
      },
    },
  ],
});
const mcp = (configuration: Arguments, credentialProviderConfiguration: Arguments = { gatewayIamRole: {} }) => ({
  targetConfiguration: { mcp: configuration },
  credentialProviderConfiguration,
});
const tool = (name: string, description = "Finds orders") => ({ name, description, inputSchema: { type: "object" } });
const calls = (tools: readonly Arguments[], region = "eu-west-1") =>
  mcp({
    lambda: { lambdaArn: `arn:aws:lambda:${region}:111122223333:function:f`, toolSchema: { inlinePayloads: tools } },
  });
const described = (document: Arguments) =>
  mcp(
    { openApiSchema: { inlinePayload: { payload: JSON.stringify(document) } } },
    { gatewayIamRole: { service: "execute-api" } },
  );
const openApi = {
  openapi: "3.0.1",
  servers: [{ url: "https://example.com" }],
  paths: { "/orders": { get: { operationId: "listOrders" } } },
};
const server = (gatewayIamRole: Arguments) =>
  mcp({ mcpServer: { endpoint: "https://example.com/mcp" } }, { gatewayIamRole });

const priorities = (second: number): readonly Made[] =>
  [1, second].map((priority, index) => [
    typeOf("GatewayRule"),
    `r${index}`,
    { gatewayIdentifier: "g", priority, ...weighed(30, 70) },
  ]);
const behind = (more: Arguments): readonly Made[] => [
  [typeOf("Gateway"), "gateway", { name: "orders", roleArn: role, ...iam, ...more }],
  [
    typeOf("GatewayTarget"),
    "target",
    {
      name: "orders",
      gatewayIdentifier: unknown,
      targetConfiguration: {
        http: { agentcoreRuntime: { arn: "arn:aws:bedrock-agentcore:eu-west-1:111122223333:runtime/r" } },
      },
    },
    { gatewayIdentifier: `${typeOf("Gateway")} gateway` },
  ],
];
const custom = (more: Arguments) => ({
  oauth2ProviderConfig: {
    customOauth2ProviderConfig: { clientId: "c", oauthDiscovery: { discoveryUrl: "https://example.com" }, ...more },
  },
});
const provider = ofType(typeOf("Oauth2CredentialProvider"), {
  name: "orders",
  credentialProviderVendor: "CustomOauth2",
});

/** Facts of gateways, their targets and rules, and of credentials. */
export const agentcoreGateways: FactsByName = {
  "agentcore-gateway-authorizer-config-unexpected": gateway("tokens are for tokens", { ...iam, ...tokens }, iam),
  "agentcore-gateway-interceptor-point-unique": gateway(
    "a point has one interceptor",
    intercepts(["REQUEST"], ["REQUEST", "RESPONSE"]),
    intercepts(["REQUEST"], ["RESPONSE"]),
  ),
  "agentcore-gateway-mcp-supported-versions": gateway(
    "versions are supported",
    versions("2024-11-05"),
    versions("2025-06-18"),
  ),
  "agentcore-gateway-rule-priority-unique": facts("priorities differ", priorities(1), priorities(2)),
  "agentcore-gateway-rule-single-bundle-action": rule(
    "a rule sets one bundle",
    { actions: [bundle("arn:a"), bundle("arn:b")] },
    { actions: [bundle("arn:a")] },
  ),
  "agentcore-gateway-rule-traffic-split-sum": rule("weights are a hundred", weighed(30, 60), weighed(30, 70)),
  "agentcore-gateway-target-http-unsupported": facts(
    "a gateway for MCP takes no HTTP",
    behind({ protocolType: "MCP" }),
    behind({}),
  ),
  "agentcore-gateway-target-iam-credential-provider": target(
    "a request is signed for a service",
    server({}),
    server({ service: "bedrock-agentcore" }),
  ),
  "agentcore-gateway-target-lambda-region": target(
    "a function is near",
    calls([tool("a")], "us-east-1"),
    calls([tool("a")]),
  ),
  "agentcore-gateway-target-lambda-tool-name-unique": target(
    "tools differ",
    calls([tool("a"), tool("a", "Finds more")]),
    calls([tool("a"), tool("b")]),
  ),
  "agentcore-gateway-target-lambda-tool-schema-empty": target("a function has tools", calls([]), calls([tool("a")])),
  "agentcore-gateway-target-openapi-schema": target(
    "operations have names",
    described({ ...openApi, paths: { "/orders": { get: { summary: "All" } } } }),
    described(openApi),
  ),
  "agentcore-oauth2-provider-client-secret": provider(
    "a client has a secret",
    custom({}),
    custom({ clientSecret: "s" }),
  ),
  "agentcore-oauth2-provider-private-key-jwt": provider(
    "who signs has a key",
    custom({ clientAuthenticationMethod: "PRIVATE_KEY_JWT" }),
    custom({
      clientAuthenticationMethod: "PRIVATE_KEY_JWT",
      privateKeyJwtConfig: {
        privateKeySource: { kmsKeySource: { kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/1" } },
      },
    }),
  ),
};
