import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { settingRule } from "../../frame/setting";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  settingRule({
    id: "s3-public-acl",
    title: "No access control list opens a bucket to everybody",
    severity: "critical",
    level: "mandatory",
    ground: "open",
    controls: [
      securityHub("S3.12", "ACLs should not be used to manage user access to S3 general purpose buckets"),
      wellArchitected("SEC03-BP07"),
    ],
    fix: "Leave out the list, and grant access by a bucket policy; publish files through CloudFront.",
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
    type: types.bucketAcl,
    property: ["acl"],
    takes: ["private", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control", "log-delivery-write"],
    because: "people outside the account may list, read or write objects",
  }),
];
