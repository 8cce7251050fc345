import { measured, type Row, type TypeRows } from "../schema";
import { api, page } from "./pages";
import { only, sameRegion, together } from "./together";

const logGroup = "arn:aws:logs:eu-west-1:111122223333:log-group:g";
const infrequent = {
  group: {
    type: "aws:cloudwatch/logGroup:LogGroup",
    properties: { name: "rare", arn: `${logGroup}-rare`, logGroupClass: "INFREQUENT_ACCESS" },
  },
};

/** Log groups of the class INFREQUENT_ACCESS do not have it. */
const standardOnly = (property: string, what: string, bad = "rare"): Row => ({
  at: property,
  fact: `${what} is not for log groups of the class INFREQUENT_ACCESS`,
  refersTo: {
    type: "aws:cloudwatch/logGroup:LogGroup",
    fits: { properties: { logGroupClass: { not: { const: "INFREQUENT_ACCESS" } } } },
  },
  source: page("AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes"),
  good: bad.replace("rare", "other"),
  bad,
  beside: infrequent,
});

const closed: Row = {
  at: "filterPattern",
  fact: "a pattern that begins with [ ends with ]",
  not: { pattern: "^\\s*\\[[^]*[^\\]\\s]\\s*$" },
  source: page("AmazonCloudWatch/latest/logs/FilterAndPatternSyntax"),
  good: "[ip, user, status=5*]",
  bad: "[ip, user, status=5*",
};

const accountPolicy = (policyType: string) => ({ policyName: "p", policyType });

/** CloudWatch Logs: settings that go together, or do not. */
export const logPolicies: readonly TypeRows[] = [
  {
    type: "aws:cloudwatch/logAccountPolicy:LogAccountPolicy",
    source: api("logs", "PutAccountPolicy"),
    rows: [
      only("a policy of data protection has no selectionCriteria", { policyType: "DATA_PROTECTION_POLICY" }, [
        "selectionCriteria",
      ])(
        { policyName: "p", policyDocument: "{}" },
        { policyType: "DATA_PROTECTION_POLICY" },
        { policyType: "DATA_PROTECTION_POLICY", selectionCriteria: 'LogGroupName NOT IN ["a"]' },
      ),
      together(
        "the selectionCriteria of a subscription is LogGroupName NOT IN [...]",
        {
          when: { policyType: "SUBSCRIPTION_FILTER_POLICY" },
          properties: { selectionCriteria: { pattern: "^\\s*[Ll]og[Gg]roup[Nn]ame\\s+(NOT IN|not in)\\s*\\[" } },
        },
        {
          ...accountPolicy("SUBSCRIPTION_FILTER_POLICY"),
          policyDocument: '{"DestinationArn": "arn:aws:lambda:eu-west-1:111122223333:function:f", "FilterPattern": ""}',
        },
        { selectionCriteria: 'LogGroupName NOT IN ["a"]' },
        { selectionCriteria: 'LogGroupName IN ["a"]' },
      ),
      together(
        "the selectionCriteria of an index or a transformer is LogGroupNamePrefix",
        {
          when: { policyType: ["FIELD_INDEX_POLICY", "TRANSFORMER_POLICY"] },
          properties: { selectionCriteria: { pattern: "LogGroupNamePrefix|DataSourceName" } },
        },
        { ...accountPolicy("FIELD_INDEX_POLICY"), policyDocument: '{"Fields": ["a"]}' },
        { selectionCriteria: 'LogGroupNamePrefix = "/aws"' },
        { selectionCriteria: 'LogGroupName = "/aws"' },
      ),
      together(
        "the document of a subscription names its DestinationArn",
        {
          when: { policyType: "SUBSCRIPTION_FILTER_POLICY" },
          properties: { policyDocument: { pattern: '"DestinationArn"' } },
        },
        accountPolicy("SUBSCRIPTION_FILTER_POLICY"),
        {
          policyDocument: '{"DestinationArn": "arn:aws:lambda:eu-west-1:111122223333:function:f", "FilterPattern": ""}',
        },
        { policyDocument: '{"FilterPattern": ""}' },
      ),
      together(
        "the document of a transformer is a list of processors",
        { when: { policyType: "TRANSFORMER_POLICY" }, properties: { policyDocument: { pattern: "^\\s*\\[" } } },
        accountPolicy("TRANSFORMER_POLICY"),
        { policyDocument: '[{"parseJSON": {}}]' },
        { policyDocument: '{"parseJSON": {}}' },
      ),
    ],
  },
  {
    type: "aws:cloudwatch/logIndexPolicy:LogIndexPolicy",
    source: api("logs", "PutIndexPolicy"),
    rows: [
      {
        at: "policyDocument",
        fact: "an index policy has up to 20 Fields",
        format: "fieldIndex",
        good: '{"Fields": ["requestId"]}',
        bad: JSON.stringify({ Fields: Array.from({ length: 21 }, (_, index) => `f${index}`) }),
      },
    ],
  },
  {
    type: "aws:cloudwatch/logTransformer:LogTransformer",
    source: page("AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Configurable"),
    rows: [
      {
        at: "transformerConfigs[].grok.match",
        fact: "a match has the patterns of CloudWatch Logs",
        format: "grok",
        good: "%{IP:client} %{WORD:method}",
        bad: "%{CLIENT:client}",
      },
      {
        at: "transformerConfigs",
        fact: "a transformer begins with a parser",
        join: "parserFirst",
        good: [{ parseJsons: [{}] }, { addKeys: { entries: [{ key: "a", value: "b" }] } }],
        bad: [{ addKeys: { entries: [{ key: "a", value: "b" }] } }],
      },
      standardOnly("logGroupArn", "a transformer", `${logGroup}-rare`),
    ],
  },
  {
    type: "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
    source: api("logs", "PutDeliveryDestination"),
    rows: [
      { at: "outputFormat", enum: ["json", "plain", "w3c", "raw", "parquet"], good: "json", bad: "csv" },
      together(
        "a log group takes no parquet",
        {
          when: { outputFormat: "parquet" },
          properties: {
            "deliveryDestinationConfiguration.destinationResourceArn": { not: { pattern: "^arn:[^:]*:logs:" } },
          },
          source: measured,
        },
        { name: "d", outputFormat: "parquet" },
        { deliveryDestinationConfiguration: { destinationResourceArn: "arn:aws:s3:::logs" } },
        { deliveryDestinationConfiguration: { destinationResourceArn: logGroup } },
      ),
      sameRegion(
        "deliveryDestinationConfiguration.destinationResourceArn",
        "the destination is in its own Region",
        logGroup,
      ),
    ],
  },
  {
    type: "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy",
    source: api("logs", "PutDestinationPolicy"),
    rows: [
      {
        at: "accessPolicy",
        fact: "it is an IAM policy document",
        format: "resourcePolicy",
        good: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"logs:PutSubscriptionFilter","Resource":"*"}]}',
        bad: "allow all",
      },
    ],
  },
  {
    type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
    source: api("logs", "PutResourcePolicy"),
    rows: [
      {
        at: "policyDocument",
        fact: "it is an IAM policy document",
        format: "resourcePolicy",
        good: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"delivery.logs.amazonaws.com"},"Action":"logs:PutLogEvents","Resource":"*"}]}',
        bad: "allow all",
      },
    ],
  },
  {
    type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
    source: api("logs", "PutMetricFilter"),
    rows: [{ ...closed, at: "pattern" }, standardOnly("logGroupName", "a metric filter")],
  },
  {
    type: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
    source: api("logs", "PutSubscriptionFilter"),
    rows: [
      closed,
      standardOnly("logGroup", "a subscription"),
      together(
        "a subscription to a function has no roleArn",
        {
          if: { required: ["destinationArn", "roleArn"], properties: { destinationArn: { arnOf: ["lambda"] } } },
          then: { excluded: ["roleArn"] },
        },
        {
          logGroup: "g",
          filterPattern: "",
          name: "f",
          destinationArn: "arn:aws:lambda:eu-west-1:111122223333:function:f",
        },
        {},
        { roleArn: "arn:aws:iam::111122223333:role/r" },
      ),
    ],
  },
  {
    type: "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector",
    source: api("logs", "CreateLogAnomalyDetector"),
    rows: [standardOnly("logGroupArnLists[]", "a detector of anomalies", `${logGroup}-rare`)],
  },
  {
    type: "aws:cloudwatch/queryDefinition:QueryDefinition",
    source: api("logs", "PutQueryDefinition"),
    rows: [
      {
        at: "logGroupNames",
        maxItems: 50,
        source: measured,
        good: ["a"],
        bad: Array.from({ length: 51 }, (_, index) => `g${index}`),
      },
    ],
  },
];
