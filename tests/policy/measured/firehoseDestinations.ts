import { type Fact, facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const roleArn = "arn:aws:iam::111122223333:role/r";
const s3Configuration = { roleArn, bucketArn: "arn:aws:s3:::logs" };
const secretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-abcdef";
const secret = { secretsManagerConfiguration: { enabled: true, roleArn, secretArn } };

/** Facts of one destination, whose further arguments the destination requires. */
const into =
  (destination: string, block: string, further: Arguments) =>
  (says: string, bad: Arguments, good: Arguments): Fact =>
    ofType("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", { name: "logs", destination })(
      says,
      { [block]: { s3Configuration, ...further, ...bad } },
      { [block]: { s3Configuration, ...further, ...good } },
    );

const serverless = into("opensearchserverless", "opensearchserverlessConfiguration", { indexName: "i", roleArn });
const search = into("opensearch", "opensearchConfiguration", { indexName: "i", roleArn });
const http = into("http_endpoint", "httpEndpointConfiguration", { url: "https://logs.example.com", roleArn });
const iceberg = into("iceberg", "icebergConfiguration", { roleArn });
const splunk = into("splunk", "splunkConfiguration", { hecToken: "51D4DA16-C61B-4F5F-8EC7-ED4301342A4A" });
const redshift = into("redshift", "redshiftConfiguration", {
  roleArn,
  clusterJdbcurl: "jdbc:redshift://c.eu-west-1.redshift.amazonaws.com:5439/d",
  dataTableName: "t",
  username: "u",
});
const snowflake = into("snowflake", "snowflakeConfiguration", {
  roleArn,
  accountUrl: "https://a.eu-west-1.snowflakecomputing.com",
  database: "d",
  schema: "s",
  table: "t",
});

const domainArn = "arn:aws:es:eu-west-1:111122223333:domain/logs";
const catalogArn = "arn:aws:glue:eu-west-1:111122223333:catalog";
const table = { destinationTableConfigurations: [{ databaseName: "d", tableName: "t" }] };
const attributes = (...names: readonly string[]) => ({
  requestConfiguration: { commonAttributes: names.map((name) => ({ name, value: "v" })) },
});
const password = { password: "Abcdefgh1" };
const person = { user: "u", privateKey: "k".repeat(300) };

export const firehoseDestinations: FactsByName = {
  "firehose-aoss-collection-endpoint": serverless(
    "a collection has its address",
    {},
    { collectionEndpoint: "https://c.eu-west-1.aoss.amazonaws.com" },
  ),
  "firehose-http-attribute-name-unique": http(
    "attributes of requests have names of their own",
    attributes("a", "a"),
    attributes("a", "b"),
  ),
  "firehose-http-buffer-size": http("a request has 64 MB at most", { bufferingSize: 65 }, { bufferingSize: 64 }),
  "firehose-iceberg-backup-mode": iceberg(
    "what a table refuses is kept",
    { catalogArn, ...table, s3BackupMode: "AllData" },
    { catalogArn, ...table, s3BackupMode: "FailedDataOnly" },
  ),
  "firehose-iceberg-catalog-arn-format": iceberg(
    "a catalog is Glue's",
    { catalogArn: "arn:aws:glue:eu-west-1:111122223333:database/d", ...table },
    { catalogArn, ...table },
  ),
  "firehose-iceberg-default-table-config": iceberg("records go to a table", { catalogArn }, { catalogArn, ...table }),
  "firehose-opensearch-endpoint-exclusive": search(
    "a domain is named by its ARN or its address",
    { domainArn, clusterEndpoint: "https://d.eu-west-1.es.amazonaws.com" },
    { domainArn },
  ),
  "firehose-opensearch-endpoint-required": search("a domain is named", {}, { domainArn }),
  "firehose-opensearch-type-name": facts("a domain of today has no types", typed("t"), typed(undefined)),
  "firehose-redshift-credentials": redshift("Redshift is signed in to with a password", {}, password),
  "firehose-redshift-prefix-no-expression": redshift(
    "Redshift reads a prefix as it is",
    {
      ...password,
      s3Configuration: {
        ...s3Configuration,
        prefix: "!{timestamp:yyyy}/",
        errorOutputPrefix: "!{firehose:error-output-type}/",
      },
    },
    { ...password, s3Configuration: { ...s3Configuration, prefix: "logs/" } },
  ),
  "firehose-redshift-s3-compression": redshift(
    "Redshift reads GZIP",
    { ...password, s3Configuration: { ...s3Configuration, compressionFormat: "Snappy" } },
    { ...password, s3Configuration: { ...s3Configuration, compressionFormat: "GZIP" } },
  ),
  "firehose-secrets-manager-region": snowflake(
    "a secret is in the stream's Region",
    {
      secretsManagerConfiguration: { enabled: true, roleArn, secretArn: secretArn.replace("eu-west-1", "us-east-1") },
    },
    secret,
  ),
  "firehose-secrets-manager-secret-arn": snowflake(
    "a secret is named",
    { secretsManagerConfiguration: { enabled: true, roleArn } },
    secret,
  ),
  "firehose-snowflake-credentials": snowflake("Snowflake is signed in to with a key", { user: "u" }, person),
  "firehose-snowflake-json-mapping-columns": snowflake(
    "JSON is mapped to the table's own columns",
    { ...person, dataLoadingOption: "JSON_MAPPING", contentColumnName: "c" },
    { ...person, dataLoadingOption: "JSON_MAPPING" },
  ),
  "firehose-snowflake-role-config": snowflake(
    "a role of Snowflake is named",
    { ...person, snowflakeRoleConfiguration: { enabled: true } },
    { ...person, snowflakeRoleConfiguration: { enabled: true, snowflakeRole: "loader" } },
  ),
  "firehose-snowflake-user": snowflake(
    "Snowflake is signed in to by somebody",
    { privateKey: person.privateKey },
    person,
  ),
  "firehose-snowflake-variant-columns": snowflake(
    "content and what is known of it have columns",
    { ...person, dataLoadingOption: "VARIANT_CONTENT_AND_METADATA_MAPPING", contentColumnName: "c" },
    {
      ...person,
      dataLoadingOption: "VARIANT_CONTENT_AND_METADATA_MAPPING",
      contentColumnName: "c",
      metadataColumnName: "m",
    },
  ),
  "firehose-splunk-hec-endpoint-https": splunk(
    "Splunk is reached over HTTPS",
    { hecEndpoint: "http://splunk.example.com:8088", hecEndpointType: "Raw" },
    { hecEndpoint: "https://splunk.example.com:8088", hecEndpointType: "Raw" },
  ),
};

function typed(typeName: string | undefined): readonly Made[] {
  const domain = "aws:opensearch/domain:Domain";
  return [
    [domain, "domain", { domainName: "logs", engineVersion: "OpenSearch_2.11", arn: domainArn }],
    [
      "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
      "stream",
      {
        name: "logs",
        destination: "opensearch",
        opensearchConfiguration: { s3Configuration, indexName: "i", roleArn, domainArn, typeName },
      },
      { opensearchConfiguration: `${domain} domain` },
    ],
  ];
}
