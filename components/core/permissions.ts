import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type Tags } from "./tags";

/** One statement of an IAM policy. */
export interface Statement {
  Sid?: string;
  Effect?: "Allow" | "Deny";
  Action: pulumi.Input<string> | string[];
  Resource: pulumi.Input<string> | pulumi.Input<string>[];
  Condition?: Record<string, Record<string, pulumi.Input<string> | pulumi.Input<string>[]>>;
}

/** A statement of a resource policy, which also names a principal. */
export interface ResourceStatement extends Statement {
  Principal: "*" | Record<string, pulumi.Input<string> | pulumi.Input<string>[]>;
}

/**
 * What one resource needs to use another: rights, and environment variables with the address. Plain data, so that tests
 * can read a link and programs can write one.
 */
export interface Link {
  statements: Statement[];
  environment?: Record<string, pulumi.Input<string>>;
}

/** A policy document as JSON. The effect of a statement defaults to "Allow". */
export function policyDocument(statements: Statement[]): pulumi.Output<string> {
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
  });
}

/** Trust policy of a role that one or several AWS services may assume. */
export function trustService(
  service: string | string[],
  condition?: ResourceStatement["Condition"],
): pulumi.Output<string> {
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: service },
        ...(condition && { Condition: condition }),
      },
    ],
  });
}

/**
 * The account in an ARN. Taken from a resource of the stack rather than from STS, so that a preview needs no
 * credentials.
 */
export function findAccountId(arn: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.output(arn).apply((value) => value.split(":")[4] ?? "");
}

/** Which keys of a bucket a link covers, and the environment variable for the bucket's name. */
export interface ObjectLinkArgs {
  /** Keys, with `*` as wildcard. Default: every key. */
  keys?: string[];
  /** Environment variable that gets the bucket's name. */
  variable?: string;
}

/** A resource that may be encrypted with a customer-managed key, which its users then need too. */
interface Encrypted {
  kmsKeyArn?: pulumi.Input<string>;
}

interface ObjectStore extends Encrypted {
  bucket: pulumi.Input<string>;
  arn: pulumi.Input<string>;
}

const withKey = ({ kmsKeyArn }: Encrypted, actions: string[]): Statement[] =>
  kmsKeyArn ? [{ Action: actions, Resource: kmsKeyArn }] : [];
const READ = ["kms:Decrypt"];
/** S3, SQS and SNS also decrypt when they write. */
const WRITE = ["kms:Decrypt", "kms:GenerateDataKey"];

function objectLink(actions: string[], bucket: ObjectStore, args: ObjectLinkArgs, keyActions: string[]): Link {
  const keys = args.keys ?? ["*"];
  return {
    statements: [
      { Action: actions, Resource: keys.map((key) => pulumi.interpolate`${bucket.arn}/${key}`) },
      list(bucket),
      ...withKey(bucket, keyActions),
    ],
    ...(args.variable && { environment: { [args.variable]: bucket.bucket } }),
  };
}

/** Without it S3 answers 403 rather than 404 for a missing key. */
const list = (bucket: ObjectStore): Statement => ({ Action: "s3:ListBucket", Resource: bucket.arn });

/** Read objects (any version), and see which exist. */
export function readObjects(bucket: ObjectStore, args: ObjectLinkArgs = {}): Link {
  return objectLink(["s3:GetObject", "s3:GetObjectVersion"], bucket, args, READ);
}

/** Read, write and delete objects, and see which exist. */
export function manageObjects(bucket: ObjectStore, args: ObjectLinkArgs = {}): Link {
  return objectLink(["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], bucket, args, WRITE);
}

/** Read and write objects, and see which exist. */
export function readWriteObjects(bucket: ObjectStore, args: ObjectLinkArgs = {}): Link {
  return objectLink(["s3:GetObject", "s3:PutObject"], bucket, args, WRITE);
}

/** Delete objects, and see which exist. */
export function deleteObjects(bucket: ObjectStore, args: ObjectLinkArgs = {}): Link {
  return objectLink(["s3:DeleteObject"], bucket, args, []);
}

/** List the objects of a bucket, and nothing else. */
export function listObjects(bucket: ObjectStore): Link {
  return { statements: [list(bucket)] };
}

/** Publish to a topic, whose ARN is passed in the environment variable. */
export function publish(topic: Encrypted & { arn: pulumi.Input<string> }, variable?: string): Link {
  return {
    statements: [{ Action: "sns:Publish", Resource: topic.arn }, ...withKey(topic, WRITE)],
    ...(variable && { environment: { [variable]: topic.arn } }),
  };
}

/** Send messages to a queue. */
export function sendMessages(queue: Encrypted & { arn: pulumi.Input<string> }): Link {
  return { statements: [{ Action: "sqs:SendMessage", Resource: queue.arn }, ...withKey(queue, WRITE)] };
}

/**
 * A role that one or several services may assume, with exactly the given rights: one inline policy for each named
 * group.
 */
export function serviceRole(
  name: string,
  args: {
    service: string | string[];
    rights: Record<string, Statement[]>;
    trustCondition?: Statement["Condition"];
    permissionsBoundaryArn?: pulumi.Input<string>;
    tags?: Tags;
  },
  opts: pulumi.CustomResourceOptions,
): { role: aws.iam.Role; policies: aws.iam.RolePolicy[] } {
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      assumeRolePolicy: trustService(args.service, args.trustCondition),
      permissionsBoundary: args.permissionsBoundaryArn,
      tags: args.tags,
    },
    opts,
  );
  const policies = Object.entries(args.rights)
    .filter(([, statements]) => statements.length > 0)
    .map(
      ([group, statements]) =>
        new aws.iam.RolePolicy(`${name}-${group}`, { role: role.name, policy: policyDocument(statements) }, opts),
    );
  return { role, policies };
}
