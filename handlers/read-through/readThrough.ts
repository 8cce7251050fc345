/** Reads through a cache: what is not in it comes from the source and is kept for the next reader. */

/** Where answers are kept. Every method may fail. */
export interface Cache {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
}

export interface Settings {
  /** Seconds that a value is kept, give or take a tenth. */
  ttlSeconds: number;
  /** Seconds that the absence of a value is cached. */
  missingTtlSeconds: number;
}

/** Where an answer comes from: `shared` is one that another reader was already waiting for. */
export type Origin = "cache" | "source" | "shared";

export interface Answer<T> {
  value: T | null;
  from: Origin;
}

/**
 * A failing cache counts as an empty one: the reader gets the source's answer, and `failed` is called. A failure of
 * the source reaches the reader, and is not cached.
 */
export class ReadThrough<T> {
  private readonly reading = new Map<string, Promise<Answer<T>>>();

  constructor(
    /** None: every answer comes from the source. */
    private readonly cache: Cache | undefined,
    private readonly source: (key: string) => Promise<T | null>,
    private readonly settings: Settings,
    private readonly failed: (error: unknown) => void,
    private readonly random: () => number = Math.random,
  ) {}

  /** Readers of the same key at the same time share one answer: a missing key does not send all of them to the source. */
  async read(key: string): Promise<Answer<T>> {
    const other = this.reading.get(key);
    if (other) return { value: (await other).value, from: "shared" };
    const answer = this.find(key).finally(() => this.reading.delete(key));
    this.reading.set(key, answer);
    return answer;
  }

  private async find(key: string): Promise<Answer<T>> {
    if (!this.cache) return { value: await this.source(key), from: "source" };
    let works = true;
    try {
      const kept = await this.cache.get(key);
      if (kept !== null) return { value: (JSON.parse(kept) as { value: T | null }).value, from: "cache" };
    } catch (error) {
      works = error instanceof SyntaxError; // an unreadable value is overwritten below; an unreachable cache is not written to
      this.failed(error);
    }
    const value = await this.source(key);
    if (works) await this.cache.set(key, JSON.stringify({ value }), this.ttl(value)).catch(this.failed);
    return { value, from: "source" };
  }

  /** Spread, so that values cached at the same time do not expire at the same time. */
  private ttl(value: T | null): number {
    const { ttlSeconds, missingTtlSeconds } = this.settings;
    const seconds = value === null ? missingTtlSeconds : ttlSeconds;
    return Math.max(1, Math.round(seconds * (0.9 + 0.2 * this.random())));
  }
}
