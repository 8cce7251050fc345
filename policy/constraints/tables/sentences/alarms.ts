import { type Row, type TypeRows } from "../../schema";
import { at, says } from "../given";
import { api, page } from "../pages";
import { together } from "../together";

const infrequent = "/infrequent";
const filters = (count: number): Row["beside"] =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `filter${n}`,
      {
        type: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
        properties: { region: "eu-west-1", logGroup: "busy", name: `filter${n}` },
      },
    ]),
  );
const children = (count: number) => Array.from({ length: count }, (_, n) => `ALARM(a${n})`).join(" OR ");
const alarm = { name: "orders", comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, threshold: 1 };

/** What sentences of the API models say of what reads logs, and of alarms. */
export const alarmSentences: readonly TypeRows[] = [
  {
    type: "aws:cloudwatch/logIndexPolicy:LogIndexPolicy",
    source: api("logs", "PutIndexPolicy"),
    rows: [
      {
        at: "logGroupName",
        fact: "indexes are for log groups of the STANDARD class",
        refersTo: {
          type: "aws:cloudwatch/logGroup:LogGroup",
          fits: { properties: { logGroupClass: { const: "STANDARD" } } },
        },
        beside: {
          infrequent: {
            type: "aws:cloudwatch/logGroup:LogGroup",
            properties: { id: infrequent, name: infrequent, logGroupClass: "INFREQUENT_ACCESS" },
          },
        },
        good: "/orders",
        bad: infrequent,
      },
    ],
  },
  {
    type: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
    source: api("logs", "PutSubscriptionFilter"),
    rows: [
      together(
        "a log group has at most two filters of subscription",
        { join: "twoFilters", beside: filters(2) },
        { name: "third" },
        { logGroup: "calm" },
        { logGroup: "busy" },
      ),
    ],
  },
  {
    type: "aws:cloudwatch/logTransformer:LogTransformer",
    source: api("logs", "PutTransformer"),
    rows: [
      at(
        "transformerConfigs[].listToMaps[]",
        "a flattened list says which element it keeps",
        { when: { flatten: true }, required: ["flattenedElement"], source: api("logs", "ListToMap") },
        { flatten: true, flattenedElement: "first" },
        { flatten: true },
      ),
      says(
        "a parser of logs that AWS vends is the first processor",
        { join: "vendedFirst" },
        { transformerConfigs: [{ parseVpc: {} }] },
        { transformerConfigs: [{ parseJsons: [{}] }, { parseVpc: {} }] },
      ),
    ],
  },
  {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    source: api("cloudwatch", "PutMetricAlarm"),
    rows: [
      says(
        "an alarm is about a metric, about metricQueries or about a query",
        { requiredOr: ["metricName", "metricQueries", "evaluationCriteria"], level: "advisory" }, // shortened programs leave it out
        { ...alarm, metricName: "Errors" },
        alarm,
      ),
      ...["dimensions", "metricQueries[].metric.dimensions"].map((path) =>
        at(
          path,
          "the name of a dimension does not begin with a colon",
          { propertyNames: { pattern: "^[^:]" }, source: api("cloudwatch", "Dimension") },
          { a: "b" },
          { ":a": "b" },
        ),
      ),
    ],
  },
  {
    type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
    source: page("AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm"),
    rows: [
      at(
        "alarmRule",
        "a rule is about at most 100 alarms",
        { not: { pattern: "(?:(?:ALARM|OK|INSUFFICIENT_DATA)\\s*\\([^()]*\\)[^()]*?){101}" } },
        children(100),
        children(101),
      ),
    ],
  },
];
