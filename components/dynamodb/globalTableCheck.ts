import { limits } from "../../limits";
import { type Problem, Problems } from "../core/check";
import { StreamView, type TableArgs } from "./args";
import { Consistency, type GlobalTableArgs, globalTableDefaults } from "./globalTableArgs";

/** Strong consistency stays within one of these. */
const strongRegions = [
  ["us-east-1", "us-east-2", "us-west-2"],
  ["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"],
  ["ap-northeast-1", "ap-northeast-2", "ap-northeast-3"],
];

/** Problems with a global table's arguments, except its own Region, which only the provider knows. */
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
      "a table with replicas must be billed by request or autoscaled: leave capacity out, or give maxRead and maxWrite",
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
      .that(!witnessRegion, "witnessRegion", witnessRegion, "a witness needs consistency Strong")
      .that(
        (streamView ?? StreamView.NewAndOldImages) === StreamView.NewAndOldImages,
        "streamView",
        streamView,
        "replication needs NewAndOldImages: leave it out",
      );
  }
  return problems.list;
}

const notWithStrong =
  "DynamoDB does not support it with strong consistency: leave it out, or choose consistency Eventual";

/** Problems with a global table whose home is this Region. */
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
