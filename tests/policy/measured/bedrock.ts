import { bedrockKnowledge } from "./bedrockKnowledge";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const guardrail = ofType("aws:bedrock/guardrail:Guardrail", {
  name: "orders",
  blockedInputMessaging: "No.",
  blockedOutputsMessaging: "No.",
});
const flow = ofType("aws:bedrock/agentFlow:AgentFlow", {
  name: "orders",
  executionRoleArn: "arn:aws:iam::111122223333:role/flows",
});
const prompt = ofType("aws:bedrock/agentPrompt:AgentPrompt", { name: "greeting" });
const profile = ofType("aws:bedrock/inferenceProfile:InferenceProfile", { name: "orders" });

const contents = (...filtersConfigs: readonly Arguments[]) => ({ contentPolicyConfig: { filtersConfigs } });
const filter = (type: string, outputStrength = "LOW") => ({ type, inputStrength: "LOW", outputStrength });
const grounding = (...filters: readonly (readonly [string, number])[]) => ({
  contextualGroundingPolicyConfig: { filtersConfigs: filters.map(([type, threshold]) => ({ type, threshold })) },
});
const data = (sensitiveInformationPolicyConfig: Arguments) => ({ sensitiveInformationPolicyConfig });
const entities = (...types: readonly string[]) =>
  data({ piiEntitiesConfigs: types.map((type, index) => ({ type, action: index === 0 ? "BLOCK" : "ANONYMIZE" })) });
const expressions = (...all: readonly (readonly [string, string])[]) =>
  data({ regexesConfigs: all.map(([name, pattern]) => ({ name, pattern, action: "BLOCK" })) });
const words = (...texts: readonly string[]) => ({
  wordPolicyConfig: { wordsConfigs: texts.map((text) => ({ text })) },
});
const lists = (...managedWordListsConfigs: readonly Arguments[]) => ({ wordPolicyConfig: { managedWordListsConfigs } });
const topics = (...all: readonly (readonly [string, string])[]) => ({
  topicPolicyConfig: { topicsConfigs: all.map(([name, definition]) => ({ name, definition, type: "DENY" })) },
});
const across = (guardrailProfileIdentifier: string) => ({
  ...words("a"),
  crossRegionConfig: { guardrailProfileIdentifier },
});
const profileArn = (region: string) => `arn:aws:bedrock:${region}:111122223333:guardrail-profile/eu.guardrail.v1:0`;

const nodes = (...all: readonly Arguments[]) => ({ definition: { nodes: all } });
const input = (name: string) => ({ name, type: "Input", configuration: { input: {} } });
const output = (name: string) => ({ name, type: "Output", configuration: { output: {} } });
const links = (...names: readonly string[]) => ({
  definition: {
    nodes: [input("aa"), output("bb")],
    connections: names.map((name, index) => ({
      name,
      source: "aa",
      target: "bb",
      type: "Data",
      configuration: { data: { sourceOutput: "document", targetInput: `in${index}` } },
    })),
  },
});
const conditions = (...names: readonly string[]) =>
  nodes(input("aa"), {
    name: "cc",
    type: "Condition",
    configuration: { condition: { conditions: names.map((name, index) => ({ name, expression: `x > ${index}` })) } },
  });
const variants = (...all: readonly Arguments[]) => ({
  variants: all.map((each) => ({ name: "a", templateType: "TEXT", ...each })),
});
const copied = (region: string) => ({
  modelSource: { copyFrom: `arn:aws:bedrock:${region}::foundation-model/amazon.nova-lite-v1:0` },
});

export const bedrock: FactsByName = {
  ...bedrockKnowledge,
  "bedrock-guardrail-content-filter-unique": guardrail(
    "a kind of content has one filter",
    contents(filter("HATE"), filter("HATE", "HIGH")),
    contents(filter("HATE"), filter("INSULTS")),
  ),
  "bedrock-guardrail-grounding-filter-unique": guardrail(
    "a kind of grounding has one filter",
    grounding(["GROUNDING", 0.5], ["GROUNDING", 0.6]),
    grounding(["GROUNDING", 0.5], ["RELEVANCE", 0.5]),
  ),
  "bedrock-guardrail-grounding-threshold": guardrail(
    "a threshold is below one",
    grounding(["GROUNDING", 1]),
    grounding(["GROUNDING", 0.99]),
  ),
  "bedrock-guardrail-managed-word-list-unique": guardrail(
    "a list of words is there once",
    lists({ type: "PROFANITY" }, { type: "PROFANITY", inputAction: "BLOCK" }),
    lists({ type: "PROFANITY" }),
  ),
  "bedrock-guardrail-pii-entity-unique": guardrail(
    "a kind of personal data is there once",
    entities("EMAIL", "EMAIL"),
    entities("EMAIL", "PHONE"),
  ),
  "bedrock-guardrail-policy-required": guardrail("a guardrail guards something", {}, words("a")),
  "bedrock-guardrail-profile-geo": guardrail(
    "a profile is of the geography",
    across("us.guardrail.v1:0"),
    across("eu.guardrail.v1:0"),
  ),
  "bedrock-guardrail-profile-region": guardrail(
    "a profile is near",
    across(profileArn("eu-central-1")),
    across(profileArn("eu-west-1")),
  ),
  "bedrock-guardrail-prompt-attack-output-strength": guardrail(
    "attacks come in",
    contents(filter("PROMPT_ATTACK")),
    contents(filter("PROMPT_ATTACK", "NONE")),
  ),
  "bedrock-guardrail-regex-pattern-length": guardrail(
    "expressions are short",
    expressions(["a", "x".repeat(501)]),
    expressions(["a", "x".repeat(500)]),
  ),
  "bedrock-guardrail-regex-unique": guardrail(
    "expressions differ",
    expressions(["a", "x+"], ["b", "x+"]),
    expressions(["a", "x+"], ["b", "y+"]),
  ),
  "bedrock-guardrail-topic-definition-length": guardrail(
    "topics are defined shortly",
    topics(["a", "d".repeat(201)]),
    topics(["a", "d".repeat(200)]),
  ),
  "bedrock-guardrail-topic-name-unique": guardrail(
    "topics differ",
    topics(["a", "one"], ["a", "two"]),
    topics(["a", "one"], ["b", "two"]),
  ),
  "bedrock-guardrail-word-length": guardrail("words are short", words("w".repeat(101)), words("w".repeat(100))),
  "bedrock-guardrail-word-unique": guardrail("words differ", words("Secret", "secret"), words("Secret", "secrets")),
  "bedrock-flow-node-name-unique": flow(
    "nodes differ",
    nodes(input("aa"), output("aa")),
    nodes(input("aa"), output("bb")),
  ),
  "bedrock-flow-input-node": flow("one way in", nodes(input("aa"), input("bb")), nodes(input("aa"), output("bb"))),
  "bedrock-flow-connection-name-unique": flow("connections differ", links("xx", "xx"), links("xx", "yy")),
  "bedrock-flow-condition-unique": flow(
    "conditions differ",
    conditions("xx", "xx", "default"),
    conditions("xx", "yy", "default"),
  ),
  "bedrock-flow-node-configuration": flow(
    "a node has its own settings",
    nodes(input("aa"), { name: "ll", type: "LambdaFunction", configuration: { output: {} } }),
    nodes(input("aa"), {
      name: "ll",
      type: "LambdaFunction",
      configuration: { lambdaFunction: { lambdaArn: "arn:aws:lambda:eu-west-1:111122223333:function:f" } },
    }),
  ),
  "bedrock-prompt-default-variant": prompt(
    "a default is there",
    { ...variants({}), defaultVariant: "b" },
    { ...variants({}), defaultVariant: "a" },
  ),
  "bedrock-prompt-variant-model-or-agent": prompt(
    "a model or an agent",
    variants({ modelId: "amazon.nova-lite-v1:0", genAiResource: { agent: { agentIdentifier: "arn:a" } } }),
    variants({ modelId: "amazon.nova-lite-v1:0" }),
  ),
  "bedrock-prompt-variant-name-unique": prompt("variants differ", variants({}, {}), variants({}, { name: "b" })),
  "bedrock-prompt-variant-template-type": prompt(
    "a template is of its type",
    variants({ templateConfiguration: { chat: { messages: [] } } }),
    variants({ templateConfiguration: { text: { text: "Hello" } } }),
  ),
  "bedrock-inference-profile-model-source-required": profile("a profile has a source", {}, copied("eu-west-1")),
  "bedrock-inference-profile-source-region": profile("a source is near", copied("us-east-1"), copied("eu-west-1")),
};
