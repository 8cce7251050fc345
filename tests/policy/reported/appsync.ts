import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

const apiType = "aws:appsync/graphQLApi:GraphQLApi";
const resolverType = "aws:appsync/resolver:Resolver";
const resolver = { apiId: "api", type: "Query", field: "orders", dataSource: "orders" };

/** A resolver of an API with this schema. */
const resolved = (schema: string): readonly Made[] => [
  [apiType, "api", { id: "api", name: "orders", authenticationType: "AWS_IAM", schema }],
  [
    resolverType,
    "subject",
    {
      ...{ ...resolver, requestTemplate: '{"version":"2018-05-29","payload":{}}' },
      responseTemplate: "$util.toJson($ctx.result)",
    },
    { apiId: `${apiType} api` },
  ],
];

export const appsync: FactsByName = {
  "data-source-name": on("aws:appsync/dataSource:DataSource", { apiId: "api", type: "NONE" })(
    "the name of a data source has letters, digits and underscores",
    { name: "orders-table" },
    { name: "orders_table" },
  ),
  "type-not-in-schema": facts(
    "a resolver is of a field of the schema",
    resolved("type Mutation { save: String } schema { mutation: Mutation }"),
    resolved("type Query { orders: String }"),
  ),
};
