import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const keys = (more: Arguments) => ({
  parametersInCacheKeyAndForwardedToOrigin: {
    ...{ cookiesConfig: { cookieBehavior: "none" }, headersConfig: { headerBehavior: "none" } },
    queryStringsConfig: { queryStringBehavior: "none" },
    ...more,
  },
});
const uncached = { name: "own", minTtl: 0, defaultTtl: 0, maxTtl: 0 };

export const cloudfront: FactsByName = {
  "no-cache-with-keys": on("aws:cloudfront/cachePolicy:CachePolicy", uncached)(
    "what is not cached has no keys",
    keys({ queryStringsConfig: { queryStringBehavior: "all" } }),
    keys({}),
  ),
  "response-headers-of-none": on("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", { name: "own" })(
    "a policy of headers sets one",
    {},
    { customHeadersConfig: { items: [{ header: "x-own", value: "a", override: true }] } },
  ),
};

const alarm = on("aws:cloudwatch/metricAlarm:MetricAlarm", {
  ...{ name: "errors", comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, threshold: 0 },
});
const queries = {
  metricQueries: [
    { id: "m", metric: { namespace: "AWS/Lambda", metricName: "Errors", stat: "Sum", period: 60 }, returnData: true },
  ],
};
const metric = { namespace: "AWS/Lambda", statistic: "Sum", period: 60 };

export const cloudwatch: FactsByName = {
  "statistic-beside-queries": alarm("queries have statistics of their own", { ...queries, statistic: "Sum" }, queries),
  "alarm-without-metric": alarm("an alarm has a metric", metric, { ...metric, metricName: "Errors" }),
};

const transformed = (pattern: string) => ({
  pattern,
  metricTransformation: { name: "issues", namespace: "own", value: "1", dimensions: { host: "$.host" } },
});

export const logs: FactsByName = {
  "dimensions-of-words": on("aws:cloudwatch/logMetricFilter:LogMetricFilter", { name: "own", logGroupName: "orders" })(
    "dimensions are of fields",
    transformed('?"Server has closed the connection" ?"Incremental update"'),
    transformed('{ $.level = "ERROR" }'),
  ),
};

const partitioned = (more: Arguments) => ({
  extendedS3Configuration: {
    ...{ roleArn: `arn:aws:iam::${account}:role/r`, bucketArn: "arn:aws:s3:::orders", bufferingSize: 64 },
    ...{ prefix: "year=!{partitionKeyFromQuery:year}/", errorOutputPrefix: "errors/", ...more },
    processingConfiguration: {
      enabled: true,
      processors: [
        {
          type: "MetadataExtraction",
          parameters: [
            { parameterName: "JsonParsingEngine", parameterValue: "JQ-1.6" },
            { parameterName: "MetadataExtractionQuery", parameterValue: "{year:.year}" },
          ],
        },
      ],
    },
  },
});

export const firehose: FactsByName = {
  "keys-without-partitioning": on("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", {
    ...{ name: "orders", destination: "extended_s3", serverSideEncryption: { enabled: true } },
  })(
    "keys are those of what is partitioned",
    partitioned({}),
    partitioned({ dynamicPartitioningConfiguration: { enabled: true } }),
  ),
};

const visibility = (metricName: string) => ({
  visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName },
});
const acl = on("aws:wafv2/webAcl:WebAcl", {
  ...{ name: "own", scope: "REGIONAL", defaultAction: { allow: {} }, ...visibility("own") },
});
const rule = (statement: Arguments, more: Arguments) => ({
  rules: [{ name: "first", priority: 0, statement, ...more, ...visibility("first") }],
});
const scripts = {
  xssMatchStatement: { fieldToMatch: { queryString: {} }, textTransformations: [{ priority: 0, type: "NONE" }] },
};

export const wafv2: FactsByName = {
  "action-and-override": acl(
    "a rule has one action",
    rule(scripts, { action: { block: {} }, overrideAction: { count: {} } }),
    rule(scripts, { action: { block: {} } }),
  ),
};

const plan = on("aws:backup/plan:Plan", { name: "own" });
const kept = (lifecycle: Arguments) => ({
  rules: [{ ruleName: "daily", targetVaultName: "own", schedule: "cron(0 10 * * ? *)", lifecycle }],
});

export const backup: FactsByName = {
  "deleted-in-cold": plan(
    "what goes to cold storage stays for 90 days",
    kept({ coldStorageAfter: 30, deleteAfter: 100 }),
    kept({ coldStorageAfter: 30, deleteAfter: 120 }),
  ),
};
