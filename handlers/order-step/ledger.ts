/**
 * Money and stock, in one table. Every change is in one transaction with an entry of its order, so that a step that
 * runs twice changes nothing the second time, and an interrupted one has changed everything or nothing.
 */
import { type DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { isDeepStrictEqual } from "node:util";

import { type Order } from "./order";

/** `too few`: money or pieces. `taken`: the id is that of another order, which keeps what was taken for it. */
export type Outcome = "done" | "too few" | "taken";
type Entry = "charge" | "reservation";

/** The owner of an entry: the order's customer, and the execution that carries the order out. */
interface Kept {
  id: string;
  /** None in reservations, and `execution` in none, of the version before. */
  customer: string;
  execution?: string;
}
const toKept = ({ orderId, customer }: Order, execution?: string): Kept => ({
  id: `order#${orderId}`,
  customer,
  ...(execution !== undefined && { execution }),
});
const isOwnedBy = ({ customer, execution }: Kept, found: Partial<Kept> | undefined): boolean =>
  found !== undefined && (found.customer ?? customer) === customer && found.execution === execution;
const isSame = (kept: Kept, { entry: _entry, ...found }: Record<string, unknown> = {}): boolean =>
  isDeepStrictEqual(found, JSON.parse(JSON.stringify(kept)));

export class Ledger {
  readonly #client: DynamoDBDocumentClient;

  constructor(
    client: DynamoDBClient,
    private readonly table: string,
    private readonly opening: { balance: number; stock: number },
  ) {
    this.#client = DynamoDBDocumentClient.from(client);
  }

  /** Takes the total from the customer's balance. */
  async charge(order: Order, total: number, execution?: string): Promise<Outcome> {
    const taken = this.#take(`customer#${order.customer}`, total, this.opening.balance);
    return this.#once("charge", { ...toKept(order, execution), total }, [taken]);
  }

  /** Takes the articles from stock, all of them or none. */
  async reserve(order: Order, execution?: string): Promise<Outcome> {
    const { lines } = order;
    const taken = lines.map(({ article, quantity }) => this.#take(`article#${article}`, quantity, this.opening.stock));
    return this.#once("reservation", { ...toKept(order, execution), lines }, taken);
  }

  /** Gives back what {@link charge} took for this order, if it did. */
  async refund(order: Order, execution?: string): Promise<void> {
    const charge = await this.#entry<{ total: number }>("charge", toKept(order, execution));
    if (charge) await this.#undo("charge", charge, [this.#give(`customer#${charge.customer}`, charge.total)]);
  }

  /** Puts back what {@link reserve} took for this order, if it did. */
  async release(order: Order, execution?: string): Promise<void> {
    const reservation = await this.#entry<{ lines: Order["lines"] }>("reservation", toKept(order, execution));
    if (!reservation) return;
    const given = reservation.lines.map(({ article, quantity }) => this.#give(`article#${article}`, quantity));
    await this.#undo("reservation", reservation, given);
  }

  /** The entry, if it is of this order and not of another customer or execution. */
  async #entry<T>(entry: Entry, kept: Kept): Promise<(T & Kept) | undefined> {
    const Key = { id: kept.id, entry };
    const { Item } = await this.#client.send(new GetCommand({ TableName: this.table, Key, ConsistentRead: true }));
    return isOwnedBy(kept, Item as Partial<Kept> | undefined) ? (Item as T & Kept) : undefined;
  }

  /** Makes the changes together with the order's entry; done as well when this order's entry is there already. */
  async #once<T extends Kept>(entry: Entry, kept: T, changes: Change[]): Promise<Outcome> {
    const Put = {
      TableName: this.table,
      Item: { entry, ...kept },
      ConditionExpression: "attribute_not_exists(id)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    };
    const failed = await this.#transact([{ Put }, ...changes]);
    if (!failed.has(0)) return failed.size === 0 ? "done" : "too few";
    return isSame(kept, failed.get(0)) ? "done" : "taken";
  }

  /** Makes the changes and takes the order's entry away; nothing when that is gone already, or is another's by now. */
  async #undo(entry: Entry, found: Kept, changes: Change[]): Promise<void> {
    const whose = (["customer", "execution"] as const).map((name) => ({ name, value: found[name] }));
    const known = whose.filter(({ value }) => value !== undefined);
    const isOurs = whose.map(({ name, value }) =>
      value === undefined ? `attribute_not_exists(${name})` : `${name} = :${name}`,
    );
    const Delete = {
      TableName: this.table,
      Key: { id: found.id, entry },
      ConditionExpression: ["attribute_exists(id)", ...isOurs].join(" AND "),
      ...(known.length > 0 && {
        ExpressionAttributeValues: Object.fromEntries(known.map(({ name, value }) => [`:${name}`, value])),
      }),
    };
    await this.#transact([{ Delete }, ...changes]);
  }

  /**
   * The parts whose condition failed, by their positions, each with the item found; then nothing was changed. Every
   * other failure is an error.
   */
  async #transact(
    TransactItems: (Change | { Put: object } | { Delete: object })[],
  ): Promise<Map<number, Record<string, unknown>>> {
    try {
      await this.#client.send(
        new TransactWriteCommand({ TransactItems } as ConstructorParameters<typeof TransactWriteCommand>[0]),
      );
      return new Map();
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = (error.CancellationReasons ?? []).map(({ Code = "None", Item = {} }) => ({ Code, Item }));
      if (reasons.some(({ Code }) => Code !== "None" && Code !== "ConditionalCheckFailed")) throw error;
      const failed = reasons.map(({ Code, Item }, index) => ({ Code, index, item: unmarshall(Item) }));
      return new Map(failed.filter(({ Code }) => Code !== "None").map(({ index, item }) => [index, item]));
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
