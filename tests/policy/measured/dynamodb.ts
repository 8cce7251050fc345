import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { beside, on } from "./on";

type Arguments = Record<string, unknown>;

const type = "aws:dynamodb/table:Table";
const id = { name: "id", type: "S" };
const plain = { name: "orders", billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [id] };
const table = on(type, plain);
const provisioned = on(type, { ...plain, billingMode: "PROVISIONED", readCapacity: 5, writeCapacity: 5 });
const streamed = { streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" };
/** Capacity of a table in several Regions follows its use. */
const scaling = ["table/orders", "table/orders/index/by-id"].flatMap((resourceId) =>
  ["ReadCapacityUnits", "WriteCapacityUnits"].map((unit): Made => {
    const scalableDimension = `dynamodb:${resourceId.includes("index") ? "index" : "table"}:${unit}`;
    const target = { resourceId, scalableDimension, serviceNamespace: "dynamodb", minCapacity: 5, maxCapacity: 10 };
    return ["aws:appautoscaling/target:Target", `${resourceId}-${unit}`, target];
  }),
);
const scaled = (says: string, bad: Arguments, good: Arguments) => {
  const both = { ...plain, ...elsewhere, billingMode: "PROVISIONED", readCapacity: 5, writeCapacity: 5 };
  return beside(scaling, says, [type, "subject", { ...both, ...bad }], [type, "subject", { ...both, ...good }]);
};
const elsewhere = { ...streamed, replicas: [{ regionName: "eu-central-1" }] };
const global = on(type, { ...plain, ...elsewhere });

/** A table that is the same in all its Regions at once. */
const strong = (...regions: string[]) => ({
  replicas: regions.map((regionName) => ({ regionName, consistencyMode: "STRONG" })),
});
const consistent = on(type, { ...plain, ...streamed, ...strong("eu-central-1", "eu-west-2") });

const sorted = { rangeKey: "at", attributes: [id, { name: "at", type: "S" }, { name: "by", type: "S" }] };
const local = { name: "by-by", rangeKey: "by", projectionType: "ALL" };
const locals = (count: number) => ({
  attributes: [
    id,
    { name: "at", type: "S" },
    ...Array.from({ length: count }, (_, i) => ({ name: `k${i}`, type: "S" })),
  ],
  rangeKey: "at",
  localSecondaryIndexes: Array.from({ length: count }, (_, i) => ({ ...local, name: `by-k${i}`, rangeKey: `k${i}` })),
});
const index = { name: "by-id", hashKey: "id", projectionType: "ALL" };
const indexes = (...all: readonly Arguments[]) => ({
  globalSecondaryIndexes: all.map((each) => ({ ...index, ...each })),
});
const projected = (count: number) =>
  indexes({ projectionType: "INCLUDE", nonKeyAttributes: Array.from({ length: count }, (_, i) => `a${i}`) });
const many = (count: number) =>
  indexes(
    ...Array.from({ length: count }, (_, n) => ({
      name: `by-id-${n}`,
      projectionType: "INCLUDE",
      nonKeyAttributes: Array.from({ length: 20 }, (_, i) => `a${i}`),
    })),
  );

const key = (region: string) => `arn:aws:kms:${region}:111122223333:key/11111111-1111-1111-1111-111111111111`;
const encrypted = { serverSideEncryption: { enabled: true, kmsKeyArn: key("eu-west-1") } };
const destination = on("aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination", { tableName: "orders" });
const stream = (region: string) => ({ streamArn: `arn:aws:kinesis:${region}:111122223333:stream/own` });

const imported = (more: Arguments) => ({ importTable: { s3BucketSource: { bucket: "own" }, ...more } });
const csv = (delimiter: string) => imported({ inputFormat: "CSV", inputFormatOptions: { csv: { delimiter } } });

const policy = on("aws:dynamodb/resourcePolicy:ResourcePolicy", {
  resourceArn: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
});
const allows = (...all: readonly Arguments[]) => ({
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: all.map((each) => ({
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/r" },
      Action: "dynamodb:GetItem",
      Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
      ...each,
    })),
  }),
});

export const dynamodb: FactsByName = {
  "dynamodb-attribute-definitions-usage": table(
    "an attribute that is declared is a key",
    { attributes: [id, { name: "at", type: "S" }] },
    {},
  ),
  "dynamodb-attribute-type": table(
    "a key is a text, a number or bytes",
    { attributes: [{ name: "id", type: "BOOL" }] },
    {},
  ),
  "dynamodb-billing-throughput": table(
    "what is paid by request has no capacity",
    { readCapacity: 5, writeCapacity: 5 },
    {},
  ),
  "dynamodb-contributor-insights-mode": on("aws:dynamodb/contributorInsights:ContributorInsights", {
    tableName: "orders",
  })("insights have two modes", { mode: "ALL_KEYS" }, { mode: "THROTTLED_KEYS" }),
  "dynamodb-duplicate-attribute-definitions": table(
    "an attribute is declared once",
    { attributes: [id, { name: "id", type: "N" }] },
    {},
  ),
  "dynamodb-duplicate-index-name": table(
    "an index has a name of its own",
    indexes({}, { projectionType: "KEYS_ONLY" }),
    indexes({}, { name: "keys", projectionType: "KEYS_ONLY" }),
  ),
  "dynamodb-global-table-attribute-definitions": global(
    "a key of a table in several Regions is declared",
    { rangeKey: "at" },
    { rangeKey: "at", attributes: [id, { name: "at", type: "S" }] },
  ),
  "dynamodb-global-table-gsi-provisioned-write-settings": scaled(
    "an index of a table with capacity has one",
    { ...indexes({}) },
    { ...indexes({ readCapacity: 5, writeCapacity: 5 }) },
  ),
  "dynamodb-global-table-lsi-attribute-definitions": global(
    "a key of a local index is declared",
    { ...sorted, localSecondaryIndexes: [{ ...local, rangeKey: "other" }] },
    { ...sorted, localSecondaryIndexes: [local] },
  ),
  "dynamodb-global-table-lsi-count": global("a table has five local indexes", locals(6), locals(5)),
  "dynamodb-global-table-mrsc-lsi": consistent(
    "a table of strong consistency has no local indexes",
    { ...sorted, localSecondaryIndexes: [local] },
    {},
  ),
  "dynamodb-global-table-mrsc-region-set": consistent(
    "strong consistency stays on a continent",
    strong("eu-central-1", "us-east-1"),
    strong("eu-central-1", "eu-west-2"),
  ),
  "dynamodb-global-table-mrsc-replica-count": consistent(
    "strong consistency has three Regions",
    strong("eu-central-1"),
    strong("eu-central-1", "eu-west-2"),
  ),
  "dynamodb-global-table-mrsc-ttl": consistent(
    "a table of strong consistency deletes nothing by itself",
    { ttl: { enabled: true, attributeName: "until" } },
    {},
  ),
  "dynamodb-global-table-name-length": global("a name has three characters", { name: "ab" }, { name: "abc" }),
  "dynamodb-global-table-ondemand-settings-billing": scaled(
    "a table with capacity has no most of requests",
    { onDemandThroughput: { maxReadRequestUnits: 10, maxWriteRequestUnits: 10 } },
    {},
  ),
  "dynamodb-global-table-projection-nonkey": global(
    "attributes are listed where they are included",
    indexes({ projectionType: "INCLUDE" }),
    projected(1),
  ),
  "dynamodb-global-table-provisioned-write-settings": scaled(
    "a table with capacity can be written",
    { writeCapacity: undefined },
    {},
  ),
  "dynamodb-global-table-replica-kinesis-region": destination(
    "a replica's changes go to a stream of its Region",
    { region: "eu-central-1", ...stream("eu-west-1") },
    { region: "eu-central-1", ...stream("eu-central-1") },
  ),
  "dynamodb-global-table-replica-sse-key-coverage": global(
    "all replicas have a key of the user, or none",
    {
      ...encrypted,
      replicas: [{ regionName: "eu-central-1", kmsKeyArn: key("eu-central-1") }, { regionName: "eu-west-2" }],
    },
    {
      ...encrypted,
      replicas: [
        { regionName: "eu-central-1", kmsKeyArn: key("eu-central-1") },
        { regionName: "eu-west-2", kmsKeyArn: key("eu-west-2") },
      ],
    },
  ),
  "dynamodb-global-table-replica-sse-key-region": global(
    "a replica's key is of its Region",
    { ...encrypted, replicas: [{ regionName: "eu-central-1", kmsKeyArn: key("us-east-1") }] },
    { ...encrypted, replicas: [{ regionName: "eu-central-1", kmsKeyArn: key("eu-central-1") }] },
  ),
  "dynamodb-global-table-stream-required": global(
    "replicas need a stream",
    { streamEnabled: undefined, streamViewType: undefined },
    {},
  ),
  "dynamodb-global-table-witness-region": consistent(
    "a witness is in a Region of its own",
    { ...strong("eu-central-1"), globalTableWitness: { regionName: "eu-central-1" } },
    { ...strong("eu-central-1"), globalTableWitness: { regionName: "eu-west-2" } },
  ),
  "dynamodb-global-table-witness-requires-mrsc": global(
    "only strong consistency has a witness",
    { globalTableWitness: { regionName: "eu-west-2" } },
    { globalTableWitness: { regionName: "eu-west-2" }, ...strong("eu-central-1") },
  ),
  "dynamodb-global-table-write-provisioned-with-ppr": global(
    "a table in several Regions that is paid by request has no capacity",
    { writeCapacity: 5 },
    {},
  ),
  "dynamodb-gsi-billing-throughput": table(
    "an index of a table that is paid by request has no capacity",
    indexes({ readCapacity: 5, writeCapacity: 5 }),
    indexes({}),
  ),
  "dynamodb-gsi-projection-nonkey": table(
    "attributes are listed where not all are there",
    indexes({ nonKeyAttributes: ["a"] }),
    indexes({ projectionType: "INCLUDE", nonKeyAttributes: ["a"] }),
  ),
  "dynamodb-import-csv-delimiter": table("a delimiter is one character", csv("||"), csv("|")),
  "dynamodb-import-format-options": table(
    "only CSV has options",
    imported({ inputFormat: "ION", inputFormatOptions: { csv: { delimiter: ";" } } }),
    imported({ inputFormat: "CSV", inputFormatOptions: { csv: { delimiter: ";" } } }),
  ),
  "dynamodb-kinesis-precision": destination(
    "a time is of micro- or milliseconds",
    { ...stream("eu-west-1"), approximateCreationDateTimePrecision: "SECOND" },
    { ...stream("eu-west-1"), approximateCreationDateTimePrecision: "MILLISECOND" },
  ),
  "dynamodb-kinesis-stream-region": destination(
    "changes go to a stream of the Region",
    stream("us-east-1"),
    stream("eu-west-1"),
  ),
  "dynamodb-lsi-attribute-definitions": table(
    "a key of a local index is declared",
    { ...sorted, localSecondaryIndexes: [{ ...local, rangeKey: "other" }] },
    { ...sorted, localSecondaryIndexes: [local] },
  ),
  "dynamodb-lsi-count": table("a table has five local indexes", locals(6), locals(5)),
  "dynamodb-ondemand-throughput-billing": provisioned(
    "a table with capacity has no most of requests",
    { onDemandThroughput: { maxReadRequestUnits: 10, maxWriteRequestUnits: 10 } },
    {},
  ),
  "dynamodb-pitr-recovery-period": table(
    "what is not recovered has no period",
    { pointInTimeRecovery: { enabled: false, recoveryPeriodInDays: 7 } },
    { pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 7 } },
  ),
  "dynamodb-projection-nonkey-limit": table("an index has 20 further attributes", projected(21), projected(20)),
  "dynamodb-projection-nonkey-total": table("indexes have 100 further attributes together", many(6), many(5)),
  "dynamodb-resource-policy-principal": policy(
    "a statement has a principal",
    allows({ Principal: undefined }),
    allows({}),
  ),
  "dynamodb-resource-policy-size": policy(
    "a policy has 20 KB",
    allows(...Array.from({ length: 120 }, (_, i) => ({ Sid: `Statement${i}` }))),
    allows(...Array.from({ length: 20 }, (_, i) => ({ Sid: `Statement${i}` }))),
  ),
  "dynamodb-table-class": table(
    "a class is one of two",
    { tableClass: "GLACIER" },
    { tableClass: "STANDARD_INFREQUENT_ACCESS" },
  ),
  "dynamodb-table-name-format": table("a name has no spaces", { name: "my orders" }, { name: "my-orders" }),
  "dynamodb-table-name-length": table("a name has three characters", { name: "ab" }, { name: "abc" }),
  "dynamodb-ttl-attribute-required": table(
    "what ends has a time",
    { ttl: { enabled: true } },
    { ttl: { enabled: true, attributeName: "until" } },
  ),
  "dynamodb-warm-throughput-minimum": table(
    "warm is 12,000 reads",
    { warmThroughput: { readUnitsPerSecond: 11_999, writeUnitsPerSecond: 4000 } },
    { warmThroughput: { readUnitsPerSecond: 12_000, writeUnitsPerSecond: 4000 } },
  ),
};
