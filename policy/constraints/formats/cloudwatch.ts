import { isObject, isUnknown, oneOrMore } from "../../frame/plain";
import { type FormatFault, jsonFormat, written } from "./format";

const widgets = ["metric", "text", "log", "alarm", "explorer", "custom"];

/** The names of statistics: percentiles, trimmed and winsorized ones have a figure or a range. */
const statistics =
  /^(SampleCount|Average|Sum|Minimum|Maximum|IQM|p\d{1,2}(\.\d{1,10})?|p100|(tm|wm|tc|ts)\d{1,3}(\.\d{1,10})?|(TM|WM|TC|TS|PR)\([^)]*\)|.*\$\{.*)$/;

/** The colours that metrics and annotations of a widget have. */
function colours(properties: Readonly<Record<string, unknown>>): readonly string[] {
  const { metrics, annotations } = properties;
  const drawn = [
    ...oneOrMore(metrics).flatMap((metric) => (Array.isArray(metric) ? [metric.at(-1) as unknown] : [])),
    ...Object.values(isObject(annotations) ? annotations : {}).flatMap(oneOrMore),
  ];
  return drawn.flatMap((each) => (isObject(each) && typeof each["color"] === "string" ? [each["color"]] : []));
}

/** What all widgets with metrics have in common. */
function widgetFaults(properties: Readonly<Record<string, unknown>>, at: string): readonly FormatFault[] {
  const faults: FormatFault[] = [];
  const { period, stat, yAxis } = properties;
  if (typeof period === "number" && ![1, 5, 10, 20, 30].includes(period) && (period <= 0 || period % 60 !== 0))
    faults.push({ at: `${at}.period`, is: `is ${period}`, takes: "1, 5, 10, 20, 30 or a multiple of 60" });
  if (typeof stat === "string" && !statistics.test(stat))
    faults.push({ at: `${at}.stat`, is: `is ${stat}`, takes: "a statistic such as Sum, p90 or TM(10%:90%)" });
  const odd = colours(properties).find((colour) => !/^#[\da-f]{3,8}$/i.test(colour) && !isUnknown(colour));
  if (odd !== undefined) faults.push({ at: `${at}.color`, is: `is ${odd}`, takes: "six hexadecimal digits after #" });
  for (const [side, axis] of Object.entries(isObject(yAxis) ? yAxis : {})) {
    const [min, max] = isObject(axis) ? [axis["min"], axis["max"]] : [];
    if (typeof min === "number" && typeof max === "number" && min >= max)
      faults.push({ at: `${at}.yAxis.${side}`, is: `is from ${min} to ${max}`, takes: "a min below the max" });
  }
  return faults;
}

/** The body of a CloudWatch dashboard. */
export const dashboard = jsonFormat((body) => {
  if (!isObject(body)) return [{ takes: "a JSON object with widgets" }];
  if (!Array.isArray(body["widgets"])) return [{ at: "widgets", is: "is not a list", takes: "a list of widgets" }];
  return body["widgets"].flatMap((widget: unknown, index): FormatFault[] => {
    const at = `widgets[${index}]`;
    if (!isObject(widget)) return [{ at, is: "is not an object", takes: "an object" }];
    const { type, properties } = widget;
    if (!widgets.includes(String(type)))
      return [{ at: `${at}.type`, is: `is ${String(type)}`, takes: widgets.join(", ") }];
    if (!isObject(properties)) return [{ at: `${at}.properties`, is: "is not set", takes: "an object" }];
    const faults: FormatFault[] = [];
    const needs = (key: string): void => {
      if (properties[key] === undefined)
        faults.push({ at: `${at}.properties.${key}`, is: "is not set", takes: `a ${String(type)} widget with ${key}` });
    };
    for (const [key, most] of [
      ["x", 23],
      ["y", Infinity],
    ] as const) {
      const value = widget[key];
      if (typeof value === "number" && (value < 0 || value > most))
        faults.push({ at: `${at}.${key}`, is: `is ${value}`, takes: `0 to ${most}` });
    }
    for (const [key, most] of [
      ["width", 24],
      ["height", 1000],
    ] as const) {
      const value = widget[key];
      if (typeof value === "number" && (value < 1 || value > most))
        faults.push({ at: `${at}.${key}`, is: `is ${value}`, takes: `1 to ${most}` });
    }
    if (type === "metric") {
      needs("region");
      if (["metrics", "annotations"].every((key) => properties[key] === undefined)) {
        faults.push({
          at: `${at}.properties`,
          is: "has neither metrics nor annotations",
          takes: "a metric widget with metrics or an alarm in annotations",
        });
      }
    }
    faults.push(...widgetFaults(properties, `${at}.properties`));
    if (type === "text") needs("markdown");
    if (type === "alarm") needs("alarms");
    if (type === "custom") needs("endpoint");
    if (type === "log") {
      needs("query");
      needs("region");
    }
    return faults;
  });
});

const insightKeys = ["Schema", "LogGroupNames", "LogGroupARNs", "LogFormat", "Contribution", "AggregateOn", "Fields"];

/** The definition of a rule of Contributor Insights. */
export const insightRule = jsonFormat((body) => {
  if (!isObject(body)) return [{ takes: "a JSON object with Schema, LogGroupNames, LogFormat and Contribution" }];
  const odd = Object.keys(body).filter((key) => !insightKeys.includes(key));
  const faults: FormatFault[] = odd.map((at) => ({ at, is: "is set", takes: insightKeys.join(", ") }));
  const {
    Schema: schema,
    LogGroupNames: groups,
    LogGroupARNs: arns,
    LogFormat: form,
    Contribution: contribution,
  } = body;
  if (!isObject(schema) || schema["Name"] !== "CloudWatchLogRule" || Number(schema["Version"]) !== 1)
    faults.push({ at: "Schema", is: `is ${written(schema)}`, takes: '{"Name": "CloudWatchLogRule", "Version": 1}' });
  if (oneOrMore(groups).length === 0 && oneOrMore(arns).length === 0)
    faults.push({ at: "LogGroupNames", is: "has no log group", takes: "one or more log groups" });
  if (form !== "JSON" && form !== "CLF")
    faults.push({ at: "LogFormat", is: `is ${written(form)}`, takes: "JSON or CLF" });
  const keys = isObject(contribution) ? oneOrMore(contribution["Keys"]) : [];
  if (keys.length < 1 || keys.length > 4)
    faults.push({ at: "Contribution.Keys", is: `has ${keys.length} keys`, takes: "1 to 4 keys" });
  if (isObject(contribution) && contribution["Filters"] === undefined)
    faults.push({ at: "Contribution.Filters", is: "is not set", takes: "a list, which may be empty" });
  return faults;
});
