import { type Row, type TypeRows } from "../../../schema";
import { api } from "../../pages";
import { only } from "../../together";
import { lambda, role } from "./shared";

/** The block that each type of data source is configured with. */
const blocks: Readonly<Record<string, string>> = {
  AWS_LAMBDA: "lambdaConfig",
  AMAZON_DYNAMODB: "dynamodbConfig",
  AMAZON_ELASTICSEARCH: "elasticsearchConfig",
  AMAZON_OPENSEARCH_SERVICE: "opensearchserviceConfig",
  HTTP: "httpConfig",
  RELATIONAL_DATABASE: "relationalDatabaseConfig",
  AMAZON_EVENTBRIDGE: "eventBridgeConfig",
};

const settings: Readonly<Record<string, unknown>> = {
  lambdaConfig: { functionArn: lambda },
  dynamodbConfig: { tableName: "orders" },
  elasticsearchConfig: { endpoint: "https://a.example.com" },
  opensearchserviceConfig: { endpoint: "https://a.example.com" },
  httpConfig: { endpoint: "https://a.example.com" },
  relationalDatabaseConfig: {
    httpEndpointConfig: {
      awsSecretStoreArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s",
      dbClusterIdentifier: "c",
    },
  },
  eventBridgeConfig: { eventBusArn: "arn:aws:events:eu-west-1:111122223333:event-bus/b" },
};

const oneBlock = ["NONE", ...Object.keys(blocks)].map((type): Row => {
  const own = blocks[type];
  const others = Object.values(blocks).filter((block) => block !== own);
  const [other = ""] = others;
  const mine = own === undefined ? {} : { [own]: settings[own] };
  return only(
    `a data source of ${type} has ${own ?? "no block of another type"}${own === undefined ? "" : " alone"}`,
    { type },
    others,
  )({ apiId: "a", name: "d", type, serviceRoleArn: role, ...mine }, {}, { [other]: settings[other] });
});

const dataSource: TypeRows = {
  type: "aws:appsync/dataSource:DataSource",
  source: api("appsync", "CreateDataSource"),
  rows: [
    ...oneBlock,
    {
      at: "dynamodbConfig",
      fact: "delta sync needs a table with versions",
      if: { required: ["deltaSyncConfig"] },
      then: { required: ["versioned"], properties: { versioned: { const: true } } },
      source: api("appsync", "DynamodbDataSourceConfig"),
      good: { tableName: "orders", versioned: true, deltaSyncConfig: { deltaSyncTableName: "d" } },
      bad: { tableName: "orders", deltaSyncConfig: { deltaSyncTableName: "d" } },
    },
    {
      at: "httpConfig.endpoint",
      fact: "an endpoint is an http or https address",
      pattern: "^https?://",
      source: api("appsync", "HttpDataSourceConfig"),
      good: "https://a.example.com",
      bad: "a.example.com",
    },
    {
      at: "httpConfig.authorizationConfig.authorizationType",
      const: "AWS_IAM",
      source: api("appsync", "AuthorizationConfig"),
      good: "AWS_IAM",
      bad: "BASIC",
    },
    { at: "relationalDatabaseConfig.sourceType", const: "RDS_HTTP_ENDPOINT", good: "RDS_HTTP_ENDPOINT", bad: "RDS" },
  ],
};

/** Data sources. */
export const dataSourceRows: readonly TypeRows[] = [
  dataSource,
  {
    type: "aws:appsync/dataSource:DataSource",
    source: api("appsync", "DynamodbDataSourceConfig"),
    rows: (["dynamodbConfig.region", "relationalDatabaseConfig.httpEndpointConfig.region"] as const).map((at) => ({
      at,
      fact: "it is the name of a Region",
      pattern: "^[a-z]{2}(-[a-z]+)+-\\d$",
      good: "eu-central-1",
      bad: "europe",
    })),
  },
];
