/** Which events were handled already. Rights: dynamodb:GetItem and PutItem on the table. */
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";

/** Longer than SNS and Lambda go on delivering. */
const MEMORY_SECONDS = 7 * 86_400;

export class HandledEvents {
  constructor(
    private readonly dynamodb: DynamoDBClient,
    private readonly table: string,
  ) {}

  async has(key: string): Promise<boolean> {
    const { Item } = await this.dynamodb.send(
      new GetItemCommand({ TableName: this.table, Key: { event: { S: key } }, ConsistentRead: true }),
    );
    return Item !== undefined;
  }

  async add(key: string): Promise<void> {
    const expiresAt = String(Math.floor(Date.now() / 1_000) + MEMORY_SECONDS);
    await this.dynamodb.send(
      new PutItemCommand({ TableName: this.table, Item: { event: { S: key }, expiresAt: { N: expiresAt } } }),
    );
  }
}
