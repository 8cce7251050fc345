import { measured, type Row, type TypeRows } from "../../../schema";
import { api } from "../../pages";
import { needs, only, sameRegion, together } from "../../together";
import { extended } from "./extendedS3";
import { processors } from "./processors";
import { bucket, key, role } from "./shared";

const secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-AbCdEf";

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

/** Firehose: a stream, and its destinations. */
export const firehoseRows: readonly TypeRows[] = [
  firehose,
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
];
