import { type Row, type TypeRows } from "../../schema";
import { at } from "../given";
import { page } from "../pages";

const api = (what: string) => page(`bedrock-agentcore-control/latest/APIReference/API_${what}`);
const guide = (what: string) => page(`bedrock-agentcore/latest/devguide/${what}`);
/** A network is a VPC, and then has its settings, or it has none. */
const networks = (path: string, member: string): readonly Row[] => [
  at(
    path,
    "a network in a VPC has its subnets and groups",
    { when: { networkMode: "VPC" }, required: [member], source: api("BrowserNetworkConfiguration") },
    { networkMode: "VPC", [member]: {} },
    { networkMode: "VPC" },
  ),
  at(
    path,
    "subnets and groups are of a network in a VPC",
    { when: { networkMode: ["PUBLIC", "SANDBOX"] }, excluded: [member], source: api("BrowserNetworkConfiguration") },
    { networkMode: "PUBLIC" },
    { networkMode: "PUBLIC", [member]: {} },
  ),
];

/** What a caller's token has to say. */
export const claims: Row = at(
  "authorizerConfiguration.customJwtAuthorizer",
  "a token is of an audience, a client or a scope, or has claims",
  {
    requiredOr: ["allowedAudiences", "allowedClients", "allowedScopes", "customClaims"],
    source: api("CustomJWTAuthorizerConfiguration"),
  },
  { discoveryUrl: "u", allowedClients: ["c"] },
  { discoveryUrl: "u" },
);

/** What AgentCore refuses of runtimes and their tools. */
export const agents: readonly TypeRows[] = [
  {
    type: "aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime",
    source: api("CreateAgentRuntime"),
    rows: [
      claims,
      ...networks("networkConfiguration", "networkModeConfig"),
      at(
        "agentRuntimeArtifact.codeConfiguration",
        "what runs on Python begins in a file of Python",
        {
          when: { runtime: { pattern: "^PYTHON_" } },
          properties: { entryPoints: { contains: { pattern: "\\.py$" } } },
          source: guide("runtime-get-started-code-deploy-python"),
        },
        { runtime: "PYTHON_3_13", entryPoints: ["app.py"] },
        { runtime: "PYTHON_3_13", entryPoints: ["app.js"] },
      ),
      at(
        "environmentVariables",
        "a runtime has 50 variables at most",
        { maxProperties: 50 },
        { A: "b" },
        Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`A${n}`, "b"])),
      ),
      at(
        "lifecycleConfigurations[]",
        "a session that is idle ends no later than any",
        { ordered: [["idleRuntimeSessionTimeout", "<=", "maxLifetime"]], source: api("LifecycleConfiguration") },
        { idleRuntimeSessionTimeout: 60, maxLifetime: 60 },
        { idleRuntimeSessionTimeout: 61, maxLifetime: 60 },
      ),
      at(
        "filesystemConfigurations",
        "a runtime has one storage of sessions at most",
        { contains: { required: ["sessionStorage"] }, minContains: 0, maxContains: 1 },
        [{ sessionStorage: { mountPath: "/mnt/a" } }],
        [{ sessionStorage: { mountPath: "/mnt/a" } }, { sessionStorage: { mountPath: "/mnt/b" } }],
      ),
    ],
  },
  {
    type: "aws:bedrock/agentcoreAgentRuntimeEndpoint:AgentcoreAgentRuntimeEndpoint",
    source: api("CreateAgentRuntimeEndpoint"),
    rows: [at("name", "every runtime has an endpoint DEFAULT", { not: { const: "DEFAULT" } }, "live", "DEFAULT")],
  },
  {
    type: "aws:bedrock/agentcoreHarness:AgentcoreHarness",
    source: api("CreateHarness"),
    rows: [
      claims,
      ...networks("environments[].agentcoreRuntimeEnvironments[].networkConfigurations[]", "networkModeConfigs"),
    ],
  },
  ...["Browser", "CodeInterpreter"].map((tool) => ({
    type: `aws:bedrock/agentcore${tool}:Agentcore${tool}`,
    source: api(`Create${tool}`),
    rows: networks("networkConfiguration", "vpcConfig"),
  })),
];
