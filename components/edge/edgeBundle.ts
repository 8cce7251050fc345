import { type BuildOptions, buildSync, type BuildFailure } from "esbuild";

/** Settings of an edge function: what JSON can say. */
export type EdgeSettings = Record<string, unknown>;

/** The constant that a function at the edge finds its settings in: there are no environment variables. */
const SETTINGS = "EDGE_SETTINGS";

/** The settings as the first line of the code. Texts may hold line separators, which end a line of JavaScript, too. */
export function settingsLine(settings: EdgeSettings): string {
  const json = JSON.stringify(settings)
    .replaceAll("\u2028", String.raw`\u2028`)
    .replaceAll("\u2029", String.raw`\u2029`);
  return `const ${SETTINGS}=${json};\n`;
}

/** What of newer JavaScript runtime 2.0 knows: the rest is rewritten, or is an error that names the line. */
const runtime20 = {
  "async-await": true,
  "const-and-let": true,
  "exponent-operator": true,
  "regexp-named-capture-groups": true,
  "rest-argument": true,
  "template-literal": true,
  arrow: true,
};

/** Modules that the runtime brings. */
const runtimeModules = ["buffer", "cloudfront", "crypto", "querystring"];

/** Globals of other runtimes that CloudFront has not, or refuses. */
const refusedGlobals = [
  "BigInt", "Function", "Intl", "Proxy", "Reflect", "URL", "WeakMap", "WebAssembly", "XMLHttpRequest", "eval", "fetch",
  "process", "queueMicrotask", "setImmediate", "setInterval", "setTimeout", "structuredClone",
]; // prettier-ignore
/** In place of a refused global: the bundler knows which names are global and which are the code's own. */
const MARK = "NOT_AT_THE_EDGE_";

/**
 * The code of a CloudFront Function: one script whose function `handler` CloudFront calls.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 * @throws Error that lists what runtime 2.0 cannot run
 */
export function cloudFrontCode(entry: string): string {
  const code = built({
    entryPoints: [entry],
    format: "esm", // the handler stays a function of the script itself, where CloudFront looks for it
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
    throw new Error("export one function of the name handler, and nothing else");
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
      logLevel: "silent", // the error that is thrown holds every message, with file and line
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

/** "Transforming X to the configured target environment (…) is not supported yet" is the bundler's matter, not the user's. */
const plain = (text: string): string =>
  text.replace(/^Transforming (.*) to the configured target environment.*$/, "the runtime does not know $1");
