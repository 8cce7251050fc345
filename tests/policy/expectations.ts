import assert from "node:assert/strict";
import { types } from "../../policy/frame/resource";
import { atEnd } from "../atEnd";
import { type Findings, PolicyServer, type Sent, unknown, makeUrn } from "./server";

let server: Promise<PolicyServer> | undefined;

/** The policy server, started on first use: one for all files that share a process. It keeps nothing of what it was sent. */
export function policyServer(): Promise<PolicyServer> {
  return (server ??= start());
}

async function start(): Promise<PolicyServer> {
  const started = await PolicyServer.start();
  atEnd(() => {
    server = undefined;
    started.stop();
  });
  return started;
}

export async function run(...resources: readonly Sent[]): Promise<Findings> {
  return (await policyServer()).run(resources);
}

type Kind = keyof typeof types;

/** A resource; `links` names the resources that a property was made from, as `kind:name`. */
export function resource(
  kind: Kind,
  name: string,
  properties: Record<string, unknown>,
  links: Record<string, readonly `${Kind}:${string}`[]> = {},
): Sent {
  const urns = (sources: readonly `${Kind}:${string}`[]) =>
    sources.map((source) => {
      const [sourceKind, sourceName] = source.split(":") as [Kind, string];
      return makeUrn(types[sourceKind], sourceName);
    });
  return {
    type: types[kind],
    name,
    properties,
    links: Object.fromEntries(Object.entries(links).map(([property, sources]) => [property, urns(sources)])),
  };
}

/** The rule has nothing to say of these resources. */
export async function holds(rule: string, ...resources: readonly Sent[]): Promise<void> {
  const found = await run(...resources);
  assert.deepEqual(
    found.violations.filter((each) => each.rule === rule).map((each) => each.message),
    [],
  );
  assert.equal(found.open[rule], undefined);
}

/** The rule is violated once, with a message that has all of these parts; returns whether it stops a deployment. */
export async function violates(
  rule: string,
  parts: readonly string[],
  ...resources: readonly Sent[]
): Promise<boolean | undefined> {
  const found = await run(...resources);
  const [violation, ...others] = found.violations.filter((each) => each.rule === rule);
  assert.ok(violation && others.length === 0, `${rule} is not violated once: ${JSON.stringify(found)}`);
  for (const part of parts) assert.ok(violation.message.includes(part), `"${part}" is not in: ${violation.message}`);
  return violation.mandatory;
}

/** The rule is neither violated nor passed: it is listed as not evaluated, with all of these parts. */
export async function open(rule: string, parts: readonly string[], ...resources: readonly Sent[]): Promise<void> {
  const found = await run(...resources);
  assert.deepEqual(
    found.violations.filter((each) => each.rule === rule),
    [],
  );
  for (const part of parts) assert.ok(found.open[rule]?.includes(part), `"${part}" is not in: ${found.open[rule]}`);
  assert.notEqual(found.open[rule], undefined, `${rule} is not listed as not evaluated`);
}

/** A stack, and for a violation or a check that is not made what its message says. */
type Case = readonly Sent[];
type Told = readonly [parts: readonly string[], ...stack: readonly Sent[]];

/** The cases of one rule, by what they are; every rule needs one that holds and one that is violated. */
export interface Cases {
  readonly holds: Readonly<Record<string, Case>>;
  readonly violates: Readonly<Record<string, Told>>;
  /** What a mandatory rule only advises on. */
  readonly advises?: Readonly<Record<string, Told>>;
  readonly open?: Readonly<Record<string, Told>>;
}

/** Tests one rule on its cases. */
export function cases(rule: string, { holds: good, violates: bad, advises = {}, open: undecided = {} }: Cases): void {
  describe(rule, () => {
    for (const [name, stack] of Object.entries(good)) it(`takes ${name}`, () => holds(rule, ...stack));
    for (const [name, [parts, ...stack]] of Object.entries(bad)) {
      it(`refuses ${name}`, async () => void (await violates(rule, ["Fix: ", ...parts], ...stack)));
    }
    for (const [name, [parts, ...stack]] of Object.entries(advises)) {
      it(`advises on ${name}`, async () => assert.equal(await violates(rule, parts, ...stack), false));
    }
    for (const [name, [parts, ...stack]] of Object.entries(undecided)) {
      it(`is not evaluated on ${name}`, () => open(rule, parts, ...stack));
    }
  });
}

/** Wraps a value into the objects of a property path. */
export function nest(path: readonly string[], value: unknown): Record<string, unknown> {
  const [first = "", ...rest] = path;
  return { [first]: rest.length > 0 ? nest(rest, value) : value };
}

export { unknown };
