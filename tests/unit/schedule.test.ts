import assert from "node:assert/strict";
import fc from "fast-check";
import { longestPauseMinutes, scheduleProblem } from "../../components/events/schedule";

describe("schedules", () => {
  for (const [expression, minutes] of [
    ["rate(1 minute)", 1],
    ["rate(12 hours)", 720],
    ["cron(0 6 * * ? *)", 1_440],
    ["cron(0/15 * * * ? *)", 15],
    ["cron(0 6 ? * MON-FRI *)", 4_320],
    ["cron(0 6 ? * FRI-MON *)", 4 * 1_440],
    ["cron(0 9,17 * * ? *)", 960],
    ["cron(30 8 ? * 2 *)", 10_080],
    ["cron(0 6 1 * ? *)", undefined],
    ["cron(0 6 ? * 6L *)", undefined],
    ["at(2027-01-01T00:00:00)", undefined],
  ] as const) {
    it(`${expression} pauses for ${minutes === undefined ? "a time that the calendar decides" : `${minutes} minutes`}`, () => {
      assert.equal(scheduleProblem(expression), undefined);
      assert.equal(longestPauseMinutes(expression), minutes);
    });
  }

  it("never pauses for longer than a week when days follow the week", () => {
    const field = (min: number, max: number): fc.Arbitrary<string> =>
      fc.oneof(
        fc.constant("*"),
        fc.integer({ min, max }).map(String),
        fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 4 }).map((list) => list.join(",")),
        fc.tuple(fc.integer({ min, max }), fc.integer({ min: 1, max })).map(([from, step]) => `${from}/${step}`),
      );
    fc.assert(
      fc.property(field(0, 59), field(0, 23), field(1, 7), (minute, hour, weekday) => {
        const expression = `cron(${minute} ${hour} ? * ${weekday} *)`;
        const pause = longestPauseMinutes(expression) ?? Number.NaN;
        assert.equal(scheduleProblem(expression), undefined, expression);
        assert.ok(pause >= 1 && pause <= 10_080, `${expression}: ${pause}`);
      }),
    );
  });
});
