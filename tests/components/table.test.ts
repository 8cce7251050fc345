import assert from "node:assert/strict";
import {
  ArgumentError,
  AttributeType,
  ChangeEvent,
  ChangeLog,
  Consistency,
  ExportMode,
  Function,
  GlobalTable,
  type GlobalTableArgs,
  ImportFormat,
  Projection,
  readItems,
  readWriteItems,
  StreamView,
  Table,
  type TableArgs,
  TableClass,
  TableExport,
  writeItems,
} from "../../components";
import { type Declared, declare, one, statements } from "./deploy";

const table = "aws:dynamodb/table:Table";
const users: TableArgs = { attributes: { UserID: AttributeType.String }, hashKey: "UserID" };
const orders: TableArgs = {
  attributes: {
    CustomerID: AttributeType.String,
    OrderID: AttributeType.String,
    Country: AttributeType.String,
    City: AttributeType.String,
    Total: AttributeType.Number,
  },
  hashKey: "CustomerID",
  rangeKey: "OrderID",
  globalIndexes: [
    { name: "ByPlace", hashKeys: ["Country", "City"], rangeKeys: ["Total"], projection: Projection.KeysOnly },
  ],
  localIndexes: [{ name: "ByTotal", rangeKey: "Total", projection: Projection.Include, nonKeyAttributes: ["Note"] }],
};
const arn = (name: string) => `arn:aws:dynamodb:eu-west-1:123456789012:${name}`;

function refused(program: () => unknown, ...parts: string[]): Promise<void> {
  return assert.rejects(declare(program), (error: unknown) => {
    assert.ok(error instanceof ArgumentError, String(error));
    for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
    return true;
  });
}

const image = { imageUri: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/x:1" };

describe("Table (under Pulumi's mocks)", () => {
  it("Users with the hash key UserID and 5 read and 5 write units is one line", async () => {
    const declared = await declare(() => new Table("Users", { ...users, capacity: { read: 5, write: 5 } }));
    assert.deepEqual(one(declared, table), {
      attributes: [{ name: "UserID", type: "S" }],
      hashKey: "UserID",
      billingMode: "PROVISIONED",
      readCapacity: 5,
      writeCapacity: 5,
      streamEnabled: false,
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
      deletionProtectionEnabled: true,
      tableClass: "STANDARD",
    });
    assert.deepEqual(
      declared.filter(({ type }) => type === "aws:cloudwatch/metricAlarm:MetricAlarm").map(({ name }) => name),
      ["Users-throttled-reads", "Users-throttled-writes"],
    );
    assert.ok(!declared.some(({ type }) => type.startsWith("aws:appautoscaling")));
  });

  it("is paid for by request unless it has capacity, with a bound of its cost where one is given", async () => {
    const inputs = one(await declare(() => new Table("Users", { ...users, maxReadRequestUnits: 100 })), table);
    assert.equal(inputs.billingMode, "PAY_PER_REQUEST");
    assert.equal(inputs.readCapacity, undefined);
    assert.deepEqual(inputs.onDemandThroughput, { maxReadRequestUnits: 100 });
  });

  it("has indexes of one and of several key attributes", async () => {
    const declared = await declare(
      () =>
        new Table("Orders", {
          ...orders,
          globalIndexes: [...(orders.globalIndexes ?? []), { name: "ByCity", hashKeys: ["City"] }],
        }),
    );
    const inputs = one(declared, table);
    assert.deepEqual(inputs.globalSecondaryIndexes, [
      {
        name: "ByPlace",
        keySchemas: [
          { attributeName: "Country", keyType: "HASH" },
          { attributeName: "City", keyType: "HASH" },
          { attributeName: "Total", keyType: "RANGE" },
        ],
        projectionType: "KEYS_ONLY",
      },
      { name: "ByCity", hashKey: "City", projectionType: "ALL" },
    ]);
    assert.deepEqual(inputs.localSecondaryIndexes, [
      { name: "ByTotal", rangeKey: "Total", projectionType: "INCLUDE", nonKeyAttributes: ["Note"] },
    ]);
  });

  it("scales reads and writes of the table and of each index between its capacity and its maximum", async () => {
    const declared = await declare(
      () =>
        new Table("Users", {
          ...users,
          attributes: { ...users.attributes, Email: AttributeType.String },
          globalIndexes: [{ name: "ByEmail", hashKeys: ["Email"], capacity: { read: 10, write: 2, maxRead: 20 } }],
          capacity: { read: 5, write: 4, maxRead: 50, maxWrite: 40, targetUtilization: 60 },
        }),
    );
    const targets = declared.filter(({ type }) => type === "aws:appautoscaling/target:Target");
    assert.deepEqual(
      targets.map(({ name, inputs }) => [
        name,
        inputs.resourceId,
        inputs.scalableDimension,
        inputs.minCapacity,
        inputs.maxCapacity,
      ]),
      [
        ["Users-read", "table/Users", "dynamodb:table:ReadCapacityUnits", 5, 50],
        ["Users-write", "table/Users", "dynamodb:table:WriteCapacityUnits", 4, 40],
        ["Users-ByEmail-read", "table/Users/index/ByEmail", "dynamodb:index:ReadCapacityUnits", 10, 20],
      ],
    );
    const policy = one(declared, "aws:appautoscaling/policy:Policy", "Users-read");
    assert.deepEqual(policy.targetTrackingScalingPolicyConfiguration, {
      predefinedMetricSpecification: { predefinedMetricType: "DynamoDBReadCapacityUtilization" },
      targetValue: 60,
    });
  });

  it("takes a stream, a time to live, recovery days, a key, a class, a policy, and objects to import", async () => {
    const declared = await declare(
      () =>
        new Table("Users", {
          ...users,
          tableName: "Users",
          streamView: StreamView.NewImage,
          timeToLiveAttribute: "ExpiresAt",
          recoveryDays: 7,
          kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/k",
          tableClass: TableClass.InfrequentAccess,
          deletionProtection: false,
          importFrom: { bucket: "seeds", keyPrefix: "users/", format: ImportFormat.DynamoDbJson },
          policyStatements: [
            { Principal: { AWS: "arn:aws:iam::210987654321:role/reader" }, Action: "dynamodb:GetItem" },
          ],
        }),
    );
    const inputs = one(declared, table);
    assert.equal(inputs.name, "Users");
    assert.deepEqual([inputs.streamEnabled, inputs.streamViewType], [true, "NEW_IMAGE"]);
    assert.deepEqual(inputs.ttl, { attributeName: "ExpiresAt", enabled: true });
    assert.deepEqual(inputs.pointInTimeRecovery, { enabled: true, recoveryPeriodInDays: 7 });
    assert.deepEqual(inputs.serverSideEncryption, {
      enabled: true,
      kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/k",
    });
    assert.deepEqual([inputs.tableClass, inputs.deletionProtectionEnabled], ["STANDARD_INFREQUENT_ACCESS", false]);
    assert.deepEqual(inputs.importTable, {
      inputFormat: "DYNAMODB_JSON",
      s3BucketSource: { bucket: "seeds", keyPrefix: "users/" },
    });
    const [statement] = statements(one(declared, "aws:dynamodb/resourcePolicy:ResourcePolicy").policy);
    assert.deepEqual(statement?.Resource, [arn("Users"), arn("Users/index/*")]);
  });

  it("is backed up into a vault of its own by a role that can back up this table only", async () => {
    const declared = await declare(
      () => new Table("Users", { ...users, backup: { schedule: "cron(0 4 ? * SUN *)", deleteAfterDays: 60 } }),
    );
    const [rule] = one(declared, "aws:backup/plan:Plan").rules as Record<string, unknown>[];
    assert.deepEqual(rule, {
      ruleName: "scheduled",
      targetVaultName: "Users-backup",
      schedule: "cron(0 4 ? * SUN *)",
      scheduleExpressionTimezone: "UTC",
      lifecycle: { deleteAfter: 60 },
    });
    assert.deepEqual(one(declared, "aws:backup/selection:Selection").resources, [arn("Users")]);
    const rights = statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "Users-backup-backup").policy);
    assert.deepEqual(rights.map(({ Resource }) => Resource).flat(), [
      arn("Users"),
      arn("Users/backup/*"),
      "arn:aws:backup:eu-west-1:123456789012:Users-backup",
    ]);
  });

  it("refuses, in one error, keys that are not declared, a time to live on a key, and attributes that are no keys", () =>
    refused(
      () =>
        new Table("Users", {
          ...users,
          attributes: { UserID: AttributeType.String, Name: AttributeType.String },
          globalIndexes: [{ name: "ByEmail", hashKeys: ["Email"] }],
          timeToLiveAttribute: "UserID",
        }),
      'Table "Users": globalIndexes[0].hashKeys is "Email"; it is not declared (attributes has UserID, Name)',
      'attributes is "Name"; no key uses it',
      'timeToLiveAttribute is "UserID"; it is a key',
    ));

  it("refuses more indexes than DynamoDB has room for, five hash keys, a local index without a range key", () =>
    refused(
      () =>
        new Table("Orders", {
          attributes: Object.fromEntries(["a", "b", "c", "d", "e"].map((key) => [key, AttributeType.String])),
          hashKey: "a",
          globalIndexes: Array.from({ length: 21 }, (_, index) => ({
            name: `index-${index}`,
            hashKeys: ["a", "b", "c", "d", "e"],
          })),
          localIndexes: [{ name: "local", rangeKey: "b" }],
        }),
      "globalIndexes is 21; DynamoDB allows 20",
      "globalIndexes[0].hashKeys",
      "a local index needs a table with a rangeKey",
    ));

  it("refuses 36 recovery days, no units, a maximum below the capacity, and a name that DynamoDB does not take", () =>
    refused(
      () =>
        new Table("Users", {
          ...users,
          tableName: "my users",
          recoveryDays: 36,
          capacity: { read: 0, write: 10, maxWrite: 5 },
        }),
      'tableName is "my users"',
      "recoveryDays is 36",
      "capacity.read is 0",
      "capacity.maxWrite is 5; it is below write",
    ));

  it("refuses a backup that would be deleted before it may leave cold storage", () =>
    refused(
      () => new Table("Users", { ...users, backup: { schedule: "rate(1 day)", coldStorageAfterDays: 30 } }),
      'backup.schedule is "rate(1 day)"; it is not cron(…). Example: cron(0 5 * * ? *)',
      "deleteAfterDays must be 120 or more",
    ));
});

describe("Links to a table (under Pulumi's mocks)", () => {
  const rights = async (link: (table: Table) => ReturnType<typeof readItems>, args = orders) => {
    const declared = await declare(() => {
      const made = new Table("Orders", args);
      new Function("shop", { ...image, links: [link(made)] });
    });
    const { variables } = one(declared, "aws:lambda/function:Function").environment as {
      variables: Record<string, string>;
    };
    return { statements: statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "shop-links").policy), variables };
  };
  const read = ["GetItem", "BatchGetItem", "ConditionCheckItem", "Query"].map((action) => `dynamodb:${action}`);
  const write = ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"].map((action) => `dynamodb:${action}`);

  it("to read: the table, every index, and the table's name in the environment", async () => {
    const { statements, variables } = await rights((orders) => readItems(orders, { variable: "ORDERS" }));
    assert.deepEqual(statements, [
      {
        Effect: "Allow",
        Action: [...read, "dynamodb:Scan", "dynamodb:DescribeTable"],
        Resource: [arn("Orders"), arn("Orders/index/ByTotal"), arn("Orders/index/ByPlace")],
      },
    ]);
    assert.equal(variables.ORDERS, "Orders");
  });

  it("to write: no reading, no index", async () => {
    const { statements } = await rights((orders) => writeItems(orders));
    assert.deepEqual(statements, [{ Effect: "Allow", Action: write, Resource: arn("Orders") }]);
  });

  it("to the items of one hash key: no scan, no global index, and no request without a key", async () => {
    const { statements } = await rights((orders) => readWriteItems(orders, { leadingKeys: ["customer-1"] }));
    const condition = {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["customer-1"] },
      Null: { "dynamodb:LeadingKeys": "false" },
    };
    assert.deepEqual(statements, [
      {
        Effect: "Allow",
        Action: read,
        Resource: [arn("Orders"), arn("Orders/index/ByTotal")],
        Condition: condition,
      },
      { Effect: "Allow", Action: write, Resource: arn("Orders"), Condition: condition },
    ]);
  });

  it("to an encrypted table bring the key, through DynamoDB only", async () => {
    const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/k";
    const { statements } = await rights((orders) => readItems(orders, { indexes: [] }), { ...orders, kmsKeyArn });
    assert.deepEqual(statements[1], {
      Effect: "Allow",
      Action: ["kms:Decrypt"],
      Resource: kmsKeyArn,
      Condition: { StringLike: { "kms:ViaService": "dynamodb.*" } },
    });
  });

  it("to an index that is not there, or to a global one by leading keys, are refused", async () => {
    await refused(() => readItems(new Table("Orders", orders), { indexes: ["ByName"] }), "it has ByTotal, ByPlace");
    await refused(
      () => readItems(new Table("Orders", orders), { indexes: ["ByPlace"], leadingKeys: ["a"] }),
      "IAM would compare leadingKeys with the index's own hash key",
    );
  });
});

describe("Consumers of a table's stream (under Pulumi's mocks)", () => {
  const streamed = { ...users, streamView: StreamView.NewAndOldImages };
  const mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";
  const consumer = (args: Record<string, unknown> = {}): Promise<Declared[]> =>
    declare(() => {
      const reader = new Function("reader", image);
      new Table("Users", streamed).onChange("audit", { function: reader, ...args });
    });

  it("get batches with bisection, partial responses, five retries, and a queue for what is given up", async () => {
    const declared = await consumer({
      events: [ChangeEvent.Insert],
      filters: [{ dynamodb: { NewImage: { Kind: { S: ["user"] } } } }],
      batchingWindowSeconds: 5,
    });
    const inputs = one(declared, mapping);
    assert.deepEqual(
      [inputs.batchSize, inputs.maximumBatchingWindowInSeconds, inputs.parallelizationFactor, inputs.startingPosition],
      [100, 5, 1, "TRIM_HORIZON"],
    );
    assert.deepEqual([inputs.bisectBatchOnFunctionError, inputs.maximumRetryAttempts], [true, 5]);
    assert.deepEqual(inputs.functionResponseTypes, ["ReportBatchItemFailures"]);
    assert.deepEqual(inputs.filterCriteria, {
      filters: [
        { pattern: JSON.stringify({ eventName: ["INSERT"], dynamodb: { NewImage: { Kind: { S: ["user"] } } } }) },
      ],
    });
    const queue = "arn:aws:sqs:eu-west-1:123456789012:audit-given-up";
    assert.deepEqual(inputs.destinationConfig, { onFailure: { destinationArn: queue } });
    assert.deepEqual(
      declared
        .filter(({ name }) => ["audit-late", "audit-given-up"].includes(name))
        .map(({ type }) => type.split(":")[2]),
      ["DeadLetterQueue", "Queue", "MetricAlarm", "MetricAlarm"],
    );
  });

  it("may read this stream and write to that queue", async () => {
    const rights = statements(one(await consumer(), "aws:iam/rolePolicy:RolePolicy", "audit-stream").policy);
    assert.deepEqual(rights, [
      {
        Effect: "Allow",
        Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
        Resource: `${arn("Users")}/stream/1`,
      },
      { Effect: "Allow", Action: "dynamodb:ListStreams", Resource: "*" },
      {
        Effect: "Allow",
        Action: "sqs:SendMessage",
        Resource: "arn:aws:sqs:eu-west-1:123456789012:audit-given-up",
      },
    ]);
  });

  it("are refused without a stream, as the third reader, and with settings that Lambda does not take", async () => {
    await refused(
      () => {
        const reader = new Function("reader", image);
        new Table("Users", users).onChange("audit", { function: reader });
      },
      'TableConsumer "audit"',
      "it has no stream",
    );
    await refused(() => {
      const reader = new Function("reader", image);
      const made = new Table("Users", streamed);
      for (const name of ["one", "two", "three"]) made.onChange(name, { function: reader });
    }, "more than 2 readers");
    await refused(
      () => {
        const reader = new Function("reader", image);
        new Table("Users", streamed).onChange("audit", { function: reader, batchSize: 0, parallelization: 11 });
      },
      "batchSize is 0",
      "parallelization is 11",
    );
  });

  it("the change log may write its own prefix, and its objects expire", async () => {
    const declared = await declare(() => new ChangeLog("log", { table: new Table("Users", streamed) }));
    const [write] = statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "log-links").policy);
    assert.deepEqual(write?.Resource, ["arn:aws:s3:::log-changes/changes/*"]);
    const { rules } = one(declared, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration") as {
      rules: Record<string, unknown>[];
    };
    assert.deepEqual(rules.find(({ id }) => id === "expire-changes/")?.expiration, { days: 365 });
  });
});

describe("TableExport (under Pulumi's mocks)", () => {
  it("may export this table into its own bucket, remembers by a key that does not expire, and tells failures", async () => {
    const declared = await declare(
      () =>
        new TableExport("export", {
          table: new Table("Users", { ...users, recoveryDays: 7 }),
          schedule: "rate(1 day)",
        }),
    );
    const rights = statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "export-links").policy);
    assert.deepEqual(
      rights.map(({ Action, Resource }) => [Action, Resource]),
      [
        ["dynamodb:ExportTableToPointInTime", arn("Users")],
        ["dynamodb:DescribeExport", arn("Users/export/*")],
        ["s3:AbortMultipartUpload", "arn:aws:s3:::export-exports/exports/*"],
        [
          ["s3:GetObject", "s3:PutObject"],
          ["arn:aws:s3:::export-exports/exports/*", "arn:aws:s3:::export-exports/state/*"],
        ],
        ["s3:ListBucket", "arn:aws:s3:::export-exports"],
      ],
    );
    const { variables } = one(declared, "aws:lambda/function:Function").environment as {
      variables: Record<string, string>;
    };
    const { TABLE_ARN, MODE, FULL_EVERY_DAYS, RECOVERY_DAYS, STATE_KEY } = variables;
    assert.deepEqual(
      [TABLE_ARN, MODE, FULL_EVERY_DAYS, RECOVERY_DAYS, STATE_KEY],
      [arn("Users"), "incremental", "30", "7", "state/export.json"],
    );
    const { rules } = one(declared, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration") as {
      rules: Record<string, unknown>[];
    };
    const rule = rules.find(({ id }) => id === "expire-exports/");
    assert.deepEqual(
      [rule?.filter, rule?.expiration, rule?.transitions],
      [{ prefix: "exports/" }, { days: 90 }, [{ days: 30, storageClass: "STANDARD_IA" }]],
    );
    const failed = one(declared, "aws:cloudwatch/metricAlarm:MetricAlarm", "export-failed");
    assert.deepEqual([failed.metricName, failed.dimensions], ["ExportsFailed", { service: "export" }]);
  });

  it("is refused for a table without point-in-time recovery, and for storage that S3 does not offer so soon", () =>
    refused(
      () =>
        new TableExport("export", {
          table: new Table("Users", { ...users, recoveryDays: 0 }),
          schedule: "rate(1 day)",
          mode: ExportMode.Full,
          infrequentAccessAfterDays: 7,
        }),
      'TableExport "export": table is "Users"; it has no point-in-time recovery',
      "infrequentAccessAfterDays is 7",
    ));
});

describe("GlobalTable (under Pulumi's mocks, with the table in eu-west-1)", () => {
  const global = (args: Partial<GlobalTableArgs>) => () =>
    new GlobalTable("Users", { ...users, replicas: [{ region: "eu-west-2" }], ...args });

  it("has replicas with settings of their own, a stream with both images, and an alarm for each Region", async () => {
    const declared = await declare(
      global({
        replicas: [
          { region: "eu-west-2", pointInTimeRecovery: false, deletionProtection: false },
          { region: "us-east-1", propagateTags: false },
        ],
      }),
    );
    const inputs = one(declared, table);
    assert.deepEqual(inputs.replicas, [
      { regionName: "eu-west-2", pointInTimeRecovery: false, deletionProtectionEnabled: false, propagateTags: true },
      { regionName: "us-east-1", pointInTimeRecovery: true, deletionProtectionEnabled: true, propagateTags: false },
    ]);
    assert.deepEqual([inputs.streamEnabled, inputs.streamViewType], [true, "NEW_AND_OLD_IMAGES"]);
    const alarm = one(declared, "aws:cloudwatch/metricAlarm:MetricAlarm", "Users-late-us-east-1");
    assert.deepEqual(alarm.dimensions, { TableName: "Users", ReceivingRegion: "us-east-1" });
  });

  it("scales in every Region", async () => {
    const capacity = { read: 5, write: 5, maxRead: 50, maxWrite: 50 };
    const targets = (await declare(global({ capacity }))).filter(
      ({ type }) => type === "aws:appautoscaling/target:Target",
    );
    assert.deepEqual(
      targets.map(({ name, inputs }) => [name, inputs.region]),
      [
        ["Users-read", undefined],
        ["Users-write", undefined],
        ["Users-eu-west-2-read", "eu-west-2"],
        ["Users-eu-west-2-write", "eu-west-2"],
      ],
    );
  });

  it("is strongly consistent over three Regions, one of which may be a witness", async () => {
    const declared = await declare(global({ consistency: Consistency.Strong, witnessRegion: "eu-central-1" }));
    const inputs = one(declared, table);
    const [replica] = inputs.replicas as Record<string, unknown>[];
    assert.deepEqual([replica?.regionName, replica?.consistencyMode], ["eu-west-2", "STRONG"]);
    assert.deepEqual(inputs.globalTableWitness, { regionName: "eu-central-1" });
    assert.equal(inputs.streamEnabled, false);
  });

  it("refuses strong consistency over two or four Regions, over continents, and with a time to live", async () => {
    const consistency = Consistency.Strong;
    await refused(
      global({ consistency, timeToLiveAttribute: "ExpiresAt" }),
      "exactly 3 Regions",
      "timeToLiveAttribute",
    );
    const four = ["eu-west-2", "eu-west-3", "eu-central-1"].map((region) => ({ region }));
    await refused(global({ consistency, replicas: four }), "exactly 3 Regions");
    await refused(
      global({ consistency, replicas: [{ region: "us-east-1" }, { region: "us-east-2" }] }),
      "strong consistency stays within us-east-1",
    );
  });

  it("refuses capacity without autoscaling, its own Region, a Region twice, a key for some, another stream, no replica", async () => {
    await refused(global({ capacity: { read: 5, write: 5, maxRead: 50 } }), "capacity is", "give maxRead and maxWrite");
    await refused(global({ replicas: [{ region: "eu-west-1" }] }), "eu-west-1 is the Region of the table itself");
    await refused(
      global({
        replicas: [{ region: "eu-west-2" }, { region: "eu-west-2" }],
        kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/k",
        streamView: StreamView.KeysOnly,
        witnessRegion: "eu-west-3",
      }),
      "name each Region once",
      "give a kmsKeyArn to the table and to every replica",
      "replication needs NewAndOldImages",
      "a witness needs consistency Strong",
    );
    await refused(global({ replicas: [] }), "give one or more, or make it a Table");
  });

  it("leaves one reader for its stream: replication is the other", () =>
    refused(() => {
      const made = global({})();
      const reader = new Function("reader", image);
      for (const name of ["one", "two"]) made.onChange(name, { function: reader });
    }, "more than 1 reader"));
});
