import { type Row, type TypeRows } from "../schema";
import { api, page } from "./pages";
import { document } from "./samples";

const keyPolicy = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:root" },
  Action: "kms:*",
  Resource: "*",
};

const specs = [
  "SYMMETRIC_DEFAULT",
  "RSA_2048",
  "RSA_3072",
  "RSA_4096",
  "ECC_NIST_P256",
  "ECC_NIST_P384",
  "ECC_NIST_P521",
  "ECC_SECG_P256K1",
  "ECC_NIST_EDWARDS25519",
  "HMAC_224",
  "HMAC_256",
  "HMAC_384",
  "HMAC_512",
  "SM2",
  "ML_DSA_44",
  "ML_DSA_65",
  "ML_DSA_87",
];

const characters = "^[\\t\\n\\r\\u0020-\\u00FF]*$";

const keys: readonly Row[] = [
  {
    at: "policy",
    fact: "a key policy has only tab, line feed, carriage return and the characters U+0020 to U+00FF",
    pattern: characters,
    source: api("kms", "PutKeyPolicy"),
    good: document(keyPolicy),
    bad: document({ Sid: "管理者", ...keyPolicy }),
  },
  {
    at: "policy",
    fact: "a key policy is an IAM policy document whose statements name a Principal and a Resource",
    format: "resourcePolicyWithResource",
    source: page("kms/latest/developerguide/key-policy-overview"),
    good: document(keyPolicy),
    bad: document({ ...keyPolicy, Principal: undefined }),
  },
  {
    at: "policy",
    maxBytes: 32768,
    source: api("kms", "PutKeyPolicy"),
    good: document(keyPolicy),
    bad: document({ Sid: "a".repeat(32800), ...keyPolicy }),
  },
];

/** KMS. */
export const kms: readonly TypeRows[] = [
  {
    type: "aws:kms/key:Key",
    source: api("kms", "CreateKey"),
    rows: [
      ...keys,
      {
        at: "keyUsage",
        enum: ["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"],
        good: "SIGN_VERIFY",
        bad: "ENCRYPT",
      },
      { at: "customerMasterKeySpec", enum: specs, good: "RSA_2048", bad: "RSA_1024" },
      {
        at: "",
        fact: "a symmetric key encrypts and decrypts",
        when: { customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
        properties: { keyUsage: { const: "ENCRYPT_DECRYPT" } },
        good: { customerMasterKeySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT" },
        bad: { customerMasterKeySpec: "SYMMETRIC_DEFAULT", keyUsage: "SIGN_VERIFY" },
      },
      {
        at: "",
        fact: "HMAC keys make and verify MACs",
        when: { customerMasterKeySpec: { pattern: "^HMAC_" } },
        properties: { keyUsage: { const: "GENERATE_VERIFY_MAC" } },
        required: ["keyUsage"],
        good: { customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" },
        bad: { customerMasterKeySpec: "HMAC_256", keyUsage: "ENCRYPT_DECRYPT" },
      },
      {
        at: "",
        fact: "elliptic curves sign, or agree on keys",
        when: { customerMasterKeySpec: { pattern: "^ECC_" } },
        properties: { keyUsage: { enum: ["SIGN_VERIFY", "KEY_AGREEMENT"] } },
        required: ["keyUsage"],
        good: { customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
        bad: { customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "ENCRYPT_DECRYPT" },
      },
      {
        at: "",
        fact: "RSA keys encrypt or sign",
        when: { customerMasterKeySpec: { pattern: "^RSA_" } },
        properties: { keyUsage: { enum: ["ENCRYPT_DECRYPT", "SIGN_VERIFY"] } },
        good: { customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" },
        bad: { customerMasterKeySpec: "RSA_2048", keyUsage: "GENERATE_VERIFY_MAC" },
      },
      {
        at: "",
        fact: "only symmetric keys are rotated",
        when: { enableKeyRotation: true, customerMasterKeySpec: { pattern: "^(RSA|ECC|HMAC|SM2|ML)" } },
        excluded: ["enableKeyRotation"],
        source: page("kms/latest/developerguide/rotate-keys"),
        good: { customerMasterKeySpec: "SYMMETRIC_DEFAULT", enableKeyRotation: true },
        bad: { customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY", enableKeyRotation: true },
      },
      {
        at: "",
        fact: "a key in a custom key store is not rotated",
        dependentExcluded: { customKeyStoreId: ["enableKeyRotation"] },
        source: page("kms/latest/developerguide/rotate-keys"),
        good: { customKeyStoreId: "cks-1" },
        bad: { customKeyStoreId: "cks-1", enableKeyRotation: true },
      },
      {
        at: "",
        fact: "a key in a custom key store is not multi-Region",
        dependentExcluded: { customKeyStoreId: ["multiRegion"] },
        good: { customKeyStoreId: "cks-1" },
        bad: { customKeyStoreId: "cks-1", multiRegion: true },
      },
      {
        at: "",
        fact: "an external key of a key store (xksKeyId) names the store",
        dependentRequired: { xksKeyId: ["customKeyStoreId"] },
        good: { xksKeyId: "a", customKeyStoreId: "cks-1" },
        bad: { xksKeyId: "a" },
      },
      { at: "description", maxLength: 8192, good: "a", bad: "a".repeat(8193) },
    ],
  },
  { type: "aws:kms/keyPolicy:KeyPolicy", source: api("kms", "PutKeyPolicy"), rows: keys },
  ...[
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
  ].map((type) => ({
    type,
    source: api("kms", "CreateKey"),
    rows: [...keys, { at: "deletionWindowInDays", minimum: 7, maximum: 30, good: 7, bad: 31 }],
  })),
  {
    type: "aws:kms/alias:Alias",
    source: api("kms", "CreateAlias"),
    rows: [
      {
        at: "targetKeyId",
        fact: "a target is a key's id or ARN, not an alias",
        not: { pattern: "(^|:)alias/" },
        good: "1234abcd-12ab-34cd-56ef-1234567890ab",
        bad: "alias/shared",
      },
      {
        at: "name",
        fact: "an alias begins with alias/ and has letters, digits and / _ -",
        pattern: "^alias/[a-zA-Z0-9/_-]+$",
        good: "alias/orders",
        bad: "orders",
      },
      {
        at: "name",
        fact: "alias/aws/ is for keys of AWS",
        not: { pattern: "^alias/aws/" },
        good: "alias/orders",
        bad: "alias/aws/orders",
      },
      { at: "name", maxLength: 256, good: "alias/orders", bad: `alias/${"a".repeat(256)}` },
    ],
  },
  {
    type: "aws:kms/grant:Grant",
    source: api("kms", "CreateGrant"),
    rows: [
      {
        at: "operations[]",
        enum: "Decrypt Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext ReEncryptFrom ReEncryptTo Sign Verify GetPublicKey CreateGrant RetireGrant DescribeKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateMac VerifyMac DeriveSharedSecret".split(
          " ",
        ),
        good: "Decrypt",
        bad: "kms:Decrypt",
      },
      {
        at: "name",
        fact: "a name has letters, digits and : / _ -",
        pattern: "^[a-zA-Z0-9:/_-]{1,256}$",
        good: "orders",
        bad: "my grant",
      },
    ],
  },
];
