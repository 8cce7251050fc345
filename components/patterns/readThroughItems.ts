import * as pulumi from "@pulumi/pulumi";
import { readThroughBounds } from "../../limits/bounds";
import { Check, type Problem, Problems } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { functionProblems } from "../function/check";
import { type NetworkPlace, networkPlaceProblems } from "../network/place";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { type PrivateNetwork } from "../network/privateNetwork";
import { GatewayService } from "../network/args";
import { type ServerlessCache } from "../cache/serverlessCache";
import { type Table } from "../dynamodb/table";
import { readItems } from "../dynamodb/links";

/** Arguments of {@link ReadThroughItems}. */
export interface ReadThroughItemsArgs extends Omit<PatternFunctionArgs, "vpc"> {
  /** The cache's network, with an endpoint for DynamoDB. */
  network: PrivateNetwork;
  cache: ServerlessCache;
  table: Table;
  /** Seconds that an item is cached, give or take a tenth, 1 to 86,400; responses may be that old. Default: 300. */
  ttlSeconds?: number;
  /** Seconds that the absence of an item is cached, 1 to 86,400. Default: 30. */
  missingTtlSeconds?: number;
}

/** Defaults of the pattern's arguments. */
export const readThroughDefaults = { ttlSeconds: 300, missingTtlSeconds: 30, timeoutSeconds: 15, memoryMb: 512 };

const services = [GatewayService.DynamoDb];

/** Problems with the pattern's arguments, its cache and table included. */
function readThroughArgsProblems({
  network,
  cache: _cache,
  table: _table,
  ...settings
}: ReadThroughItemsArgs): Problem[] {
  return new Problems()
    .all(networkPlaceProblems({ network, services }), () => "network")
    .all(readThroughProblems(settings)).list;
}

/** Problems with the pattern's arguments, except its cache and table. */
export function readThroughProblems(args: Omit<ReadThroughItemsArgs, "network" | "cache" | "table">): Problem[] {
  const { ttlSeconds, missingTtlSeconds } = withDefaults(readThroughDefaults, args);
  return new Problems()
    .bounds("ttlSeconds", ttlSeconds, readThroughBounds.ttlSeconds, "seconds")
    .bounds("missingTtlSeconds", missingTtlSeconds, readThroughBounds.ttlSeconds, "seconds")
    .all(functionProblems(args)).list;
}

/**
 * A function in a private network that reads a table's items through a cache, as an example to start from. If the cache
 * fails, it reads the table.
 */
@component
export class ReadThroughItems extends pulumi.ComponentResource {
  readonly function: NodeFunction;
  readonly place: NetworkPlace;

  constructor(name: string, args: ReadThroughItemsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:ReadThroughItems", name, {}, opts);
    const { network, cache, table, ttlSeconds, missingTtlSeconds, ...settings } = withDefaults(
      readThroughDefaults,
      args,
    );
    new Check("ReadThroughItems", name).args(args, readThroughArgsProblems).done();
    this.place = network.place(name, { services });
    const connection = cache.connect(this.place);
    this.function = new NodeFunction(
      name,
      {
        ...settings,
        description: "Reads items of a table through a cache",
        entry: ownHandler("read-through"),
        links: [cache.use(), readItems(table, { variable: "TABLE_NAME" })],
        environment: { TTL_SECONDS: String(ttlSeconds), MISSING_TTL_SECONDS: String(missingTtlSeconds) },
        vpc: this.place.vpc,
      },
      { parent: this, dependsOn: [this.place, connection] },
    );
    this.registerOutputs({ functionName: this.function.functionName });
  }
}
