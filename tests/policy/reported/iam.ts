import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const document = (...Statement: readonly Arguments[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const trust = (more: Arguments) => ({ assumeRolePolicy: document({ Effect: "Allow", ...more }) });
const reads = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" };
const keyPolicy = (AWS: string) => ({
  policy: document({ Effect: "Allow", Principal: { AWS }, Action: "kms:*", Resource: "*" }),
});
const bucketPolicy = (Principal: Arguments) => ({ policy: document({ ...reads, Principal }) });

export const iam: FactsByName = {
  "role-policy-principal": on("aws:iam/rolePolicy:RolePolicy", { role: "r" })(
    "what a role may do names no principal",
    { policy: document({ ...reads, Principal: { AWS: account } }) },
    { policy: document(reads) },
  ),
  "action-inside-principal": on("aws:iam/role:Role")(
    "the action of a statement stands beside its principal",
    trust({ Principal: { Service: ["backup.amazonaws.com"], Action: ["sts:AssumeRole"] } }),
    trust({ Principal: { Service: ["backup.amazonaws.com"] }, Action: ["sts:AssumeRole"] }),
  ),
  "principal-of-any-type": on("aws:s3/bucketPolicy:BucketPolicy", { bucket: "orders" })(
    "the type of a principal is no *",
    bucketPolicy({ AWS: `arn:aws:iam::${account}:role/r`, "*": "*" }),
    bucketPolicy({ AWS: `arn:aws:iam::${account}:role/r` }),
  ),
};

export const kms: FactsByName = {
  "principal-without-iam": on("aws:kms/key:Key", { enableKeyRotation: true })(
    "an account's ARN is one of IAM",
    keyPolicy(`arn:aws::${account}:root`),
    keyPolicy(`arn:aws:iam::${account}:root`),
  ),
};
