/**
 * AWS's documented limits as data, and its grammars of schedules and (in routes.ts) of routes: no import beyond this folder, so that components,
 * rules, docs and reports can all read the same figures at no cost.
 */
import { backup } from "./backup";
import { serverlessConnections } from "./connections";
import { dax } from "./dax";
import { dynamodb } from "./dynamodb";
import { elasticache } from "./elasticache";
import { eventSource } from "./eventSource";
import { apigateway } from "./apigateway";
import { type ClockChange, clockChangeRuns } from "./clockChanges";
import { cloudwatch } from "./cloudwatch";
import { cloudfront } from "./cloudfront";
import { cognito } from "./cognito";
import { eventbridge, scheduler } from "./events";
import { kinesis } from "./kinesis";
import { kms } from "./kms";
import { lambda, reservedEnvironmentNames } from "./lambda";
import { type Limit, type Source } from "./limit";
import { sns, sqs } from "./messaging";
import { rds } from "./rds";
import { rdsEvents } from "./rdsEvents";
import { type Runtime, runtimes, runtimesChecked, runtimesPage } from "./runtimes";
import { secretsmanager } from "./secretsmanager";
import {
  isTimezone,
  parseSchedule,
  type Cron,
  type CronField,
  type Schedule,
  scheduleError,
  schedulePages,
  type ScheduleProblem,
} from "./schedule";
import { longestPauseMinutes, runsPerMonth } from "./scheduleRuns";
import { iam, logs, s3 } from "./storage";
import { states } from "./states";
import { wafv2 } from "./wafv2";

export {
  clockChangeRuns,
  isTimezone,
  longestPauseMinutes,
  parseSchedule,
  reservedEnvironmentNames,
  runsPerMonth,
  runtimesChecked,
  runtimesPage,
  scheduleError,
  schedulePages,
  serverlessConnections,
};
export type { ClockChange, Cron, CronField, Limit, Runtime, Schedule, ScheduleProblem, Source };

/** Every limit record by service and name, and the dated table of Lambda runtimes. */
export const limits = {
  lambda,
  apigateway,
  kinesis,
  scheduler,
  eventbridge,
  sqs,
  sns,
  logs,
  s3,
  iam,
  dynamodb,
  dax,
  elasticache,
  eventSource,
  backup,
  cognito,
  kms,
  cloudwatch,
  secretsmanager,
  states,
  rds,
  rdsEvents,
  cloudfront,
  wafv2,
  runtimes,
} as const;

/** The limit records as one list, in the order of the documentation. */
export const limitRecords: readonly Limit[] = [
  ...Object.values(lambda),
  ...Object.values(eventSource),
  ...Object.values(apigateway),
  ...Object.values(kinesis),
  ...Object.values(scheduler),
  ...Object.values(eventbridge),
  ...Object.values(sqs),
  ...Object.values(sns),
  ...Object.values(logs),
  ...Object.values(s3),
  ...Object.values(iam),
  ...Object.values(dynamodb),
  ...Object.values(dax),
  ...Object.values(elasticache),
  ...Object.values(backup),
  ...Object.values(cognito),
  ...Object.values(kms),
  ...Object.values(cloudwatch),
  ...Object.values(secretsmanager),
  ...Object.values(states),
  ...Object.values(rds),
  ...Object.values(rdsEvents),
  ...Object.values(cloudfront),
  ...Object.values(wafv2),
];
