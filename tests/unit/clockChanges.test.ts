import assert from "node:assert/strict";
import { clockChangeWarning } from "../../components/events/schedule";
import { clockChangeRuns } from "../../limits";

describe("schedules in the nights when the clock changes", () => {
  const from = new Date("2026-01-01T00:00:00Z");
  const cases: [expression: string, timezone: string, ...runs: string[]][] = [
    ["cron(30 2 * * ? *)", "Europe/Berlin", "skipped 2026-03-29T02:30", "repeated 2026-10-25T02:30"],
    ["cron(0 2 * * ? *)", "Europe/Berlin", "skipped 2026-03-29T02:00", "repeated 2026-10-25T02:00"],
    ["cron(59 1 * * ? *)", "Europe/Berlin"],
    ["cron(0 3 * * ? *)", "Europe/Berlin"],
    ["cron(30 1 * * ? *)", "Europe/London", "skipped 2026-03-29T01:30", "repeated 2026-10-25T01:30"],
    ["cron(30 1 * * ? *)", "America/New_York", "repeated 2026-11-01T01:30"],
    ["cron(30 2 * * ? *)", "America/New_York", "skipped 2026-03-08T02:30"],
    ["cron(15 2 * * ? *)", "Australia/Lord_Howe", "skipped 2026-10-04T02:15"],
    ["cron(45 1 * * ? *)", "Australia/Lord_Howe", "repeated 2026-04-05T01:45"],
    ["cron(30 2 ? * SUN *)", "Europe/Berlin", "skipped 2026-03-29T02:30", "repeated 2026-10-25T02:30"],
    ["cron(30 2 ? * 1L *)", "Europe/Berlin", "skipped 2026-03-29T02:30", "repeated 2026-10-25T02:30"],
    ["cron(30 2 ? * SUN#2 *)", "America/New_York", "skipped 2026-03-08T02:30"],
    ["cron(30 2 27W * ? *)", "Asia/Jerusalem", "skipped 2026-03-27T02:30"],
    ["cron(30 2 28W * ? *)", "Asia/Jerusalem", "skipped 2026-03-27T02:30"],
    ["cron(30 23 LW 10 ? *)", "Africa/Cairo"],
    ["cron(30 23 29W 10 ? *)", "Africa/Cairo", "repeated 2026-10-29T23:30"],
    ["cron(30 1 ? * * *)", "Antarctica/Troll", "skipped 2026-03-29T01:30", "repeated 2026-10-25T01:30"],
    ["cron(0 3 * * ? *)", "Pacific/Chatham", "repeated 2026-04-05T03:00", "skipped 2026-09-27T03:00"],
    ["cron(30 23 * * ? *)", "America/Santiago", "repeated 2026-04-04T23:30"],
    ["cron(30 0 * * ? *)", "America/Santiago", "skipped 2026-09-06T00:30"],
    ["cron(30 2 ? * MON-SAT *)", "Europe/Berlin"],
    ["cron(30 2 ? OCT SUN *)", "Europe/Berlin", "repeated 2026-10-25T02:30"],
    ["cron(30 2 29 3 ? 2026)", "Europe/Berlin", "skipped 2026-03-29T02:30"],
    ["cron(30 2 29 3 ? 2027)", "Europe/Berlin"],
    ["cron(0 0-6 * * ? *)", "Europe/Berlin", "skipped 2026-03-29T02:00", "repeated 2026-10-25T02:00"],
    ["cron(30 * * * ? *)", "Europe/Berlin"],
    ["cron(30 2 * * ? *)", "UTC"],
    ["cron(30 2 * * ? *)", "Asia/Tokyo"],
    ["rate(1 day)", "Europe/Berlin"],
    ["at(2027-03-28T02:30:00)", "Europe/Berlin", "skipped 2027-03-28T02:30"],
    ["at(2027-10-31T02:30:00)", "Europe/Berlin", "repeated 2027-10-31T02:30"],
    ["at(2027-03-28T03:00:00)", "Europe/Berlin"],
    ["nonsense", "Europe/Berlin"],
  ];
  for (const [expression, timezone, ...runs] of cases) {
    it(`${expression} in ${timezone}: ${runs.join(", ") || "as on any day"}`, () => {
      const found = clockChangeRuns(expression, timezone, from).map(({ kind, time }) => `${kind} ${time}`);
      assert.deepEqual(found, runs);
    });
  }

  it("are told with what happens, and what to do", () => {
    assert.match(
      clockChangeWarning("cron(30 2 * * ? *)", "Europe/Berlin", from) ?? "",
      /2026-03-29 02:30 does not exist there, and the run is skipped; 2026-10-25 02:30 comes twice there, and the job runs once\. Fix: /,
    );
    assert.equal(clockChangeWarning("cron(0 6 * * ? *)", "Europe/Berlin", from), undefined);
  });
});
