import * as pulumi from "@pulumi/pulumi";
import { type DaxCluster } from "../cache/daxCluster";
import { readCached } from "../cache/daxLinks";
import { Check, type Problem, Problems } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { functionProblems } from "../function/check";
import { type NetworkPlace, networkPlaceProblems } from "../network/place";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { type PrivateNetwork } from "../network/privateNetwork";
import { GatewayService } from "../network/args";
import { type Table } from "../dynamodb/table";

/** Arguments of {@link CachedItems}. */
export interface CachedItemsArgs extends Omit<PatternFunctionArgs, "vpc"> {
  /** The cluster's network, with an endpoint for DynamoDB. */
  network: PrivateNetwork;
  /** Must cache the table. */
  cache: DaxCluster;
  table: Table;
}

const defaults = { timeoutSeconds: 15, memoryMb: 512 };

const services = [GatewayService.DynamoDb];

/** Problems with the pattern's arguments, its cluster and table included. */
function cachedItemsProblems({ network, cache, table, ...settings }: CachedItemsArgs): Problem[] {
  return new Problems()
    .all(networkPlaceProblems({ network, services }), () => "network")
    .all(cache.tableProblems(table, false))
    .all(functionProblems(settings)).list;
}

/** A function in a private network that reads a table's items through a DAX cluster, as an example to start from. */
@component
export class CachedItems extends pulumi.ComponentResource {
  readonly function: NodeFunction;
  readonly place: NetworkPlace;

  constructor(name: string, args: CachedItemsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:CachedItems", name, {}, opts);
    const { network, cache, table, ...settings } = withDefaults(defaults, args);
    new Check("CachedItems", name).args(args, cachedItemsProblems).done();
    this.place = network.place(name, { services });
    const connection = cache.connect(this.place);
    this.function = new NodeFunction(
      name,
      {
        ...settings,
        description: "Reads items of a table through a cache",
        entry: ownHandler("cached-items"),
        links: [readCached(cache, table, { variable: "TABLE_NAME" })],
        vpc: this.place.vpc,
      },
      { parent: this, dependsOn: [this.place, connection] },
    );
    this.registerOutputs({ functionName: this.function.functionName });
  }
}
