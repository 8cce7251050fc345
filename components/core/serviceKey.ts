import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { findAccountId } from "./permissions";
import { type Tags } from "./tags";

/**
 * A KMS key that one AWS service may use for this account; the keys that AWS manages do not admit other services. It
 * costs 1 USD a month, and as much again for each of its first two yearly rotations.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html
 */
export function serviceKey(
  name: string,
  args: {
    description: string;
    service: string;
    /** ARN of something in the account. */
    accountFromArn: pulumi.Input<string>;
    /** What the service may do. Default: encrypt and decrypt. */
    actions?: string[];
    /** The only resource for which it may. Default: all of the account. */
    sourceArn?: pulumi.Input<string>;
    tags?: Tags;
  },
  opts: pulumi.CustomResourceOptions,
): aws.kms.Key {
  const account = findAccountId(args.accountFromArn);
  const partition = pulumi.output(args.accountFromArn).apply((arn) => arn.split(":")[1] ?? "aws");
  return new aws.kms.Key(
    name,
    {
      description: args.description,
      enableKeyRotation: true,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Account",
            Effect: "Allow",
            Principal: { AWS: pulumi.interpolate`arn:${partition}:iam::${account}:root` },
            Action: "kms:*",
            Resource: "*",
          },
          {
            Sid: "Service",
            Effect: "Allow",
            Principal: { Service: args.service },
            Action: args.actions ?? ["kms:GenerateDataKey*", "kms:Decrypt"],
            Resource: "*",
            Condition: {
              StringEquals: args.sourceArn ? { "aws:SourceArn": args.sourceArn } : { "aws:SourceAccount": account },
            },
          },
        ],
      }),
      tags: args.tags,
    },
    opts,
  );
}
