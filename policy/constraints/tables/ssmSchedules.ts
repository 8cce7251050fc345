import { measured, type TypeRows } from "../schema";
import { api, page } from "./pages";
import { together } from "./together";

const association = { name: "AWS-RunPatchBaseline" };
const targets = (key: string, ...values: string[]) => ({ targets: [{ key, values }] });
const every = targets("InstanceIds", "*");
const window = { name: "nightly", duration: 3, cutoff: 1 };
const associations = page("systems-manager/latest/userguide/reference-cron-and-rate-expressions");
const documents = (documentType: string) => ({
  document: {
    type: "aws:ssm/document:Document",
    properties: { name: "own", documentType, documentFormat: "JSON", content: "{}" },
  },
  other: {
    type: "aws:ssm/document:Document",
    properties: { name: "command", documentType: "Command", documentFormat: "JSON", content: "{}" },
  },
});

/** Systems Manager: when associations and maintenance windows run, and on what. */
export const ssmSchedules: readonly TypeRows[] = [
  {
    type: "aws:ssm/association:Association",
    source: api("ssm", "CreateAssociation"),
    rows: [
      together(
        "applyOnlyAtCronInterval does not go with rate(…)",
        {
          when: { scheduleExpression: { pattern: "^rate" } },
          properties: { applyOnlyAtCronInterval: { const: false } },
          source: associations,
        },
        { ...association, ...every },
        { scheduleExpression: "rate(1 day)" },
        { scheduleExpression: "rate(1 day)", applyOnlyAtCronInterval: true },
      ),
      together(
        "at(…) goes with applyOnlyAtCronInterval",
        {
          when: { scheduleExpression: { pattern: "^at\\(" } },
          required: ["applyOnlyAtCronInterval"],
          source: associations,
        },
        { ...association, ...every, scheduleExpression: "at(2030-01-01T00:00:00)" },
        { applyOnlyAtCronInterval: true },
        {},
      ),
      {
        at: "scheduleExpression",
        fact: "a cron of an association runs every 30 minutes, every few hours, or at a time of days",
        pattern: "^(?!cron)|^cron\\((\\d{1,2}|0/30) (\\*|\\d{1,2}|0/\\d{1,2}) .+\\)$",
        source: associations,
        good: "cron(0/30 * * * ? *)",
        bad: "cron(0/7 * * * ? *)",
      },
      {
        at: "targets[].values",
        fact: "a target has one or more values",
        minItems: 1,
        source: api("ssm", "Target"),
        good: ["*"],
        bad: [],
      },
      {
        at: "targets[]",
        fact: "a target by InstanceIds has ids of instances, or *",
        when: { key: "InstanceIds" },
        properties: { "values[]": { pattern: "^(\\*|i-[0-9a-f]{8}|m?i-[0-9a-f]{17})$" } },
        source: measured,
        good: { key: "InstanceIds", values: ["i-0123456789abcdef0"] },
        bad: { key: "InstanceIds", values: ["web-1"] },
      },
      together(
        "documents of sessions are not associated",
        {
          properties: {
            name: {
              refersTo: {
                type: "aws:ssm/document:Document",
                fits: { properties: { documentType: { not: { const: "Session" } } } },
              },
            },
          },
          source: measured,
          beside: documents("Session"),
          links: { name: "document" },
        },
        every,
        { name: "command" },
        { name: "own" },
      ),
      together(
        "an automation with targets has automationTargetParameterName",
        {
          if: { required: ["targets[]"], not: { required: ["automationTargetParameterName"] } },
          then: {
            properties: {
              name: {
                refersTo: {
                  type: "aws:ssm/document:Document",
                  fits: { properties: { documentType: { not: { const: "Automation" } } } },
                },
              },
            },
          },
          source: measured,
          beside: documents("Automation"),
          links: { name: "document" },
        },
        every,
        { name: "command" },
        { name: "own" },
      ),
    ],
  },
  {
    type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
    source: api("ssm", "CreateMaintenanceWindow"),
    rows: [
      {
        at: "schedule",
        fact: "the fields of a schedule are in their ranges",
        format: "windowSchedule",
        source: associations,
        good: "cron(0 16 ? * TUE *)",
        bad: "cron(0 25 ? * TUE *)",
      },
      together(
        "a scheduleOffset goes with the nth weekday of a month",
        {
          when: { scheduleOffset: {} },
          properties: { schedule: { pattern: "[#L]" } },
          source: associations,
        },
        { ...window, scheduleOffset: 2 },
        { schedule: "cron(0 16 ? * TUE#2 *)" },
        { schedule: "cron(0 16 ? * TUE *)" },
      ),
      together(
        "a window begins before it ends",
        { ordered: [["startDate", "<", "endDate"]] },
        { ...window, schedule: "rate(7 days)", endDate: "2030-02-01T00:00:00Z" },
        { startDate: "2030-01-01T00:00:00Z" },
        { startDate: "2030-03-01T00:00:00Z" },
      ),
      ...["startDate", "endDate"].map((at) => ({
        at,
        fact: "a time has its zone",
        format: "zonedTime",
        source: measured,
        good: "2030-01-01T00:00:00Z",
        bad: "2030-01-01T00:00:00",
      })),
      {
        at: "scheduleTimezone",
        fact: "it is a zone of IANA",
        format: "timeZone",
        good: "Europe/Berlin",
        bad: "Mars/Base",
      },
    ],
  },
  {
    type: "aws:ssm/parameter:Parameter",
    source: api("ssm", "PutParameter"),
    rows: [
      {
        at: "allowedPattern",
        fact: "it is a regular expression",
        format: "javaPattern",
        good: "^[a-z]+$",
        bad: "[a",
      },
      {
        at: "name",
        fact: "a name has 1,011 characters at most, its ARN counted",
        maxLength: 1011,
        good: "/orders",
        bad: `/${"a".repeat(1011)}`,
      },
    ],
  },
];
