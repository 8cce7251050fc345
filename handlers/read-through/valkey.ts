/** A Valkey cache over TLS, with one connection for each container. */
import { Valkey } from "iovalkey";

import { type Cache } from "./readThrough";

/** ElastiCache ends connections of IAM users after 12 hours. */
const CONNECTION_MILLIS = 11 * 3_600_000;
/** A slow cache is of no use. */
const CONNECT_MILLIS = 1_000;
const COMMAND_MILLIS = 500;
/** How long an unreachable cache is not tried again, so that not every reader waits for it. */
const REST_MILLIS = 5_000;

export class ValkeyCache implements Cache {
  private connection?: Connection;
  private restUntil = 0;

  constructor(
    /** rediss://host:port */
    private readonly endpoint: string,
    private readonly user: string,
    /** Called for each connection: the password is needed to open it only. */
    private readonly password: () => Promise<string>,
  ) {}

  get(key: string): Promise<string | null> {
    return this.run((client) => client.get(key));
  }

  async set(key: string, value: string, ttlSeconds: number): Promise<void> {
    await this.run((client) => client.set(key, value, "EX", ttlSeconds));
  }

  private async run<T>(command: (client: Valkey) => Promise<T>): Promise<T> {
    const connection = this.current();
    try {
      return await command(await connection.client);
    } catch (error) {
      // While the environment is frozen between two calls, a connection can be dropped unnoticed: the next command
      // opens a new one.
      this.end(connection);
      throw error;
    }
  }

  private current(): Connection {
    if (this.connection && Date.now() >= this.connection.until) this.end(this.connection);
    this.connection ??= { client: this.connect(), until: Date.now() + CONNECTION_MILLIS };
    return this.connection;
  }

  private end(connection: Connection): void {
    if (this.connection === connection) this.connection = undefined;
    void connection.client.then(
      (client) => client.disconnect(),
      () => {}, // it never was
    );
  }

  private async connect(): Promise<Valkey> {
    if (Date.now() < this.restUntil) throw new Error("the cache could not be reached a moment ago");
    const { hostname, port } = new URL(this.endpoint);
    const client = new Valkey({
      host: hostname,
      port: Number(port),
      tls: {},
      username: this.user,
      password: await this.password(),
      connectTimeout: CONNECT_MILLIS,
      commandTimeout: COMMAND_MILLIS,
      lazyConnect: true,
      enableOfflineQueue: false,
      enableReadyCheck: false, // it would take the right to INFO
      maxRetriesPerRequest: 0,
      retryStrategy: () => null, // the password of a new connection must be new as well
    });
    client.on("error", () => {}); // the command that fails reports it
    try {
      await client.connect();
    } catch (error) {
      this.restUntil = Date.now() + REST_MILLIS;
      throw error;
    }
    return client;
  }
}

interface Connection {
  client: Promise<Valkey>;
  /** When it is replaced by a new one. */
  until: number;
}
