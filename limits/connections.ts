/**
 * Default max_connections by the maximum capacity in ACU, from AWS's table; linear in between.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html
 */
const SERVERLESS = {
  postgresql: [
    [1, 189],
    [4, 823],
    [8, 1_669],
    [16, 3_360],
    [32, 5_000],
    [256, 5_000],
  ],
  mysql: [
    [1, 90],
    [4, 135],
    [8, 1_000],
    [16, 2_000],
    [32, 3_000],
    [64, 4_000],
    [128, 5_000],
    [192, 6_000],
    [256, 6_000],
  ],
} as const;

/** With a minimum of 0.5 ACU PostgreSQL has at most this, however large the maximum. */
const MOST_FROM_HALF = 2_000;

/** Connections that an Aurora Serverless v2 database takes. */
export function serverlessConnections(
  engine: "postgresql" | "mysql",
  { minCapacity, maxCapacity }: { minCapacity: number; maxCapacity: number },
): number {
  const table: readonly (readonly [number, number])[] = SERVERLESS[engine];
  const found = table.findIndex(([capacity]) => capacity >= maxCapacity);
  const above = found < 0 ? table.length - 1 : Math.max(1, found);
  const [[from, few], [to, many]] = [table[above - 1]!, table[above]!];
  const connections = Math.floor(few + ((many - few) * (maxCapacity - from)) / (to - from));
  return engine === "postgresql" && minCapacity <= 0.5 ? Math.min(connections, MOST_FROM_HALF) : connections;
}
