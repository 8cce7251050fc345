import { wellArchitected } from "../../frame/controls";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

/** One rule of encryption, of a resource of its own or of the bucket's own argument. */
function check(owner: Resource, rule: Property): Verdict {
  const algorithm = rule.at("applyServerSideEncryptionByDefault", "sseAlgorithm").text();
  if (algorithm.state === "known" && algorithm.value !== "aws:kms") return holds;
  const enabled = rule.at("bucketKeyEnabled");
  const flag = enabled.flag();
  if (flag.state === "known" && flag.value) return holds;
  if (flag.state === "unknown" || algorithm.state === "unknown") return notEvaluated(owner, enabled.name);
  return violated(owner, `${enabled.name} is off: each object costs a request to KMS, which throttles them`);
}

function checkSeparate(encryption: Resource): Verdict {
  const rules = encryption.get("rules").list();
  if (rules.state === "unknown") return notEvaluated(encryption, "rules");
  return rules.state === "known" ? rules.value.flatMap((rule) => check(encryption, rule)) : holds;
}

/** The argument that a bucket still takes, though AWS's own resource for it is newer; left out, AWS encrypts without KMS. */
function checkInline(bucket: Resource): Verdict {
  const property = bucket.get("serverSideEncryptionConfiguration");
  if (bucket.leavesToAws(property)) return holds;
  const rule = property.at("rule");
  const { state } = rule.any();
  if (state === "unknown") return notEvaluated(bucket, property.name);
  return state === "absent" ? holds : check(bucket, rule);
}

export const s3BucketKey: StackRule = {
  scope: "stack",
  id: "s3-bucket-key",
  title: "A bucket encrypted by a KMS key uses a bucket key",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("SEC08-BP02")],
  fix: "Set bucketKeyEnabled to true.",
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html",
  check: (stack) => [
    ...stack.ofType(types.bucketEncryption).flatMap(checkSeparate),
    ...stack.ofType(types.bucket).flatMap(checkInline),
  ],
};
