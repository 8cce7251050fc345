import { type Row, type Schema, type TypeRows } from "../../schema";
import { at } from "../given";
import { page } from "../pages";

const api = (what: string) => page(`bedrock-agentcore-control/latest/APIReference/API_${what}`);
const guide = (what: string) => page(`bedrock-agentcore/latest/devguide/${what}`);
const key = (region: string) => `arn:aws:kms:${region}:111122223333:key/1`;
const nearKey = (path: string): Row =>
  at(path, "a key is of the own Region", { ownRegion: true }, key("eu-west-1"), key("us-east-1"));
const scale = { label: "good", definition: "It helps." };
const policy = (statement: object) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const statement = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:root" },
  Action: "bedrock-agentcore:InvokeAgentRuntime",
  Resource: "arn:aws:bedrock-agentcore:eu-west-1:111122223333:runtime/a",
};
const memories = "aws:bedrock/agentcoreMemory:AgentcoreMemory";
const cedar = "^(\\s|//[^\\n]*\\n|@[^\\n]*\\n)*(permit|forbid)\\s*\\(";
const gateway = 'AgentCore::Gateway::"arn:g"';

const unique = (
  fact: string,
  keys: readonly string[],
  values: Readonly<Record<string, unknown>>,
  type: string,
  words: Schema = {},
): Row => ({
  at: "",
  fact,
  onlyOne: keys,
  ...words,
  good: { ...values, [keys.at(-1) ?? ""]: "b" },
  bad: values,
  beside: { other: { type, properties: { ...values, region: "eu-west-1" } } },
});

const strategies = "aws:bedrock/agentcoreMemoryStrategy:AgentcoreMemoryStrategy";
const evaluators = "aws:bedrock/agentcoreEvaluator:AgentcoreEvaluator";
const policies = "aws:bedrock/agentcorePolicy:AgentcorePolicy";

/** What AgentCore refuses of memories, evaluators and policies. */
export const memoriesAndPolicies: readonly TypeRows[] = [
  { type: memories, source: api("CreateMemory"), rows: [nearKey("encryptionKeyArn")] },
  {
    type: strategies,
    source: api("MemoryStrategyInput"),
    rows: [
      at("namespaces", "a strategy has one namespace", { maxItems: 1 }, ["/a"], ["/a", "/b"]),
      unique("strategies have different names", ["memoryId", "name"], { memoryId: "m", name: "a" }, strategies, {
        when: { name: {} },
      }),
      unique(
        "a memory has one strategy of each type, and several that are CUSTOM",
        ["memoryId", "type"],
        { memoryId: "m", type: "SEMANTIC" },
        strategies,
        { when: { type: ["SEMANTIC", "SUMMARIZATION", "USER_PREFERENCE", "EPISODIC"] } },
      ),
      {
        at: "",
        fact: "a strategy of one's own needs a role",
        when: { type: "CUSTOM" },
        if: { required: ["memoryExecutionRoleArn"] },
        else: {
          properties: { memoryId: { refersTo: { type: memories, fits: { required: ["memoryExecutionRoleArn"] } } } },
        },
        source: guide("long-term-configuring-custom-strategies"),
        good: { type: "CUSTOM", memoryId: "good" },
        bad: { type: "CUSTOM", memoryId: "bad" },
        beside: {
          good: { type: memories, properties: { id: "good", memoryExecutionRoleArn: "arn:r" } },
          bad: { type: memories, properties: { id: "bad" } },
        },
      },
    ],
  },
  {
    type: evaluators,
    source: api("CreateEvaluator"),
    rows: [
      nearKey("kmsKeyArn"),
      unique("evaluators have different names", ["evaluatorName"], { evaluatorName: "a" }, evaluators),
      at(
        "evaluatorConfig",
        "a model judges, or code does",
        { requiredXor: ["codeBased", "llmAsAJudge"] },
        { codeBased: {} },
        {},
      ),
      at(
        "evaluatorConfig.llmAsAJudge.ratingScale",
        "a scale has entries",
        { requiredOr: ["categoricals[]", "numericals[]"], source: api("RatingScale") },
        { categoricals: [scale] },
        { categoricals: [] },
      ),
    ],
  },
  {
    type: "aws:bedrock/agentcoreOnlineEvaluationConfig:AgentcoreOnlineEvaluationConfig",
    source: api("CreateOnlineEvaluationConfig"),
    rows: [
      at(
        "evaluators",
        "evaluators are different",
        { uniqueKeys: ["evaluatorId"] },
        [{ evaluatorId: "a" }],
        [{ evaluatorId: "a" }, { evaluatorId: "a" }],
      ),
      at("evaluators", "somebody evaluates", { minItems: 1 }, [{ evaluatorId: "a" }], []),
    ],
  },
  {
    type: policies,
    source: api("CreatePolicy"),
    rows: [
      unique(
        "policies of an engine have different names",
        ["policyEngineId", "name"],
        { policyEngineId: "e", name: "a" },
        policies,
        { when: { name: {} } },
      ),
      at(
        "definition.cedar.statement",
        "a statement of Cedar permits or forbids",
        { pattern: cedar, source: guide("policy-getting-started") },
        `permit(principal, action, resource == ${gateway}) when { context.input.amount < 5 };`,
        "allow everything",
      ),
      at(
        "definition.cedar.statement",
        "a statement of Cedar names a gateway, or the type of gateways",
        {
          level: "advisory",
          not: { pattern: `${cedar}[^)]*,\\s*resource\\s*,?\\s*\\)` },
          source: guide("policy-getting-started"),
        },
        `forbid(principal, action, resource == ${gateway});`,
        "forbid(principal, action, resource);",
      ),
    ],
  },
  {
    type: "aws:bedrock/agentcoreResourcePolicy:AgentcoreResourcePolicy",
    source: api("PutResourcePolicy"),
    rows: [
      at(
        "policy",
        "a policy is an IAM policy document whose statements name a Principal",
        { format: "resourcePolicy" },
        policy(statement),
        policy({ ...statement, Principal: undefined }),
      ),
      ...["policy.$json.Statement[].Action", "policy.$json.Statement[].Action[]"].map((path) =>
        at(path, "an action is one of AgentCore", { pattern: "^bedrock-agentcore:" }, statement.Action, "s3:GetObject"),
      ),
      at(
        "policy.$json.Statement[].Resource",
        "a statement is about the one resource",
        { not: { const: "*" } },
        statement.Resource,
        "*",
      ),
    ],
  },
];
