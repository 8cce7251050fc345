import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { only, sameRegion, together } from "../together";

const table = {
  name: "orders",
  billingMode: "PAY_PER_REQUEST",
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
};
const key = (region: string) => `arn:aws:kms:${region}:111122223333:key/11111111-1111-1111-1111-111111111111`;
const attributes = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);
const index = (name: string, count: number) => ({
  name,
  hashKey: "id",
  projectionType: "INCLUDE",
  nonKeyAttributes: attributes(count),
});
const replicated = { ...table, streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" };
const strong = (...regions: string[]) => regions.map((regionName) => ({ regionName, consistencyMode: "STRONG" }));
const consistency = page("amazondynamodb/latest/developerguide/V2globaltables_HowItWorks");

/** Regions that keep each other's writes at once, by set. */
const sets = [
  "us-east-1 us-east-2 us-west-2",
  "eu-west-1 eu-west-2 eu-west-3 eu-central-1",
  "ap-northeast-1 ap-northeast-2 ap-northeast-3",
];

const ofTable: TypeRows = {
  type: "aws:dynamodb/table:Table",
  source: api("dynamodb", "CreateTable"),
  rows: [
    together(
      "the attributes are the keys of the table and of its indexes, and no others",
      { join: "tableKeys", source: page("amazondynamodb/latest/APIReference/API_CreateTable") },
      { name: "orders", billingMode: "PAY_PER_REQUEST", hashKey: "id" },
      { attributes: [{ name: "id", type: "S" }] },
      { attributes: [{ name: "number", type: "S" }] },
    ),
    together(
      "the indexes of a table project 100 attributes in all",
      { join: "projected", source: page("amazondynamodb/latest/developerguide/ServiceQuotas") },
      table,
      { globalSecondaryIndexes: ["by-a", "by-b", "by-c", "by-d", "by-e"].map((name) => index(name, 20)) },
      { globalSecondaryIndexes: ["by-a", "by-b", "by-c", "by-d", "by-e", "by-f"].map((name) => index(name, 19)) },
    ),
    together(
      "the key of a replica is in the replica's Region",
      { join: "replicaKeys" },
      { ...replicated, serverSideEncryption: { enabled: true, kmsKeyArn: key("eu-west-1") } },
      { replicas: [{ regionName: "eu-central-1", kmsKeyArn: key("eu-central-1") }] },
      { replicas: [{ regionName: "eu-central-1", kmsKeyArn: key("eu-west-1") }] },
    ),
    together(
      "every replica names a key of its own, or none does",
      {
        anyOf: [
          { properties: { replicas: { items: { excluded: ["kmsKeyArn"] } } } },
          { properties: { replicas: { items: { required: ["kmsKeyArn"] } } } },
        ],
      },
      { ...replicated, serverSideEncryption: { enabled: true, kmsKeyArn: key("eu-west-1") } },
      { replicas: [{ regionName: "eu-central-1", kmsKeyArn: key("eu-central-1") }] },
      { replicas: [{ regionName: "eu-central-1", kmsKeyArn: key("eu-central-1") }, { regionName: "us-east-1" }] },
    ),
    {
      at: "replicas",
      fact: "replicas with strong consistency are of one set of Regions",
      if: { contains: { properties: { consistencyMode: { const: "STRONG" } }, required: ["consistencyMode"] } },
      then: { anyOf: sets.map((set) => ({ items: { properties: { regionName: { enum: set.split(" ") } } } })) },
      source: consistency,
      good: strong("eu-west-2", "eu-central-1"),
      bad: strong("eu-west-2", "us-east-1"),
    },
    ...(
      [
        [
          "localSecondaryIndexes[]",
          { localSecondaryIndexes: [{ name: "by-date", rangeKey: "date", projectionType: "ALL" }], rangeKey: "n" },
        ],
        ["ttl.enabled", { ttl: { enabled: true, attributeName: "until" } }],
      ] as const
    ).map(([property, value]): Row =>
      together(
        `a table with strong consistency has no ${property.startsWith("ttl") ? "time to live" : "local indexes"}`,
        {
          if: {
            properties: {
              replicas: {
                contains: { properties: { consistencyMode: { const: "STRONG" } }, required: ["consistencyMode"] },
              },
            },
            required: ["replicas[]"],
          },
          then: { excluded: [property] },
          source: consistency,
        },
        { ...table, ...value, replicas: strong("eu-west-2", "eu-central-1") },
        { replicas: [{ regionName: "eu-central-1" }] },
        {},
      ),
    ),
    together(
      "a witness is for strong consistency",
      {
        if: { required: ["globalTableWitness"] },
        then: {
          properties: { "replicas[].consistencyMode": { const: "STRONG" } },
          required: ["replicas[].consistencyMode"],
        },
        source: consistency,
      },
      { ...table, globalTableWitness: { regionName: "eu-west-3" } },
      { replicas: strong("eu-west-2") },
      { replicas: [{ regionName: "eu-west-2" }] },
    ),
    together(
      "the witness is in another Region than the replicas",
      { uniqueAcross: ["globalTableWitness.regionName", "replicas[].regionName"], source: consistency },
      { ...table, replicas: strong("eu-west-2") },
      { globalTableWitness: { regionName: "eu-west-3" } },
      { globalTableWitness: { regionName: "eu-west-2" } },
    ),
    only("a recoveryPeriodInDays needs point-in-time recovery on", { "pointInTimeRecovery.enabled": false }, [
      "pointInTimeRecovery.recoveryPeriodInDays",
    ])(
      table,
      { pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 7 } },
      { pointInTimeRecovery: { enabled: false, recoveryPeriodInDays: 7 } },
    ),
    { at: "warmThroughput.readUnitsPerSecond", minimum: 12000, source: measured, good: 12000, bad: 6000 },
    { at: "warmThroughput.writeUnitsPerSecond", minimum: 4000, source: measured, good: 4000, bad: 2000 },
    {
      at: "importTable.inputFormatOptions.csv.delimiter",
      fact: "a delimiter is one of , ; : | tab and space",
      pattern: "^[,;:|\\t ]$",
      source: api("dynamodb", "CsvOptions"),
      good: ";",
      bad: "#",
    },
    {
      at: "localSecondaryIndexes[]",
      fact: "a local index has a range key",
      required: ["rangeKey"],
      good: { name: "by-date", rangeKey: "date", projectionType: "ALL" },
      bad: { name: "by-date", projectionType: "ALL" },
    },
    {
      at: "localSecondaryIndexes[]",
      fact: "the projection INCLUDE names nonKeyAttributes",
      when: { projectionType: "INCLUDE" },
      required: ["nonKeyAttributes[]"],
      good: { name: "by-date", rangeKey: "date", projectionType: "INCLUDE", nonKeyAttributes: ["a"] },
      bad: { name: "by-date", rangeKey: "date", projectionType: "INCLUDE" },
    },
    sameRegion("serverSideEncryption.kmsKeyArn", "the key of a table is in its own Region", key("eu-west-1")),
  ],
};

/** DynamoDB: settings that go together, or do not. */
export const dynamodbCombinations: readonly TypeRows[] = [
  ofTable,
  {
    type: "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination",
    source: api("dynamodb", "EnableKinesisStreamingDestination"),
    rows: [
      sameRegion(
        "streamArn",
        "the stream is in the table's own Region",
        "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      ),
    ],
  },
  {
    type: "aws:dynamodb/resourcePolicy:ResourcePolicy",
    source: api("dynamodb", "PutResourcePolicy"),
    rows: [
      {
        at: "policy",
        fact: "a policy of a table is an IAM policy document whose statements name a Principal and a Resource",
        format: "resourcePolicyWithResource",
        good: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"dynamodb:GetItem","Resource":"*"}]}',
        bad: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"*"}]}',
      },
    ],
  },
  {
    type: "aws:dynamodb/table:Table",
    source: api("dynamodb", "InputFormatOptions"),
    rows: [
      {
        at: "importTable",
        fact: "inputFormatOptions are for CSV",
        when: { inputFormat: ["DYNAMODB_JSON", "ION"] },
        excluded: ["inputFormatOptions"],
        good: { inputFormat: "CSV", s3BucketSource: { bucket: "b" }, inputFormatOptions: { csv: { delimiter: "," } } },
        bad: { inputFormat: "ION", s3BucketSource: { bucket: "b" }, inputFormatOptions: { csv: { delimiter: "," } } },
      },
    ],
  },
];
