import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { mayBePresent } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { each, holds, type StackRule, type Verdict, violatedUnless } from "../../frame/rule";
import { isEnabled, findLifecycle } from "./lifecycle";

function check(stack: Graph, bucket: Resource): Verdict {
  const { rules, open } = findLifecycle(stack, bucket);
  const cleans = rules
    .filter(isEnabled)
    .some((rule) =>
      [["abortIncompleteMultipartUpload", "daysAfterInitiation"], ["abortIncompleteMultipartUploadDays"]].some((path) =>
        mayBePresent(rule.at(...path).any()),
      ),
    );
  if (cleans) return holds;
  return violatedUnless(
    open,
    bucket,
    "lifecycle",
    "parts of uploads that were never finished are kept and billed forever; no list shows them",
  );
}

export const s3AbortedUploads: StackRule = {
  scope: "stack",
  id: "s3-aborted-uploads",
  title: "A bucket aborts incomplete multipart uploads",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("COST04-BP05")],
  fix: "Add a lifecycle rule with abortIncompleteMultipartUpload.daysAfterInitiation, for example 7.",
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html",
  check: each(types.bucket, check),
};
