import { securityHub, wellArchitected } from "../../frame/controls";
import { statements } from "../../readings/iam";
import { type Resource, types } from "../../frame/resource";
import { deniesPlainText, tlsOnlyRule } from "../../readings/tls";

/** The policy with a denial of plain text besides what it says, if it can be read and lacks one. */
function withDenial(bucketPolicy: Resource): { policy: string } | undefined {
  const policy = bucketPolicy.get("policy").text();
  const bucket = bucketPolicy.get("bucket").text();
  const read = statements(bucketPolicy.get("policy"));
  if (policy.state !== "known" || bucket.state !== "known" || read.state !== "known") return undefined;
  if (read.value.some((statement) => deniesPlainText(statement, "s3:*"))) return undefined;
  const document = JSON.parse(policy.value) as { Statement: unknown };
  // The partition (aws, aws-cn, aws-us-gov) is that of the resources that the policy is about already.
  const arn = read.value.flatMap(({ resources }) => resources?.known ?? []).find((each) => each.startsWith("arn:"));
  const [, partition = "aws"] = arn?.split(":") ?? [];
  const denial = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: ["", "/*"].map((suffix) => `arn:${partition}:s3:::${bucket.value}${suffix}`),
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  return { policy: JSON.stringify({ ...document, Statement: [document.Statement, denial].flat() }) };
}

export const s3TlsOnly = tlsOnlyRule({
  id: "s3-tls-only",
  title: "A bucket is reached over TLS only",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("S3.5", "S3 general purpose buckets should require requests to use SSL"),
    wellArchitected("SEC09-BP02"),
  ],
  fix: 'Deny s3:* to everybody when aws:SecureTransport is "false", in a BucketPolicy.',
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  type: types.bucket,
  policy: [types.bucketPolicy, "bucket"],
  action: "s3:*",
  parts: ["", "/*"],
  remedy: { type: types.bucketPolicy, does: "adds the denial to a BucketPolicy that is known", change: withDenial },
});
