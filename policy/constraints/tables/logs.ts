import { type TypeRows } from "../schema";
import { api } from "./pages";

const queueArn = "arn:aws:sqs:eu-west-1:111122223333:orders";

const audit = {
  Sid: "a",
  DataIdentifier: ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"],
  Operation: { Audit: { FindingsDestination: {} } },
};

const mask = { ...audit, Sid: "b", Operation: { Deidentify: { MaskConfig: {} } } };

const protection = (...Statement: object[]) => JSON.stringify({ Name: "p", Version: "2021-06-01", Statement });

/** CloudWatch Logs. */
export const logs: readonly TypeRows[] = [
  {
    type: "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
    source: api("logs", "PutDataProtectionPolicy"),
    rows: [
      {
        at: "policyDocument",
        fact: "a data protection policy has two statements, one with Audit and one with Deidentify whose MaskConfig is an empty object",
        format: "logDataProtection",
        good: protection(audit, mask),
        bad: protection(audit),
      },
      {
        at: "policyDocument",
        fact: "a data protection policy has two statements, one with Audit and one with Deidentify whose MaskConfig is an empty object",
        format: "logDataProtection",
        good: protection(audit, mask),
        bad: protection(audit, { ...mask, Operation: { Deidentify: { MaskConfig: { Character: "#" } } } }),
      },
    ],
  },
  {
    type: "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector",
    source: api("logs", "CreateLogAnomalyDetector"),
    rows: [
      {
        at: "logGroupArnLists",
        fact: "a detector has exactly one log group",
        minItems: 1,
        maxItems: 1,
        good: ["arn:aws:logs:eu-west-1:111122223333:log-group:a"],
        bad: ["arn:aws:logs:eu-west-1:111122223333:log-group:a", "arn:aws:logs:eu-west-1:111122223333:log-group:b"],
      },
      {
        at: "evaluationFrequency",
        enum: ["ONE_MIN", "FIVE_MIN", "TEN_MIN", "FIFTEEN_MIN", "THIRTY_MIN", "ONE_HOUR"],
        good: "FIVE_MIN",
        bad: "TWO_MIN",
      },
      { at: "anomalyVisibilityTime", minimum: 7, maximum: 90, good: 7, bad: 91 },
    ],
  },
  {
    type: "aws:cloudwatch/logGroup:LogGroup",
    source: api("logs", "CreateLogGroup"),
    rows: [
      {
        at: "name",
        fact: "the name of a log group has letters, digits and . - _ / #, 512 at most",
        pattern: "^[.\\-_/#A-Za-z0-9]{1,512}$",
        good: "/aws/lambda/f",
        bad: "my logs",
      },
      {
        at: "name",
        fact: "the name of a log group does not begin with aws/",
        not: { pattern: "^aws/" },
        good: "/aws/lambda/f",
        bad: "aws/lambda/f",
      },
      { at: "logGroupClass", enum: ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"], good: "STANDARD", bad: "ARCHIVE" },
      {
        at: "kmsKeyId",
        fact: "it is the ARN of a key, not an alias or an id",
        pattern: "^arn:[^:]*:kms:[^:]*:\\d{12}:key/",
        source: api("logs", "AssociateKmsKey"),
        good: "arn:aws:kms:eu-west-1:111122223333:key/1",
        bad: "alias/logs",
      },
    ],
  },
  {
    type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
    source: api("logs", "PutMetricFilter"),
    rows: [
      {
        at: "metricTransformation.dimensions.*",
        fact: "the value of a dimension selects a field of the event: $.field of JSON, $field of columns",
        pattern: "^\\$",
        source: "measured",
        good: "$.kind",
        bad: "kind",
      },
      { at: "pattern", maxLength: 1024, good: "ERROR", bad: "a".repeat(1025) },
      {
        at: "name",
        fact: "the name of a filter has no colon and no asterisk, 512 at most",
        pattern: "^[^:*]{1,512}$",
        good: "errors",
        bad: "errors:all",
      },
      {
        at: "metricTransformation",
        fact: "defaultValue and dimensions exclude each other",
        atMostOne: ["defaultValue", "dimensions"],
        source: api("logs", "MetricTransformation"),
        good: { name: "e", namespace: "n", value: "1", defaultValue: "0" },
        bad: { name: "e", namespace: "n", value: "1", defaultValue: "0", dimensions: { a: "$.a" } },
      },
      {
        at: "metricTransformation.dimensions",
        fact: "a metric has at most three dimensions",
        maxProperties: 3,
        source: api("logs", "MetricTransformation"),
        good: { a: "$.a" },
        bad: { a: "$.a", b: "$.b", c: "$.c", d: "$.d" },
      },
      {
        at: "metricTransformation.namespace",
        fact: "a namespace has no : * or $ and does not begin with AWS/",
        pattern: "^(?!AWS/)[^:*$]*$",
        source: api("logs", "MetricTransformation"),
        good: "own",
        bad: "own:errors",
      },
      {
        at: "metricTransformation.unit",
        enum: "Seconds Microseconds Milliseconds Bytes Kilobytes Megabytes Gigabytes Terabytes Bits Kilobits Megabits Gigabits Terabits Percent Count Bytes/Second Kilobytes/Second Megabytes/Second Gigabytes/Second Terabytes/Second Bits/Second Kilobits/Second Megabits/Second Gigabits/Second Terabits/Second Count/Second None".split(
          " ",
        ),
        source: api("logs", "MetricTransformation"),
        good: "Count",
        bad: "Requests",
      },
    ],
  },
  {
    type: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
    source: api("logs", "PutSubscriptionFilter"),
    rows: [
      { at: "distribution", enum: ["Random", "ByLogStream"], good: "Random", bad: "Even" },
      { at: "filterPattern", maxLength: 1024, good: "ERROR", bad: "a".repeat(1025) },
      {
        at: "",
        fact: "a subscription to Kinesis or Firehose names a role",
        when: { destinationArn: { pattern: "^arn:[^:]*:(kinesis|firehose):" } },
        required: ["roleArn"],
        good: {
          destinationArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/s",
          logGroup: "a",
          filterPattern: "",
          roleArn: "arn:aws:iam::111122223333:role/a",
        },
        bad: { destinationArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/s", logGroup: "a", filterPattern: "" },
      },
      {
        at: "destinationArn",
        fact: "a destination is a stream, a Firehose stream, a function, a log destination, or a bucket for a group of class DELIVERY",
        arnOf: ["kinesis", "firehose", "lambda", "logs", "s3"],
        good: "arn:aws:lambda:eu-west-1:111122223333:function:f",
        bad: queueArn,
      },
    ],
  },
  {
    type: "aws:cloudwatch/logDestination:LogDestination",
    source: api("logs", "PutDestination"),
    rows: [
      {
        at: "name",
        fact: "a name has no colon and no asterisk",
        pattern: "^[^:*]{1,512}$",
        good: "central",
        bad: "central:logs",
      },
      {
        at: "targetArn",
        fact: "a target is a Kinesis or Firehose stream",
        arnOf: ["kinesis", "firehose"],
        good: "arn:aws:kinesis:eu-west-1:111122223333:stream/s",
        bad: queueArn,
      },
    ],
  },
  {
    type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
    source: api("logs", "PutResourcePolicy"),
    rows: [
      {
        at: "policyDocument",
        fact: "a policy has 5,120 characters at most",
        maxLength: 5120,
        good: "{}",
        bad: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "a".repeat(5200),
              Effect: "Allow",
              Principal: { Service: "es.amazonaws.com" },
              Action: "logs:PutLogEvents",
              Resource: "*",
            },
          ],
        }),
      },
    ],
  },
  {
    type: "aws:cloudwatch/logAccountPolicy:LogAccountPolicy",
    source: api("logs", "PutAccountPolicy"),
    rows: [
      {
        at: "policyType",
        enum: [
          "DATA_PROTECTION_POLICY",
          "SUBSCRIPTION_FILTER_POLICY",
          "FIELD_INDEX_POLICY",
          "TRANSFORMER_POLICY",
          "METRIC_EXTRACTION_POLICY",
        ],
        good: "DATA_PROTECTION_POLICY",
        bad: "RETENTION_POLICY",
      },
      { at: "scope", const: "ALL", good: "ALL", bad: "SOME" },
      { at: "policyDocument", fact: "a policy is a JSON document", format: "json", good: "{}", bad: "{a}" },
    ],
  },
  {
    type: "aws:cloudwatch/queryDefinition:QueryDefinition",
    source: api("logs", "PutQueryDefinition"),
    rows: [
      { at: "queryString", minLength: 1, maxLength: 10000, good: "fields @message", bad: "a".repeat(10001) },
      { at: "name", minLength: 1, maxLength: 255, good: "errors", bad: "a".repeat(256) },
    ],
  },
];
