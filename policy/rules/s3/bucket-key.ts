import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";

export const s3BucketKey: ResourceRule = {
  scope: "resource",
  id: "s3-bucket-key",
  title: "A bucket encrypted by a KMS key uses a bucket key",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("SEC08-BP02")],
  fix: "Set bucketKeyEnabled to true.",
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html",
  type: types.bucketEncryption,
  check(encryption): Verdict {
    const rules = encryption.get("rules").list();
    if (rules.state === "unknown") return notEvaluated(encryption, "rules");
    return (rules.state === "known" ? rules.value : []).flatMap((rule) => {
      const algorithm = rule.at("applyServerSideEncryptionByDefault", "sseAlgorithm").text();
      if (algorithm.state === "known" && algorithm.value !== "aws:kms") return holds;
      const enabled = rule.at("bucketKeyEnabled");
      const flag = enabled.flag();
      if (flag.state === "known" && flag.value) return holds;
      if (flag.state === "unknown" || algorithm.state === "unknown") return notEvaluated(encryption, enabled.name);
      return violated(encryption, `${enabled.name} is off: each object costs a request to KMS, which throttles them`);
    });
  },
};
