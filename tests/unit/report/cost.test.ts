import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { parseSchedule, runsPerMonth } from "../../../limits";
import { type CostReport, costReportSchema, DeclaredUsageError, estimateCost, readUsage } from "../../../report/cost";
import { projectRoot } from "../../../local/project";
import { pricesPage } from "../../../report/cost/docs";
import { estimators } from "../../../report/cost/estimators";
import { freeTypes } from "../../../report/cost/free";
import { computeAmount } from "../../../report/cost/price";
import { priceRecords } from "../../../report/cost/prices";
import { figures, type Usage } from "../../../report/cost/usage";
import { type PlannedResource, unknownText } from "../../../report/resource";

const makeUrn = (type: string, name: string) => `urn:pulumi:dev::headroom::${type}::${name}`;

const component = (name: string, type = "headroom:compute:Function"): PlannedResource => ({
  urn: makeUrn(type, name),
  type,
  name,
  component: true,
  inputs: {},
});

function resource(type: string, inputs: PlannedResource["inputs"], pattern?: PlannedResource, name = "it") {
  return { urn: makeUrn(type, name), type, name, parent: pattern?.urn, component: false, inputs };
}

const lambda = (inputs: PlannedResource["inputs"], pattern?: PlannedResource, name = "it") =>
  resource("aws:lambda/function:Function", inputs, pattern, name);

const estimate = (resources: PlannedResource[], usage: Usage = {}, region = "us-east-1") =>
  estimateCost({ resources, region, usage });

const cents = (usd: number): number => Math.round(usd * 100) / 100;

/** The only resource's amounts, by the ids of their prices. */
const amounts = ({ resources }: CostReport) =>
  Object.fromEntries((resources[0]?.lines ?? []).map(({ price, monthly }) => [price, cents(monthly)]));

describe("the cost of a stack", () => {
  describe("agrees with arithmetic that AWS published for us-east-1:", () => {
    it("a million requests of 100 ms with 512 MB: 0.20 USD, and 0.83 for 50,000 GB-s; nothing in the free tier", () => {
      const report = estimate([lambda({ memorySize: 512 })], { requests: 1e6, durationMs: 100 });
      assert.deepEqual(amounts(report), { "lambda.requests": 0.2, "lambda.durationX86": 0.83 });
      assert.equal(report.resources[0]?.lines[1]?.quantity, 50_000);
      assert.equal(cents(report.monthly), 1.03);
      assert.equal(cents(report.monthlyAfterFreeTier), 0);
    });

    it("three million requests of a second with 512 MB: 18.33 and 0.40 USD above the free tier (Lambda's example 1)", () => {
      const report = estimate([lambda({ memorySize: 512 })], { requests: 3e6, durationMs: 1000 });
      // AWS rounds the price to 0.00001667 there, and so comes to 18.34.
      assert.equal(cents(report.monthlyAfterFreeTier), cents(1_100_000 * 0.0000166667 + 2 * 0.2));
      assert.ok(Math.abs(report.monthlyAfterFreeTier - 18.74) < 0.01);
    });

    it("five million calls of a REST API with answers of 3 KB: 17.50, and 1.29 USD for 14.3 GB (API Gateway's example 1)", () => {
      const report = estimate([resource("aws:apigateway/restApi:RestApi", {})], { requests: 5e6, payloadKb: 3 });
      assert.deepEqual(amounts(report), { "apigateway.restRequests": 17.5, "transfer.internet": 1.29 });
      assert.equal(cents(report.monthly), 18.79);
    });

    it("a hundred million Express executions of ten seconds: 100, and 382.97 USD over three tiers (Step Functions' example 4)", () => {
      const machine = resource("aws:sfn/stateMachine:StateMachine", { type: "EXPRESS" });
      const report = estimate([machine], { requests: 1e8, transitions: 10, durationMs: 1000 });
      const [requests, duration] = report.resources[0]?.lines ?? [];
      assert.equal(requests?.monthly, 100);
      assert.equal(duration?.quantity, 62_500_000);
      // AWS's text rounds to 0.06 USD a GB-hour, of a list price of 0.060012.
      assert.ok(Math.abs((duration?.monthly ?? 0) - 382.97) < 0.05, String(duration?.monthly));
    });

    it("a workflow of four transitions, started 100,000 times: 9.90 USD above the free tier (Step Functions' example 1)", () => {
      const machine = resource("aws:sfn/stateMachine:StateMachine", { type: "STANDARD" });
      const report = estimate([machine], { requests: 100_000, transitions: 4 });
      assert.equal(cents(report.monthly), 10);
      assert.equal(cents(report.monthlyAfterFreeTier), 9.9);
    });

    it("100 records of 35 KB a second to four shards: 1.44 USD a day for the shards, two units for each record (Kinesis' example)", () => {
      const stream = resource("aws:kinesis/stream:Stream", { shardCount: 4 });
      const records = 100 * 60 * 60 * 24 * 31;
      const report = estimate([stream], { requests: records, payloadKb: 35 });
      assert.deepEqual(amounts(report), {
        "kinesis.shards": cents((1.44 / 24) * 730),
        "kinesis.puts": 7.5,
      });
    });
  });

  describe("of DynamoDB", () => {
    const table = (inputs: PlannedResource["inputs"]) => [resource("aws:dynamodb/table:Table", inputs)];

    it("on demand: units by item size, written into each index, half a unit for a read", () => {
      const inputs = { billingMode: "PAY_PER_REQUEST", globalSecondaryIndexes: [{}] };
      const report = estimate(table(inputs), { requests: 1e6, itemKb: 5, tableWrites: 2, tableReads: 4, storageGb: 1 });
      const quantities = report.resources[0]?.lines.map(({ quantity }) => quantity);
      assert.deepEqual(quantities, [1e6 * 2 * 5 * 2, 1e6 * 4 * 1, 1]);
      assert.deepEqual(amounts(report), { "dynamodb.writes": 12.5, "dynamodb.reads": 0.5, "dynamodb.storage": 0.25 });
    });

    it("provisioned: what is declared, whatever the requests", () => {
      const report = estimate(table({ readCapacity: 10, writeCapacity: 20, pointInTimeRecovery: { enabled: true } }));
      assert.deepEqual(amounts(report), {
        "dynamodb.writeCapacity": cents(20 * 730 * 0.00065),
        "dynamodb.readCapacity": cents(10 * 730 * 0.00013),
        "dynamodb.storage": 2.5,
        "dynamodb.recovery": 2,
      });
    });

    it("autoscaled: what an even load needs at 70 % use, between what is declared and the most", () => {
      const target = resource("aws:appautoscaling/target:Target", {
        resourceId: "table/users",
        scalableDimension: "dynamodb:table:WriteCapacityUnits",
        maxCapacity: 40,
      });
      const inputs = { name: "users", readCapacity: 5, writeCapacity: 5 };
      const group = component("users");
      const planned = [group, ...table(inputs), target].map((each) =>
        each.component ? each : { ...each, parent: group.urn },
      );
      const units = (requests: number) => (estimate(planned, { requests }).resources[0]?.lines[0]?.quantity ?? 0) / 730;
      assert.equal(units(1e6), 5);
      assert.equal(units(50e6), Math.ceil(50e6 / (730 * 3600) / 0.7));
      assert.equal(units(500e6), 40);
    });

    it("says that a replica is not priced where its Region has no record", () => {
      const inputs = {
        billingMode: "PAY_PER_REQUEST",
        replicas: [{ regionName: "sa-east-1" }, { regionName: "eu-west-1" }],
      };
      const { resources, notPriced } = estimate(table(inputs));
      assert.equal(resources[0]?.lines.length, 6);
      assert.deepEqual(
        notPriced.map(({ reason }) => reason),
        ["writes", "reads", "storage"].map((name) => `no price of dynamodb.${name} is recorded for sa-east-1`),
      );
    });
  });

  it("counts the tiers over the whole stack, and shares them out by quantity", () => {
    const functions = ["one", "two"].map((name) => lambda({ memorySize: 1024 }, undefined, name));
    const { monthly, resources } = estimate(functions, { requests: 5e9, durationMs: 1000 });
    const expected = 6e9 * 0.0000166667 + 4e9 * 0.000015 + 1e4 * 0.2;
    assert.ok(Math.abs(monthly - expected) < 1e-3, `${monthly} ${expected}`);
    assert.ok(Math.abs((resources[0]?.monthly ?? 0) - (resources[1]?.monthly ?? 0)) < 1e-6);
  });

  it("gives the free tier once, however many functions there are", () => {
    const functions = ["one", "two"].map((name) =>
      lambda({ memorySize: 1024, architectures: ["arm64"] }, undefined, name),
    );
    const { freeTier } = estimate(functions, { requests: 1e6, durationMs: 1000 });
    const [requests, duration] = freeTier.allowances;
    assert.deepEqual([requests?.used, duration?.used], [1e6, 400_000]);
    assert.equal(cents(freeTier.saved), cents(0.2 + 400_000 * 0.0000133334));
  });

  it("prices nothing where the Region has no record, and says so", () => {
    const { monthly, resources, notPriced } = estimate([lambda({})], {}, "ap-southeast-2");
    assert.deepEqual([monthly, resources], [0, []]);
    assert.match(notPriced[0]?.reason ?? "", /^no price of lambda.requests is recorded for ap-southeast-2$/);
  });

  it("says what only a deployment knows, and what has no price, rather than count it as nothing", () => {
    const { notPriced, monthly } = estimate([
      lambda({ memorySize: unknownText }),
      resource("aws:ec2/instance:Instance", {}),
      resource("aws:rds/clusterInstance:ClusterInstance", { instanceClass: "db.r6g.large" }),
    ]);
    assert.equal(monthly, 0);
    assert.deepEqual(
      notPriced.map(({ reason }) => reason),
      [
        "known only after the deployment: memorySize",
        "no price is recorded for this type",
        "no price is recorded for db.r6g.large",
      ],
    );
  });

  it("takes a database in two zones twice, and the proxy of it by its processors", () => {
    const stack = component("db");
    const instance = { engine: "postgres", instanceClass: "db.m7g.xlarge", allocatedStorage: 100, multiAz: true };
    const { monthly } = estimate([
      stack,
      resource("aws:rds/instance:Instance", instance, stack),
      resource("aws:rds/proxy:Proxy", {}, stack),
    ]);
    assert.equal(cents(monthly), cents(2 * 730 * 0.337 + 2 * 100 * 0.115 + 4 * 730 * 0.015));
    const other = resource("aws:rds/instance:Instance", { ...instance, instanceClass: "db.x2g.large" });
    assert.equal(estimate([other]).notPriced[0]?.reason, "no price is recorded for postgres on db.x2g.large");
  });

  it("takes a proxy by the processors of all that stands behind it, of every size", () => {
    const makeProxy = (...classes: string[]) => {
      const stack = component("db");
      const machines = classes.map((instanceClass, index) =>
        resource("aws:rds/clusterInstance:ClusterInstance", { instanceClass }, stack, `db-${index}`),
      );
      return estimate([stack, ...machines, resource("aws:rds/proxy:Proxy", {}, stack)]);
    };
    const processors = (...classes: string[]) =>
      Math.round(
        (makeProxy(...classes).resources.find(({ type }) => type === "aws:rds/proxy:Proxy")?.lines[0]?.quantity ?? 0) /
          730,
      );
    assert.equal(processors("db.r6g.12xlarge"), 48);
    assert.equal(processors("db.r6g.16xlarge"), 64);
    assert.equal(processors("db.r7i.48xlarge"), 192);
    assert.equal(processors("db.r6g.xlarge", "db.r6g.2xlarge"), 12);
    assert.equal(processors("db.t3.medium"), 2);
    assert.equal(processors("db.t2.micro"), 2, "two are paid at least");
    assert.equal(processors("db.serverless", "db.serverless"), 8, "ACUs, eight at least");
    const reasons = makeProxy("db.m5.metal").notPriced.map(({ type, reason }) => [type, reason]);
    assert.deepEqual(reasons.slice(-1), [["aws:rds/proxy:Proxy", "no price is recorded for a proxy of db.m5.metal"]]);
  });

  it("prices SnapStart by what is kept and restored, but for Java, where it costs nothing", () => {
    const snapshots = (runtime: string) => {
      const inputs = { runtime, memorySize: 1024, snapStart: { applyOn: "PublishedVersions" } };
      const { notPriced, resources } = estimate([lambda(inputs)], { requests: 1e6, coldStartPercent: 2 });
      assert.deepEqual(notPriced, []);
      const lines = resources[0]?.lines.filter(({ price }) => price.startsWith("lambda.snapshots")) ?? [];
      return lines.map(({ monthly }) => cents(monthly));
    };
    assert.deepEqual(snapshots("python3.13"), [cents(730 * 3600 * 0.0000015046), cents(20_000 * 0.0001397998)]);
    assert.deepEqual(snapshots("java21"), []);
  });

  it("prices provisioned concurrency by the memory of its function, all month", () => {
    const stack = component("api");
    const type = "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig";
    const config = resource(type, { functionName: unknownText, provisionedConcurrentExecutions: 10 }, stack);
    const of = (architectures: string[]) => {
      const { resources } = estimate([stack, lambda({ memorySize: 2048, architectures }, stack), config]);
      return cents(resources.find((each) => each.type === type)?.monthly ?? 0);
    };
    assert.equal(of(["x86_64"]), cents(10 * 2 * 730 * 3600 * 0.0000041667));
    assert.equal(of(["arm64"]), cents(10 * 2 * 730 * 3600 * 0.0000033334));
    const [gap] = estimate([stack, lambda({}, stack, "a"), lambda({}, stack, "b"), config]).notPriced;
    assert.match(gap?.reason ?? "", /which function/);
  });

  it("prices a function at the edge as Lambda@Edge: 0.60 USD a million, and 0.00005001 a GB-second", () => {
    const edge = component("sign-in", "headroom:edge:EdgeFunction");
    const associations = { defaultCacheBehavior: { lambdaFunctionAssociations: [{}] } };
    const site = resource("aws:cloudfront/distribution:Distribution", associations);
    const priced = estimate([edge, site, lambda({ memorySize: 128 }, edge)], { requests: 1e6, durationMs: 50 });
    const [line, duration] = priced.resources.find(({ pattern }) => pattern === "sign-in")?.lines ?? [];
    assert.deepEqual([line?.price, cents(line?.monthly ?? 0)], ["lambda.edgeRequests", 0.6]);
    assert.equal(cents(duration?.monthly ?? 0), cents(6250 * 0.00005001));
    assert.deepEqual(priced.notPriced, []);
    assert.match(estimate([site]).notPriced[0]?.reason ?? "", /Lambda@Edge/, "a function of another stack");
  });

  it("counts custom events and messages by 64 KB, and records of Firehose by 5 KB", () => {
    const of = (type: string, inputs: PlannedResource["inputs"], payloadKb: number) =>
      cents(estimate([resource(type, inputs)], { requests: 1e6, payloadKb }).monthly);
    const bus = "aws:cloudwatch/eventBus:EventBus";
    assert.deepEqual(
      [1, 64, 65, 200, 256].map((kb) => of(bus, {}, kb)),
      [1, 1, 2, 4, 4],
    );
    assert.deepEqual(
      [64, 256].map((kb) => of("aws:sns/topic:Topic", {}, kb)),
      [0.5, 2],
    );
    const firehose = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
    assert.equal(of(firehose, {}, 1), of(firehose, {}, 5));
    assert.equal(of(firehose, {}, 6), cents(((1e6 * 10) / 1024 ** 2) * 0.029));
  });

  it("counts reads with strong consistency as one unit, and all in transactions twice", () => {
    const table = resource("aws:dynamodb/table:Table", { billingMode: "PAY_PER_REQUEST" });
    const units = (usage: Usage, price: string) =>
      estimate([table], { requests: 1000, tableReads: 0, tableWrites: 0, ...usage }).resources[0]?.lines.find(
        (line) => line.price === price,
      )?.quantity;
    assert.equal(units({ tableReads: 1 }, "dynamodb.reads"), 500);
    assert.equal(units({ tableStrongReads: 1 }, "dynamodb.reads"), 1000);
    assert.equal(units({ tableTransactReads: 1 }, "dynamodb.reads"), 2000);
    assert.equal(units({ tableStrongReads: 1, itemKb: 4.1 }, "dynamodb.reads"), 2000);
    assert.equal(units({ tableWrites: 1 }, "dynamodb.writes"), 1000);
    assert.equal(units({ tableTransactWrites: 1, itemKb: 1.5 }, "dynamodb.writes"), 4000);
  });

  it("counts a PUT for each thumbnail of a photo, and access logs by the file", () => {
    const photos = component("photos", "headroom:media:Thumbnailer");
    const RENDITIONS = JSON.stringify([200, 800].flatMap((width) => [{ width }, { width }]));
    const bucketType = "aws:s3/bucket:Bucket";
    const { resources } = estimate(
      [
        photos,
        lambda({ environment: { variables: { RENDITIONS } } }, photos),
        ...["photos-uploads", "photos-thumbnails"].map((name) => resource(bucketType, {}, photos, name)),
        resource(bucketType, {}, undefined, "site-logs"),
      ],
      { requests: 1e6 },
    );
    const requests = (name: string) =>
      resources
        .find((each) => each.name === name)
        ?.lines.filter(({ unit }) => unit === "requests")
        .map(({ quantity }) => quantity);
    assert.deepEqual(requests("photos-uploads"), [1e6, 1e6]);
    assert.deepEqual(requests("photos-thumbnails"), [4e6, 1e6]);
    assert.deepEqual(requests("site-logs"), [8760]);
  });

  it("takes no type for free but those that are listed, and lists only types of the AWS provider", () => {
    const paid = [
      "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
      "aws:kinesis/streamConsumer:StreamConsumer",
      "aws:kinesis/analyticsApplication:AnalyticsApplication",
      "aws:kinesis/videoStream:VideoStream",
      "aws:dynamodb/tableReplica:TableReplica",
      "aws:dynamodb/tableExport:TableExport",
      "aws:dynamodb/contributorInsights:ContributorInsights",
      "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination",
      "aws:s3/bucketV2:BucketV2",
      "aws:s3/directoryBucket:DirectoryBucket",
      "aws:s3/inventory:Inventory",
      "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
      "aws:wafv2/ruleGroup:RuleGroup",
      "aws:cloudfront/anycastIpList:AnycastIpList",
      "aws:cloudfront/realtimeLogConfig:RealtimeLogConfig",
      "aws:rds/proxyEndpoint:ProxyEndpoint",
      "aws:rds/clusterSnapshot:ClusterSnapshot",
      "aws:rds/globalCluster:GlobalCluster",
      "aws:ec2/networkInsightsAnalysis:NetworkInsightsAnalysis",
      "aws:ecr/replicationConfiguration:ReplicationConfiguration",
      "aws:elasticache/replicationGroup:ReplicationGroup",
      "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
    ];
    const { free, resources, notPriced } = estimate(paid.map((type) => resource(type, {})));
    assert.deepEqual(free, []);
    const told = new Set([...resources, ...notPriced].map(({ type }) => type));
    assert.deepEqual(
      paid.filter((type) => !told.has(type)),
      [],
    );
    const { monthly } = estimate([resource("aws:cloudfront/anycastIpList:AnycastIpList", {})]);
    assert.equal(monthly, 3000);
    const file = (type: string) => `${/^aws:(.*):/.exec(type)?.[1] ?? ""}.js`;
    const unknown = freeTypes.filter(
      (type) => !existsSync(path.join(projectRoot, "node_modules", "@pulumi", "aws", file(type))),
    );
    assert.deepEqual(unknown, []);
    assert.deepEqual(
      freeTypes.filter((type) => type in estimators),
      [],
    );
  });

  it("gives two million calls of CloudFront Functions away each month", () => {
    const behavior = { defaultCacheBehavior: { functionAssociations: [{}] } };
    const site = resource("aws:cloudfront/distribution:Distribution", behavior);
    const saved = (requests: number) =>
      estimate([site], { requests }).freeTier.allowances.find(({ title }) => title.includes("Functions"))?.saved;
    assert.equal(cents(saved(2e6) ?? 0), 0.2);
    assert.equal(cents(saved(5e6) ?? 0), 0.2);
  });

  it("takes the runs of a job from its schedule, unless they are declared", () => {
    const job = component("nightly");
    const planned = [
      job,
      lambda({ memorySize: 1024 }, job),
      resource("aws:scheduler/schedule:Schedule", { scheduleExpression: "rate(1 hour)" }, job),
    ];
    const calls = (usage: Usage) =>
      estimate(planned, usage).resources.flatMap(({ lines }) =>
        lines.filter(({ price }) => price === "lambda.requests").map(({ quantity }) => quantity),
      );
    assert.deepEqual(calls({ requests: 5e6 }), [730]);
    assert.deepEqual(calls({ patterns: { nightly: { requests: 12 } } }), [12]);
  });

  it("expects no dead letters", () => {
    const queue = component("failures", "headroom:messaging:DeadLetterQueue");
    const report = estimate([queue, resource("aws:sqs/queue:Queue", {}, queue)]);
    assert.equal(report.monthly, 0);
    assert.match(report.resources[0]?.lines[0]?.basis ?? "", /none are expected/);
  });

  it("adds up to the same by resource and by pattern, and puts the dearest first", () => {
    const patterns = ["one", "two"].map((name) => component(name));
    const planned = patterns.flatMap((pattern, index) => [
      pattern,
      lambda({ memorySize: 512 * (index + 1) }, pattern, pattern.name),
    ]);
    const report = estimate(planned);
    const sum = (list: readonly { monthly: number }[]) => list.reduce((total, { monthly }) => total + monthly, 0);
    assert.ok(Math.abs(sum(report.resources) - report.monthly) < 1e-9);
    assert.ok(Math.abs(sum(report.patterns) - report.monthly) < 1e-9);
    assert.deepEqual(
      report.patterns.map(({ name }) => name),
      ["two", "one"],
    );
  });

  it("tells the difference to a base by resource, under the same usage", () => {
    const base = [lambda({ memorySize: 512 }, undefined, "kept"), lambda({ memorySize: 512 }, undefined, "grown")];
    const now = [...base.slice(0, 1), lambda({ memorySize: 1024 }, undefined, "grown"), lambda({}, undefined, "added")];
    const { difference, monthly } = estimateCost({ resources: now, base, region: "us-east-1", usage: {} });
    assert.deepEqual(
      difference?.resources.map(({ name, change }) => [name, cents(change)]),
      [
        ["grown", 0.83],
        ["added", cents(0.2 + 12_500 * 0.0000166667)],
      ],
    );
    assert.ok(Math.abs((difference?.base ?? 0) + (difference?.monthly ?? 0) - monthly) < 1e-9);
  });

  it("shows what memory and duration would change for a function, with the present in the table", () => {
    const { sensitivity, monthly } = estimate([lambda({ memorySize: 700 })], { durationMs: 80 });
    const [table] = sensitivity;
    assert.ok(table);
    const row = table.durationMs.indexOf(table.current.durationMs);
    const column = table.memoryMb.indexOf(table.current.memoryMb);
    assert.deepEqual(table.current, { memoryMb: 700, durationMs: 80 });
    assert.ok(Math.abs((table.monthly[row]?.[column] ?? 0) - monthly) < 1e-9);
    assert.ok(table.monthly.flat().every((amount) => amount >= 0.2));
  });

  it("is as its schema says, and survives JSON", () => {
    const report = estimateCost({ resources: [lambda({})], base: [], region: "us-east-1", usage: {} });
    assert.deepEqual(costReportSchema.parse(JSON.parse(JSON.stringify(report))), report);
  });

  it("states every figure that it rests on, and which were declared", () => {
    const { usage } = estimate([component("one"), lambda({}, component("one"))], {
      requests: 7,
      patterns: { one: { durationMs: 5 } },
    });
    assert.deepEqual(
      usage.filter(({ given }) => given).map(({ name, value, pattern }) => [name, value, pattern]),
      [
        ["requests", 7, undefined],
        ["durationMs", 5, "one"],
      ],
    );
    assert.equal(usage.filter(({ pattern }) => pattern === undefined).length, figures.length);
  });
});

describe("whatever the usage, a cost", () => {
  const inputs: Record<string, PlannedResource["inputs"]> = {
    "aws:apigatewayv2/api:Api": { protocolType: "HTTP" },
    "aws:backup/plan:Plan": { rules: [{ schedule: "cron(0 5 * * ? *)", lifecycle: { deleteAfter: 35 } }] },
    "aws:cloudfront/distribution:Distribution": { defaultCacheBehavior: { functionAssociations: [{}] } },
    "aws:dax/cluster:Cluster": { nodeType: "dax.t3.small", replicationFactor: 3 },
    "aws:dynamodb/table:Table": { billingMode: "PAY_PER_REQUEST" },
    "aws:elasticache/serverlessCache:ServerlessCache": { engine: "valkey", snapshotRetentionLimit: 2 },
    "aws:kinesis/stream:Stream": { shardCount: 2, retentionPeriod: 200 },
    "aws:rds/cluster:Cluster": {
      engine: "aurora-postgresql",
      serverlessv2ScalingConfiguration: { minCapacity: 0, maxCapacity: 64 },
    },
    "aws:rds/clusterInstance:ClusterInstance": { instanceClass: "db.serverless" },
    "aws:rds/instance:Instance": {
      engine: "postgres",
      instanceClass: "db.t4g.medium",
      allocatedStorage: 20,
      multiAz: true,
    },
    "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig": {
      functionName: unknownText,
      provisionedConcurrentExecutions: 5,
    },
    "aws:scheduler/schedule:Schedule": { scheduleExpression: "rate(1 minute)" },
    "aws:sns/topicSubscription:TopicSubscription": { protocol: "email" },
    "aws:ec2/vpcEndpoint:VpcEndpoint": { vpcEndpointType: "Interface", subnetIds: unknownText },
  };
  /** Of these a report tells only that they are not priced, or nothing. */
  const silent = [
    "aws:acm/certificate:Certificate",
    "aws:apigateway/stage:Stage",
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "aws:ssm/parameter:Parameter",
  ];
  const stack = component("all");
  const planned = [stack, ...Object.keys(estimators).map((type) => resource(type, inputs[type] ?? {}, stack))];
  const anyUsage: fc.Arbitrary<Usage> = fc
    .array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: figures.length, maxLength: figures.length })
    .map((values) => Object.fromEntries(figures.map((name, index) => [name, values[index]])));

  it("is told for every type that has an estimator", () => {
    const report = estimate(planned, { patterns: { all: { requests: 1e6 } } });
    const told = new Set(report.resources.map(({ type }) => type));
    const rest = Object.keys(estimators).filter((type) => !told.has(type));
    assert.deepEqual(rest.sort(), silent);
    assert.deepEqual(report.notPriced, []);
  });

  it("is never negative, and the free tier never takes more than there is", () => {
    fc.assert(
      fc.property(anyUsage, (usage) => {
        const report = estimate(planned, usage);
        for (const { lines } of report.resources) for (const line of lines) assert.ok(line.monthly >= 0, line.price);
        assert.ok(report.freeTier.saved <= report.monthly + 1e-6);
        assert.ok(report.monthlyAfterFreeTier >= 0);
      }),
    );
  });

  it("never falls when any one figure grows", () => {
    fc.assert(
      fc.property(
        anyUsage,
        fc.constantFrom(...figures),
        fc.double({ min: 1, max: 100, noNaN: true }),
        (usage, name, factor) => {
          const more = { ...usage, [name]: (usage[name] ?? 0) * factor };
          const [before, after] = [estimate(planned, usage), estimate(planned, more)];
          assert.ok(after.monthly >= before.monthly * (1 - 1e-9), name);
          assert.ok(after.monthlyAfterFreeTier >= before.monthlyAfterFreeTier * (1 - 1e-9) - 1e-6, name);
        },
      ),
    );
  });
});

describe("price records", () => {
  const rates = priceRecords.flatMap((price) => price.rates.map((rate) => [price, rate] as const));

  it("have one id each, a page of AWS, and no Region twice", () => {
    assert.equal(new Set(priceRecords.map(({ id }) => id)).size, priceRecords.length);
    for (const { id, page, rates } of priceRecords) {
      assert.match(page, /^https:\/\/aws\.amazon\.com\//, id);
      const regions = rates.flatMap((rate) => rate.regions);
      assert.equal(new Set(regions).size, regions.length, id);
    }
  });

  it("have tiers in order, the last without an end, each cheaper than the one before", () => {
    for (const [{ id }, { tiers }] of rates) {
      assert.equal(tiers.at(-1)?.upTo, undefined, id);
      for (const [index, tier] of tiers.slice(1).entries()) {
        assert.ok((tier.upTo ?? Infinity) > (tiers[index]?.upTo ?? 0), id);
        assert.ok(tier.usd < (tiers[index]?.usd ?? 0), id);
      }
    }
  });

  it("make no jump where a tier ends", () => {
    for (const [price, rate] of rates) {
      for (const [index, { upTo, usd }] of rate.tiers.entries()) {
        if (upTo === undefined) continue;
        const [before, end, after] = [upTo - 1, upTo, upTo + 1].map((quantity) => computeAmount(price, rate, quantity));
        const next = rate.tiers[index + 1]?.usd ?? NaN;
        assert.ok(Math.abs((end ?? NaN) - (before ?? NaN) - usd / price.per) < 1e-6, price.id);
        assert.ok(Math.abs((after ?? NaN) - (end ?? NaN) - next / price.per) < 1e-6, price.id);
      }
    }
  });

  it("are listed in docs/prices.md as they are (npm run docs)", () => {
    assert.equal(readFileSync(path.join(projectRoot, "docs/prices.md"), "utf8"), pricesPage());
  });
});

describe("--usage", () => {
  it("takes plain numbers and k, M and G, for all patterns or for one; the last of a figure counts", () => {
    const usage = readUsage({ requests: 5, patterns: { "users-api": { itemKb: 2 } } }, [
      "requests=2k",
      "requests=50M",
      "durationMs=1.5k",
      "storageGb=2G",
      "users-api.requests=0.5M",
    ]);
    assert.deepEqual(usage, {
      requests: 50e6,
      durationMs: 1500,
      storageGb: 2e9,
      patterns: { "users-api": { itemKb: 2, requests: 500_000 } },
      asked: ["users-api"],
    });
  });

  for (const [flag, message] of [
    ["request=5", /there is no figure "request"\. Allowed: requests, .*Example: --usage requests=50M/],
    [
      "requests",
      /requests is ""\. Allowed: a number from 0 to 1,000,000G, with k, M or G .*Example: --usage requests=50M/,
    ],
    ["requests=50m", /requests is "50m"\. Allowed/],
    ["requests=-1", /requests is "-1"\. Allowed/],
    ["requests=1e6", /requests is "1e6"\. Allowed/],
    ["requests=2000000G", /requests is "2000000G"\. Allowed/],
    ["one.two.users=x", /users is "x".*Example: --usage one\.two\.users=50M/],
  ] as const) {
    it(`refuses ${flag}, and says what is allowed`, () => {
      assert.throws(
        () => readUsage(undefined, [flag]),
        (error) => error instanceof DeclaredUsageError && message.test(error.message),
      );
    });
  }

  it("tells every problem at once, those of the setting too", () => {
    assert.throws(
      () => readUsage({ requests: -1, patterns: { api: { speed: 3 } } }, ["a=1"]),
      ({ message }: Error) => {
        assert.equal(message.split("\n").length, 3, message);
        assert.match(message, /^headroom:usage\.requests: .*\nheadroom:usage\.patterns\.api: .*speed.*\n--usage a=1: /);
        return true;
      },
    );
  });

  it("refuses a pattern that the stack does not have, and names those that it has", () => {
    const stack = component("photos");
    assert.throws(
      () => estimate([stack, lambda({}, stack)], readUsage(undefined, ["foto.requests=1"])),
      /--usage foto\.…: the stack has no pattern "foto"\. Allowed: photos/,
    );
  });
});

describe("runs of a schedule in a month", () => {
  for (const [expression, runs] of [
    ["rate(1 minute)", 43_800],
    ["rate(12 hours)", 365 / 6],
    ["cron(0 6 * * ? *)", 365 / 12],
    ["cron(0/15 * * * ? *)", 2920],
    ["cron(0 6 ? * MON-FRI *)", (365 / 12 / 7) * 5],
    ["cron(0 6 1 * ? *)", 1],
    ["cron(0 6 1,15 * ? *)", 2],
    ["cron(0 6 L * ? *)", 1],
    ["cron(0 6 ? * 2#1 *)", 1],
    ["cron(0 6 1 JAN,JUL ? *)", 1 / 6],
    ["at(2027-01-31T09:00:00)", 1],
  ] as const) {
    it(`${expression}: ${runs.toFixed(1)}`, () => {
      const schedule = parseSchedule(expression, "scheduler");
      assert.ok(!("problem" in schedule));
      assert.ok(Math.abs(runsPerMonth(schedule) - runs) < 1e-9);
    });
  }
});
