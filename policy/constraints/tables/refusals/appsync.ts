import { type TypeRows } from "../../schema";
import { api } from "../pages";
import { like } from "../together";

const apiType = "aws:appsync/api:Api";
const dataSource = "aws:appsync/dataSource:DataSource";

/** AppSync: when keys end, and which data sources a namespace of events has. */
export const appsyncRefusals: readonly TypeRows[] = [
  {
    type: "aws:appsync/apiKey:ApiKey",
    source: api("appsync", "CreateApiKey"),
    rows: [
      like(
        "expires",
        "a key ends after it is made, and within a year: no key ends before 2018 or after 2099",
        "^20(1[89]|[2-9]\\d)-",
        "2030-01-01T00:00:00Z",
        "3000-01-01T00:00:00Z",
      ),
    ],
  },
  {
    type: "aws:appsync/channelNamespace:ChannelNamespace",
    source: api("appsync", "Integration"),
    rows: ["onPublish", "onSubscribe"].map((event) => ({
      at: "",
      fact: `the data source of ${event} is one of the namespace's API`,
      properties: {
        [`handlerConfigs.${event}.integration.dataSourceName`]: {
          nameOf: { type: dataSource, key: "name", owner: { type: apiType, at: "apiId", there: "apiId" } },
        },
      },
      good: {
        apiId: "e",
        handlerConfigs: { [event]: { behavior: "CODE", integration: { dataSourceName: "orders" } } },
      },
      bad: {
        apiId: "e",
        handlerConfigs: { [event]: { behavior: "CODE", integration: { dataSourceName: "invoices" } } },
      },
      beside: {
        events: { type: apiType, properties: { id: "e", name: "events" } },
        orders: { type: dataSource, properties: { apiId: "e", name: "orders", type: "AWS_LAMBDA" } },
      },
    })),
  },
];
