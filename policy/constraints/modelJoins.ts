import { type Graph } from "../frame/graph";
import { list, member, plainProperties } from "../frame/plain";
import { type Resource } from "../frame/resource";
import { type Findings } from "./fault";
import { type Join, named, refuse } from "./join";
import { parsePath, placesAt } from "./place";

const apac = "ap-south-1 ap-northeast-1 ap-northeast-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4";

/** The Regions whose guardrails may use the profiles of a geography. */
const geographies: Readonly<Record<string, readonly string[]>> = {
  us: ["us-east-1", "us-east-2", "us-west-1", "us-west-2"],
  eu: "eu-central-1 eu-west-1 eu-west-3 eu-north-1 eu-south-1 eu-south-2 il-central-1".split(" "),
  uk: ["eu-west-2"],
  au: ["ap-southeast-2"],
  ca: ["ca-central-1"],
  apac: `${apac} ap-southeast-5 ap-southeast-7 ap-east-2 me-central-1`.split(" "),
};
const known = new Set(Object.values(geographies).flat());

/** A guardrail uses a profile of its geography. */
export const guardrailGeography: Join = (guardrail, found) => {
  const path = "crossRegionConfig.guardrailProfileIdentifier";
  const [profile, region] = [guardrail.get(...path.split(".")).text(), guardrail.regionReading];
  if (profile.state !== "known" || region.state !== "known" || !known.has(region.value)) return;
  const [, geography = ""] = /(?:^|guardrail-profile\/)(\w+)\.guardrail\./.exec(profile.value) ?? [];
  const regions = geographies[geography];
  if (!regions || regions.includes(region.value)) return;
  const takes = `a profile for ${region.value}`;
  refuse(found, { path, is: `is ${profile.value}`, takes, fix: "Name the profile of the own geography." });
};

const chunking = ["vectorIngestionConfiguration", "chunkingConfiguration", "hierarchicalChunkingConfiguration"];

const below = (value: unknown, path: readonly string[]): unknown => path.reduce(member, value);

/** Levels of chunks become smaller, and overlap by less than the smaller one. */
export const chunkLevels: Join = (source, found) => {
  const levels = below(plainProperties(source), chunking);
  const [parent, child] = list(member(levels, "levelConfigurations")).map((level) => member(level, "maxTokens"));
  const overlap = member(levels, "overlapTokens");
  if (typeof child !== "number") return;
  const [path, takes] = [chunking.join("."), `fewer than the ${child} tokens of the second level`];
  if (typeof parent === "number" && parent <= child) {
    const fix = "Give the first level more tokens than the second one.";
    refuse(found, { path: `${path}.levelConfigurations`, is: `begin with ${parent} tokens`, takes: "more", fix });
  }
  if (typeof overlap === "number" && overlap >= child) {
    refuse(found, { path: `${path}.overlapTokens`, is: `is ${overlap}`, takes, fix: "Let chunks overlap by less." });
  }
};

const bucketOf = (value: unknown): string | undefined =>
  /^(?:s3:\/\/|arn:[\w-]+:s3:::)([^/]+)/.exec(String(value))?.[1];

const data = ["dataSourceConfiguration", "s3Configuration"];

function refuseSame(source: Resource, path: string, other: unknown, found: Findings): void {
  const own = bucketOf(below(plainProperties(source), [...data, "bucketArn"]));
  if (own === undefined || own !== bucketOf(other)) return;
  refuse(found, {
    path,
    is: `is in the bucket ${own} of the data`,
    takes: "another bucket",
    fix: "Use another bucket.",
  });
}

/** Chunks on their way lie in another bucket than the data. */
export const chunkBucket: Join = (source, found) => {
  const path = "vectorIngestionConfiguration.customTransformationConfiguration.intermediateStorage.s3Location.uri";
  refuseSame(source, path, below(plainProperties(source), path.split(".")), found);
};

const vectors = ["knowledgeBaseConfiguration", "vectorKnowledgeBaseConfiguration"];

/** What a knowledge base extracts lies in another bucket than all of the data. */
export const mediaBucket: Join = (source, found, stack: Graph | undefined) => {
  if (list(below(plainProperties(source), [...data, "inclusionPrefixes"])).length > 0) return;
  const bases = named(source, "knowledgeBaseId", "aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase", found, stack);
  for (const base of bases) {
    const locations = below(plainProperties(base), [
      ...vectors,
      "supplementalDataStorageConfiguration",
      "storageLocations",
    ]);
    for (const location of list(locations)) {
      refuseSame(source, "knowledgeBaseId", below(location, ["s3Location", "uri"]), found);
    }
  }
};

/** The weights of each split of traffic are 100 together. */
export const trafficWeights: Join = (rule, found) => {
  const splits = ["configurationBundle.weightedOverride", "routeToTarget.weightedRoute"].flatMap((kind) =>
    placesAt({ value: plainProperties(rule), path: "" }, parsePath(`actions[].${kind}.trafficSplits`)),
  );
  for (const { value, path } of splits) {
    const weights = list(value).map((each) => member(each, "weight"));
    if (!weights.every((weight) => typeof weight === "number")) continue;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (weights.length === 0 || total === 100) continue;
    refuse(found, {
      path,
      is: `has weights of ${total} together`,
      takes: "100",
      fix: "Let the weights be 100 together.",
    });
  }
};
