/**
 * Accounts and transfers in SQL. Each method is the work of one transaction, and can be run again without changing
 * anything twice.
 */
import { z } from "zod";

import { type Session } from "../database/transactions";
import { wholeText } from "../whole-text";

const CENTS = 1_000_000_000_000;
/**
 * Without what a database refuses (PostgreSQL a null character) or takes for another id: MySQL compares texts as if spaces
 * at the end were not there.
 */
const id = wholeText(128).refine((text) => !/\0|\s$/.test(text), "no null characters, and no space at the end");

export const requestSchema = z.discriminatedUnion("action", [
  /** Opens an account; one that is there stays as it is. */
  z.strictObject({ action: z.literal("open"), account: id, cents: z.int().min(0).max(CENTS) }),
  z
    .strictObject({ action: z.literal("transfer"), id, from: id, to: id, cents: z.int().min(1).max(CENTS) })
    .refine(({ from, to }) => from !== to, { path: ["to"], message: "it is the account that the money comes from" }),
  z.strictObject({ action: z.literal("balance"), account: id }),
]);

export type Request = z.output<typeof requestSchema>;
export type Transfer = Extract<Request, { action: "transfer" }>;

/** A transfer that can never be made. */
export class TransferFault extends Error {
  override readonly name = "TransferFault";
}

/** Opens an account; false when it was there already, whatever has become of its balance. */
export async function open(session: Session, account: string, cents: number): Promise<boolean> {
  const { rows } = await session.query(
    "INSERT INTO ledger.accounts (id, balance) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING RETURNING id",
    [account, cents],
  );
  return rows.length === 1;
}

/** The balance in cents. @throws TransferFault for an account that is not there */
export async function balance(session: Session, account: string): Promise<number> {
  const { rows } = await session.query<{ balance: string }>("SELECT balance FROM ledger.accounts WHERE id = $1", [
    account,
  ]);
  if (!rows[0]) throw new TransferFault(`there is no account ${account}`);
  return Number(rows[0].balance);
}

/** Makes a transfer; false when it was made before. @throws TransferFault for one that cannot be made */
export async function transfer(session: Session, { id, from, to, cents }: Transfer): Promise<boolean> {
  if (await madeBefore(session, { id, from, to, cents })) return false;
  const taken = await change(session, from, -cents);
  if (!taken) throw new TransferFault(`account ${from} does not have ${cents} cents`);
  if (!(await change(session, to, cents))) throw new TransferFault(`there is no account ${to}`);
  // Of two attempts at the same time, the second waits for the first, fails with a conflict, and finds the transfer
  // made.
  await session.query("INSERT INTO ledger.transfers (id, source, target, cents) VALUES ($1, $2, $3, $4)", [
    id,
    from,
    to,
    cents,
  ]);
  return true;
}

async function madeBefore(session: Session, asked: Omit<Transfer, "action">): Promise<boolean> {
  const { rows } = await session.query<{ source: string; target: string; cents: string }>(
    "SELECT source, target, cents FROM ledger.transfers WHERE id = $1",
    [asked.id],
  );
  const [made] = rows;
  if (!made) return false;
  if (made.source === asked.from && made.target === asked.to && Number(made.cents) === asked.cents) return true;
  throw new TransferFault(`transfer ${asked.id} was made with other accounts or another amount`);
}

async function change(session: Session, account: string, cents: number): Promise<boolean> {
  const { rows } = await session.query(
    "UPDATE ledger.accounts SET balance = balance + $2 WHERE id = $1 AND balance + $2 >= 0 RETURNING id",
    [account, cents],
  );
  return rows.length === 1;
}
