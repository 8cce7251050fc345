import { type TypeRows } from "../../schema";
import { at, says } from "../given";
import { page } from "../pages";

const api = (what: string) => page(`bedrock/latest/APIReference/API_agent_${what}`);
const guide = (what: string) => page(`bedrock/latest/userguide/${what}`);
const node = (name: string, type = "Output") => ({ name, type });
const connection = (name: string, target: string) => ({ name, source: "a", target, type: "Data" });
const variant = (name: string, more: object = {}) => ({ name, templateType: "TEXT", ...more });
const modelArn = (region: string) => `arn:aws:bedrock:${region}::foundation-model/amazon.nova-lite-v1:0`;

/** A flow that breaks it is made, and cannot be prepared: the AWS provider does not prepare it. */
const unprepared = { level: "advisory" } as const;

const members: Readonly<Record<string, string>> = {
  Agent: "agent",
  Condition: "condition",
  InlineCode: "inlineCode",
  KnowledgeBase: "knowledgeBase",
  LambdaFunction: "lambdaFunction",
  Lex: "lex",
  Prompt: "prompt",
  Retrieval: "retrieval",
  Storage: "storage",
};

/** What Bedrock refuses of flows, prompts and profiles of inference. */
export const flows: readonly TypeRows[] = [
  {
    type: "aws:bedrock/agentFlow:AgentFlow",
    source: api("CreateFlow"),
    rows: [
      at(
        "definition.nodes",
        "nodes have different names",
        { uniqueKeys: ["name"], source: api("FlowNode") },
        [node("a"), node("b")],
        [node("a"), node("a", "Collector")],
      ),
      at(
        "definition.nodes",
        "a flow has one Input at most",
        {
          contains: { properties: { type: { const: "Input" } } },
          minContains: 0,
          maxContains: 1,
          source: guide("flows-nodes"),
        },
        [node("a", "Input")],
        [node("a", "Input"), node("b", "Input")],
      ),
      at(
        "definition.connections",
        "connections have different names",
        { uniqueKeys: ["name"], source: api("FlowConnection") },
        [connection("a", "b")],
        [connection("a", "b"), connection("a", "c")],
      ),
      at(
        "definition.nodes[].configuration.condition.conditions",
        "conditions have different names",
        { uniqueKeys: ["name"], source: api("FlowCondition") },
        [{ name: "a", expression: "x > 1" }, { name: "default" }],
        [
          { name: "a", expression: "x > 1" },
          { name: "a", expression: "x > 2" },
        ],
      ),
      ...Object.entries(members).map(([type, member]) =>
        at(
          "definition.nodes[]",
          `a node has the settings of its type`,
          {
            when: { type, configuration: {} },
            required: [`configuration.${member}`],
            source: api("FlowNode"),
          },
          { name: "a", type, configuration: { [member]: {} } },
          { name: "a", type, configuration: { output: {} } },
        ),
      ),
      at(
        "definition.nodes[].configuration.condition.conditions",
        "a condition has a branch that is called default",
        {
          contains: { properties: { name: { const: "default" } } },
          source: guide("flows-nodes"),
          ...unprepared,
        },
        [{ name: "default" }],
        [{ name: "a", expression: "x > 1" }],
      ),
      at(
        "definition.nodes[].configuration.condition.conditions",
        "conditions are different",
        { uniqueKeys: ["expression"], source: api("FlowCondition"), ...unprepared },
        [{ name: "a", expression: "x > 1" }],
        [
          { name: "a", expression: "x > 1" },
          { name: "b", expression: "x > 1" },
        ],
      ),
      at(
        "definition.nodes[].inputs[].expression",
        "what comes in is $.data, or a part of it",
        { pattern: "^\\$\\.data($|[.[])", source: guide("flows-expressions"), ...unprepared },
        "$.data.order",
        "$.order",
      ),
      at(
        "definition.nodes[]",
        "the output of an Input is called document",
        {
          when: { type: "Input" },
          properties: { "outputs[].name": { const: "document" } },
          source: guide("flows-nodes"),
          ...unprepared,
        },
        { ...node("a", "Input"), outputs: [{ name: "document", type: "String" }] },
        { ...node("a", "Input"), outputs: [{ name: "order", type: "String" }] },
      ),
      ...["source", "target"].map((end) =>
        says(
          "a connection leads from a node to a node",
          {
            memberOf: [[`definition.connections[].${end}`, "definition.nodes[].name"]],
            source: api("FlowConnection"),
            ...unprepared,
          },
          { definition: { nodes: [node("a")], connections: [connection("c", "a")] } },
          { definition: { nodes: [node("b")], connections: [{ ...connection("c", "d"), source: "d" }] } },
        ),
      ),
    ],
  },
  {
    type: "aws:bedrock/agentPrompt:AgentPrompt",
    source: api("CreatePrompt"),
    rows: [
      says(
        "the default variant is one of the variants",
        { memberOf: [["defaultVariant", "variants[].name"]] },
        { defaultVariant: "a", variants: [variant("a")] },
        { defaultVariant: "b", variants: [variant("a")] },
      ),
      at(
        "variants",
        "variants have different names",
        { uniqueKeys: ["name"], source: api("PromptVariant") },
        [variant("a")],
        [variant("a"), variant("a", { modelId: "m" })],
      ),
      at(
        "variants[]",
        "a variant has a model or an agent",
        { atMostOne: ["modelId", "genAiResource"], source: api("PromptVariant") },
        variant("a", { modelId: "m" }),
        variant("a", { modelId: "m", genAiResource: { agent: { agentIdentifier: "a" } } }),
      ),
      ...Object.entries({ TEXT: "text", CHAT: "chat" }).map(([templateType, member]) =>
        at(
          "variants[]",
          "a template is of the type that the variant names",
          {
            when: { templateType, templateConfiguration: {} },
            required: [`templateConfiguration.${member}`],
            source: api("PromptVariant"),
          },
          { name: "a", templateType, templateConfiguration: { [member]: {} } },
          { name: "a", templateType, templateConfiguration: {} },
        ),
      ),
    ],
  },
  {
    type: "aws:bedrock/inferenceProfile:InferenceProfile",
    source: page("bedrock/latest/APIReference/API_CreateInferenceProfile"),
    rows: [
      says(
        "a profile is copied from a model or another profile",
        { required: ["modelSource"] },
        { "modelSource.copyFrom": modelArn("eu-west-1") },
        { name: "a" },
      ),
      at(
        "modelSource.copyFrom",
        "a profile is copied in the own Region",
        { ownRegion: true },
        modelArn("eu-west-1"),
        modelArn("us-east-1"),
      ),
    ],
  },
];
