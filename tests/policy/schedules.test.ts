import assert from "node:assert/strict";
import fc from "fast-check";
import { scheduleProblem } from "../../components/events/schedule";
import { scheduleError } from "../../limits";
import { estimateCost } from "../../report/cost";
import { holds, open, resource, unknown, violates } from "./expectations";

const rule = (scheduleExpression: unknown) => resource("eventRule", "nightly", { scheduleExpression });
const schedule = (scheduleExpression: unknown) => resource("schedule", "nightly", { scheduleExpression });

describe("eventbridge-schedule-expression and scheduler-expression", () => {
  for (const expression of [
    "rate(1 minute)",
    "rate(5 minutes)",
    "rate(1 day)",
    "cron(0 12 * * ? *)",
    "cron(15 10 ? * 6L 2019-2022)",
    "cron(0/5 8-17 ? * MON-FRI *)",
    "cron(0 9 ? * 2#1 *)",
    "cron(0 8 1 * ? *)",
    "cron(0 0 L * ? *)",
    "cron(0 0 3W * ? *)",
    "cron(0 18 ? JAN,jul * 2199)",
  ]) {
    it(`both take ${expression}`, async () => {
      await holds("eventbridge-schedule-expression", rule(expression));
      await holds("scheduler-expression", schedule(expression));
    });
  }

  for (const [expression, problem] of [
    ["cron(0 12 * * ?)", "has 5 fields; AWS takes 6: minutes hours day-of-month month day-of-week year"],
    ["0 12 * * ? *", "rate("],
    ["cron(0 12 * * * *)", "exactly one of day-of-month and day-of-week"],
    ["cron(0 12 ? * ? *)", "exactly one of day-of-month and day-of-week"],
    ["cron(60 12 * * ? *)", 'has "60" as minutes'],
    ["cron(0 24 * * ? *)", 'has "24" as hours'],
    ["cron(0 0 32 * ? *)", 'has "32" as day-of-month'],
    ["cron(0 0 1 13 ? *)", 'has "13" as month'],
    ["cron(0 0 ? * 0 *)", 'has "0" as day-of-week'],
    ["cron(0 0 ? * MON#6 *)", "as day-of-week"],
    ["cron(0 0 1 * ? 1969)", 'has "1969" as year'],
    ["cron(*/0 0 1 * ? *)", "as minutes"],
    ["rate(0 minutes)", "rate of 0"],
    ["rate(30 seconds)", "rate(5 minutes)"],
    ["rate(1.5 hours)", "rate(5 minutes)"],
    ["", ""],
  ] as const) {
    it(`both refuse ${JSON.stringify(expression)}, saying why and how to write it`, async () => {
      await violates("eventbridge-schedule-expression", [problem, "Fix: Write rate(5 minutes)"], rule(expression));
      await violates("scheduler-expression", [problem, "Fix: Write rate(5 minutes)"], schedule(expression));
    });
  }

  it("a rule takes one minute in the singular and more in the plural only", async () => {
    await violates("eventbridge-schedule-expression", ["rate(1 minute)"], rule("rate(1 minutes)"));
    await violates("eventbridge-schedule-expression", ["rate(5 hours)"], rule("rate(5 hour)"));
    await holds("scheduler-expression", schedule("rate(1 minutes)"));
  });

  it("one-time schedules are for EventBridge Scheduler only, and for days that exist", async () => {
    await holds("scheduler-expression", schedule("at(2028-02-29T09:00:00)"));
    await violates("scheduler-expression", ["at(2027-01-31T09:00:00)"], schedule("at(2027-02-29T09:00:00)"));
    await violates("scheduler-expression", ["at(2027-01-31T09:00:00)"], schedule("at(2027-01-01)"));
    await violates("eventbridge-schedule-expression", ["neither"], rule("at(2028-02-29T09:00:00)"));
  });

  it("an event pattern needs no schedule, and an unknown one is not evaluated", async () => {
    await holds("eventbridge-schedule-expression", resource("eventRule", "nightly", { eventPattern: "{}" }));
    await open("eventbridge-schedule-expression", ["scheduleExpression"], rule(unknown));
    await open("scheduler-expression", ["scheduleExpression"], schedule(unknown));
    await open("scheduler-expression", ["scheduleExpression"], schedule(5));
  });

  const numbers = (min: number, max: number): fc.Arbitrary<string> => {
    const value = fc.integer({ min, max }).map(String);
    const step = fc.integer({ min: 1, max: Math.min(max, 59) });
    const item = fc.oneof(
      fc.constant("*"),
      value,
      fc.tuple(value, value).map(([a, b]) => `${a}-${b}`),
      fc.tuple(fc.oneof(fc.constant("*"), value), step).map(([base, by]) => `${base}/${by}`),
    );
    return fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(","));
  };
  const fields = [
    numbers(0, 59),
    numbers(0, 23),
    numbers(1, 31),
    numbers(1, 12),
    numbers(1, 7),
    numbers(1970, 2199),
  ] as const;

  it("every cron expression that the grammar makes is taken, and none with one field more or less", () => {
    fc.assert(
      fc.property(fc.tuple(...fields), fc.boolean(), (made, byWeek) => {
        const parts: string[] = [...made];
        parts[byWeek ? 2 : 4] = "?";
        assert.equal(scheduleError(`cron(${parts.join(" ")})`, "rule"), undefined);
        assert.equal(scheduleError(`cron(${parts.join(" ")})`, "scheduler"), undefined);
        assert.match(scheduleError(`cron(${parts.slice(1).join(" ")})`, "rule") ?? "", /has 5 fields/);
        assert.match(scheduleError(`cron(${parts.join(" ")} *)`, "rule") ?? "", /has 7 fields/);
      }),
    );
  });

  it("every rate of a whole number from 1 is taken", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom("minute", "hour", "day"), (value, unit) => {
        assert.equal(scheduleError(`rate(${value} ${unit}${value === 1 ? "" : "s"})`, "rule"), undefined);
        assert.notEqual(scheduleError(`rate(${value} ${unit}${value === 1 ? "s" : ""})`, "rule"), undefined);
        assert.notEqual(scheduleError(`rate(-${value} ${unit}s)`, "scheduler"), undefined);
      }),
    );
  });

  it("a component, a rule and the report take and refuse the same expressions", async () => {
    const field = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom("*", "?", "5", "1-5", "0/15", "/5", "*/7", "MON", "jan", "FRI-MON", "2#1"),
      },
      { weight: 2, arbitrary: fc.constantFrom("L", "15W", "6L", "60", "32", "0", "1,2,L", "1-2-3", "5/0", "?/2", "x") },
    );
    const cron = fc.array(field, { minLength: 5, maxLength: 6 }).map((parts) => `cron(${parts.join(" ")})`);
    const right = fc.tuple(...fields).map((made) => `cron(${made.with(4, "?").join(" ")})`);
    const rate = fc.integer({ min: 0, max: 99 }).map((value) => `rate(${value} hours)`);
    const at = fc.constantFrom("at(2028-02-29T09:00:00)", "at(2027-02-29T09:00:00)");
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(cron, right, rate, at), async (expression) => {
        const problem = scheduleProblem(expression);
        if (problem === undefined) taken++;
        const answers = await (problem === undefined
          ? holds("scheduler-expression", schedule(expression))
          : violates("scheduler-expression", [scheduleError(expression, "scheduler") ?? ""], schedule(expression)));
        const cost = estimateCost({
          resources: [
            {
              urn: "urn:pulumi:dev::app::aws:scheduler/schedule:Schedule::nightly",
              name: "nightly",
              type: "aws:scheduler/schedule:Schedule",
              component: false,
              inputs: { scheduleExpression: expression },
            },
          ],
          region: "eu-west-1",
          usage: {},
        });
        assert.equal(cost.notPriced.length, problem === undefined ? 0 : 1, expression);
        return answers;
      }),
      { numRuns: 60 },
    );
    assert.ok(taken > 10, `${taken} of 60 were right: the test says little`);
  });

  it("no text makes the grammar throw or take a value outside its range", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 60, max: 9999 }), (text, minute) => {
        scheduleError(text, "rule");
        scheduleError(`cron(${text})`, "scheduler");
        assert.notEqual(scheduleError(`cron(${minute} 0 * * ? *)`, "rule"), undefined);
      }),
    );
  });
});

describe("scheduler-timezone", () => {
  const zone = (scheduleExpressionTimezone: unknown) => resource("schedule", "nightly", { scheduleExpressionTimezone });
  it("takes names of the IANA database and refuses others", async () => {
    await holds("scheduler-timezone", zone("Europe/Paris"));
    await holds("scheduler-timezone", zone("UTC"));
    await holds("scheduler-timezone", resource("schedule", "nightly", {}));
    await violates("scheduler-timezone", ['is "Europe/Pariss"', "IANA"], zone("Europe/Pariss"));
    await violates("scheduler-timezone", ["IANA"], zone(""));
    await open("scheduler-timezone", ["scheduleExpressionTimezone"], zone(unknown));
  });
});

describe("dead letters of schedules and event rules", () => {
  it("are asked for, and taken while their ARN is unknown", async () => {
    await holds(
      "scheduler-dead-letters",
      resource("schedule", "s", { target: { deadLetterConfig: { arn: unknown } } }),
    );
    await violates(
      "scheduler-dead-letters",
      ["target.deadLetterConfig.arn"],
      resource("schedule", "s", { target: {} }),
    );
    await holds("eventbridge-dead-letters", resource("eventTarget", "t", { deadLetterConfig: { arn: "arn:x" } }));
    await violates("eventbridge-dead-letters", ["deadLetterConfig.arn"], resource("eventTarget", "t", {}));
  });
});

describe("eventbridge-targets", () => {
  const targets = (count: number, properties: Record<string, unknown>, links = {}) =>
    Array.from({ length: count }, (_, index) => resource("eventTarget", `t${index}`, properties, links));

  it("takes 5 targets of a rule and refuses 6, by name or by link", async () => {
    const named = resource("eventRule", "bus", { name: "bus" });
    await holds("eventbridge-targets", named, ...targets(5, { rule: "bus" }));
    await violates("eventbridge-targets", ["targets is 6", "at most 5"], named, ...targets(6, { rule: "bus" }));
    const nameless = resource("eventRule", "bus", {});
    await violates(
      "eventbridge-targets",
      ["targets is 6"],
      nameless,
      ...targets(6, { rule: unknown }, { rule: ["eventRule:bus"] }),
    );
  });
  it("is not evaluated while it is unknown whose targets they are", () =>
    open("eventbridge-targets", ["bus (targets)"], resource("eventRule", "bus", {}), ...targets(1, { rule: unknown })));
});
