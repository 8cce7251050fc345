import { cloudwatchDashboards } from "./cloudwatchDashboards";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const topic = `arn:aws:sns:eu-west-1:${account}:alarms`;
const scaling = `arn:aws:autoscaling:eu-west-1:${account}:scalingPolicy:1234abcd-12ab-34cd-56ef-1234567890ab:autoScalingGroupName/g:policyName/p`;

const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const common = { name: "errors", evaluationPeriods: 1, comparisonOperator: "GreaterThanThreshold" };
const queried = ofType(alarmType, { ...common, threshold: 1 });
const anomalous = ofType(alarmType, { ...common, comparisonOperator: "GreaterThanUpperThreshold" });
const oneMetric = { ...common, namespace: "AWS/Lambda", metricName: "Errors", period: 60, threshold: 1 };
const alarm = ofType(alarmType, { ...oneMetric, statistic: "Sum" });
const percentile = ofType(alarmType, oneMetric);

const metric = (stat = "Sum", period = 60) => ({ namespace: "AWS/Lambda", metricName: "Errors", period, stat });
const query = (id: string, returnData = false, beside: Arguments = {}) => ({
  id,
  returnData,
  metric: metric(),
  ...beside,
});
const band = { id: "band", expression: "ANOMALY_DETECTION_BAND(m, 2)", returnData: true };

const composite = ofType("aws:cloudwatch/compositeAlarm:CompositeAlarm", { alarmName: "all", alarmRule: "ALARM(one)" });
const insight = ofType("aws:cloudwatch/contributorInsightRule:ContributorInsightRule", { ruleName: "callers" });
const streams = ofType("aws:cloudwatch/metricStream:MetricStream", {
  name: "metrics",
  outputFormat: "json",
  roleArn: `arn:aws:iam::${account}:role/r`,
  firehoseArn: `arn:aws:firehose:eu-west-1:${account}:deliverystream/s`,
});

const rule = {
  Schema: { Name: "CloudWatchLogRule", Version: 1 },
  LogGroupNames: ["g"],
  LogFormat: "JSON",
  Contribution: { Keys: ["$.ip"], Filters: [] },
  AggregateOn: "Count",
};
const counted = (more: Arguments) => ({ ruleDefinition: JSON.stringify({ ...rule, ...more }) });

const statistics = (...additionalStatistics: readonly string[]) => ({
  statisticsConfigurations: [
    { additionalStatistics, includeMetrics: [{ namespace: "AWS/Lambda", metricName: "Duration" }] },
  ],
});

const suppressor = (alarmArn: string) => ({
  actionsSuppressor: { alarm: alarmArn, extensionPeriod: 60, waitPeriod: 60 },
});

export const cloudwatch: FactsByName = {
  ...cloudwatchDashboards,
  "cloudwatch-alarm-action-vendor": alarm(
    "an alarm tells one of some services",
    { alarmActions: [`arn:aws:sqs:eu-west-1:${account}:q`] },
    { alarmActions: [topic] },
  ),
  "cloudwatch-alarm-actions-max": alarm(
    "an alarm has 5 actions at most",
    { alarmActions: many(6, (index) => `${topic}${index}`) },
    { alarmActions: many(5, (index) => `${topic}${index}`) },
  ),
  "cloudwatch-alarm-anomaly-autoscaling-action": anomalous(
    "an anomaly does not scale",
    { thresholdMetricId: "band", metricQueries: [query("m", true), band], alarmActions: [scaling] },
    { thresholdMetricId: "band", metricQueries: [query("m", true), band], alarmActions: [topic] },
  ),
  "cloudwatch-alarm-ec2-action-region": alarm(
    "an instance is stopped in the alarm's Region",
    { dimensions: { InstanceId: "i-1" }, alarmActions: ["arn:aws:automate:us-east-1:ec2:stop"] },
    { dimensions: { InstanceId: "i-1" }, alarmActions: ["arn:aws:automate:eu-west-1:ec2:stop"] },
  ),
  "cloudwatch-alarm-evaluation-window": alarm(
    "short periods are evaluated over a day at most",
    { period: 1800, evaluationPeriods: 49 },
    { period: 1800, evaluationPeriods: 48 },
  ),
  "cloudwatch-alarm-expressions-max": queried(
    "an alarm has 10 expressions at most",
    {
      metricQueries: [
        query("m"),
        ...many(11, (index) => ({ id: `e${index}`, expression: "m+1", returnData: index === 0 })),
      ],
    },
    {
      metricQueries: [
        query("m"),
        ...many(10, (index) => ({ id: `e${index}`, expression: "m+1", returnData: index === 0 })),
      ],
    },
  ),
  "cloudwatch-alarm-low-sample-percentile": alarm(
    "few samples are ignored for percentiles",
    { evaluateLowSampleCountPercentiles: "ignore" },
    { statistic: undefined, extendedStatistic: "p99", evaluateLowSampleCountPercentiles: "ignore" },
  ),
  "cloudwatch-alarm-metrics-max": queried(
    "an alarm has 10 metrics at most",
    { metricQueries: many(11, (index) => query(`m${index}`, index === 0)) },
    { metricQueries: many(10, (index) => query(`m${index}`, index === 0)) },
  ),
  "cloudwatch-alarm-period": alarm("a period is of whole minutes", { period: 90 }, { period: 120 }),
  "cloudwatch-alarm-search-expression": queried(
    "an alarm does not search",
    {
      metricQueries: [
        { id: "e", expression: "SUM(SEARCH('{AWS/Lambda,FunctionName} Errors', 'Sum'))", returnData: true },
      ],
    },
    { metricQueries: [{ id: "e", expression: "SUM(METRICS())", returnData: true }, query("m")] },
  ),
  "cloudwatch-alarm-threshold": percentile(
    "an alarm has its threshold",
    { statistic: "Sum", threshold: undefined },
    { statistic: "Sum" },
  ),
  "cloudwatch-composite-alarm-rule-syntax": composite(
    "a rule is of states of alarms",
    { alarmRule: "one AND two" },
    { alarmRule: "ALARM(one) AND ALARM(two)" },
  ),
  "cloudwatch-composite-self-reference": composite(
    "an alarm is not made of itself",
    { alarmRule: "ALARM(all)" },
    { alarmRule: "ALARM(one)" },
  ),
  "cloudwatch-composite-suppressor-format": composite(
    "an alarm suppresses",
    suppressor(topic),
    suppressor(`arn:aws:cloudwatch:eu-west-1:${account}:alarm:quiet`),
  ),
  "cloudwatch-datapoints-evaluation": alarm(
    "no more points are over than are looked at",
    { evaluationPeriods: 2, datapointsToAlarm: 3 },
    { evaluationPeriods: 3, datapointsToAlarm: 3 },
  ),
  "cloudwatch-extended-statistic": percentile(
    "a percentile is 100 at most",
    { extendedStatistic: "p101" },
    { extendedStatistic: "p99" },
  ),
  "cloudwatch-insight-rule-body-json": insight("a rule is JSON", { ruleDefinition: "{rule}" }, counted({})),
  "cloudwatch-insight-rule-body-unknown-key": insight(
    "a rule has keys that exist",
    counted({ LogGroups: [] }),
    counted({}),
  ),
  "cloudwatch-insight-rule-contribution-filters": insight(
    "a rule has filters",
    counted({ Contribution: { Keys: ["$.ip"] } }),
    counted({}),
  ),
  "cloudwatch-insight-rule-keys-max": insight(
    "a rule has 4 keys at most",
    counted({ Contribution: { Keys: ["$.a", "$.b", "$.c", "$.d", "$.e"], Filters: [] } }),
    counted({ Contribution: { Keys: ["$.a", "$.b", "$.c", "$.d"], Filters: [] } }),
  ),
  "cloudwatch-insight-rule-log-format": insight(
    "logs are JSON or CLF",
    counted({ LogFormat: "XML" }),
    counted({ LogFormat: "CLF", Fields: { "1": "ip" }, Contribution: { Keys: ["ip"], Filters: [] } }),
  ),
  "cloudwatch-insight-rule-log-groups": insight("a rule has log groups", counted({ LogGroupNames: [] }), counted({})),
  "cloudwatch-insight-rule-schema": insight(
    "a rule has its version",
    counted({ Schema: { Name: "CloudWatchLogRule", Version: 2 } }),
    counted({}),
  ),
  "cloudwatch-metric-namespace-ascii": alarm(
    "a namespace is of ASCII",
    { namespace: "Bestellungen/Köln" },
    { namespace: "Bestellungen/Koeln" },
  ),
  "cloudwatch-metric-query-exclusive": queried(
    "a query is a metric or an expression",
    { metricQueries: [query("m", true, { expression: "n+1" }), query("n")] },
    { metricQueries: [query("m", true), query("n")] },
  ),
  "cloudwatch-metric-query-returndata": queried(
    "an alarm looks at one query",
    { metricQueries: [query("m", true), query("n", true)] },
    { metricQueries: [query("m", true), query("n")] },
  ),
  "cloudwatch-metric-stream-additional-statistic": streams(
    "a further statistic is one of CloudWatch",
    statistics("p99", "median"),
    statistics("p99", "tm90"),
  ),
  "cloudwatch-metric-stream-filters-exclusive": streams(
    "metrics are taken in or left out",
    { includeFilters: [{ namespace: "AWS/Lambda" }], excludeFilters: [{ namespace: "AWS/EC2" }] },
    { includeFilters: [{ namespace: "AWS/Lambda" }] },
  ),
  "cloudwatch-metric-stream-firehose-region": streams(
    "metrics are sent within the Region",
    { firehoseArn: `arn:aws:firehose:us-east-1:${account}:deliverystream/s` },
    {},
  ),
  "cloudwatch-metric-stream-include-metrics": streams(
    "a further statistic is of some metric",
    { statisticsConfigurations: [{ additionalStatistics: ["p99"], includeMetrics: [] }] },
    statistics("p99"),
  ),
  "cloudwatch-metric-stream-role-account": streams(
    "the role of a stream is in the account of what it sends to",
    { roleArn: "arn:aws:iam::444455556666:role/r" },
    {},
  ),
  "cloudwatch-metricstat-stat-syntax": queried(
    "a statistic is one of CloudWatch",
    { metricQueries: [query("m", true, { metric: metric("Median") })] },
    { metricQueries: [query("m", true, { metric: metric("Average") })] },
  ),
  "cloudwatch-threshold-metric-id": anomalous(
    "a band is one of the queries",
    { thresholdMetricId: "bands", metricQueries: [query("m", true), band] },
    { thresholdMetricId: "band", metricQueries: [query("m", true), band] },
  ),
};
