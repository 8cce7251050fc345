import type * as sdk from "@aws-sdk/client-cloudfront";
import assert from "node:assert/strict";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { moveClock } from "../../../local/emulator/clock";
import { document, shared } from "./cloud";
import { cachingDisabled, Edge } from "./edge";

describe("what a distribution on the emulator delivers", function () {
  this.timeout(60_000);
  let edge: Edge;
  shared(Edge, (started) => (edge = started));
  beforeEach(() => edge.reset());

  describe("comes from the second origin of a group", () => {
    const group = (...Items: number[]): Partial<sdk.DistributionConfig> => ({
      Origins: {
        Quantity: 3,
        Items: [
          { ...edge.httpOrigin("first", "localhost"), OriginPath: "/first" },
          { ...edge.httpOrigin("second", "localhost"), OriginPath: "/second" },
          { ...edge.httpOrigin("nobody", "nobody.invalid") },
        ],
      },
      OriginGroups: {
        Quantity: 2,
        Items: ["first", "nobody"].map((OriginId) => ({
          Id: `${OriginId}-or-second`,
          FailoverCriteria: { StatusCodes: { Quantity: Items.length, Items } },
          Members: { Quantity: 2, Items: [{ OriginId }, { OriginId: "second" }] },
        })),
      },
    });
    const make = async (TargetOriginId: string, ...codes: number[]) =>
      (await edge.create({ TargetOriginId, CachePolicyId: cachingDisabled }, group(...codes))).host;

    it("where the first one's status is one of the group's", async () => {
      const host = await make("first-or-second", 500, 404);
      edge.answers = (url) => ({ status: url.startsWith("/first/broken") ? 500 : 200 });
      assert.deepEqual(await edge.said(host, "/whole"), [200, "Miss from cloudfront", "/first/whole"]);
      assert.deepEqual(await edge.said(host, "/broken"), [200, "Miss from cloudfront", "/second/broken"]);
      edge.answers = (url) => ({ status: url.startsWith("/first/busy") ? 503 : 200 });
      assert.equal((await edge.visit(host, "/busy")).status, 503);
    });

    it("for requests that only read", async () => {
      const host = await make("first-or-second", 500);
      edge.answers = (url) => ({ status: url.startsWith("/first") ? 500 : 200 });
      assert.equal((await edge.visit(host, "/a", { method: "POST", body: "a" })).status, 500);
    });

    it("where nobody is at the first one, and the group takes 503 for that", async () => {
      assert.deepEqual((await edge.said(await make("nobody-or-second", 503), "/a"))[2], "/second/a");
      assert.equal((await edge.visit(await make("nobody-or-second", 500), "/a")).status, 502);
    });
  });

  describe("is compressed", () => {
    const large = "word ".repeat(400);
    const headers = { "content-type": "text/plain; charset=utf-8", etag: '"tag"' };
    const asked = { headers: { "accept-encoding": "br;q=0.9, gzip" } };
    const encoding = async (host: string, path = "/", ask: Parameters<Edge["visit"]>[2] = asked) =>
      (await edge.visit(host, path, ask)).headers["content-encoding"];

    it("where the behaviour, its cache policy and the visitor say so, from the cache too", async () => {
      edge.answers = () => ({ headers, body: large });
      const { host } = await edge.create({ Compress: true });
      for (const cached of ["Miss from cloudfront", "Hit from cloudfront"]) {
        const { headers: found, bytes } = await edge.visit(host, "/", asked);
        assert.equal(brotliDecompressSync(bytes).toString(), large);
        const { etag, vary } = found;
        assert.deepEqual(
          [found["x-cache"], found["content-encoding"], etag, vary],
          [cached, "br", 'W/"tag"', "Accept-Encoding"],
        );
        assert.ok(Number(found["content-length"]) < large.length / 10);
      }
      assert.deepEqual(await edge.said(host, "/"), [200, "Hit from cloudfront", large]);
      for (const [accepted, expected] of [
        ["gzip", "gzip"],
        ["br;q=0, gzip", "gzip"],
        ["gzip;q=0", undefined],
      ] as const)
        assert.equal(await encoding(host, "/", { headers: { "accept-encoding": accepted } }), expected, accepted);
      assert.equal(await encoding((await edge.create({ Compress: false })).host), undefined);
      const disabled = await edge.create({ Compress: true, CachePolicyId: cachingDisabled });
      assert.equal(await encoding(disabled.host), undefined);
    });

    it("from 1,000 bytes on, of the types that CloudFront compresses, and not twice", async () => {
      const { host } = await edge.create({ Compress: true });
      const answers: { [path: string]: ReturnType<Edge["answers"]> } = {
        "/small": { headers, body: "a".repeat(999) },
        "/image": { headers: { "content-type": "image/png" }, body: large },
        "/packed": { headers: { ...headers, "content-encoding": "deflate" }, body: large },
        "/error": { headers, body: large, status: 500 },
        "/missing": { headers, body: large, status: 404 },
      };
      edge.answers = (url) => answers[url] ?? {};
      const found = [];
      for (const path of Object.keys(answers)) found.push(await encoding(host, path));
      assert.deepEqual(found, [undefined, undefined, "deflate", undefined, "br"]);
    });
  });

  describe("is in its access log", () => {
    /** The texts of a bucket's objects, by their keys, after a while. */
    async function written(Bucket: string) {
      await moveClock(edge.cloud.emulator.endpoint, 1);
      const { Contents = [] } = await edge.aws.s3.listObjectsV2({ Bucket });
      const texts: { [key: string]: string } = {};
      for (const { Key = "" } of Contents) {
        const { Body } = await edge.aws.s3.getObject({ Bucket, Key });
        texts[Key] = gunzipSync((await Body?.transformToByteArray()) ?? Buffer.of()).toString();
      }
      return texts;
    }

    it("by its own configuration, in the form of W3C", async () => {
      await edge.aws.s3.createBucket({ Bucket: "own-logs" });
      const Logging = { Enabled: true, IncludeCookies: false, Bucket: "own-logs.s3.amazonaws.com", Prefix: "site/" };
      const { host, id } = await edge.create({}, { Logging });
      edge.answers = () => ({ headers: { "content-type": "text/plain" }, body: "hello" });
      await edge.visit(host, "/page?a=1", { headers: { "user-agent": "a browser", referer: "https://example.com/" } });
      await edge.visit(host, "/page?a=1");
      const [[key, text] = ["", ""]] = Object.entries(await written("own-logs"));
      assert.match(key, new RegExp(`^site/${id}\\.\\d{4}-\\d\\d-\\d\\d-\\d\\d\\.[0-9a-f]{8}\\.gz$`));
      const [version, fields = "", ...rows] = text.trimEnd().split("\n");
      assert.equal(version, "#Version: 1.0");
      const names = fields.replace("#Fields: ", "").split(" ");
      assert.equal(names.length, 33);
      const lines = rows.map((row) => new Map(row.split("\t").map((value, index) => [names[index], value])));
      const told = ["cs-method", "cs(Host)", "cs-uri-stem", "cs-uri-query", "sc-status", "x-edge-result-type"];
      assert.deepEqual(
        lines.map((line) => told.map((name) => line.get(name))),
        ["Miss", "Hit"].map((result) => ["GET", host, "/page", "a=1", "200", result]),
      );
      assert.deepEqual(
        [lines[0]?.get("cs(User-Agent)"), lines[0]?.get("cs(Referer)")],
        ["a%20browser", "https://example.com/"],
      );
      assert.deepEqual(
        [lines[0]?.get("c-ip"), lines[0]?.get("sc-bytes"), lines[0]?.get("cs(Cookie)")],
        ["127.0.0.1", "5", "-"],
      );
    });

    it("by a delivery, with its fields, where the bucket's policy lets CloudWatch Logs write", async () => {
      const { arn, host, id } = await edge.create({});
      const { logs, s3 } = edge.aws;
      const { deliverySource } = await logs.putDeliverySource({
        name: "visits",
        logType: "ACCESS_LOGS",
        resourceArn: arn,
      });
      for (const Bucket of ["open-logs", "closed-logs"]) {
        await s3.createBucket({ Bucket });
        const { deliveryDestination } = await logs.putDeliveryDestination({
          name: Bucket,
          outputFormat: "json",
          deliveryDestinationConfiguration: { destinationResourceArn: `arn:aws:s3:::${Bucket}` },
        });
        await logs.createDelivery({
          deliverySourceName: "visits",
          deliveryDestinationArn: deliveryDestination?.arn,
          recordFields: ["cs-uri-stem", "sc-status"],
        });
      }
      const Policy = document({
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::open-logs/*",
        Condition: {
          StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" },
          ArnEquals: { "aws:SourceArn": deliverySource?.arn },
        },
      });
      await s3.putBucketPolicy({ Bucket: "open-logs", Policy });
      await edge.visit(host, "/page");
      const [[key, text] = ["", ""]] = Object.entries(await written("open-logs"));
      assert.match(key, new RegExp(`^AWSLogs/000000000000/CloudFront/${id}\\.`));
      assert.deepEqual(JSON.parse(text), { "cs-uri-stem": "/page", "sc-status": "200" });
      assert.deepEqual(await written("closed-logs"), {});
      await edge.cloud.logged(/delivery\.logs\.amazonaws\.com may not s3:PutObject \S*closed-logs/);
    });
  });

  it("is counted, with the rate of its errors", async () => {
    const { host, id } = await edge.create({ CachePolicyId: cachingDisabled });
    edge.answers = (url) => ({ status: url === "/broken" ? 500 : 200 });
    for (const path of ["/a", "/b", "/c", "/broken"]) await edge.visit(host, path);
    const value = async (MetricName: string) => {
      const { Datapoints = [] } = await edge.aws.cloudwatch.getMetricStatistics({
        Namespace: "AWS/CloudFront",
        MetricName,
        Dimensions: [
          { Name: "DistributionId", Value: id },
          { Name: "Region", Value: "Global" },
        ],
        StartTime: new Date(Date.now() - 3_600_000),
        EndTime: new Date(Date.now() + 60_000),
        Period: 86_400,
        Statistics: ["Sum", "Average"],
      });
      return Datapoints[0];
    };
    assert.deepEqual([(await value("Requests"))?.Sum, (await value("5xxErrorRate"))?.Average], [4, 25]);
  });
});
