import { measured, type TypeRows } from "../../schema";
import { api } from "../pages";
import { like, needs, only, together } from "../together";

const grant = { keyId: "k", granteePrincipal: "arn:aws:iam::111122223333:role/r", operations: ["Decrypt"] };
const proxy = {
  xksProxyConnectivity: "PUBLIC_ENDPOINT",
  xksProxyUriEndpoint: "https://xks.example.com",
  xksProxyUriPath: "/kms/xks/v1",
  xksProxyAuthenticationCredential: { accessKeyId: "A".repeat(20), rawSecretAccessKey: "a".repeat(43) },
};
const hsm = { cloudHsmClusterId: "cluster-1a23b4cdefg", keyStorePassword: "password1", trustAnchorCertificate: "c" };
const external = { customKeyStoreName: "s", customKeyStoreType: "EXTERNAL_KEY_STORE" };
const create = api("kms", "CreateCustomKeyStore");
const primaryKeyArn = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";

/** Keys, secrets and operations: what goes together, or not. */
export const furtherKeys: readonly TypeRows[] = [
  {
    type: "aws:kms/replicaKey:ReplicaKey",
    source: api("kms", "ReplicateKey"),
    rows: [
      {
        at: "primaryKeyArn",
        fact: "a replica is in the partition of the primary key",
        ownPartition: true,
        good: primaryKeyArn,
        bad: primaryKeyArn.replace("arn:aws:kms:us-east-1", "arn:aws-cn:kms:cn-north-1"),
      },
    ],
  },
  {
    type: "aws:kms/externalKey:ExternalKey",
    source: api("kms", "CreateKey"),
    rows: [
      {
        at: "keySpec",
        fact: "key material of ML-DSA is made by AWS, not imported",
        not: { pattern: "^ML_DSA_" },
        source: measured,
        good: "ECC_NIST_P256",
        bad: "ML_DSA_65",
      },
    ],
  },
  {
    type: "aws:kms/customKeyStore:CustomKeyStore",
    source: create,
    rows: [
      needs("a store in CloudHSM has its cluster, password and certificate", { customKeyStoreType: "AWS_CLOUDHSM" }, [
        "cloudHsmClusterId",
        "keyStorePassword",
        "trustAnchorCertificate",
      ])({ customKeyStoreName: "s", customKeyStoreType: "AWS_CLOUDHSM" }, hsm, { cloudHsmClusterId: "c" }),
      only("a store in CloudHSM has no proxy", { customKeyStoreType: "AWS_CLOUDHSM" }, Object.keys(proxy))(
        { customKeyStoreName: "s", customKeyStoreType: "AWS_CLOUDHSM", ...hsm },
        {},
        proxy,
      ),
      needs("an external store has its proxy", { customKeyStoreType: "EXTERNAL_KEY_STORE" }, Object.keys(proxy))(
        external,
        proxy,
        { xksProxyUriPath: "/kms/xks/v1" },
      ),
      only(
        "an external store has no cluster of CloudHSM",
        { customKeyStoreType: "EXTERNAL_KEY_STORE" },
        Object.keys(hsm),
      )({ ...external, ...proxy }, {}, hsm),
      needs("a proxy behind an endpoint service names it", { xksProxyConnectivity: "VPC_ENDPOINT_SERVICE" }, [
        "xksProxyVpcEndpointServiceName",
      ])(
        { ...external, ...proxy, xksProxyConnectivity: "VPC_ENDPOINT_SERVICE" },
        { xksProxyVpcEndpointServiceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-1234567890abcdef0" },
        {},
      ),
      like(
        "xksProxyUriEndpoint",
        "the address of a proxy is https:// and a name, without a path",
        "^https://[^/\\\\]+$",
        "https://xks.example.com",
        "https://xks.example.com/kms",
      ),
      like(
        "xksProxyUriPath",
        "the path of a proxy begins with / and ends with /kms/xks/v1",
        "^/(.*/)?kms/xks/v1$",
        "/kms/xks/v1",
        "/kms/xks",
      ),
      { at: "keyStorePassword", minLength: 7, maxLength: 32, good: "password1", bad: "secret" },
    ],
  },
  {
    type: "aws:kms/grant:Grant",
    source: api("kms", "CreateGrant"),
    rows: [
      {
        at: "constraints[]",
        fact: "a constraint is encryptionContextEquals or encryptionContextSubset",
        atMostOne: ["encryptionContextEquals", "encryptionContextSubset"],
        source: api("kms", "GrantConstraints"),
        good: { encryptionContextEquals: { a: "1" } },
        bad: { encryptionContextEquals: { a: "1" }, encryptionContextSubset: { a: "1" } },
      },
      ...["encryptionContextEquals", "encryptionContextSubset"].map((name) => ({
        at: `constraints[].${name}`,
        maxProperties: 8,
        source: api("kms", "GrantConstraints"),
        good: { a: "1" },
        bad: Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`k${index}`, "1"])),
      })),
      together(
        "a context is of keys that encrypt: Sign, Verify and the MACs have none",
        {
          if: { required: ["constraints[]"] },
          then: {
            properties: {
              "operations[]": {
                not: { pattern: "^(Sign|Verify|GenerateMac|VerifyMac|GetPublicKey|DeriveSharedSecret)$" },
              },
            },
          },
          source: api("kms", "GrantConstraints"),
        },
        { ...grant, constraints: [{ encryptionContextEquals: { a: "1" } }] },
        {},
        { operations: ["Sign"] },
      ),
    ],
  },
  {
    type: "aws:kms/key:Key",
    source: api("kms", "CreateKey"),
    rows: [
      together(
        "a key in a custom key store is symmetric",
        {
          if: { required: ["customKeyStoreId"] },
          then: { properties: { customerMasterKeySpec: { const: "SYMMETRIC_DEFAULT" } } },
        },
        { customKeyStoreId: "cks-1" },
        { customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
        { customerMasterKeySpec: "RSA_2048", keyUsage: "ENCRYPT_DECRYPT" },
      ),
      together(
        "a period of rotation goes with rotation",
        {
          if: { required: ["rotationPeriodInDays"] },
          then: { properties: { enableKeyRotation: { const: true } } },
          source: api("kms", "EnableKeyRotation"),
          level: "advisory",
        },
        { rotationPeriodInDays: 90 },
        { enableKeyRotation: true },
        { enableKeyRotation: false },
      ),
    ],
  },
  {
    type: "aws:kms/replicaKey:ReplicaKey",
    source: api("kms", "ReplicateKey"),
    rows: [
      together(
        "a key has one replica in a Region",
        {
          onlyOne: ["primaryKeyArn"],
          beside: {
            first: { type: "aws:kms/replicaKey:ReplicaKey", properties: { primaryKeyArn, region: "eu-west-1" } },
          },
        },
        { description: "r" },
        { primaryKeyArn: primaryKeyArn.replace("mrk-1", "mrk-2") },
        { primaryKeyArn },
      ),
    ],
  },
  {
    type: "aws:secretsmanager/secretVersion:SecretVersion",
    source: api("secretsmanager", "PutSecretValue"),
    rows: [
      together(
        "a version has a value",
        { requiredOr: ["secretString", "secretBinary", "secretStringWo"] },
        { secretId: "s" },
        { secretString: "a" },
        { versionStages: ["AWSCURRENT"] },
      ),
    ],
  },
  {
    type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
    source: api("ssm", "RegisterTaskWithMaintenanceWindow"),
    rows: [
      together(
        "a task without targets has no maxConcurrency and no maxErrors",
        { if: { excluded: ["targets[]"] }, then: { excluded: ["maxConcurrency", "maxErrors"] } },
        { windowId: "mw-1", taskArn: "arn:aws:lambda:eu-west-1:111122223333:function:f", taskType: "LAMBDA" },
        {},
        { maxConcurrency: "1", maxErrors: "1" },
      ),
    ],
  },
  {
    type: "aws:ssm/activation:Activation",
    source: api("ssm", "CreateActivation"),
    rows: [
      {
        at: "iamRole",
        fact: "a service-linked role is not for hybrid nodes",
        not: { pattern: "^AWSServiceRole|/aws-service-role/" },
        good: "nodes",
        bad: "AWSServiceRoleForAmazonSSM",
      },
    ],
  },
  {
    type: "aws:ssm/patchBaseline:PatchBaseline",
    source: api("ssm", "CreatePatchBaseline"),
    rows: [
      {
        at: "approvalRules",
        maxItems: 10,
        source: api("ssm", "PatchRuleGroup"),
        good: [{ approveAfterDays: 7, patchFilters: [{ key: "PRODUCT", values: ["*"] }] }],
        bad: Array.from({ length: 11 }, () => ({
          approveAfterDays: 7,
          patchFilters: [{ key: "PRODUCT", values: ["*"] }],
        })),
      },
      {
        at: "globalFilters",
        maxItems: 4,
        good: [{ key: "PRODUCT", values: ["*"] }],
        bad: Array.from({ length: 5 }, () => ({ key: "PRODUCT", values: ["*"] })),
      },
      {
        at: "approvedPatches",
        maxItems: 50,
        good: ["KB1"],
        bad: Array.from({ length: 51 }, (_, index) => `KB${index}`),
      },
      {
        at: "rejectedPatches",
        maxItems: 50,
        good: ["KB1"],
        bad: Array.from({ length: 51 }, (_, index) => `KB${index}`),
      },
      {
        at: "approvalRules[].approveAfterDays",
        minimum: 0,
        maximum: 360,
        source: api("ssm", "PatchRule"),
        good: 7,
        bad: 361,
      },
      together(
        "what security updates wait for is of Windows",
        {
          if: { required: ["operatingSystem"], not: { properties: { operatingSystem: { const: "WINDOWS" } } } },
          then: { excluded: ["availableSecurityUpdatesComplianceStatus"] },
        },
        { availableSecurityUpdatesComplianceStatus: "COMPLIANT" },
        { operatingSystem: "WINDOWS" },
        { operatingSystem: "AMAZON_LINUX_2023" },
      ),
      together(
        "updates that are not of security are of Linux",
        { when: { operatingSystem: "WINDOWS" }, excluded: ["approvedPatchesEnableNonSecurity"] },
        { operatingSystem: "WINDOWS" },
        {},
        { approvedPatchesEnableNonSecurity: true },
      ),
    ],
  },
];
