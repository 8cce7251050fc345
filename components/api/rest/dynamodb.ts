import * as pulumi from "@pulumi/pulumi";
import { type DirectIntegration, errorResponses, escaped, parameter, problemTemplate } from "./direct";

/** Type of an attribute that an API returns or accepts. */
export const DirectType = {
  String: "S",
  Number: "N",
  Boolean: "BOOL",
} as const;
export type DirectType = (typeof DirectType)[keyof typeof DirectType];

/** A table, for example a {@link Table}. */
export interface DirectTable {
  tableName: pulumi.Input<string>;
  arn: pulumi.Input<string>;
}

/** Arguments of {@link getItem}. */
export interface GetItemArgs {
  /** Hash key of the table (a string), from the path parameter of the same name. */
  hashKey: string;
  /** Range key of the table (a string), from the path parameter of the same name. Default: the table has none. */
  rangeKey?: string;
  /** The only attributes that callers see. */
  attributes: Record<string, DirectType>;
}

/** Arguments of {@link queryItems}. */
export interface QueryItemsArgs extends GetItemArgs {
  rangeKey: string;
  /** Items of one page, 1 to 1,000. Default: 25. */
  limit?: number;
}

/** Arguments of {@link putItem}. */
export interface PutItemArgs extends GetItemArgs {
  /** Answer 409 if there is an item with this key. Default: true. */
  onlyNew?: boolean;
}

const CONTENT_TYPE = "application/x-amz-json-1.0";

function integration(
  action: string,
  right: string,
  table: DirectTable,
  answer: { statusCode: string; template: string },
  request: Record<string, string>,
): DirectIntegration {
  const members = Object.entries(request).map(([key, value]) => `"${key}":${value}`);
  return {
    service: "dynamodb",
    action,
    contentType: CONTENT_TYPE,
    statements: [{ Action: right, Resource: table.arn }],
    requestTemplate: pulumi.interpolate`{"TableName":"${table.tableName}",${members.join(",")}}`,
    responses: [
      { ...answer, contentType: "application/json" },
      ...errorResponses({ ConditionalCheckFailed: { status: 409, title: "There is one with this key already" } }),
    ],
  };
}

const text = (value: string): string => `{"S":"${value}"}`;
const object = (members: string[]): string => `{${members.join(",")}}`;

/** The key of an item, from path parameters. */
const key = ({ hashKey, rangeKey }: GetItemArgs): string =>
  object(
    [hashKey, ...(rangeKey === undefined ? [] : [rangeKey])].map(
      (name) => `"${name}":${text(escaped(parameter(name)))}`,
    ),
  );

/** An item as plain JSON, with the named attributes only. */
function shown(item: string, attributes: Record<string, DirectType>): string {
  const members = Object.entries(attributes).map(([name, type]) => {
    const value = `${item}.${name}.${type}`;
    const json = type === DirectType.String ? `"${escaped(value)}"` : value;
    return `"${name}":#if(${item}.${name})${json}#{else}null#end`;
  });
  return object(members);
}

const expressionNames = (names: string[]): string => object(names.map((name, index) => `"#a${index}":"${name}"`));

/** Returns the item with the key in the path; 404 if there is none. */
export function getItem(table: DirectTable, args: GetItemArgs): DirectIntegration {
  const names = Object.keys(args.attributes);
  const template = `#set($item = $input.path('$').Item)#if($item)${shown("$item", args.attributes)}#else${problemTemplate(404, "There is nothing at this address")}#end`;
  return integration(
    "GetItem",
    "dynamodb:GetItem",
    table,
    { statusCode: "200", template },
    {
      Key: key(args),
      ProjectionExpression: `"${names.map((_name, index) => `#a${index}`).join(",")}"`,
      ExpressionAttributeNames: expressionNames(names),
    },
  );
}

/**
 * Returns the items with the hash key in the path, page by page: `cursor` of a page is the query parameter for the
 * next.
 */
export function queryItems(table: DirectTable, args: QueryItemsArgs): DirectIntegration {
  const { hashKey, rangeKey, limit = 25, attributes } = args;
  const hash = text(escaped(parameter(hashKey)));
  // The cursor holds only the range key: a complete key from outside could name someone else's items.
  const cursor = escaped("$util.base64Decode($input.params('cursor'))");
  const start = `#if($input.params('cursor') != "")"ExclusiveStartKey":{"${hashKey}":${hash},"${rangeKey}":${text(cursor)}},#end`;
  const next = `$input.path('$').LastEvaluatedKey`;
  const template =
    `#set($last = ${next}){"items":[#foreach($item in $input.path('$').Items)${shown("$item", attributes)}#if($foreach.hasNext),#end#end]` +
    `#if($last),"cursor":"$util.base64Encode($last.${rangeKey}.S)"#end}`;
  const query = integration(
    "Query",
    "dynamodb:Query",
    table,
    { statusCode: "200", template },
    {
      KeyConditionExpression: '"#k = :k"',
      ExpressionAttributeNames: `{"#k":"${hashKey}"}`,
      ExpressionAttributeValues: `{":k":${hash}}`,
      Limit: String(limit),
    },
  );
  return {
    ...query,
    requestTemplate: pulumi.output(query.requestTemplate).apply((all) => all.replace("{", () => `{${start}`)),
  };
}

/**
 * Writes the attributes of the body under the key in the path. Give the route a `body` schema, which decides what is
 * accepted.
 */
export function putItem(table: DirectTable, args: PutItemArgs): DirectIntegration {
  const { hashKey, rangeKey, attributes, onlyNew = true } = args;
  const keys = [hashKey, ...(rangeKey === undefined ? [] : [rangeKey])];
  const written = Object.entries(attributes)
    .filter(([name]) => !keys.includes(name))
    .map(([name, type]) => {
      const value = `$input.path('$').${name}`;
      if (type === DirectType.Boolean) {
        return `#if(${value} == true),"${name}":{"BOOL":true}#elseif(${value} == false),"${name}":{"BOOL":false}#end`;
      }
      return `#if(${value}),"${name}":{"${type}":"${escaped(`${value}.toString()`)}"}#end`;
    });
  const item = `${key(args).slice(0, -1)}${written.join("")}}`;
  return integration(
    "PutItem",
    "dynamodb:PutItem",
    table,
    { statusCode: "201", template: "{}" },
    {
      Item: item,
      ...(onlyNew && {
        ConditionExpression: '"attribute_not_exists(#k)"',
        ExpressionAttributeNames: `{"#k":"${hashKey}"}`,
      }),
    },
  );
}
