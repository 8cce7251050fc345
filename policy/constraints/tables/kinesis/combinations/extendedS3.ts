import { type Row } from "../../../schema";
import { api } from "../../pages";
import { sameRegion } from "../../together";
import { parameterNeeded, parameterValue } from "./processors";
import { bucket, guide, key, lambda, parameter } from "./shared";

const prefixes = (at: string): readonly Row[] =>
  (["prefix", "errorOutputPrefix"] as const).map((name) => ({
    at: `${at}.${name}`,
    fact: "an expression is !{namespace:value} of firehose, timestamp, partitionKeyFromQuery or partitionKeyFromLambda",
    not: {
      pattern:
        "!\\{(?!(firehose:(random-string|error-output-type)|timestamp:[^{}]+|partitionKeyFromQuery:[^{}]+|partitionKeyFromLambda:[^{}]+)\\})",
    },
    source: guide("s3-prefixes"),
    good: name === "prefix" ? "logs/!{timestamp:yyyy}/" : "e/!{firehose:error-output-type}/!{timestamp:yyyy}/",
    bad: name === "prefix" ? "logs/!{time:yyyy}/" : "e/!{firehose:error-output-type}/!{time:yyyy}/",
  }));

const conversion = "extendedS3Configuration.dataFormatConversionConfiguration";
const partitioned = {
  dynamicPartitioningConfiguration: { enabled: true },
  bufferingSize: 64,
  errorOutputPrefix: "e/!{firehose:error-output-type}/",
};
const processing = (...all: object[]) => ({ processingConfiguration: { enabled: true, processors: all } });
const extraction = (query: string) => ({
  type: "MetadataExtraction",
  parameters: [parameter("MetadataExtractionQuery", query), parameter("JsonParsingEngine", "JQ-1.6")],
});

export const extended: readonly Row[] = [
  ...prefixes("extendedS3Configuration"),
  {
    at: "extendedS3Configuration.errorOutputPrefix",
    fact: "an errorOutputPrefix has no keys of partitions",
    not: { pattern: "!\\{partitionKeyFrom" },
    source: guide("s3-prefixes"),
    good: "e/!{firehose:error-output-type}/",
    bad: "e/!{partitionKeyFromQuery:team}/!{firehose:error-output-type}/",
  },
  {
    at: "extendedS3Configuration",
    fact: "dynamic partitioning needs keys of partitions in the prefix",
    when: { "dynamicPartitioningConfiguration.enabled": true },
    required: ["prefix"],
    properties: { prefix: { pattern: "!\\{partitionKeyFrom(Query|Lambda):" } },
    source: guide("dynamic-partitioning-s3bucketprefix"),
    good: {
      ...bucket,
      ...partitioned,
      prefix: "d/!{partitionKeyFromLambda:team}/",
      ...processing({ type: "Lambda", parameters: [parameter("LambdaArn", lambda)] }),
    },
    bad: {
      ...bucket,
      ...partitioned,
      prefix: "d/",
      ...processing({ type: "Lambda", parameters: [parameter("LambdaArn", lambda)] }),
    },
  },
  ...(["MetadataExtraction", "RecordDeAggregation"] as const).map((type): Row => ({
    at: "extendedS3Configuration",
    fact: `${type} needs dynamic partitioning`,
    if: {
      properties: {
        "processingConfiguration.processors": {
          contains: { properties: { type: { const: type } }, required: ["type"] },
        },
      },
      required: ["processingConfiguration.processors[]"],
    },
    then: {
      required: ["dynamicPartitioningConfiguration"],
      properties: { "dynamicPartitioningConfiguration.enabled": { const: true } },
    },
    source: guide("dynamic-partitioning-enable"),
    good: { ...bucket, bufferingSize: 64 },
    bad: {
      ...bucket,
      bufferingSize: 64,
      ...processing(
        type === "MetadataExtraction"
          ? extraction("{team: .team}")
          : { type, parameters: [parameter("SubRecordType", "JSON")] },
      ),
    },
  })),
  {
    at: "extendedS3Configuration",
    fact: "each key of the MetadataExtractionQuery is in the prefix",
    join: "partitionKeys",
    source: guide("dynamic-partitioning-partitioning-keys"),
    good: {
      ...bucket,
      ...partitioned,
      prefix: "d/!{partitionKeyFromQuery:team}/",
      ...processing(extraction("{team: .team}")),
    },
    bad: {
      ...bucket,
      ...partitioned,
      prefix: "d/!{partitionKeyFromQuery:team}/",
      ...processing(extraction("{team: .team, year: .year}")),
    },
  },
  parameterNeeded("extendedS3Configuration", "MetadataExtraction", "MetadataExtractionQuery", "{team: .team}", [
    parameter("JsonParsingEngine", "JQ-1.6"),
  ]),
  parameterNeeded("extendedS3Configuration", "MetadataExtraction", "JsonParsingEngine", "JQ-1.6", [
    parameter("MetadataExtractionQuery", "{team: .team}"),
  ]),
  {
    ...parameterValue(
      "extendedS3Configuration",
      "RecordDeAggregation",
      "SubRecordType",
      "JSON or DELIMITED",
      "^(JSON|DELIMITED)$",
      "JSON",
      "CSV",
    ),
  },
  {
    at: "extendedS3Configuration.processingConfiguration.processors[]",
    fact: "records apart by a delimiter name it",
    if: {
      properties: {
        type: { const: "RecordDeAggregation" },
        parameters: {
          contains: { properties: { parameterValue: { const: "DELIMITED" } }, required: ["parameterValue"] },
        },
      },
      required: ["type", "parameters[]"],
    },
    then: {
      properties: {
        parameters: {
          contains: { properties: { parameterName: { const: "Delimiter" } }, required: ["parameterName"] },
        },
      },
    },
    source: guide("dynamic-partitioning-multirecord-deaggergation"),
    good: {
      type: "RecordDeAggregation",
      parameters: [parameter("SubRecordType", "DELIMITED"), parameter("Delimiter", "Cgo=")],
    },
    bad: { type: "RecordDeAggregation", parameters: [parameter("SubRecordType", "DELIMITED")] },
  },
  {
    at: conversion,
    fact: "a conversion that is on has an input format with one deserializer",
    if: { properties: { enabled: { not: { const: false } } } },
    then: {
      requiredXor: [
        "inputFormatConfiguration.deserializer.hiveJsonSerDe",
        "inputFormatConfiguration.deserializer.openXJsonSerDe",
      ],
    },
    source: api("firehose", "Deserializer"),
    good: {
      inputFormatConfiguration: { deserializer: { openXJsonSerDe: {} } },
      outputFormatConfiguration: { serializer: { parquetSerDe: {} } },
    },
    bad: { inputFormatConfiguration: {}, outputFormatConfiguration: { serializer: { parquetSerDe: {} } } },
  },
  {
    at: conversion,
    fact: "a conversion that is on has an output format with one serializer",
    if: { properties: { enabled: { not: { const: false } } } },
    then: {
      requiredXor: [
        "outputFormatConfiguration.serializer.orcSerDe",
        "outputFormatConfiguration.serializer.parquetSerDe",
      ],
    },
    source: api("firehose", "Serializer"),
    good: {
      inputFormatConfiguration: { deserializer: { openXJsonSerDe: {} } },
      outputFormatConfiguration: { serializer: { parquetSerDe: {} } },
    },
    bad: {
      inputFormatConfiguration: { deserializer: { openXJsonSerDe: {} } },
      outputFormatConfiguration: { serializer: {} },
    },
  },
  {
    at: "extendedS3Configuration.customTimeZone",
    fact: "it is UTC or a zone of IANA",
    pattern: "^(UTC|[A-Z][A-Za-z]+/[A-Za-z_/+-]+)$",
    source: guide("s3-prefixes"),
    good: "Europe/Berlin",
    bad: "CET",
  },
  sameRegion("extendedS3Configuration.kmsKeyArn", "the key is in the stream's own Region", key),
];
