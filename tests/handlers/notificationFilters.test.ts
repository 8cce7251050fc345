import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import assert from "node:assert/strict";

import { encodeFilter } from "../../components/storage/bucketName";
import { decodeEventKey } from "../../handlers/event-key";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";

describe("filters of notifications on the emulator, percent-encoded as S3 reads them", function () {
  this.timeout(180_000);
  let emulator: TestEmulator;
  before(async function () {
    this.timeout(300_000);
    emulator = await startEmulator();
  });
  after(() => emulator.stop());

  const Statement = {
    Effect: "Allow",
    Principal: { Service: "s3.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: "*",
  };
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [Statement] });
  const cases: [prefix: string, inside: string, outside: string][] = [
    ["sea side/", "sea side/a.jpg", "sea%20side/a.jpg"],
    ["year=2026/", "year=2026/a.jpg", "year/a.jpg"],
    ["100%/", "100%/a.jpg", "100/a.jpg"],
    ["a+b/", "a+b/a.jpg", "a b/a.jpg"],
    ["über/", "über/a.jpg", "uber/a.jpg"],
  ];
  for (const [prefix, inside, outside] of cases) {
    it(`"${prefix}" is written so that S3 calls for "${inside}", and not for "${outside}"`, async () => {
      const client = { endpoint: emulator.endpoint, region: REGION, credentials: root };
      const s3 = new S3Client({ ...client, forcePathStyle: true });
      const sqs = new SQSClient(client);
      const name = `filters-${cases.findIndex(([each]) => each === prefix)}`;
      const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: { Policy: policy } }));
      await s3.send(new CreateBucketCommand({ Bucket: name }));
      const FilterRules = [{ Name: "prefix" as const, Value: encodeFilter(prefix) }];
      const queue = {
        QueueArn: `arn:aws:sqs:${REGION}:000000000000:${name}`,
        Events: ["s3:ObjectCreated:*" as const],
        Filter: { Key: { FilterRules } },
      };
      const NotificationConfiguration = { QueueConfigurations: [queue] };
      await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket: name, NotificationConfiguration }));
      for (const Key of [outside, inside]) await s3.send(new PutObjectCommand({ Bucket: name, Key, Body: "x" }));
      const asked = { QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 2 };
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(asked));
      const keys = Messages.flatMap(({ Body = "{}" }) => {
        const { Records = [] } = JSON.parse(Body) as { Records?: { s3: { object: { key: string } } }[] };
        return Records.map(({ s3: { object } }) => decodeEventKey(object.key));
      });
      assert.deepEqual(keys, [inside]);
      s3.destroy();
      sqs.destroy();
    });
  }
});
