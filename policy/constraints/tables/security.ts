import { type Row, type TypeRows } from "../schema";
import { api, page } from "./pages";

const document = (statement: object): string => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const identity = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };
const trust = { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" };
const keyPolicy = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:root" },
  Action: "kms:*",
  Resource: "*",
};
const reader = page("IAM/latest/UserGuide/reference_policies_elements_principal");
const grammar = page("IAM/latest/UserGuide/reference_policies_grammar");

const identityRows = (at: string): readonly Row[] => [
  {
    at,
    fact: "a policy of a role, user or group names no Principal, and each statement has a Resource",
    format: "identityPolicy",
    source: reader,
    good: document(identity),
    bad: document({ ...identity, Principal: { AWS: "arn:aws:iam::111122223333:root" } }),
  },
];
const path: Row = {
  at: "path",
  fact: "a path begins and ends with a slash",
  pattern: "^(/|/[\\x21-\\x7e]+/)$",
  source: api("iam", "CreateRole"),
  good: "/service/",
  bad: "service",
};
const named = (most: number): Row => ({
  at: "name",
  fact: `a name has letters, digits and + = , . @ - _, ${most} at most`,
  pattern: `^[\\w+=,.@-]{1,${most}}$`,
  source: page("IAM/latest/UserGuide/reference_iam-quotas"),
  good: "orders",
  bad: "my orders",
});
const managed: Row = {
  at: "policyArn",
  fact: "a policy is named by its ARN",
  pattern: "^arn:",
  source: api("iam", "AttachRolePolicy"),
  good: "arn:aws:iam::aws:policy/ReadOnlyAccess",
  bad: "ReadOnlyAccess",
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

/** IAM. */
export const iam: readonly TypeRows[] = [
  ...["aws:iam/rolePolicy:RolePolicy", "aws:iam/userPolicy:UserPolicy", "aws:iam/groupPolicy:GroupPolicy"].map(
    (type) => ({ type, source: grammar, rows: [...identityRows("policy"), named(128)] }),
  ),
  {
    type: "aws:iam/policy:Policy",
    source: api("iam", "CreatePolicy"),
    rows: [
      ...identityRows("policy"),
      named(128),
      path,
      { at: "description", maxLength: 1000, good: "a", bad: "a".repeat(1001) },
    ],
  },
  {
    type: "aws:iam/role:Role",
    source: api("iam", "CreateRole"),
    rows: [
      {
        at: "assumeRolePolicy",
        fact: "a trust policy names a Principal and no Resource",
        format: "trustPolicy",
        source: grammar,
        good: document(trust),
        bad: document({ ...trust, Resource: "*" }),
      },
      {
        at: "assumeRolePolicy",
        fact: "the actions of a trust policy are those of STS",
        format: "trustActions",
        source: "measured",
        good: document(trust),
        bad: document({ ...trust, Action: "lambda:InvokeFunction" }),
      },
      ...identityRows("inlinePolicies[].policy"),
      named(64),
      path,
      { at: "maxSessionDuration", minimum: 3600, maximum: 43200, good: 43200, bad: 43201 },
      { at: "description", maxLength: 1000, good: "a", bad: "a".repeat(1001) },
      {
        at: "permissionsBoundary",
        fact: "a boundary is the ARN of a policy",
        pattern: "^arn:",
        good: "arn:aws:iam::111122223333:policy/b",
        bad: "b",
      },
      {
        at: "managedPolicyArns[]",
        fact: "a policy is named by its ARN",
        pattern: "^arn:",
        good: "arn:aws:iam::aws:policy/ReadOnlyAccess",
        bad: "ReadOnlyAccess",
      },
      {
        at: "tags",
        fact: "a resource of IAM has 50 tags at most",
        maxProperties: 50,
        source: page("IAM/latest/UserGuide/id_tags"),
        good: { a: "b" },
        bad: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`t${i}`, "x"])),
      },
    ],
  },
  {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    source: api("iam", "AttachRolePolicy"),
    rows: [managed],
  },
  {
    type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    source: api("iam", "AttachUserPolicy"),
    rows: [managed],
  },
  {
    type: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    source: api("iam", "AttachGroupPolicy"),
    rows: [managed],
  },
  { type: "aws:iam/user:User", source: api("iam", "CreateUser"), rows: [named(64), path] },
  { type: "aws:iam/group:Group", source: api("iam", "CreateGroup"), rows: [named(128), path] },
  {
    type: "aws:iam/instanceProfile:InstanceProfile",
    source: api("iam", "CreateInstanceProfile"),
    rows: [named(128), path],
  },
  {
    type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
    source: api("iam", "UpdateAccountPasswordPolicy"),
    rows: [
      { at: "minimumPasswordLength", minimum: 6, maximum: 128, good: 14, bad: 5 },
      { at: "maxPasswordAge", minimum: 0, maximum: 1095, good: 90, bad: 1096 },
      { at: "passwordReusePrevention", minimum: 0, maximum: 24, good: 24, bad: 25 },
    ],
  },
  {
    type: "aws:iam/accessKey:AccessKey",
    source: api("iam", "UpdateAccessKey"),
    rows: [{ at: "status", enum: ["Active", "Inactive"], good: "Active", bad: "Enabled" }],
  },
  {
    type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
    source: api("iam", "CreateOpenIDConnectProvider"),
    rows: [
      {
        at: "url",
        fact: "a provider's address begins with https:// and has neither port nor query",
        pattern: "^https://[^:?]+$",
        good: "https://token.actions.githubusercontent.com",
        bad: "http://token.example",
      },
      {
        at: "clientIdLists",
        maxItems: 100,
        good: ["sts.amazonaws.com"],
        bad: Array.from({ length: 101 }, (_, i) => `c${i}`),
      },
      {
        at: "thumbprintLists",
        maxItems: 5,
        good: ["a".repeat(40)],
        bad: Array.from({ length: 6 }, () => "a".repeat(40)),
      },
      {
        at: "thumbprintLists[]",
        fact: "a thumbprint is 40 hexadecimal digits",
        pattern: "^[0-9a-fA-F]{40}$",
        good: "a".repeat(40),
        bad: "abc",
      },
    ],
  },
  {
    type: "aws:iam/samlProvider:SamlProvider",
    source: api("iam", "CreateSAMLProvider"),
    rows: [
      {
        at: "name",
        fact: "a name has letters, digits and . _ -, 128 at most",
        pattern: "^[\\w._-]{1,128}$",
        good: "corp",
        bad: "my corp",
      },
      { at: "samlMetadataDocument", minLength: 1000, maxLength: 10000000, good: "a".repeat(1000), bad: "<xml/>" },
    ],
  },
  {
    type: "aws:iam/serviceLinkedRole:ServiceLinkedRole",
    source: api("iam", "CreateServiceLinkedRole"),
    rows: [
      {
        at: "awsServiceName",
        fact: "a service is named as <service>.amazonaws.com",
        pattern: "^[\\w.-]+\\.amazonaws\\.com(\\.cn)?$",
        good: "elasticbeanstalk.amazonaws.com",
        bad: "elasticbeanstalk",
      },
    ],
  },
];

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
    fact: "a key policy is a document of IAM whose statements name a Principal and a Resource",
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
        fact: "keys of RSA encrypt or sign",
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
        fact: "a target is a key's id or ARN, no alias",
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

/** Secrets Manager. */
export const secretsmanager: readonly TypeRows[] = [
  {
    type: "aws:secretsmanager/secretRotation:SecretRotation",
    source: api("secretsmanager", "RotateSecret"),
    rows: [
      {
        at: "rotationLambdaArn",
        fact: "the function that rotates is in the secret's own Region",
        ownRegion: true,
        source: "measured",
        good: "arn:aws:lambda:eu-west-1:111122223333:function:rotate",
        bad: "arn:aws:lambda:eu-central-1:111122223333:function:rotate",
      },
      {
        at: "rotationRules",
        fact: "rules have automaticallyAfterDays or a scheduleExpression, not both",
        atMostOne: ["automaticallyAfterDays", "scheduleExpression"],
        source: api("secretsmanager", "RotationRulesType"),
        good: { automaticallyAfterDays: 30 },
        bad: { automaticallyAfterDays: 30, scheduleExpression: "rate(30 days)" },
      },
      {
        at: "rotationRules.automaticallyAfterDays",
        minimum: 1,
        maximum: 1000,
        source: api("secretsmanager", "RotationRulesType"),
        good: 1000,
        bad: 1001,
      },
      {
        at: "rotationRules.duration",
        fact: "a duration is hours such as 3h",
        pattern: "^([1-9]|1\\d|2[0-4])h$",
        source: api("secretsmanager", "RotationRulesType"),
        good: "3h",
        bad: "180m",
      },
      {
        at: "rotationRules.scheduleExpression",
        fact: "it is cron(…) with 0 minutes, or rate(…)",
        pattern: "^(cron\\(0 .+\\)|rate\\(.+\\))$",
        source: page("secretsmanager/latest/userguide/rotate-secrets_schedule"),
        good: "cron(0 8 1 * ? *)",
        bad: "cron(30 8 1 * ? *)",
      },
    ],
  },
  {
    type: "aws:secretsmanager/secret:Secret",
    source: api("secretsmanager", "CreateSecret"),
    rows: [
      {
        at: "name",
        fact: "the name of a secret has letters, digits and / _ + = . @ -, 512 at most",
        pattern: "^[A-Za-z0-9/_+=.@-]{1,512}$",
        good: "db/password",
        bad: "db password",
      },
      { at: "description", maxLength: 2048, good: "a", bad: "a".repeat(2049) },
      {
        at: "policy",
        format: "resourcePolicyWithResource",
        fact: "a policy is a document of IAM whose statements name a Principal and a Resource",
        good: document({
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:root" },
          Action: "secretsmanager:GetSecretValue",
          Resource: "*",
        }),
        bad: document({ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: "*" }),
      },
      {
        at: "replicas",
        fact: "a Region has one replica",
        uniqueKeys: ["region"],
        good: [{ region: "eu-west-2" }],
        bad: [{ region: "eu-west-2" }, { region: "eu-west-2" }],
      },
    ],
  },
  {
    type: "aws:secretsmanager/secretVersion:SecretVersion",
    source: api("secretsmanager", "PutSecretValue"),
    rows: [
      {
        at: "",
        fact: "a secret is a text or bytes, not both",
        atMostOne: ["secretString", "secretBinary", "secretStringWo"],
        good: { secretId: "s", secretString: "a" },
        bad: { secretId: "s", secretString: "a", secretBinary: "YQ==" },
      },
      { at: "versionStages", maxItems: 20, good: ["AWSCURRENT"], bad: Array.from({ length: 21 }, (_, i) => `s${i}`) },
    ],
  },
];

/** Systems Manager. */
export const ssm: readonly TypeRows[] = [
  {
    type: "aws:ssm/association:Association",
    source: api("ssm", "CreateAssociation"),
    rows: [
      {
        at: "",
        fact: "an association with a document of AWS itself (AWS-…) takes no documentVersion but $DEFAULT",
        when: { name: { pattern: "^AWS-" } },
        properties: { documentVersion: { const: "$DEFAULT" } },
        good: { name: "AWS-RunPatchBaseline" },
        bad: { name: "AWS-RunPatchBaseline", documentVersion: "1" },
      },
      {
        at: "complianceSeverity",
        enum: ["CRITICAL", "HIGH", "MEDIUM", "LOW", "UNSPECIFIED"],
        good: "LOW",
        bad: "SEVERE",
      },
      { at: "syncCompliance", enum: ["AUTO", "MANUAL"], good: "AUTO", bad: "ON" },
      {
        at: "maxConcurrency",
        fact: "it is a number of one or more, or a percentage",
        pattern: "^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$",
        good: "50%",
        bad: "0",
      },
      {
        at: "maxErrors",
        fact: "it is a number or a percentage",
        pattern: "^([1-9][0-9]*|[0]|[1-9][0-9]%|[0-9]%|100%)$",
        good: "0",
        bad: "none",
      },
      {
        at: "targets",
        maxItems: 5,
        good: [{ key: "InstanceIds", values: ["*"] }],
        bad: Array.from({ length: 6 }, () => ({ key: "tag:a", values: ["b"] })),
      },
      {
        at: "",
        fact: "applyOnlyAtCronInterval needs a schedule",
        dependentRequired: { applyOnlyAtCronInterval: ["scheduleExpression"] },
        good: { name: "a", applyOnlyAtCronInterval: true, scheduleExpression: "cron(0 2 ? * SUN *)" },
        bad: { name: "a", applyOnlyAtCronInterval: true },
      },
    ],
  },
  {
    type: "aws:ssm/parameter:Parameter",
    source: api("ssm", "PutParameter"),
    rows: [
      { at: "type", enum: ["String", "StringList", "SecureString"], good: "String", bad: "Secret" },
      { at: "tier", enum: ["Standard", "Advanced", "Intelligent-Tiering"], good: "Standard", bad: "Free" },
      { at: "dataType", enum: ["text", "aws:ec2:image", "aws:ssm:integration"], good: "text", bad: "json" },
      {
        at: "name",
        fact: "a name has letters, digits and . - _ /, and begins with a slash where it has several parts",
        pattern: "^(/[a-zA-Z0-9._-]+(/[a-zA-Z0-9._-]+)*|[a-zA-Z0-9._-]+|arn:.+)$",
        good: "/shop/table",
        bad: "shop/table",
      },
      {
        at: "name",
        fact: "a name does not begin with aws or ssm",
        not: { pattern: "^/?(aws|ssm)" },
        good: "/shop/table",
        bad: "/aws/table",
      },
      {
        at: "name",
        fact: "a name has fifteen levels at most",
        not: { pattern: "^(/[^/]+){16}" },
        good: "/a/b",
        bad: "/a".repeat(16),
      },
      {
        at: "",
        fact: "keyId is for SecureString",
        when: { type: ["String", "StringList"] },
        excluded: ["keyId"],
        good: { type: "SecureString", value: "a", keyId: "alias/own" },
        bad: { type: "String", value: "a", keyId: "alias/own" },
      },
      {
        at: "",
        fact: "a Standard parameter has 4 KB at most",
        when: { tier: "Standard" },
        properties: { value: { maxBytes: 4096 } },
        good: { type: "String", tier: "Advanced", value: "a".repeat(5000) },
        bad: { type: "String", tier: "Standard", value: "a".repeat(5000) },
      },
      { at: "value", maxBytes: 8192, good: "a", bad: "a".repeat(8193) },
      { at: "description", maxLength: 1024, good: "a", bad: "a".repeat(1025) },
      { at: "allowedPattern", maxLength: 1024, good: "^a$", bad: "a".repeat(1025) },
      {
        at: "",
        fact: "dataType aws:ec2:image is for String",
        when: { dataType: "aws:ec2:image" },
        properties: { type: { const: "String" } },
        good: { type: "String", dataType: "aws:ec2:image", value: "ami-1" },
        bad: { type: "SecureString", dataType: "aws:ec2:image", value: "ami-1" },
      },
    ],
  },
  {
    type: "aws:ssm/document:Document",
    source: api("ssm", "CreateDocument"),
    rows: [
      { at: "documentFormat", enum: ["YAML", "JSON", "TEXT"], good: "JSON", bad: "XML" },
      {
        at: "documentType",
        enum: "Command Policy Automation Session Package ApplicationConfiguration ApplicationConfigurationSchema DeploymentStrategy ChangeCalendar Automation.ChangeTemplate ProblemAnalysis ProblemAnalysisTemplate CloudFormation ConformancePackTemplate QuickSetup ManualApprovalPolicy AutoApprovalPolicy".split(
          " ",
        ),
        good: "Command",
        bad: "Script",
      },
      {
        at: "name",
        fact: "a name has 3 to 128 letters, digits and _ - .",
        pattern: "^[a-zA-Z0-9_\\-.]{3,128}$",
        good: "restart",
        bad: "my document",
      },
      {
        at: "name",
        fact: "a name does not begin with aws, amazon or amzn",
        not: { pattern: "^([aA][wW][sS]|[aA][mM][aA][zZ][oO][nN]|[aA][mM][zZ][nN])[-_.]" },
        good: "restart",
        bad: "AWS-restart",
      },
      {
        at: "targetType",
        fact: "a target type begins with a slash",
        pattern: "^/[\\w.\\-:/]*$",
        good: "/AWS::EC2::Instance",
        bad: "AWS::EC2::Instance",
      },
    ],
  },
  {
    type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
    source: api("ssm", "CreateMaintenanceWindow"),
    rows: [
      { at: "duration", minimum: 1, maximum: 24, good: 24, bad: 25 },
      { at: "cutoff", minimum: 0, maximum: 23, good: 23, bad: 24 },
      {
        at: "",
        fact: "no new task begins in the last hours: cutoff is less than duration",
        ordered: [["cutoff", "<", "duration"]],
        source: "measured",
        good: { duration: 3, cutoff: 1, schedule: "rate(1 day)" },
        bad: { duration: 3, cutoff: 3, schedule: "rate(1 day)" },
      },
      { at: "scheduleOffset", minimum: 1, maximum: 6, good: 6, bad: 7 },
      {
        at: "name",
        fact: "a name has 3 to 128 letters, digits and _ - .",
        pattern: "^[a-zA-Z0-9_\\-.]{3,128}$",
        good: "nightly",
        bad: "every night",
      },
    ],
  },
  {
    type: "aws:ssm/activation:Activation",
    source: api("ssm", "CreateActivation"),
    rows: [
      { at: "registrationLimit", minimum: 1, maximum: 1000, good: 1, bad: 1001 },
      { at: "description", maxLength: 256, good: "a", bad: "a".repeat(257) },
    ],
  },
  {
    type: "aws:ssm/patchBaseline:PatchBaseline",
    source: api("ssm", "CreatePatchBaseline"),
    rows: [
      {
        at: "approvalRules[]",
        fact: "a rule approves after days or until a date",
        atMostOne: ["approveAfterDays", "approveUntilDate"],
        source: api("ssm", "PatchRule"),
        good: { approveAfterDays: 7, patchFilters: [] },
        bad: { approveAfterDays: 7, approveUntilDate: "2026-01-01", patchFilters: [] },
      },
      { at: "rejectedPatchesAction", enum: ["ALLOW_AS_DEPENDENCY", "BLOCK"], good: "BLOCK", bad: "DENY" },
    ],
  },
];
