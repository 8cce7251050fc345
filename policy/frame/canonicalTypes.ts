const buckets = [
  "AccelerateConfiguration",
  "Acl",
  "CorsConfiguration",
  "LifecycleConfiguration",
  "Logging",
  "ObjectLockConfiguration",
  "RequestPaymentConfiguration",
  "ServerSideEncryptionConfiguration",
  "Versioning",
  "WebsiteConfiguration",
].map((name) => [`aws:s3/bucket${name}V2:Bucket${name}V2`, `aws:s3/bucket${name}:Bucket${name}`] as const);

/** The replacement of each deprecated type that the AWS provider exports, or exported in version 6. */
export const canonicalTypes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(buckets),
  "aws:s3/bucketV2:BucketV2": "aws:s3/bucket:Bucket",
  "aws:ec2/encryptionControl:EncryptionControl": "aws:ec2/vpcEncryptionControl:VpcEncryptionControl",
  "aws:lambda/microvmsImage:MicrovmsImage": "aws:lambdamicrovms/image:Image",
};
