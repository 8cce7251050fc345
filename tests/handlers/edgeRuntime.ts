import { type Node, parse } from "acorn";
import { simple } from "acorn-walk";
import { getQuickJS, type QuickJSContext, shouldInterruptAfterDeadline } from "quickjs-emscripten";

/**
 * What CloudFront's JavaScript runtime 2.0 has, by its page; everything else is taken away from the engine that stands in
 * for it.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
const globals =
  "Array ArrayBuffer Boolean DataView Date Error EvalError Float32Array Float64Array Infinity Int16Array Int32Array " +
  "Int8Array JSON Math NaN Number Object Promise RangeError ReferenceError RegExp String Symbol SyntaxError TypeError " +
  "URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray atob btoa console decodeURI decodeURIComponent " +
  "encodeURI encodeURIComponent globalThis isFinite isNaN parseFloat parseInt undefined";

const methods: Record<string, string> = {
  Object:
    "assign create defineProperties defineProperty entries freeze getOwnPropertyDescriptor getOwnPropertyDescriptors " +
    "getOwnPropertyNames getPrototypeOf isExtensible isFrozen isSealed keys preventExtensions prototype seal values",
  "Array.prototype":
    "concat constructor copyWithin every fill filter find findIndex forEach includes indexOf join lastIndexOf length map " +
    "pop push reduce reduceRight reverse shift slice some sort splice unshift",
  "String.prototype":
    "charAt codePointAt concat constructor endsWith includes indexOf lastIndexOf length match padEnd padStart repeat " +
    "replace replaceAll search slice split startsWith substr substring toLowerCase toString toUpperCase trim trimEnd " +
    "trimStart valueOf",
};

const restrict = (): string =>
  [
    `const keep = (object, names) => Object.getOwnPropertyNames(object).forEach((name) => {
       if (!names.includes(name)) delete object[name];
     });`,
    ...Object.entries(methods).map(([owner, names]) => `keep(${owner}, ${JSON.stringify(names.split(" "))});`),
    // A function can still be made from a text by way of any function's constructor.
    `Object.defineProperty(Object.getPrototypeOf(function () {}), "constructor", { value: undefined });`,
    `keep(globalThis, ${JSON.stringify(globals.split(" "))});`,
  ].join("\n");

/** A CloudFront Function in an engine of its own: no network, no timers, no modules, no eval, 4 MB, a tenth of a second. */
export class EdgeScript {
  private constructor(private readonly context: QuickJSContext) {}

  static async load(code: string): Promise<EdgeScript> {
    const context = (await getQuickJS()).newContext();
    context.runtime.setMemoryLimit(4 * 1024 * 1024);
    const script = new EdgeScript(context);
    script.run(`(() => {${restrict()}})()`);
    script.run(`"use strict";\n${code}`);
    return script;
  }

  /** What the handler makes of an event: it gets a copy, as it does at the edge. */
  handle<T>(event: unknown): T {
    return JSON.parse(this.run(`JSON.stringify(handler(${JSON.stringify(event)}))`)) as T;
  }

  /** The value of an expression as a text. */
  run(code: string): string {
    this.context.runtime.setInterruptHandler(shouldInterruptAfterDeadline(Date.now() + 100));
    const result = this.context.evalCode(code);
    if (result.error) {
      const error = this.context.dump(result.error) as { name: string; message: string };
      result.error.dispose();
      throw new Error(`${error.name}: ${error.message}`);
    }
    const value = this.context.dump(result.value) as unknown;
    result.value.dispose();
    return String(value);
  }

  close(): void {
    this.context.dispose();
  }
}

/** Syntax newer than ES 5.1 that runtime 2.0 has not: it has const, let, async, arrow functions, rest and templates. */
const unknownSyntax = new Set([
  "ArrayPattern",
  "AssignmentPattern",
  "ChainExpression",
  "ClassDeclaration",
  "ClassExpression",
  "ForOfStatement",
  "ImportDeclaration",
  "ImportExpression",
  "MetaProperty",
  "ObjectPattern",
  "SpreadElement",
  "TaggedTemplateExpression",
  "YieldExpression",
]);

/** Everything in a script that runtime 2.0 would not parse. */
export function newerSyntax(code: string): string[] {
  const found: string[] = [];
  simple(parse(code, { ecmaVersion: 2022, sourceType: "script" }), {
    ...Object.fromEntries([...unknownSyntax].map((type) => [type, (node: Node) => found.push(node.type)])),
    Function: (node) => void (node.generator && found.push("generator")),
    LogicalExpression: (node) => void (node.operator === "??" && found.push("??")),
    AssignmentExpression: (node) => void (/^(\?\?|\|\||&&)=$/.test(node.operator) && found.push(node.operator)),
    CatchClause: (node) => void (!node.param && found.push("catch without its error")),
    Literal: (node) => {
      if (node.bigint) found.push("bigint");
      if (node.regex && (/[suvy]/.test(node.regex.flags) || /\(\?<[=!]|\\p\{/.test(node.regex.pattern)))
        found.push("regex");
    },
    ObjectExpression: (node) => {
      for (const property of node.properties) {
        if (property.type === "Property" && (property.shorthand || property.method || property.computed)) {
          found.push("newer property");
        }
      }
    },
  });
  return found;
}
