import { isObject, isUnknown, oneOrMore } from "../plain";
import { type FormatFault, jsonFormat, textFormat, written } from "./format";

const objects = (value: unknown) => oneOrMore(value).filter(isObject);

/** Any JSON document. */
export const json = jsonFormat(() => []);

/** A JSON object. */
export const jsonObject = jsonFormat((value) => (isObject(value) ? [] : [{ takes: "a JSON object" }]));

const dialects = ["array", "boolean", "integer", "null", "number", "object", "string"];

/** Every schema in a model of API Gateway: JSON Schema draft 4 without what API Gateway leaves out. */
export const apiModel = jsonFormat((root) => {
  const faults: FormatFault[] = [];
  const walk = (schema: unknown, at: string): void => {
    if (!isObject(schema)) return;
    for (const type of oneOrMore(schema["type"])) {
      if (typeof type === "string" && dialects.includes(type)) continue;
      faults.push({ at: `${at}type`, is: `is ${String(type)}`, takes: `one of ${dialects.join(", ")}` });
    }
    for (const key of ["properties", "definitions", "patternProperties"]) {
      const each = schema[key];
      if (isObject(each)) for (const [name, value] of Object.entries(each)) walk(value, `${at}${key}.${name}.`);
    }
    for (const key of ["items", "allOf", "anyOf", "oneOf", "not", "additionalProperties"]) {
      for (const value of oneOrMore(schema[key])) walk(value, `${at}${key}.`);
    }
  };
  walk(root, "");
  return faults;
});

/** `redriveAllowPolicy` of a queue. */
export const redriveAllowPolicy = jsonFormat((value) => {
  if (!isObject(value)) return [{ takes: "a JSON object with redrivePermission" }];
  const { redrivePermission: permission, sourceQueueArns: queues } = value;
  if (!["allowAll", "denyAll", "byQueue"].includes(String(permission))) {
    return [{ at: "redrivePermission", is: `is ${String(permission)}`, takes: "allowAll, denyAll or byQueue" }];
  }
  const count = Array.isArray(queues) ? queues.length : 0;
  if (permission === "byQueue" && (count < 1 || count > 10)) {
    return [{ at: "sourceQueueArns", is: `has ${count} queues`, takes: "1 to 10 queues with byQueue" }];
  }
  if (permission !== "byQueue" && queues !== undefined) {
    const takes = `no sourceQueueArns with ${String(permission)}`;
    return [
      {
        at: "sourceQueueArns",
        is: "is set",
        takes,
        fix: "Remove sourceQueueArns, or set redrivePermission to byQueue.",
      },
    ];
  }
  return [];
});

/** `redrivePolicy` of a queue or a subscription's own. */
export const redrivePolicy = jsonFormat((value) => {
  if (!isObject(value)) return [{ takes: "a JSON object with deadLetterTargetArn" }];
  const { deadLetterTargetArn: target, maxReceiveCount: count, ...rest } = value;
  const faults: FormatFault[] = [];
  if (target === undefined) faults.push({ at: "deadLetterTargetArn", is: "is not set", takes: "the ARN of a queue" });
  if (count === undefined) faults.push({ at: "maxReceiveCount", is: "is not set", takes: "1 to 1,000" });
  else if (!(Number(count) >= 1 && Number(count) <= 1000 && Number.isInteger(Number(count)))) {
    faults.push({ at: "maxReceiveCount", is: `is ${written(count)}`, takes: "1 to 1,000" });
  }
  for (const key of Object.keys(rest))
    faults.push({ at: key, is: "is set", takes: "deadLetterTargetArn and maxReceiveCount only" });
  return faults;
});

/** A data identifier of AWS by its ARN, or one of the policy's own by its name. */
function isIdentifier(identifier: unknown, document: Readonly<Record<string, unknown>>): boolean {
  if (typeof identifier !== "string" || isUnknown(identifier) || identifier.startsWith("arn:")) return true;
  const { Configuration: configuration } = document;
  const own = isObject(configuration) ? objects(configuration["CustomDataIdentifier"]) : [];
  return own.some((each) => each["Name"] === identifier);
}

/** A data protection policy of CloudWatch Logs: what it audits, and what it masks. */
export const logDataProtection = jsonFormat((document) => {
  if (!isObject(document)) return [{ takes: "a JSON object" }];
  const faults: FormatFault[] = [];
  for (const key of ["Name", "Version", "Statement"]) {
    if (document[key] === undefined) faults.push({ at: key, is: "is not set", takes: `a policy with ${key}` });
  }
  const statements = objects(document["Statement"]);
  const operations = statements.map((each) => (isObject(each["Operation"]) ? each["Operation"] : {}));
  const kinds = ["Audit", "Deidentify"];
  if (statements.length !== 2 || kinds.some((kind) => operations.filter((each) => kind in each).length !== 1)) {
    const has = operations.map((each) => Object.keys(each).join()).join(" and ") || "none";
    faults.push({
      at: "Statement",
      is: `has operations ${has}`,
      takes: "two statements, one with Audit and one with Deidentify",
    });
  }
  for (const operation of operations) {
    const mask = isObject(operation["Deidentify"]) ? operation["Deidentify"]["MaskConfig"] : undefined;
    if ("Deidentify" in operation && !(isObject(mask) && Object.keys(mask).length === 0)) {
      faults.push({
        at: "Deidentify.MaskConfig",
        is: `is ${JSON.stringify(mask) ?? "not set"}`,
        takes: "an empty object {}",
      });
    }
    const audit = operation["Audit"];
    if (audit !== undefined && !(isObject(audit) && isObject(audit["FindingsDestination"]))) {
      faults.push({ at: "Audit.FindingsDestination", is: "is not set", takes: "an object, which may be empty" });
    }
  }
  const odd = statements
    .flatMap((each) => oneOrMore(each["DataIdentifier"]))
    .find((each) => !isIdentifier(each, document));
  if (odd !== undefined)
    faults.push({
      at: "DataIdentifier",
      is: `has ${written(odd)}`,
      takes: "arn:aws:dataprotection::aws:data-identifier/…",
    });
  const identifiers = statements.map((each) => JSON.stringify(oneOrMore(each["DataIdentifier"]).map(String).sort()));
  if (statements.length === 2 && identifiers[0] !== identifiers[1]) {
    faults.push({
      at: "DataIdentifier",
      is: "differs between the two statements",
      takes: "the same identifiers in both",
    });
  }
  return faults;
});

const widgets = ["metric", "text", "log", "alarm", "explorer", "custom"];

/** The names of statistics: percentiles, trimmed and winsorized ones have a figure or a range. */
const statistics =
  /^(SampleCount|Average|Sum|Minimum|Maximum|IQM|p\d{1,2}(\.\d{1,10})?|p100|(tm|wm|tc|ts)\d{1,3}(\.\d{1,10})?|(TM|WM|TC|TS|PR)\([^)]*\)|.*\$\{.*)$/;

/** What all widgets with metrics have in common. */
function widgetFaults(properties: Readonly<Record<string, unknown>>, at: string): readonly FormatFault[] {
  const faults: FormatFault[] = [];
  const { period, stat, yAxis } = properties;
  if (typeof period === "number" && ![1, 5, 10, 20, 30].includes(period) && (period <= 0 || period % 60 !== 0))
    faults.push({ at: `${at}.period`, is: `is ${period}`, takes: "1, 5, 10, 20, 30 or a multiple of 60" });
  if (typeof stat === "string" && !statistics.test(stat))
    faults.push({ at: `${at}.stat`, is: `is ${stat}`, takes: "a statistic such as Sum, p90 or TM(10%:90%)" });
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
  if (!Array.isArray(body["widgets"])) return [{ at: "widgets", is: "is no list", takes: "a list of widgets" }];
  return body["widgets"].flatMap((widget: unknown, index): FormatFault[] => {
    const at = `widgets[${index}]`;
    if (!isObject(widget)) return [{ at, is: "is no object", takes: "an object" }];
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

/** `redrivePolicy` of a subscription: a queue, and nothing else. */
export const subscriptionRedrive = jsonFormat((value) => {
  const target = isObject(value) ? value["deadLetterTargetArn"] : undefined;
  return typeof target === "string" && /^arn:[^:]*:sqs:/.test(target)
    ? []
    : [
        {
          at: "deadLetterTargetArn",
          is: target === undefined ? "is not set" : `is ${JSON.stringify(target)}`,
          takes: "the ARN of an SQS queue",
        },
      ];
});

const attributeTypes = ["S", "N", "B", "SS", "NS", "BS", "M", "L", "NULL", "BOOL"];

/** An item of DynamoDB, each attribute with its type. */
export const dynamodbItem = jsonFormat((item) => {
  if (!isObject(item)) return [{ takes: "a JSON object of attributes" }];
  return Object.entries(item).flatMap(([name, value]): FormatFault[] => {
    const [type = "", ...more] = isObject(value) ? Object.keys(value) : [];
    return more.length === 0 && attributeTypes.includes(type)
      ? []
      : [
          {
            at: name,
            is: `is ${JSON.stringify(value)}`,
            takes: `{"S": "…"} or another of ${attributeTypes.join(", ")}`,
          },
        ];
  });
});

/** OpenAPI 2 or 3.0 in JSON; a body in YAML is not read. */
export const openApi = (value: unknown): readonly FormatFault[] => {
  if (typeof value === "string" && !value.trimStart().startsWith("{")) return [];
  return jsonFormat((body) => {
    if (!isObject(body)) return [{ takes: "an OpenAPI document" }];
    const { swagger, openapi, paths } = body;
    if (swagger === undefined && openapi === undefined)
      return [{ at: "openapi", is: "is not set", takes: 'openapi "3.0.x" or swagger "2.0"' }];
    if (swagger !== undefined && swagger !== "2.0")
      return [{ at: "swagger", is: `is ${written(swagger)}`, takes: '"2.0"' }];
    if (openapi !== undefined && !/^3\.0\.\d+$/.test(written(openapi)))
      return [{ at: "openapi", is: `is ${written(openapi)}`, takes: "3.0.x" }];
    return Object.keys(isObject(paths) ? paths : {})
      .filter((key) => !key.startsWith("/") && !key.startsWith("x-"))
      .map((key) => ({ at: "paths", is: `has ${key}`, takes: "paths that begin with a slash" }));
  })(value);
};

/** A regular expression of Java: what can be told of it here is that its brackets are closed. */
export const javaPattern = textFormat((text) => {
  const open: string[] = [];
  for (const [sign] of text.replace(/\\./g, "").matchAll(/[()[\]]/g)) {
    const isInClass = open.at(-1) === "[";
    if (sign === "]" ? isInClass : sign === ")" && !isInClass) {
      if (open.pop() === undefined) return { takes: "a regular expression whose brackets are closed" };
    } else if (!isInClass && sign !== "]") open.push(sign);
  }
  return open.length > 0 ? { takes: "a regular expression whose brackets are closed" } : undefined;
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

/** How often, and after how long, deliveries over HTTP are tried again. */
export const deliveryPolicy = jsonFormat((document) => {
  if (!isObject(document)) return [{ takes: "a JSON object" }];
  const { http, healthyRetryPolicy: own } = document;
  const [at, retries] = isObject(http)
    ? ["http.defaultHealthyRetryPolicy", http["defaultHealthyRetryPolicy"]]
    : ["healthyRetryPolicy", own];
  if (!isObject(retries)) return [];
  const figure = (key: string) => (typeof retries[key] === "number" ? retries[key] : undefined);
  const [least, most, count] = [figure("minDelayTarget"), figure("maxDelayTarget"), figure("numRetries")];
  const faults: FormatFault[] = [];
  if (least !== undefined && least < 1)
    faults.push({ at: `${at}.minDelayTarget`, is: `is ${least}`, takes: "at least 1" });
  if (most !== undefined && most > 3600)
    faults.push({ at: `${at}.maxDelayTarget`, is: `is ${most}`, takes: "at most 3,600" });
  if (least !== undefined && most !== undefined && most < least)
    faults.push({ at: `${at}.maxDelayTarget`, is: `is ${most}`, takes: `at least minDelayTarget, ${least}` });
  if (count !== undefined && (count < 0 || count > 100))
    faults.push({ at: `${at}.numRetries`, is: `is ${count}`, takes: "0 to 100" });
  return faults;
});
