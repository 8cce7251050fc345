import { facts, type Made } from "../heldOut/inputs";
import { unknown } from "../server";
import { agentcoreGateways } from "./agentcoreGateways";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const typeOf = (name: string) => `aws:bedrock/agentcore${name}:Agentcore${name}`;
const role = "arn:aws:iam::111122223333:role/agents";
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const runtime = ofType(typeOf("AgentRuntime"), { agentRuntimeName: "orders", roleArn: role });
const image = {
  agentRuntimeArtifact: {
    containerConfiguration: { containerUri: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/agents:1" },
  },
  networkConfiguration: { networkMode: "PUBLIC" },
};
const python = (entry: string) => ({
  networkConfiguration: { networkMode: "PUBLIC" },
  agentRuntimeArtifact: {
    codeConfiguration: {
      code: { s3: { bucket: "code", prefix: "app.zip" } },
      entryPoints: [entry],
      runtime: "PYTHON_3_13",
    },
  },
});
const variables = (count: number) => ({
  ...image,
  environmentVariables: Object.fromEntries(many(count, (index) => [`V${index}`, "x"])),
});
const lives = (idleRuntimeSessionTimeout: number) => ({
  ...image,
  lifecycleConfigurations: [{ idleRuntimeSessionTimeout, maxLifetime: 900 }],
});
const stored = (...paths: readonly string[]) => ({
  ...image,
  filesystemConfigurations: paths.map((mountPath) => ({ sessionStorage: { mountPath } })),
});
const signedIn = (more: Arguments) => ({
  ...image,
  authorizerConfiguration: {
    customJwtAuthorizer: { discoveryUrl: "https://example.com/.well-known/openid-configuration", ...more },
  },
});
const judge = (ratingScale: Arguments) => ({
  evaluatorConfig: {
    llmAsAJudge: {
      instructions: "Is it helpful? {context}",
      modelConfig: { bedrockEvaluatorModelConfig: { modelId: "amazon.nova-lite-v1:0" } },
      ratingScale,
    },
  },
});
const judged = judge({ categoricals: [{ label: "good", definition: "It helps." }] });
const evaluator = ofType(typeOf("Evaluator"), { evaluatorName: "helpful", level: "TRACE" });
const evaluation = ofType(typeOf("OnlineEvaluationConfig"), {
  onlineEvaluationConfigName: "orders",
  enableOnCreate: true,
  evaluationExecutionRoleArn: role,
});
const evaluatedBy = (...ids: readonly string[]) => ({ evaluators: ids.map((evaluatorId) => ({ evaluatorId })) });
const strategy = ofType(typeOf("MemoryStrategy"), { memoryId: "m", name: "facts", type: "SEMANTIC" });
const keyOf = ofType(typeOf("ApiKeyCredentialProvider"), { name: "orders" });
const policy = ofType(typeOf("Policy"), { name: "orders", policyEngineId: "e" });
const says = (statement: string) => ({ definition: { cedar: { statement } } });
const resource = ofType(typeOf("ResourcePolicy"), {
  resourceArn: "arn:aws:bedrock-agentcore:eu-west-1:111122223333:runtime/orders",
});
const allows = (more: Arguments) => ({
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:root" },
        Action: "bedrock-agentcore:InvokeAgentRuntime",
        Resource: "arn:aws:bedrock-agentcore:eu-west-1:111122223333:runtime/orders",
        ...more,
      },
    ],
  }),
});

/** Two of a type in one program, of which the second one differs. */
const two = (fact: string, name: string, both: Arguments, bad: Arguments, good: Arguments) => {
  const made = (more: Arguments): readonly Made[] => [
    [typeOf(name), "a", { ...both, ...bad }],
    [typeOf(name), "b", { ...both, ...more }],
  ];
  return facts(fact, made(bad), made(good));
};

const ownStrategy = (memory: Arguments): readonly Made[] => [
  [typeOf("Memory"), "memory", { name: "orders", eventExpiryDuration: 30, ...memory }],
  [
    typeOf("MemoryStrategy"),
    "own",
    {
      memoryId: unknown,
      name: "own",
      type: "CUSTOM",
      namespaces: ["/a"],
      configuration: { type: "SUMMARY_OVERRIDE", consolidation: { appendToPrompt: "Be short.", modelId: "m" } },
    },
    { memoryId: `${typeOf("Memory")} memory` },
  ],
];

export const agentcore: FactsByName = {
  ...agentcoreGateways,
  "agentcore-apikey-provider-secret-source": keyOf(
    "one's own secret is named",
    { apiKeySecretSource: "EXTERNAL", apiKey: "k" },
    { apiKeySecretSource: "EXTERNAL", apiKeySecretConfig: { secretId: "s", jsonKey: "k" } },
  ),
  "agentcore-evaluator-name-unique": two(
    "evaluators differ",
    "Evaluator",
    { level: "TRACE", ...judged },
    { evaluatorName: "helpful" },
    { evaluatorName: "polite" },
  ),
  "agentcore-evaluator-rating-scale-empty": evaluator("a scale has entries", judge({ categoricals: [] }), judged),
  "agentcore-jwt-authorizer-claims": runtime(
    "a token says something",
    signedIn({}),
    signedIn({ allowedClients: ["c"] }),
  ),
  "agentcore-kms-key-region": evaluator(
    "a key is near",
    { ...judged, kmsKeyArn: key.replace("eu-", "us-") },
    { ...judged, kmsKeyArn: key },
  ),
  "agentcore-memory-custom-strategy-execution-role": facts(
    "one's own strategy has a role",
    ownStrategy({}),
    ownStrategy({ memoryExecutionRoleArn: role }),
  ),
  "agentcore-memory-strategy-name-unique": two(
    "strategies differ",
    "MemoryStrategy",
    { memoryId: "m", namespaces: ["/a"] },
    { name: "a", type: "CUSTOM" },
    { name: "b", type: "CUSTOM" },
  ),
  "agentcore-memory-strategy-namespaces-count": strategy(
    "a strategy has one namespace",
    { namespaces: ["/a", "/b"] },
    { namespaces: ["/a"] },
  ),
  "agentcore-memory-strategy-type-unique": facts(
    "a type of strategies is there once",
    ["SEMANTIC", "SEMANTIC"].map((type, index) => [
      typeOf("MemoryStrategy"),
      `s${index}`,
      { memoryId: "m", name: `s${index}`, namespaces: ["/a"], type },
    ]),
    ["SEMANTIC", "SUMMARIZATION"].map((type, index) => [
      typeOf("MemoryStrategy"),
      `s${index}`,
      { memoryId: "m", name: `s${index}`, namespaces: ["/a"], type },
    ]),
  ),
  "agentcore-online-eval-evaluator-unique": evaluation(
    "evaluators are listed once",
    evaluatedBy("Builtin.Helpfulness", "Builtin.Helpfulness"),
    evaluatedBy("Builtin.Helpfulness"),
  ),
  "agentcore-online-eval-evaluators-or-insights": evaluation(
    "somebody evaluates",
    evaluatedBy(),
    evaluatedBy("Builtin.Helpfulness"),
  ),
  "agentcore-policy-cedar-statement": policy(
    "a statement is one of Cedar",
    says("allow everything"),
    says("forbid(principal, action, resource is AgentCore::Gateway);"),
  ),
  "agentcore-policy-name-unique": two(
    "policies differ",
    "Policy",
    { policyEngineId: "e", ...says("forbid(principal, action, resource is AgentCore::Gateway);") },
    { name: "a" },
    { name: "b" },
  ),
  "agentcore-required-union-empty": evaluator("somebody judges", { evaluatorConfig: {} }, judged),
  "agentcore-resource-policy-document": resource(
    "actions are those of AgentCore",
    allows({ Action: "s3:GetObject" }),
    allows({}),
  ),
  "agentcore-runtime-code-entrypoint-extension": runtime("Python begins in Python", python("app.js"), python("app.py")),
  "agentcore-runtime-endpoint-name-default": ofType(typeOf("AgentRuntimeEndpoint"), { agentRuntimeId: "r" })(
    "an endpoint is there already",
    { name: "DEFAULT" },
    { name: "live" },
  ),
  "agentcore-runtime-env-var-count": runtime("fifty variables", variables(51), variables(50)),
  "agentcore-runtime-lifecycle-timeout-order": runtime("idle ends before all", lives(901), lives(900)),
  "agentcore-runtime-session-storage-single": runtime(
    "one storage of sessions",
    stored("/mnt/a", "/mnt/b"),
    stored("/mnt/a"),
  ),
  "agentcore-vpc-network-mode-config": ofType(typeOf("Browser"), { name: "orders" })(
    "a VPC has subnets",
    { networkConfiguration: { networkMode: "VPC" } },
    { networkConfiguration: { networkMode: "VPC", vpcConfig: { subnets: ["subnet-1"], securityGroups: ["sg-1"] } } },
  ),
};
