import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const alarm = { name: "errors", comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1 };
const metric = { namespace: "AWS/Lambda", metricName: "Errors", statistic: "Sum" };
const queries = {
  metricQueries: [
    { id: "m", metric: { namespace: "AWS/Lambda", metricName: "Errors", stat: "Sum", period: 60 }, returnData: true },
  ],
};
const band = {
  metricQueries: [
    { id: "m", metric: { namespace: "AWS/Lambda", metricName: "Errors", stat: "Sum", period: 60 }, returnData: true },
    { id: "band", expression: "ANOMALY_DETECTION_BAND(m, 2)", returnData: true },
  ],
};
const type = "aws:cloudwatch/metricAlarm:MetricAlarm";
const insight = (more: Arguments) => ({
  threshold: 1,
  metricQueries: [
    { id: "e", expression: 'INSIGHT_RULE_METRIC("own", "UniqueContributors")', returnData: true, ...more },
  ],
});
const coloured = (color: string) => ({
  dashboardBody: JSON.stringify({
    widgets: [
      {
        ...{ type: "metric", x: 0, y: 0, width: 6, height: 6 },
        properties: { region: "eu-west-1", metrics: [["AWS/Lambda", "Errors", { color }]] },
      },
    ],
  }),
});

export const cloudwatch: FactsByName = {
  "alarm-without-period": on(type, { ...alarm, ...metric, threshold: 0 })(
    "the metric of an alarm has a period",
    {},
    { period: 60 },
  ),
  "unit-beside-queries": on(type, { ...alarm, threshold: 0, ...queries })(
    "queries have units of their own",
    { unit: "Count" },
    {},
  ),
  "threshold-and-band": on(type, { ...alarm, ...band, comparisonOperator: "GreaterThanUpperThreshold" })(
    "an alarm has a threshold or a band",
    { thresholdMetricId: "band", threshold: 1 },
    { thresholdMetricId: "band" },
  ),
  "insight-rule-period": on(type, alarm)(
    "the metric of an insight rule has a period",
    insight({}),
    insight({ period: 60 }),
  ),
  "dashboard-colour": on("aws:cloudwatch/dashboard:Dashboard", { dashboardName: "own" })(
    "a colour is of six hexadecimal digits",
    coloured("red"),
    coloured("#d62728"),
  ),
};

const functionArn = `arn:aws:lambda:eu-west-1:${account}:function:ship`;
const filterType = "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter";
const shipped: readonly Made[] = [
  [
    "aws:cloudwatch/logGroup:LogGroup",
    "orders",
    { name: "orders", arn: `arn:aws:logs:eu-west-1:${account}:log-group:orders` },
  ],
  [
    "aws:lambda/function:Function",
    "ship",
    {
      ...{ name: "ship", arn: functionArn, role: `arn:aws:iam::${account}:role/r`, runtime: "nodejs22.x" },
      ...{ handler: "index.handler", s3Bucket: "code", s3Key: "ship.zip" },
    },
  ],
  [
    filterType,
    "subject",
    { logGroup: "orders", name: "ship", filterPattern: "", destinationArn: functionArn },
    { destinationArn: "aws:lambda/function:Function ship", logGroup: "aws:cloudwatch/logGroup:LogGroup orders" },
  ],
];
const mayShip: Made = [
  "aws:lambda/permission:Permission",
  "ship",
  {
    ...{ function: "ship", action: "lambda:InvokeFunction", principal: "logs.eu-west-1.amazonaws.com" },
    ...{ sourceArn: `arn:aws:logs:eu-west-1:${account}:log-group:orders:*`, sourceAccount: account },
  },
  { function: "aws:lambda/function:Function ship" },
];

export const logs: FactsByName = {
  "filter-pattern-quotes": on(filterType, { logGroup: "orders", name: "ship", destinationArn: functionArn })(
    "a term of a pattern has quotation marks at its ends alone",
    { filterPattern: '?"?REPORT ?NR_LAMBDA_MONITORING ?"Task timed out""' },
    { filterPattern: '?REPORT ?NR_LAMBDA_MONITORING ?"Task timed out"' },
  ),
  "subscription-without-permission": facts("logs may call the function that they go to", shipped, [
    ...shipped,
    mayShip,
  ]),
};
