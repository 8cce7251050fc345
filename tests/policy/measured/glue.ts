import { type FactsByName } from "./facts";
import { glueJobs } from "./glueJobs";
import { ofType } from "./ofType";
import { beside } from "./on";
import { type Made } from "../heldOut/inputs";

type Arguments = Record<string, unknown>;

const csv = (csvClassifier: Arguments) => ({ csvClassifier: { delimiter: ",", ...csvClassifier } });
const classifier = ofType("aws:glue/classifier:Classifier", { name: "orders" });
const grok = (grokPattern: string, customPatterns?: string) => ({
  grokClassifier: {
    classification: "orders",
    grokPattern,
    ...(customPatterns === undefined ? {} : { customPatterns }),
  },
});
const connection = ofType("aws:glue/connection:Connection", { name: "orders" });
const url = { JDBC_CONNECTION_URL: "jdbc:mysql://a.example.com/orders" };
const signIn = { USERNAME: "a", PASSWORD: "Secret12345" };
const connects = (connectionType: string, connectionProperties: Arguments) => ({
  connectionType,
  connectionProperties,
});
const spark = (sfUrl: string) => connects("SNOWFLAKE", { SparkProperties: JSON.stringify({ sfUrl, secretId: "s" }) });
const s3 = { s3Targets: [{ path: "s3://b/orders" }] };
const crawler = ofType("aws:glue/crawler:Crawler", {
  databaseName: "orders",
  role: "arn:aws:iam::111122223333:role/r",
  ...s3,
});
const configured = (configuration: unknown) => ({ configuration: JSON.stringify(configuration) });
const recrawl = (recrawlBehavior: string) => ({ recrawlPolicy: { recrawlBehavior } });
const databases = ofType("aws:glue/catalogDatabase:CatalogDatabase", { name: "orders" });
const target = { targetDatabase: { catalogId: "111122223333", databaseName: "others" } };
const rules = ofType("aws:glue/dataQualityRuleset:DataQualityRuleset", { name: "orders" });
const table: Made = [
  "aws:glue/catalogTable:CatalogTable",
  "orders",
  {
    name: "orders",
    databaseName: "shop",
    partitionKeys: [
      { name: "year", type: "string" },
      { name: "month", type: "string" },
    ],
  },
];
const partition = (...partitionValues: readonly string[]): Made => [
  "aws:glue/partition:Partition",
  "subject",
  { databaseName: "shop", tableName: "orders", partitionValues },
];
const schema = ofType("aws:glue/schema:Schema", {
  schemaName: "orders",
  dataFormat: "AVRO",
  compatibility: "BACKWARD",
});
const record = (more: Arguments) => ({ schemaDefinition: JSON.stringify({ type: "record", fields: [], ...more }) });
const security = ofType("aws:glue/securityConfiguration:SecurityConfiguration", { name: "orders" });
const encryption = (s3Encryption: Arguments) => ({
  encryptionConfiguration: {
    cloudwatchEncryption: { cloudwatchEncryptionMode: "DISABLED" },
    jobBookmarksEncryption: { jobBookmarksEncryptionMode: "DISABLED" },
    s3Encryption,
  },
});
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const functions = ofType("aws:glue/userDefinedFunction:UserDefinedFunction", {
  name: "f",
  databaseName: "orders",
  className: "c",
  ownerName: "o",
  ownerType: "GROUP",
});

export const glue: FactsByName = {
  ...glueJobs,
  "glue-classifier-csv-custom-datatype": classifier(
    "a type is of Glue",
    csv({ customDatatypeConfigured: true, customDatatypes: ["BIGINT"] }),
    csv({ customDatatypeConfigured: true, customDatatypes: ["LONG"] }),
  ),
  "glue-classifier-csv-custom-datatype-flag": classifier(
    "types are configured",
    csv({ customDatatypes: ["LONG"] }),
    csv({ customDatatypeConfigured: true, customDatatypes: ["LONG"] }),
  ),
  "glue-classifier-csv-quote-symbol": classifier(
    "a quote is no delimiter",
    csv({ quoteSymbol: "," }),
    csv({ quoteSymbol: "'" }),
  ),
  "glue-classifier-csv-single-char": classifier(
    "a delimiter is one character",
    csv({ delimiter: ";;" }),
    csv({ delimiter: ";" }),
  ),
  "glue-classifier-grok-pattern-names": classifier(
    "a pattern is known",
    grok("%{ORDER:order}"),
    grok("%{ORDER:order}", "ORDER [0-9]+"),
  ),
  "glue-classifier-grok-pattern-single-line": classifier(
    "a pattern is a line",
    grok("%{INT:a}\n%{INT:b}"),
    grok("%{INT:a} %{INT:b}"),
  ),
  "glue-connection-jdbc-credentials": connection(
    "JDBC signs in",
    connects("JDBC", url),
    connects("JDBC", { ...url, ...signIn }),
  ),
  "glue-connection-network-physical-requirements": connection(
    "a network is somewhere",
    { connectionType: "NETWORK" },
    {
      connectionType: "NETWORK",
      physicalConnectionRequirements: {
        availabilityZone: "eu-west-1a",
        subnetId: "subnet-1",
        securityGroupIdLists: ["sg-1"],
      },
    },
  ),
  "glue-connection-required-properties": connection(
    "a connection has its properties",
    connects("KAFKA", { KAFKA_SSL_ENABLED: "true" }),
    connects("KAFKA", { KAFKA_BOOTSTRAP_SERVERS: "a.example.com:9094" }),
  ),
  "glue-connection-snowflake-compute-properties": connection(
    "Snowflake has properties",
    connects("SNOWFLAKE", { ROLE: "r" }),
    spark("a.snowflakecomputing.com"),
  ),
  "glue-connection-snowflake-spark-url": connection(
    "Snowflake has a host",
    spark("a.example.com"),
    spark("a.snowflakecomputing.com"),
  ),
  "glue-crawler-configuration-json": crawler(
    "a configuration is JSON",
    { configuration: "{Version: 1.0}" },
    configured({ Version: 1 }),
  ),
  "glue-crawler-configuration-version": crawler(
    "a configuration has a version",
    configured({ Grouping: {} }),
    configured({ Version: 1, Grouping: {} }),
  ),
  "glue-crawler-configuration-version-type": crawler(
    "a version is a number",
    configured({ Version: "1.0" }),
    configured({ Version: 1 }),
  ),
  "glue-crawler-dynamodb-scan-rate": crawler(
    "a scan has a rate",
    { dynamodbTargets: [{ path: "t", scanRate: 2 }] },
    { dynamodbTargets: [{ path: "t", scanRate: 1.5 }] },
  ),
  "glue-crawler-event-mode-requires-event-queue": crawler("events have a queue", recrawl("CRAWL_EVENT_MODE"), {
    ...recrawl("CRAWL_EVENT_MODE"),
    s3Targets: [{ path: "s3://b/orders", eventQueueArn: "arn:aws:sqs:eu-west-1:111122223333:q" }],
  }),
  "glue-crawler-recrawl-behavior-s3-only": crawler(
    "new folders are of S3",
    { ...recrawl("CRAWL_NEW_FOLDERS_ONLY"), dynamodbTargets: [{ path: "t" }] },
    recrawl("CRAWL_NEW_FOLDERS_ONLY"),
  ),
  "glue-crawler-s3-target-path": crawler("a path has no slash first", { s3Targets: [{ path: "/orders" }] }, s3),
  "glue-crawler-schedule-cron-only": crawler(
    "a schedule is cron",
    { schedule: "rate(1 hour)" },
    { schedule: "cron(0 12 * * ? *)" },
  ),
  "glue-crawler-schedule-day-of-month-or-week": crawler(
    "a day is of a month or a week",
    { schedule: "cron(0 12 * * * *)" },
    { schedule: "cron(0 12 * * ? *)" },
  ),
  "glue-data-quality-ruleset-rules": rules(
    "rules are rules",
    { ruleset: "Rules = []" },
    { ruleset: 'Rules = [ IsComplete "id" ]' },
  ),
  "glue-database-resource-link-exclusive": databases(
    "a link has no place",
    { ...target, locationUri: "s3://b/" },
    target,
  ),
  "glue-partition-values-match-partition-keys": beside(
    [table],
    "a partition has a value for each key",
    partition("2026"),
    partition("2026", "11"),
  ),
  "glue-schema-compatibility": schema(
    "a schema is compatible",
    { ...record({ name: "a" }), compatibility: "SOMEHOW" },
    record({ name: "a" }),
  ),
  "glue-schema-definition-format": schema("a record has a name", record({}), record({ name: "a" })),
  "glue-schema-name-charset": schema(
    "a schema has a name",
    { ...record({ name: "a" }), schemaName: "my orders" },
    record({ name: "a" }),
  ),
  "glue-security-configuration-kms-key": security(
    "a key encrypts",
    encryption({ s3EncryptionMode: "SSE-KMS" }),
    encryption({ s3EncryptionMode: "SSE-KMS", kmsKeyArn: key }),
  ),
  "glue-user-defined-function-owner-type": functions("an owner is of a kind", { ownerType: "TEAM" }, {}),
  "glue-user-defined-function-resource-uri-type": functions(
    "code is of a kind",
    { resourceUris: [{ resourceType: "ZIP", uri: "s3://b/a" }] },
    { resourceUris: [{ resourceType: "JAR", uri: "s3://b/a" }] },
  ),
  "glue-workflow-max-concurrent-runs-min": ofType("aws:glue/workflow:Workflow", { name: "w" })(
    "a workflow runs",
    { maxConcurrentRuns: 0 },
    { maxConcurrentRuns: 1 },
  ),
};
