import { compileFunction } from "node:vm";
import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";
import { type RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";
import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import { setMockOptions } from "@pulumi/pulumi/runtime/settings";
import { transform } from "esbuild";
import { type Sent } from "../server";
import { dataSources } from "./dataSources";
import { type Example } from "./extract";
import { asOutputs, standIn, withoutPartlyKnown } from "./standIns";

/** What a preview of an example plans, or why it cannot be run by itself. */
export interface Previewed {
  readonly id: string;
  readonly resources: readonly Sent[];
  readonly fails?: string;
}

/** Longest time that an example may take, in ms. */
const patience = 5_000;

/** The properties that only AWS gives, by type. */
const knownOutputs = new Map<string, readonly string[]>();

/** Runs an example as a preview, with the SDK's mocks in the place of the engine. */
export async function preview({ id, code }: Example): Promise<Previewed> {
  const monitor = new Recorder();
  await pulumi.runtime.setMocks(monitor.mocks, "headroom", "test", true);
  setMockOptions(monitor, "headroom", "test", true);
  let fault: unknown;
  const onFault = (error: unknown): void => void (fault ??= error);
  process.on("unhandledRejection", onFault).on("uncaughtException", onFault);
  try {
    await within(patience, run(code));
    await new Promise(setImmediate);
  } catch (error) {
    fault ??= error;
  } finally {
    process.off("unhandledRejection", onFault).off("uncaughtException", onFault);
  }
  if (fault === undefined) return { id, resources: monitor.sent() };
  return { id, resources: [], fails: fault instanceof Error ? fault.message : JSON.stringify(fault) };
}

async function run(code: string): Promise<void> {
  const scope = new Proxy({}, { has: (_, name) => !(name in globalThis) && !own.has(name), get: undeclared });
  const module = { exports: {} as unknown };
  const start = await compile(code);
  start(scope, load, module.exports, module);
  if (typeof module.exports === "function") await (module.exports as () => unknown)();
  await pulumi.runtime.disconnect();
}

const own = new Set<string | symbol>(["require", "exports", "module"]);

type Start = (
  scope: object,
  require: (name: string) => unknown,
  exports: unknown,
  module: { exports: unknown },
) => void;

/** Compiles a program; most of them are JavaScript already, but for the words that import and export. */
async function compile(code: string): Promise<Start> {
  // As Node reads a package that is no ECMAScript module: the whole of it under the name.
  const required = code.replace(/^import \* as ([\w$]+) from ("[^"]+");?/gm, "const $1 = require($2);");
  const start = (script: string): Start =>
    // The program is the documentation's; what it does not declare is looked for in `scope`.
    compileFunction(`with (scope) { (function () { "use strict";\n${script}\n})() }`, [
      "scope",
      "require",
      "exports",
      "module",
    ]) as Start;
  try {
    return start(required.replace(/^export (?=const )/gm, ""));
  } catch {
    return start((await transform(required, { loader: "ts", format: "cjs", logLevel: "silent" })).code);
  }
}

function undeclared(_: object, name: string | symbol): unknown {
  return typeof name === "symbol" ? undefined : standIn();
}

const nodeRequire = createRequire(__filename);

/** The modules that examples may load: those of Pulumi itself and of AWS; all others are stand-ins. */
function load(name: string): unknown {
  if (name === "@pulumi/aws") return awsModule(nodeRequire(name) as object);
  if (name.startsWith("@pulumi/aws/")) return awsModule(nodeRequire(name) as object);
  if (name === "@pulumi/pulumi") return Object.create(pulumi, { Config: { value: standIn() } });
  return standIn();
}

const wrapped = new WeakMap<object, object>();

/** A module of the provider whose data sources give what is known without AWS. */
function awsModule(module: object): object {
  const existing = wrapped.get(module);
  if (existing) return existing;
  const read = new Map<string | symbol, unknown>();
  const wrap = new Proxy(module, {
    get(target, name) {
      if (!read.has(name)) read.set(name, member(name, Reflect.get(target, name)));
      return read.get(name);
    },
  });
  wrapped.set(module, wrap);
  return wrap;
}

function member(name: string | symbol, value: unknown): unknown {
  if (typeof value === "object" && value !== null) return awsModule(value);
  if (typeof value !== "function") return value;
  const { __pulumiType: type } = value as { __pulumiType?: string };
  if (type !== undefined) {
    const outputs = value.toString().matchAll(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g);
    knownOutputs.set(type, ["id", ...Array.from(outputs, ([, property = ""]) => property)]);
    return new Proxy(value, {
      construct: (made, [resourceName, args, ...rest]: readonly unknown[], target) =>
        Reflect.construct(made, [resourceName, asOutputs(args), ...rest], target) as object,
    });
  }
  if (typeof name === "symbol" || !/^get[A-Z]/.test(name)) return value;
  const source = dataSources[name.replace(/Output$/, "")];
  if (!source) return () => standIn(!name.endsWith("Output"));
  return (args: unknown) => (name.endsWith("Output") ? source(args as never) : Promise.resolve(source(args as never)));
}

/** The SDK's own monitor for tests, which keeps what was registered as the engine would send it to a policy pack. */
class Recorder extends MockMonitor {
  private readonly registered: { request: RegisterResourceRequest; urn: string }[] = [];

  constructor() {
    super({
      newResource: ({ inputs }) => ({ id: undefined, state: inputs as object }),
      call: () => ({}),
    });
  }

  override async registerResource(
    request: RegisterResourceRequest,
    callback: (error: unknown, response: { getUrn(): string }) => void,
  ): Promise<void> {
    await super.registerResource(request, (error: unknown, response: { getUrn(): string }) => {
      if (!error) this.registered.push({ request, urn: response.getUrn() });
      callback(error, response);
    });
  }

  sent(): readonly Sent[] {
    const names = new Map(this.registered.map(({ request, urn }) => [urn, request]));
    return this.registered.map(({ request }) => {
      const inputs = withoutPartlyKnown(request.getObject()?.toJavaScript() ?? {}) as Record<string, unknown>;
      const links: Record<string, readonly string[]> = {};
      for (const [property, urns] of request.getPropertydependenciesMap().entries()) {
        links[property] = urns.getUrnsList().filter((urn: string) => names.has(urn));
      }
      return { type: request.getType(), name: request.getName(), properties: inputs, links };
    });
  }
}

/** The properties of a resource as a preview shows them to the rules of a stack: what AWS gives is not known. */
export function planned({ type, properties }: Sent): Record<string, unknown> {
  const given = (knownOutputs.get(type) ?? []).map((property): [string, unknown] => [property, unknownValue]);
  return { ...Object.fromEntries(given), ...properties };
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`takes longer than ${milliseconds} ms`)), milliseconds);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
