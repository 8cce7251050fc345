import { existsSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { isRecord } from "../../local/provider/frame/values";
import { type Usage } from "../../local/provider/schema/packageSchema";
import { readText } from "./textFile";

/** The files that a host of YAML reads as a program, the first of them that is there. */
const programFiles = ["Main.yaml", "Main.yml", "Pulumi.yaml", "Pulumi.yml"];

const reference = /\$\{\s*([\w-]+)((?:\.[\w-]+|\["[^"]+"\])+)/g;

/** What a program in YAML uses of packages; nothing of one in another language. */
export function yamlUsage(folder: string): Usage {
  const file = programFiles.map((name) => path.join(folder, name)).find((each) => existsSync(each));
  const text = file === undefined ? "" : readText(file);
  const { resources, variables, outputs } = (parse(text, { logLevel: "silent" }) ?? {}) as Record<string, unknown>;
  const usage = { resources: new Map<string, Set<string>>(), functions: new Map<string, Set<string>>() };
  const tokens = new Map<string, Set<string>>();
  const add = (known: Map<string, Set<string>>, token: string, given: unknown): Set<string> => {
    const names = known.get(token) ?? new Set();
    for (const name of Object.keys(isRecord(given) ? given : {})) names.add(name);
    known.set(token, names);
    return names;
  };
  for (const [name, resource] of Object.entries(isRecord(resources) ? resources : {})) {
    if (!isRecord(resource) || typeof resource.type !== "string") continue;
    const names = add(usage.resources, fullToken(resource.type), resource.properties);
    add(usage.resources, fullToken(resource.type), isRecord(resource.get) ? resource.get.state : undefined);
    tokens.set(name, names);
  }
  for (const call of calls([resources, variables, outputs])) {
    const names = add(usage.functions, fullToken(call.token), call.args);
    if (typeof call.returned === "string") names.add(call.returned);
    for (const [name, value] of Object.entries(isRecord(variables) ? variables : {}))
      if (value === call.within) tokens.set(name, names);
  }
  for (const [, name = "", accessed = ""] of text.matchAll(reference)) {
    const [first] = accessed.match(/[\w-]+/) ?? [];
    if (first !== undefined) tokens.get(name)?.add(first);
  }
  return usage;
}

interface Call {
  token: string;
  args: unknown;
  /** The one property that the program takes of the result. */
  returned: unknown;
  /** The value that is the call. */
  within: unknown;
}

/** The calls of functions at any depth: `fn::invoke`, or the function's own name after `fn::`. */
function calls(value: unknown): Call[] {
  if (Array.isArray(value)) return value.flatMap(calls);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): Call[] => {
    const below = calls(inner);
    if (/^fn::invoke$/i.test(key) && isRecord(inner)) {
      const {
        function: token = inner.Function,
        arguments: args = inner.Arguments,
        return: returned = inner.Return,
      } = inner;
      return typeof token === "string" ? [{ token, args, returned, within: value }, ...below] : below;
    }
    const [, token] = /^fn::([\w-]+:[\w:/.-]+)$/.exec(key) ?? [];
    return token === undefined ? below : [{ token, args: inner, returned: undefined, within: value }, ...below];
  });
}

/** A type by its full name, as providers know it: `aws:s3:Bucket` is `aws:s3/bucket:Bucket`. */
function fullToken(token: string): string {
  const [pkg = "", module = "", name] = token.split(":");
  if (pkg === "pulumi" || module.includes("/")) return token;
  const [place, member] = name === undefined ? ["index", module] : [module, name];
  const bridged = ["aws", "random", "tls", "command", "archive", "docker"].includes(pkg);
  const file = member.charAt(0).toLowerCase() + member.slice(1);
  return bridged ? `${pkg}:${place}/${file}:${member}` : `${pkg}:${place}:${member}`;
}
