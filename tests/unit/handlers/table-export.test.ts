import assert from "node:assert/strict";
import fc from "fast-check";
import { createHash } from "node:crypto";

import { checkExport, ManifestError, type Store } from "../../../handlers/table-export/manifest";
import { dueExports, LAG, LONGEST, exportPrefix, type Progress, SHORTEST } from "../../../handlers/table-export/plan";
import { readState } from "../../../handlers/table-export/state";

const rhythm = { mode: "incremental", fullEveryDays: 30, recoveryDays: 35 } as const;
const start = Date.UTC(2026, 10, 1);
const minute = 60_000;

describe("which exports are due", () => {
  it("is the whole table at first, when recovery does not reach back to the last one, and always in mode full", () => {
    const now = new Date(start);
    const to = new Date(start - LAG);
    const full = { due: [{ type: "full", to }], progress: { lastFull: to, until: to } };
    assert.deepEqual(dueExports({}, rhythm, now), full);
    const old = new Date(start - 36 * 24 * 60 * minute);
    assert.deepEqual(dueExports({ lastFull: old, until: old }, rhythm, now), full);
    const yesterday = new Date(start - 24 * 60 * minute);
    assert.deepEqual(dueExports({ lastFull: yesterday, until: yesterday }, { ...rhythm, mode: "full" }, now), full);
  });

  it("is every change exactly once, whenever the runs come: no gap, no overlap, each period as long as AWS takes it", () => {
    const pauses = fc.array(fc.integer({ min: 1, max: 20 * 24 * 60 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 0, max: 999 }), (minutes, millis) => {
        let now = start + millis;
        let { progress } = dueExports({}, rhythm, new Date(now));
        let covered = progress.until!.getTime();
        for (const pause of minutes) {
          now += pause * minute;
          const next = dueExports(progress, rhythm, new Date(now));
          for (const each of next.due) {
            if (each.type === "full") continue;
            assert.equal(each.from.getTime(), covered);
            const length = each.to.getTime() - each.from.getTime();
            assert.ok(length >= SHORTEST && length <= LONGEST, String(length));
            covered = each.to.getTime();
          }
          assert.equal(next.progress.until?.getTime(), covered);
          assert.ok(now - LAG - covered < SHORTEST + 1_000, "what is left is less than the shortest period");
          progress = next.progress;
        }
      }),
    );
  });

  it("is the whole table again after thirty days, next to the changes", () => {
    const lastFull = new Date(start - LAG - 30 * 24 * 60 * minute);
    const until = new Date(start - 60 * minute);
    const { due } = dueExports({ lastFull, until }, rhythm, new Date(start));
    assert.deepEqual(
      due.map(({ type }) => type),
      ["incremental", "full"],
    );
  });

  it("goes under the table and the day", () => {
    const due = { type: "full", to: new Date(start) } as const;
    const arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/Users";
    assert.equal(exportPrefix(due, arn, "exports/"), "exports/Users/2026/11/01/full");
  });

  it("survives being written and read", () => {
    const progress: Progress = { lastFull: new Date(start), until: new Date(start) };
    const text = JSON.stringify({ ...progress, work: [] });
    assert.deepEqual(readState(text), { ...progress, work: [] });
    assert.deepEqual(readState(undefined), { work: [] });
  });
});

describe("the check of an export", () => {
  const exportArn = "arn:aws:dynamodb:eu-west-1:123456789012:table/Users/export/01-a";
  const prefix = "exports/Users/2026/11/01/full";
  const folder = `${prefix}/AWSDynamoDB/01-a`;
  const md5 = (text: string) => createHash("md5").update(text).digest("base64");

  /** An export as DynamoDB's page describes it, with what a test makes wrong. */
  function exported(wrong: Record<string, string | undefined> = {}): Store {
    const summary = JSON.stringify({
      exportArn,
      itemCount: 3,
      manifestFilesS3Key: "AWSDynamoDB/01-a/manifest-files.json",
    });
    const files = ["a", "b"]
      .map((name, index) => ({
        itemCount: index + 1,
        etag: `etag-${name}-1`,
        dataFileS3Key: `AWSDynamoDB/01-a/data/${name}.json.gz`,
      }))
      .map((line) => JSON.stringify(line))
      .join("\n");
    const texts: Record<string, string | undefined> = {
      [`${folder}/manifest-summary.json`]: summary,
      [`${folder}/manifest-summary.checksum`]: md5(summary),
      [`${folder}/manifest-files.json`]: files,
      [`${folder}/manifest-files.checksum`]: md5(files),
      ...wrong,
    };
    const etags: Record<string, string | undefined> = {
      [`${folder}/data/a.json.gz`]: '"etag-a-1"',
      [`${folder}/data/b.json.gz`]: '"etag-b-1"',
      ...wrong,
    };
    return { text: (key) => Promise.resolve(texts[key]), etag: (key) => Promise.resolve(etags[key]) };
  }
  const check = (store: Store) => checkExport(store, exportArn, `${folder}/manifest-summary.json`, prefix);

  it("passes what is complete, and counts it", async () => {
    assert.deepEqual(await check(exported()), { items: 3, files: 2 });
  });

  it("fails what is missing, changed, cut off or another export's, and says which", async () => {
    const other = JSON.stringify({ exportArn: "arn:other", itemCount: 3, manifestFilesS3Key: "x" });
    const short = JSON.stringify({ itemCount: 1, etag: "etag-a-1", dataFileS3Key: "AWSDynamoDB/01-a/data/a.json.gz" });
    for (const [wrong, message] of [
      [{ [`${folder}/manifest-summary.json`]: undefined }, /manifest-summary.json is missing/],
      [{ [`${folder}/manifest-files.checksum`]: undefined }, /manifest-files.json has no checksum/],
      [{ [`${folder}/manifest-files.checksum`]: md5("other") }, /manifest-files.json does not agree with its checksum/],
      [{ [`${folder}/data/b.json.gz`]: undefined }, /data file .*b.json.gz is missing/],
      [{ [`${folder}/data/a.json.gz`]: '"other"' }, /data file .*a.json.gz has ETag "other", not etag-a-1/],
      [
        { [`${folder}/manifest-files.json`]: short, [`${folder}/manifest-files.checksum`]: md5(short) },
        /the files have 1 items and .* says 3/,
      ],
      [
        { [`${folder}/manifest-summary.json`]: other, [`${folder}/manifest-summary.checksum`]: md5(other) },
        /is about arn:other/,
      ],
      [
        { [`${folder}/manifest-summary.json`]: "cut", [`${folder}/manifest-summary.checksum`]: md5("cut") },
        /is not JSON/,
      ],
    ] as const) {
      await assert.rejects(check(exported(wrong)), (error: unknown) => {
        assert.ok(error instanceof ManifestError);
        assert.match(error.message, message);
        return true;
      });
    }
  });
});
