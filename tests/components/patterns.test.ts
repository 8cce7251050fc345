import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import type * as pulumi from "@pulumi/pulumi";
import {
  AccessLogs,
  ArgumentError,
  Bucket,
  CleanLogs,
  Function,
  type Link,
  NodeFunction,
  publish,
  readObjects,
  readWriteObjects,
  type ScheduleArgs,
  ScheduledJob,
  ThumbnailFormat,
  Thumbnailer,
  type ThumbnailerArgs,
  Topic,
  UsageReport,
} from "../../components";
import { type Declared, declare, one, statements } from "./deploy";

const rejectsArguments = (program: () => unknown, ...parts: string[]): Promise<void> =>
  assert.rejects(declare(program), (error: unknown) => {
    assert.ok(error instanceof ArgumentError);
    for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
    return true;
  });

const findStatements = (declared: Declared[], type: string, name: string): Record<string, unknown>[] =>
  statements(one(declared, type, name).policy);

describe("Bucket (under Pulumi's mocks)", () => {
  it("is private, TLS only, encrypted, without ACLs, and clears unfinished uploads", async () => {
    const declared = await declare(() => new Bucket("photos"));
    const access = one(declared, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
    for (const key of ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"]) {
      assert.equal(access[key], true, key);
    }
    const ownership = one(declared, "aws:s3/bucketOwnershipControls:BucketOwnershipControls");
    assert.deepEqual(ownership.rule, { objectOwnership: "BucketOwnerEnforced" });
    const encryption = one(
      declared,
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    );
    assert.deepEqual(encryption.rules, [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }]);
    assert.deepEqual(findStatements(declared, "aws:s3/bucketPolicy:BucketPolicy", "photos-tls"), [
      {
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
        Resource: ["arn:aws:s3:::photos", "arn:aws:s3:::photos/*"],
      },
    ]);
    const [rule] = one(declared, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").rules as object[];
    assert.deepEqual((rule as Record<string, unknown>).abortIncompleteMultipartUpload, { daysAfterInitiation: 7 });
    assert.equal(one(declared, "aws:s3/bucket:Bucket").forceDestroy, false);
  });

  it("refuses a name that S3 does not take, and an expiration of no days", () =>
    rejectsArguments(
      () => new Bucket("photos", { bucketName: "My_Photos", expirations: [{ prefix: "", days: 0 }] }),
      'Bucket "photos"',
      "My_Photos",
      "expirations[0].days is 0",
    ));

  it("gets its access logs from S3 alone, on behalf of the named buckets alone", async () => {
    const declared = await declare(() => {
      const photos = new Bucket("photos");
      return new AccessLogs("logs", { sources: [photos] });
    });
    const [, logging] = findStatements(declared, "aws:s3/bucketPolicy:BucketPolicy", "logs-tls");
    assert.deepEqual(logging?.Principal, { Service: "logging.s3.amazonaws.com" });
    assert.deepEqual(logging?.Condition, { ArnEquals: { "aws:SourceArn": ["arn:aws:s3:::photos"] } });
    assert.equal(one(declared, "aws:s3/bucketLogging:BucketLogging").targetPrefix, "logs/photos/");
  });
});

describe("Thumbnailer (under Pulumi's mocks)", () => {
  const thumbnailer = (args: ThumbnailerArgs = {}): Promise<Declared[]> =>
    declare(() => new Thumbnailer("thumbs", args));

  it("is set off by every picture, in lower and upper case, through one notification resource", async () => {
    const declared = await thumbnailer({ prefix: "in/", suffixes: [".jpg", ".png"] });
    const { lambdaFunctions } = one(declared, "aws:s3/bucketNotification:BucketNotification") as {
      lambdaFunctions: Record<string, unknown>[];
    };
    assert.deepEqual(
      lambdaFunctions.map(({ filterPrefix, filterSuffix }) => [filterPrefix, filterSuffix]),
      [".jpg", ".JPG", ".png", ".PNG"].map((suffix) => ["in/", suffix]),
    );
    const permission = one(declared, "aws:lambda/permission:Permission");
    assert.equal(permission.sourceArn, "arn:aws:s3:::thumbs-uploads");
    assert.equal(permission.sourceAccount, "123456789012");
  });

  it("a prefix is encoded for S3, raw for IAM, and no pattern to either", async () => {
    const declared = await thumbnailer({ prefix: "sea side/", suffixes: [".jpg"] });
    const { lambdaFunctions } = one(declared, "aws:s3/bucketNotification:BucketNotification") as {
      lambdaFunctions: Record<string, unknown>[];
    };
    assert.deepEqual(
      lambdaFunctions.map(({ filterPrefix }) => filterPrefix),
      ["sea%20side/", "sea%20side/"],
    );
    const policy = findStatements(declared, "aws:iam/rolePolicy:RolePolicy", "thumbs-links");
    assert.match(JSON.stringify(policy), /:::thumbs-uploads\/sea side\/\*/);
    await assert.rejects(
      thumbnailer({ prefix: "uploads/*" }),
      /prefix is "uploads\/\*"; a prefix is what keys begin with/,
    );
  });

  it("may read the uploads and write the thumbnails, and never the other way round", async () => {
    const declared = await thumbnailer({ prefix: "in/" });
    const policy = findStatements(declared, "aws:iam/rolePolicy:RolePolicy", "thumbs-links");
    const on = (bucket: string): unknown[] =>
      policy
        .filter(({ Resource }) => JSON.stringify(Resource).includes(`:::${bucket}`))
        .map(({ Action, Resource }) => [Action, Resource]);
    assert.deepEqual(on("thumbs-uploads"), [
      [["s3:GetObject", "s3:GetObjectVersion"], ["arn:aws:s3:::thumbs-uploads/in/*"]],
      ["s3:ListBucket", "arn:aws:s3:::thumbs-uploads"],
    ]);
    assert.deepEqual(on("thumbs-thumbnails"), [
      [
        ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
        ["arn:aws:s3:::thumbs-thumbnails/thumbnails/*", "arn:aws:s3:::thumbs-thumbnails/rejected/*"],
      ],
      ["s3:ListBucket", "arn:aws:s3:::thumbs-thumbnails"],
    ]);
  });

  it("raises an alarm when a photo was rejected, on the metric that the handler counts", async () => {
    const { namespace, metricName, dimensions } = one(
      await thumbnailer(),
      "aws:cloudwatch/metricAlarm:MetricAlarm",
      "thumbs-rejected",
    );
    assert.deepEqual([namespace, metricName, dimensions], ["Headroom", "PhotosRejected", { service: "thumbs-test" }]);
  });

  it("makes every width in every format", async () => {
    const declared = await thumbnailer({ widths: [50, 100], formats: [ThumbnailFormat.Avif, ThumbnailFormat.Png] });
    const { variables } = one(declared, "aws:lambda/function:Function").environment as {
      variables: Record<string, string>;
    };
    assert.deepEqual(JSON.parse(variables.RENDITIONS ?? ""), [
      { width: 50, format: "avif" },
      { width: 50, format: "png" },
      { width: 100, format: "avif" },
      { width: 100, format: "png" },
    ]);
    assert.equal(variables.THUMBNAILS_BUCKET, "thumbs-thumbnails");
  });

  for (const [cpu, architecture] of [
    ["arm64", undefined],
    ["x64", "x86_64" as ThumbnailerArgs["architecture"]],
  ] as const) {
    it(`packs sharp for linux-${cpu}, whatever machine packs it, and the same bytes each time`, async () => {
      const pack = async (): Promise<Buffer> => {
        const code = one(await thumbnailer({ architecture }), "aws:lambda/function:Function").code;
        const file = String(await (code as pulumi.asset.FileArchive).path);
        const bytes = readFileSync(file);
        rmSync(file); // so that the next one is not this one again
        return bytes;
      };
      const bytes = await pack();
      assert.ok(bytes.equals(await pack()));
      const names: string[] = [];
      unzipSync(bytes, { filter: ({ name }) => Boolean(names.push(name)) && false });
      assert.ok(names.includes("index.js"));
      assert.ok(names.some((name) => name.endsWith(`@img/sharp-linux-${cpu}/package.json`)));
      const others = names.filter((name) => /@img\/sharp-(?!linux-|libvips-linux-)/.test(name));
      assert.deepEqual(others, []);
    }).timeout(120_000);
  }

  it("refuses one bucket for both ends, and widths of 0 and 20,000", () =>
    rejectsArguments(
      () =>
        new Thumbnailer("thumbs", {
          uploadsBucketName: "photos",
          thumbnailsBucketName: "photos",
          widths: [0, 20_000],
        }),
      'Thumbnailer "thumbs"',
      'thumbnailsBucketName is "photos"',
      "widths[0] is 0",
      "widths[1] is 20000",
    ));
});

describe("ScheduledJob (under Pulumi's mocks)", () => {
  const job = (args: ScheduleArgs): Promise<Declared[]> =>
    declare(() => {
      const target = new Function("nightly", { imageUri: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/x:1" });
      return new ScheduledJob("nightly", { ...args, function: target });
    });
  const missed = (declared: Declared[]): Declared | undefined => declared.find(({ name }) => name === "nightly-missed");

  it("starts the function with retries and dead letters, by a role that only its own schedules can take on", async () => {
    const declared = await job({ schedule: "cron(0 6 * * ? *)", timezone: "Europe/Berlin", flexibleWindowMinutes: 15 });
    const schedule = one(declared, "aws:scheduler/schedule:Schedule");
    assert.equal(schedule.scheduleExpressionTimezone, "Europe/Berlin");
    assert.deepEqual(schedule.flexibleTimeWindow, { mode: "FLEXIBLE", maximumWindowInMinutes: 15 });
    const target = schedule.target as Record<string, unknown>;
    assert.deepEqual(target.retryPolicy, { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3_600 });
    assert.deepEqual(target.deadLetterConfig, { arn: "arn:aws:sqs:eu-west-1:123456789012:nightly-not-started" });
    const [trust] = statements(one(declared, "aws:iam/role:Role", "nightly-schedule-role").assumeRolePolicy);
    assert.deepEqual(trust?.Condition, {
      StringEquals: {
        "aws:SourceAccount": "123456789012",
        "aws:SourceArn": "arn:aws:scheduler:eu-west-1:123456789012:nightly-group",
      },
    });
  });

  it("raises an alarm when a daily job has not run for a day and an hour", async () => {
    const inputs = missed(await job({ schedule: "cron(0 6 * * ? *)" }))?.inputs;
    assert.equal(inputs?.treatMissingData, "breaching");
    assert.deepEqual([inputs?.period, inputs?.evaluationPeriods], [3_600, 25]);
  });

  it("raises an alarm when a job of every minute has not run for ten", async () => {
    const inputs = missed(await job({ schedule: "rate(1 minute)" }))?.inputs;
    assert.deepEqual([inputs?.period, inputs?.evaluationPeriods], [300, 2]);
  });

  it("has no such alarm when it is off, runs once, or pauses for longer than CloudWatch can look back", async () => {
    for (const args of [
      { schedule: "rate(5 minutes)", enabled: false },
      { schedule: "at(2030-01-01T00:00:00)" },
      { schedule: "cron(0 6 1 * ? *)" },
    ]) {
      assert.equal(missed(await job(args)), undefined, args.schedule);
    }
  });

  it("refuses a cron of five fields, an unknown time zone and 200 retries in one error", () =>
    rejectsArguments(
      () => {
        const target = new Function("nightly", { imageUri: "image" });
        new ScheduledJob("nightly", {
          function: target,
          schedule: "cron(0 6 * * *)",
          timezone: "Mars/Olympus",
          maximumRetryAttempts: 200,
        });
      },
      'ScheduledJob "nightly"',
      "AWS takes 6",
      "Mars/Olympus",
      "0 to 185",
    ));
});

describe("Links (under Pulumi's mocks)", () => {
  it("bring the right to use the key of what is encrypted with one", () => {
    const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/1";
    const photos = { bucket: "photos", arn: "arn:aws:s3:::photos", kmsKeyArn };
    const keyRights = ({ statements }: Link): unknown =>
      statements.find(({ Resource }) => Resource === kmsKeyArn)?.Action;
    assert.deepEqual(keyRights(readObjects(photos)), ["kms:Decrypt"]);
    assert.deepEqual(keyRights(readWriteObjects(photos)), ["kms:Decrypt", "kms:GenerateDataKey"]);
    assert.deepEqual(keyRights(publish({ arn: "topic", kmsKeyArn })), ["kms:Decrypt", "kms:GenerateDataKey"]);
    assert.equal(keyRights(readObjects({ ...photos, kmsKeyArn: undefined })), undefined);
  });
});

describe("NodeFunction (under Pulumi's mocks)", () => {
  const node = (source: string): Promise<Declared[]> => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "headroom-node-"));
    const entry = path.join(folder, "handler.ts");
    writeFileSync(entry, source);
    return declare(() => new NodeFunction("hello", { entry })).finally(() => rmSync(folder, { recursive: true }));
  };

  it("packs a handler in TypeScript, with a source map", async () => {
    const declared = await node("export const handler = (event: { name: string }): string => `Hello ${event.name}`;");
    const code = one(declared, "aws:lambda/function:Function").code as pulumi.asset.FileArchive;
    const files = Object.keys(unzipSync(readFileSync(String(await code.path))));
    assert.deepEqual(files.sort(), ["index.js", "index.js.map"]);
  });

  it("names the function and the place of a mistake in its handler", () =>
    assert.rejects(node("export const handler = ("), /NodeFunction "hello": entry .*cannot be packed.*handler\.ts:1/s));

  it("refuses a folder for an entry, and a runtime of another language", () =>
    rejectsArguments(
      () => new NodeFunction("hello", { entry: "components", runtime: "python3.14" }),
      'entry is "components"',
      'runtime is "python3.14"',
    ));
});

describe("Jobs and topics (under Pulumi's mocks)", () => {
  it("clean-logs may delete under its prefix and set retentions under its log group prefix, and nothing else", async () => {
    const declared = await declare(() => {
      const logs = new Bucket("logs");
      return new CleanLogs("clean", { bucket: logs, stateBucket: new Bucket("reports"), schedule: "rate(1 day)" });
    });
    const policy = findStatements(declared, "aws:iam/rolePolicy:RolePolicy", "clean-links");
    const deletes = policy.find(({ Action }) => JSON.stringify(Action) === '["s3:DeleteObject"]');
    assert.deepEqual(deletes?.Resource, ["arn:aws:s3:::logs/logs/*"]);
    const retention = policy.find(({ Action }) => Action === "logs:PutRetentionPolicy");
    assert.equal(retention?.Resource, "arn:*:logs:*:*:log-group:/aws/lambda/*");
  });

  it("a job's schedule retries as often as it is told, and its function as Lambda allows", async () => {
    const declared = await declare(() => {
      const logs = new Bucket("logs");
      const args = { bucket: logs, stateBucket: logs, schedule: "rate(1 day)", maximumRetryAttempts: 10 };
      return new CleanLogs("clean", args);
    });
    const target = one(declared, "aws:scheduler/schedule:Schedule").target as Record<string, Record<string, unknown>>;
    assert.equal(target.retryPolicy?.maximumRetryAttempts, 10);
    const own = one(declared, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");
    assert.equal(own.maximumRetryAttempts, 2);
  });

  it("clean-logs refuses an empty prefix: it would delete everything", () =>
    rejectsArguments(
      () => {
        const logs = new Bucket("logs");
        new CleanLogs("clean", { bucket: logs, stateBucket: logs, schedule: "rate(1 day)", prefix: "" });
      },
      'CleanLogs "clean"',
      "prefix",
    ));

  it("usage-report knows its buckets and functions by name, and publishes to its own topic", async () => {
    const declared = await declare(() => {
      const photos = new Bucket("photos");
      const resize = new Function("resize", { imageUri: "image" });
      const args = { reportsBucket: new Bucket("reports"), buckets: [photos], functions: [resize] };
      return new UsageReport("usage", { ...args, schedule: "rate(1 day)" });
    });
    const { variables } = one(declared, "aws:lambda/function:Function", "usage").environment as {
      variables: Record<string, string>;
    };
    assert.equal(variables.BUCKETS, '["photos"]');
    assert.equal(variables.FUNCTIONS, '["resize"]');
    assert.equal(variables.TOPIC_ARN, "arn:aws:sns:eu-west-1:123456789012:usage-announcements");
    assert.equal(one(declared, "aws:sns/topic:Topic").kmsMasterKeyId, "alias/aws/sns");
  });

  it("a topic for alarms admits CloudWatch of this account only", async () => {
    const declared = await declare(() => new Topic("alarms", { alarms: true, emails: ["ops@example.com"] }));
    const [, alarms] = findStatements(declared, "aws:sns/topicPolicy:TopicPolicy", "alarms-tls");
    assert.deepEqual(alarms?.Principal, { Service: "cloudwatch.amazonaws.com" });
    assert.deepEqual(alarms?.Condition, { StringEquals: { "aws:SourceAccount": "123456789012" } });
    assert.equal(one(declared, "aws:sns/topicSubscription:TopicSubscription").endpoint, "ops@example.com");
  });
});
