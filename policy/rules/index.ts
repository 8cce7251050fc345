import { type Rule, unreleased } from "../frame/rule";
import * as access from "./access";
import * as acm from "./acm";
import * as apigateway from "./apigateway";
import * as appsync from "./appsync";
import * as backup from "./backup";
import * as cloudfront from "./cloudfront";
import * as cloudwatch from "./cloudwatch";
import * as cognito from "./cognito";
import * as dax from "./dax";
import * as dynamodb from "./dynamodb";
import * as ec2 from "./ec2";
import * as ecs from "./ecs";
import * as elasticache from "./elasticache";
import * as eventbridge from "./eventbridge";
import * as governance from "./governance";
import * as iam from "./iam";
import * as kinesis from "./kinesis";
import * as kms from "./kms";
import * as lambda from "./lambda";
import * as logs from "./logs";
import * as rds from "./rds";
import * as s3 from "./s3";
import * as scheduler from "./scheduler";
import * as secretsmanager from "./secretsmanager";
import * as sns from "./sns";
import * as sqs from "./sqs";
import * as ssm from "./ssm";
import * as states from "./states";
import * as waf from "./waf";
import * as wiring from "./wiring";
import dates from "./dates.json";
import { constraintRules } from "../constraints/rules";
import { nearLimit } from "./governance/near-limit";

/** The rules of each service: tables of rows, and a file for each rule with logic of its own. */
const services: readonly Record<string, Rule | readonly Rule[]>[] = [
  access,
  acm,
  apigateway,
  appsync,
  backup,
  cloudfront,
  cloudwatch,
  cognito,
  dax,
  dynamodb,
  ec2,
  ecs,
  elasticache,
  eventbridge,
  governance,
  iam,
  kinesis,
  kms,
  lambda,
  logs,
  rds,
  s3,
  scheduler,
  secretsmanager,
  sns,
  sqs,
  ssm,
  states,
  waf,
  wiring,
];

/** The rules that watch one matter each, sorted by identifier. */
const single = services.flatMap((service) => Object.values(service).flat());
const baseRules: readonly Rule[] = [...single, ...constraintRules(single)].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The day on which each rule was first in the pack. */
const firstDays = new Map(Object.entries(dates).flatMap(([day, ids]) => ids.map((id) => [id, day] as const)));

/** All rules, in the order of the documentation. */
export const rules: readonly Rule[] = [...baseRules, nearLimit(baseRules)].map((rule) =>
  Object.assign(rule, { since: firstDays.get(rule.id) ?? unreleased }),
);
