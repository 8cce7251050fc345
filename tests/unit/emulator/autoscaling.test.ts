import assert from "node:assert/strict";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { moveClock } from "../../../local/emulator/clock";
import { REGION, root } from "../../handlers/emulator";
import { Cloud, shared } from "./cloud";

const ServiceNamespace = "dynamodb";

describe("provisioned tables on the emulator have their capacity, and autoscaling changes it", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  /** Tries once, so that a refusal is seen. */
  let once: DynamoDB;
  shared(Cloud, (started) => {
    cloud = started;
    once = new DynamoDB({ endpoint: cloud.emulator.endpoint, region: REGION, credentials: root, maxAttempts: 1 });
  });

  async function table(TableName: string, units: number, indexUnits?: number) {
    const throughput = (count: number) => ({ ReadCapacityUnits: count, WriteCapacityUnits: count });
    await cloud.aws.dynamodb.createTable({
      TableName,
      AttributeDefinitions: ["id", ...(indexUnits ? ["by"] : [])].map((AttributeName) => ({
        AttributeName,
        AttributeType: "S",
      })),
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      ...(indexUnits && {
        GlobalSecondaryIndexes: [
          {
            IndexName: "by-name",
            KeySchema: [{ AttributeName: "by", KeyType: "HASH" }],
            Projection: { ProjectionType: "ALL" },
            ProvisionedThroughput: throughput(indexUnits),
          },
        ],
      }),
      ...(units ? { ProvisionedThroughput: throughput(units) } : { BillingMode: "PAY_PER_REQUEST" }),
    });
  }
  let written = 0;
  /** Writes another item, which takes this many units. */
  const write = (TableName: string, units: number, attributes: object = {}) =>
    once.putItem({
      TableName,
      Item: { id: { S: String(++written) }, text: { S: "x".repeat(1024 * units - 50) }, ...attributes },
    });
  const capacity = async (TableName: string) => {
    const { Table } = await cloud.aws.dynamodb.describeTable({ TableName });
    const units = (of?: { WriteCapacityUnits?: number }) => of?.WriteCapacityUnits;
    return [
      units(Table?.ProvisionedThroughput),
      ...(Table?.GlobalSecondaryIndexes ?? []).map((each) => units(each.ProvisionedThroughput)),
    ];
  };
  const pass = (seconds: number) => moveClock(cloud.emulator.endpoint, seconds);
  const sum = async (MetricName: string, dimensions: Record<string, string>) => {
    const { Datapoints = [] } = await cloud.aws.cloudwatch.getMetricStatistics({
      Namespace: "AWS/DynamoDB",
      MetricName,
      Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      StartTime: new Date(Date.now() - 86_400_000),
      EndTime: new Date(Date.now() + 60_000),
      Period: 86_400,
      Statistics: ["Sum"],
    });
    return Datapoints.reduce((total, { Sum = 0 }) => total + Sum, 0);
  };
  async function scaled(TableName: string, bounds: { MinCapacity: number; MaxCapacity: number }, index = "") {
    const target = {
      ServiceNamespace,
      ResourceId: `table/${TableName}${index && `/index/${index}`}`,
      ScalableDimension: `dynamodb:${index ? "index" : "table"}:WriteCapacityUnits`,
    } as const;
    await cloud.aws.autoscaling.registerScalableTarget({ ...target, ...bounds });
    await cloud.aws.autoscaling.putScalingPolicy({
      ...target,
      PolicyName: "track",
      PolicyType: "TargetTrackingScaling",
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 50,
        PredefinedMetricSpecification: { PredefinedMetricType: "DynamoDBWriteCapacityUtilization" },
      },
    });
    return target;
  }
  const activities = async (ResourceId: string) => {
    const { ScalingActivities = [] } = await cloud.aws.autoscaling.describeScalingActivities({
      ServiceNamespace,
      ResourceId,
    });
    return ScalingActivities.map(({ Description, Cause, StatusCode }) => [Description, Cause, StatusCode]);
  };

  it("throttles a table that has used its capacity and that of the last five minutes, until it has some again", async () => {
    await table("burst", 1);
    await write("burst", 299);
    await write("burst", 2);
    const throttled = { name: "ProvisionedThroughputExceededException" };
    await assert.rejects(write("burst", 1), throttled);
    await assert.rejects(
      once.batchWriteItem({ RequestItems: { burst: [{ DeleteRequest: { Key: { id: { S: "2" } } } }] } }),
      throttled,
    );
    assert.equal(await sum("WriteThrottleEvents", { TableName: "burst" }), 2);
    assert.equal(await sum("ThrottledRequests", { TableName: "burst", Operation: "PutItem" }), 1);
    assert.equal((await once.getItem({ TableName: "burst", Key: { id: { S: "1" } } })).Item?.id?.S, "1");
    await pass(30);
    await write("burst", 1);
  });

  it("throttles a write whose index has nothing left, and counts what each index takes", async () => {
    await table("indexed", 100, 1);
    for (const S of ["a", "b", "c"]) await write("indexed", 110, { by: { S } });
    await assert.rejects(write("indexed", 1, { by: { S: "b" } }), /global secondary index/);
    const ofIndex = { TableName: "indexed", GlobalSecondaryIndexName: "by-name" };
    assert.equal(await sum("ConsumedWriteCapacityUnits", { TableName: "indexed" }), 330);
    assert.equal(await sum("ConsumedWriteCapacityUnits", ofIndex), 330);
  });

  it("never throttles on demand", async () => {
    await table("on-demand", 0);
    for (let count = 0; count < 3; count++) await write("on-demand", 350);
  });

  it("answers with the consumed capacity that was asked for", async () => {
    await table("asked", 5, 5);
    const Item = { id: { S: "1" }, by: { S: "a" } };
    const ask = async (ReturnConsumedCapacity?: "NONE" | "TOTAL" | "INDEXES") =>
      (await once.putItem({ TableName: "asked", Item, ReturnConsumedCapacity })).ConsumedCapacity;
    assert.deepEqual([await ask(), await ask("NONE")], [undefined, undefined]);
    assert.deepEqual(Object.keys((await ask("TOTAL")) ?? {}), ["TableName", "CapacityUnits"]);
    assert.equal((await ask("INDEXES"))?.Table?.CapacityUnits, 1);
  });

  it("adds capacity after two busy minutes, up to the maximum, and takes it away after fifteen quiet ones", async () => {
    await table("busy", 4);
    const { ResourceId } = await scaled("busy", { MinCapacity: 2, MaxCapacity: 10 });
    await write("busy", 240);
    await pass(5);
    assert.deepEqual(await capacity("busy"), [4]);
    await pass(55);
    await write("busy", 240);
    await pass(5);
    assert.deepEqual(await capacity("busy"), [8]);
    await pass(55);
    await write("busy", 350);
    await pass(60);
    await write("busy", 350);
    await pass(5);
    assert.deepEqual(await capacity("busy"), [10]);
    const alarm = `monitor alarm TargetTracking-${ResourceId}-AlarmHigh in state ALARM triggered policy track`;
    assert.deepEqual(await activities(ResourceId), [
      ["Setting write capacity units to 10.", alarm, "Successful"],
      ["Setting write capacity units to 8.", alarm, "Successful"],
    ]);
    await pass(600);
    assert.deepEqual(await capacity("busy"), [10]);
    await pass(3600);
    assert.deepEqual(await capacity("busy"), [2]);
  });

  it("holds the bounds of a target, and those that a scheduled action sets when the clock gets there", async () => {
    await table("nightly", 3, 3);
    const target = await scaled("nightly", { MinCapacity: 5, MaxCapacity: 10 }, "by-name");
    assert.deepEqual(await capacity("nightly"), [3, 5]);
    assert.deepEqual(await activities(target.ResourceId), [
      ["Setting write capacity units to 5.", "minimum capacity was set to 5", "Successful"],
    ]);
    await cloud.aws.autoscaling.putScheduledAction({
      ...target,
      ScheduledActionName: "morning",
      Schedule: "cron(0 6 * * ? *)",
      ScalableTargetAction: { MinCapacity: 9, MaxCapacity: 20 },
    });
    const { result } = await pass(86_400);
    assert.deepEqual(result.fired, [{ schedule: "morning", times: 1, skipped: 0 }]);
    assert.deepEqual(await capacity("nightly"), [3, 9]);
    const found = await cloud.aws.autoscaling.describeScalableTargets({
      ServiceNamespace,
      ResourceIds: [target.ResourceId],
    });
    assert.deepEqual(
      found.ScalableTargets?.map(({ MinCapacity, MaxCapacity }) => [MinCapacity, MaxCapacity]),
      [[9, 20]],
    );
    await cloud.aws.autoscaling.deregisterScalableTarget(target);
    assert.deepEqual((await pass(86_400)).result.fired, []);
  });
});
