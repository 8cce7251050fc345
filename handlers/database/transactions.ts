/** Transactions over one connection per execution environment, retried where that can help. */
import { setTimeout as sleep } from "node:timers/promises";

import { classifyFailure } from "./failures";

/** What a transaction needs of a connection. */
export interface Session {
  query<Row extends object>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
  end(): Promise<void>;
}

export interface TransactionSettings {
  /** Attempts in all, of a transaction that conflicts with another or loses its connection. */
  tries: number;
  /** Longest pause before the second attempt; it doubles with each, up to `longestPauseMillis`. */
  pauseMillis: number;
  longestPauseMillis: number;
  /** A connection that was idle for this long is closed: proxies and firewalls drop it without notice. */
  idleMillis: number;
}

/** In all about 10 s of pauses: a failover takes that long, and more rarely. */
export const defaults: TransactionSettings = {
  tries: 10,
  pauseMillis: 50,
  longestPauseMillis: 4_000,
  idleMillis: 5 * 60_000,
};

/** Called before each retry. */
export type Retried = (what: { failure: "conflict" | "lost"; attempt: number; error: Error }) => void;

export class Transactions {
  private session?: Promise<Session>;
  private usedAt = 0;
  private closing?: NodeJS.Timeout;

  constructor(
    private readonly open: () => Promise<Session>,
    private readonly retried: Retried,
    private readonly settings: TransactionSettings = defaults,
  ) {}

  /**
   * Runs `work` in a serializable transaction. It may run several times, also after a commit whose answer was lost: it must
   * see for itself what was done. `mayRetry` returns whether there is time for another try.
   */
  async run<T>(work: (session: Session) => Promise<T>, mayRetry: () => boolean = () => true): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(work);
      } catch (error) {
        const failure = classifyFailure(error);
        if (failure === "lost") void this.close();
        if (failure === "other" || attempt >= this.settings.tries || !mayRetry()) throw error;
        this.retried({ failure, attempt, error: error as Error });
        await sleep(this.pause(attempt));
      }
    }
  }

  /**
   * Ends the connection; the next transaction opens another. Closing a dead connection may never resolve: it is not
   * awaited where that would hold up a transaction.
   */
  async close(): Promise<void> {
    clearTimeout(this.closing);
    const { session } = this;
    this.session = undefined;
    await session?.then((open) => open.end()).catch(() => {}); // it is gone already
  }

  private async attempt<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = await this.current();
    await session.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
    let result: T;
    try {
      result = await work(session);
      await session.query("COMMIT");
    } catch (error) {
      // A connection whose transaction cannot be rolled back must not be reused.
      if (classifyFailure(error) !== "lost") await session.query("ROLLBACK").catch(() => this.close());
      throw error;
    } finally {
      if (this.session) this.rest();
    }
    return result;
  }

  private async current(): Promise<Session> {
    // Frozen between two calls, the container runs no timers: the clock shows how long the connection was idle.
    if (this.session && Date.now() - this.usedAt >= this.settings.idleMillis) void this.close();
    clearTimeout(this.closing);
    this.usedAt = Date.now();
    this.session ??= this.open();
    try {
      return await this.session;
    } catch (error) {
      this.session = undefined;
      throw error;
    }
  }

  private rest(): void {
    this.usedAt = Date.now();
    clearTimeout(this.closing);
    this.closing = setTimeout(() => void this.close(), this.settings.idleMillis).unref();
  }

  /** Random up to the bound, so that transactions that conflicted do not conflict again. */
  private pause(attempt: number): number {
    const { pauseMillis, longestPauseMillis } = this.settings;
    return Math.random() * Math.min(longestPauseMillis, pauseMillis * 2 ** (attempt - 1));
  }
}
