import { measured, type Row, type TypeRows } from "../schema";
import { api, page } from "./pages";
import { sameRegion, together } from "./together";

const statistic =
  "^(SampleCount|Average|Sum|Minimum|Maximum|IQM|p(\\d{1,2}(\\.\\d{1,10})?|100(\\.\\d{1,10})?)|(tm|wm|tc|ts)\\d{1,3}(\\.\\d{1,10})?|(TM|WM|TC|TS)\\([^)]*\\)|PR\\([^)]*\\)|[a-zA-Z0-9.]*\\$\\{.*)$";

const anomaly = ["LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold"];

const alarm = { name: "a", comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, threshold: 1 };
const one = { ...alarm, metricName: "Errors", namespace: "AWS/Lambda", statistic: "Sum", period: 60 };
const query = { id: "m1", metric: { metricName: "Errors", namespace: "AWS/Lambda", period: 60, stat: "Sum" } };
const topic = "arn:aws:sns:eu-west-1:111122223333:t";
const expressions = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `e${index}`,
    expression: `m1 + ${index}`,
    returnData: index === 0,
  }));
const metrics = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...query, id: `m${index}`, returnData: false }));

const actions = (["alarmActions", "okActions", "insufficientDataActions"] as const).flatMap((list): Row[] => [
  {
    at: `${list}[]`,
    fact: "an action is a topic, an Auto Scaling policy, an action on EC2, a Systems Manager OpsItem or incident or a function",
    not: { pattern: "^arn:[^:]*:(?!sns:|autoscaling:|automate:|swf:|ssm:|ssm-incidents:|lambda:|cloudwatch:|aiops:)" },
    good: topic,
    bad: "arn:aws:sqs:eu-west-1:111122223333:q",
  },
  sameRegion(`${list}[]`, "an action on EC2 is in the alarm's own Region", "arn:aws:automate:eu-west-1:ec2:stop", {
    if: { pattern: "^arn:[^:]*:automate:" },
    then: { ownRegion: true },
  }),
]);

const metricAlarm: TypeRows = {
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  source: api("cloudwatch", "PutMetricAlarm"),
  rows: [
    ...actions.map(({ ownRegion: _, ...row }) => row),
    ...(
      [
        [{ minimum: 3600 }, 604_800, 3600],
        [{ maximum: 3599 }, 86_400, 60],
      ] as const
    ).map(([period, most, example]): Row =>
      together(
        `periods of ${example === 60 ? "less than an hour" : "an hour and more"} are evaluated over ${most / 86_400} ${most === 86_400 ? "day" : "days"} at most`,
        { join: example === 60 ? "evaluationDay" : "evaluationWeek" },
        { ...one, period: example },
        { evaluationPeriods: most / example },
        { evaluationPeriods: most / example + 1, ...(period && {}) },
      ),
    ),
    together(
      "evaluateLowSampleCountPercentiles is for percentiles",
      { when: { evaluateLowSampleCountPercentiles: {} }, excluded: ["statistic"] },
      {
        ...alarm,
        metricName: "Duration",
        namespace: "AWS/Lambda",
        period: 60,
        evaluateLowSampleCountPercentiles: "ignore",
      },
      { extendedStatistic: "p90" },
      { statistic: "Sum" },
    ),
    {
      at: "metricQueries",
      fact: "an alarm has at most ten expressions",
      contains: { required: ["expression"] },
      minContains: 0,
      maxContains: 10,
      good: expressions(10),
      bad: expressions(11),
    },
    {
      at: "metricQueries",
      fact: "an alarm has at most ten metrics",
      contains: { required: ["metric"] },
      minContains: 0,
      maxContains: 10,
      good: [...metrics(10), { id: "e", expression: "m0", returnData: true }],
      bad: [...metrics(11), { id: "e", expression: "m0", returnData: true }],
    },
    {
      at: "metricQueries[].expression",
      fact: "the expression of an alarm has no SEARCH",
      not: { pattern: "\\b[Ss][Ee][Aa][Rr][Cc][Hh]\\(" },
      source: page("AmazonCloudWatch/latest/monitoring/using-metric-math"),
      good: "m1 + m2",
      bad: "SEARCH('{AWS/Lambda,FunctionName} Errors', 'Sum', 60)",
    },
    {
      at: "metricQueries[].metric.stat",
      fact: "a stat is a CloudWatch statistic",
      pattern: statistic,
      source: page("AmazonCloudWatch/latest/monitoring/Statistics-definitions"),
      good: "p99.9",
      bad: "Mean",
    },
    {
      at: "namespace",
      fact: "a namespace has ASCII characters only",
      pattern: "^[\\x20-\\x7e]+$",
      good: "Orders",
      bad: "Aufträge",
    },
    together(
      "an alarm on an anomaly band has no Auto Scaling action",
      {
        when: { comparisonOperator: anomaly },
        properties: Object.fromEntries(
          ["alarmActions[]", "okActions[]", "insufficientDataActions[]"].map((list) => [
            list,
            { not: { pattern: "^arn:[^:]*:autoscaling:" } },
          ]),
        ),
      },
      {
        name: "a",
        evaluationPeriods: 1,
        comparisonOperator: "GreaterThanUpperThreshold",
        thresholdMetricId: "ad1",
        metricQueries: [
          { ...query, returnData: true },
          { id: "ad1", expression: "ANOMALY_DETECTION_BAND(m1)", returnData: true },
        ],
      },
      { alarmActions: [topic] },
      {
        alarmActions: [
          "arn:aws:autoscaling:eu-west-1:111122223333:scalingPolicy:p:autoScalingGroupName/g:policyName/p",
        ],
      },
    ),
    together(
      "thresholdMetricId is the id of a query",
      { memberOf: [["thresholdMetricId", "metricQueries[].id"]] },
      {
        name: "a",
        evaluationPeriods: 1,
        comparisonOperator: "GreaterThanUpperThreshold",
        metricQueries: [
          { ...query, returnData: true },
          { id: "ad1", expression: "ANOMALY_DETECTION_BAND(m1)", returnData: true },
        ],
      },
      { thresholdMetricId: "ad1" },
      { thresholdMetricId: "ad2" },
    ),
    {
      at: "metricQueries",
      fact: "the queries of an anomaly alarm that return data are the metric and its band",
      if: { contains: { properties: { expression: { pattern: "ANOMALY_DETECTION_BAND" } }, required: ["expression"] } },
      then: {
        contains: { properties: { returnData: { const: true } }, required: ["returnData"] },
        minContains: 2,
        maxContains: 2,
      },
      source: measured,
      good: [
        { ...query, returnData: true },
        { id: "ad1", expression: "ANOMALY_DETECTION_BAND(m1)", returnData: true },
      ],
      bad: [{ ...query }, { id: "ad1", expression: "ANOMALY_DETECTION_BAND(m1)", returnData: true }],
    },
  ],
};

const others: readonly TypeRows[] = [
  {
    type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
    source: api("cloudwatch", "PutCompositeAlarm"),
    rows: [
      ...actions
        .filter(({ ownRegion }) => !ownRegion)
        .map((row) => ({ ...row, bad: "arn:aws:sqs:eu-west-1:111122223333:q" })),
      together(
        "the rule of a composite alarm does not name the alarm itself",
        { join: "ownAlarm" },
        { alarmName: "all" },
        { alarmRule: 'ALARM("errors")' },
        { alarmRule: 'ALARM("errors") OR ALARM("all")' },
      ),
      {
        at: "actionsSuppressor.alarm",
        fact: "it is the name or the ARN of an alarm",
        not: { pattern: "^arn:(?![^:]*:cloudwatch:[^:]*:[^:]*:alarm:)" },
        good: "maintenance",
        bad: topic,
      },
    ],
  },
  {
    type: "aws:cloudwatch/metricStream:MetricStream",
    source: api("cloudwatch", "PutMetricStream"),
    rows: [
      sameRegion(
        "firehoseArn",
        "the Firehose stream is in the metric stream's own Region",
        "arn:aws:firehose:eu-west-1:111122223333:deliverystream/s",
      ),
      {
        at: "statisticsConfigurations[].additionalStatistics[]",
        fact: "it is a CloudWatch statistic",
        pattern: statistic,
        good: "p95",
        bad: "Mean",
      },
      {
        at: "statisticsConfigurations[]",
        fact: "it names one or more metrics",
        required: ["includeMetrics[]"],
        good: { additionalStatistics: ["p95"], includeMetrics: [{ metricName: "Duration", namespace: "AWS/Lambda" }] },
        bad: { additionalStatistics: ["p95"], includeMetrics: [] },
      },
    ],
  },
  {
    type: "aws:cloudwatch/contributorInsightRule:ContributorInsightRule",
    source: page("AmazonCloudWatch/latest/monitoring/ContributorInsights-RuleSyntax"),
    rows: [
      {
        at: "ruleDefinition",
        fact: "it has Schema, LogGroupNames, LogFormat and Contribution with up to four Keys and Filters",
        format: "insightRule",
        good: JSON.stringify({
          Schema: { Name: "CloudWatchLogRule", Version: 1 },
          LogGroupNames: ["g"],
          LogFormat: "JSON",
          Contribution: { Keys: ["$.ip"], Filters: [] },
          AggregateOn: "Count",
        }),
        bad: JSON.stringify({
          Schema: { Name: "CloudWatchLogRule", Version: 1 },
          LogGroupNames: ["g"],
          LogFormat: "XML",
          Contribution: { Keys: ["$.ip"] },
        }),
      },
      { at: "ruleState", enum: ["ENABLED", "DISABLED"], good: "ENABLED", bad: "ON" },
    ],
  },
];

/** CloudWatch: settings that go together, or do not. */
export const monitoring: readonly TypeRows[] = [metricAlarm, ...others];
