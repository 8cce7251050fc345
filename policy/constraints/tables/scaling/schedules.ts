import { type TypeRows } from "../../schema";
import { api } from "../pages";
import { together } from "../together";

const sizes = ["minSize", "desiredCapacity", "maxSize"];
const areas =
  "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US";
const schedule = { scheduledActionName: "night", autoscalingGroupName: "web" };

/** When groups of instances change. */
export const scalingSchedules: readonly TypeRows[] = [
  {
    type: "aws:autoscaling/schedule:Schedule",
    source: api("autoscaling", "PutScheduledUpdateGroupAction"),
    rows: [
      together(
        "an action begins at a time or recurs",
        { if: { required: ["endTime"] }, then: { requiredOr: ["startTime", "recurrence"] } },
        { ...schedule, minSize: 1, maxSize: 1, desiredCapacity: 1, endTime: "2040-02-01T00:00:00Z" },
        { recurrence: "0 22 * * *" },
        {},
      ),
      together(
        "two actions of a group begin at two times",
        {
          onlyOne: ["startTime", "autoscalingGroupName"],
          beside: {
            first: {
              type: "aws:autoscaling/schedule:Schedule",
              properties: { region: "eu-west-1", autoscalingGroupName: "web", startTime: "2040-01-01T00:00:00Z" },
            },
          },
        },
        schedule,
        { startTime: "2040-01-02T00:00:00Z" },
        { startTime: "2040-01-01T00:00:00Z" },
      ),
      together(
        "sizes are in order: minSize, desiredCapacity, maxSize",
        {
          // -1 leaves a size as it is.
          if: { properties: Object.fromEntries(sizes.map((name) => [name, { minimum: 0 }])) },
          then: {
            ordered: [
              ["minSize", "<=", "desiredCapacity"],
              ["desiredCapacity", "<=", "maxSize"],
              ["minSize", "<=", "maxSize"],
            ],
          },
        },
        { ...schedule, recurrence: "0 22 * * *", maxSize: 4, desiredCapacity: 4 },
        { minSize: 4 },
        { minSize: 5 },
      ),
      together(
        "an action changes a size",
        { anyOf: sizes.map((name) => ({ properties: { [name]: { minimum: 0 } } })) },
        { ...schedule, recurrence: "0 22 * * *", maxSize: -1, desiredCapacity: -1 },
        { minSize: 1 },
        { minSize: -1 },
      ),
      ...sizes.map((at) => ({ at, minimum: -1, good: -1, bad: -2 })),
      {
        at: "recurrence",
        format: "recurrence",
        fact: "a recurrence has the five fields of cron, in their ranges and without ?",
        good: "0 22 * * *",
        bad: "0 24 * * *",
      },
      {
        at: "timeZone",
        fact: "a time zone has its name in the database of IANA",
        pattern: `^(UTC|GMT|Local|(${areas})(/[A-Za-z0-9_+-]+){1,2})$`,
        good: "Europe/Berlin",
        bad: "CEST",
      },
    ],
  },
];
