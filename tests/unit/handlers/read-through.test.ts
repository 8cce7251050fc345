import fc from "fast-check";
import assert from "node:assert/strict";

import { type Cache, ReadThrough } from "../../../handlers/read-through/readThrough";

/** A cache in memory that fails where it is told to, and remembers how long it was to keep each value. */
class MemoryCache implements Cache {
  readonly values = new Map<string, string>();
  readonly seconds = new Map<string, number>();
  fails: { get?: boolean; set?: boolean } = {};

  get(key: string): Promise<string | null> {
    return this.fails.get ? Promise.reject(new Error("get failed")) : Promise.resolve(this.values.get(key) ?? null);
  }

  set(key: string, value: string, ttlSeconds: number): Promise<void> {
    if (this.fails.set) return Promise.reject(new Error("set failed"));
    this.values.set(key, value);
    this.seconds.set(key, ttlSeconds);
    return Promise.resolve();
  }
}

const settings = { ttlSeconds: 300, missingTtlSeconds: 30 };
const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** A reader over a source that counts its calls. */
function makeReader(cache: Cache | undefined, source: (key: string) => Promise<unknown>, random?: () => number) {
  const calls: string[] = [];
  const failures: unknown[] = [];
  const counted = (key: string) => {
    calls.push(key);
    return source(key);
  };
  const reader = new ReadThrough<unknown>(cache, counted, settings, (error) => failures.push(error), random);
  return { reader, calls, failures };
}

describe("reading through a cache", () => {
  it("gives what the source has, from the source once and from the cache then, whatever the value", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.jsonValue(), async (key, json) => {
        const value: unknown = JSON.parse(JSON.stringify(json));
        const { reader, calls } = makeReader(new MemoryCache(), () => Promise.resolve(value));
        assert.deepEqual(await reader.read(key), { value, from: "source" });
        assert.deepEqual(await reader.read(key), { value, from: "cache" });
        assert.deepEqual(calls, [key]);
      }),
    );
  });

  it("keeps a value, or that there is none, for its time give or take a tenth", async () => {
    await fc.assert(
      fc.asyncProperty(fraction, fc.boolean(), async (random, there) => {
        const cache = new MemoryCache();
        const { reader } = makeReader(
          cache,
          () => Promise.resolve(there ? { id: 1 } : null),
          () => random,
        );
        await reader.read("a");
        const time = there ? settings.ttlSeconds : settings.missingTtlSeconds;
        const seconds = cache.seconds.get("a") ?? 0;
        assert.ok(Number.isInteger(seconds) && seconds >= time * 0.9 && seconds <= time * 1.1, String(seconds));
      }),
    );
  });

  it("gives the source's answer when the cache fails, tells it, and asks a dead cache for nothing more", async () => {
    const modes = fc.record({ get: fc.boolean(), set: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(modes, async (fails) => {
        const cache = new MemoryCache();
        cache.fails = fails;
        const { reader, failures } = makeReader(cache, () => Promise.resolve({ id: 1 }));
        assert.deepEqual(await reader.read("a"), { value: { id: 1 }, from: "source" });
        assert.equal(failures.length, fails.get || fails.set ? 1 : 0);
        assert.equal(cache.values.size, fails.get || fails.set ? 0 : 1);
      }),
    );
  });

  it("asks the source once for all who want the same key at the same time, and again afterwards", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 12 }), async (keys) => {
        const { reader, calls } = makeReader(undefined, (key) => Promise.resolve(key));
        const answers = await Promise.all(keys.map((key) => reader.read(key)));
        assert.deepEqual(
          answers.map(({ value }) => value),
          keys,
        );
        assert.deepEqual(calls, [...new Set(keys)]);
        assert.equal(answers.filter(({ from }) => from === "shared").length, keys.length - calls.length);
        assert.equal((await reader.read("a")).from, "source");
      }),
    );
  });

  it("passes the source's failure on to everybody who waits, keeps nothing of it, and tries again", async () => {
    const cache = new MemoryCache();
    let works = false;
    const { reader, failures } = makeReader(cache, () =>
      works ? Promise.resolve(1) : Promise.reject(new Error("the table is throttled")),
    );
    const both = await Promise.allSettled([reader.read("a"), reader.read("a")]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ["rejected", "rejected"],
    );
    assert.deepEqual([cache.values.size, failures.length], [0, 0]);
    works = true;
    assert.deepEqual(await reader.read("a"), { value: 1, from: "source" });
  });
});
