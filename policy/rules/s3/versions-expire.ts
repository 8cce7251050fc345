import { securityHub, wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { mayBePresent } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { each, holds, type StackRule, type Verdict, violatedUnless } from "../../frame/rule";
import { isEnabled, findLifecycle } from "./lifecycle";
import { versioning } from "./versioning";

function check(stack: Graph, bucket: Resource): Verdict {
  const versioned = versioning(stack, bucket);
  if (versioned === "no") return holds;
  const { rules, open } = findLifecycle(stack, bucket);
  const expires = rules
    .filter(isEnabled)
    .some((rule) =>
      ["noncurrentDays", "days"].some((days) => mayBePresent(rule.at("noncurrentVersionExpiration", days).any())),
    );
  if (expires) return holds;
  return violatedUnless(
    open || versioned === "unknown",
    bucket,
    "lifecycle and versioning",
    "it keeps every version of every object, those deleted included, forever",
  );
}

export const s3VersionsExpire: StackRule = {
  scope: "stack",
  id: "s3-versions-expire",
  title: "A bucket with versioning expires noncurrent versions",
  severity: "low",
  level: "advisory",
  controls: [
    securityHub("S3.10", "S3 general purpose buckets with versioning enabled should have Lifecycle configurations"),
    wellArchitected("COST04-BP05"),
  ],
  fix: "Add a lifecycle rule with noncurrentVersionExpiration.noncurrentDays, for example 30.",
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html",
  check: each(types.bucket, check),
};
