// Renders API Gateway's mapping templates: a Velocity engine, with what AWS puts into a template and what Java's strings, lists and maps can.
// Reads a request a line, as JSON, and writes an answer a line.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
import { JSONPath } from "jsonpath-plus";
import { createInterface } from "node:readline";
import { Compile, parse } from "velocityjs";

const hex = (mark) => `\\u${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
const short = { "\b": "\\b", "\n": "\\n", "\t": "\\t", "\f": "\\f", "\r": "\\r" };

const util = {
  escapeJavaScript: (text) =>
    String(text)
      .replaceAll(/["'\\/]/g, "\\$&")
      .replaceAll(/[^\x20-\x7f]/g, (mark) => short[mark] ?? hex(mark)),
  parseJson: (text) => JSON.parse(String(text)),
  urlEncode: (text) =>
    encodeURIComponent(String(text))
      .replaceAll(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll("%20", "+"),
  urlDecode: (text) => decodeURIComponent(String(text).replaceAll("+", " ")),
  base64Encode: (text) => Buffer.from(String(text)).toString("base64"),
  base64Decode: (text) => Buffer.from(String(text), "base64").toString(),
};

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const whole = (pattern) => new RegExp(`^(?:${pattern})$`, "s");

/** Methods of Java by the kind of what they are called on. */
const java = {
  string: {
    length: (text) => text.length,
    equals: (text, other) => text === other,
    equalsIgnoreCase: (text, other) => text.toLowerCase() === String(other).toLowerCase(),
    isEmpty: (text) => text === "",
    contains: (text, part) => text.includes(part),
    matches: (text, pattern) => whole(pattern).test(text),
    replaceAll: (text, pattern, replacement) => text.replaceAll(new RegExp(pattern, "g"), replacement),
    replaceFirst: (text, pattern, replacement) => text.replace(new RegExp(pattern), replacement),
    replace: (text, part, replacement) => text.replaceAll(part, () => replacement),
    split: (text, pattern) => text.split(new RegExp(pattern)),
  },
  list: {
    get: (list, index) => list[index],
    contains: (list, value) => list.includes(value),
    isEmpty: (list) => list.length === 0,
    add: (list, value) => list.push(value) > 0,
    set: (list, index, value) => list.splice(index, 1, value)[0],
    addAll: (list, values) => list.push(...values) > 0,
  },
  map: {
    get: (map, key) => map[key],
    getOrDefault: (map, key, value) => map[key] ?? value,
    containsKey: (map, key) => Object.hasOwn(map, key),
    containsValue: (map, value) => Object.values(map).includes(value),
    isEmpty: (map) => Object.keys(map).length === 0,
    put: (map, key, value) => {
      const before = map[key];
      map[key] = value;
      return before;
    },
    putAll: (map, values) => void Object.assign(map, values),
    values: (map) => Object.values(map),
  },
};

const kindOf = (value) => {
  if (typeof value === "string") return "string";
  if (Array.isArray(value)) return "list";
  return isMap(value) ? "map" : undefined;
};

const customMethodHandlers = Object.entries(java).flatMap(([kind, methods]) =>
  Object.entries(methods).map(([name, method]) => ({
    uid: `${kind}.${name}`,
    // A function that AWS provides is its own.
    match: ({ property, context }) =>
      property === name && kindOf(context) === kind && !(kind === "map" && typeof context[name] === "function"),
    resolve: ({ context, params }) => method(context, ...params),
  })),
);

function makeInput(body, { path, querystring, header }) {
  let value = {};
  try {
    value = body === "" ? {} : JSON.parse(body);
  } catch {
    value = body; // text that is no JSON
  }
  const at = (expression) => JSONPath({ path: String(expression), json: value, wrap: false, eval: "safe" });
  return {
    body,
    json: (expression) => JSON.stringify(at(expression) ?? ""),
    path: (expression) => at(expression) ?? "",
    params: (name) => {
      if (name === undefined) return { path, querystring, header };
      const named = Object.keys(header).find((each) => each.toLowerCase() === String(name).toLowerCase());
      return path[name] ?? querystring[name] ?? header[named] ?? "";
    },
  };
}

function renderTemplate({ template, body, params, context, stageVariables }) {
  context.requestOverride = { header: {}, path: {}, querystring: {} };
  context.responseOverride = { header: {} };
  const variables = { input: makeInput(body, params), util, context, stageVariables };
  // What is not there is an empty text.
  const text = new Compile(parse(template), { customMethodHandlers }).render(variables, undefined, true);
  return { text, requestOverride: context.requestOverride, responseOverride: context.responseOverride };
}

createInterface({ input: process.stdin }).on("line", (line) => {
  let answer;
  try {
    answer = renderTemplate(JSON.parse(line));
  } catch (error) {
    answer = { error: error.message };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});
