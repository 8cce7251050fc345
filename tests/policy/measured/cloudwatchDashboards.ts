import { type Fact } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const named = ofType("aws:cloudwatch/dashboard:Dashboard", { dashboardName: "shop" });

const board = (says: string, bad: unknown, good: unknown): Fact =>
  named(says, { dashboardBody: JSON.stringify(bad) }, { dashboardBody: JSON.stringify(good) });

const metrics = {
  region: "eu-west-1",
  metrics: [["AWS/Lambda", "Errors"]],
};
const widget = (beside: Arguments, properties: Arguments = metrics) => ({
  type: "metric",
  x: 0,
  y: 0,
  width: 6,
  height: 6,
  properties,
  ...beside,
});

/** A fact of one widget. */
const one = (says: string, bad: Arguments, good: Arguments): Fact =>
  board(says, { widgets: [bad] }, { widgets: [good] });

export const cloudwatchDashboards: FactsByName = {
  "cloudwatch-dashboard-alarm-widget-alarms": one(
    "a widget of alarms names them",
    widget({ type: "alarm" }, { title: "a" }),
    widget({ type: "alarm" }, { alarms: ["arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a"] }),
  ),
  "cloudwatch-dashboard-body-json": named(
    "a dashboard is JSON",
    { dashboardBody: "{widgets: []}" },
    { dashboardBody: '{"widgets": []}' },
  ),
  "cloudwatch-dashboard-metric-widget-source": one(
    "a widget of metrics has them",
    widget({}, { region: "eu-west-1" }),
    widget({}),
  ),
  "cloudwatch-dashboard-name": named(
    "the name of a dashboard has no space",
    { dashboardName: "my shop", dashboardBody: '{"widgets": []}' },
    { dashboardName: "my-shop", dashboardBody: '{"widgets": []}' },
  ),
  "cloudwatch-dashboard-text-widget-markdown": one(
    "a widget of text has text",
    widget({ type: "text" }, { background: "solid" }),
    widget({ type: "text" }, { background: "solid", markdown: "a" }),
  ),
  "cloudwatch-dashboard-widget-fields": one(
    "a widget has its type",
    { x: 0, y: 0, width: 6, height: 6, properties: metrics },
    widget({}),
  ),
  "cloudwatch-dashboard-widget-height-max": one(
    "a widget is 1,000 high at most",
    widget({ height: 1001 }),
    widget({ height: 1000 }),
  ),
  "cloudwatch-dashboard-widget-period": one(
    "the period of a widget is of whole minutes",
    widget({}, { ...metrics, period: 90 }),
    widget({}, { ...metrics, period: 120 }),
  ),
  "cloudwatch-dashboard-widget-position": one(
    "a widget begins in column 23 at most",
    widget({ x: 24, width: 1 }),
    widget({ x: 23, width: 1 }),
  ),
  "cloudwatch-dashboard-widget-position-min": one(
    "a widget begins in column 0 at least",
    widget({ x: -1 }),
    widget({ x: 0 }),
  ),
  "cloudwatch-dashboard-widget-stat-syntax": one(
    "a widget shows a statistic of CloudWatch",
    widget({}, { ...metrics, stat: "Median" }),
    widget({}, { ...metrics, stat: "Average" }),
  ),
  "cloudwatch-dashboard-widgets": board("a dashboard has widgets", { start: "-PT6H" }, { start: "-PT6H", widgets: [] }),
  "cloudwatch-dashboard-widgets-array": board("widgets are a list", { widgets: {} }, { widgets: [] }),
  "cloudwatch-dashboard-yaxis-range": one(
    "an axis begins below its end",
    widget({}, { ...metrics, yAxis: { left: { min: 10, max: 5 } } }),
    widget({}, { ...metrics, yAxis: { left: { min: 5, max: 10 } } }),
  ),
};
