import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { versioning } from "./versioning";

function check(stack: Graph, replication: Resource): Verdict {
  const rules = replication.get("rules").list();
  const destinations = rules.state === "known" ? rules.value.map((rule) => rule.at("destination", "bucket")) : [];
  const buckets = [replication.get("bucket"), ...destinations].flatMap((property) => {
    const reference = stack.refer(replication, property, types.bucket);
    return reference.state === "resolved" ? reference.to : [];
  });
  return [...new Set(buckets)].flatMap((bucket): Verdict => {
    const versioned = versioning(stack, bucket);
    if (versioned === "yes") return holds;
    return versioned === "no"
      ? violated(replication, `${bucket.label} keeps no versions; S3 replicates between buckets that do`)
      : notEvaluated(replication, `versioning of ${bucket.label}`);
  });
}

export const s3ReplicationVersioning: StackRule = {
  scope: "stack",
  id: "s3-replication-versioning",
  title: "Replicated buckets have versioning",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL10-BP01")],
  fix: "Make a BucketVersioning with status Enabled for the source and for each destination.",
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html",
  check: each(types.bucketReplication, check),
};
