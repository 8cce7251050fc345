import fc from "fast-check";
import assert from "node:assert/strict";

import { formatAnnouncement } from "../../../handlers/usage-report/announcement";
import { measure, unreadable } from "../../../handlers/usage-report/buckets";
import { toCsv } from "../../../handlers/usage-report/csv";
import { periodBefore, queriesFor, summarise } from "../../../handlers/usage-report/functions";
import { sizeText, toHtml } from "../../../handlers/usage-report/html";
import { type Report } from "../../../handlers/usage-report/report";
import { reportKeys, parseRun } from "../../../handlers/usage-report/run";

const time = new Date("2026-03-04T05:06:07.890Z");
const report = (more: Partial<Report> = {}): Report => ({
  time,
  period: periodBefore(time, 24),
  buckets: [],
  functions: [],
  ...more,
});
const silent = (name: string) => ({
  function: name,
  invocations: undefined,
  errors: undefined,
  throttles: undefined,
  averageMillis: undefined,
  maximumMillis: undefined,
});

/** How text begins that a spreadsheet runs, in full width too. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** A reader of RFC 4180, to see what others will see. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe("a usage report", () => {
  it("any text in a CSV field is read back, and never as a formula", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const [, [, read = ""] = []] = parseCsv(toCsv(report({ functions: [silent(text)] })));
        assert.doesNotMatch(read, formula);
        assert.equal(read, formula.test(text) ? `'${text}` : text);
      }),
    );
  });

  it("every row of the CSV has the columns of its header", () => {
    const rows = parseCsv(toCsv(report({ buckets: [unreadable("gone", 'No"Such,Bucket')], functions: [silent("f")] })));
    assert.equal(rows.length, 3);
    for (const row of rows) assert.equal(row.length, rows[0]?.length);
    assert.equal(rows[1]?.at(-1), 'cannot be read: No"Such,Bucket');
  });

  it("no name breaks out of the HTML page", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const nasty = `<script>alert("${name}")</script>&'`;
        const page = toHtml(report({ functions: [silent(nasty)] }));
        assert.ok(!page.includes("<script"));
        assert.equal(page.match(/<tr>/g)?.length, 3);
      }),
    );
  });

  it("the page is one accessible file: language, captions, headed columns and rows, dark mode, nothing loaded", () => {
    const page = toHtml(report({ functions: [silent("f")] }));
    for (const part of [
      '<html lang="en">',
      "<caption>Buckets</caption>",
      '<th scope="col"',
      '<th scope="row">f</th>',
      "color-scheme:light dark",
    ]) {
      assert.ok(page.includes(part), part);
    }
    assert.doesNotMatch(page, /src=|href=|url\(|@import/);
  });

  it("sizes are readable", () => {
    const texts = [0, 1, 1023, 1024, 1536, 1024 ** 2, 5.5 * 1024 ** 3, 2 * 1024 ** 6].map(sizeText);
    assert.deepEqual(texts, ["0 B", "1 B", "1,023 B", "1 KiB", "1.5 KiB", "1 MiB", "5.5 GiB", "2,048 PiB"]);
  });

  it("a bucket is added up page by page for as long as there is time", async () => {
    async function* pages() {
      for (const day of [3, 9, 5])
        yield await Promise.resolve([{ bytes: 10, modified: new Date(Date.UTC(2026, 0, day)) }]);
    }
    assert.deepEqual(await measure("b", pages(), () => true), {
      bucket: "b",
      objects: 3,
      bytes: 30,
      newest: new Date(Date.UTC(2026, 0, 9)),
      complete: true,
    });
    let left = 1;
    const cut = await measure("b", pages(), () => left-- > 0);
    assert.deepEqual([cut.objects, cut.complete], [2, false]);
  });

  it("periods are whole data points that cover the hours asked for, whatever the time", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
        fc.integer({ min: 1, max: 1440 }),
        (end, hours) => {
          const { from, to, step } = periodBefore(end, hours);
          assert.equal((to.getTime() - from.getTime()) / 3_600_000, hours);
          assert.equal(to.getTime() % (step * 1000), 0);
          assert.ok(to >= end && to.getTime() - end.getTime() < step * 1000);
        },
      ),
    );
  });

  it("every query has an id of its own that CloudWatch takes", () => {
    const queries = queriesFor(["a", "b", "a-b_c"]);
    assert.equal(new Set(queries.map(({ id }) => id)).size, 18);
    for (const { id } of queries) assert.match(id, /^[a-z][a-zA-Z0-9_]{0,254}$/);
  });

  it("a function's average is over all calls, and no data is not zero", () => {
    const points = new Map([
      ["f0_Invocations_Sum", [3, 1]],
      ["f0_Errors_Sum", [0, 0]],
      ["f0_Duration_Sum", [300, 500]],
      ["f0_Duration_SampleCount", [3, 1]],
      ["f0_Duration_Maximum", [150, 500]],
    ]);
    assert.deepEqual(summarise(["f", "g"], points), [
      { function: "f", invocations: 4, errors: 0, throttles: undefined, averageMillis: 200, maximumMillis: 500 },
      silent("g"),
    ]);
  });

  it("the announcement gives both addresses and says what is not known", () => {
    const { Subject, Message } = formatAnnouncement(
      report({ buckets: [unreadable("b", "AccessDenied")], functions: [silent("f")] }),
      "s3://r/a.csv",
      "s3://r/a.html",
    );
    assert.match(Message, /objects: no data[\s\S]*invocations: no data[\s\S]*s3:\/\/r\/a\.csv[\s\S]*s3:\/\/r\/a\.html/);
    assert.match(Subject, /^[\x20-\x7e]{1,100}$/);
  });

  it("attempts of one scheduled run are one run, whatever their execution and request", () => {
    const first = parseRun({ scheduledTime: "2026-03-04T05:06:07Z", executionId: "a" }, "r1", new Date(1));
    const second = parseRun({ scheduledTime: "2026-03-04T05:06:07Z", executionId: "b" }, "r2", new Date(2));
    assert.deepEqual(first, second);
    assert.deepEqual(reportKeys(first, "reports/"), {
      csv: "reports/2026/03/04/usage-2026-03-04T05-06-07Z.csv",
      html: "reports/2026/03/04/usage-2026-03-04T05-06-07Z.html",
      announcement: "reports/announced/2026-03-04T05-06-07Z.json",
    });
  });

  it("any other payload is a run of its own, known by its request", () => {
    const odd = fc.oneof(
      fc.anything(),
      fc.constant({ scheduledTime: "<aws.scheduler.scheduled-time>" }),
      fc.record({ scheduledTime: fc.string() }),
    );
    fc.assert(fc.property(odd, (event) => assert.deepEqual(parseRun(event, "request", time), { id: "request", time })));
  });
});
