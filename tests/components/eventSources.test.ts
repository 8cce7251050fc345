import assert from "node:assert/strict";
import {
  Bucket,
  EventRule,
  EventStream,
  FilterScope,
  Function,
  ObjectEvent,
  PaymentLedger,
  PaymentSource,
  Queue,
  StartingPosition,
  Topic,
} from "../../components";
import { type Declared, declare, one, statements } from "./deploy";

const mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";
const policy = "aws:iam/rolePolicy:RolePolicy";
const key = "arn:aws:kms:eu-west-1:123456789012:key/own";
const worker = (name = "work", args = {}) => new Function(name, { imageUri: "1.dkr.ecr.aws/x:1", ...args });
const refused = (attempt: () => unknown, ...parts: string[]): void =>
  assert.throws(attempt, (error: Error) => {
    for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
    return error.name === "ArgumentError";
  });

describe("a queue with a function", () => {
  let declared: Declared[];
  before(async () => {
    declared = await declare(() => {
      const queue = new Queue("orders", { kmsKeyArn: key, maxReceiveCount: 3 });
      queue.onMessage("take", {
        function: worker(),
        batchSize: 100,
        batchingWindowSeconds: 5,
        maximumConcurrency: 20,
        filters: [{ body: { type: ["order"] } }],
      });
      new Queue("ordered", { fifo: true }).onMessage("take-ordered", { function: worker("other") });
    });
  });

  it("is encrypted, TLS only, and has a queue for dead letters of its own kind", () => {
    const queue = one(declared, "aws:sqs/queue:Queue", "orders");
    assert.deepEqual([queue.kmsMasterKeyId, queue.visibilityTimeoutSeconds], [key, 180]);
    assert.deepEqual(JSON.parse(String(queue.redrivePolicy)), {
      deadLetterTargetArn: "arn:aws:sqs:eu-west-1:123456789012:orders-dead-letters",
      maxReceiveCount: 3,
    });
    const [tls] = statements(one(declared, "aws:sqs/queuePolicy:QueuePolicy", "orders-tls").policy);
    assert.deepEqual([tls?.Effect, tls?.Condition], ["Deny", { Bool: { "aws:SecureTransport": "false" } }]);
    const ordered = one(declared, "aws:sqs/queue:Queue", "ordered");
    assert.deepEqual(
      [ordered.fifoQueue, ordered.contentBasedDeduplication, ordered.fifoThroughputLimit, ordered.sqsManagedSseEnabled],
      [true, true, "perMessageGroupId", true],
    );
    assert.equal(one(declared, "aws:sqs/queue:Queue", "ordered-dead-letters").fifoQueue, true);
  });

  it("tells when messages wait for too long, and when one is a dead letter", () => {
    const alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    assert.equal(one(declared, alarm, "orders-late").threshold, 900);
    assert.deepEqual(one(declared, alarm, "orders-dead-letters").dimensions, { QueueName: "orders-dead-letters" });
  });

  it("is read in batches, with the messages that failed coming again, and by no more calls than allowed", () => {
    const reads = one(declared, mapping, "take");
    assert.deepEqual(
      [reads.batchSize, reads.maximumBatchingWindowInSeconds, reads.scalingConfig, reads.functionResponseTypes],
      [100, 5, { maximumConcurrency: 20 }, ["ReportBatchItemFailures"]],
    );
    assert.deepEqual(reads.filterCriteria, { filters: [{ pattern: '{"body":{"type":["order"]}}' }] });
    const ordered = one(declared, mapping, "take-ordered");
    assert.deepEqual(
      [ordered.batchSize, "maximumBatchingWindowInSeconds" in ordered, "scalingConfig" in ordered],
      [10, false, false],
    );
  });

  it("gives the function the right to read this queue with its key, and nothing else", () => {
    assert.deepEqual(
      statements(one(declared, policy, "take-queue").policy).map(({ Action, Resource }) => [Action, Resource]),
      [
        [
          ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
          "arn:aws:sqs:eu-west-1:123456789012:orders",
        ],
        ["kms:Decrypt", key],
      ],
    );
  });

  it("is refused where Lambda or SQS would refuse it, or lose messages", async () => {
    await declare(() => {
      const fifo = new Queue("fifo", { fifo: true });
      const queue = new Queue("plain");
      const reader = worker();
      refused(
        () => fifo.onMessage("take", { function: reader, batchSize: 11 }),
        'QueueConsumer "take": batchSize is 11',
        "from 1 to 10 messages",
        "https://docs.aws.amazon.com/lambda/",
      );
      refused(
        () => fifo.onMessage("take", { function: reader, batchingWindowSeconds: 1 }),
        "batchingWindowSeconds is 1; a FIFO queue cannot have one",
      );
      refused(
        () => queue.onMessage("take", { function: reader, batchSize: 11 }),
        "batchingWindowSeconds is 0; batches of more than 10 messages need 1 second or more",
      );
      refused(
        () => queue.onMessage("take", { function: reader, batchSize: 10_001, batchingWindowSeconds: 301 }),
        "batchSize is 10001",
        "batchingWindowSeconds is 301",
      );
      for (const maximumConcurrency of [1, 1_001]) {
        refused(
          () => queue.onMessage("take", { function: reader, maximumConcurrency }),
          `maximumConcurrency is ${maximumConcurrency}`,
          "from 2 to 1000",
        );
      }
      const filters = Array.from({ length: 6 }, () => ({ body: {} }));
      refused(() => queue.onMessage("take", { function: reader, filters }), "filters.length is 6", "from 1 to 5");
      refused(
        () => queue.onMessage("take", { function: worker("slow", { timeoutSeconds: 31 }) }),
        "queue.visibilityTimeoutSeconds is 180",
        "give the queue 186 or more",
      );
      refused(
        () => queue.onMessage("take", { function: worker("few", { reservedConcurrency: 5 }), maximumConcurrency: 6 }),
        "maximumConcurrency is 6; the function reserves 5",
      );
      refused(
        () => new Queue("bad", { visibilityTimeoutSeconds: 43_201, retentionSeconds: 59, delaySeconds: 901 }),
        "visibilityTimeoutSeconds is 43201",
        "retentionSeconds is 59",
        "delaySeconds is 901",
      );
      refused(
        () => new Queue("bad", { maxReceiveCount: 0, lateAfterSeconds: 59 }),
        "maxReceiveCount is 0",
        "lateAfterSeconds is 59",
      );
    });
  });

  it("takes what is just allowed", async () => {
    const found = await declare(() => {
      const reader = worker("work", { timeoutSeconds: 30, reservedConcurrency: 1_000 });
      const plain = { function: reader, batchSize: 10_000, batchingWindowSeconds: 300, maximumConcurrency: 1_000 };
      new Queue("plain").onMessage("take", plain);
      new Queue("fifo", { fifo: true }).onMessage("take-fifo", { function: reader, batchSize: 10 });
    });
    assert.equal(one(found, mapping, "take").batchSize, 10_000);
  });
});

describe("a stream of Kinesis with a function", () => {
  it("is read with the right to this stream only, and tells of records it gave up", async () => {
    const declared = await declare(() => {
      const stream = new EventStream("clicks", { kmsKeyArn: key });
      stream.onRecord("count", { function: worker(), startingPosition: StartingPosition.Latest, parallelization: 10 });
    });
    const reads = one(declared, mapping, "count");
    assert.deepEqual(
      [reads.eventSourceArn, reads.startingPosition, reads.parallelizationFactor, reads.bisectBatchOnFunctionError],
      ["arn:aws:kinesis:eu-west-1:123456789012:clicks", "LATEST", 10, true],
    );
    assert.deepEqual(reads.destinationConfig, {
      onFailure: { destinationArn: "arn:aws:sqs:eu-west-1:123456789012:count-given-up" },
    });
    const [read, decrypt] = statements(one(declared, policy, "count-stream").policy);
    assert.deepEqual([read?.Resource, decrypt?.Action], [reads.eventSourceArn, "kms:Decrypt"]);
    await declare(() => {
      const stream = new EventStream("clicks");
      refused(
        () => stream.onRecord("count", { function: worker(), parallelization: 11, maximumRecordAgeSeconds: 59 }),
        'StreamConsumer "count": parallelization is 11',
        "maximumRecordAgeSeconds is 59",
      );
    });
  });
});

describe("a topic with a function", () => {
  it("may call it, keeps what it could not hand over, and sends only what the filter lets through", async () => {
    const declared = await declare(() => {
      const topic = new Topic("news");
      topic.onMessage("tell", { function: worker(), filter: { kind: ["big"] }, filterScope: FilterScope.MessageBody });
    });
    const source = "arn:aws:sns:eu-west-1:123456789012:news";
    const { principal, sourceArn } = one(declared, "aws:lambda/permission:Permission");
    assert.deepEqual([principal, sourceArn], ["sns.amazonaws.com", source]);
    const subscription = one(declared, "aws:sns/topicSubscription:TopicSubscription");
    assert.deepEqual(
      [subscription.filterPolicy, subscription.filterPolicyScope, JSON.parse(String(subscription.redrivePolicy))],
      [
        '{"kind":["big"]}',
        "MessageBody",
        { deadLetterTargetArn: "arn:aws:sqs:eu-west-1:123456789012:tell-undelivered" },
      ],
    );
    const [, sender] = statements(one(declared, "aws:sqs/queuePolicy:QueuePolicy", "tell-undelivered-tls").policy);
    assert.deepEqual(
      [sender?.Principal, sender?.Action, sender?.Condition],
      [{ Service: "sns.amazonaws.com" }, "sqs:SendMessage", { ArnEquals: { "aws:SourceArn": source } }],
    );
    await declare(() => {
      const filter = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((name) => [name, ["x"]]));
      refused(
        () => new Topic("news").onMessage("tell", { function: worker(), filter }),
        'TopicConsumer "tell": filter.length is 6',
        "from 1 to 5",
      );
      refused(
        () => new Topic("news2").onMessage("tell", { function: worker("b"), filterScope: FilterScope.MessageBody }),
        "filter is missing; a filterScope needs a filter",
      );
    });
  });
});

describe("a rule of EventBridge", () => {
  it("calls up to five functions, and keeps what it could not hand over", async () => {
    const declared = await declare(
      () =>
        new EventRule("orders", {
          pattern: { source: ["shop"], detail: { total: [{ numeric: [">", 100] }] } },
          functions: ["a", "b", "c", "d", "e"].map((name) => worker(name)),
          busName: "shop",
        }),
    );
    const rule = one(declared, "aws:cloudwatch/eventRule:EventRule");
    assert.deepEqual(
      [rule.eventPattern, rule.state, rule.eventBusName],
      ['{"source":["shop"],"detail":{"total":[{"numeric":[">",100]}]}}', "ENABLED", "shop"],
    );
    const targets = declared.filter(({ type }) => type === "aws:cloudwatch/eventTarget:EventTarget");
    assert.equal(targets.length, 5);
    assert.deepEqual(targets[0]?.inputs.retryPolicy, { maximumRetryAttempts: 185, maximumEventAgeInSeconds: 3_600 });
    assert.deepEqual(targets[0]?.inputs.deadLetterConfig, {
      arn: "arn:aws:sqs:eu-west-1:123456789012:orders-undelivered",
    });
  });

  it("is refused with a sixth function, none, a single value, or nothing to match", async () => {
    await declare(() => {
      const pattern = { source: ["shop"] };
      const functions = ["a", "b", "c", "d", "e", "f"].map((name) => worker(name));
      refused(
        () => new EventRule("r", { pattern, functions }),
        'EventRule "r": functions.length is 6; AWS allows 5 targets a rule',
      );
      refused(() => new EventRule("r", { pattern, functions: [] }), "functions is []");
      const [one = worker("g")] = functions;
      refused(() => new EventRule("r", { pattern, functions: [one, one] }), "name each function once");
      refused(
        () => new EventRule("r", { pattern: { source: "shop" }, functions: [one] }),
        'pattern.source is "shop"; values are given as a list',
      );
      refused(() => new EventRule("r", { pattern: {}, functions: [one] }), "EventBridge refuses an empty pattern");
    });
  });
});

describe("a bucket with functions", () => {
  it("has one configuration for all of them, and each is called for this account's bucket only", async () => {
    const declared = await declare(() => {
      const bucket = new Bucket("files");
      bucket.onObject(
        "arrived",
        { function: worker("a"), prefix: "in/", suffixes: [".csv"] },
        { function: worker("b"), prefix: "out/", events: [ObjectEvent.Created, ObjectEvent.Removed] },
      );
    });
    const { lambdaFunctions } = one(declared, "aws:s3/bucketNotification:BucketNotification");
    assert.deepEqual(
      (lambdaFunctions as Record<string, unknown>[]).map(({ events, filterPrefix, filterSuffix }) => [
        events,
        filterPrefix,
        filterSuffix,
      ]),
      [
        [["s3:ObjectCreated:*"], "in/", ".csv"],
        [["s3:ObjectCreated:*"], "in/", ".CSV"],
        [["s3:ObjectCreated:*", "s3:ObjectRemoved:*"], "out/", undefined],
      ],
    );
    const { sourceArn, sourceAccount } = one(declared, "aws:lambda/permission:Permission", "arrived-a");
    assert.deepEqual([sourceArn, sourceAccount], ["arn:aws:s3:::files", "123456789012"]);
  });

  it("writes filters as S3 reads them, and refuses patterns, which they cannot be", async () => {
    const declared = await declare(() => {
      const bucket = new Bucket("files");
      bucket.onObject(
        "arrived",
        { function: worker("a"), prefix: "sea side/", suffixes: [".tar gz"] },
        { function: worker("b"), prefix: "year=2026/ü+100%/" },
      );
      for (const prefix of ["uploads/*", "a?/", "${aws:username}/"]) {
        refused(
          () => new Bucket(`b${prefix.length}`).onObject("x", { function: worker(`w${prefix.length}`), prefix }),
          "not a pattern",
        );
      }
      refused(() => new Bucket("c").onObject("x", { function: worker("c"), suffixes: ["*.jpg"] }), "not a pattern");
    });
    const { lambdaFunctions } = one(declared, "aws:s3/bucketNotification:BucketNotification");
    assert.deepEqual(
      (lambdaFunctions as Record<string, unknown>[]).map(({ filterPrefix, filterSuffix }) => [
        filterPrefix,
        filterSuffix,
      ]),
      [
        ["sea%20side/", ".tar%20gz"],
        ["sea%20side/", ".TAR%20GZ"],
        ["year%3D2026/%C3%BC%2B100%25/", undefined],
      ],
    );
  });

  it("is refused a second configuration, and two functions for one key", async () => {
    await declare(() => {
      const bucket = new Bucket("files");
      const [a, b] = [worker("a"), worker("b")];
      for (const [first, second] of [
        [{}, {}],
        [{ prefix: "in/" }, { prefix: "in/new/" }],
        [{ prefix: "in/", suffixes: [".csv"] }, { suffixes: [".CSV"] }],
      ]) {
        refused(
          () => bucket.onObject("x", { function: a, ...first }, { function: b, ...second }),
          'BucketNotifications "x": readers[1] is',
          "some of the same keys, which S3 refuses",
        );
      }
      bucket.onObject(
        "apart",
        { function: a, prefix: "in/" },
        { function: a, prefix: "in/", events: [ObjectEvent.Removed] },
        { function: b, prefix: "on/" },
      );
      refused(
        () => bucket.onObject("again", { function: a }),
        'BucketNotifications "again": bucket is "files"; apart already exists, and S3 would replace it',
      );
      refused(() => new Bucket("none").onObject("none"), "readers is 0");
    });
  });
});

describe("a ledger of payments", () => {
  it("is linked to every source in turn, and its function may do what booking takes, nothing else", async () => {
    const declared = await declare(
      () => new PaymentLedger("pay", { sources: Object.values(PaymentSource), shards: 1 }),
    );
    assert.deepEqual(
      declared
        .filter(({ type }) => type === mapping)
        .map(({ name }) => name)
        .sort(),
      ["pay-message", "pay-ordered-message", "pay-record", "pay-row"],
    );
    assert.deepEqual(
      declared
        .filter(({ type }) => type === "aws:lambda/permission:Permission")
        .map(({ inputs }) => inputs.principal)
        .sort(),
      ["events.amazonaws.com", "s3.amazonaws.com", "sns.amazonaws.com"],
    );
    const links = statements(one(declared, policy, "pay-links").policy);
    assert.deepEqual(
      links.map(({ Action }) => Action),
      [
        ["dynamodb:PutItem", "dynamodb:UpdateItem"],
        ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
        ["s3:GetObject", "s3:GetObjectVersion"],
        "s3:ListBucket",
        "sqs:SendMessage",
        "sqs:SendMessage",
      ],
    );
    const { environment } = one(declared, "aws:lambda/function:Function", "pay") as {
      environment: { variables: Record<string, string> };
    };
    assert.deepEqual(
      Object.keys(JSON.parse(environment.variables.DEAD_LETTER_QUEUES ?? "{}") as object),
      ["pay-queue", "pay-ordered"].map((queue) => `arn:aws:sqs:eu-west-1:123456789012:${queue}`),
    );
    assert.ok(!JSON.stringify(links).includes('"*"'));
    const rows = one(declared, mapping, "pay-row");
    assert.deepEqual(rows.filterCriteria, { filters: [{ pattern: '{"eventName":["INSERT"]}' }] });
  });

  it("costs nothing while nothing comes, unless the stream is asked for", async () => {
    const declared = await declare(() => new PaymentLedger("pay"));
    assert.equal(declared.filter(({ type }) => type === "aws:kinesis/stream:Stream").length, 0);
    await declare(() => {
      const { Queue: queue } = PaymentSource;
      refused(() => new PaymentLedger("pay", { sources: [] }), 'PaymentLedger "pay": sources is []');
      refused(() => new PaymentLedger("pay", { sources: [queue, queue] }), "give each once");
    });
  });
});
