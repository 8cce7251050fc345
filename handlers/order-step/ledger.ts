/**
 * Money and stock, kept in one table. Every change comes with an entry of its order in the same transaction, so that a
 * step that runs twice changes nothing the second time, and one that broke off has changed all or nothing.
 */
import { type DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";

import { type Order } from "./order";

export class Ledger {
  readonly #client: DynamoDBDocumentClient;

  constructor(
    client: DynamoDBClient,
    private readonly table: string,
    private readonly opening: { balance: number; stock: number },
  ) {
    this.#client = DynamoDBDocumentClient.from(client);
  }

  /** Takes the total from the customer's balance; false when that is too small. */
  async charge({ orderId, customer }: Order, total: number): Promise<boolean> {
    const taken = this.#take(`customer#${customer}`, total, this.opening.balance);
    return this.#once(orderId, "charge", { customer, total }, [taken]);
  }

  /** Takes the articles from stock, all of them or none; false when there are too few. */
  async reserve({ orderId, lines }: Order): Promise<boolean> {
    const taken = lines.map(({ article, quantity }) => this.#take(`article#${article}`, quantity, this.opening.stock));
    return this.#once(orderId, "reservation", { lines }, taken);
  }

  /** Gives back what {@link charge} took, if it did. */
  async refund({ orderId }: Order): Promise<void> {
    const charge = await this.#entry<{ customer: string; total: number }>(orderId, "charge");
    if (charge) await this.#undo(orderId, "charge", [this.#give(`customer#${charge.customer}`, charge.total)]);
  }

  /** Puts back what {@link reserve} took, if it did. */
  async release({ orderId }: Order): Promise<void> {
    const reservation = await this.#entry<{ lines: Order["lines"] }>(orderId, "reservation");
    if (!reservation) return;
    const given = reservation.lines.map(({ article, quantity }) => this.#give(`article#${article}`, quantity));
    await this.#undo(orderId, "reservation", given);
  }

  async #entry<T>(orderId: string, entry: string): Promise<T | undefined> {
    const Key = { id: `order#${orderId}`, entry };
    const { Item } = await this.#client.send(new GetCommand({ TableName: this.table, Key, ConsistentRead: true }));
    return Item as T | undefined;
  }

  /** Makes the changes together with the order's entry; true as well when the entry is there already. */
  async #once(orderId: string, entry: string, values: object, changes: Change[]): Promise<boolean> {
    const Put = {
      TableName: this.table,
      Item: { id: `order#${orderId}`, entry, ...values },
      ConditionExpression: "attribute_not_exists(id)",
    };
    const failed = await this.#transact([{ Put }, ...changes]);
    return failed.length === 0 || failed.includes(0);
  }

  /** Makes the changes and takes the order's entry away; nothing when that is gone already. */
  async #undo(orderId: string, entry: string, changes: Change[]): Promise<void> {
    const Delete = {
      TableName: this.table,
      Key: { id: `order#${orderId}`, entry },
      ConditionExpression: "attribute_exists(id)",
    };
    await this.#transact([{ Delete }, ...changes]);
  }

  /** The places of the parts whose condition did not hold; then nothing was changed. Every other failure is an error. */
  async #transact(TransactItems: (Change | { Put: object } | { Delete: object })[]): Promise<number[]> {
    try {
      await this.#client.send(
        new TransactWriteCommand({ TransactItems } as ConstructorParameters<typeof TransactWriteCommand>[0]),
      );
      return [];
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? "None");
      if (codes.some((code) => code !== "None" && code !== "ConditionalCheckFailed")) throw error;
      return codes.flatMap((code, index) => (code === "None" ? [] : [index]));
    }
  }

  #take(id: string, amount: number, opening: number): Change {
    return {
      Update: {
        ...this.#level(id),
        UpdateExpression: "SET amount = if_not_exists(amount, :opening) - :amount",
        ConditionExpression: `amount >= :amount${amount <= opening ? " OR attribute_not_exists(amount)" : ""}`,
        ExpressionAttributeValues: { ":amount": amount, ":opening": opening },
      },
    };
  }

  #give(id: string, amount: number): Change {
    return {
      Update: {
        ...this.#level(id),
        UpdateExpression: "SET amount = amount + :amount",
        ExpressionAttributeValues: { ":amount": amount },
      },
    };
  }

  #level(id: string): { TableName: string; Key: { id: string; entry: string } } {
    return { TableName: this.table, Key: { id, entry: "level" } };
  }
}

/** A change of a balance or of a stock. */
interface Change {
  Update: object;
}
