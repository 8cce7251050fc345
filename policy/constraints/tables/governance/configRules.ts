import { type TypeRows } from "../../schema";
import { at, bars, needs, says } from "../given";
import { api, page } from "../pages";
import { frequency } from "./configFrequency";

const lambda = "arn:aws:lambda:eu-west-1:111122223333:function:f";
const source = { source: api("config", "Source") };
const scheduled = { eventSource: "aws.config", messageType: "ScheduledNotification" };
const change = { eventSource: "aws.config", messageType: "ConfigurationItemChangeNotification" };

/** Rules of Config. */
export const configRules: readonly TypeRows[] = [
  {
    type: "aws:cfg/rule:Rule",
    source: api("config", "PutConfigRule"),
    rows: [
      needs(
        "a rule of AWS or of a function names it",
        { "source.owner": ["AWS", "CUSTOM_LAMBDA"] },
        { "source.sourceIdentifier": "S3_BUCKET_VERSIONING_ENABLED" },
        source,
      ),
      says(
        "a rule of a function has its ARN",
        {
          when: { "source.owner": "CUSTOM_LAMBDA" },
          properties: { "source.sourceIdentifier": { pattern: "^arn:[^:]+:lambda:" } },
          ...source,
        },
        { "source.owner": "CUSTOM_LAMBDA", "source.sourceIdentifier": lambda },
        { "source.owner": "CUSTOM_LAMBDA", "source.sourceIdentifier": "f" },
      ),
      bars(
        "a rule of AWS has no sourceDetails",
        { "source.owner": "AWS" },
        { "source.sourceDetails": [change] },
        source,
      ),
      needs(
        "a rule of one's own says what starts it",
        { "source.owner": ["CUSTOM_LAMBDA", "CUSTOM_POLICY"] },
        { "source.sourceDetails[].messageType": "ConfigurationItemChangeNotification" },
        source,
      ),
      needs(
        "a policy of one's own has its text",
        { "source.owner": "CUSTOM_POLICY" },
        { "source.customPolicyDetails": { policyRuntime: "guard-2.x.x", policyText: "rule a {}" } },
        source,
      ),
      bars(
        "only a policy of one's own has a text",
        { "source.owner": ["AWS", "CUSTOM_LAMBDA"] },
        { "source.customPolicyDetails": { policyRuntime: "guard-2.x.x", policyText: "rule a {}" } },
        source,
      ),
      at(
        "source.sourceDetails[]",
        "a frequency is of scheduled notifications",
        {
          when: {
            messageType: [
              "ConfigurationItemChangeNotification",
              "OversizedConfigurationItemChangeNotification",
              "ConfigurationSnapshotDeliveryCompleted",
            ],
          },
          excluded: ["maximumExecutionFrequency"],
          source: api("config", "SourceDetail"),
        },
        change,
        { ...change, maximumExecutionFrequency: "One_Hour" },
      ),
      at(
        "source.sourceDetails[].messageType",
        "a rule is started by one of four messages",
        {
          enum: [
            "ConfigurationItemChangeNotification",
            "OversizedConfigurationItemChangeNotification",
            "ScheduledNotification",
            "ConfigurationSnapshotDeliveryCompleted",
          ],
          source: api("config", "SourceDetail"),
        },
        "ScheduledNotification",
        "Daily",
      ),
      says(
        "a periodic rule has no scope",
        {
          if: {
            required: ["source.sourceDetails[]"],
            properties: {
              "source.sourceDetails": {
                not: { contains: { properties: { messageType: { not: { const: "ScheduledNotification" } } } } },
              },
            },
          },
          then: { excluded: ["scope"] },
          source: page("config/latest/developerguide/evaluate-config-rules"),
        },
        { "source.sourceDetails": [scheduled] },
        { "source.sourceDetails": [scheduled], "scope.complianceResourceTypes": ["AWS::EC2::Volume"] },
      ),
      at(
        "scope",
        "one resource is of one type",
        { dependentRequired: { complianceResourceId: ["complianceResourceTypes[]"] }, source: api("config", "Scope") },
        { complianceResourceId: "i-1", complianceResourceTypes: ["AWS::EC2::Instance"] },
        { complianceResourceId: "i-1" },
      ),
      at(
        "scope",
        "a value is of a key",
        { dependentRequired: { tagValue: ["tagKey"] }, source: api("config", "Scope") },
        { tagKey: "a", tagValue: "b" },
        { tagValue: "b" },
      ),
      at(
        "inputParameters",
        "parameters are JSON",
        { format: "jsonObject", source: api("config", "ConfigRule") },
        '{"maxAccessKeyAge":"90"}',
        "maxAccessKeyAge=90",
      ),
      frequency("maximumExecutionFrequency"),
    ],
  },
  {
    type: "aws:cfg/conformancePack:ConformancePack",
    source: api("config", "PutConformancePack"),
    rows: [
      says(
        "a pack has a template",
        { requiredOr: ["templateBody", "templateS3Uri"] },
        { templateBody: "Resources: {}" },
        { name: "p" },
      ),
      at(
        "name",
        "a pack has up to 256 letters, digits and hyphens, the first a letter",
        { pattern: "^[A-Za-z][A-Za-z0-9-]{0,255}$" },
        "orders",
        "my_pack",
      ),
      at(
        "inputParameters",
        "parameters have different names",
        { uniqueKeys: ["parameterName"] },
        [{ parameterName: "a", parameterValue: "b" }],
        [
          { parameterName: "a", parameterValue: "b" },
          { parameterName: "a", parameterValue: "c" },
        ],
      ),
      at("templateS3Uri", "a template is at s3://", { pattern: "^s3://" }, "s3://b/t.yaml", "https://b/t.yaml"),
    ],
  },
  {
    type: "aws:cfg/organizationCustomRule:OrganizationCustomRule",
    source: api("config", "OrganizationCustomRuleMetadata"),
    rows: [
      frequency("maximumExecutionFrequency"),
      at("inputParameters", "parameters are JSON", { format: "jsonObject" }, "{}", "a=b"),
    ],
  },
  {
    type: "aws:cfg/organizationManagedRule:OrganizationManagedRule",
    source: api("config", "OrganizationManagedRuleMetadata"),
    rows: [
      frequency("maximumExecutionFrequency"),
      at("inputParameters", "parameters are JSON", { format: "jsonObject" }, "{}", "a=b"),
    ],
  },
];
