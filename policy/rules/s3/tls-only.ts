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
};
