import { cases, resource, unknown } from "./expectations";
import { type Sent } from "./server";

const bucket = resource("bucket", "files", { bucket: "files", arn: "arn:aws:s3:::files" });
const nameless = resource("bucket", "files", {});
const lifecycle = (rule: unknown, of: unknown = "files", links = {}): Sent =>
  resource("bucketLifecycle", "lifecycle", { bucket: of, rules: [rule] }, links);
const versioned = (status: unknown, of = "files") =>
  resource("bucketVersioning", `versions-${of}`, { bucket: of, versioningConfiguration: { status } });

const aborts = { status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } };
cases("s3-aborted-uploads", {
  holds: {
    "a rule that drops them": [bucket, lifecycle(aborts)],
    "a rule that is linked": [nameless, lifecycle(aborts, unknown, { bucket: ["bucket:files"] })],
  },
  violates: {
    "a bucket without a lifecycle": [['"files"', "never finished"], bucket],
    "a rule that is off": [["never finished"], bucket, lifecycle({ ...aborts, status: "Disabled" })],
    "a rule of another bucket": [["never finished"], bucket, lifecycle(aborts, "other")],
  },
  open: {
    "rules of nobody knows which bucket": [["lifecycle"], bucket, lifecycle(aborts, unknown)],
    "rules that are unknown": [
      ["lifecycle"],
      bucket,
      resource("bucketLifecycle", "l", { bucket: "files", rules: unknown }),
    ],
  },
});

const expires = { status: "Enabled", noncurrentVersionExpiration: { noncurrentDays: 30 } };
cases("s3-versions-expire", {
  holds: {
    "versions that expire": [bucket, versioned("Enabled"), lifecycle(expires)],
    "a bucket without versions": [bucket],
    "versioning that is suspended": [bucket, versioned("Suspended")],
  },
  violates: {
    "versions that are kept": [["every version of every object"], bucket, versioned("Enabled")],
    "another kind of rule": [["every version"], bucket, versioned("Enabled"), lifecycle(aborts)],
  },
  open: { "versioning that is unknown": [["lifecycle and versioning"], bucket, versioned(unknown)] },
});

const copy = resource("bucket", "copy", { bucket: "copy", arn: "arn:aws:s3:::copy" });
const replication = resource("bucketReplication", "r", {
  bucket: "files",
  rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::copy" } }],
});
cases("s3-replication-versioning", {
  holds: {
    "versions on both sides": [bucket, copy, replication, versioned("Enabled"), versioned("Enabled", "copy")],
    "a destination of another stack": [bucket, replication, versioned("Enabled")],
  },
  violates: {
    "a destination without versions": [
      ['Bucket "copy" keeps no versions'],
      bucket,
      copy,
      replication,
      versioned("Enabled"),
    ],
    "a source without versions": [['Bucket "files" keeps no versions'], bucket, replication],
  },
  open: { "versioning that is unknown": [["versioning of"], bucket, replication, versioned(unknown)] },
});

const moves = (days: unknown, storageClass: unknown = "STANDARD_IA", expiration?: unknown) =>
  lifecycle({
    status: "Enabled",
    transitions: [{ days, storageClass }],
    expiration: expiration && { days: expiration },
  });
cases("s3-transition-days", {
  holds: {
    "30 days": [moves(30)],
    "another class at once": [moves(0, "INTELLIGENT_TIERING")],
    "a date": [moves(undefined)],
  },
  violates: {
    "29 days": [["rules[0].transitions[0].days is 29 days", "at least 30"], moves(29)],
    "29 days to one zone": [["is 29 days"], moves(29, "ONEZONE_IA")],
  },
  open: {
    "days that are unknown": [["transitions[0].days"], moves(unknown)],
    "a class that is unknown": [["storageClass"], moves(1, unknown)],
    "days that are no number": [["not a number"], moves("soon")],
  },
});
cases("s3-expiration-order", {
  holds: { "deletion a day later": [moves(90, "GLACIER", 91)], "no deletion": [moves(90, "GLACIER")] },
  violates: { "deletion on the same day": [["days is 90", "is 90: S3 refuses"], moves(90, "GLACIER", 90)] },
  open: { "days that are unknown": [["transitions[0]"], moves(unknown, "GLACIER", 90)] },
});

const encryption = (sseAlgorithm: unknown, bucketKeyEnabled?: unknown) =>
  resource("bucketEncryption", "e", {
    bucket: "files",
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm }, bucketKeyEnabled }],
  });
cases("s3-bucket-key", {
  holds: { "a bucket key": [encryption("aws:kms", true)], "a key of S3's own": [encryption("AES256")] },
  violates: { "a request to KMS for each object": [["rules[0].bucketKeyEnabled is off"], encryption("aws:kms")] },
  open: { "an algorithm that is unknown": [["bucketKeyEnabled"], encryption(unknown)] },
});

const logging = (from: unknown, to: unknown, links = {}) =>
  resource("bucketLogging", "logging", { bucket: from, targetBucket: to }, links);
cases("s3-log-loop", {
  holds: { "another bucket": [bucket, logging("files", "logs")] },
  violates: {
    "the bucket itself": [["is the target of its own access log"], bucket, logging("files", "files")],
    "the bucket itself, while its name is unknown": [
      ["is the target of its own access log"],
      nameless,
      logging(unknown, unknown, { bucket: ["bucket:files"], targetBucket: ["bucket:files"] }),
    ],
    "a bucket of another stack": [["is the target of its own access log"], logging("elsewhere", "elsewhere")],
  },
  open: { "a target that is unknown": [["targetBucket"], bucket, logging("files", unknown)] },
});
cases("s3-access-logs", {
  holds: {
    "a bucket that logs, and the one it logs to": [bucket, copy, logging("files", "copy")],
    "a bucket that CloudWatch delivers logs to": [
      bucket,
      resource(
        "logDeliveryDestination",
        "logs",
        { deliveryDestinationConfiguration: { destinationResourceArn: unknown } },
        { deliveryDestinationConfiguration: ["bucket:files"] },
      ),
    ],
  },
  violates: { "a bucket that does not": [["it has no access log"], bucket] },
  open: { "logging of nobody knows which bucket": [["access logs"], bucket, logging(unknown, "logs")] },
});

const notification = (more: Record<string, unknown>, links = {}) =>
  resource("bucketNotification", "n", { bucket: "files", ...more }, links);
const queue = (fifoQueue: unknown) => resource("queue", "q", { fifoQueue });
const toQueue = (queueArn: unknown, links = {}) => notification({ queues: [{ queueArn, events: ["s3:*"] }] }, links);
cases("s3-fifo-target", {
  holds: {
    "a standard queue": [toQueue("arn:aws:sqs:eu-west-1:1:q")],
    "a standard queue by link": [queue(undefined), toQueue(unknown, { queues: ["queue:q"] })],
    "a function": [notification({ lambdaFunctions: [{ lambdaFunctionArn: unknown, events: [] }] })],
  },
  violates: {
    "a FIFO queue by its name": [["queues[0]", "standard ones only"], toQueue("arn:aws:sqs:eu-west-1:1:q.fifo")],
    "a FIFO queue by link": [["queues[0]"], queue(true), toQueue(unknown, { queues: ["queue:q"] })],
    "a FIFO topic": [
      ["topics[0]"],
      notification({ topics: [{ topicArn: "arn:aws:sns:eu-west-1:1:t.fifo", events: [] }] }),
    ],
  },
  open: {
    "a queue that is unknown": [["target of queues[0]"], toQueue(unknown)],
    "a queue of which it is unknown": [
      ["target of queues[0]"],
      queue(unknown),
      toQueue(unknown, { queues: ["queue:q"] }),
    ],
  },
});

const fn = resource("function", "f", { arn: "arn:f", name: "f" });
const toFunction = notification({ lambdaFunctions: [{ lambdaFunctionArn: "arn:f", events: ["s3:*"] }] });
const permission = (principal: unknown, of: unknown = "f") =>
  resource("permission", "p", { function: of, principal, action: "lambda:InvokeFunction" });
cases("s3-trigger-permission", {
  holds: {
    "a function that S3 may invoke": [bucket, fn, toFunction, permission("s3.amazonaws.com")],
    "a function of another stack": [bucket, toFunction],
  },
  violates: {
    "one that nobody may": [['lambdaFunctions[0] is Function "f", which S3 may not invoke'], bucket, fn, toFunction],
    "one that another service may": [["S3 may not"], bucket, fn, toFunction, permission("sns.amazonaws.com")],
  },
  open: {
    "a permission of nobody knows what": [
      ["who may invoke"],
      bucket,
      fn,
      toFunction,
      permission("s3.amazonaws.com", unknown),
    ],
    "a principal that is unknown": [["who may invoke"], bucket, fn, toFunction, permission(unknown)],
  },
});

const plan = (rule: Record<string, unknown>, links = {}) =>
  resource("backupPlan", "plan", { id: "plan", rules: [rule] }, links);
cases("backup-cold-storage", {
  holds: {
    "90 days": [plan({ lifecycle: { coldStorageAfter: 30, deleteAfter: 120 } })],
    "no cold storage": [plan({ lifecycle: { deleteAfter: 7 } })],
    "0 for never": [plan({ lifecycle: { coldStorageAfter: 30, deleteAfter: 0 } })],
  },
  violates: {
    "89 days": [["is 89 days", "at least 90"], plan({ lifecycle: { coldStorageAfter: 30, deleteAfter: 119 } })],
  },
  open: {
    "days that are unknown": [["lifecycle"], plan({ lifecycle: { coldStorageAfter: 30, deleteAfter: unknown } })],
  },
});
cases("backup-schedule", {
  holds: { "six fields": [plan({ schedule: "cron(0 5 ? * * *)" })], "AWS's default": [plan({})] },
  violates: {
    "five fields": [["rules[0].schedule", "has 5 fields"], plan({ schedule: "cron(0 5 * * *)" })],
    "a rate": [["is not cron(…)"], plan({ schedule: "rate(1 day)" })],
  },
  open: { "a schedule that is unknown": [["rules[0].schedule"], plan({ schedule: unknown })] },
});
cases("backup-retention", {
  holds: { "a number of days": [plan({ lifecycle: { deleteAfter: 35 } })] },
  violates: {
    "no lifecycle": [["rules[0] has no lifecycle.deleteAfter"], plan({})],
    "0 days": [["forever"], plan({ lifecycle: { deleteAfter: 0 } })],
  },
  open: { "days that are unknown": [["deleteAfter"], plan({ lifecycle: { deleteAfter: unknown } })] },
});
const selection = (planId: unknown, links = {}) => resource("backupSelection", "s", { planId }, links);
cases("backup-selection", {
  holds: {
    "a selection by id": [plan({}), selection("plan")],
    "a selection by link": [resource("backupPlan", "plan", {}), selection(unknown, { planId: ["backupPlan:plan"] })],
  },
  violates: {
    "a plan that nothing names": [["backs up nothing"], plan({})],
    "a selection of another plan": [["nothing"], plan({}), selection("x")],
  },
  open: { "a selection of nobody knows what": [["selections"], plan({}), selection(unknown)] },
});
