/**
 * Balances of accounts, and the payments behind them. A payment and its balance change in one transaction, on the
 * condition that the payment is new: it is booked once, however often it is delivered and wherever an attempt was
 * interrupted.
 * Rights: dynamodb:PutItem and UpdateItem on the table.
 */
import { type DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { isDeepStrictEqual } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { unmarshall } from "@aws-sdk/util-dynamodb";

import { type Payment, PaymentFault } from "./payment";

/** Tries of a transaction that conflicts with another, and the longest pause after the first, in milliseconds. */
const TRIES = 5;
const PAUSE = 50;

export class Ledger {
  readonly #client: DynamoDBDocumentClient;

  constructor(
    client: DynamoDBClient,
    private readonly table: string,
  ) {
    this.#client = DynamoDBDocumentClient.from(client);
  }

  /**
   * False when the payment was booked before.
   * @throws PaymentFault when another payment was booked under its id
   */
  async book(payment: Payment): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#client.send(this.#transaction(payment));
        return true;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const [put, update] = error.CancellationReasons ?? [];
        if (put?.Code === "ConditionalCheckFailed") return this.#before(payment, put.Item);
        const isConflict = [put, update].some((reason) => reason?.Code === "TransactionConflict");
        if (!isConflict || attempt === TRIES) throw error;
        await sleep(Math.random() * PAUSE * 2 ** (attempt - 1));
      }
    }
  }

  #transaction({ id, account, amount }: Payment): TransactWriteCommand {
    return new TransactWriteCommand({
      TransactItems: [
        {
          Put: {
            TableName: this.table,
            Item: { id: `payment#${id}`, account, amount },
            ConditionExpression: "attribute_not_exists(id)",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          },
        },
        {
          Update: {
            TableName: this.table,
            Key: { id: `account#${account}` },
            UpdateExpression: "ADD balance :amount",
            ExpressionAttributeValues: { ":amount": amount },
          },
        },
      ],
    });
  }

  #before({ id, account, amount }: Payment, item: Parameters<typeof unmarshall>[0] = {}): false {
    const booked = unmarshall(item);
    if (isDeepStrictEqual(booked, { id: `payment#${id}`, account, amount })) return false;
    throw new PaymentFault(`payment ${id} was booked with another account or amount`);
  }
}
