import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const roleArn = "arn:aws:iam::111122223333:role/r";
const job = ofType("aws:glue/job:Job", { name: "orders", roleArn });
const runs = (name: string, more: Arguments = {}) => ({ command: { name, scriptLocation: "s3://b/a.py" }, ...more });
const workers = (workerType: string, numberOfWorkers = 2) => ({ workerType, numberOfWorkers });
const spark = (more: Arguments) => runs("glueetl", more);

const transform = ofType("aws:glue/mLTransform:MLTransform", {
  roleArn,
  inputRecordTables: [{ databaseName: "orders", tableName: "orders" }],
});
const matches = {
  parameters: { transformType: "FIND_MATCHES", findMatchesParameters: { primaryKeyColumnName: "id" } },
};

const trigger = ofType("aws:glue/trigger:Trigger", { name: "orders", actions: [{ jobName: "j" }] });
const after = (...conditions: readonly Arguments[]) => ({ type: "CONDITIONAL", predicate: { conditions } });
const done = { jobName: "other", state: "SUCCEEDED" };

/** Facts of jobs, transforms and triggers. */
export const glueJobs: FactsByName = {
  "glue-job-flex-command-name": job(
    "FLEX is of Spark",
    runs("pythonshell", { executionClass: "FLEX" }),
    spark({ executionClass: "FLEX" }),
  ),
  "glue-job-flex-worker-type": job(
    "FLEX has small workers",
    spark({ executionClass: "FLEX", ...workers("G.4X") }),
    spark({ executionClass: "FLEX", ...workers("G.2X") }),
  ),
  "glue-job-g025x-streaming-only": job(
    "a quarter streams",
    spark(workers("G.025X")),
    runs("gluestreaming", workers("G.025X")),
  ),
  "glue-job-glue-version-eol": job("a version is alive", spark({ glueVersion: "2.0" }), spark({ glueVersion: "5.0" })),
  "glue-job-maintenance-window-streaming-only": job(
    "a stream is maintained",
    spark({ maintenanceWindow: "Mon:10" }),
    runs("gluestreaming", { maintenanceWindow: "Mon:10" }),
  ),
  "glue-job-max-capacity-fractional": job(
    "Spark has whole units",
    spark({ maxCapacity: 2.5 }),
    spark({ maxCapacity: 2 }),
  ),
  "glue-job-max-capacity-with-worker-type": job(
    "units or workers",
    spark({ maxCapacity: 2, ...workers("G.1X") }),
    spark(workers("G.1X")),
  ),
  "glue-job-number-of-workers-min": job("two workers", spark(workers("G.1X", 1)), spark(workers("G.1X", 2))),
  "glue-job-pythonshell-max-capacity-values": job(
    "a shell is small",
    runs("pythonshell", { maxCapacity: 2 }),
    runs("pythonshell", { maxCapacity: 1 }),
  ),
  "glue-job-pythonshell-worker-type": job(
    "a shell has no workers",
    runs("pythonshell", workers("G.1X")),
    runs("pythonshell"),
  ),
  "glue-job-runtime-ray-only": job(
    "a runtime is of Ray",
    { command: { name: "glueetl", scriptLocation: "s3://b/a.py", runtime: "Ray2.4" } },
    { command: { name: "glueray", scriptLocation: "s3://b/a.py", runtime: "Ray2.4" } },
  ),
  "glue-job-timeout-max": job("a job ends", spark({ timeout: 10_081 }), spark({ timeout: 10_080 })),
  "glue-job-worker-type-and-number-of-workers": job(
    "workers are counted",
    spark({ workerType: "G.1X" }),
    spark(workers("G.1X")),
  ),
  "glue-job-worker-type-requires-glue-4": job(
    "large workers are new",
    spark({ glueVersion: "3.0", ...workers("R.1X") }),
    spark({ glueVersion: "4.0", ...workers("R.1X") }),
  ),
  "glue-job-z2x-ray-only": job("Z.2X is of Ray", spark(workers("Z.2X")), runs("glueray", workers("Z.2X"))),
  "glue-ml-transform-find-matches-parameters": transform(
    "matches have parameters",
    { parameters: { transformType: "FIND_MATCHES" } },
    matches,
  ),
  "glue-ml-transform-glue-version-eol": transform(
    "a transform is alive",
    { ...matches, glueVersion: "1.0" },
    { ...matches, glueVersion: "2.0" },
  ),
  "glue-ml-transform-max-capacity-with-worker-type": transform(
    "units or workers of a transform",
    { ...matches, maxCapacity: 10, ...workers("G.1X") },
    { ...matches, ...workers("G.1X") },
  ),
  "glue-ml-transform-worker-type-and-number-of-workers": transform(
    "workers of a transform are counted",
    { ...matches, workerType: "G.1X" },
    { ...matches, ...workers("G.1X") },
  ),
  "glue-trigger-action-job-or-crawler": trigger(
    "an action starts one",
    { type: "ON_DEMAND", actions: [{ jobName: "j", crawlerName: "c" }] },
    { type: "ON_DEMAND" },
  ),
  "glue-trigger-condition-crawl-state": trigger(
    "a crawl has ended",
    after({ crawlerName: "c", crawlState: "RUNNING" }),
    after({ crawlerName: "c", crawlState: "FAILED" }),
  ),
  "glue-trigger-condition-job-state": trigger("a job has ended", after({ ...done, state: "RUNNING" }), after(done)),
  "glue-trigger-conditional-requires-predicate": trigger("a condition is told", { type: "CONDITIONAL" }, after(done)),
  "glue-trigger-event-requires-workflow": trigger(
    "events are of a workflow",
    { type: "EVENT" },
    { type: "EVENT", workflowName: "w" },
  ),
  "glue-trigger-ondemand-start-on-creation": trigger(
    "a demand comes later",
    { type: "ON_DEMAND", startOnCreation: true },
    { type: "ON_DEMAND" },
  ),
  "glue-trigger-predicate-job-not-action-job": trigger(
    "a job does not follow itself",
    after({ ...done, jobName: "j" }),
    after(done),
  ),
  "glue-trigger-predicate-logical-required": trigger("conditions are joined", after(done, { ...done, jobName: "k" }), {
    type: "CONDITIONAL",
    predicate: { logical: "AND", conditions: [done, { ...done, jobName: "k" }] },
  }),
  "glue-trigger-schedule-day-of-month-or-week": trigger(
    "a trigger's day is of a month or a week",
    { type: "SCHEDULED", schedule: "cron(0 12 * * * *)" },
    { type: "SCHEDULED", schedule: "cron(0 12 * * ? *)" },
  ),
  "glue-trigger-scheduled-requires-schedule": trigger(
    "a schedule is told",
    { type: "SCHEDULED" },
    { type: "SCHEDULED", schedule: "cron(0 12 * * ? *)" },
  ),
};
