import { type Schema, type TypeRows } from "../../schema";
import { at, bars, needs } from "../given";
import { providerFile } from "../pages";
import { together } from "../together";

const key = "arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012";
const share = {
  resourceShareArn: "arn:aws:ram:eu-west-1:111122223333:resource-share/12345678-1234-1234-1234-123456789012",
};
const principal = "^[a-z0-9.-]+\\.amazonaws\\.com$";
const strategy = { name: "orders", memoryId: "orders-abcdefghij", namespaces: ["default"] };
const prompt = { appendToPrompt: "Orders alone.", modelId: "anthropic.claude-3-sonnet-20240229-v1:0" };
const summary = { type: "SUMMARY_OVERRIDE", consolidation: prompt };
const log = { logType: "AUDIO", resourceArn: "arn:aws:s3:::orders" };
const credentials: Schema = {
  requiredOr: ["certificate", "tokenKey"],
  dependentRequired: { certificate: ["privateKey"], tokenKey: ["bundleId", "teamId", "tokenKeyId"] },
};
const fourDifferent = "(.).*?(?!\\1)(.).*?(?!\\1|\\2)(.).*?(?!\\1|\\2|\\3).";

/** Conditions on platforms that the AWS provider's own code has. */
export const providerPlatforms: readonly TypeRows[] = [
  {
    type: "aws:bedrock/agentcoreGateway:AgentcoreGateway",
    source: providerFile("bedrockagentcore/gateway"),
    rows: [
      needs(
        "a gateway with tokens says who gives them",
        { authorizerType: "CUSTOM_JWT" },
        {
          "authorizerConfiguration.customJwtAuthorizer.discoveryUrl":
            "https://id.example.com/.well-known/openid-configuration",
        },
        { required: ["authorizerConfiguration"] },
      ),
    ],
  },
  {
    type: "aws:bedrock/agentcoreMemoryStrategy:AgentcoreMemoryStrategy",
    source: providerFile("bedrockagentcore/memory_strategy"),
    rows: [
      together(
        "a strategy of one's own has a configuration",
        { when: { type: "CUSTOM" }, required: ["configuration"], level: "advisory" },
        strategy,
        { type: "CUSTOM", configuration: summary },
        { type: "CUSTOM" },
      ),
      together(
        "only a strategy of one's own has a configuration",
        { when: { type: ["SEMANTIC", "SUMMARIZATION", "USER_PREFERENCE"] }, excluded: ["configuration"] },
        strategy,
        { type: "SEMANTIC" },
        { type: "SEMANTIC", configuration: { type: "SEMANTIC_OVERRIDE", consolidation: prompt } },
      ),
      at(
        "configuration",
        "an override of summaries extracts nothing",
        { when: { type: "SUMMARY_OVERRIDE" }, excluded: ["extraction"] },
        summary,
        { ...summary, extraction: prompt },
      ),
    ],
  },
  {
    type: "aws:ram/resourceShareAssociationsExclusive:ResourceShareAssociationsExclusive",
    source: providerFile("ram/resource_share_associations_exclusive"),
    rows: [
      at(
        "principals",
        "services are shared with by themselves",
        { if: { contains: { pattern: principal } }, then: { items: { pattern: principal } } },
        ["macie.amazonaws.com"],
        ["111122223333", "macie.amazonaws.com"],
      ),
      together(
        "sources are of services alone",
        { if: { required: ["sources[]"] }, then: { properties: { "principals[]": { pattern: principal } } } },
        { ...share, sources: ["111122223333"] },
        { principals: ["macie.amazonaws.com"] },
        { principals: ["111122223333"] },
      ),
    ],
  },
  ...["apnsChannel", "apnsSandboxChannel", "apnsVoipChannel", "apnsVoipSandboxChannel"].map((name): TypeRows => ({
    type: `aws:pinpoint/${name}:${name.replace(/^a/, "A")}`,
    source: providerFile("pinpoint/apns_channel"),
    rows: [
      together(
        "a channel to Apple has a certificate with its key, or a token with its key",
        credentials,
        { applicationId: "orders" },
        { certificate: "certificate", privateKey: "key" },
        {},
      ),
    ],
  })),
  {
    type: "aws:lex/botAlias:BotAlias",
    source: providerFile("lexmodels/bot_alias"),
    rows: [
      at(
        "conversationLogs.logSettings[]",
        "logs in CloudWatch have no key of their own",
        { when: { destination: "CLOUDWATCH_LOGS" }, excluded: ["kmsKeyArn"] },
        { ...log, destination: "S3", kmsKeyArn: key },
        { ...log, destination: "CLOUDWATCH_LOGS", kmsKeyArn: key },
      ),
    ],
  },
  {
    type: "aws:mq/broker:Broker",
    source: providerFile("mq/broker"),
    rows: [
      at(
        "users[].password",
        "a password has 4 different characters",
        { pattern: fourDifferent },
        "Passw0rdxyz12",
        "aaabbbcccaaa",
      ),
    ],
  },
  {
    type: "aws:ivs/recordingConfiguration:RecordingConfiguration",
    source: providerFile("ivs/recording_configuration"),
    rows: [
      bars(
        "thumbnails that are off have no interval",
        { "thumbnailConfiguration.recordingMode": "DISABLED" },
        { "thumbnailConfiguration.targetIntervalSeconds": 30 },
      ),
    ],
  },
  {
    type: "aws:elasticbeanstalk/environment:Environment",
    source: providerFile("elasticbeanstalk/environment"),
    rows: [bars("a worker has no address", { tier: "Worker" }, { cnamePrefix: "orders-api" })],
  },
  {
    type: "aws:appstream/stack:Stack",
    source: providerFile("appstream/stack"),
    rows: [
      at(
        "applicationSettings",
        "settings that are kept have a group",
        { when: { enabled: true }, required: ["settingsGroup"] },
        { enabled: true, settingsGroup: "orders" },
        { enabled: true },
      ),
      at(
        "applicationSettings",
        "settings that are not kept have no group",
        { when: { enabled: false }, excluded: ["settingsGroup"] },
        { enabled: false },
        { enabled: false, settingsGroup: "orders" },
      ),
    ],
  },
];
