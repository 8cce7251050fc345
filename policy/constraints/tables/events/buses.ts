import { type Row, type TypeRows } from "../../schema";
import { api } from "../pages";

/** EventBridge. */
export const eventsBuses: readonly TypeRows[] = [
  {
    type: "aws:cloudwatch/eventApiDestination:EventApiDestination",
    source: api("events", "CreateApiDestination"),
    rows: [
      {
        at: "invocationEndpoint",
        fact: "an endpoint is an https address",
        pattern: "^https://",
        good: "https://api.example.com/orders",
        bad: "http://api.example.com/orders",
        fix: "Write https://.",
      },
      {
        at: "httpMethod",
        enum: ["POST", "GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"],
        good: "POST",
        bad: "SEND",
      },
      { at: "invocationRateLimitPerSecond", minimum: 1, maximum: 300, good: 300, bad: 0 },
      {
        at: "name",
        fact: "a name has letters, digits and . - _, 64 at most",
        pattern: "^[.\\-_A-Za-z0-9]{1,64}$",
        good: "orders",
        bad: "my orders",
      },
    ],
  },
  {
    type: "aws:cloudwatch/eventBus:EventBus",
    source: api("events", "CreateEventBus"),
    rows: [
      {
        at: "name",
        fact: "the name of a custom bus has letters, digits and . - _ (a partner's one slashes too) and is not default",
        pattern: "^(?!default$)[/.\\-_A-Za-z0-9]{1,256}$",
        good: "orders",
        bad: "default",
      },
      {
        at: "",
        fact: "a bus of an eventSourceName has its name",
        equal: [["name", "eventSourceName"]],
        source: "measured",
        good: { name: "aws.partner/a/b", eventSourceName: "aws.partner/a/b" },
        bad: { name: "orders", eventSourceName: "aws.partner/a/b" },
      },
      {
        at: "logConfig.level",
        enum: ["OFF", "ERROR", "INFO", "TRACE"],
        source: api("events", "LogConfig"),
        good: "ERROR",
        bad: "DEBUG",
      },
      {
        at: "logConfig.includeDetail",
        enum: ["NONE", "FULL"],
        source: api("events", "LogConfig"),
        good: "FULL",
        bad: "ALL",
      },
    ],
  },
  {
    type: "aws:cloudwatch/eventArchive:EventArchive",
    source: api("events", "CreateArchive"),
    rows: [
      {
        at: "name",
        fact: "a name has letters, digits and . - _, 48 at most",
        pattern: "^[.\\-_A-Za-z0-9]{1,48}$",
        good: "orders",
        bad: "a".repeat(49),
      },
      {
        at: "eventPattern",
        format: "eventPattern",
        fact: "a pattern is a JSON object in which every value is a list",
        good: '{"source":["x"]}',
        bad: '{"source":"x"}',
      },
      { at: "retentionDays", minimum: 0, good: 0, bad: -1 },
    ],
  },
  {
    type: "aws:cloudwatch/eventConnection:EventConnection",
    source: api("events", "CreateConnection"),
    rows: [
      {
        at: "authorizationType",
        enum: ["BASIC", "OAUTH_CLIENT_CREDENTIALS", "API_KEY"],
        good: "API_KEY",
        bad: "OAUTH",
      },
      ...(
        [
          ["API_KEY", "apiKey", { key: "k", value: "v" }],
          ["BASIC", "basic", { username: "u", password: "p" }],
          [
            "OAUTH_CLIENT_CREDENTIALS",
            "oauth",
            { authorizationEndpoint: "https://a.example", httpMethod: "POST", oauthHttpParameters: {} },
          ],
        ] as const
      ).map(([authorizationType, property, value]): Row => ({
        at: "",
        fact: `${authorizationType} needs authParameters.${property}`,
        when: { authorizationType },
        required: [`authParameters.${property}`],
        good: { authorizationType, authParameters: { [property]: value } },
        bad: {
          authorizationType,
          authParameters: {
            [property === "basic" ? "apiKey" : "basic"]:
              property === "basic" ? { key: "k", value: "v" } : { username: "u", password: "p" },
          },
        },
      })),
      { at: "authParameters.oauth.httpMethod", enum: ["GET", "POST", "PUT"], good: "POST", bad: "PATCH" },
      {
        at: "authParameters.oauth.authorizationEndpoint",
        fact: "it is an https address",
        pattern: "^https://",
        good: "https://a.example",
        bad: "http://a.example",
      },
    ],
  },
  {
    type: "aws:cloudwatch/eventPermission:EventPermission",
    source: api("events", "PutPermission"),
    rows: [
      {
        at: "principal",
        fact: "a principal is an account of twelve digits or *",
        pattern: "^(\\d{12}|\\*)$",
        good: "111122223333",
        bad: "arn:aws:iam::111122223333:root",
      },
      {
        at: "statementId",
        fact: "an id has letters, digits, hyphens and underscores, 64 at most",
        pattern: "^[a-zA-Z0-9-_]{1,64}$",
        good: "a",
        bad: "from a",
      },
      { at: "action", const: "events:PutEvents", good: "events:PutEvents", bad: "events:Put" },
    ],
  },
];
