import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { component } from "../core/component";
import { BucketNotifications } from "./notifications";
import { type ObjectReaderArgs } from "./notificationsArgs";
import { Check } from "../core/check";
import { type ResourceStatement } from "../core/permissions";
import { type BucketArgs } from "./bucketArgs";
import { bucketProblems } from "./bucketCheck";

/**
 * A private bucket: without public access or ACLs, TLS only, encrypted, and free of unfinished uploads.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
@component
export class Bucket extends pulumi.ComponentResource {
  /** Logical name, as given to the constructor. */
  readonly name: string;
  readonly resource: aws.s3.Bucket;
  /** Physical name. */
  readonly bucket: pulumi.Output<string>;
  /** The customer-managed key, if any; links to the bucket grant its use too. */
  readonly kmsKeyArn?: pulumi.Input<string>;
  readonly arn: pulumi.Output<string>;
  /** Names of the components that receive its events: S3 allows one. */
  readonly notifications: string[] = [];

  constructor(name: string, args: BucketArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:storage:Bucket", name, {}, opts);
    new Check("Bucket", name).args(args, bucketProblems).done();
    this.name = name;
    this.kmsKeyArn = args.kmsKeyArn;
    const child = { parent: this };

    this.resource = new aws.s3.Bucket(
      name,
      { bucket: args.bucketName, forceDestroy: args.forceDestroy ?? false, tags: args.tags },
      child,
    );
    this.bucket = this.resource.bucket;
    // Built from the name, which a preview may know, so that the policy pack can read the grants before anything
    // exists.
    this.arn = pulumi.interpolate`arn:${aws.getPartitionOutput({}, child).partition}:s3:::${this.bucket}`;

    const publicAccess = new aws.s3.BucketPublicAccessBlock(
      `${name}-public-access`,
      {
        bucket: this.bucket,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      child,
    );
    new aws.s3.BucketOwnershipControls(
      `${name}-ownership`,
      { bucket: this.bucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
      child,
    );
    new aws.s3.BucketServerSideEncryptionConfiguration(
      `${name}-encryption`,
      { bucket: this.bucket, rules: [encryption(args.kmsKeyArn)] },
      child,
    );
    const versioning = args.versioning
      ? [
          new aws.s3.BucketVersioning(
            `${name}-versioning`,
            { bucket: this.bucket, versioningConfiguration: { status: "Enabled" } },
            child,
          ),
        ]
      : [];
    new aws.s3.BucketLifecycleConfiguration(
      `${name}-lifecycle`,
      { bucket: this.bucket, rules: lifecycle(args) },
      { ...child, dependsOn: versioning }, // its rule for old versions needs versioning
    );
    // S3 refuses to change a policy and a public access block at the same time.
    new aws.s3.BucketPolicy(
      `${name}-tls`,
      { bucket: this.bucket, policy: this.policy(args.policyStatements ?? []) },
      { ...child, dependsOn: [publicAccess] },
    );
    this.registerOutputs({ bucket: this.bucket, arn: this.arn });
  }

  /** Calls functions for events of objects. Give all at once, since a bucket has one notification configuration. */
  onObject(name: string, ...readers: ObjectReaderArgs[]): BucketNotifications {
    return new BucketNotifications(name, { bucket: this, readers }, { parent: this });
  }

  private policy(statements: Omit<ResourceStatement, "Resource">[]): pulumi.Output<string> {
    const tlsOnly: Omit<ResourceStatement, "Resource"> = {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
    const resource = [this.arn, pulumi.interpolate`${this.arn}/*`];
    return pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [tlsOnly, ...statements].map((statement) => ({ Effect: "Allow", ...statement, Resource: resource })),
    });
  }
}

function encryption(
  kmsKeyArn: pulumi.Input<string> | undefined,
): aws.types.input.s3.BucketServerSideEncryptionConfigurationRule {
  if (!kmsKeyArn) return { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } };
  return {
    applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn },
    bucketKeyEnabled: true, // one call to KMS for many objects
  };
}

function lifecycle(args: BucketArgs): aws.types.input.s3.BucketLifecycleConfigurationRule[] {
  const rules: aws.types.input.s3.BucketLifecycleConfigurationRule[] = [
    {
      id: "unfinished-uploads",
      status: "Enabled",
      filter: { prefix: "" },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    },
  ];
  if (args.versioning) {
    rules.push({
      id: "old-versions",
      status: "Enabled",
      filter: { prefix: "" },
      noncurrentVersionExpiration: { noncurrentDays: 30 },
    });
  }
  for (const { prefix, days, infrequentAccessAfterDays: infrequent } of args.expirations ?? []) {
    rules.push({
      id: `expire-${prefix || "all"}`,
      status: "Enabled",
      filter: { prefix },
      expiration: { days },
      ...(infrequent && { transitions: [{ days: infrequent, storageClass: "STANDARD_IA" }] }),
    });
  }
  return rules;
}
