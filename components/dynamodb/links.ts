import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentError } from "../core/check";
import { type Link, type Statement } from "../core/permissions";
import { type Table } from "./table";

/** A table of these components, or an `aws.dynamodb.Table`, also one that is there already (`aws.dynamodb.Table.get`). */
export type TableTarget = Table | aws.dynamodb.Table;

/** Which items and indexes of a table a link covers, and the environment variable that carries the table's name. */
export interface ItemLinkArgs {
  /** Names of the indexes that may be read. Default: all of them; with `leadingKeys` the local ones. */
  indexes?: string[];
  /**
   * Only items whose hash key is one of these, `*` being a wildcard and IAM's policy variables allowed. Default: all
   * items. There is no scan then: it has no key to look at.
   */
  leadingKeys?: string[];
  /** Environment variable that gets the table's name. */
  variable?: string;
  /** Customer-managed key of an `aws.dynamodb.Table`; one of these components knows its own. Default: none. */
  kmsKeyArn?: pulumi.Input<string>;
}

const READ = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:Query"];
const WRITE = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"];

/** Read items of a table and its indexes. */
export function readItems(target: TableTarget, args: ItemLinkArgs = {}): Link {
  const table = describeTable(target, args);
  return itemLink(table, args, [...reads(table, args), ...decrypt(table, ["kms:Decrypt"])]);
}

/** Write and delete items of a table, and nothing else: not even see them. */
export function writeItems(target: TableTarget, args: Omit<ItemLinkArgs, "indexes"> = {}): Link {
  const table = describeTable(target, args);
  return itemLink(table, args, [writes(table, args), ...decrypt(table, WRITE_KEYS)]);
}

/** Read, write and delete items of a table, and read its indexes. */
export function readWriteItems(target: TableTarget, args: ItemLinkArgs = {}): Link {
  const table = describeTable(target, args);
  return itemLink(table, args, [...reads(table, args), writes(table, args), ...decrypt(table, WRITE_KEYS)]);
}

const WRITE_KEYS = ["kms:Decrypt", "kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"];

/** A table as links see it. */
interface LinkedTable extends Pick<Table, "name" | "arn" | "tableName" | "kmsKeyArn"> {
  /** Not known of a table that these components did not make: whatever is named is taken, and "*" stands for all of them. */
  globalIndexNames?: readonly string[];
  localIndexNames?: readonly string[];
}

function describeTable(target: TableTarget, { kmsKeyArn }: ItemLinkArgs): LinkedTable {
  if (!aws.dynamodb.Table.isInstance(target)) return target;
  return { name: "table", arn: target.arn, tableName: target.name, ...(kmsKeyArn !== undefined && { kmsKeyArn }) };
}

function itemLink(table: LinkedTable, { variable }: ItemLinkArgs, statements: Statement[]): Link {
  return { statements, ...(variable && { environment: { [variable]: table.tableName } }) };
}

function reads(table: LinkedTable, { indexes, leadingKeys }: ItemLinkArgs): Statement[] {
  const { globalIndexNames, localIndexNames } = table;
  const isKnown = globalIndexNames !== undefined && localIndexNames !== undefined;
  const known = isKnown ? [...localIndexNames, ...globalIndexNames] : ["*"];
  // A condition on leading keys would be compared with the key of a global index: of an unknown table none is taken by itself.
  const chosen = indexes ?? (leadingKeys ? (localIndexNames ?? []) : known);
  for (const index of isKnown ? chosen : []) {
    const allowed = known.includes(index)
      ? leadingKeys &&
        globalIndexNames?.includes(index) &&
        "a global index has a hash key of its own: leadingKeys would be compared with that one; leave it out"
      : `the table has no such index; it has ${known.join(", ") || "none"}`;
    if (allowed) throw new ArgumentError(`Table "${table.name}": indexes of a link is "${index}"; ${allowed}.`);
  }
  const resources = [table.arn, ...chosen.map((index) => pulumi.interpolate`${table.arn}/index/${index}`)];
  return [
    {
      Action: leadingKeys ? READ : [...READ, "dynamodb:Scan", "dynamodb:DescribeTable"],
      Resource: resources,
      ...onlyKeys(leadingKeys),
    },
  ];
}

const writes = (table: LinkedTable, { leadingKeys }: ItemLinkArgs): Statement => ({
  Action: WRITE,
  Resource: table.arn,
  ...onlyKeys(leadingKeys),
});

/** "For all values" also holds of a request without any key: `Null` refuses those. */
function onlyKeys(leadingKeys: string[] | undefined): Pick<Statement, "Condition"> {
  if (!leadingKeys) return {};
  return {
    Condition: {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": leadingKeys },
      Null: { "dynamodb:LeadingKeys": "false" },
    },
  };
}

/** DynamoDB uses a customer-managed key in the name of the caller. */
function decrypt({ kmsKeyArn }: LinkedTable, actions: string[]): Statement[] {
  if (kmsKeyArn === undefined) return [];
  const throughDynamoDb = { StringLike: { "kms:ViaService": "dynamodb.*" } };
  return [{ Action: actions, Resource: kmsKeyArn, Condition: throughDynamoDb }];
}
