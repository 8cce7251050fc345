import { type Graph } from "../../frame/graph";
import { type Property, type Reading, valueOr } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { readArn } from "../../readings/callConditions";
import { guide, type Need, type Rights, toRead, toSend } from "./rights";

/** The ARN of a bucket by the property that names it, by its name or its ARN; unknown until that is. */
function bucketArn(stack: Graph, owner: Resource, property: Property): Reading<string> {
  const [bucket] = stack.resolve(owner, property, types.bucket);
  if (bucket) return readArn(bucket);
  const text = property.text();
  if (text.state !== "known") return text;
  return { state: "known", value: text.value.startsWith("arn:") ? text.value : `arn:aws:s3:::${text.value}` };
}

/** The objects of a bucket. */
const objects = (arn: Reading<string>): Reading<string> =>
  arn.state === "known" ? { state: "known", value: `${arn.value}/*` } : arn;

/** What a role needs to copy the objects of one bucket to others. */
function copying(
  stack: Graph,
  owner: Resource,
  role: Property,
  source: Reading<string>,
  destinations: readonly Property[],
): readonly Need[] {
  const need = (what: string, arn: Reading<string>, ...actions: (readonly string[])[]): Need => ({
    owner,
    what,
    holder: owner,
    role,
    actions,
    arn,
  });
  return [
    need("bucket", source, ["s3:GetReplicationConfiguration"], ["s3:ListBucket"]),
    need("bucket", objects(source), ["s3:GetObjectVersionForReplication", "s3:GetObjectVersion"]),
    ...destinations.map((destination) =>
      need(destination.name, objects(bucketArn(stack, owner, destination)), ["s3:ReplicateObject"]),
    ),
  ];
}

const replications: Rights = {
  rule: "s3-replication-role",
  title: "The role of a replication may read the source and write the destinations",
  needs(stack) {
    const destinations = (rules: Property) => valueOr(rules.list(), []).map((rule) => rule.at("destination", "bucket"));
    const separate = stack
      .ofType(types.bucketReplication)
      .flatMap((owner) =>
        copying(
          stack,
          owner,
          owner.get("role"),
          bucketArn(stack, owner, owner.get("bucket")),
          destinations(owner.get("rules")),
        ),
      );
    const inline = stack
      .ofType(types.bucket)
      .filter((owner) => !owner.leavesToAws(owner.get("replicationConfiguration")))
      .filter((owner) => owner.get("replicationConfiguration", "role").any().state !== "absent")
      .flatMap((owner) => {
        const configuration = owner.get("replicationConfiguration");
        return copying(stack, owner, configuration.at("role"), readArn(owner), destinations(configuration.at("rules")));
      });
    return [...separate, ...inline];
  },
  refused: false,
  because: "nothing is replicated",
  page: `${guide}/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html`,
};

/** The configurations of a delivery stream that have a bucket and a role. */
const deliveries = [
  ["extendedS3Configuration"],
  ...[
    "elasticsearch",
    "opensearch",
    "opensearchserverless",
    "redshift",
    "splunk",
    "httpEndpoint",
    "snowflake",
    "iceberg",
  ].map((destination) => [`${destination}Configuration`, "s3Configuration"]),
];

const streams: Rights = {
  rule: "firehose-role",
  title: "The role of a delivery stream may read its source and write to its bucket",
  needs: (stack) =>
    stack.ofType(types.firehose).flatMap((owner) => {
      const written = deliveries.flatMap((path): readonly Need[] => {
        const configuration = owner.get(...path);
        const bucket = configuration.at("bucketArn");
        if (bucket.any().state === "absent" || owner.leavesToAws(configuration)) return [];
        const by = { holder: owner, role: configuration.at("roleArn") };
        const arn = objects(bucketArn(stack, owner, bucket));
        return [{ owner, what: bucket.name, ...by, actions: [["s3:PutObject"]], arn }];
      });
      const source = owner.get("kinesisSourceConfiguration");
      const read = toRead(stack, owner, source.at("kinesisStreamArn"), { holder: owner, role: source.at("roleArn") });
      const transforming = valueOr(
        owner.get("extendedS3Configuration", "processingConfiguration", "processors").list(),
        [],
      )
        .flatMap((processor) => valueOr(processor.at("parameters").list(), []))
        .filter((parameter) => valueOr(parameter.at("parameterName").text(), "") === "LambdaArn")
        .flatMap((parameter) => {
          const by = { holder: owner, role: owner.get("extendedS3Configuration", "roleArn") };
          return toSend(stack, owner, parameter.at("parameterValue"), by);
        });
      return [...written, ...read, ...transforming];
    }),
  refused: false,
  because: "no record gets there",
  page: `${guide}/firehose/latest/dev/controlling-access.html`,
};

/** What roles need that write to buckets. */
export const bucketRights: readonly Rights[] = [replications, streams];
