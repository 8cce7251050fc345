import type * as pulumiAws from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration";
import type { BucketVersioning as VersioningResource, BucketVersioningArgs } from "@pulumi/aws/s3/bucketVersioning";
import { fromAws, toAws } from "../../frame/shapes";
import { expectedBucketOwner, setting } from "./setting";

type Args = pulumiAws.BucketServerSideEncryptionConfigurationArgs;

const encryptionNames = { sseAlgorithm: "SSEAlgorithm", kmsMasterKeyId: "KMSMasterKeyID" };

export const BucketServerSideEncryptionConfiguration = setting<Args, pulumiAws.BucketServerSideEncryptionConfiguration>(
  {
    token: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    properties: {
      expectedBucketOwner,
      rules: { required: true, idle: "objects are not encrypted" },
    },
    absent: "ServerSideEncryptionConfigurationNotFoundError",
    put: (Bucket, { rules }, { s3 }) =>
      s3.putBucketEncryption({
        Bucket,
        ServerSideEncryptionConfiguration: { Rules: toAws(rules, encryptionNames) },
      }),
    get: async (Bucket, { s3 }) => {
      const { ServerSideEncryptionConfiguration: configuration } = await s3.getBucketEncryption({ Bucket });
      return { rules: fromAws(configuration?.Rules, encryptionNames) };
    },
    delete: (Bucket, { s3 }) => s3.deleteBucketEncryption({ Bucket }),
  },
);

/** A bucket always has a versioning state: without this resource it is suspended. */
export const BucketVersioning = setting<BucketVersioningArgs, VersioningResource>({
  token: "aws:s3/bucketVersioning:BucketVersioning",
  properties: { expectedBucketOwner, mfa: {}, versioningConfiguration: { required: true } },
  absent: "NoSuchBucket",
  put: (Bucket, { mfa, versioningConfiguration }, { s3 }) =>
    versioningConfiguration.status === "Disabled"
      ? Promise.resolve()
      : s3.putBucketVersioning({
          Bucket,
          MFA: mfa,
          VersioningConfiguration: toAws(versioningConfiguration, { mfaDelete: "MFADelete" }),
        }),
  get: async (Bucket, { s3 }) => {
    const { Status: status = "Disabled", MFADelete: mfaDelete } = await s3.getBucketVersioning({ Bucket });
    return { versioningConfiguration: { status, mfaDelete } };
  },
  delete: async (Bucket, { s3 }, known) => {
    if (known.versioningConfiguration?.status !== "Enabled") return;
    await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: "Suspended" } });
  },
});
