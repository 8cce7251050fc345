import { securityHub, wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { holds, type StackRule, type Verdict, violatedUnless } from "../../frame/rule";

/** The buckets that others log to by an argument of their own. */
function readLogged(stack: Graph): ReadonlySet<Resource> {
  const targets = stack
    .ofType(types.bucket)
    .map((bucket) => stack.refer(bucket, bucket.get("logging", "targetBucket"), types.bucket));
  return new Set(targets.flatMap((target) => (target.state === "resolved" ? target.to : [])));
}

/** The bucket logs its requests, or is itself where others log to. */
function check(stack: Graph, bucket: Resource, logged: ReadonlySet<Resource>): Verdict {
  const logs = stack.pointingAt(bucket, types.bucketLogging, "bucket");
  const target = stack.pointingAt(bucket, types.bucketLogging, "targetBucket");
  const delivered = stack.pointingAt(bucket, types.logDeliveryDestination, "deliveryDestinationConfiguration");
  const found = [logs, target, delivered];
  const inline = bucket.get("logging");
  if (inline.any().state === "known") return holds;
  if (logged.has(bucket)) return holds;
  if (found.some(({ linked }) => linked.length > 0)) return holds;
  return violatedUnless(
    logs.unresolved || target.unresolved,
    bucket,
    "access logs",
    "it has no access log: there is no record of who read or changed its objects",
  );
}

export const s3AccessLogs: StackRule = {
  scope: "stack",
  id: "s3-access-logs",
  title: "A bucket logs its requests",
  severity: "low",
  level: "advisory",
  controls: [
    securityHub("S3.9", "S3 general purpose buckets should have server access logging enabled"),
    wellArchitected("SEC04-BP01"),
  ],
  fix: "Make a BucketLogging whose targetBucket is for logs only.",
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
  check(stack) {
    const logged = readLogged(stack);
    return stack.ofType(types.bucket).flatMap((bucket) => check(stack, bucket, logged));
  },
};
