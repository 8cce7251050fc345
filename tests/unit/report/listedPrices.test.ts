import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { estimateCost, ListedPricesError, readListedPrices } from "../../../report/cost";
import { writeListedPrices } from "../../../report/cost/listed";
import { offers, readOffer } from "../../../report/cost/offers/readOffer";

/** A row of a price list as AWS writes it, as far as it is read. */
interface Listed {
  usageType: string;
  usd: number;
  from?: string;
  to?: string;
  sku?: string;
  term?: string;
  [column: string]: string | number | undefined;
}

const headings = [
  ...["SKU", "OfferTermCode", "RateCode", "TermType", "PriceDescription", "EffectiveDate", "StartingRange"],
  ...["EndingRange", "Unit", "PricePerUnit", "Currency", "Product Family", "serviceCode", "Location", "usageType"],
  ...["operation", "Group", "Queue Type", "Database Engine", "Deployment Option", "Region Code"],
];

/** An offer file in the form of AWS's, made for the test. */
function offerFile(rows: readonly Listed[]): string {
  const quoted = (cells: readonly (string | undefined)[]) => cells.map((cell) => JSON.stringify(cell ?? "")).join(",");
  const lines = rows.map(({ usd, from = "0", to = "Inf", sku, term = "OnDemand", ...columns }) => {
    const row: Record<string, string | number | undefined> = {
      ...columns,
      SKU: sku ?? columns.usageType,
      TermType: term,
    };
    Object.assign(row, { StartingRange: from, EndingRange: to, PricePerUnit: usd.toFixed(10), Currency: "USD" });
    return quoted(headings.map((heading) => row[heading]?.toString()));
  });
  const about = [
    ["FormatVersion", "v1.0"],
    ["Disclaimer", "This pricing list is for informational purposes only."],
    ["Publication Date", "2026-11-25T18:29:41Z"],
    ["Version", "20261125182941"],
    ["OfferCode", "AWSLambda"],
  ];
  return [...about.map(quoted), quoted(headings), ...lines].join("\n");
}
const request = { usageType: "USW2-Request", Group: "AWS-Lambda-Requests", usd: 0.0000002 };
const read = (rows: readonly Listed[], offer: string, region = "us-west-2") =>
  readOffer(Readable.from([offerFile(rows)]), offer, region);

describe("AWS's price lists", () => {
  it("give the price of a Region, for as many units as AWS's page says, with the month of the list", async () => {
    const { rates, odd } = await read([request, { ...request, usageType: "USW2-Request-ARM", usd: 9 }], "AWSLambda");
    assert.deepEqual(
      [...rates],
      [
        [
          "lambda.requests",
          { regions: ["us-west-2"], tiers: [{ usd: 0.2 }], source: "AWS's price list", checked: "2026-11" },
        ],
      ],
    );
    assert.deepEqual(odd, []);
  });

  it("give tiers in their order, without the free one, which is counted once for the account", async () => {
    const storage = { usageType: "EUC1-TimedStorage-ByteHrs" };
    const { rates } = await read(
      [
        { ...storage, usd: 0.306, from: "25" },
        { ...storage, usd: 0, to: "25" },
      ],
      "AmazonDynamoDB",
    );
    assert.deepEqual(rates.get("dynamodb.storage")?.tiers, [{ usd: 0.306 }]);
    const rest = { usageType: "EUC1-ApiGatewayRequest" };
    const tiers = await read(
      [
        { ...rest, usd: 0.0000028, from: "333000000" },
        { ...rest, usd: 0.0000037, to: "333000000" },
      ],
      "AmazonApiGateway",
    );
    assert.deepEqual(tiers.rates.get("apigateway.restRequests")?.tiers, [{ upTo: 333e6, usd: 3.7 }, { usd: 2.8 }]);
  });

  it("are not taken for another class, for a reservation, or for two products at once", async () => {
    const { rates, odd } = await read(
      [
        { usageType: "IA-WriteRequestUnits", usd: 0.00000078 },
        { usageType: "USW2-IA-TimedStorage-ByteHrs", usd: 0.1 },
        { usageType: "USW2-WriteCapacityUnit-Hrs", usd: 0.0001, term: "Reserved" },
        { usageType: "USW2-ReadRequestUnits", usd: 0.000000125, sku: "A" },
        { usageType: "USW2-ReadRequestUnits", usd: 0.000000125, sku: "B" },
      ],
      "AmazonDynamoDB",
    );
    assert.deepEqual([...rates.keys()], ["dynamodb.writesIa", "dynamodb.storageIa"]);
    assert.deepEqual(odd, ["dynamodb.reads"]);
  });

  it("leave the recorded price where theirs is of another order, has a gap, or stands in another group", async () => {
    const { rates, odd } = await read([{ ...request, usd: 0.0002 }], "AWSLambda");
    assert.deepEqual([rates.size, odd], [0, ["lambda.requests"]]);
    const gap = await read([{ ...request, from: "1000000" }], "AWSLambda");
    assert.deepEqual([gap.rates.size, gap.odd], [0, ["lambda.requests"]]);
    const regrouped = await read([{ ...request, Group: "Requests" }], "AWSLambda");
    assert.deepEqual([regrouped.rates.size, regrouped.odd], [0, ["lambda.requests"]]);
  });

  it("are refused where they are something else", async () => {
    await assert.rejects(
      readOffer(Readable.from(["<html>\n"]), "AWSLambda", "us-west-2"),
      /has the format of no price list, not v1\.0/,
    );
    const renamed = offerFile([request]).replace('"usageType"', '"UsageType"');
    await assert.rejects(readOffer(Readable.from([renamed]), "AWSLambda", "us-west-2"), {
      name: "OfferError",
      message: "the price list of AWSLambda in us-west-2 has no column usageType",
    });
  });

  it("are refused where their connection breaks, rather than read in part", async () => {
    async function* broken() {
      yield offerFile([request]);
      await Promise.reject(new Error("socket hang up"));
    }
    await assert.rejects(readOffer(Readable.from(broken()), "AWSLambda", "us-west-2"), {
      name: "OfferError",
      message: "the price list of AWSLambda in us-west-2 cannot be read: socket hang up",
    });
  });

  it("price a Region that no price was recorded for, and come before the recorded ones", async () => {
    const { rates } = await read(
      [request, { usageType: "USW2-Lambda-GB-Second", Group: "AWS-Lambda-Duration", usd: 0.00002 }],
      "AWSLambda",
    );
    const listed = new Map([...rates].map(([id, rate]) => [id, new Map([["us-west-2", rate]])]));
    const again = readListedPrices(writeListedPrices("a test", listed));
    const resources = [
      { urn: "u", type: "aws:lambda/function:Function", name: "f", component: false, inputs: { memorySize: 1024 } },
    ];
    const cost = (region: string, given?: typeof again) =>
      estimateCost({ resources, region, usage: { requests: 1e6, durationMs: 100 }, listed: given });
    assert.equal(cost("us-west-2").monthly, 0);
    assert.ok(cost("us-west-2").notPriced.length > 0);
    // 1,000,000 requests at 0.20 USD, and 100,000 GB-s at 0.00002 USD.
    assert.equal(cost("us-west-2", again).monthly.toFixed(4), (0.2 + 2).toFixed(4));
    assert.equal(cost("us-west-2", again).notPriced.length, 0);
    assert.equal(cost("us-east-1", again).monthly, cost("us-east-1").monthly);
  });

  it("are refused as a file with what is wrong in it, and what to do", () => {
    const of = (prices: object) => () => readListedPrices(JSON.stringify({ source: "s", prices }));
    assert.throws(() => readListedPrices("{"), ListedPricesError);
    assert.throws(of({ "lambda.requests": { "us-west-2": { tiers: [{ usd: -1 }], checked: "2026-11" } } }), /usd/);
    assert.throws(
      of({ "lambda.reqests": {} }),
      /no price is called lambda\.reqests. Fix: make it anew with the command prices/,
    );
  });
});

describe("headroom prices", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-prices-"));
  const project = path.join(folder, "project");
  after(() => rmSync(folder, { recursive: true }));

  const prices = (...args: string[]) =>
    spawnSync(process.execPath, [path.resolve("tool/headroom.mjs"), "prices", ...args], {
      cwd: project,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });

  before(() => {
    mkdirSync(project, { recursive: true });
    writeFileSync(path.join(project, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    for (const offer of offers) {
      const place = path.join(folder, "offers", "v1.0", "aws", offer);
      const regions = ["us-west-2", "ap-south-1", "us-west-2-lax-1"].map((regionCode) => {
        const currentVersionUrl = `/offers/v1.0/aws/${offer}/2026/${regionCode}/index.json`;
        mkdirSync(path.join(place, "2026", regionCode), { recursive: true });
        const rows = offer === "AWSLambda" ? [{ ...request, usageType: "APS3-Request" }] : [];
        writeFileSync(path.join(place, "2026", regionCode, "index.csv"), offerFile(rows));
        return [regionCode, { regionCode, currentVersionUrl }] as const;
      });
      mkdirSync(path.join(place, "current"), { recursive: true });
      writeFileSync(
        path.join(place, "current", "region_index.json"),
        JSON.stringify({ formatVersion: "v1.0", regions: Object.fromEntries(regions) }),
      );
    }
  });

  it("reads all Regions of all services into a file of the project, and says what is in it", () => {
    const { status, stdout, stderr } = prices("--from", folder, "--json");
    assert.equal(status, 0, stderr);
    const { prices: number, regions } = JSON.parse(stdout) as { prices: number; regions: string[] };
    assert.deepEqual([number, regions], [1, ["ap-south-1", "us-west-2"]]);
    const listed = readListedPrices(readFileSync(path.join(project, "headroom.prices.json"), "utf8"));
    assert.deepEqual(listed.get("lambda.requests")?.get("ap-south-1")?.tiers, [{ usd: 0.2 }]);
  });

  it("ends with one line where a Region or a file is not there, and where nothing answers", () => {
    const wrong = prices("--from", folder, "--region", "mars-1");
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /--region mars-1: AWS lists no such Region\. Regions: us-west-2, ap-south-1\./);
    assert.match(prices("--from", project).stderr, /there is no .*region_index\.json/);
    const page = path.join(project, "offers", "v1.0", "aws", offers[0]!, "current");
    mkdirSync(page, { recursive: true });
    writeFileSync(path.join(page, "region_index.json"), "<html>Sign in</html>");
    assert.match(
      prices("--from", project).stderr,
      /^headroom: .*region_index\.json is no index of AWS's price list\.$/m,
    );
    const closed = prices("--from", "http://127.0.0.1:9");
    assert.equal(closed.status, 1);
    assert.match(
      closed.stderr,
      /AWS's price lists cannot be reached: http:\/\/127\.0\.0\.1:9\/offers.*Fix: allow it, or give --from/,
    );
  });
});
