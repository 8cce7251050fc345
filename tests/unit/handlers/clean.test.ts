import fc from "fast-check";
import assert from "node:assert/strict";

import {
  clean,
  type Cursor,
  type Failure,
  type LogGroups,
  type LogObject,
  type Plan,
} from "../../../handlers/clean-logs/clean";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 0, 31);
const before = new Date(NOW - 30 * DAY);

/** A bucket in memory that lists in pages of `size`. */
function makeBucket(objects: LogObject[], size: number, refuses: ReadonlySet<string> = new Set()) {
  const held = new Map(objects.map((object) => [object.key, object]));
  return {
    held,
    list(after: string | undefined) {
      const rest = [...held.values()]
        .filter(({ key }) => after === undefined || key > after)
        .sort((a, b) => (a.key < b.key ? -1 : 1));
      return Promise.resolve({ objects: rest.slice(0, size), more: rest.length > size });
    },
    remove(keys: string[]): Promise<Failure[]> {
      for (const key of keys) if (!refuses.has(key)) held.delete(key);
      return Promise.resolve(keys.filter((key) => refuses.has(key)).map((what) => ({ what, why: "held" })));
    },
  };
}

function cursorAt(after?: string) {
  const state = { after };
  const cursor: Cursor = {
    load: () => Promise.resolve(state.after),
    save: (key) => Promise.resolve(void (state.after = key)),
    remove: () => Promise.resolve(void (state.after = undefined)),
  };
  return { state, cursor };
}

function makeGroups(names: string[], broken: ReadonlySet<string> = new Set()) {
  const changed: string[] = [];
  const groups: LogGroups = {
    // eslint wants an await in an async generator, and an iterable of promises needs none.
    withoutRetention: () => ({ [Symbol.asyncIterator]: () => iterate(names) }),
    setRetention: (name) =>
      broken.has(name) ? Promise.reject(new Error("throttled")) : Promise.resolve(void changed.push(name)),
  };
  return { groups, changed };
}
function iterate(names: string[]): AsyncIterator<string> {
  const items = names[Symbol.iterator]();
  return { next: () => Promise.resolve(items.next()) };
}

const plan = (more: Partial<Plan> = {}): Plan => ({ dryRun: false, before, hasTime: () => true, ...more });
/** Time for `steps` pieces of work. */
const timeFor = (steps: number) => {
  let left = steps;
  return () => left-- > 0;
};

const someObjects = fc.uniqueArray(
  fc.record({
    key: fc.string({ minLength: 1, maxLength: 8 }),
    bytes: fc.nat(1000),
    modified: fc.integer({ min: 0, max: 60 }).map((days) => new Date(NOW - days * DAY)),
  }),
  { selector: ({ key }) => key, maxLength: 40 },
);

describe("cleaning logs", () => {
  it("whatever is in the bucket, exactly the old objects go, and the summary adds up", async () => {
    await fc.assert(
      fc.asyncProperty(someObjects, fc.integer({ min: 1, max: 7 }), async (objects, size) => {
        const bucket = makeBucket(objects, size);
        const summary = await clean(bucket, makeGroups([]).groups, cursorAt().cursor, plan());
        const old = objects.filter(({ modified }) => modified < before);
        assert.deepEqual(
          [...bucket.held.keys()].sort(),
          objects
            .filter((object) => !old.includes(object))
            .map(({ key }) => key)
            .sort(),
        );
        assert.equal(summary.deleted, old.length);
        assert.equal(
          summary.bytes,
          old.reduce((sum, { bytes }) => sum + bytes, 0),
        );
        assert.equal(summary.kept, objects.length - old.length);
        assert.equal(summary.complete, true);
      }),
    );
  });

  it("runs that are cut short anywhere come to the same end as one long run", async () => {
    await fc.assert(
      fc.asyncProperty(
        someObjects,
        fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 10 }),
        async (objects, cuts) => {
          const bucket = makeBucket(objects, 3);
          const { cursor, state } = cursorAt();
          let deleted = 0;
          for (const steps of [...cuts, 1000]) {
            const summary = await clean(bucket, makeGroups([]).groups, cursor, plan({ hasTime: timeFor(steps) }));
            deleted += summary.deleted;
            if (summary.complete) break;
          }
          assert.equal(deleted, objects.filter(({ modified }) => modified < before).length);
          assert.ok([...bucket.held.values()].every(({ modified }) => modified >= before));
          assert.equal(state.after, undefined);
        },
      ),
    );
  });

  it("a dry run counts the same and changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(someObjects, async (objects) => {
        const { cursor, state } = cursorAt("kept");
        const bucket = makeBucket(objects, 5);
        const { groups, changed } = makeGroups(["a", "b"]);
        const dry = await clean(bucket, groups, cursor, plan({ dryRun: true }));
        assert.deepEqual([bucket.held.size, changed.length, state.after], [objects.length, 0, "kept"]);
        const real = await clean(bucket, groups, cursorAt().cursor, plan());
        assert.deepEqual({ ...dry, dryRun: false }, real);
      }),
    );
  });

  it("what cannot be deleted is kept, counted as kept and named", async () => {
    const objects = ["a", "b", "c"].map((key) => ({ key, bytes: 10, modified: new Date(0) }));
    const summary = await clean(
      makeBucket(objects, 2, new Set(["b"])),
      makeGroups([]).groups,
      cursorAt().cursor,
      plan(),
    );
    assert.deepEqual([summary.deleted, summary.bytes, summary.kept, summary.complete], [2, 20, 1, true]);
    assert.deepEqual(summary.failures, [{ what: "b", why: "held" }]);
  });

  it("a log group that cannot be changed does not keep the others, or the objects, from their turn", async () => {
    const { groups, changed } = makeGroups(["a", "b", "c"], new Set(["b"]));
    const bucket = makeBucket([{ key: "k", bytes: 1, modified: new Date(0) }], 10);
    const summary = await clean(bucket, groups, cursorAt().cursor, plan());
    assert.deepEqual(changed, ["a", "c"]);
    assert.deepEqual([summary.logGroupsChanged, summary.deleted], [2, 1]);
    assert.deepEqual(summary.failures, [{ what: "log group b", why: "Error: throttled" }]);
  });

  it("time that ends among the log groups leaves the run incomplete and the cursor where it was", async () => {
    const { groups, changed } = makeGroups(["a", "b", "c"]);
    const { cursor, state } = cursorAt("m");
    const summary = await clean(makeBucket([], 10), groups, cursor, plan({ hasTime: timeFor(2) }));
    assert.deepEqual([changed, summary.complete, state.after], [["a", "b"], false, "m"]);
  });
});
