import assert from "node:assert/strict";
import { parseDistance } from "../../../cli/commands/clock";
import { UsageError } from "../../../cli/terminal/errors";
import { moveClock, readClock, type ClockMove } from "../../../local/emulator/clock";
import { Cloud, type Json, until, shared } from "./cloud";

const day = 86_400;

describe("a distance of the clock", () => {
  it("is a number of seconds, minutes, hours, days or weeks", () => {
    assert.deepEqual(["+90s", "+15m", "+36h", "+30d", "+2w"].map(parseDistance), [
      90,
      900,
      129_600,
      30 * day,
      14 * day,
    ]);
  });

  for (const text of ["30d", "+30", "+d", "+0d", "+367d", "+1y", "+1.5h", "-1d", ""])
    it(`is not "${text}", and the refusal says what is`, () => {
      assert.throws(
        () => parseDistance(text),
        (error: Error) => error instanceof UsageError && /up to \+366d, such as \+30d/.test(error.message),
      );
    });
});

describe("the emulator's clock", function () {
  this.timeout(120_000);
  let cloud: Cloud;
  let aws: Cloud["aws"];
  shared(Cloud, (started) => {
    cloud = started;
    ({ aws } = cloud);
  });

  const move = async (seconds: number): Promise<ClockMove> =>
    (await moveClock(cloud.emulator.endpoint, seconds)).result;
  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

  it("fires a schedule at its times in its time zone, with the times in Scheduler's context attributes", async () => {
    const target = await cloud.queue("nightly");
    const Input = JSON.stringify({ at: "<aws.scheduler.scheduled-time>", by: "<aws.scheduler.schedule-arn>" });
    await aws.scheduler.createSchedule({
      Name: "nightly",
      ScheduleExpression: "cron(0 6 * * ? *)",
      ScheduleExpressionTimezone: "Asia/Tokyo",
      FlexibleTimeWindow: { Mode: "OFF" },
      Target: { Arn: target.arn, RoleArn: await cloud.role("nightly", "sqs:SendMessage"), Input },
    });
    const { fired } = await move(30 * day);
    assert.deepEqual(
      fired.filter(({ schedule }) => schedule === "nightly"),
      [{ schedule: "nightly", times: 30, skipped: 0 }],
    );
    const bodies = await cloud.take(target.url);
    assert.equal(new Set(bodies.map(({ at }) => at)).size, 30);
    for (const { at, by } of bodies) {
      assert.match(String(at), /T21:00:00Z$/, "6 in the morning in Tokyo");
      assert.equal(by, cloud.arn("scheduler", "schedule/default/nightly"));
    }
    await aws.scheduler.deleteSchedule({ Name: "nightly" });
  });

  it("fires a rule no more often than a hundred times, and says how often more it was due", async () => {
    const target = await cloud.queue("often");
    await aws.events.putRule({ Name: "often", ScheduleExpression: "rate(1 hour)" });
    await aws.events.putTargets({ Rule: "often", Targets: [{ Id: "queue", Arn: target.arn }] });
    const { fired } = await move(10 * day);
    assert.deepEqual(fired, [{ schedule: "often", times: 100, skipped: 140 }]);
    assert.equal((await cloud.take(target.url)).length, 100);
    await aws.events.removeTargets({ Rule: "often", Ids: ["queue"] });
    await aws.events.deleteRule({ Name: "often" });
  });

  it("runs a schedule that is once only once, and removes it afterwards if it says so", async () => {
    const target = await cloud.queue("once");
    const at = new Date(Date.now() + 3 * day * 1000).toISOString().slice(0, 19);
    await aws.scheduler.createSchedule({
      Name: "once",
      ScheduleExpression: `at(${at})`,
      FlexibleTimeWindow: { Mode: "OFF" },
      ActionAfterCompletion: "DELETE",
      Target: { Arn: target.arn, RoleArn: await cloud.role("once", "sqs:SendMessage"), Input: "{}" },
    });
    assert.deepEqual((await move(2 * day)).fired, []);
    assert.deepEqual((await move(2 * day)).fired, [{ schedule: "once", times: 1, skipped: 0 }]);
    await assert.rejects(aws.scheduler.getSchedule({ Name: "once" }), { name: "ResourceNotFoundException" });
  });

  describe("and a table's TTL", () => {
    const TableName = "sessions";
    const stream: { arn?: string } = {};
    const put = (id: string, ends: { N: string } | { S: string }) =>
      aws.dynamodb.putItem({ TableName, Item: { id: { S: id }, ends } });
    const ids = async () => {
      const { Items = [] } = await aws.dynamodb.scan({ TableName });
      return Items.map(({ id }) => id?.S).sort();
    };
    before(async () => {
      const { TableDescription } = await aws.dynamodb.createTable({
        TableName,
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        BillingMode: "PAY_PER_REQUEST",
        StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
      });
      stream.arn = TableDescription?.LatestStreamArn;
      await aws.dynamodb.updateTimeToLive({
        TableName,
        TimeToLiveSpecification: { Enabled: true, AttributeName: "ends" },
      });
    });

    it("deletes what is due by then, and nothing that a number does not date", async () => {
      await put("in-a-week", { N: String(inSeconds(7 * day)) });
      await put("in-two-months", { N: String(inSeconds(60 * day)) });
      await put("a-text", { S: String(inSeconds(7 * day)) });
      await put("long-ago", { N: "0" });
      const { expired } = await move(30 * day);
      assert.deepEqual(expired, { sessions: 1 });
      assert.deepEqual(await ids(), ["a-text", "in-two-months", "long-ago"]);
    });

    it("counts what is written after a move from the machine's today, by which functions date it", async () => {
      await put("later", { N: String(inSeconds(7 * day)) });
      await move(day);
      assert.ok((await ids()).includes("later"));
      await move(7 * day);
      assert.ok(!(await ids()).includes("later"));
    });

    it("gives each deletion to the function that reads the stream, as one of DynamoDB's own", async () => {
      await cloud.function("reader");
      const Filters = [{ Pattern: JSON.stringify({ userIdentity: { principalId: ["dynamodb.amazonaws.com"] } }) }];
      await aws.lambda.createEventSourceMapping({
        EventSourceArn: stream.arn,
        FunctionName: "reader",
        StartingPosition: "TRIM_HORIZON",
        FilterCriteria: { Filters },
      });
      const keys = await until(async () => {
        const records = (await cloud.events("reader")).flatMap(({ Records }) => Records as Json[]);
        return records.length < 2 ? undefined : records.map(({ dynamodb }) => (dynamodb as Json).Keys);
      }, "the records");
      assert.deepEqual(keys, [{ id: { S: "in-a-week" } }, { id: { S: "later" } }]);
    });
  });

  describe("and lifecycle rules", () => {
    const Bucket = "expiring";
    const keys = async () => {
      const { Contents = [] } = await aws.s3.listObjectsV2({ Bucket });
      return Contents.map(({ Key }) => Key);
    };
    const rules = (...Rules: object[]) =>
      aws.s3.putBucketLifecycleConfiguration({ Bucket, LifecycleConfiguration: { Rules: Rules as never } });
    before(async () => {
      await aws.s3.createBucket({ Bucket, CreateBucketConfiguration: { LocationConstraint: "eu-central-1" } });
    });

    it("expire the objects of their prefix, with S3's event for it", async () => {
      const target = await cloud.queue("s3-events");
      const Events = ["s3:LifecycleExpiration:*" as const];
      await aws.s3.putBucketNotificationConfiguration({
        Bucket,
        NotificationConfiguration: { QueueConfigurations: [{ QueueArn: target.arn, Events }] },
      });
      await rules({ ID: "old", Status: "Enabled", Filter: { Prefix: "logs/" }, Expiration: { Days: 10 } });
      for (const Key of ["logs/a", "photos/a"]) await aws.s3.putObject({ Bucket, Key, Body: "x" });
      assert.deepEqual((await move(9 * day)).lifecycle, {});
      assert.deepEqual((await move(2 * day)).lifecycle, { expiring: 1 });
      assert.deepEqual(await keys(), ["photos/a"]);
      const [event] = await until(async () => {
        const found = (await cloud.take(target.url)).flatMap(({ Records = [] }) => Records as Json[]);
        return found.length ? found : undefined;
      }, "the event");
      assert.equal(event?.eventName, "LifecycleExpiration:Delete");
    });

    it("leave a marker on a versioned object, and remove it when its versions have expired", async () => {
      await aws.s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: "Enabled" } });
      await rules(
        { ID: "current", Status: "Enabled", Filter: { Prefix: "kept/" }, Expiration: { Days: 5 } },
        {
          ID: "marker",
          Status: "Enabled",
          Filter: { Prefix: "kept/" },
          Expiration: { ExpiredObjectDeleteMarker: true },
        },
        {
          ID: "replaced",
          Status: "Enabled",
          Filter: { Prefix: "kept/" },
          NoncurrentVersionExpiration: { NoncurrentDays: 5 },
        },
      );
      await aws.s3.putObject({ Bucket, Key: "kept/a", Body: "x" });
      const versions = async () => {
        const { Versions = [], DeleteMarkers = [] } = await aws.s3.listObjectVersions({ Bucket, Prefix: "kept/" });
        return [Versions.length, DeleteMarkers.length];
      };
      await move(6 * day);
      assert.deepEqual(await versions(), [1, 1]);
      await move(6 * day);
      assert.deepEqual(await versions(), [0, 0]);
    });

    it("move large objects to the coldest class that is due, and abort uploads", async () => {
      const Transitions = [
        { Days: 30, StorageClass: "STANDARD_IA" },
        { Days: 60, StorageClass: "GLACIER_IR" },
      ];
      await rules(
        { ID: "colder", Status: "Enabled", Filter: { Prefix: "big/" }, Transitions },
        {
          ID: "abort",
          Status: "Enabled",
          Filter: { Prefix: "big/" },
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        },
      );
      await aws.s3.putObject({ Bucket, Key: "big/a", Body: Buffer.alloc(128 * 1024) });
      await aws.s3.putObject({ Bucket, Key: "big/small", Body: "x" });
      await aws.s3.createMultipartUpload({ Bucket, Key: "big/unfinished" });
      await move(61 * day);
      assert.equal((await aws.s3.headObject({ Bucket, Key: "big/a" })).StorageClass, "GLACIER_IR");
      assert.equal((await aws.s3.headObject({ Bucket, Key: "big/small" })).StorageClass, undefined);
      assert.deepEqual((await aws.s3.listMultipartUploads({ Bucket })).Uploads ?? [], []);
    });
  });

  describe("and alarms", () => {
    const alarm = (AlarmName: string, more: object) =>
      aws.cloudwatch.putMetricAlarm({
        AlarmName,
        Namespace: "Own",
        MetricName: "Errors",
        Statistic: "Sum",
        Period: 300,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: "GreaterThanOrEqualToThreshold",
        ...more,
      });
    const put = (Queue: string, Value: number) =>
      aws.cloudwatch.putMetricData({
        Namespace: "Own",
        MetricData: [{ MetricName: "Errors", Value, Dimensions: [{ Name: "Queue", Value: Queue }] }],
      });
    const states = async () => {
      const { MetricAlarms = [] } = await aws.cloudwatch.describeAlarms({});
      return Object.fromEntries(
        MetricAlarms.map(({ AlarmName = "", StateValue = "" }) => [AlarmName, StateValue]),
      ) as Record<string, string>;
    };

    it("judge the metric with their own dimensions only", async () => {
      const of = (Value: string) => ({ Dimensions: [{ Name: "Queue", Value }], TreatMissingData: "notBreaching" });
      await alarm("mine", of("mine"));
      await alarm("others", of("others"));
      await put("mine", 1);
      assert.deepEqual(await states(), { mine: "ALARM", others: "OK" });
    });

    it("end when what they are about is over, with their message, and begin where data are missing that count", async () => {
      const target = await cloud.queue("alarmed");
      const { TopicArn } = await aws.sns.createTopic({ Name: "alarmed" });
      await aws.sns.subscribe({
        TopicArn,
        Protocol: "sqs",
        Endpoint: target.arn,
        Attributes: { RawMessageDelivery: "true" },
      });
      await alarm("silent", { MetricName: "Runs", TreatMissingData: "ignore", AlarmActions: [TopicArn] });
      assert.equal((await states()).silent, "INSUFFICIENT_DATA");
      await alarm("silent", { MetricName: "Runs", TreatMissingData: "breaching", AlarmActions: [TopicArn] });
      const { alarms } = await move(3_600);
      assert.deepEqual(
        alarms.map(({ alarm, from, to }) => [alarm, from, to]),
        [["mine", "ALARM", "OK"]],
      );
      assert.equal((await states()).silent, "ALARM", "as soon as it is made");
      const [message] = await cloud.take(target.url);
      assert.deepEqual([message?.AlarmName, message?.NewStateValue], ["silent", "ALARM"]);
    });
  });

  it("says how far ahead it is, and refuses what is no distance", async () => {
    const { endpoint } = cloud.emulator;
    const state = await readClock(endpoint);
    assert.ok(state.ahead > 40 * day && !state.moving);
    assert.ok(Math.abs(Date.parse(state.now) / 1000 - inSeconds(state.ahead)) < 5);
    await assert.rejects(moveClock(endpoint, 400 * day), /the clock moves by 1 second to 366 days/);
  });
});
