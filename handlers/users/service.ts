/** What each route does. It knows HTTP's meaning, and nothing of API Gateway or DynamoDB. */
import { createHash, randomUUID } from "node:crypto";

import { keyReused, notFound, preconditionFailed, preconditionRequired } from "./problem";
import { type Change, type UserStore } from "./store";
import {
  formatEtag,
  fromCursor,
  isId,
  parseContent,
  parseIdempotencyKey,
  parseIfMatch,
  parseLimit,
  toCursor,
  type User,
} from "./user";

export interface Call {
  caller: string;
  id: string | undefined;
  body: Uint8Array;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  query: Record<string, string | undefined>;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

const hash = (...parts: string[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex");

const shown = (status: number, user: User, headers = {}): Answer => ({
  status,
  headers: { ETag: formatEtag(user), ...headers },
  body: user,
});

export class UserService {
  constructor(
    private readonly store: UserStore,
    /** Seconds that an idempotency key is remembered. */
    private readonly memory: number,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** With an Idempotency-Key, the same request again has the same answer and no effect. */
  async create({ caller, body, headers }: Call): Promise<Answer> {
    const content = parseContent(body);
    const given = parseIdempotencyKey(headers["idempotency-key"]);
    const now = this.now();
    const time = now.toISOString();
    const user: User = { ...content, id: randomUUID(), version: 1, createdAt: time, updatedAt: time };
    if (given === undefined) {
      await this.store.create(user);
      return created(user);
    }
    const seconds = Math.floor(now.getTime() / 1000);
    const once = await this.store.createOnce(user, {
      key: `idempotency#${hash(caller, given)}`,
      fingerprint: hash(JSON.stringify(content)),
      now: seconds,
      expiresAt: seconds + this.memory,
    });
    if (!once) throw keyReused();
    return created(once.user);
  }

  async read({ id }: Call): Promise<Answer> {
    const user = isId(id) ? await this.store.read(id) : undefined;
    if (!user) throw notFound();
    return shown(200, user);
  }

  /** Only the version that the caller has read, so that no concurrent change is lost. */
  async update({ id, body, headers }: Call): Promise<Answer> {
    const version = parseIfMatch(headers["if-match"]);
    const content = parseContent(body);
    if (!isId(id)) throw notFound();
    if (version === undefined) throw preconditionRequired();
    return shown(200, changed(await this.store.update(id, version, content, this.now().toISOString())));
  }

  async delete({ id, headers }: Call): Promise<Answer> {
    const version = parseIfMatch(headers["if-match"]);
    if (!isId(id)) throw notFound();
    changed(await this.store.delete(id, version));
    return { status: 204 };
  }

  async list({ query }: Call): Promise<Answer> {
    const { users, last } = await this.store.list(parseLimit(query.limit), fromCursor(query.cursor));
    return { status: 200, body: { users, cursor: last === undefined ? undefined : toCursor(last) } };
  }
}

const created = (user: User): Answer => shown(201, user, { Location: `users/${user.id}` });

function changed(change: Change): User {
  if (change.outcome === "gone") throw notFound();
  if (change.outcome === "changed meanwhile") throw preconditionFailed();
  return change.user;
}
