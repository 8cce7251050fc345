import { securityHub, wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { advised, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

const switches = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;

/** The switches that a block leaves off, and whether some are not known. */
function off(block: Resource) {
  const readings = switches.map((name) => [name, block.get(name).flag()] as const);
  return {
    names: readings.flatMap(([name, flag]) =>
      flag.state === "absent" || (flag.state === "known" && !flag.value) ? [name] : [],
    ),
    open: readings.some(([, flag]) => flag.state === "unknown" || flag.state === "malformed"),
  };
}

function check(stack: Graph, bucket: Resource): Verdict {
  const { linked, unresolved } = stack.pointingAt(bucket, types.bucketPublicAccessBlock, "bucket");
  if (linked.length === 0) {
    // S3 switches all four on for new buckets since April 2023.
    return unresolved
      ? notEvaluated(bucket, "public access block")
      : advised(bucket, "it has no public access block: AWS's default holds until somebody changes it");
  }
  return linked.flatMap((block) => {
    const { names, open } = off(block);
    if (names.length > 0) return violated(bucket, `its public access block leaves off ${names.join(", ")}`);
    return open ? notEvaluated(block, switches.join(", ")) : holds;
  });
}

export const s3PublicAccess: StackRule = {
  scope: "stack",
  id: "s3-public-access",
  title: "A bucket blocks public access",
  severity: "high",
  level: "mandatory",
  ground: "open",
  controls: [
    securityHub("S3.8", "S3 general purpose buckets should block public access"),
    wellArchitected("SEC03-BP07"),
  ],
  fix: "Add a BucketPublicAccessBlock with all four switches on.",
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  check(stack) {
    const account = stack.ofType(types.accountPublicAccessBlock).map(off);
    if (account.some(({ names, open }) => names.length === 0 && !open)) return holds;
    return stack.ofType(types.bucket).flatMap((bucket) => check(stack, bucket));
  },
  remedy: {
    type: types.bucketPublicAccessBlock,
    does: "turns on the switches of a BucketPublicAccessBlock that are off",
    change(block) {
      const { names } = off(block);
      return names.length > 0 ? Object.fromEntries(names.map((name) => [name, true])) : undefined;
    },
  },
};
