import { type TypeRows } from "../schema";
import { api } from "./pages";
import { like, needs, only, together } from "./together";

const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const life = api("efs", "LifecyclePolicy");

/** Files of EFS, certificates of ACM. */
export const files: readonly TypeRows[] = [
  {
    type: "aws:efs/fileSystem:FileSystem",
    source: api("efs", "CreateFileSystem"),
    rows: [
      needs("the mode provisioned has its throughput", { throughputMode: "provisioned" }, [
        "provisionedThroughputInMibps",
      ])({ throughputMode: "provisioned", encrypted: true }, { provisionedThroughputInMibps: 10 }, {}),
      together(
        "a throughput is of the mode provisioned",
        {
          if: {
            required: ["provisionedThroughputInMibps"],
            properties: { provisionedThroughputInMibps: { minimum: 1 } },
          },
          then: { required: ["throughputMode"], properties: { throughputMode: { const: "provisioned" } } },
        },
        { encrypted: true, provisionedThroughputInMibps: 10 },
        { throughputMode: "provisioned" },
        { throughputMode: "bursting" },
      ),
      together(
        "a key is for a file system that is encrypted",
        {
          if: { required: ["kmsKeyId"] },
          then: { required: ["encrypted"], properties: { encrypted: { const: true } } },
        },
        { kmsKeyId: key },
        { encrypted: true },
        { encrypted: false },
      ),
      together(
        "elastic throughput is not for maxIO",
        { when: { throughputMode: "elastic" }, properties: { performanceMode: { const: "generalPurpose" } } },
        { encrypted: true, throughputMode: "elastic" },
        { performanceMode: "generalPurpose" },
        { performanceMode: "maxIO" },
      ),
      together(
        "a file system of one zone is not maxIO",
        {
          if: { required: ["availabilityZoneName"] },
          then: { properties: { performanceMode: { const: "generalPurpose" } } },
        },
        { encrypted: true, availabilityZoneName: "eu-west-1a" },
        { performanceMode: "generalPurpose" },
        { performanceMode: "maxIO" },
      ),
      {
        at: "lifecyclePolicies[]",
        fact: "a policy has one transition",
        requiredXor: ["transitionToIa", "transitionToArchive", "transitionToPrimaryStorageClass"],
        source: life,
        good: { transitionToIa: "AFTER_30_DAYS" },
        bad: { transitionToIa: "AFTER_30_DAYS", transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
      },
    ],
  },
  {
    type: "aws:efs/accessPoint:AccessPoint",
    source: api("efs", "CreateAccessPoint"),
    rows: [
      like(
        "rootDirectory.path",
        "a path begins with / and has at most four folders",
        "^/([^/]+(/[^/]+){0,3})?$",
        "/data",
        "data",
      ),
      { at: "posixUser.uid", minimum: 0, maximum: 4_294_967_295, source: api("efs", "PosixUser"), good: 1000, bad: -1 },
      { at: "posixUser.gid", minimum: 0, maximum: 4_294_967_295, source: api("efs", "PosixUser"), good: 1000, bad: -1 },
    ],
  },
  {
    type: "aws:efs/mountTarget:MountTarget",
    source: api("efs", "CreateMountTarget"),
    rows: [
      together(
        "a file system has one mount target in a subnet",
        {
          onlyOne: ["fileSystemId", "subnetId"],
          beside: {
            first: {
              type: "aws:efs/mountTarget:MountTarget",
              properties: { fileSystemId: "fs-1", subnetId: "subnet-1", region: "eu-west-1" },
            },
          },
        },
        { fileSystemId: "fs-1" },
        { subnetId: "subnet-2" },
        { subnetId: "subnet-1" },
      ),
    ],
  },
  {
    type: "aws:acm/certificate:Certificate",
    source: api("acm", "RequestCertificate"),
    rows: [
      together(
        "a certificate is requested by its domainName, or imported with its privateKey",
        { requiredOr: ["domainName", "privateKey", "privateKeyWo"] },
        {},
        { domainName: "example.com", validationMethod: "DNS" },
        { certificateChain: "c" },
      ),
      like(
        "domainName",
        "an asterisk is the first label of a name",
        "^(\\*\\.)?[^*]+$",
        "*.example.com",
        "a.*.example.com",
      ),
      { at: "domainName", maxLength: 253, good: "example.com", bad: `${"a".repeat(60)}.`.repeat(5) + "com" },
      like(
        "subjectAlternativeNames[]",
        "an asterisk is the first label of a name",
        "^(\\*\\.)?[^*]+$",
        "*.example.com",
        "a.*.example.com",
      ),
      {
        at: "subjectAlternativeNames",
        maxItems: 100,
        good: ["a.example.com"],
        bad: Array.from({ length: 101 }, (_, index) => `a${index}.example.com`),
      },
      { at: "validationMethod", enum: ["DNS", "EMAIL", "HTTP", "NONE"], good: "DNS", bad: "TXT" },
      {
        at: "keyAlgorithm",
        enum: ["RSA_1024", "RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1"],
        good: "EC_prime256v1",
        bad: "ED25519",
      },
      only(
        "a certificate that is imported has no domainName and no validation",
        { privateKey: { minLength: 1 } },
        ["domainName", "validationMethod", "validationOptions[]", "subjectAlternativeNames[]"],
        { source: api("acm", "ImportCertificate") },
      )({ certificateBody: "b" }, { privateKey: "k" }, { privateKey: "k", domainName: "example.com" }),
      needs("a private key is imported with its certificate", { privateKey: { minLength: 1 } }, ["certificateBody"], {
        source: api("acm", "ImportCertificate"),
      })({ privateKey: "k" }, { certificateBody: "b" }, {}),
      {
        at: "options.certificateTransparencyLoggingPreference",
        enum: ["ENABLED", "DISABLED"],
        source: api("acm", "CertificateOptions"),
        good: "ENABLED",
        bad: "ON",
      },
      {
        at: "options.export",
        enum: ["ENABLED", "DISABLED"],
        source: api("acm", "CertificateOptions"),
        good: "ENABLED",
        bad: "ON",
      },
    ],
  },
];
