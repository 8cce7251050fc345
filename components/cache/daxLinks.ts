import { type DaxCluster } from "./daxCluster";
import { type Link } from "../core/permissions";
import { type Table } from "../dynamodb/table";
import { readItems, readWriteItems } from "../dynamodb/links";

/** Environment variables of a link through a cache. */
export interface CachedLinkArgs {
  /** Gets the table's name. */
  variable?: string;
  /** Gets the cluster's URL. Default: DAX_ENDPOINT. */
  endpointVariable?: string;
}

const READ = ["dax:GetItem", "dax:BatchGetItem", "dax:ConditionCheckItem", "dax:Query", "dax:Scan"];
const WRITE = ["dax:PutItem", "dax:UpdateItem", "dax:DeleteItem", "dax:BatchWriteItem"];

/**
 * Read items of a table through a cluster. The function may also read the table itself, which it does without an
 * endpoint: when the cluster is gone.
 */
export function readCached(cluster: DaxCluster, table: Table, args: CachedLinkArgs = {}): Link {
  cluster.requireTable(table, false);
  return throughCache(cluster, READ, readItems(table, args), args);
}

/**
 * Read and write items of a table through a cluster, which serves what it wrote at once. Otherwise like {@link
 * readCached}.
 */
export function readWriteCached(cluster: DaxCluster, table: Table, args: CachedLinkArgs = {}): Link {
  cluster.requireTable(table, true);
  return throughCache(cluster, [...READ, ...WRITE], readWriteItems(table, args), args);
}

function throughCache(
  { arn, endpoint }: DaxCluster,
  actions: string[],
  { statements, environment }: Link,
  { endpointVariable = "DAX_ENDPOINT" }: CachedLinkArgs,
): Link {
  return {
    statements: [{ Action: actions, Resource: arn }, ...statements],
    environment: { ...environment, [endpointVariable]: endpoint },
  };
}
