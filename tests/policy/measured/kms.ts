import { type FactsByName } from "./facts";
import { on } from "./on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const keyArn = (region: string, id = "11111111-1111-1111-1111-111111111111") =>
  `arn:aws:kms:${region}:${account}:key/${id}`;
const owner = {
  Sid: "Owner",
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: "kms:*",
  Resource: "*",
};
const policy = (...statements: readonly Arguments[]) => ({
  policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
});
const key = on("aws:kms/key:Key", { description: "own", enableKeyRotation: true });
const plain = on("aws:kms/key:Key", { description: "own" });
const alias = on("aws:kms/alias:Alias", { name: "alias/own", targetKeyId: keyArn("eu-west-1") });
const replica = on("aws:kms/replicaKey:ReplicaKey", { description: "own" });
const many = "mrk-11111111111111111111111111111111";

export const kms: FactsByName = {
  "kms-alias-name": alias("alias/aws/ is AWS's own", { name: "alias/aws/own" }, {}),
  "kms-alias-target": alias("an alias is of a key, not of an alias", { targetKeyId: "alias/other" }, {}),
  "kms-key-policy-charset": key(
    "a policy is Latin",
    policy({ ...owner, Sid: "所有者" }),
    policy({ ...owner, Sid: "Owner" }),
  ),
  "kms-key-policy-lockout": key(
    "someone may change the policy",
    policy({ ...owner, Action: "kms:Decrypt" }),
    policy({ ...owner, Action: ["kms:Decrypt", "kms:PutKeyPolicy"] }),
  ),
  "kms-key-policy-statement": key(
    "a statement has a resource",
    policy(owner, { ...owner, Sid: "Other", Resource: undefined }),
    policy(owner, { ...owner, Sid: "Other" }),
  ),
  "kms-key-rotation": key(
    "only symmetric keys rotate",
    { customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" },
    { customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
  ),
  "kms-key-spec-region": plain(
    "SM2 is of China",
    { customerMasterKeySpec: "SM2", keyUsage: "SIGN_VERIFY" },
    { customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
  ),
  "kms-key-spec-usage": plain(
    "a key of an HMAC does not encrypt",
    { customerMasterKeySpec: "HMAC_256", keyUsage: "ENCRYPT_DECRYPT" },
    { customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" },
  ),
  "kms-replica-primary-arn": replica(
    "a replica is of another Region",
    { primaryKeyArn: keyArn("eu-west-1", many) },
    { primaryKeyArn: keyArn("us-east-1", many) },
  ),
  "kms-key-origin": on("aws:kms/externalKey:ExternalKey", { description: "own" })(
    "what is signed for later times is made by AWS",
    { keySpec: "ML_DSA_65", keyUsage: "SIGN_VERIFY" },
    { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
  ),
};
