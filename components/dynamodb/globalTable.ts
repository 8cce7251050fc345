import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { alarm } from "../core/alarms";
import { Check } from "../core/check";
import { component } from "../core/component";
import { Table, type TableExtension } from "./table";
import { StreamView, type TableArgs } from "./args";
import { Consistency, type ReplicaArgs, type GlobalTableArgs, globalTableDefaults } from "./globalTableArgs";
import { globalTableProblems, replicaProblems } from "./globalTableCheck";

/** Replication that takes longer than this is late, in milliseconds. */
const LATE = 60_000;

/**
 * A table in several Regions, each of which accepts reads and writes.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html
 */
@component
export class GlobalTable extends Table {
  /** Regions of the replicas, without the table's own. */
  readonly replicaRegions: string[];

  constructor(name: string, args: GlobalTableArgs, opts?: pulumi.ComponentResourceOptions) {
    new Check("GlobalTable", name).args(args, globalTableProblems).done();
    super(name, args, opts);
    const { replicas, consistency = globalTableDefaults.consistency } = args;
    const strong = consistency === Consistency.Strong;
    const replicaRegions = replicas.map(({ region }) => region);
    this.replicaRegions = replicaRegions;
    if (!strong) {
      for (const region of replicaRegions) {
        alarm(
          `${name}-late-${region}`,
          {
            description: `Writes of ${name} reach ${region} more than ${LATE / 1_000} seconds late`,
            namespace: "AWS/DynamoDB",
            metricName: "ReplicationLatency",
            dimensions: { TableName: this.tableName, ReceivingRegion: region },
            statistic: "Maximum",
            threshold: LATE,
            evaluationPeriods: 3,
          },
          { ...args.alarms, tags: args.tags },
          { parent: this },
        );
      }
    }
  }

  protected static override extension(
    name: string,
    args: GlobalTableArgs,
    opts: pulumi.ComponentResourceOptions | undefined,
  ): TableExtension {
    const { replicas, consistency = globalTableDefaults.consistency, witnessRegion } = args;
    const strong = consistency === Consistency.Strong;
    const home = aws.getRegionOutput({}, { provider: opts?.provider, parent: opts?.parent }).region;
    return {
      replicaRegions: replicas.map(({ region }) => region),
      properties: {
        replicas: home.apply((region) => {
          new Check("GlobalTable", name).all(replicaProblems(region, args)).done();
          return replicas.map((replica) => replicaProperties(replica, args, strong));
        }),
        ...(witnessRegion && { globalTableWitness: { regionName: witnessRegion } }),
        // Replication with eventual consistency reads the stream, with both images.
        ...(strong ? {} : { streamEnabled: true, streamViewType: StreamView.NewAndOldImages }),
      },
    };
  }
}

const replicaProperties = (
  replica: ReplicaArgs,
  { deletionProtection = true }: TableArgs,
  strong: boolean,
): aws.types.input.dynamodb.TableReplica => ({
  regionName: replica.region,
  kmsKeyArn: replica.kmsKeyArn,
  pointInTimeRecovery: replica.pointInTimeRecovery ?? true,
  deletionProtectionEnabled: replica.deletionProtection ?? deletionProtection,
  propagateTags: replica.propagateTags ?? true,
  ...(strong && { consistencyMode: Consistency.Strong }),
});
