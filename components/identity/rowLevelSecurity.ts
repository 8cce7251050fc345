import * as pulumi from "@pulumi/pulumi";
import { type Link, type Statement } from "../core/permissions";

/** What owners may do with their rows or objects. */
export const OwnerAccess = {
  Read: "read",
  ReadWrite: "read-write",
} as const;
export type OwnerAccess = (typeof OwnerAccess)[keyof typeof OwnerAccess];

/** Which items of a table belong to a caller. */
export interface OwnItemsArgs {
  /** Text before the owner in the partition key, for example `user#`. Default: none. */
  keyPrefix?: string;
  /**
   * Indexes to allow queries on: local ones, and global ones whose partition key holds the owner too. Default: none.
   */
  indexes?: string[];
  /** Default: ReadWrite. */
  access?: OwnerAccess;
  /** Principal tag that names the owner, for example the caller's tenant. Default: the caller's identity. */
  principalTag?: string;
}

/** Which objects of a bucket belong to a caller. */
export interface OwnObjectsArgs {
  /** Text before the owner in the key; the owner is the next folder. Default: `private/`. */
  keyPrefix?: string;
  /** Default: ReadWrite. */
  access?: OwnerAccess;
  /** Principal tag that names the owner. Default: the caller's identity. */
  principalTag?: string;
}

/** The policy variable that IAM fills in from the caller's credentials, which requests cannot choose. */
const ownerVariable = (principalTag?: string): string =>
  principalTag === undefined ? "${cognito-identity.amazonaws.com:sub}" : `\${aws:PrincipalTag/${principalTag}}`;

const readItems = ["GetItem", "BatchGetItem", "Query", "PartiQLSelect"];
const itemWrites = ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "ConditionCheckItem"];
const partiQlWrites = ["PartiQLInsert", "PartiQLUpdate", "PartiQLDelete"];
const writeItems = [...itemWrites, ...partiQlWrites];
const partiQl = ["PartiQLSelect", ...partiQlWrites];
const inDynamo = (actions: string[]): string[] => actions.map((action) => `dynamodb:${action}`);

/**
 * The caller's own items of a table: those whose partition key is the caller's identity. Requests must name a key.
 * Transactions are allowed by the actions in them. The denials override other rights of the role.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export function ownItems(table: { arn: pulumi.Input<string> }, args: OwnItemsArgs = {}): Link {
  const { keyPrefix = "", indexes = [], access = OwnerAccess.ReadWrite, principalTag } = args;
  const keys = "dynamodb:LeadingKeys";
  const own = [keyPrefix + ownerVariable(principalTag)];
  const everywhere = [table.arn, pulumi.interpolate`${table.arn}/index/*`];
  const deny = (actions: string[], Condition?: Statement["Condition"]): Statement => ({
    Effect: "Deny",
    Action: inDynamo(actions),
    Resource: everywhere,
    ...(Condition && { Condition }),
  });
  return {
    statements: [
      {
        Action: inDynamo(access === OwnerAccess.Read ? readItems : [...readItems, ...writeItems]),
        Resource: [table.arn, ...indexes.map((index) => pulumi.interpolate`${table.arn}/index/${index}`)],
        // ForAllValues also holds without any value: the second condition requires one.
        Condition: { "ForAllValues:StringEquals": { [keys]: own }, Null: { [keys]: "false" } },
      },
      deny([...readItems, ...writeItems], { "ForAnyValue:StringNotEquals": { [keys]: own } }),
      deny(partiQl, { Null: { [keys]: "true" } }),
      deny(["PartiQLSelect"], { Bool: { "dynamodb:FullTableScan": "true" } }),
      deny(["Scan"]),
    ],
  };
}

/**
 * The caller's own objects of a bucket: those in the folder named by the caller's identity, which is the only one they
 * can list.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_id-based-policy-examples.html
 */
export function ownObjects(
  bucket: { arn: pulumi.Input<string>; kmsKeyArn?: pulumi.Input<string> },
  args: OwnObjectsArgs = {},
): Link {
  const { keyPrefix = "private/", access = OwnerAccess.ReadWrite, principalTag } = args;
  const folder = `${keyPrefix}${ownerVariable(principalTag)}/`;
  const write = access === OwnerAccess.ReadWrite ? ["s3:PutObject", "s3:DeleteObject"] : [];
  return {
    statements: [
      { Action: ["s3:GetObject", ...write], Resource: pulumi.interpolate`${bucket.arn}/${folder}*` },
      {
        Action: "s3:ListBucket",
        Resource: bucket.arn,
        Condition: { StringLike: { "s3:prefix": [`${folder}*`] } },
      },
      ...(bucket.kmsKeyArn
        ? [
            {
              Action: ["kms:Decrypt", ...(write.length > 0 ? ["kms:GenerateDataKey"] : [])],
              Resource: bucket.kmsKeyArn,
            },
          ]
        : []),
    ],
  };
}
