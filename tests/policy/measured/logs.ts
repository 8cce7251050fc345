import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const groupArn = `arn:aws:logs:eu-west-1:${account}:log-group:g`;
const role = { roleArn: `arn:aws:iam::${account}:role/r` };
const kinesis = `arn:aws:kinesis:eu-west-1:${account}:stream/s`;
const firehose = `arn:aws:firehose:eu-west-1:${account}:deliverystream/s`;
const lambda = `arn:aws:lambda:eu-west-1:${account}:function:f`;

const groupType = "aws:cloudwatch/logGroup:LogGroup";
const policy = ofType("aws:cloudwatch/logAccountPolicy:LogAccountPolicy", { policyName: "p" });
const protection = ofType("aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy", { logGroupName: "g" });
const destination = ofType("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", { name: "d" });
const metrics = ofType("aws:cloudwatch/logMetricFilter:LogMetricFilter", { name: "m", logGroupName: "g" });
const subscription = ofType("aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", {
  name: "s",
  logGroup: "g",
  filterPattern: "",
});
const transformer = ofType("aws:cloudwatch/logTransformer:LogTransformer", { logGroupArn: groupArn });

const accountPolicy = (policyType: string, policyDocument: unknown, selectionCriteria?: string) => ({
  policyType,
  policyDocument: typeof policyDocument === "string" ? policyDocument : JSON.stringify(policyDocument),
  selectionCriteria,
});
const sent = { DestinationArn: lambda, Distribution: "Random", FilterPattern: "" };
const indexed = { Fields: ["RequestId"] };

const email = "arn:aws:dataprotection::aws:data-identifier/EmailAddress";
const address = "arn:aws:dataprotection::aws:data-identifier/Address";
const audit = (identifiers: readonly string[] = [email]) => ({
  Sid: "audit",
  DataIdentifier: identifiers,
  Operation: { Audit: { FindingsDestination: {} } },
});
const mask = (identifiers: readonly string[] = [email], MaskConfig: Arguments = {}) => ({
  Sid: "mask",
  DataIdentifier: identifiers,
  Operation: { Deidentify: { MaskConfig } },
});
const protects = (Statement: readonly Arguments[], Version = "2021-06-01") => ({ Name: "p", Version, Statement });
const protectionOf = (...of: Parameters<typeof protects>) => ({ policyDocument: JSON.stringify(protects(...of)) });

const transformation = (beside: Arguments) => ({
  pattern: "{ $.level = * }",
  metricTransformation: { name: "n", namespace: "Shop", value: "1", ...beside },
});
const matches = (pattern: string) => ({
  pattern,
  metricTransformation: { name: "n", namespace: "Shop", value: "1" },
});

/** What is made of a log group of a class. */
const ofClass = (logGroupClass: string, type: string, properties: Arguments, link: string): readonly Made[] => [
  [groupType, "group", { name: "g", arn: groupArn, logGroupClass }],
  [type, "subject", properties, { [link]: `${groupType} group` }],
];

const detectorType = "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector";
const detector = { enabled: true, detectorName: "d", logGroupArnLists: [groupArn] };
const json = { transformerConfigs: [{ parseJson: {} }] };

export const logs: FactsByName = {
  "logs-account-policy-document-json": policy(
    "a policy of an account is JSON",
    accountPolicy("SUBSCRIPTION_FILTER_POLICY", "{DestinationArn}"),
    accountPolicy("SUBSCRIPTION_FILTER_POLICY", sent),
  ),
  "logs-account-policy-selection-criteria-prefix": policy(
    "indexes are chosen by a prefix of groups",
    accountPolicy("FIELD_INDEX_POLICY", indexed, 'LogGroupName NOT IN ["g"]'),
    accountPolicy("FIELD_INDEX_POLICY", indexed, 'LogGroupNamePrefix IN ["g"]'),
  ),
  "logs-account-policy-selection-criteria-subscription": policy(
    "subscriptions leave groups out",
    accountPolicy("SUBSCRIPTION_FILTER_POLICY", sent, 'LogGroupName IN ["g"]'),
    accountPolicy("SUBSCRIPTION_FILTER_POLICY", sent, 'LogGroupName NOT IN ["g"]'),
  ),
  "logs-account-policy-selection-criteria-unsupported": policy(
    "data of all groups is protected",
    accountPolicy("DATA_PROTECTION_POLICY", protects([audit(), mask()]), 'LogGroupName NOT IN ["g"]'),
    accountPolicy("DATA_PROTECTION_POLICY", protects([audit(), mask()])),
  ),
  "logs-account-policy-subscription-document": policy(
    "a subscription goes somewhere",
    accountPolicy("SUBSCRIPTION_FILTER_POLICY", { Distribution: "Random", FilterPattern: "" }),
    accountPolicy("SUBSCRIPTION_FILTER_POLICY", sent),
  ),
  "logs-account-policy-transformer-document": policy(
    "transformers are a list",
    accountPolicy("TRANSFORMER_POLICY", { parseJSON: {} }),
    accountPolicy("TRANSFORMER_POLICY", [{ parseJSON: {} }]),
  ),
  "logs-anomaly-detector-single-log-group": facts(
    "a detector watches one group",
    [[detectorType, "subject", { ...detector, logGroupArnLists: [groupArn, `${groupArn}2`] }]],
    [[detectorType, "subject", detector]],
  ),
  "logs-data-protection-identifier-arn": protection(
    "what is protected is named by its ARN",
    protectionOf([audit(["EmailAddress"]), mask(["EmailAddress"])]),
    protectionOf([audit(), mask()]),
  ),
  "logs-data-protection-identifiers-match": protection(
    "what is masked is what is looked for",
    protectionOf([audit(), mask([address])]),
    protectionOf([audit(), mask()]),
  ),
  "logs-data-protection-mask-config-empty": protection(
    "a mask has no settings",
    protectionOf([audit(), mask([email], { Character: "*" })]),
    protectionOf([audit(), mask()]),
  ),
  "logs-data-protection-policy-statements": protection(
    "data is looked for and masked",
    protectionOf([mask()]),
    protectionOf([audit(), mask()]),
  ),
  "logs-data-protection-policy-version": protection(
    "a policy has its version",
    protectionOf([audit(), mask()], "2012-10-17"),
    protectionOf([audit(), mask()]),
  ),
  "logs-delivery-destination-output-format-enum": destination(
    "logs are delivered in one of five formats",
    { outputFormat: "csv", deliveryDestinationConfiguration: { destinationResourceArn: "arn:aws:s3:::logs" } },
    { outputFormat: "plain", deliveryDestinationConfiguration: { destinationResourceArn: "arn:aws:s3:::logs" } },
  ),
  "logs-delivery-destination-output-format-target": destination(
    "a log group takes no Parquet",
    { outputFormat: "parquet", deliveryDestinationConfiguration: { destinationResourceArn: groupArn } },
    { outputFormat: "json", deliveryDestinationConfiguration: { destinationResourceArn: groupArn } },
  ),
  "logs-delivery-destination-region": destination(
    "logs are delivered within the Region",
    {
      outputFormat: "json",
      deliveryDestinationConfiguration: { destinationResourceArn: groupArn.replace("eu-west-1", "us-east-1") },
    },
    { outputFormat: "json", deliveryDestinationConfiguration: { destinationResourceArn: groupArn } },
  ),
  "logs-destination-policy-json": ofType("aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy", {
    destinationName: "d",
  })(
    "the policy of a destination is IAM's",
    { accessPolicy: '{"allow": "all"}' },
    {
      accessPolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: account },
            Action: "logs:PutSubscriptionFilter",
            Resource: `arn:aws:logs:eu-west-1:${account}:destination:d`,
          },
        ],
      }),
    },
  ),
  "logs-field-index-fields-max": ofType("aws:cloudwatch/logIndexPolicy:LogIndexPolicy", { logGroupName: "g" })(
    "20 fields are indexed at most",
    { policyDocument: JSON.stringify({ Fields: many(21, (index) => `f${index}`) }) },
    { policyDocument: JSON.stringify({ Fields: many(20, (index) => `f${index}`) }) },
  ),
  "logs-filter-name-charset": metrics(
    "the name of a filter has no colon",
    { name: "a:b", ...transformation({}) },
    { name: "a-b", ...transformation({}) },
  ),
  "logs-filter-pattern-bracket": metrics(
    "a pattern of columns is closed",
    matches("[ip, user, status=5*"),
    matches("[ip, user, status=5*]"),
  ),
  "logs-infrequent-access-anomaly-detector": facts(
    "a detector watches a standard group",
    ofClass("INFREQUENT_ACCESS", detectorType, detector, "logGroupArnLists"),
    ofClass("STANDARD", detectorType, detector, "logGroupArnLists"),
  ),
  "logs-infrequent-access-metric-filter": facts(
    "metrics are of a standard group",
    ofClass(
      "INFREQUENT_ACCESS",
      "aws:cloudwatch/logMetricFilter:LogMetricFilter",
      { name: "m", logGroupName: "g", ...transformation({}) },
      "logGroupName",
    ),
    ofClass(
      "STANDARD",
      "aws:cloudwatch/logMetricFilter:LogMetricFilter",
      { name: "m", logGroupName: "g", ...transformation({}) },
      "logGroupName",
    ),
  ),
  "logs-infrequent-access-subscription-filter": facts(
    "subscriptions are to a standard group",
    ofClass(
      "INFREQUENT_ACCESS",
      "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
      { name: "s", logGroup: "g", filterPattern: "", destinationArn: kinesis, ...role },
      "logGroup",
    ),
    ofClass(
      "STANDARD",
      "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
      { name: "s", logGroup: "g", filterPattern: "", destinationArn: kinesis, ...role },
      "logGroup",
    ),
  ),
  "logs-infrequent-access-transformer": facts(
    "a standard group is transformed",
    ofClass(
      "INFREQUENT_ACCESS",
      "aws:cloudwatch/logTransformer:LogTransformer",
      { logGroupArn: groupArn, ...json },
      "logGroupArn",
    ),
    ofClass(
      "STANDARD",
      "aws:cloudwatch/logTransformer:LogTransformer",
      { logGroupArn: groupArn, ...json },
      "logGroupArn",
    ),
  ),
  "logs-metric-dimension-selector": metrics(
    "a dimension is a field",
    transformation({ dimensions: { level: "error" } }),
    transformation({ dimensions: { level: "$.level" } }),
  ),
  "logs-metric-dimensions-default-exclusive": metrics(
    "a metric with dimensions has no default",
    transformation({ dimensions: { level: "$.level" }, defaultValue: "0" }),
    transformation({ dimensions: { level: "$.level" } }),
  ),
  "logs-metric-namespace-reserved": metrics(
    "a namespace of AWS is AWS's",
    transformation({ namespace: "AWS/Shop" }),
    transformation({ namespace: "Shop" }),
  ),
  "logs-query-definition-log-groups-max": ofType("aws:cloudwatch/queryDefinition:QueryDefinition", {
    name: "q",
    queryString: "fields @message",
  })(
    "a query is of 50 groups at most",
    { logGroupNames: many(51, (index) => `g${index}`) },
    { logGroupNames: many(50, (index) => `g${index}`) },
  ),
  "logs-resource-policy-json": ofType("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", { policyName: "p" })(
    "a policy is IAM's",
    { policyDocument: '{"allow": "all"}' },
    {
      policyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "route53.amazonaws.com" },
            Action: "logs:PutLogEvents",
            Resource: `${groupArn}:*`,
            Condition: { StringEquals: { "aws:SourceAccount": account } },
          },
        ],
      }),
    },
  ),
  "logs-subscription-destination-vendor": subscription(
    "logs go to one of some services",
    { destinationArn: `arn:aws:sqs:eu-west-1:${account}:q` },
    { destinationArn: lambda },
  ),
  "logs-subscription-firehose-role": subscription(
    "logs go to Firehose with a role",
    { destinationArn: firehose },
    { destinationArn: firehose, ...role },
  ),
  "logs-subscription-kinesis-role": subscription(
    "logs go to Kinesis with a role",
    { destinationArn: kinesis },
    { destinationArn: kinesis, ...role },
  ),
  "logs-subscription-lambda-no-role": subscription(
    "logs go to a function without a role",
    { destinationArn: lambda, ...role },
    { destinationArn: lambda },
  ),
  "logs-transformer-grok-pattern": transformer(
    "a pattern is one that CloudWatch has",
    { transformerConfigs: [{ grok: { match: "%{LOGLEVELS:level}" } }] },
    { transformerConfigs: [{ grok: { match: "%{LOGLEVEL:level}" } }] },
  ),
  "logs-transformer-parser-first": transformer(
    "logs are read before they are changed",
    { transformerConfigs: [{ trimString: { withKeys: ["a"] } }, { parseJson: {} }] },
    { transformerConfigs: [{ parseJson: {} }, { trimString: { withKeys: ["a"] } }] },
  ),
};
