import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { estimateCost } from "../../../report/cost";
import { computeAmount, rateIn } from "../../../report/cost/price";
import { priceRecords } from "../../../report/cost/prices";

const page = readFileSync("docs/choosing.md", "utf8");
const hours = 730;

/** List price in us-east-1, in USD. */
function price(id: string, quantity: number): number {
  const record = priceRecords.find((each) => each.id === id);
  const rate = record && rateIn(record, "us-east-1");
  assert.ok(rate, id);
  return computeAmount(record, rate, quantity);
}

/** What the writes to a table cost in a month by the cost model. */
function writesCost(inputs: Record<string, unknown>, tableWrites: number): number {
  const type = "aws:dynamodb/table:Table";
  const table = { urn: `urn:pulumi:dev::p::${type}::it`, type, name: "it", component: false, inputs };
  const usage = { requests: 1, tableWrites, tableReads: 0, payloadKb: 1 };
  const { resources } = estimateCost({ resources: [table], region: "us-east-1", usage });
  const lines = resources.flatMap((each) => each.lines).filter(({ price: id }) => /^dynamodb\.write/.test(id));
  assert.equal(lines.length, 1);
  return lines[0]!.monthly;
}

const onDemand = (writes: number): number => writesCost({ billingMode: "PAY_PER_REQUEST" }, writes);
const provisioned = (writeCapacity: number, writes: number): number =>
  writesCost({ billingMode: "PROVISIONED", writeCapacity, readCapacity: 1 }, writes);

describe("what to choose, by the prices of the cost model", () => {
  it("says from which use provisioned capacity is cheaper than on-demand", () => {
    const perMonth = hours * 3600;
    assert.ok(page.includes(`${perMonth.toLocaleString("en-US")} times a month`));
    const [unit, sameByRequest] = [provisioned(1, perMonth), onDemand(perMonth)];
    const use = unit / sameByRequest;
    for (const text of [
      `${onDemand(1e6).toFixed(3)} USD a million`,
      `${unit.toFixed(2)} USD\na month`,
      `${((unit / perMonth) * 1e6).toFixed(2)} USD a million`,
      `**${Math.round(use * 100)} %**`,
    ])
      assert.ok(page.includes(text), text);
    const reads = price("dynamodb.readCapacity", hours) / price("dynamodb.reads", perMonth);
    assert.equal(Math.round(reads * 100), Math.round(use * 100), "reads break even at the same use");
  });

  for (const millions of [1, 10, 100])
    it(`compares both for ${millions} million writes a month`, () => {
      const writes = millions * 1e6;
      const units = Math.ceil(writes / (hours * 3600) / 0.7);
      // A tenth of a cent more, so that 0.625 is rounded as people round.
      const [one, other] = [onDemand(writes), provisioned(units, writes)].map((usd) => (usd + 1e-9).toFixed(2));
      assert.ok(page.includes(`| ${millions} | ${one} USD | ${other} USD |`), `${one}, ${other}`);
    });

  const figures: [string, number, number][] = [
    ["| a million requests | 3.50 USD |", price("apigateway.restRequests", 1e6), 3.5],
    ["| 1.00 USD |\n| take it for | API keys", price("apigateway.httpRequests", 1e6), 1],
    ["| 0.10 USD a million |", price("cloudfront.functions", 1e6), 0.1],
    ["| 0.60 USD a million, and", price("lambda.edgeRequests", 1e6), 0.6],
    ["| 1.20 USD: sent, received, deleted |", price("sqs.requests", 3e6), 1.2],
    ["| 0.50 USD |", price("sns.publishes", 1e6), 0.5],
    ["| 1.00 USD | 0.014 USD", price("eventbridge.customEvents", 1e6), 1],
    ["| 0.014 USD, and 11 USD a month for each shard |", price("kinesis.puts", 1e6), 0.014],
    ["11 USD a month for each shard", Math.round(price("kinesis.shards", hours)), 11],
    ["about 7.30 USD a month in each zone", price("network.endpoints", hours), 7.3],
    ["88 USD a month with the\nsmallest", Math.round(3 * price("dax.t3.small", hours)), 88],
    ["8 ACU are paid at least (88 USD a\nmonth)", Math.round(8 * price("rds.proxy", hours)), 88],
    ["serverless from 6 USD a month", Math.round(0.1 * price("elasticache.data", hours)), 6],
  ];
  for (const [text, computed, told] of figures)
    it(`gives the price of the records: ${text.replaceAll("\n", " ")}`, () => {
      assert.ok(page.includes(text));
      assert.equal(Number(computed.toFixed(3)), told);
    });
});
