/**
 * Users in DynamoDB. Rights: dynamodb:GetItem, PutItem, UpdateItem, DeleteItem and Scan on the table.
 * Records of idempotency keys are in the same table, so that a user and the record of its request are written together.
 */
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";

import { type User, type UserContent } from "./user";

/** The outcome of a request that names a version. */
export type Change = { outcome: "done"; user: User } | { outcome: "changed meanwhile" } | { outcome: "gone" };

/** A request that may come again. */
export interface Request {
  /** Key of the record: of the caller and the key that it gave. */
  key: string;
  /** What the request asked for. */
  fingerprint: string;
  /** Unix time in seconds. */
  now: number;
  /** Unix time in seconds after which the record may go. */
  expiresAt: number;
}

type Item = Record<string, unknown>;
type Attributes = Parameters<typeof unmarshall>[0];

const toItem = ({ id, ...user }: User): Item => ({ UserID: id, ...user });
const toUser = (attributes: Attributes): User => {
  const { UserID, ...user } = unmarshall(attributes) as Omit<User, "id"> & { UserID: string };
  return { id: UserID, ...user };
};
const marshalled = (item: Item) => marshall(item, { removeUndefinedValues: true });

export class UserStore {
  constructor(
    private readonly dynamodb: DynamoDBClient,
    private readonly table: string,
  ) {}

  /** Writes a new user; an id that is taken is an error of ours. */
  async create(user: User): Promise<void> {
    await this.dynamodb.send(
      new PutItemCommand({
        TableName: this.table,
        Item: marshalled(toItem(user)),
        ConditionExpression: "attribute_not_exists(UserID)",
      }),
    );
  }

  /**
   * Writes a new user together with the record of its request.
   * @returns the user of the first request with this key; undefined when that asked for something else
   */
  async createOnce(
    user: User,
    { key, fingerprint, now, expiresAt }: Request,
  ): Promise<{ user: User; repeated: boolean } | undefined> {
    const record = { UserID: key, fingerprint, expiresAt, created: toItem(user) };
    const put = { TableName: this.table, ConditionExpression: "attribute_not_exists(UserID)" };
    // Time to live removes records late: one that is over may be written over.
    const again = {
      ConditionExpression: "attribute_not_exists(UserID) OR expiresAt < :now",
      ExpressionAttributeValues: marshall({ ":now": now }),
    };
    try {
      await this.dynamodb.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            { Put: { ...put, ...again, Item: marshalled(record) } },
            { Put: { ...put, Item: marshalled(toItem(user)) } },
          ],
        }),
      );
      return { user, repeated: false };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      if (error.CancellationReasons?.[0]?.Code !== "ConditionalCheckFailed") throw error;
    }
    const first = await this.item(key);
    if (!first) throw new Error(`the record ${key} went away while it was read`);
    const { fingerprint: asked, created } = unmarshall(first) as { fingerprint: string; created: Item };
    return asked === fingerprint ? { user: toUser(marshalled(created)), repeated: true } : undefined;
  }

  async read(id: string): Promise<User | undefined> {
    const item = await this.item(id);
    return item && toUser(item);
  }

  /** Replaces what the caller decides, when the user still has this version. */
  async update(id: string, version: number, content: UserContent, now: string): Promise<Change> {
    const { name, email, metadata } = content;
    try {
      const { Attributes } = await this.dynamodb.send(
        new UpdateItemCommand({
          TableName: this.table,
          Key: marshall({ UserID: id }),
          ConditionExpression: "#version = :version",
          UpdateExpression:
            "SET #name = :name, email = :email, updatedAt = :now, #version = #version + :one" +
            (metadata ? ", metadata = :metadata" : " REMOVE metadata"),
          ExpressionAttributeNames: { "#name": "name", "#version": "version" },
          ExpressionAttributeValues: marshalled({
            ":version": version,
            ":name": name,
            ":email": email,
            ":metadata": metadata,
            ":now": now,
            ":one": 1,
          }),
          ReturnValues: "ALL_NEW",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
      return { outcome: "done", user: toUser(Attributes ?? {}) };
    } catch (error) {
      return refused(error);
    }
  }

  /** Deletes a user; with a version only when it still has that one. */
  async delete(id: string, version: number | undefined): Promise<Change> {
    try {
      const { Attributes } = await this.dynamodb.send(
        new DeleteItemCommand({
          TableName: this.table,
          Key: marshall({ UserID: id }),
          ConditionExpression: version === undefined ? "attribute_exists(UserID)" : "#version = :version",
          ...(version !== undefined && {
            ExpressionAttributeNames: { "#version": "version" },
            ExpressionAttributeValues: marshall({ ":version": version }),
          }),
          ReturnValues: "ALL_OLD",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
      return { outcome: "done", user: toUser(Attributes ?? {}) };
    } catch (error) {
      return refused(error);
    }
  }

  /** Up to `limit` users, in the table's own order, after the one with the id `after`. */
  async list(limit: number, after: string | undefined): Promise<{ users: User[]; last?: string }> {
    const users: User[] = [];
    let last = after;
    do {
      const { Items = [], LastEvaluatedKey } = await this.dynamodb.send(
        new ScanCommand({
          TableName: this.table,
          Limit: limit - users.length,
          FilterExpression: "attribute_exists(#version)", // records of requests have none
          ExpressionAttributeNames: { "#version": "version" },
          ExclusiveStartKey: last === undefined ? undefined : marshall({ UserID: last }),
        }),
      );
      users.push(...Items.map(toUser));
      last = LastEvaluatedKey && (unmarshall(LastEvaluatedKey) as { UserID: string }).UserID;
    } while (last !== undefined && users.length < limit);
    return { users, last };
  }

  private async item(UserID: string): Promise<Attributes | undefined> {
    const { Item } = await this.dynamodb.send(
      new GetItemCommand({ TableName: this.table, Key: marshall({ UserID }), ConsistentRead: true }),
    );
    return Item;
  }
}

function refused(error: unknown): Change {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  return { outcome: error.Item ? "changed meanwhile" : "gone" };
}
