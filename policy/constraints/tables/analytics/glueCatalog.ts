import { type Row, type TypeRows } from "../../schema";
import { apart, at, bars, needs, says } from "../given";
import { page } from "../pages";

const guide = (what: string) => page(`glue/latest/dg/${what}`);
const csv = "csvClassifier";
const types = [
  "BINARY",
  "BOOLEAN",
  "DATE",
  "DECIMAL",
  "DOUBLE",
  "FLOAT",
  "INT",
  "LONG",
  "SHORT",
  "STRING",
  "TIMESTAMP",
];
const cron = "^cron\\(\\S+ \\S+ (\\? \\S+ (?!\\?)\\S+|(?!\\?)\\S+ \\S+ \\?) \\S+\\)$";

const classifiers: readonly Row[] = [
  at(
    `${csv}.customDatatypes[]`,
    "a type is one that a classifier has",
    { enum: types, anyCase: true },
    "LONG",
    "BIGINT",
  ),
  at(
    csv,
    "types of one's own are configured",
    {
      if: { required: ["customDatatypes[]"] },
      then: { required: ["customDatatypeConfigured"], properties: { customDatatypeConfigured: { const: true } } },
    },
    { customDatatypeConfigured: true, customDatatypes: ["LONG"] },
    { customDatatypes: ["LONG"] },
  ),
  at(
    csv,
    "types that are configured are listed",
    { when: { customDatatypeConfigured: true }, required: ["customDatatypes[]"] },
    { customDatatypeConfigured: true, customDatatypes: ["LONG"] },
    { customDatatypeConfigured: true },
  ),
  at(
    csv,
    "a quote is another character than the delimiter",
    { different: [["delimiter", "quoteSymbol"]] },
    { delimiter: ",", quoteSymbol: "'" },
    { delimiter: ",", quoteSymbol: "," },
  ),
  at(
    "grokClassifier.grokPattern",
    "a pattern is one line",
    { not: { pattern: "[\\r\\n]" } },
    "%{INT:a}",
    "%{INT:a}\n%{INT:b}",
  ),
  at(
    "grokClassifier",
    "a pattern names those of Glue, or its own",
    { join: "grokNames", source: guide("custom-classifier") },
    { grokPattern: "%{ORDER:a}", customPatterns: "ORDER [0-9]+" },
    { grokPattern: "%{ORDER:a}" },
  ),
];

const properties = "connectionProperties";
const url = { JDBC_CONNECTION_URL: "jdbc:mysql://a.example.com/orders" };
const signIn = { USERNAME: "a", PASSWORD: "Secret12345" };
/** What a type of connection has. */
const own: readonly (readonly [type: string, ...properties: readonly string[]])[] = [
  ["KAFKA", "KAFKA_BOOTSTRAP_SERVERS"],
  ["MONGODB", "CONNECTION_URL"],
  ["CUSTOM", "CONNECTOR_URL", "CONNECTOR_CLASS_NAME"],
  ["MARKETPLACE", "CONNECTOR_URL", "CONNECTOR_CLASS_NAME"],
];
const snowflake = (sfUrl: string) => ({
  connectionType: "SNOWFLAKE",
  [properties]: { SparkProperties: JSON.stringify({ sfUrl }) },
});

const connections: readonly Row[] = [
  says(
    "a connection by JDBC has a name and a password, or a secret",
    {
      if: { properties: { connectionType: { const: "JDBC" } }, required: [properties] },
      then: {
        anyOf: [
          { required: [`${properties}.USERNAME`, `${properties}.PASSWORD`] },
          { required: [`${properties}.SECRET_ID`] },
          { required: ["authenticationConfiguration"] },
        ],
      },
    },
    { connectionType: "JDBC", [properties]: { ...url, ...signIn } },
    { connectionType: "JDBC", [properties]: url },
  ),
  says(
    "a connection by JDBC has a JDBC_CONNECTION_URL",
    {
      if: { properties: { connectionType: { const: "JDBC" } }, required: [properties] },
      then: { required: [`${properties}.JDBC_CONNECTION_URL`] },
    },
    { connectionType: "JDBC", [properties]: { ...url, ...signIn } },
    { connectionType: "JDBC", [properties]: signIn },
  ),
  ...own.flatMap(([type, ...names]) =>
    names.map((name) =>
      says(
        `a connection of ${type} has a ${name}`,
        { when: { connectionType: type }, required: [`${properties}.${name}`] },
        { connectionType: type, [properties]: Object.fromEntries(names.map((each) => [each, "a"])) },
        {
          connectionType: type,
          [properties]: Object.fromEntries(names.filter((each) => each !== name).map((each) => [each, "a"])),
        },
      ),
    ),
  ),
  needs(
    "a connection to a network is somewhere",
    { connectionType: "NETWORK" },
    { physicalConnectionRequirements: { subnetId: "subnet-1" } },
  ),
  says(
    "a connection to Snowflake has properties for Spark or for Python",
    {
      when: { connectionType: "SNOWFLAKE" },
      requiredOr: [`${properties}.SparkProperties`, `${properties}.PythonProperties`],
    },
    snowflake("a.snowflakecomputing.com"),
    { connectionType: "SNOWFLAKE", [properties]: { ROLE: "r" } },
  ),
  says(
    "the host of Snowflake is one of snowflakecomputing.com",
    {
      when: { connectionType: "SNOWFLAKE" },
      properties: { [`${properties}.SparkProperties.$json.sfUrl`]: { pattern: "\\.snowflakecomputing\\.(com|cn)" } },
    },
    snowflake("a.snowflakecomputing.com"),
    snowflake("a.example.com"),
  ),
];

const others = ["dynamodbTargets", "jdbcTargets", "mongodbTargets", "deltaTargets", "hudiTargets", "icebergTargets"];
const json = (document: unknown) => JSON.stringify(document);

const crawlers: readonly Row[] = [
  at("configuration", "a configuration is JSON", { format: "json" }, json({ Version: 1 }), "{Version: 1.0}"),
  at(
    "configuration",
    "a configuration has a Version",
    { properties: { $json: { required: ["Version"] } } },
    json({ Version: 1 }),
    json({ Grouping: {} }),
  ),
  at(
    "configuration",
    "a Version is a number",
    { not: { pattern: '"Version"\\s*:\\s*"' } },
    json({ Version: 1 }),
    json({ Version: "1.0" }),
  ),
  ...others.map((name) =>
    bars(
      `new folders are of S3, not of ${name}`,
      { "recrawlPolicy.recrawlBehavior": ["CRAWL_NEW_FOLDERS_ONLY", "CRAWL_EVENT_MODE"] },
      { [`${name}[]`]: {} },
    ),
  ),
  at(
    "s3Targets[].path",
    "a path begins with s3:// or the name of a bucket",
    { not: { pattern: "^/" } },
    "s3://b/orders",
    "/orders",
  ),
  at(
    "schedule",
    "the day of the month or of the week is ?",
    { pattern: cron, source: guide("monitor-data-warehouse-schedule") },
    "cron(0 12 * * ? *)",
    "cron(0 12 * * * *)",
  ),
];

const table = {
  type: "aws:glue/catalogTable:CatalogTable",
  properties: { name: "orders", databaseName: "shop", partitionKeys: [{ name: "year" }] },
};
const partition = { databaseName: "shop", tableName: "orders" };
const link = { targetDatabase: { catalogId: "111122223333", databaseName: "others" } };
const record = { dataFormat: "AVRO" };

/** What Glue refuses of the catalog, of what fills it, and of what it reaches. */
export const glueCatalog: readonly TypeRows[] = [
  { type: "aws:glue/classifier:Classifier", source: guide("aws-glue-api-crawler-classifiers"), rows: classifiers },
  { type: "aws:glue/connection:Connection", source: guide("connection-properties"), rows: connections },
  { type: "aws:glue/crawler:Crawler", source: guide("aws-glue-api-crawler-crawling"), rows: crawlers },
  {
    type: "aws:glue/catalogDatabase:CatalogDatabase",
    source: guide("aws-glue-api-catalog-databases"),
    rows: [apart("a link to a database has no place of its own", link, { locationUri: "s3://b/" })],
  },
  {
    type: "aws:glue/catalogTable:CatalogTable",
    source: guide("partition-indexes"),
    rows: [
      says(
        "an index is of the table's partition keys",
        { memberOf: [["partitionIndices[].keys[]", "partitionKeys[].name"]] },
        { partitionKeys: [{ name: "year" }], partitionIndices: [{ indexName: "a", keys: ["year"] }] },
        { partitionKeys: [{ name: "year" }], partitionIndices: [{ indexName: "a", keys: ["month"] }] },
      ),
    ],
  },
  {
    type: "aws:glue/partition:Partition",
    source: guide("aws-glue-api-catalog-partitions"),
    rows: [
      says(
        "a partition has a value for each key of its table",
        { join: "partitionOfTable", beside: { table } },
        { ...partition, partitionValues: ["2026"] },
        { ...partition, partitionValues: ["2026", "11"] },
      ),
    ],
  },
  {
    type: "aws:glue/dataQualityRuleset:DataQualityRuleset",
    source: guide("dqdl"),
    rows: [
      at(
        "ruleset",
        "a set has a rule or more",
        { pattern: "Rules\\s*=\\s*\\[\\s*[^\\s\\]]" },
        'Rules = [ IsComplete "id" ]',
        "Rules = []",
      ),
    ],
  },
  {
    type: "aws:glue/schema:Schema",
    source: guide("schema-registry"),
    rows: [
      says(
        "a record of Avro has a name",
        {
          when: record,
          properties: {
            "schemaDefinition.$json": {
              if: { properties: { type: { const: "record" } }, required: ["type"] },
              then: { required: ["name"] },
            },
          },
        },
        { ...record, schemaDefinition: json({ type: "record", name: "a", fields: [] }) },
        { ...record, schemaDefinition: json({ type: "record", fields: [] }) },
      ),
    ],
  },
  {
    type: "aws:glue/userDefinedFunction:UserDefinedFunction",
    source: guide("aws-glue-api-catalog-functions"),
    rows: [
      at("ownerType", "an owner is a user, a role or a group", { enum: ["USER", "ROLE", "GROUP"] }, "USER", "TEAM"),
      at(
        "resourceUris[].resourceType",
        "code is a JAR, a FILE or an ARCHIVE",
        { enum: ["JAR", "FILE", "ARCHIVE"] },
        "JAR",
        "ZIP",
      ),
    ],
  },
];
