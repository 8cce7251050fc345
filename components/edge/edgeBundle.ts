import { type BuildOptions, buildSync, type BuildFailure } from "esbuild";

/** Settings of an edge function: any JSON value. */
export type EdgeSettings = Record<string, unknown>;

/** The constant with the settings of a function at the edge, which has no environment variables. */
const SETTINGS = "EDGE_SETTINGS";

/** The settings as the first line of the code. Escapes line separators, which end a line of JavaScript too. */
export function settingsLine(settings: EdgeSettings): string {
  const json = JSON.stringify(settings)
    .replaceAll("\u2028", String.raw`\u2028`)
    .replaceAll("\u2029", String.raw`\u2029`);
  return `const ${SETTINGS}=${json};\n`;
}

/** Newer JavaScript that runtime 2.0 supports; the bundler rewrites the rest, or reports the line. */
const runtime20 = {
  "async-await": true,
  "const-and-let": true,
  "exponent-operator": true,
  "regexp-named-capture-groups": true,
  "rest-argument": true,
  "template-literal": true,
  arrow: true,
};

/** Modules of the runtime. */
const runtimeModules = ["buffer", "cloudfront", "crypto", "querystring"];

/** Globals of other runtimes that CloudFront lacks or refuses. */
const refusedGlobals = [
  "BigInt", "Function", "Intl", "Proxy", "Reflect", "URL", "WeakMap", "WebAssembly", "XMLHttpRequest", "eval", "fetch",
  "process", "queueMicrotask", "setImmediate", "setInterval", "setTimeout", "structuredClone",
]; // prettier-ignore
/** Replaces a refused global: only the bundler can distinguish globals from the code's own names. */
const MARK = "NOT_AT_THE_EDGE_";

/**
 * The code of a CloudFront Function: one script whose function `handler` CloudFront calls.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 * @throws Error that lists what runtime 2.0 does not support
 */
export function cloudFrontCode(entry: string): string {
  const code = built({
    entryPoints: [entry],
    format: "esm", // keep the handler at the top level of the script, where CloudFront looks for it
    platform: "neutral",
    target: "es5",
    supported: runtime20,
    external: runtimeModules,
    define: Object.fromEntries(refusedGlobals.map((name) => [name, `${MARK}${name}`])),
  });
  const refused = new Set([...code.matchAll(new RegExp(`${MARK}(\\w+)`, "g"))].map(([, name]) => name));
  if (refused.size > 0) throw new Error(`it uses ${[...refused].join(", ")}, which the runtime does not have`);
  const script = code.replace(/export\{handler\};?\s*$/, "");
  if (script === code || !/^(async )?function handler\(|[;\s}](async )?function handler\(/.test(script)) {
    throw new Error("export a function named handler, and nothing else");
  }
  return script;
}

/** The code of a Lambda@Edge function in TypeScript or JavaScript, before its settings. */
export function edgeCode(entry: string, target: string): string {
  return built({ entryPoints: [entry], format: "cjs", platform: "node", target, keepNames: true });
}

function built(options: BuildOptions): string {
  try {
    const { outputFiles } = buildSync({
      bundle: true,
      minifySyntax: true,
      minifyWhitespace: true,
      legalComments: "none",
      write: false,
      logLevel: "silent", // the thrown error contains every message, with file and line
      ...options,
    });
    return outputFiles?.[0]?.text ?? "";
  } catch (error) {
    const { errors = [] } = error as Partial<BuildFailure>;
    const said = errors.map(({ text, location }) =>
      location ? `${location.file}:${location.line}: ${plain(text)}` : plain(text),
    );
    throw said.length > 0 ? new Error(said.join("; ")) : error;
  }
}

/**
 * "Transforming X to the configured target environment (…) is not supported yet" is the bundler's wording; users need
 * the fact.
 */
const plain = (text: string): string =>
  text.replace(/^Transforming (.*) to the configured target environment.*$/, "the runtime does not know $1");
