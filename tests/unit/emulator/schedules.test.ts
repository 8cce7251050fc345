import assert from "node:assert/strict";
import { type CreateScheduleCommandInput } from "@aws-sdk/client-scheduler";
import { moveClock } from "../../../local/emulator/clock";
import { Cloud, shared } from "./cloud";

const day = 86_400;

describe("schedules on the emulator's clock", function () {
  this.timeout(120_000);
  let cloud: Cloud;
  shared(Cloud, (started) => (cloud = started));

  /** A schedule that sends the time at which it runs; the times at which it ran by now. */
  async function schedule(Name: string, settings: Partial<CreateScheduleCommandInput>) {
    const target = await cloud.queue(Name);
    const RoleArn = await cloud.role(Name, "sqs:SendMessage");
    await cloud.aws.scheduler.createSchedule({
      Name,
      ScheduleExpression: undefined,
      FlexibleTimeWindow: { Mode: "OFF" },
      Target: { Arn: target.arn, RoleArn, Input: '{"at":"<aws.scheduler.scheduled-time>"}' },
      ...settings,
    });
    return async () =>
      (await cloud.take(target.url)).map(({ at }) => Date.parse(String(at)) / 1000).sort((a, b) => a - b);
  }
  const move = async (seconds: number) => (await moveClock(cloud.emulator.endpoint, seconds)).result;
  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
  const date = (seconds: number) => new Date(seconds * 1000);

  it("run from their start date to their end date", async () => {
    const [StartDate, EndDate] = [date(inSeconds(2 * day)), date(inSeconds(5 * day + 60))];
    const rate = await schedule("rate", { ScheduleExpression: "rate(1 day)", StartDate, EndDate });
    const cron = await schedule("cron", { ScheduleExpression: "cron(0 * * * ? *)", StartDate, EndDate });
    await move(10 * day);
    const begin = StartDate.getTime() / 1000;
    assert.deepEqual(
      await rate(),
      [0, 1, 2, 3].map((days) => begin + days * day),
    );
    const times = await cron();
    assert.equal(times.length, 72);
    assert.ok(times.every((at) => at >= begin && at <= EndDate.getTime() / 1000));
  });

  it("run at their one time whatever their dates are", async () => {
    const at = inSeconds(3 * day);
    const times = await schedule("once", {
      ScheduleExpression: `at(${date(at).toISOString().slice(0, 19)})`,
      StartDate: date(inSeconds(5 * day)),
      EndDate: date(inSeconds(6 * day)),
    });
    const late = await schedule("late", {
      ScheduleExpression: `at(${date(at).toISOString().slice(0, 19)})`,
      EndDate: date(inSeconds(day)),
      ActionAfterCompletion: "DELETE",
    });
    await move(2 * day);
    await move(2 * day);
    assert.equal((await times()).length, 1);
    assert.equal((await late()).length, 1);
  });

  it("run at a rate at once, and then at that rate, where they have no start date", async () => {
    const times = await schedule("at-once", { ScheduleExpression: "rate(1 day)" });
    await move(2 * day + 60);
    const [first = 0, ...others] = await times();
    assert.deepEqual(others, [first + day, first + 2 * day]);
  });

  it("leave out a time that the summer skips, and run once at a time that the winter repeats", async () => {
    const ScheduleExpressionTimezone = "Europe/Berlin";
    const skipped = await schedule("skipped", {
      ScheduleExpression: "cron(30 2 25-31 3 ? *)",
      ScheduleExpressionTimezone,
    });
    const repeated = await schedule("repeated", {
      ScheduleExpression: "cron(30 2 25-31 10 ? *)",
      ScheduleExpressionTimezone,
    });
    const { from, to } = await move(366 * day);
    const format = new Intl.DateTimeFormat("sv", {
      timeZone: ScheduleExpressionTimezone,
      dateStyle: "short",
      timeStyle: "short",
    });
    /** When it is half past two there in the last days of a month; of two such times in a night the first. */
    const expected = (month: string) => {
      const times = new Map<string, number>();
      const half = 1_800_000;
      for (let at = Math.ceil(Date.parse(from) / half) * half; at <= Date.parse(to); at += half) {
        const wall = format.format(at);
        const [, day = 0] = new RegExp(`-${month}-(\\d+) 02:30$`).exec(wall) ?? [];
        if (Number(day) >= 25 && !times.has(wall)) times.set(wall, at / 1000);
      }
      return [...times.values()];
    };
    assert.deepEqual(await skipped(), expected("03"));
    assert.deepEqual(await repeated(), expected("10"));
  });
});
