import { page } from "../pages";
import { type Row, type TypeRows } from "../../schema";
import { document } from "../samples";

const read = (Resource: string) => document({ Effect: "Allow", Action: "s3:GetObject", Resource });

const inDocument: Row = {
  at: "policy",
  fact: "the resources of a policy are of the partition that it is made in",
  ownPartition: true,
  good: read("arn:aws:s3:::own/*"),
  bad: read("arn:aws-cn:s3:::own/*"),
};

const policyArn = (at: string): Row => ({
  at,
  fact: "a policy is of the partition that it is attached in",
  ownPartition: true,
  good: "arn:aws:iam::aws:policy/ReadOnlyAccess",
  bad: "arn:aws-cn:iam::aws:policy/ReadOnlyAccess",
});

const ofType = (type: string, rows: readonly Row[]): TypeRows => ({
  type,
  source: page("IAM/latest/UserGuide/reference-arns"),
  rows,
});

/** IAM: what is of one partition. */
export const iamMeasured: readonly TypeRows[] = [
  ...[
    "aws:iam/policy:Policy",
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/groupPolicy:GroupPolicy",
  ].map((type) => ofType(type, [inDocument])),
  ofType("aws:iam/role:Role", [policyArn("managedPolicyArns[]"), policyArn("permissionsBoundary")]),
  ofType("aws:iam/user:User", [policyArn("permissionsBoundary")]),
  ...[
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
  ].map((type) => ofType(type, [policyArn("policyArn")])),
];
