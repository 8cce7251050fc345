import type {
  BucketOwnershipControls as OwnershipResource,
  BucketOwnershipControlsArgs,
} from "@pulumi/aws/s3/bucketOwnershipControls";
import type { BucketPolicy as PolicyResource, BucketPolicyArgs } from "@pulumi/aws/s3/bucketPolicy";
import type {
  BucketPublicAccessBlock as AccessBlockResource,
  BucketPublicAccessBlockArgs,
} from "@pulumi/aws/s3/bucketPublicAccessBlock";
import { withRule } from "../../frame/properties";
import { fromAws, toAws } from "../../frame/shapes";
import { setting } from "./setting";

export const BucketPublicAccessBlock = setting<BucketPublicAccessBlockArgs, AccessBlockResource>({
  token: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  properties: {
    ...withRule({ default: false }, "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls"),
    ...withRule({ default: false }, "restrictPublicBuckets"),
    skipDestroy: {},
  },
  absent: "NoSuchPublicAccessBlockConfiguration",
  put: (Bucket, props, { s3 }) =>
    s3.putPublicAccessBlock({
      Bucket,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: props.blockPublicAcls,
        BlockPublicPolicy: props.blockPublicPolicy,
        IgnorePublicAcls: props.ignorePublicAcls,
        RestrictPublicBuckets: props.restrictPublicBuckets,
      },
    }),
  get: async (Bucket, { s3 }) => fromAws((await s3.getPublicAccessBlock({ Bucket })).PublicAccessBlockConfiguration),
  delete: (Bucket, { s3 }) => s3.deletePublicAccessBlock({ Bucket }),
});

export const BucketOwnershipControls = setting<BucketOwnershipControlsArgs, OwnershipResource>({
  token: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  properties: { rule: { required: true } },
  absent: "OwnershipControlsNotFoundError",
  put: (Bucket, { rule }, { s3 }) =>
    s3.putBucketOwnershipControls({ Bucket, OwnershipControls: { Rules: [toAws(rule)] } }),
  get: async (Bucket, { s3 }) => {
    const { OwnershipControls: controls } = await s3.getBucketOwnershipControls({ Bucket });
    return { rule: fromAws(controls?.Rules?.[0]) };
  },
  delete: (Bucket, { s3 }) => s3.deleteBucketOwnershipControls({ Bucket }),
});

export const BucketPolicy = setting<BucketPolicyArgs, PolicyResource>({
  token: "aws:s3/bucketPolicy:BucketPolicy",
  properties: { policy: { required: true, document: "policy" } },
  absent: "NoSuchBucketPolicy",
  put: (Bucket, { policy }, { s3 }) => s3.putBucketPolicy({ Bucket, Policy: policy }),
  get: async (Bucket, { s3 }) => ({ policy: (await s3.getBucketPolicy({ Bucket })).Policy }),
  delete: (Bucket, { s3 }) => s3.deleteBucketPolicy({ Bucket }),
});
