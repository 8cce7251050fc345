import { type Row, type TypeRows } from "../../schema";
import { says } from "../given";
import { api } from "../pages";
import { together } from "../together";

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:111122223333:${rest}`;
/** What each service delivers: the part of its ARNs, an example, and the types of its logs. */
const delivered: Readonly<Record<string, readonly [part: string, example: string, ...types: string[]]>> = {
  Amplify: [":amplify:", arn("amplify", "apps/a1"), "ACCESS_LOGS", "WAF_LOGS"],
  "an Application Load Balancer": [
    ":loadbalancer/app/",
    arn("elasticloadbalancing", "loadbalancer/app/a/1"),
    "ALB_ACCESS_LOGS",
    "ALB_CONNECTION_LOGS",
    "ALB_HEALTH_CHECK_LOGS",
  ],
  "an AgentCore gateway": [
    ":bedrock-agentcore:[^:]*:[^:]*:gateway/",
    arn("bedrock-agentcore", "gateway/a-1"),
    "APPLICATION_LOGS",
    "TRACES",
  ],
  "an AgentCore memory": [
    ":bedrock-agentcore:[^:]*:[^:]*:memory/",
    arn("bedrock-agentcore", "memory/a-1"),
    "APPLICATION_LOGS",
    "TRACES",
  ],
  "an AgentCore runtime": [
    ":bedrock-agentcore:[^:]*:[^:]*:runtime/",
    arn("bedrock-agentcore", "runtime/a-1"),
    "APPLICATION_LOGS",
    "USAGE_LOGS",
    "TRACES",
  ],
  "a knowledge base": [
    ":bedrock:[^:]*:[^:]*:knowledge-base/",
    arn("bedrock", "knowledge-base/A1"),
    "APPLICATION_LOGS",
    "TRACES",
  ],
  MediaPackage: [
    ":mediapackage",
    arn("mediapackagev2", "channelGroup/a/channel/b"),
    "EGRESS_ACCESS_LOGS",
    "INGRESS_ACCESS_LOGS",
  ],
  MediaTailor: [
    ":mediatailor:",
    arn("mediatailor", "playbackConfiguration/a"),
    "AD_DECISION_SERVER_LOGS",
    "MANIFEST_SERVICE_LOGS",
    "TRANSCODE_LOGS",
  ],
  PCS: [":pcs:", arn("pcs", "cluster/a"), "PCS_SCHEDULER_LOGS", "PCS_JOBCOMP_LOGS", "PCS_SCHEDULER_AUDIT_LOGS"],
  "Amazon Q": [":qbusiness:", arn("qbusiness", "application/a"), "EVENT_LOGS", "SYNC_JOB_LOGS"],
  WorkMail: [
    ":workmail:",
    arn("workmail", "organization/m-1"),
    "ACCESS_CONTROL_LOGS",
    "AUTHENTICATION_LOGS",
    "WORKMAIL_AVAILABILITY_PROVIDER_LOGS",
    "WORKMAIL_MAILBOX_ACCESS_LOGS",
    "WORKMAIL_PERSONAL_ACCESS_TOKEN_LOGS",
  ],
};
const policy = (policyType: string, document: object, more: object = {}) => ({
  policyName: "orders",
  policyType,
  policyDocument: JSON.stringify(document),
  ...more,
});
const ids = ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"];
const blocks = [
  { Sid: "audit", DataIdentifier: ids, Operation: { Audit: { FindingsDestination: {} } } },
  { Sid: "mask", DataIdentifier: ids, Operation: { Deidentify: { MaskConfig: {} } } },
];
const protection = (...Statement: readonly object[]) =>
  policy("DATA_PROTECTION_POLICY", { Name: "orders", Version: "2021-06-01", Statement });
const account = "aws:cloudwatch/logAccountPolicy:LogAccountPolicy";
const once = (policyType: string): Row =>
  together(
    `an account has one policy of ${policyType}`,
    {
      when: { policyType },
      onlyOne: ["policyType"],
      beside: { first: { type: account, properties: { region: "eu-west-1", policyType, policyName: "first" } } },
    },
    {},
    { policyType: policyType === "DATA_PROTECTION_POLICY" ? "SUBSCRIPTION_FILTER_POLICY" : "DATA_PROTECTION_POLICY" },
    { policyType },
  );
const parsers = [
  "parseJSON",
  "parseKeyValue",
  "csv",
  "grok",
  "parseCloudfront",
  "parsePostgres",
  "parseRoute53",
  "parseVPC",
  "parseWAF",
  "parseToOCSF",
];
const stream = "aws:cloudwatch/logStream:LogStream";

/** What sentences of the API models say of logs and alarms. */
export const monitoringSentences: readonly TypeRows[] = [
  {
    type: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
    source: api("logs", "PutDeliverySource"),
    rows: Object.entries(delivered).map(([what, [part, resourceArn, ...logTypes]]) =>
      together(
        `${what} delivers ${logTypes.join(", ")}`,
        { when: { resourceArn: { pattern: part } }, properties: { logType: { enum: logTypes } } },
        { name: "orders", resourceArn },
        { logType: logTypes[0] },
        { logType: "OTHER_LOGS" },
      ),
    ),
  },
  {
    type: account,
    source: api("logs", "PutAccountPolicy"),
    rows: [
      once("DATA_PROTECTION_POLICY"),
      once("SUBSCRIPTION_FILTER_POLICY"),
      says(
        "a data protection policy audits and masks the same data",
        {
          when: { policyType: "DATA_PROTECTION_POLICY" },
          properties: { policyDocument: { format: "logDataProtection" } },
        },
        protection(...blocks),
        protection(blocks[0] ?? {}),
      ),
      says(
        "a policy of indexes has at least one field",
        {
          when: { policyType: "FIELD_INDEX_POLICY" },
          properties: { "policyDocument.$json": { anyOf: [{ required: ["Fields[]"] }, { required: ["FieldsV2"] }] } },
        },
        policy("FIELD_INDEX_POLICY", { Fields: ["requestId"] }),
        policy("FIELD_INDEX_POLICY", { Fields: [] }),
      ),
      says(
        "a transformer has a parser",
        {
          when: { policyType: "TRANSFORMER_POLICY" },
          properties: {
            "policyDocument.$json": { contains: { anyOf: parsers.map((name) => ({ required: [name] })) } },
          },
        },
        policy("TRANSFORMER_POLICY", [{ parseJSON: {} }]),
        policy("TRANSFORMER_POLICY", [{ addKeys: { entries: [{ key: "a", value: "b" }] } }]),
      ),
    ],
  },
  {
    type: stream,
    source: api("logs", "CreateLogStream"),
    rows: [
      together(
        "a stream's name is used once in its group",
        {
          onlyOne: ["name", "logGroupName"],
          beside: { first: { type: stream, properties: { region: "eu-west-1", name: "a", logGroupName: "orders" } } },
        },
        { name: "a" },
        { logGroupName: "returns" },
        { logGroupName: "orders" },
      ),
    ],
  },
];
