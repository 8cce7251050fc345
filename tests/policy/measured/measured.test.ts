import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { policyServer } from "../expectations";
import { type Made, sentAs } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { athena } from "./athena";
import { apigw } from "./apigw";
import { apigwv2 } from "./apigwv2";
import { cloudfront } from "./cloudfront";
import { docdb } from "./docdb";
import { dynamodb } from "./dynamodb";
import { iam } from "./iam";
import { kinesis } from "./kinesis";
import { kms } from "./kms";
import { lambda } from "./lambda";
import { memorydb } from "./memorydb";
import { neptune } from "./neptune";
import { rds } from "./rds";
import { redshift } from "./redshift";
import { route53 } from "./route53";
import { s3 } from "./s3";
import { secretsmanager } from "./secretsmanager";
import { sfn } from "./sfn";
import { sns } from "./sns";
import { sqs } from "./sqs";

/** What `policy/constraints/measured` says is found, by service. */
const services: Readonly<Record<string, FactsByName>> = {
  athena,
  apigw,
  apigwv2,
  cloudfront,
  docdb,
  dynamodb,
  iam,
  kinesis,
  kms,
  lambda,
  memorydb,
  neptune,
  rds,
  redshift,
  route53,
  s3,
  secretsmanager,
  sfn,
  sns,
  sqs,
};

const directory = join(__dirname, "../../../policy/constraints/measured");

const outcomes: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  readdirSync(directory)
    .filter((file) => file.endsWith(".json"))
    .map((file) => [
      file.replace(".json", ""),
      JSON.parse(readFileSync(join(directory, file), "utf8")) as Record<string, string>,
    ]),
);

async function stops(made: readonly Made[]): Promise<readonly string[]> {
  const { violations } = await (await policyServer()).run(sentAs(made));
  return violations.filter(({ mandatory }) => mandatory).map(({ message }) => message);
}

describe("facts that a peer measured on AWS", () => {
  for (const [service, outcome] of Object.entries(outcomes)) {
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
