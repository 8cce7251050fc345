import { securityHub, wellArchitected } from "../../controls";
import { publicPolicyRule } from "../../public";
import { types } from "../../resource";

export const s3PublicPolicy = publicPolicyRule({
  id: "s3-public-policy",
  subject: "bucket",
  types: [types.bucket, types.bucketPolicy],
  controls: [
    securityHub("S3.2", "S3 general purpose buckets should block public read access"),
    securityHub("S3.3", "S3 general purpose buckets should block public write access"),
    wellArchitected("SEC03-BP07"),
  ],
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
});
