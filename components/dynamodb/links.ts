import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentError } from "../core/check";
import { type Link, type Statement } from "../core/permissions";
import { type Table } from "./table";

/** A table of these components, or an `aws.dynamodb.Table`, including an existing one (`aws.dynamodb.Table.get`). */
export type TableTarget = Table | aws.dynamodb.Table;

/** Which items and indexes of a table a link covers, and the environment variable for the table's name. */
export interface ItemLinkArgs {
  /** Names of the indexes that may be read. Default: all of them; with `leadingKeys` the local ones. */
  indexes?: string[];
  /**
   * Hash keys of the items to cover, with `*` as wildcard and IAM's policy variables. A link with keys cannot scan,
   * since a scan names no key. Default: all items.
   */
  leadingKeys?: string[];
  /** Environment variable that gets the table's name. */
  variable?: string;
  /** Customer-managed key of an `aws.dynamodb.Table`; a table of these components knows its own. Default: none. */
  kmsKeyArn?: pulumi.Input<string>;
}

const READ = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:Query"];
const WRITE = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"];

/** Read items of a table and its indexes. */
export function readItems(target: TableTarget, args: ItemLinkArgs = {}): Link {
  const table = describeTable(target, args);
  return itemLink(table, args, [...reads(table, args), ...decrypt(table, ["kms:Decrypt"])]);
}

/** Write and delete items of a table, without reading them. */
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
  /** Undefined for a table from outside these components: then any name is valid, and "*" stands for all indexes. */
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
  // IAM would compare leading keys with a global index's key, so with an unknown table no index is included by default.
  const chosen = indexes ?? (leadingKeys ? (localIndexNames ?? []) : known);
  for (const index of isKnown ? chosen : []) {
    const allowed = known.includes(index)
      ? leadingKeys &&
        globalIndexNames?.includes(index) &&
        "IAM would compare leadingKeys with the index's own hash key: leave the global index out"
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

/** ForAllValues also holds for a request without keys; `Null` refuses those. */
function onlyKeys(leadingKeys: string[] | undefined): Pick<Statement, "Condition"> {
  if (!leadingKeys) return {};
  return {
    Condition: {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": leadingKeys },
      Null: { "dynamodb:LeadingKeys": "false" },
    },
  };
}

/** DynamoDB uses a customer-managed key with the caller's rights. */
function decrypt({ kmsKeyArn }: LinkedTable, actions: string[]): Statement[] {
  if (kmsKeyArn === undefined) return [];
  const throughDynamoDb = { StringLike: { "kms:ViaService": "dynamodb.*" } };
  return [{ Action: actions, Resource: kmsKeyArn, Condition: throughDynamoDb }];
}
