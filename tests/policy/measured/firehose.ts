import { type Fact } from "../heldOut/inputs";
import { firehoseDestinations } from "./firehoseDestinations";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const roleArn = "arn:aws:iam::111122223333:role/r";
const bucketArn = "arn:aws:s3:::logs";

const stream = ofType("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", {
  name: "logs",
  destination: "extended_s3",
});

/** A fact of a stream into S3. */
const s3 = (says: string, bad: Arguments, good: Arguments, further: Arguments = {}): Fact =>
  stream(
    says,
    { extendedS3Configuration: { roleArn, bucketArn, ...bad }, ...further },
    { extendedS3Configuration: { roleArn, bucketArn, ...good }, ...further },
  );

type Processor = readonly [type: string, parameters: Record<string, string>];

const processed = (...processors: readonly Processor[]) => ({
  processingConfiguration: {
    enabled: true,
    processors: processors.map(([type, parameters]) => ({
      type,
      parameters: Object.entries(parameters).map(([parameterName, parameterValue]) => ({
        parameterName,
        parameterValue,
      })),
    })),
  },
});
const lambda = (parameters: Record<string, string> = {}): Processor => [
  "Lambda",
  { LambdaArn: "arn:aws:lambda:eu-west-1:111122223333:function:f:1", ...parameters },
];

const partitioned = {
  dynamicPartitioningConfiguration: { enabled: true },
  bufferingSize: 64,
  prefix: "!{partitionKeyFromQuery:shop}/",
  errorOutputPrefix: "errors/",
};
const extraction: Processor = [
  "MetadataExtraction",
  { MetadataExtractionQuery: "{shop: .shop}", JsonParsingEngine: "JQ-1.6" },
];
const deaggregation = (parameters: Record<string, string>) => ({
  ...partitioned,
  ...processed(extraction, ["RecordDeAggregation", parameters]),
});
const decompression: Processor = ["Decompression", { CompressionFormat: "GZIP" }];
const logProcessing = (value = "true"): Processor => ["CloudWatchLogProcessing", { DataMessageExtraction: value }];

const serDe = { openXJsonSerDe: {} };
const parquet = { parquetSerDe: {} };
const converted = (deserializer: Arguments = serDe, serializer: Arguments = parquet, beside: Arguments = {}) => ({
  bufferingSize: 64,
  dataFormatConversionConfiguration: {
    inputFormatConfiguration: { deserializer },
    outputFormatConfiguration: { serializer },
    schemaConfiguration: { databaseName: "d", tableName: "t", roleArn },
  },
  ...beside,
});

const encrypted = (serverSideEncryption: Arguments) => ({
  serverSideEncryption: { enabled: true, ...serverSideEncryption },
});
const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const elsewhere = keyArn.replace("eu-west-1", "us-east-1");

const expressions = { prefix: "!{timestamp:yyyy}/", errorOutputPrefix: "errors/!{firehose:error-output-type}/" };

const own = { extendedS3Configuration: { roleArn, bucketArn } };

export const firehose: FactsByName = {
  ...firehoseDestinations,
  "firehose-bucket-arn-format": s3("a bucket is named by its ARN", { bucketArn: "logs" }, {}),
  "firehose-cloudwatch-log-processing-decompression": s3(
    "messages of logs are taken out once they are unpacked",
    processed(logProcessing()),
    processed(decompression, logProcessing()),
  ),
  "firehose-cloudwatch-log-processing-value": s3(
    "messages of logs are taken out or not",
    processed(decompression, logProcessing("yes")),
    processed(decompression, logProcessing()),
  ),
  "firehose-cloudwatch-logging-names": s3(
    "a log has its group",
    { cloudwatchLoggingOptions: { enabled: true, logStreamName: "s" } },
    { cloudwatchLoggingOptions: { enabled: true, logStreamName: "s", logGroupName: "g" } },
  ),
  "firehose-custom-time-zone": s3(
    "a time zone is one that Firehose has",
    { ...expressions, customTimeZone: "Europe/Kyiv" },
    { ...expressions, customTimeZone: "Europe/Kiev" },
  ),
  "firehose-deserializer-one": s3(
    "records are read in one way",
    converted({ openXJsonSerDe: {}, hiveJsonSerDe: {} }),
    converted(),
  ),
  "firehose-deserializer-required": s3("records are read in some way", converted({}), converted()),
  "firehose-dfcc-compression": s3(
    "records that are converted are not packed",
    converted(serDe, parquet, { compressionFormat: "GZIP" }),
    converted(serDe, parquet, { compressionFormat: "UNCOMPRESSED" }),
  ),
  "firehose-dynamic-partitioning-buffer": s3(
    "partitions are buffered with 64 MB",
    { ...partitioned, bufferingSize: 63, ...processed(extraction) },
    { ...partitioned, ...processed(extraction) },
  ),
  "firehose-dynamic-partitioning-prefix": s3(
    "partitions are in the prefix",
    { ...partitioned, prefix: "shops/", ...processed(extraction) },
    { ...partitioned, ...processed(extraction) },
  ),
  "firehose-dynamic-partitioning-query-key": s3(
    "a key of a query is in the prefix",
    {
      ...partitioned,
      ...processed([
        "MetadataExtraction",
        { MetadataExtractionQuery: "{shop: .shop, day: .day}", JsonParsingEngine: "JQ-1.6" },
      ]),
    },
    { ...partitioned, ...processed(extraction) },
  ),
  "firehose-encryption-key-arn": stream(
    "one's own key is named",
    { ...own, ...encrypted({ keyType: "CUSTOMER_MANAGED_CMK" }) },
    { ...own, ...encrypted({ keyType: "CUSTOMER_MANAGED_CMK", keyArn }) },
  ),
  "firehose-encryption-key-region": stream(
    "one's own key is in the stream's Region",
    { ...own, ...encrypted({ keyType: "CUSTOMER_MANAGED_CMK", keyArn: elsewhere }) },
    { ...own, ...encrypted({ keyType: "CUSTOMER_MANAGED_CMK", keyArn }) },
  ),
  "firehose-encryption-kinesis-source": stream(
    "what comes from Kinesis is encrypted there",
    {
      ...own,
      kinesisSourceConfiguration: { kinesisStreamArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/s", roleArn },
      ...encrypted({ keyType: "AWS_OWNED_CMK" }),
    },
    { ...own, ...encrypted({ keyType: "AWS_OWNED_CMK" }) },
  ),
  "firehose-encryption-owned-key-arn": stream(
    "AWS's own key is not named",
    { ...own, ...encrypted({ keyType: "AWS_OWNED_CMK", keyArn }) },
    { ...own, ...encrypted({ keyType: "AWS_OWNED_CMK" }) },
  ),
  "firehose-error-output-prefix-error-type": s3(
    "a prefix of errors with expressions has their type",
    { ...expressions, errorOutputPrefix: "errors/!{timestamp:yyyy}/" },
    expressions,
  ),
  "firehose-error-output-prefix-partition-namespace": s3(
    "a prefix of errors has no partitions",
    {
      ...partitioned,
      ...processed(extraction),
      errorOutputPrefix: "!{partitionKeyFromQuery:shop}/!{firehose:error-output-type}/",
    },
    { ...partitioned, ...processed(extraction), errorOutputPrefix: "!{firehose:error-output-type}/" },
  ),
  "firehose-error-output-prefix-required": s3(
    "errors have a prefix where records have one with expressions",
    { prefix: expressions.prefix },
    expressions,
  ),
  "firehose-hive-timestamp-formats": s3(
    "a format of times is one of Joda",
    converted({ hiveJsonSerDe: { timestampFormats: ["yyyy-MM-ddTHH:mm"] } }),
    converted({ hiveJsonSerDe: { timestampFormats: ["yyyy-MM-dd'T'HH:mm"] } }),
  ),
  "firehose-metadata-extraction-dp-only": s3("keys are taken for partitions", processed(extraction), {
    ...partitioned,
    ...processed(extraction),
  }),
  "firehose-one-destination": stream("a stream has its destination", {}, own),
  "firehose-prefix-expression-syntax": s3(
    "an expression is a whole one",
    { ...expressions, prefix: "!{timestamp}/" },
    expressions,
  ),
  "firehose-prefix-expression-value": s3(
    "an expression of Firehose is one of two",
    { ...expressions, prefix: "!{firehose:hour}/" },
    { ...expressions, prefix: "!{firehose:random-string}/" },
  ),
  "firehose-prefix-length": s3(
    "a prefix has 512 characters at most",
    { prefix: "a".repeat(513) },
    { prefix: "a".repeat(512) },
  ),
  "firehose-prefix-namespace": s3(
    "an expression is of one of four kinds",
    { ...expressions, prefix: "!{time:yyyy}/" },
    expressions,
  ),
  "firehose-prefix-no-error-output-type": s3(
    "a prefix of records has no type of errors",
    { ...expressions, prefix: "!{firehose:error-output-type}/" },
    expressions,
  ),
  "firehose-processor-buffer-both": s3(
    "a buffer of a function has size and time",
    processed(lambda({ BufferSizeInMBs: "1" })),
    processed(lambda({ BufferSizeInMBs: "1", BufferIntervalInSeconds: "60" })),
  ),
  "firehose-processor-buffer-interval-range": s3(
    "a function waits 900 seconds at most",
    processed(lambda({ BufferSizeInMBs: "1", BufferIntervalInSeconds: "901" })),
    processed(lambda({ BufferSizeInMBs: "1", BufferIntervalInSeconds: "900" })),
  ),
  "firehose-processor-buffer-size-range": s3(
    "a function gets 3 MB at most",
    processed(lambda({ BufferSizeInMBs: "4", BufferIntervalInSeconds: "60" })),
    processed(lambda({ BufferSizeInMBs: "3", BufferIntervalInSeconds: "60" })),
  ),
  "firehose-processor-count": s3("there is a processor where records are processed", processed(), processed(lambda())),
  "firehose-processor-deaggregation-delimiter": s3(
    "records are divided by something",
    deaggregation({ SubRecordType: "DELIMITED" }),
    deaggregation({ SubRecordType: "DELIMITED", Delimiter: "Cg==" }),
  ),
  "firehose-processor-duplicate-type": s3("one function processes", processed(lambda(), lambda()), processed(lambda())),
  "firehose-processor-lambda-arn": s3(
    "a function is named",
    processed(["Lambda", { NumberOfRetries: "3" }]),
    processed(lambda({ NumberOfRetries: "3" })),
  ),
  "firehose-processor-metadata-params": s3(
    "keys are taken with JQ 1.6",
    { ...partitioned, ...processed(["MetadataExtraction", { MetadataExtractionQuery: "{shop: .shop}" }]) },
    { ...partitioned, ...processed(extraction) },
  ),
  "firehose-processor-retries-range": s3(
    "a function is tried again 300 times at most",
    processed(lambda({ NumberOfRetries: "301" })),
    processed(lambda({ NumberOfRetries: "300" })),
  ),
  "firehose-processor-subrecord-type": s3(
    "records are divided as JSON or by a delimiter",
    deaggregation({ SubRecordType: "CSV" }),
    deaggregation({ SubRecordType: "JSON" }),
  ),
  "firehose-record-deaggregation-dp-only": s3(
    "records are divided for partitions",
    processed(["RecordDeAggregation", { SubRecordType: "JSON" }]),
    deaggregation({ SubRecordType: "JSON" }),
  ),
  "firehose-s3-backup-config": s3(
    "a backup has its bucket",
    { s3BackupMode: "Enabled" },
    { s3BackupMode: "Enabled", s3BackupConfiguration: { roleArn, bucketArn } },
  ),
  "firehose-s3-kms-key-region": s3(
    "the key of a bucket is in the stream's Region",
    { kmsKeyArn: elsewhere },
    { kmsKeyArn: keyArn },
  ),
  "firehose-serializer-one": s3(
    "records are written in one way",
    converted(serDe, { parquetSerDe: {}, orcSerDe: {} }),
    converted(),
  ),
  "firehose-serializer-required": s3("records are written in some way", converted(serDe, {}), converted()),
};
