import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";
import { beside } from "./on";

type Arguments = Record<string, unknown>;

const type = "aws:autoscaling/schedule:Schedule";
const named = { scheduledActionName: "night", autoscalingGroupName: "web" };
const sized = { minSize: 1, maxSize: 4, desiredCapacity: 2 };
const action = ofType(type, { ...named, ...sized, recurrence: "0 22 * * *" });
const timed = ofType(type, { ...named, ...sized });
const capacity = ofType(type, { ...named, recurrence: "0 22 * * *" });
const recurs = (says: string, bad: string, good = "0 22 * * *") =>
  timed(says, { recurrence: bad }, { recurrence: good });
const next = (startTime: string, more: Arguments = {}): Made => [
  type,
  "zsecond",
  { ...named, scheduledActionName: "second", ...sized, startTime, ...more },
];

export const asgSchedules: FactsByName = {
  "asg-sched-capacity-fields-ordering": capacity(
    "an action has no less than the least",
    { minSize: 5, maxSize: 4, desiredCapacity: 4 },
    { minSize: 4, maxSize: 4, desiredCapacity: 4 },
  ),
  "asg-sched-desiredcapacity-nonnegative": capacity(
    "a group has no less than none",
    { ...sized, desiredCapacity: -2 },
    { ...sized, desiredCapacity: 2 },
  ),
  "asg-sched-minsize-nonnegative": capacity(
    "the least of a group is no less than none",
    { ...sized, minSize: -2 },
    { ...sized, minSize: 0 },
  ),
  "asg-sched-endtime-alone-requires-starttime-or-recurrence": timed(
    "an action begins some time",
    { endTime: "2040-01-01T00:00:00Z" },
    { endTime: "2040-01-01T00:00:00Z", recurrence: "0 22 * * *" },
  ),
  "asg-sched-endtime-not-before-starttime": timed(
    "an action ends after it begins",
    { startTime: "2040-02-01T00:00:00Z", endTime: "2040-01-01T00:00:00Z" },
    { startTime: "2040-01-01T00:00:00Z", endTime: "2040-02-01T00:00:00Z" },
  ),
  "asg-sched-recurrence-field-range": recurs("a day has 24 hours", "0 24 * * *", "0 23 * * *"),
  "asg-sched-recurrence-five-fields-no-cron-wrapper": recurs("a recurrence has five fields", "cron(0 22 * * ? *)"),
  "asg-sched-recurrence-rejects-question-mark": recurs("a recurrence has no question", "0 22 ? * *"),
  "asg-sched-requires-a-capacity-field": capacity(
    "an action changes something",
    { minSize: -1, maxSize: -1, desiredCapacity: -1 },
    { minSize: 1, maxSize: -1, desiredCapacity: -1 },
  ),
  "asg-sched-starttime-unique-per-group": beside(
    [[type, "first", { ...named, ...sized, startTime: "2040-01-01T00:00:00Z" }]],
    "two actions begin at two times",
    next("2040-01-01T00:00:00Z"),
    next("2040-01-02T00:00:00Z"),
  ),
  "asg-sched-timezone-iana-only": action("a time zone has a name", { timeZone: "CEST" }, { timeZone: "Europe/Berlin" }),
};
