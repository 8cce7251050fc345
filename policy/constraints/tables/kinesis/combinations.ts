import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { needs, only, sameRegion, together } from "../together";

const guide = (name: string) => page(`firehose/latest/dev/${name}`);
const role = "arn:aws:iam::111122223333:role/r";
const lambda = "arn:aws:lambda:eu-west-1:111122223333:function:f:1";
const secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-AbCdEf";
const key = "arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-1111-1111-111111111111";
const bucket = { roleArn: role, bucketArn: "arn:aws:s3:::logs" };
const parameter = (parameterName: string, parameterValue: string) => ({ parameterName, parameterValue });

/** The blocks of destinations, each with its own settings of processing, logs and secrets. */
const destinations = [
  "extendedS3Configuration", "redshiftConfiguration", "elasticsearchConfiguration", "opensearchConfiguration",
  "opensearchserverlessConfiguration", "splunkConfiguration", "httpEndpointConfiguration", "icebergConfiguration", "snowflakeConfiguration",
]; // prettier-ignore

const secretive = [
  "redshiftConfiguration",
  "splunkConfiguration",
  "httpEndpointConfiguration",
  "snowflakeConfiguration",
];

/** A parameter of a processor, found by its name: its value is of some form. */
const parameterValue = (
  at: string,
  type: string,
  name: string,
  takes: string,
  pattern: string,
  good: string,
  bad: string,
): Row => ({
  at: `${at}.processingConfiguration.processors[]`,
  fact: `${name} of ${type} is ${takes}`,
  when: { type },
  properties: {
    parameters: { items: { when: { parameterName: name }, properties: { parameterValue: { pattern } } } },
  },
  source: api("firehose", "ProcessorParameter"),
  good: { type, parameters: [parameter("LambdaArn", lambda), parameter(name, good)] },
  bad: { type, parameters: [parameter("LambdaArn", lambda), parameter(name, bad)] },
});

/** A processor cannot do without a parameter. */
const parameterNeeded = (
  at: string,
  type: string,
  name: string,
  value: string,
  others: readonly object[] = [],
): Row => ({
  at: `${at}.processingConfiguration.processors[]`,
  fact: `a processor of ${type} has the parameter ${name}`,
  when: { type },
  required: ["parameters[]"],
  properties: {
    parameters: { contains: { properties: { parameterName: { const: name } }, required: ["parameterName"] } },
  },
  source: api("firehose", "ProcessorParameter"),
  good: { type, parameters: [...others, parameter(name, value)] },
  bad: { type, parameters: [...others, parameter("RoleArn", role)] },
});

const processors = (at: string): readonly Row[] => [
  parameterNeeded(at, "Lambda", "LambdaArn", lambda),
  parameterValue(at, "Lambda", "NumberOfRetries", "0 to 300", "^([0-9]|[1-9][0-9]|[12][0-9][0-9]|300)$", "3", "301"),
  parameterValue(at, "Lambda", "BufferSizeInMBs", "0.2 to 3", "^(0\\.[2-9]\\d*|[12](\\.\\d+)?|3(\\.0+)?)$", "3", "4"),
  parameterValue(at, "Lambda", "BufferIntervalInSeconds", "0 to 900", "^(\\d{1,2}|[1-8]\\d\\d|900)$", "60", "901"),
  parameterValue(
    at,
    "CloudWatchLogProcessing",
    "DataMessageExtraction",
    "true or false",
    "^([Tt]rue|[Ff]alse|TRUE|FALSE)$",
    "true",
    "yes",
  ),
  {
    at: `${at}.processingConfiguration.processors[]`,
    fact: "the buffer of a function has a size and an interval, or neither",
    when: { type: "Lambda" },
    join: "bufferHints",
    good: {
      type: "Lambda",
      parameters: [
        parameter("LambdaArn", lambda),
        parameter("BufferSizeInMBs", "1"),
        parameter("BufferIntervalInSeconds", "60"),
      ],
    },
    bad: { type: "Lambda", parameters: [parameter("LambdaArn", lambda), parameter("BufferSizeInMBs", "1")] },
  },
  {
    at: `${at}.processingConfiguration.processors`,
    fact: "a destination has one processor of Lambda",
    contains: { properties: { type: { const: "Lambda" } }, required: ["type"] },
    minContains: 0,
    maxContains: 1,
    source: measured,
    good: [{ type: "Lambda", parameters: [parameter("LambdaArn", lambda)] }],
    bad: [
      { type: "Lambda", parameters: [parameter("LambdaArn", lambda)] },
      { type: "Lambda", parameters: [parameter("LambdaArn", lambda)] },
    ],
  },
  {
    at: `${at}.processingConfiguration.processors`,
    fact: "CloudWatchLogProcessing comes with Decompression",
    if: { contains: { properties: { type: { const: "CloudWatchLogProcessing" } }, required: ["type"] } },
    then: { contains: { properties: { type: { const: "Decompression" } }, required: ["type"] } },
    source: guide("Message_extraction"),
    good: [
      { type: "Decompression", parameters: [parameter("CompressionFormat", "GZIP")] },
      { type: "CloudWatchLogProcessing", parameters: [parameter("DataMessageExtraction", "true")] },
    ],
    bad: [{ type: "CloudWatchLogProcessing", parameters: [parameter("DataMessageExtraction", "true")] }],
  },
  {
    at: `${at}.processingConfiguration.processors`,
    maxItems: 5,
    source: measured,
    good: [{ type: "Lambda", parameters: [parameter("LambdaArn", lambda)] }],
    bad: Array.from({ length: 6 }, () => ({ type: "Decompression" })),
  },
  {
    at: `${at}.cloudwatchLoggingOptions`,
    fact: "logs that are on have a logGroupName and a logStreamName",
    when: { enabled: true },
    required: ["logGroupName", "logStreamName"],
    source: api("firehose", "CloudWatchLoggingOptions"),
    good: { enabled: true, logGroupName: "g", logStreamName: "s" },
    bad: { enabled: true },
  },
];

const secretRows = (at: string): readonly Row[] => [
  sameRegion(`${at}.secretsManagerConfiguration.secretArn`, "the secret is in the stream's own Region", secret),
  {
    at: `${at}.secretsManagerConfiguration`,
    fact: "a secret that is on has its ARN",
    when: { enabled: true },
    required: ["secretArn"],
    source: api("firehose", "SecretsManagerConfiguration"),
    good: { enabled: true, secretArn: secret, roleArn: role },
    bad: { enabled: true, roleArn: role },
  },
];

/** What a destination needs where no secret holds it. */
const credentials = (at: string, names: readonly string[]): readonly Row[] =>
  names.map((name) => ({
    at,
    fact: `${name} is given, or a secret has it`,
    if: { required: ["roleArn"] },
    then: { requiredOr: [name, "secretsManagerConfiguration.enabled"] },
    source: api("firehose", "SecretsManagerConfiguration"),
    good: { roleArn: role, [name]: "x" },
    bad: { roleArn: role },
  }));

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

const extended: readonly Row[] = [
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

const stream = { name: "s" };

const firehose: TypeRows = {
  type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  source: api("firehose", "CreateDeliveryStream"),
  rows: [
    together(
      "a stream has the block of one destination",
      { atMostOne: destinations },
      { name: "s", destination: "extended_s3" },
      { extendedS3Configuration: bucket },
      { extendedS3Configuration: bucket, splunkConfiguration: { hecEndpoint: "https://a.example.com" } },
    ),
    ...destinations.flatMap(processors),
    ...secretive.flatMap(secretRows),
    ...credentials("redshiftConfiguration", ["password", "username"]),
    ...credentials("snowflakeConfiguration", ["privateKey", "user"]),
    ...extended,
    sameRegion("serverSideEncryption.keyArn", "the key is in the stream's own Region", key),
    { at: "httpEndpointConfiguration.bufferingSize", minimum: 1, maximum: 64, good: 64, bad: 65 },
    {
      at: "httpEndpointConfiguration.requestConfiguration.commonAttributes",
      fact: "an attribute stands once",
      uniqueKeys: ["name"],
      good: [{ name: "a", value: "1" }],
      bad: [
        { name: "a", value: "1" },
        { name: "a", value: "2" },
      ],
    },
    {
      at: "redshiftConfiguration.s3Configuration.compressionFormat",
      enum: ["UNCOMPRESSED", "GZIP"],
      source: api("firehose", "RedshiftDestinationConfiguration"),
      good: "GZIP",
      bad: "Snappy",
    },
    {
      at: "redshiftConfiguration.s3Configuration.prefix",
      fact: "what goes to Redshift has no expressions in its prefix",
      not: { pattern: "!\\{" },
      source: measured,
      good: "orders/",
      bad: "orders/!{timestamp:yyyy}/",
    },
    {
      at: "splunkConfiguration.hecEndpoint",
      fact: "the endpoint of Splunk is an https address",
      pattern: "^https://",
      good: "https://splunk.example.com:8088",
      bad: "http://splunk.example.com:8088",
    },
    {
      at: "opensearchConfiguration",
      fact: "a domain is named by domainArn or by clusterEndpoint",
      if: { required: ["roleArn"] },
      then: { requiredOr: ["domainArn", "clusterEndpoint"] },
      good: { roleArn: role, indexName: "i", domainArn: "arn:aws:es:eu-west-1:111122223333:domain/d" },
      bad: { roleArn: role, indexName: "i" },
    },
    {
      at: "opensearchConfiguration.typeName",
      fact: "domains of OpenSearch, and of Elasticsearch 7 and newer, have no types",
      pattern: "^$",
      source: api("firehose", "AmazonopensearchserviceDestinationConfiguration"),
      good: "",
      bad: "_doc",
      fix: "Remove typeName.",
    },
    {
      at: "opensearchserverlessConfiguration",
      fact: "a collection is named by its endpoint",
      required: ["collectionEndpoint"],
      good: { roleArn: role, indexName: "i", collectionEndpoint: "https://c.eu-west-1.aoss.amazonaws.com" },
      bad: { roleArn: role, indexName: "i" },
    },
    {
      at: "icebergConfiguration.catalogArn",
      fact: "a catalog is one of Glue or of S3 Tables",
      pattern: "^arn:[^:]*:(glue|s3tables):",
      good: "arn:aws:glue:eu-west-1:111122223333:catalog",
      bad: "arn:aws:s3:::catalog",
    },
    {
      at: "icebergConfiguration",
      fact: "a stream without processors names its table",
      if: { excluded: ["processingConfiguration.processors[]"] },
      then: { required: ["destinationTableConfigurations[]"] },
      source: measured,
      good: { destinationTableConfigurations: [{ databaseName: "d", tableName: "t" }] },
      bad: { roleArn: role },
    },
    only("JSON_MAPPING has no names of columns", { "snowflakeConfiguration.dataLoadingOption": "JSON_MAPPING" }, [
      "snowflakeConfiguration.contentColumnName",
      "snowflakeConfiguration.metadataColumnName",
    ])(
      { ...stream, destination: "snowflake" },
      { snowflakeConfiguration: { dataLoadingOption: "VARIANT_CONTENT_MAPPING", contentColumnName: "c" } },
      { snowflakeConfiguration: { dataLoadingOption: "JSON_MAPPING", contentColumnName: "c" } },
    ),
    needs(
      "VARIANT_CONTENT_AND_METADATA_MAPPING names both columns",
      { "snowflakeConfiguration.dataLoadingOption": "VARIANT_CONTENT_AND_METADATA_MAPPING" },
      ["snowflakeConfiguration.contentColumnName", "snowflakeConfiguration.metadataColumnName"],
    )(
      { ...stream, destination: "snowflake" },
      {
        snowflakeConfiguration: {
          dataLoadingOption: "VARIANT_CONTENT_AND_METADATA_MAPPING",
          contentColumnName: "c",
          metadataColumnName: "m",
        },
      },
      { snowflakeConfiguration: { dataLoadingOption: "VARIANT_CONTENT_AND_METADATA_MAPPING", contentColumnName: "c" } },
    ),
  ],
};

const policy = (statement: object) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });

/** Kinesis and Firehose: settings that go together, or do not. */
export const kinesisCombinations: readonly TypeRows[] = [
  firehose,
  {
    type: "aws:kinesis/stream:Stream",
    source: api("kinesis", "CreateStream"),
    rows: [
      sameRegion("kmsKeyId", "the key is in the stream's own Region", key),
      {
        at: "shardLevelMetrics",
        fact: "ALL stands alone",
        if: { contains: { const: "ALL" } },
        then: { maxItems: 1 },
        good: ["ALL"],
        bad: ["ALL", "IncomingBytes"],
      },
      together(
        "warmThroughputMibPs is for streams ON_DEMAND",
        { dependentExcluded: { warmThroughputMibPs: ["shardCount"] } },
        { name: "s", warmThroughputMibPs: 100 },
        { streamModeDetails: { streamMode: "ON_DEMAND" } },
        { shardCount: 1 },
      ),
    ],
  },
  {
    type: "aws:kinesis/streamConsumer:StreamConsumer",
    source: api("kinesis", "RegisterStreamConsumer"),
    rows: [
      sameRegion(
        "streamArn",
        "a consumer is in the Region of its stream",
        "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      ),
      together(
        "two consumers of a stream have different names",
        {
          onlyOne: ["name", "streamArn"],
          beside: {
            first: {
              type: "aws:kinesis/streamConsumer:StreamConsumer",
              properties: {
                name: "c",
                streamArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
                region: "eu-west-1",
              },
            },
          },
        },
        { streamArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders" },
        { name: "d" },
        { name: "c" },
      ),
    ],
  },
  {
    type: "aws:kinesis/resourcePolicy:ResourcePolicy",
    source: api("kinesis", "PutResourcePolicy"),
    rows: [
      sameRegion(
        "resourceArn",
        "a policy is in the Region of its stream",
        "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      ),
      {
        at: "policy",
        fact: "a policy of a stream is a document of IAM whose statements name a Principal",
        format: "streamPolicy",
        source: page("streams/latest/dev/resource-based-policy-examples"),
        good: policy({
          Principal: { AWS: "111122223333" },
          Action: "kinesis:GetRecords",
          Resource: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
        }),
        bad: policy({
          Principal: { AWS: "111122223333" },
          Action: "*",
          Resource: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
        }),
      },
    ],
  },
  {
    type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    source: api("firehose", "MSKSourceConfiguration"),
    rows: [
      {
        at: "mskSourceConfiguration",
        fact: "a source of MSK names the cluster, the topic and who reads it",
        required: ["mskClusterArn", "topicName", "authenticationConfiguration"],
        good: {
          mskClusterArn: "arn:aws:kafka:eu-west-1:111122223333:cluster/c/1",
          topicName: "t",
          authenticationConfiguration: { connectivity: "PRIVATE", roleArn: role },
        },
        bad: { topicName: "t" },
      },
      {
        at: "kinesisSourceConfiguration",
        fact: "a source of Kinesis names the stream and the role that reads it",
        required: ["kinesisStreamArn", "roleArn"],
        good: { kinesisStreamArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/s", roleArn: role },
        bad: { roleArn: role },
      },
      {
        at: "snowflakeConfiguration.snowflakeRoleConfiguration",
        fact: "a role that is on has its name",
        when: { enabled: true },
        required: ["snowflakeRole"],
        source: api("firehose", "SnowflakeRoleConfiguration"),
        good: { enabled: true, snowflakeRole: "R" },
        bad: { enabled: true },
      },
    ],
  },
  {
    type: "aws:kinesis/resourcePolicy:ResourcePolicy",
    source: api("kinesis", "PutResourcePolicy"),
    rows: [
      together(
        "each statement of a policy is about the resource that it is for",
        { join: "ownResource" },
        { resourceArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders" },
        {
          policy: policy({
            Principal: { AWS: "111122223333" },
            Action: "kinesis:GetRecords",
            Resource: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
          }),
        },
        { policy: policy({ Principal: { AWS: "111122223333" }, Action: "kinesis:GetRecords", Resource: "*" }) },
      ),
    ],
  },
];
