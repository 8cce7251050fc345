import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { alarm } from "../core/alarms";
import { Check, type Problem, Problems } from "../core/check";
import { Table, type TableExtension } from "./table";
import { StreamView, type TableArgs } from "./args";

/** What a read in one Region knows of a write in another. */
export enum Consistency {
  /** Writes reach the other Regions within about a second; the last writer of an item wins. */
  Eventual = "EVENTUAL",
  /** A consistent read sees every write, of whatever Region; each write waits for a second Region. */
  Strong = "STRONG",
}

/** The table in another Region. */
export interface ReplicaArgs {
  /** For example eu-west-2. */
  region: string;
  /** Customer-managed KMS key of that Region; needed where the table has one. */
  kmsKeyArn?: pulumi.Input<string>;
  /** Point-in-time recovery. Default: true. */
  pointInTimeRecovery?: boolean;
  /** Refuse to delete the replica. Default: as the table. */
  deletionProtection?: boolean;
  /** Give the replica the table's tags. Default: true. */
  propagateTags?: boolean;
}

/** Arguments of a {@link GlobalTable}. */
export interface GlobalTableArgs extends TableArgs {
  /** One or more; with strong consistency two, or one and a witness. */
  replicas: ReplicaArgs[];
  /** It cannot be changed later. Default: Eventual. */
  consistency?: Consistency;
  /** Region that votes on writes and keeps no table, for strong consistency with one replica. */
  witnessRegion?: string;
}

/** What a global table has when its arguments do not say. */
export const globalTableDefaults = { consistency: Consistency.Eventual };

/** Strong consistency stays within one of these. */
const strongRegions = [
  ["us-east-1", "us-east-2", "us-west-2"],
  ["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"],
  ["ap-northeast-1", "ap-northeast-2", "ap-northeast-3"],
];

/** Replication that takes longer than this is late, in milliseconds. */
const LATE = 60_000;

/**
 * A table in several Regions, each of which takes reads and writes.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html
 */
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
            comparisonOperator: "GreaterThanThreshold",
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
        // Eventual consistency is made of the streams, with both images.
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

/** What cannot work of a global table's arguments; the table's own Region is known to the provider only. */
export function globalTableProblems(args: GlobalTableArgs): Problem[] {
  const {
    replicas,
    consistency = globalTableDefaults.consistency,
    witnessRegion,
    capacity,
    globalIndexes = [],
    streamView,
  } = args;
  const strong = consistency === Consistency.Strong;
  const regions = [...replicas.map(({ region }) => region), ...(witnessRegion ? [witnessRegion] : [])];
  const { max: three, page } = limits.dynamodb.strongConsistencyRegions;
  const keyed = replicas.filter(({ kmsKeyArn }) => kmsKeyArn !== undefined).length;
  const scaled = [capacity, ...globalIndexes.map((index) => index.capacity ?? capacity)];
  const problems = new Problems()
    .that(replicas.length > 0, "replicas", [], "give one or more, or make it a Table")
    .that(new Set(regions).size === regions.length, "replicas", regions, "name each Region once")
    .that(
      capacity === undefined || scaled.every((each) => each?.maxRead !== undefined && each.maxWrite !== undefined),
      "capacity",
      capacity,
      "a table with replicas is paid for by request, or autoscaled: leave capacity out, or give maxRead and maxWrite",
    )
    .that(
      keyed === (args.kmsKeyArn === undefined ? 0 : replicas.length),
      "replicas",
      replicas.map(({ region, kmsKeyArn }) => `${region}: ${kmsKeyArn === undefined ? "no key" : "a key"}`),
      "give a kmsKeyArn to the table and to every replica, or to none",
    );
  if (strong) {
    problems
      .that(
        regions.length === three - 1,
        "replicas",
        regions,
        `strong consistency needs exactly ${three} Regions with the table's own: two replicas, or one and a witnessRegion (${page})`,
      )
      .that(args.timeToLiveAttribute === undefined, "timeToLiveAttribute", args.timeToLiveAttribute, notWithStrong)
      .that(!args.localIndexes?.length, "localIndexes", args.localIndexes?.length, notWithStrong)
      .that(args.importFrom === undefined, "importFrom", "given", "strong consistency needs a table that is empty");
  } else {
    problems
      .that(!witnessRegion, "witnessRegion", witnessRegion, "a witness goes with consistency Strong only")
      .that(
        (streamView ?? StreamView.NewAndOldImages) === StreamView.NewAndOldImages,
        "streamView",
        streamView,
        "replication needs NewAndOldImages: leave it out",
      );
  }
  return problems.list;
}

const notWithStrong = "DynamoDB has none with strong consistency: leave it out, or choose consistency Eventual";

/** What cannot work of a global table whose own Region is this one. */
export function replicaProblems(home: string, args: Omit<GlobalTableArgs, keyof TableArgs>): Problem[] {
  const others = [...args.replicas.map(({ region }) => region), ...(args.witnessRegion ? [args.witnessRegion] : [])];
  const isWithin = strongRegions.some((set) => [home, ...others].every((region) => set.includes(region)));
  const sets = strongRegions.map((set) => set.join(", ")).join("; or ");
  const problems = new Problems();
  if (others.includes(home)) {
    problems.that(false, "replicas", others, `${home} is the Region of the table itself: name the others only`);
  } else if (args.consistency === Consistency.Strong) {
    const allowed = `with the table in ${home}, strong consistency stays within ${sets}`;
    problems.that(isWithin, "replicas", others, allowed);
  }
  return problems.list;
}
