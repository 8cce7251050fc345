import assert from "node:assert/strict";
import { readOutcomes } from "../../../policy/constraints/measured/page";
import { policyServer } from "../expectations";
import { type Made, sentAs } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { asg } from "./asg";
import { athena } from "./athena";
import { apigw } from "./apigw";
import { apigwv2 } from "./apigwv2";
import { appsync } from "./appsync";
import { cloudfront } from "./cloudfront";
import { cloudwatch } from "./cloudwatch";
import { cognito } from "./cognito";
import { docdb } from "./docdb";
import { dynamodb } from "./dynamodb";
import { ec2 } from "./ec2";
import { ecs } from "./ecs";
import { elasticache } from "./elasticache";
import { elbv2 } from "./elbv2";
import { events } from "./events";
import { firehose } from "./firehose";
import { iam } from "./iam";
import { kinesis } from "./kinesis";
import { kms } from "./kms";
import { lambda } from "./lambda";
import { logs } from "./logs";
import { pipes } from "./pipes";
import { memorydb } from "./memorydb";
import { neptune } from "./neptune";
import { rds } from "./rds";
import { redshift } from "./redshift";
import { route53 } from "./route53";
import { s3 } from "./s3";
import { scheduler } from "./scheduler";
import { secretsmanager } from "./secretsmanager";
import { sfn } from "./sfn";
import { sns } from "./sns";
import { sqs } from "./sqs";
import { ssm } from "./ssm";
import { wafv2 } from "./wafv2";

/** What `policy/constraints/measured` says is found, by service. */
const services: Readonly<Record<string, FactsByName>> = {
  asg,
  athena,
  apigw,
  apigwv2,
  appsync,
  cloudfront,
  cloudwatch,
  cognito,
  docdb,
  dynamodb,
  ec2,
  ecs,
  elasticache,
  elbv2,
  events,
  firehose,
  iam,
  kinesis,
  kms,
  lambda,
  logs,
  pipes,
  memorydb,
  neptune,
  rds,
  redshift,
  route53,
  s3,
  scheduler,
  secretsmanager,
  sfn,
  sns,
  sqs,
  ssm,
  wafv2,
};

async function stops(made: readonly Made[]): Promise<readonly string[]> {
  const { violations } = await (await policyServer()).run(sentAs(made));
  return violations.filter(({ mandatory }) => mandatory).map(({ message }) => message);
}

describe("facts that a peer measured on AWS", () => {
  for (const [service, outcome] of readOutcomes()) {
    const facts = services[service] ?? {};
    const found = Object.keys(outcome).filter((name) => outcome[name] === "found");

    it(`${service}: each fact is found, or has its reason`, () => {
      assert.deepEqual(Object.keys(facts).sort(), found.sort());
      for (const [name, reason] of Object.entries(outcome)) {
        assert.ok(reason === "found" || reason.length > 12, `${name} has no reason`);
      }
    });

    for (const [name, { fact, bad, good }] of Object.entries(facts)) {
      it(`${service}: ${fact}`, async () => {
        assert.deepEqual(await stops(good), [], `${name}: what AWS takes is stopped`);
        assert.notDeepEqual(await stops(bad), [], `${name}: what AWS refuses passes`);
      });
    }
  }
});
