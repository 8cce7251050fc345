import { type Row, type TypeRows } from "../../schema";
import { api } from "../pages";

/** Data sources of AppSync. */
export const appsyncDataSources: readonly TypeRows[] = [
  {
    type: "aws:appsync/dataSource:DataSource",
    source: api("appsync", "CreateDataSource"),
    rows: [
      {
        at: "type",
        enum: [
          "AWS_LAMBDA",
          "AMAZON_DYNAMODB",
          "AMAZON_ELASTICSEARCH",
          "AMAZON_OPENSEARCH_SERVICE",
          "HTTP",
          "NONE",
          "RELATIONAL_DATABASE",
          "AMAZON_EVENTBRIDGE",
          "AMAZON_BEDROCK_RUNTIME",
        ],
        good: "NONE",
        bad: "LAMBDA",
      },
      {
        at: "name",
        fact: "a name has letters, digits and underscores and begins with no digit",
        pattern: "^[_A-Za-z][_0-9A-Za-z]*$",
        good: "orders",
        bad: "orders-table",
      },
      ...(
        [
          ["AWS_LAMBDA", "lambdaConfig", { functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f" }],
          ["AMAZON_DYNAMODB", "dynamodbConfig", { tableName: "t" }],
          ["HTTP", "httpConfig", { endpoint: "https://a.example" }],
          [
            "AMAZON_EVENTBRIDGE",
            "eventBridgeConfig",
            { eventBusArn: "arn:aws:events:eu-west-1:111122223333:event-bus/a" },
          ],
          [
            "RELATIONAL_DATABASE",
            "relationalDatabaseConfig",
            {
              httpEndpointConfig: {
                dbClusterIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster:c",
                awsSecretStoreArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s",
              },
            },
          ],
          ["AMAZON_OPENSEARCH_SERVICE", "opensearchserviceConfig", { endpoint: "https://a.example" }],
        ] as const
      ).map(([type, property, value]): Row => ({
        at: "",
        fact: `a data source of ${type} has ${property}`,
        when: { type },
        required: [property],
        good: { type, name: "a", serviceRoleArn: "arn:aws:iam::111122223333:role/a", [property]: value },
        bad: { type, name: "a", serviceRoleArn: "arn:aws:iam::111122223333:role/a" },
      })),
      {
        at: "",
        fact: "a data source that calls AWS has a serviceRoleArn",
        when: { type: ["AWS_LAMBDA", "AMAZON_DYNAMODB", "AMAZON_EVENTBRIDGE"] },
        required: ["serviceRoleArn"],
        source: "measured",
        good: {
          type: "AWS_LAMBDA",
          name: "a",
          serviceRoleArn: "arn:aws:iam::111122223333:role/a",
          lambdaConfig: { functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f" },
        },
        bad: {
          type: "AWS_LAMBDA",
          name: "a",
          lambdaConfig: { functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f" },
        },
      },
    ],
  },
];
