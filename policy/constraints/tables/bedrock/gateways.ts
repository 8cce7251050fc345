import { type TypeRows } from "../../schema";
import { at, bars, says } from "../given";
import { page } from "../pages";
import { claims } from "./agents";

const api = (what: string) => page(`bedrock-agentcore-control/latest/APIReference/API_${what}`);
const guide = (what: string) => page(`bedrock-agentcore/latest/devguide/${what}`);
const gateways = "aws:bedrock/agentcoreGateway:AgentcoreGateway";
const rules = "aws:bedrock/agentcoreGatewayRule:AgentcoreGatewayRule";
const mcp = "targetConfiguration.mcp";
const functionArn = (region: string) => `arn:aws:lambda:${region}:111122223333:function:f`;
const key = (region: string) => `arn:aws:kms:${region}:111122223333:key/1`;
const tool = (name: string, description = "d") => ({ name, description, inputSchema: { type: "object" } });
const bundle = { configurationBundle: { staticOverride: { bundleArn: "arn:b", bundleVersion: "1" } } };
const split = (...weights: readonly number[]) => [
  {
    routeToTarget: {
      weightedRoute: { trafficSplits: weights.map((weight) => ({ name: "a", targetName: "t", weight })) },
    },
  },
];
const point = (...interceptionPoints: readonly string[]) => ({ interceptionPoints });
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const credentials = "credentialProviderConfiguration";

/** What AgentCore refuses of gateways, their rules and targets. */
export const agentGateways: readonly TypeRows[] = [
  {
    type: gateways,
    source: api("CreateGateway"),
    rows: [
      claims,
      at("kmsKeyArn", "a key is of the own Region", { ownRegion: true }, key("eu-west-1"), key("us-east-1")),
      bars(
        "tokens are read where the type is CUSTOM_JWT",
        { authorizerType: ["AWS_IAM", "NONE"] },
        { authorizerConfiguration: { customJwtAuthorizer: { discoveryUrl: "u" } } },
      ),
      says(
        "each point has one interceptor",
        {
          uniqueAcross: ["interceptorConfigurations[].interceptionPoints[]"],
          source: api("GatewayInterceptorConfiguration"),
        },
        { interceptorConfigurations: [point("REQUEST"), point("RESPONSE")] },
        { interceptorConfigurations: [point("REQUEST"), point("REQUEST", "RESPONSE")] },
      ),
      at(
        "protocolConfiguration.mcp.supportedVersions[]",
        "a version of MCP is a date from 2025 on",
        { pattern: "^20(2[5-9]|[3-9]\\d)-\\d\\d-\\d\\d$", source: guide("gateway-using") },
        "2025-06-18",
        "2024-11-05",
      ),
    ],
  },
  {
    type: rules,
    source: api("CreateGatewayRule"),
    rows: [
      {
        at: "",
        fact: "rules of a gateway have different priorities",
        onlyOne: ["gatewayIdentifier", "priority"],
        good: { gatewayIdentifier: "g", priority: 2 },
        bad: { gatewayIdentifier: "g", priority: 1 },
        beside: { other: { type: rules, properties: { gatewayIdentifier: "g", priority: 1, region: "eu-west-1" } } },
      },
      at(
        "actions",
        "a rule sets one bundle at most",
        { contains: { required: ["configurationBundle"] }, minContains: 0, maxContains: 1 },
        [bundle],
        [bundle, bundle],
      ),
      says(
        "the weights of traffic are 100 together",
        { join: "trafficWeights" },
        { actions: split(30, 70) },
        { actions: split(30, 60) },
      ),
    ],
  },
  {
    type: "aws:bedrock/agentcoreGatewayTarget:AgentcoreGatewayTarget",
    source: api("CreateGatewayTarget"),
    rows: [
      at(
        "targetConfiguration",
        "a target is of one kind",
        { requiredXor: ["http", "inference", "mcp"] },
        { mcp: {} },
        {},
      ),
      {
        at: "",
        fact: "a gateway for MCP has no targets of HTTP",
        when: { "targetConfiguration.http": {} },
        properties: {
          gatewayIdentifier: {
            refersTo: { type: gateways, fits: { properties: { protocolType: { not: { const: "MCP" } } } } },
          },
        },
        good: { targetConfiguration: { http: {} }, gatewayIdentifier: "good" },
        bad: { targetConfiguration: { http: {} }, gatewayIdentifier: "bad" },
        beside: {
          good: { type: gateways, properties: { id: "good" } },
          bad: { type: gateways, properties: { id: "bad", protocolType: "MCP" } },
        },
      },
      says(
        "a function is called with the role of the gateway",
        {
          when: { [`${mcp}.lambda`]: {} },
          excluded: ["apiKey", "callerIamCredentials", "jwtPassthrough", "oauth"].map(
            (each) => `${credentials}.${each}`,
          ),
          level: "advisory",
          source: guide("gateway-building-adding-targets-authorization"),
        },
        { [`${mcp}.lambda`]: {}, [`${credentials}.gatewayIamRole`]: {} },
        { [`${mcp}.lambda`]: {}, [`${credentials}.oauth`]: { providerArn: "arn:p" } },
      ),
      ...["openApiSchema", "mcpServer"].map((kind) =>
        says(
          "a request is signed for a service",
          {
            when: { [`${mcp}.${kind}`]: {}, [`${credentials}.gatewayIamRole`]: {} },
            required: [`${credentials}.gatewayIamRole.service`],
            source: guide("gateway-building-adding-targets-authorization"),
          },
          { [`${mcp}.${kind}`]: {}, [`${credentials}.gatewayIamRole.service`]: "execute-api" },
          { [`${mcp}.${kind}`]: {}, [`${credentials}.gatewayIamRole`]: {} },
        ),
      ),
      at(
        `${mcp}.lambda.lambdaArn`,
        "a function is of the own Region",
        { ownRegion: true, source: guide("gateway-building-adding-targets") },
        functionArn("eu-west-1"),
        functionArn("us-east-1"),
      ),
      at(
        `${mcp}.lambda.toolSchema.inlinePayloads`,
        "tools have different names",
        { uniqueKeys: ["name"], source: api("ToolDefinition") },
        [tool("a")],
        [tool("a"), tool("a", "e")],
      ),
      at(
        `${mcp}.lambda.toolSchema`,
        "a function has a tool",
        { requiredOr: ["inlinePayloads[]", "s3"], source: api("ToolDefinition") },
        { inlinePayloads: [tool("a")] },
        { inlinePayloads: [] },
      ),
      at(
        `${mcp}.openApiSchema.inlinePayload.payload.$json`,
        "a description is OpenAPI 3 with the server's address",
        {
          required: ["openapi"],
          requiredOr: ["servers[]"],
          source: guide("gateway-building-adding-targets-openapi"),
        },
        { openapi: "3.0.1", servers: [{ url: "https://example.com" }] },
        { swagger: "2.0" },
      ),
      ...methods.map((method) =>
        at(
          `${mcp}.openApiSchema.inlinePayload.payload.$json.paths.*.${method}`,
          "an operation has an operationId, which becomes the name of the tool",
          { required: ["operationId"], source: guide("gateway-building-adding-targets-openapi") },
          { operationId: "a" },
          { summary: "a" },
        ),
      ),
    ],
  },
];
