import { ArgumentError } from "../core/check";

/** From max_connections of PostgreSQL on RDS and Aurora: LEAST({DBInstanceClassMemory/9531392}, 5000). */
const BYTES_EACH = 9_531_392;
const MOST = 5_000;
const GIB = 1024 ** 3;

/** RDS's own processes use part of a class's memory: assume that 80 % remain. */
const USABLE = 0.8;

const SIZES: Record<string, number> = { micro: 1, small: 2, medium: 4, large: 8, xlarge: 16, "2xlarge": 32 };

/** GiB of memory of an instance class; undefined for an unknown one. */
export function instanceMemoryGib(instanceClass: string): number | undefined {
  const [, family, size] = /^db\.(t4g|m7g|m8g|r7g|r8g)\.(\w+)$/.exec(instanceClass) ?? [];
  if (!family || !size) return undefined;
  const many = /^(4|8|12|16)xlarge$/.exec(size)?.[1];
  const memory = many ? Number(many) * 16 : SIZES[size];
  if (family === "t4g") return many ? undefined : memory;
  if (memory === undefined || memory < 8) return undefined;
  return family.startsWith("r") ? memory * 2 : memory;
}

/** Connections of a PostgreSQL instance with this memory; its parameter max_connections is set to it. */
export const instanceConnections = (memoryGib: number): number =>
  Math.min(MOST, Math.floor((memoryGib * GIB * USABLE) / BYTES_EACH));

/**
 * Shares the connections that a proxy may open among functions. A function holds one for each execution, so its
 * reserved concurrency is the most that it uses; without a budget, functions would wait for connections and fail.
 */
export class ConnectionBudget {
  private readonly uses = new Map<string, number>();

  constructor(
    private readonly database: string,
    /** Connections that the proxy may open. */
    readonly connections: number,
  ) {}

  get used(): number {
    return [...this.uses.values()].reduce((sum, each) => sum + each, 0);
  }

  /** @throws ArgumentError if fewer are left */
  take(who: string, concurrency: number): void {
    if (!Number.isInteger(concurrency) || concurrency < 1) {
      throw new ArgumentError(
        `Database "${this.database}": reservedConcurrency of ${who} is ${concurrency}; ` +
          `give a whole number of executions from 1 to ${this.connections - this.used}: each uses a connection.`,
      );
    }
    const used = this.used + concurrency;
    if (used > this.connections) {
      throw new ArgumentError(
        `Database "${this.database}": reservedConcurrency of ${who} is ${concurrency}; the proxy may open ` +
          `${this.connections} connections, and ${[...this.uses.keys()].join(", ") || "no other function"} may use ` +
          `${this.used} of them. Reserve ${Math.max(0, this.connections - this.used)} or fewer, or raise maxCapacity, ` +
          `instanceClass or proxyConnectionsPercent of the database.`,
      );
    }
    this.uses.set(who, (this.uses.get(who) ?? 0) + concurrency);
  }

  toString(): string {
    const users = [...this.uses].map(([who, connections]) => `${who} ${connections}`).join(", ");
    return `${this.used} of ${this.connections} connections of the proxy are reserved${users && ` (${users})`}`;
  }
}
