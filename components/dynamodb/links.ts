import * as pulumi from "@pulumi/pulumi";
import { ArgumentError } from "../core/check";
import { type Link, type Statement } from "../core/permissions";
import { type Table } from "./table";

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
}

const READ = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:Query"];
const WRITE = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"];

/** Read items of a table and its indexes. */
export function readItems(table: Table, args: ItemLinkArgs = {}): Link {
  return itemLink(table, args, [...reads(table, args), ...decrypt(table, ["kms:Decrypt"])]);
}

/** Write and delete items of a table, and nothing else: not even see them. */
export function writeItems(table: Table, args: Omit<ItemLinkArgs, "indexes"> = {}): Link {
  return itemLink(table, args, [writes(table, args), ...decrypt(table, WRITE_KEYS)]);
}

/** Read, write and delete items of a table, and read its indexes. */
export function readWriteItems(table: Table, args: ItemLinkArgs = {}): Link {
  return itemLink(table, args, [...reads(table, args), writes(table, args), ...decrypt(table, WRITE_KEYS)]);
}

const WRITE_KEYS = ["kms:Decrypt", "kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"];

function itemLink(table: Table, { variable }: ItemLinkArgs, statements: Statement[]): Link {
  return { statements, ...(variable && { environment: { [variable]: table.tableName } }) };
}

function reads(table: Table, { indexes, leadingKeys }: ItemLinkArgs): Statement[] {
  const { globalIndexNames, localIndexNames } = table;
  const known = [...localIndexNames, ...globalIndexNames];
  const chosen = indexes ?? (leadingKeys ? localIndexNames : known);
  for (const index of chosen) {
    const allowed = known.includes(index)
      ? leadingKeys &&
        globalIndexNames.includes(index) &&
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

const writes = (table: Table, { leadingKeys }: ItemLinkArgs): Statement => ({
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
function decrypt({ kmsKeyArn }: Table, actions: string[]): Statement[] {
  if (kmsKeyArn === undefined) return [];
  const throughDynamoDb = { StringLike: { "kms:ViaService": "dynamodb.*" } };
  return [{ Action: actions, Resource: kmsKeyArn, Condition: throughDynamoDb }];
}
