import { isObject, isUnknown } from "../../frame/plain";
import { type Format, type FormatFault, jsonFormat } from "./format";

const operators = ["prefix", "suffix", "anything-but", "numeric", "exists", "cidr", "equals-ignore-case", "wildcard"];

function matcherFaults(matcher: unknown, at: string): readonly FormatFault[] {
  if (Array.isArray(matcher)) return [{ at, is: "has a list in a list", takes: "values and matchers" }];
  if (!isObject(matcher)) return [];
  const names = Object.keys(matcher);
  const [name = ""] = names;
  if (names.length !== 1 || !operators.includes(name)) {
    return [{ at, is: `has the matcher ${names.join(", ") || "{}"}`, takes: operators.join(", ") }];
  }
  const value = matcher[name];
  if (name === "exists" && typeof value !== "boolean")
    return [{ at: `${at}.exists`, is: `is ${String(value)}`, takes: "true or false" }];
  if (name === "numeric") return numericFaults(value, `${at}.numeric`);
  if (name === "prefix" || name === "suffix") {
    const inner = isObject(value) ? value["equals-ignore-case"] : value;
    if (typeof inner !== "string") return [{ at: `${at}.${name}`, is: `is ${JSON.stringify(value)}`, takes: "a text" }];
  }
  if ((name === "cidr" || name === "wildcard" || name === "equals-ignore-case") && typeof value !== "string") {
    return [{ at: `${at}.${name}`, is: `is ${JSON.stringify(value)}`, takes: "a text" }];
  }
  if (name === "cidr" && !/^[\da-fA-F.:]+\/\d{1,3}$/.test(String(value)))
    return [{ at: `${at}.cidr`, is: `is ${String(value)}`, takes: "a block such as 10.0.0.0/24" }];
  if (name === "wildcard" && String(value).includes("**"))
    return [{ at: `${at}.wildcard`, is: `is ${String(value)}`, takes: "no two asterisks in a row" }];
  return [];
}

function numericFaults(value: unknown, at: string): readonly FormatFault[] {
  const takes = 'comparisons such as [">", 0, "<=", 5]';
  if (!Array.isArray(value) || (value.length !== 2 && value.length !== 4))
    return [{ at, is: `is ${JSON.stringify(value)}`, takes }];
  const wrong = value.some((each: unknown, index) =>
    index % 2 === 0 ? !["=", "<", "<=", ">", ">="].includes(String(each)) : typeof each !== "number",
  );
  return wrong ? [{ at, is: `is ${JSON.stringify(value)}`, takes }] : [];
}

function patternFaults(pattern: unknown, at: string): readonly FormatFault[] {
  if (!isObject(pattern))
    return [{ ...(at !== "" && { at }), is: `is ${JSON.stringify(pattern)}`, takes: "an object, or a list of values" }];
  return Object.entries(pattern).flatMap(([key, value]): readonly FormatFault[] => {
    const place = at === "" ? key : `${at}.${key}`;
    if (key === "$or") {
      if (!Array.isArray(value) || value.length < 2)
        return [{ at: place, is: "has fewer than 2 alternatives", takes: "a list of two or more patterns" }];
      return value.flatMap((each: unknown, index) => patternFaults(each, `${place}[${index}]`));
    }
    if (!Array.isArray(value))
      return isObject(value)
        ? Object.keys(value).length === 0
          ? [{ at: place, is: "is empty", takes: "one or more fields", fix: `Remove ${place}.` }]
          : patternFaults(value, place)
        : [
            {
              at: place,
              is: `is ${JSON.stringify(value)}`,
              takes: "a list of values",
              fix: `Write ${place} as a list: [${JSON.stringify(value)}].`,
            },
          ];
    if (value.length === 0) return [{ at: place, is: "is an empty list", takes: "one or more values" }];
    return value.flatMap((each: unknown) => matcherFaults(each, place));
  });
}

/** A pattern of EventBridge, of a pipe or of an event source mapping. */
export const eventPattern = jsonFormat((pattern) => {
  if (isObject(pattern) && Object.keys(pattern).length === 0) return [{ is: "is empty", takes: "one or more fields" }];
  return patternFaults(pattern, "");
});

/** A filter of an event source or a pipe, which may be empty. */
export const sourceFilter = jsonFormat((pattern) => patternFaults(pattern, ""));

const snsOperators = [...operators];

function leaves(policy: unknown, at: string, isNested: boolean): readonly FormatFault[] {
  if (!isObject(policy))
    return [
      {
        ...(at !== "" && { at }),
        is: `is ${JSON.stringify(policy)}`,
        takes: "an object of attributes, each with a list of values",
      },
    ];
  return Object.entries(policy).flatMap(([key, value]): readonly FormatFault[] => {
    const place = at === "" ? key : `${at}.${key}`;
    if (key === "$or" && Array.isArray(value)) return value.flatMap((each: unknown) => leaves(each, place, isNested));
    if (isObject(value) && isNested) return leaves(value, place, isNested);
    if (!Array.isArray(value)) return [{ at: place, is: `is ${JSON.stringify(value)}`, takes: "a list of values" }];
    if (value.length === 0) return [{ at: place, is: "is an empty list", takes: "one or more values" }];
    return value.flatMap((each: unknown): readonly FormatFault[] => {
      if (Array.isArray(each)) return [{ at: place, is: "has a list in a list", takes: "values and matchers" }];
      const [name = ""] = isObject(each) ? Object.keys(each) : [];
      if (isObject(each) && !snsOperators.includes(name))
        return [{ at: place, is: `has the matcher ${name}`, takes: snsOperators.join(", ") }];
      if (isObject(each) && name === "numeric") return numericFaults(each["numeric"], `${place}.numeric`);
      return [];
    });
  });
}

const measureDepth = (value: unknown): number =>
  isObject(value) ? 1 + Math.max(0, ...Object.values(value).map(measureDepth)) : 0;

/** A filter policy of SNS, on attributes or on the body. */
export const filterPolicy = jsonFormat((policy) => leaves(policy, "", true));

/** One on attributes of messages is flat and has at most five keys. */
export const attributeFilterPolicy = jsonFormat((policy) => {
  if (measureDepth(policy) > 1)
    return [
      {
        is: "has an object in an object",
        takes: "flat attributes",
        fix: "Set filterPolicyScope to MessageBody, or make it flat.",
      },
    ];
  const count = isObject(policy) ? Object.keys(policy).length : 0;
  if (count > 5) return [{ is: `has ${count} keys`, takes: "at most 5 keys" }];
  return leaves(policy, "", false);
});

/** What a target is sent: each name in angle brackets is a path of the event, or a word of EventBridge. */
export const inputTransformer: Format = (value) => {
  if (!isObject(value)) return [];
  const { inputTemplate: template, inputPaths: paths } = value;
  if (typeof template !== "string" || isUnknown(template) || isUnknown(paths)) return [];
  const names = Object.keys(isObject(paths) ? paths : {});
  const used = [...template.matchAll(/<([\w.-]+)>/g)].map(([, name = ""]) => name);
  const odd = used.find((name) => !names.includes(name) && !name.startsWith("aws.events."));
  if (odd !== undefined) {
    return [
      {
        at: "inputTemplate",
        is: `has <${odd}>`,
        takes: `names of inputPaths: ${names.join(", ") || "none"}`,
        fix: `Add ${odd} to inputPaths.`,
      },
    ];
  }
  const isText = used.includes("aws.events.event.json") && !template.trimStart().startsWith("{");
  return isText ? [{ at: "inputTemplate", is: "has <aws.events.event.json>", takes: "it in a JSON object" }] : [];
};

/** What a log group is sent, its names in angle brackets taken for values. */
export const logEntry: Format = (value) => {
  if (typeof value !== "string" || isUnknown(value)) return [];
  const takes = 'an object of timestamp and message: {"timestamp": <time>, "message": "<text>"}';
  let entry: unknown;
  try {
    entry = JSON.parse(value.replace(/<[\w.-]+>/g, "0"));
  } catch {
    return value.trimStart().startsWith("{") ? [] : [{ takes }];
  }
  if (!isObject(entry)) return [{ takes }];
  const odd = Object.keys(entry).find((key) => key !== "timestamp" && key !== "message");
  return odd === undefined ? [] : [{ is: `has ${odd}`, takes }];
};
