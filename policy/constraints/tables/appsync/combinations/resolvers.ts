import { type Row, type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { needs, together } from "../../together";
import { lambda, role } from "./shared";

const graphql = { name: "a", authenticationType: "AWS_IAM" };
const owner = { type: "aws:appsync/graphQLApi:GraphQLApi", at: "apiId", there: "apiId" };
const js = {
  code: "export const request = () => ({}); export const response = () => null;",
  runtime: { name: "APPSYNC_JS", runtimeVersion: "1.0.0" },
};

/** What resolvers and functions have in common. */
function handlers(own: Readonly<Record<string, unknown>>): readonly Row[] {
  const beside = {
    api: { type: owner.type, properties: { ...graphql, id: "a1" } },
    source: { type: "aws:appsync/dataSource:DataSource", properties: { apiId: "a1", name: "orders", type: "NONE" } },
    called: {
      type: "aws:appsync/dataSource:DataSource",
      properties: {
        apiId: "a1",
        name: "calls",
        type: "AWS_LAMBDA",
        lambdaConfig: { functionArn: lambda },
        serviceRoleArn: role,
      },
    },
  };
  const sync = (more: object) => ({ syncConfig: { conflictDetection: "VERSION", ...more } });
  return [
    together(
      "its data source is one of the same API",
      {
        properties: { dataSource: { nameOf: { type: "aws:appsync/dataSource:DataSource", key: "name", owner } } },
        beside,
      },
      { ...own, apiId: "a1", ...js },
      { dataSource: "orders" },
      { dataSource: "order" },
    ),
    together(
      "a maxBatchSize is for data sources of AWS_LAMBDA",
      { join: "batches", beside, source: page("appsync/latest/devguide/tutorial-lambda-resolvers") },
      { ...own, apiId: "a1", maxBatchSize: 10, ...js },
      { dataSource: "calls" },
      { dataSource: "orders" },
    ),
    together(
      "conflicts that are not detected have no handler",
      {
        when: { "syncConfig.conflictDetection": "NONE" },
        properties: { "syncConfig.conflictHandler": { const: "NONE" } },
      },
      { ...own, dataSource: "orders", ...js },
      { syncConfig: { conflictDetection: "NONE", conflictHandler: "NONE" } },
      { syncConfig: { conflictDetection: "NONE", conflictHandler: "AUTOMERGE" } },
    ),
    needs("the conflict handler LAMBDA names its function", { "syncConfig.conflictHandler": "LAMBDA" }, [
      "syncConfig.lambdaConflictHandlerConfig.lambdaConflictHandlerArn",
    ])(
      { ...own, dataSource: "orders", ...js },
      sync({ conflictHandler: "LAMBDA", lambdaConflictHandlerConfig: { lambdaConflictHandlerArn: lambda } }),
      sync({ conflictHandler: "LAMBDA" }),
    ),
  ];
}

const resolver: TypeRows = {
  type: "aws:appsync/resolver:Resolver",
  source: api("appsync", "CreateResolver"),
  rows: [
    ...handlers({ type: "Query", field: "order" }),
    needs("a UNIT resolver has a dataSource", { kind: "UNIT" }, ["dataSource"])(
      { apiId: "a", type: "Query", field: "order", kind: "UNIT", ...js },
      { dataSource: "orders" },
      {},
    ),
    {
      at: "pipelineConfig",
      fact: "a pipeline has one or more functions",
      required: ["functions[]"],
      good: { functions: ["f"] },
      bad: { functions: [] },
    },
    together(
      "type and field stand in the schema of the API",
      {
        join: "resolverField",
        beside: {
          api: {
            type: owner.type,
            properties: { ...graphql, id: "a1", schema: "type Query { order(id: ID!): String }" },
          },
        },
      },
      { apiId: "a1", type: "Query", dataSource: "orders", ...js },
      { field: "order" },
      { field: "orders" },
    ),
  ],
};

const functions: TypeRows = {
  type: "aws:appsync/function:Function",
  source: api("appsync", "CreateFunction"),
  rows: [
    together(
      "a handler is code or mapping templates",
      { dependentExcluded: { code: ["requestMappingTemplate", "responseMappingTemplate"] } },
      { name: "f", dataSource: "orders" },
      js,
      { ...js, requestMappingTemplate: "{}" },
    ),
    ...handlers({ name: "f" }),
  ],
};

/** Resolvers and functions. */
export const resolverRows: readonly TypeRows[] = [resolver, functions];
