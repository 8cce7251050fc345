import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { startProvider } from "../../local/provider";
import { Aws } from "../../local/provider/frame/aws";
import { resourceTypes } from "../../local/provider/resources";
import { everything } from "./providerProgram";
import { type Variant } from "./providerVariant";
import { freePort } from "../freePort";
import { type Program, ProviderStack, region, type Run, startOwnEmulator } from "./providerStack";

const first: Variant = {
  answer: "one",
  memorySize: 256,
  retention: 14,
  tags: { team: "a" },
  threshold: 0,
  schedule: "cron(0 3 * * ? *)",
};
const second: Variant = {
  answer: "two",
  memorySize: 512,
  retention: 30,
  tags: { team: "b", stage: "test" },
  threshold: 5,
  schedule: "rate(2 hours)",
};

describe("the local provider", function () {
  // The first run on a machine installs the emulator and builds the engine.
  this.timeout(600_000);

  let emulator: Awaited<ReturnType<typeof startOwnEmulator>>;
  let cloud: Aws;
  before(async () => {
    emulator = await startOwnEmulator();
    cloud = new Aws(emulator.endpoint, region);
  });
  after(() => emulator.stop());

  const open = async () => ProviderStack.open(await startProvider({ mode: "emulator", endpoint: emulator.endpoint }));

  /** Runs with a stack of its own, and leaves nothing of it behind. */
  async function withStack(use: (stack: ProviderStack) => Promise<void>): Promise<void> {
    const stack = await open();
    try {
      await use(stack);
    } finally {
      await stack.destroy().finally(() => stack.close());
    }
  }

  async function invoke(name: unknown): Promise<unknown> {
    const { Payload } = await cloud.lambda.invoke({ FunctionName: String(name) });
    return JSON.parse(Buffer.from(Payload!).toString());
  }

  describe("with a program of every resource type", () => {
    let stack: ProviderStack;
    let made: Run;
    before(async () => (stack = await open()));
    after(() => stack.close());

    it("covers every type that is served, but for those of APIs, users, event streams and networks", async () => {
      await stack.preview(() => everything(first));
      made = await stack.up(() => everything(first));
      const state = stack.state();
      // Those have programs of their own: api, users, identity, network and database.test.ts.
      const here = [...resourceTypes.keys()].filter(
        (token) =>
          !/^aws:(apigateway|apigatewayv2|cognito|dax|ec2|elasticache|kinesis|rds|route53|vpc|wafv2)\//.test(token),
      );
      assert.deepEqual(
        here.filter((token) => !state.includes(`"type":"${token}"`)),
        [],
      );
    });

    it("makes them for real, with the values that AWS computes", async () => {
      const { outputs } = made;
      assert.match(String(outputs.bucket), /^uploads-[0-9a-f]{7}$/);
      assert.match(String(outputs.fifo), /^ordered-[0-9a-f]{7}\.fifo$/);
      assert.equal(
        outputs.functionArn,
        `arn:aws:lambda:${region}:000000000000:function:${String(outputs.functionName)}`,
      );
      assert.equal(outputs.version, "1");
      assert.equal(outputs.regionalDomainName, `${String(outputs.bucket)}.s3.${region}.amazonaws.com`);
      assert.deepEqual(outputs.tagsAll, { team: "a" });
      assert.equal(outputs.effectiveLogGroup, outputs.logGroup);
      assert.equal(await invoke(outputs.functionName), "one");
      assert.equal(outputs.invoked, '"one"');
      const { Status } = await cloud.s3.getBucketVersioning({ Bucket: String(outputs.bucket) });
      assert.equal(Status, "Enabled");
    });

    it("says what is declared and not run", async () => {
      const { declaredOnly: declared } = await stack.provider.report();
      assert.ok(
        declared.includes(
          "aws:cloudwatch/metricAlarm:MetricAlarm (share) metricQueries: the emulator evaluates single metrics only",
        ),
      );
      assert.ok(!declared.some((line) => line.includes("the emulator does not keep it")), declared.join("\n"));
    });

    it("changes nothing in a second run, and finds nothing changed in a refresh", async () => {
      assert.deepEqual(Object.keys((await stack.up(() => everything(first))).changes), ["same"]);
      assert.deepEqual(Object.keys((await stack.refresh()).changes), ["same"]);
      assert.deepEqual(Object.keys((await stack.up(() => everything(first))).changes), ["same"]);
    });

    it("updates in place what can be, with what stays known in the preview", async () => {
      const planned = await stack.preview(() => everything(second));
      assert.equal(planned.outputs.functionArn, made.outputs.functionArn);
      assert.notEqual(planned.outputs.version, "1");
      const tagged = await stack.preview(() => everything({ ...first, tags: second.tags }));
      assert.equal(tagged.outputs.version, "1");
      assert.equal(tagged.steps.live, "same");
      const { changes, diffs, outputs } = await stack.up(() => everything(second));
      assert.deepEqual(Object.keys(changes).sort(), ["same", "update"]);
      assert.deepEqual(diffs.uploads, { "tags.team": "update", "tags.stage": "add" });
      assert.equal(outputs.functionArn, made.outputs.functionArn);
      assert.equal(outputs.version, "2");
      assert.equal(await invoke(outputs.functionName), "two");
      assert.deepEqual(Object.keys((await stack.refresh()).changes), ["same"]);
      assert.deepEqual(Object.keys((await stack.up(() => everything(second))).changes), ["same"]);
    });

    it("brings a table, its indexes and its replica from one set of arguments to another", async () => {
      const { Table } = await cloud.dynamodb.describeTable({ TableName: String(made.outputs.table) });
      const { ProvisionedThroughput, GlobalSecondaryIndexes = [], TableClassSummary } = Table ?? {};
      assert.equal(ProvisionedThroughput?.ReadCapacityUnits, 6);
      assert.equal(TableClassSummary?.TableClass, "STANDARD_INFREQUENT_ACCESS");
      const units = GlobalSecondaryIndexes.map((index) => [
        index.IndexName,
        index.ProvisionedThroughput?.WriteCapacityUnits,
        index.KeySchema?.length,
      ]);
      assert.deepEqual(units, [
        ["ByPlace", 2, 3],
        ["ByCity", 1, 1],
      ]);
      const there = new Aws(emulator.endpoint, "eu-west-1").dynamodb;
      await cloud.dynamodb.putItem({
        TableName: Table!.TableName,
        Item: { Customer: { S: "c" }, Order: { S: "1" } },
      });
      const { Count } = await there.scan({ TableName: Table!.TableName });
      assert.equal(Count, 1);
      const { ContinuousBackupsDescription } = await there.describeContinuousBackups({ TableName: Table!.TableName });
      const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
      assert.equal(recovery?.PointInTimeRecoveryStatus, "DISABLED");
      const { TimeToLiveDescription } = await cloud.dynamodb.describeTimeToLive({ TableName: Table!.TableName });
      assert.equal(TimeToLiveDescription?.TimeToLiveStatus, "DISABLED");
    });

    it("leaves the emulator empty after a destroy", async () => {
      await cloud.s3.putObject({ Bucket: String(made.outputs.bucket), Key: "a", Body: "1" });
      await cloud.s3.putObject({ Bucket: String(made.outputs.bucket), Key: "a", Body: "2" });
      await stack.destroy();
      const left = await Promise.all([
        cloud.s3.listBuckets({}).then(({ Buckets }) => Buckets),
        cloud.lambda.listFunctions({}).then(({ Functions }) => Functions),
        cloud.lambda.listLayers({}).then(({ Layers }) => Layers),
        cloud.iam.listRoles({}).then(({ Roles }) => Roles?.filter(({ Path }) => !Path?.startsWith("/aws"))),
        cloud.iam.listPolicies({ Scope: "Local" }).then(({ Policies }) => Policies),
        cloud.logs.describeLogGroups({ logGroupNamePrefix: "worker" }).then(({ logGroups }) => logGroups),
        cloud.sqs.listQueues({}).then(({ QueueUrls }) => QueueUrls),
        cloud.sns.listTopics({}).then(({ Topics }) => Topics),
        cloud.sns.listSubscriptions({}).then(({ Subscriptions }) => Subscriptions),
        cloud.scheduler.listSchedules({}).then(({ Schedules }) => Schedules),
        cloud.scheduler
          .listScheduleGroups({})
          .then(({ ScheduleGroups }) => ScheduleGroups?.filter(({ Name }) => Name !== "default")),
        cloud.events.listRules({}).then(({ Rules }) => Rules),
        cloud.cloudwatch.describeAlarms({}).then(({ MetricAlarms }) => MetricAlarms),
        cloud.kms
          .listAliases({})
          .then(({ Aliases }) => Aliases?.filter(({ AliasName }) => !AliasName?.startsWith("alias/aws/"))),
        cloud.dynamodb.listTables({}).then(({ TableNames }) => TableNames),
        new Aws(emulator.endpoint, "eu-west-1").dynamodb.listTables({}).then(({ TableNames }) => TableNames),
        cloud.lambda.listEventSourceMappings({}).then(({ EventSourceMappings }) => EventSourceMappings),
        cloud.backup.listBackupVaults({}).then(({ BackupVaultList }) => BackupVaultList),
        cloud.backup.listBackupPlans({}).then(({ BackupPlansList }) => BackupPlansList),
      ]);
      assert.deepEqual(
        left.flatMap((list: unknown[] | undefined) => list ?? []),
        [],
      );
    });
  });

  it("replaces with a new automatic name before it deletes, and deletes first what has the program's name", () =>
    withStack(async (stack) => {
      const program = (fifo: boolean) => () => {
        new aws.sqs.Queue("ours", { fifoQueue: fifo });
        new aws.sqs.Queue("mine", { name: "mine.fifo", fifoQueue: true, tags: { a: "b" } });
        const role = new aws.iam.Role("role", { name: "named", path: fifo ? "/b/" : "/a/", assumeRolePolicy: trust });
        return { path: role.path, arn: role.arn };
      };
      await stack.up(program(false));
      const { steps, outputs, diffs } = await stack.up(program(true));
      assert.equal(steps.ours, "create-replacement");
      assert.equal(steps.role, "delete-replaced");
      assert.equal(steps.mine, "same");
      assert.deepEqual(diffs.role, { path: "update-replace" });
      assert.equal(outputs.arn, "arn:aws:iam::000000000000:role/b/named");
    }));

  it("notices in a refresh what was deleted or changed behind its back, and the next run mends it", () =>
    withStack(async (stack) => {
      const program = () => {
        const bucket = new aws.s3.Bucket("gone");
        const group = new aws.cloudwatch.LogGroup("group", { retentionInDays: 7 });
        const queue = new aws.sqs.Queue("queue", { tags: { team: "a" } });
        return { bucket: bucket.bucket, group: group.name, url: queue.url };
      };
      const { outputs } = await stack.up(program);
      await cloud.s3.deleteBucket({ Bucket: String(outputs.bucket) });
      await cloud.logs.putRetentionPolicy({ logGroupName: String(outputs.group), retentionInDays: 30 });
      await cloud.sqs.tagQueue({ QueueUrl: String(outputs.url), Tags: { by: "hand" } });
      const { changes, diffs } = await stack.refresh();
      assert.deepEqual({ delete: changes.delete, update: changes.update }, { delete: 1, update: 2 });
      assert.deepEqual(diffs.group, { retentionInDays: "update" });
      const mended = await stack.up(program);
      assert.equal(mended.steps.gone, "create");
      assert.deepEqual(mended.diffs.group, { retentionInDays: "update" });
      assert.deepEqual(mended.diffs.queue, { "tags.by": "delete" });
      const { logGroups } = await cloud.logs.describeLogGroups({ logGroupNamePrefix: String(outputs.group) });
      assert.equal(logGroups?.[0]?.retentionInDays, 7);
    }));

  it("imports what exists already, and brings it to the program's arguments", () =>
    withStack(async (stack) => {
      await cloud.s3.createBucket({ Bucket: "grown", CreateBucketConfiguration: { LocationConstraint: region } });
      await cloud.iam.createRole({ RoleName: "grown", AssumeRolePolicyDocument: trust });
      const { QueueUrl } = await cloud.sqs.createQueue({ QueueName: "grown", Attributes: { VisibilityTimeout: "45" } });
      await cloud.sqs.setQueueAttributes({ QueueUrl, Attributes: { DelaySeconds: "5" } });
      const program = (tags: { [name: string]: string }) => () => {
        new aws.s3.Bucket("bucket", { bucket: "grown", forceDestroy: false, tags }, { import: "grown" });
        new aws.iam.Role("role", { name: "grown", assumeRolePolicy: trust }, { import: "grown" });
        const queue = { name: "grown", visibilityTimeoutSeconds: 45, delaySeconds: 5, maxMessageSize: 1_048_576 };
        new aws.sqs.Queue("queue", queue, { import: QueueUrl! });
      };
      const { diffs } = await stack.up(program({ team: "a" }));
      assert.deepEqual(diffs, { bucket: { tags: "add" } });
      const { TagSet } = await cloud.s3.getBucketTagging({ Bucket: "grown" });
      assert.deepEqual(TagSet, [{ Key: "team", Value: "a" }]);
      assert.deepEqual(Object.keys((await stack.up(program({ team: "a" }))).changes), ["same"]);
    }));

  it("refuses to import what does not exist", () =>
    withStack(async (stack) => {
      const program = () => void new aws.s3.Bucket("bucket", { bucket: "nowhere" }, { import: "nowhere" });
      await assert.rejects(stack.up(program), /resource 'nowhere' does not exist/);
    }));

  it("refuses to delete a bucket that has objects, and tells the way", () =>
    withStack(async (stack) => {
      const program = (forceDestroy: boolean) => () => ({ bucket: new aws.s3.Bucket("full", { forceDestroy }).bucket });
      const { outputs } = await stack.up(program(false));
      await cloud.s3.putObject({ Bucket: String(outputs.bucket), Key: "photo.jpg", Body: "1" });
      await assert.rejects(
        stack.up(() => {}),
        /aws:s3\/bucket:Bucket "full": DeleteBucket failed: BucketNotEmpty: .*set forceDestroy to true and run an update first/,
      );
      await stack.up(program(true));
    }));

  it("keeps a resource that could be made only in part, and completes it in the next run", () =>
    withStack(async (stack) => {
      const program = (retentionInDays: number) => () => ({
        name: new aws.cloudwatch.LogGroup("part", { retentionInDays, tags: { team: "a" } }).name,
      });
      await assert.rejects(
        stack.up(program(8)),
        /aws:cloudwatch\/logGroup:LogGroup "part": PutRetentionPolicy failed: Invalid/,
      );
      const { steps, outputs } = await stack.up(program(7));
      assert.equal(steps.part, "update");
      const { logGroups } = await cloud.logs.describeLogGroups({ logGroupNamePrefix: String(outputs.name) });
      assert.equal(logGroups?.[0]?.retentionInDays, 7);
    }));

  it("makes resources in their own Region, with the tags of their own provider", () =>
    withStack(async (stack) => {
      const program = (team: string) => () => {
        const west = new aws.Provider("west", { region: "us-west-2", defaultTags: { tags: { team } } });
        const there = new aws.sqs.Queue("there", { tags: { stage: "test" } }, { provider: west });
        const alone = new aws.sqs.Queue("alone", { region: "us-east-1" });
        const here = new aws.sqs.Queue("here");
        return { arns: [here.arn, there.arn, alone.arn], tags: there.tagsAll, regions: [here.region, there.region] };
      };
      const { outputs } = await stack.up(program("a"));
      const regions = (outputs.arns as string[]).map((arn) => arn.split(":")[3]);
      assert.deepEqual(regions, [region, "us-west-2", "us-east-1"]);
      assert.deepEqual(outputs.regions, [region, "us-west-2"]);
      assert.deepEqual(outputs.tags, { team: "a", stage: "test" });
      const { diffs } = await stack.up(program("b"));
      assert.deepEqual(diffs.there, { "tags.team": "update" });
    }));

  it("keeps secrets secret in the state", () =>
    withStack(async (stack) => {
      const program = () => {
        new aws.sqs.Queue("queue", { tags: { open: "yes", password: pulumi.secret("hunter2") } });
        new aws.cloudwatch.MetricAlarm("alarm", {
          namespace: "Test",
          metricName: "Test",
          statistic: "Sum",
          period: 60,
          evaluationPeriods: 1,
          threshold: 1,
          comparisonOperator: "GreaterThanThreshold",
          alarmDescription: pulumi.secret("hunter2"),
        });
      };
      for (const run of [() => stack.up(program), () => stack.refresh(), () => stack.up(program)]) {
        await run();
        const state = stack.state();
        assert.ok(!state.includes("hunter2"));
        assert.ok(state.includes('"open":"yes"'));
      }
    }));

  it("checks a type that it does not run by the provider's schema, naming resource, property and what is missing", () =>
    withStack(async (stack) => {
      const settings = [{ name: "containerInsights" }] as aws.types.input.ecs.ClusterSetting[];
      const program = () => void new aws.ecs.Cluster("main", { settings });
      await assert.rejects(stack.preview(program), /missing required argument "settings\[0\]\.value"/);
    }));

  it("names the resource, the call and the cause when AWS refuses", () =>
    withStack(async (stack) => {
      await cloud.s3.createBucket({ Bucket: "taken", CreateBucketConfiguration: { LocationConstraint: region } });
      const program = () => void new aws.s3.Bucket("uploads", { bucket: "taken" });
      await assert.rejects(
        stack.up(program),
        /aws:s3\/bucket:Bucket "uploads": CreateBucket failed: BucketAlready\w+: /,
      );
      await cloud.s3.deleteBucket({ Bucket: "taken" });
    }));

  it("gives a version that starts from a snapshot once it can be called, and fails when its hooks do", () =>
    withStack(async (stack) => {
      const program = (hook: string) => () => {
        const source = [
          "from snapshot_restore_py import register_after_restore",
          "restored = []",
          `register_after_restore(lambda: ${hook})`,
          "handler = lambda event, context: restored",
        ].join("\n");
        const role = new aws.iam.Role("role", { assumeRolePolicy: trust });
        const { name, version } = new aws.lambda.Function("fn", {
          role: role.arn,
          runtime: "python3.14",
          handler: "index.handler",
          code: new pulumi.asset.AssetArchive({ "index.py": new pulumi.asset.StringAsset(source) }),
          snapStart: { applyOn: "PublishedVersions" },
          publish: true,
        });
        return { name, version };
      };
      const { outputs } = await stack.up(program("restored.append('hook')"));
      const version = { FunctionName: String(outputs.name), Qualifier: String(outputs.version) };
      const { Payload } = await cloud.lambda.invoke(version);
      assert.equal(Buffer.from(Payload!).toString(), '["hook"]');
      assert.deepEqual((await stack.up(program("restored.append('hook')"))).diffs, {});
      await assert.rejects(stack.up(program("1 / 0")), /function fn-\w+ failed: .*division by zero/);
    }));

  it("says that nothing answers when the emulator is not there", async () => {
    const provider = await startProvider({ mode: "emulator", endpoint: `http://127.0.0.1:${await freePort()}` });
    const stack = await ProviderStack.open(provider);
    try {
      const program = () => void new aws.sqs.Queue("queue");
      await assert.rejects(
        stack.up(program),
        /Queue "queue": CreateQueue failed: nothing answers at http:\/\/127.0.0.1:\d+/,
      );
    } finally {
      await stack.close();
    }
  });
});

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

describe("the local provider in a preview without a cloud", function () {
  this.timeout(600_000);

  let stack: ProviderStack;
  before(async () => {
    // No credentials, and none that could be found.
    const environment = { AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null" };
    stack = await ProviderStack.open(await startProvider({ mode: "preview" }), environment);
  });
  after(() => stack.close());

  /** Whether each output is known, seen from the program. */
  async function known(program: () => Record<string, pulumi.Output<unknown>>): Promise<Record<string, unknown>> {
    const seen: Record<string, unknown> = {};
    const observe: Program = () => {
      const outputs = program();
      for (const [name, output] of Object.entries(outputs)) {
        seen[name] = "unknown";
        output.apply((value) => (seen[name] = value));
      }
      return outputs;
    };
    await stack.preview(observe);
    return seen;
  }

  it("knows arguments and names, and does not know what AWS computes", async () => {
    const { name, ...rest } = await known(() => {
      const role = new aws.iam.Role("role", { assumeRolePolicy: trust });
      const {
        name,
        timeout,
        memorySize,
        arn,
        id,
        version,
        architectures,
        region: where,
        tagsAll,
      } = new aws.lambda.Function("fn", {
        role: role.arn,
        runtime: "nodejs24.x",
        handler: "index.handler",
        timeout: 30,
        tags: { a: "b" },
      });
      return { name, timeout, memorySize, arn, id, version, architectures, where, tagsAll };
    });
    assert.match(String(name), /^fn-[0-9a-f]{7}$/);
    assert.deepEqual(rest, {
      timeout: 30,
      memorySize: 128,
      arn: "unknown",
      id: "unknown",
      version: "unknown",
      architectures: "unknown",
      where: region,
      tagsAll: { a: "b" },
    });
  });

  it("answers what follows from the Region, and leaves the account unknown", async () => {
    const seen = await known(() => ({
      region: aws.getRegionOutput().region,
      description: aws.getRegionOutput().description,
      partition: aws.getPartitionOutput({}).partition,
      account: aws.getCallerIdentityOutput().accountId,
      interpolated: pulumi.interpolate`arn:aws:iam::${aws.getCallerIdentityOutput().accountId}:root`,
      awaited: pulumi.output(aws.getCallerIdentity()).accountId,
    }));
    assert.deepEqual(seen, {
      region,
      description: "Europe (Frankfurt)",
      partition: "aws",
      account: "unknown",
      interpolated: "unknown",
      awaited: "unknown",
    });
  });

  it("previews a program of every resource type", async () => {
    const { changes } = await stack.preview(() => everything(first));
    assert.deepEqual(Object.keys(changes), ["create"]);
  });

  it("makes nothing", async () => {
    await assert.rejects(
      stack.up(() => void new aws.sqs.Queue("queue")),
      /Queue "queue": a preview creates, reads and changes nothing/,
    );
  });
});
