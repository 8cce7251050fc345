import { securityHub, wellArchitected } from "../../frame/controls";
import { type Property } from "../../frame/known";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type StackRule, type Verdict, violated } from "../../frame/rule";

/** The canned ACLs that give access to people outside the account. */
const open = new Set(["public-read", "public-read-write", "authenticated-read"]);

/** The groups of everybody, and of everybody with an account at AWS. */
const groups = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;

function checkCanned(owner: Resource): Verdict {
  const property = owner.get("acl");
  const acl = property.text();
  if (acl.state === "unknown") return notEvaluated(owner, "acl");
  return acl.state === "known" && open.has(acl.value)
    ? violated(owner, `acl is ${acl.value}: people outside the account may list, read or write objects`)
    : holds;
}

function checkGrantees(owner: Resource, grants: Property, path: readonly string[]): Verdict {
  const list = grants.list();
  if (list.state === "unknown") return notEvaluated(owner, grants.name);
  return (list.state === "known" ? list.value : []).flatMap((grant) => {
    const uri = grant.at(...path).text();
    if (uri.state === "unknown") return notEvaluated(owner, grant.name);
    const group = uri.state === "known" ? groups.exec(uri.value)?.[1] : undefined;
    return group ? violated(owner, `${grant.name} gives rights to ${group}: people outside the account`) : holds;
  });
}

const info = {
  scope: "resource",
  type: types.bucketAcl,
  title: "No access control list opens a bucket to everybody",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [
    securityHub("S3.12", "ACLs should not be used to manage user access to S3 general purpose buckets"),
    wellArchitected("SEC03-BP07"),
  ],
  fix: "Leave out the list, and grant access by a bucket policy; publish files through CloudFront.",
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
} as const;

export const s3PublicAcl: ResourceRule = {
  ...info,
  id: "s3-public-acl",
  check: (acl) => [
    ...checkCanned(acl),
    ...checkGrantees(acl, acl.get("accessControlPolicy", "grants"), ["grantee", "uri"]),
  ],
};

export const s3PublicBucketAcl: ResourceRule = {
  ...info,
  id: "s3-public-bucket-acl",
  type: types.bucket,
  check: (bucket) => [...checkCanned(bucket), ...checkGrantees(bucket, bucket.get("grants"), ["uri"])],
};

const objectTypes = [types.bucketObject, types.bucketObjectV2, "aws:s3/objectCopy:ObjectCopy"];

/** Whether S3 takes lists that open an object, and gives nobody access by them. */
function ignoresAcls(stack: Graph, object: Resource): boolean {
  const blocks = [
    ...stack.ofType(types.accountPublicAccessBlock),
    ...stack
      .resolve(object, object.get("bucket"), types.bucket)
      .flatMap((bucket) => stack.pointingAt(bucket, types.bucketPublicAccessBlock, "bucket").linked),
  ];
  const isOn = (name: string): boolean =>
    blocks.some((block) => {
      const flag = block.get(name).flag();
      return flag.state === "known" && flag.value;
    });
  return isOn("ignorePublicAcls") && !isOn("blockPublicAcls");
}

/** Where public lists are blocked, S3 refuses to store an object with one. */
export const s3PublicObjectAcl: StackRule = {
  ...info,
  scope: "stack",
  id: "s3-public-object-acl",
  title: "No access control list opens an object to everybody",
  fix: "Leave out acl and grants: S3 refuses them where its default holds; publish files through CloudFront.",
  check: (stack) =>
    objectTypes
      .flatMap((type) => stack.ofType(type))
      .filter((object) => !ignoresAcls(stack, object))
      .flatMap((object) => [
        ...(object.leavesToAws(object.get("acl")) ? holds : checkCanned(object)),
        ...checkGrantees(object, object.get("grants"), ["uri"]),
      ]),
};
