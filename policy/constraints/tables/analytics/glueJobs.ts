import { type Row, type TypeRows } from "../../schema";
import { at, bars, narrows, needs, says } from "../given";
import { page } from "../pages";

const web = (what: string) => page(`glue/latest/dg/aws-glue-api-${what}`);
const ends = { source: page("glue/latest/dg/glue-version-support-policy") };
const types = { source: page("glue/latest/dg/worker-types") };
const spark = ["glueetl", "gluestreaming"];
const large = ["G.12X", "G.16X", "R.1X", "R.2X", "R.4X", "R.8X"];
/** A day is of the month or of the week. */
const cron = "^cron\\(\\S+ \\S+ (\\? \\S+ (?!\\?)\\S+|(?!\\?)\\S+ \\S+ \\?) \\S+\\)$";

const jobs: readonly Row[] = [
  narrows(
    "flexible jobs have workers of G.1X or G.2X",
    { executionClass: "FLEX" },
    "workerType",
    { enum: ["G.1X", "G.2X"] },
    ["G.1X", "G.4X"],
  ),
  narrows(
    "Spark has a version of Glue that has not come to its end",
    { "command.name": spark },
    "glueVersion",
    { not: { enum: ["0.9", "1.0", "2.0"] } },
    ["5.0", "1.0"],
    ends,
  ),
  bars(
    "a window of maintenance is of streams",
    { "command.name": ["glueetl", "pythonshell", "glueray"] },
    { maintenanceWindow: "Mon:10" },
  ),
  narrows("Spark has whole units", { "command.name": spark }, "maxCapacity", { multipleOf: 1 }, [2, 2.5]),
  narrows("Spark has two workers or more", { "command.name": spark }, "numberOfWorkers", { minimum: 2 }, [2, 1]),
  bars(
    "a runtime is of Ray",
    { "command.name": ["glueetl", "gluestreaming", "pythonshell"] },
    { "command.runtime": "Ray2.4" },
  ),
  bars("a job of Ray has workers, no maxCapacity", { "command.name": "glueray" }, { maxCapacity: 2 }),
  says(
    "workers of Spark have a number",
    { when: { "command.name": spark }, dependentRequired: { workerType: ["numberOfWorkers"] } },
    { "command.name": "glueetl", workerType: "G.1X", numberOfWorkers: 2 },
    { "command.name": "glueetl", workerType: "G.1X" },
  ),
  narrows(
    "large workers are of Glue 4.0 and later",
    { workerType: large },
    "glueVersion",
    { not: { enum: ["0.9", "1.0", "2.0", "3.0"] } },
    ["4.0", "3.0"],
    types,
  ),
];

const triggers: readonly Row[] = [
  at(
    "actions[]",
    "an action starts a job or a crawler",
    { requiredXor: ["jobName", "crawlerName"] },
    { jobName: "j" },
    { jobName: "j", crawlerName: "c" },
  ),
  at(
    "predicate.conditions[].crawlState",
    "a trigger waits for a crawl that succeeds, fails or is cancelled",
    { enum: ["SUCCEEDED", "FAILED", "CANCELLED"] },
    "FAILED",
    "RUNNING",
  ),
  at(
    "predicate.conditions[].state",
    "a trigger waits for a job that succeeds, stops, fails or takes too long",
    { enum: ["SUCCEEDED", "STOPPED", "FAILED", "TIMEOUT"] },
    "FAILED",
    "RUNNING",
  ),
  bars(
    "a trigger without a schedule has none",
    { type: ["CONDITIONAL", "ON_DEMAND", "EVENT"] },
    { schedule: "cron(0 12 * * ? *)" },
    { level: "advisory" },
  ),
  at(
    "schedule",
    "a schedule is cron(…) of six fields, of which the day of the month or of the week is ?",
    { pattern: cron, source: page("glue/latest/dg/monitor-data-warehouse-schedule") },
    "cron(0 12 * * ? *)",
    "cron(0 12 * * * *)",
  ),
  says(
    "a trigger does not wait for what it starts",
    { join: "triggerOfItself", when: { type: "CONDITIONAL" } },
    {
      type: "CONDITIONAL",
      actions: [{ jobName: "a" }],
      predicate: { conditions: [{ jobName: "b", state: "SUCCEEDED" }] },
    },
    {
      type: "CONDITIONAL",
      actions: [{ jobName: "a" }],
      predicate: { conditions: [{ jobName: "a", state: "SUCCEEDED" }] },
    },
  ),
];

/** What Glue refuses of jobs, triggers, transforms and workflows. */
export const glueJobs: readonly TypeRows[] = [
  { type: "aws:glue/job:Job", source: web("jobs-job"), rows: jobs },
  { type: "aws:glue/trigger:Trigger", source: web("jobs-trigger"), rows: triggers },
  {
    type: "aws:glue/mLTransform:MLTransform",
    source: web("machine-learning-api"),
    rows: [
      needs(
        "a transform that finds matches has their parameters",
        { "parameters.transformType": "FIND_MATCHES" },
        { "parameters.findMatchesParameters": { primaryKeyColumnName: "id" } },
      ),
      at("glueVersion", "a transform has Glue 2.0 or later", { not: { enum: ["0.9", "1.0"] } }, "2.0", "1.0"),
    ],
  },
  {
    type: "aws:glue/workflow:Workflow",
    source: web("workflow"),
    rows: [at("maxConcurrentRuns", "a workflow runs once or more at a time", { minimum: 1 }, 1, 0)],
  },
  {
    type: "aws:glue/devEndpoint:DevEndpoint",
    source: web("dev-endpoint"),
    rows: [at("numberOfNodes", "an endpoint has two nodes or more", { minimum: 2 }, 2, 1)],
  },
];
