import { securityHub, wellArchitected } from "../../controls";
import { type Graph } from "../../graph";
import { concerns, type Statement, statements, strings } from "../../iam";
import { type Property } from "../../known";
import { type Resource, types } from "../../resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../rule";

/** Whether a statement denies everybody everything that comes without TLS. */
function deniesPlainText(statement: Statement): boolean {
  return (
    statement.effect === "Deny" &&
    concerns(statement, "s3:*") === "yes" &&
    everybody(statement.principal) &&
    withoutTls(statement.conditions)
  );
}

function everybody(principal: Property): boolean {
  return [principal, principal.at("AWS")].some((each) => strings(each)?.known.includes("*"));
}

/** The condition is `Bool { aws:SecureTransport: false }`; operators and keys ignore case. */
function withoutTls(conditions: Property): boolean {
  const operators = conditions.entries();
  return (
    operators.state === "known" &&
    operators.value.length === 1 &&
    operators.value.every(([operator, tests]) => {
      const keys = tests.entries();
      return (
        /^Bool(IfExists)?$/i.test(operator) &&
        keys.state === "known" &&
        keys.value.length === 1 &&
        keys.value.every(([key, value]) => {
          const flag = value.flag();
          return key.toLowerCase() === "aws:securetransport" && flag.state === "known" && !flag.value;
        })
      );
    })
  );
}

function check(stack: Graph, bucket: Resource): Verdict {
  const { linked, unresolved } = stack.pointingAt(bucket, types.bucketPolicy, "bucket");
  const documents = [...linked, bucket].map((owner) => statements(owner.get("policy")));
  const read = documents.flatMap((document) => (document.state === "known" ? document.value : []));
  if (read.some(deniesPlainText)) return holds;
  const open = unresolved || documents.some(({ state }) => state === "unknown" || state === "malformed");
  return open
    ? notEvaluated(bucket, "bucket policy")
    : violated(bucket, "its policy does not deny requests without TLS");
}

/** The policy with a denial of plain text besides what it says, if it can be read and lacks one. */
function withDenial(bucketPolicy: Resource): { policy: string } | undefined {
  const policy = bucketPolicy.get("policy").text();
  const bucket = bucketPolicy.get("bucket").text();
  const read = statements(bucketPolicy.get("policy"));
  if (policy.state !== "known" || bucket.state !== "known" || read.state !== "known") return undefined;
  if (read.value.some(deniesPlainText)) return undefined;
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

export const s3TlsOnly: StackRule = {
  scope: "stack",
  id: "s3-tls-only",
  title: "A bucket is reached over TLS only",
  severity: "medium",
  level: "mandatory",
  controls: [
    securityHub("S3.5", "S3 general purpose buckets should require requests to use SSL"),
    wellArchitected("SEC09-BP02"),
  ],
  fix: 'Deny s3:* to everybody when aws:SecureTransport is "false", in a BucketPolicy.',
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  check: (stack) => stack.ofType(types.bucket).flatMap((bucket) => check(stack, bucket)),
  remedy: { type: types.bucketPolicy, does: "adds the denial to a BucketPolicy that is known", change: withDenial },
};
