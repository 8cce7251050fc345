import { type TypeRows } from "../schema";
import { api, page } from "./pages";

/** Step Functions. */
const machine = (definition: object) => JSON.stringify(definition);

const done = { Type: "Succeed" };

const logGroup = "arn:aws:logs:eu-west-1:111122223333:log-group:/a";

export const states: readonly TypeRows[] = [
  {
    type: "aws:sfn/stateMachine:StateMachine",
    source: "https://states-language.net/spec.html",
    rows: [
      {
        at: "definition",
        fact: "each rule in Choices has a Next and exactly one comparison, and what it names is there",
        format: "stateMachine",
        good: machine({
          StartAt: "C",
          States: { C: { Type: "Choice", Choices: [{ Variable: "$.kind", StringEquals: "new", Next: "D" }] }, D: done },
        }),
        bad: machine({
          StartAt: "C",
          States: {
            C: { Type: "Choice", Choices: [{ Variable: "$.kind", StringEquals: "new" }], Default: "D" },
            D: done,
          },
        }),
      },
      {
        at: "definition",
        fact: "each rule in Choices has a Next and exactly one comparison, and what it names is there",
        format: "stateMachine",
        good: machine({ StartAt: "A", States: { A: { Type: "Pass", Next: "D" }, D: done } }),
        bad: machine({ StartAt: "A", States: { A: { Type: "Pass", Next: "X" }, D: done } }),
      },
      {
        at: "",
        fact: "a Map of mode DISTRIBUTED is for STANDARD machines",
        when: { type: "EXPRESS" },
        properties: { definition: { format: "inlineStateMachine" } },
        source: page("step-functions/latest/dg/state-map-distributed"),
        good: { type: "STANDARD", definition: machine({ StartAt: "D", States: { D: done } }) },
        bad: {
          type: "EXPRESS",
          definition: machine({
            StartAt: "M",
            States: {
              M: {
                Type: "Map",
                End: true,
                ItemProcessor: {
                  ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
                  StartAt: "D",
                  States: { D: done },
                },
              },
            },
          }),
        },
      },
      {
        at: "type",
        enum: ["STANDARD", "EXPRESS"],
        source: api("sfn", "CreateStateMachine"),
        good: "EXPRESS",
        bad: "FAST",
      },
      {
        at: "loggingConfiguration",
        fact: "level is ALL, ERROR, FATAL or OFF",
        properties: { level: { enum: ["ALL", "ERROR", "FATAL", "OFF"] } },
        source: api("sfn", "LoggingConfiguration"),
        good: { level: "OFF" },
        bad: { level: "INFO", logDestination: `${logGroup}:*` },
      },
      {
        at: "loggingConfiguration",
        fact: "enabled logs have a logDestination",
        when: { level: ["ALL", "ERROR", "FATAL"] },
        required: ["logDestination"],
        source: api("sfn", "LoggingConfiguration"),
        good: { level: "ALL", logDestination: `${logGroup}:*` },
        bad: { level: "ALL" },
      },
      {
        at: "loggingConfiguration.logDestination",
        fact: "the ARN of a log group ends with :*",
        pattern: ":\\*$",
        source: api("sfn", "CloudWatchLogsLogGroup"),
        good: `${logGroup}:*`,
        bad: logGroup,
      },
      {
        at: "encryptionConfiguration.type",
        enum: ["AWS_OWNED_KEY", "CUSTOMER_MANAGED_KMS_KEY"],
        source: api("sfn", "EncryptionConfiguration"),
        good: "AWS_OWNED_KEY",
        bad: "KMS",
      },
      {
        at: "encryptionConfiguration",
        fact: "CUSTOMER_MANAGED_KMS_KEY names a key",
        when: { type: "CUSTOMER_MANAGED_KMS_KEY" },
        required: ["kmsKeyId"],
        source: api("sfn", "EncryptionConfiguration"),
        good: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: "alias/own" },
        bad: { type: "CUSTOMER_MANAGED_KMS_KEY" },
      },
      {
        at: "encryptionConfiguration",
        fact: "AWS_OWNED_KEY takes no key",
        when: { type: "AWS_OWNED_KEY" },
        excluded: ["kmsKeyId", "kmsDataKeyReusePeriodSeconds"],
        source: "measured",
        good: { type: "AWS_OWNED_KEY" },
        bad: { type: "AWS_OWNED_KEY", kmsKeyId: "alias/own" },
      },
      {
        at: "encryptionConfiguration.kmsDataKeyReusePeriodSeconds",
        minimum: 60,
        maximum: 900,
        source: api("sfn", "EncryptionConfiguration"),
        good: 60,
        bad: 59,
      },
      {
        at: "name",
        fact: 'a name has no space, no brackets, no wildcards and none of " # % \\ ^ | ~ ` $ & , ; : /',
        pattern: '^[^\\s<>{}\\[\\]?*"#%\\\\^|~`$&,;:/]+$',
        source: api("sfn", "CreateStateMachine"),
        good: "orders",
        bad: "my orders",
      },
    ],
  },
  {
    type: "aws:sfn/activity:Activity",
    source: api("sfn", "CreateActivity"),
    rows: [
      {
        at: "name",
        fact: "a name has no space, no brackets, no wildcards, 80 characters at most",
        pattern: '^[^\\s<>{}\\[\\]?*"#%\\\\^|~`$&,;:/]{1,80}$',
        good: "approve",
        bad: "approve it",
      },
    ],
  },
  {
    type: "aws:sfn/alias:Alias",
    source: api("sfn", "CreateStateMachineAlias"),
    rows: [
      {
        at: "routingConfigurations",
        fact: "an alias routes to one or two versions",
        minItems: 1,
        maxItems: 2,
        good: [{ stateMachineVersionArn: "a", weight: 100 }],
        bad: [
          { stateMachineVersionArn: "a", weight: 50 },
          { stateMachineVersionArn: "b", weight: 25 },
          { stateMachineVersionArn: "c", weight: 25 },
        ],
      },
      { at: "routingConfigurations[].weight", minimum: 0, maximum: 100, good: 100, bad: 101 },
    ],
  },
];
