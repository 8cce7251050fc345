import { measured, type Row, type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { needs, together } from "../../together";
import { lambda } from "./shared";

const modes = ["API_KEY", "AWS_IAM", "AMAZON_COGNITO_USER_POOLS", "OPENID_CONNECT", "AWS_LAMBDA"];
const iam = [{ authType: "AWS_IAM" }];

const graphqlApi: TypeRows = {
  type: "aws:appsync/graphQLApi:GraphQLApi",
  source: api("appsync", "CreateGraphqlApi"),
  rows: [
    together(
      "no two providers of an API have the same authenticationType, but those of Cognito and OpenID Connect",
      {
        join: "authenticationTypes",
        source: page("appsync/latest/devguide/security-authz"),
      },
      { name: "a", authenticationType: "AWS_IAM" },
      { additionalAuthenticationProviders: [{ authenticationType: "API_KEY" }] },
      { additionalAuthenticationProviders: [{ authenticationType: "AWS_IAM" }] },
    ),
    together(
      "with further providers the defaultAction of the user pool is ALLOW",
      {
        if: { required: ["additionalAuthenticationProviders[]"] },
        then: { properties: { "userPoolConfig.defaultAction": { const: "ALLOW" } } },
        source: measured,
      },
      {
        name: "a",
        authenticationType: "AMAZON_COGNITO_USER_POOLS",
        additionalAuthenticationProviders: [{ authenticationType: "AWS_IAM" }],
      },
      { userPoolConfig: { userPoolId: "eu-west-1_a", defaultAction: "ALLOW" } },
      { userPoolConfig: { userPoolId: "eu-west-1_a", defaultAction: "DENY" } },
    ),
  ],
};

const providerNeeds = (authType: string, block: string, value: unknown): Row => ({
  at: "eventConfig.authProviders[]",
  fact: `a provider of ${authType} has ${block}`,
  when: { authType },
  required: [block],
  good: { authType, [block]: value },
  bad: { authType },
});

const modesOf = (list: string): Row => ({
  at: "eventConfig",
  fact: `${list} are among the authProviders`,
  memberOf: [[`${list}[].authType`, "authProviders[].authType"]],
  good: { authProviders: iam, [list]: iam },
  bad: { authProviders: iam, [list]: [{ authType: "API_KEY" }] },
});

const eventApi: TypeRows = {
  type: "aws:appsync/api:Api",
  source: api("appsync", "EventConfig"),
  rows: [
    providerNeeds("AMAZON_COGNITO_USER_POOLS", "cognitoConfig", { userPoolId: "eu-west-1_a", awsRegion: "eu-west-1" }),
    providerNeeds("AWS_LAMBDA", "lambdaAuthorizerConfig", { authorizerUri: lambda }),
    providerNeeds("OPENID_CONNECT", "openidConnectConfig", { issuer: "https://a.example.com" }),
    {
      at: "eventConfig.authProviders",
      fact: "no two providers have one authType",
      uniqueKeys: ["authType"],
      good: iam,
      bad: [...iam, ...iam],
    },
    { at: "eventConfig.authProviders[].authType", enum: modes, good: "AWS_IAM", bad: "IAM" },
    ...["connectionAuthModes", "defaultPublishAuthModes", "defaultSubscribeAuthModes"].map(modesOf),
    {
      at: "eventConfig.logConfig.logLevel",
      enum: ["NONE", "ERROR", "ALL", "INFO", "DEBUG"],
      good: "ERROR",
      bad: "WARN",
    },
  ],
};

const handler = (behavior: string, more: object) => ({
  onPublish: { behavior, integration: { dataSourceName: "d", ...more } },
});

/** APIs of GraphQL and events, their namespaces, caches, keys and domains. */
export const apiRows: readonly TypeRows[] = [
  graphqlApi,
  eventApi,
  {
    type: "aws:appsync/channelNamespace:ChannelNamespace",
    source: api("appsync", "CreateChannelNamespace"),
    rows: [
      ...(["onPublish", "onSubscribe"] as const).flatMap((on): Row[] => [
        needs(`the behavior CODE of ${on} needs codeHandlers`, { [`handlerConfigs.${on}.behavior`]: "CODE" }, [
          "codeHandlers",
        ])(
          { apiId: "a", name: "n", handlerConfigs: { [on]: handler("CODE", {}).onPublish } },
          { codeHandlers: "export function onPublish(ctx) { return ctx.events; }" },
          {},
        ),
        needs(`the behavior DIRECT of ${on} needs a lambdaConfig`, { [`handlerConfigs.${on}.behavior`]: "DIRECT" }, [
          `handlerConfigs.${on}.integration.lambdaConfig`,
        ])(
          { apiId: "a", name: "n" },
          { handlerConfigs: { [on]: handler("DIRECT", { lambdaConfig: { invokeType: "EVENT" } }).onPublish } },
          { handlerConfigs: { [on]: handler("DIRECT", {}).onPublish } },
        ),
        { at: `handlerConfigs.${on}.behavior`, enum: ["CODE", "DIRECT"], good: "CODE", bad: "LAMBDA" },
      ]),
      together(
        "the auth modes of a namespace are among the authProviders of its API",
        {
          join: "namespaceModes",
          beside: {
            api: {
              type: "aws:appsync/api:Api",
              properties: {
                apiId: "a1",
                id: "a1",
                name: "a",
                eventConfig: {
                  authProviders: iam,
                  connectionAuthModes: iam,
                  defaultPublishAuthModes: iam,
                  defaultSubscribeAuthModes: iam,
                },
              },
            },
          },
        },
        { apiId: "a1", name: "n" },
        { publishAuthModes: iam },
        { publishAuthModes: [{ authType: "API_KEY" }] },
      ),
    ],
  },
  {
    type: "aws:appsync/apiCache:ApiCache",
    source: api("appsync", "CreateApiCache"),
    rows: [
      {
        at: "type",
        fact: "caches of the kinds T2 and R4 are made no more",
        not: { pattern: "^(T2|R4)_" },
        source: measured,
        good: "SMALL",
        bad: "T2_SMALL",
      },
    ],
  },
  {
    type: "aws:appsync/apiKey:ApiKey",
    source: api("appsync", "CreateApiKey"),
    rows: [
      {
        at: "expires",
        fact: "it is a time in RFC 3339",
        format: "isoTime",
        good: "2027-01-01T00:00:00Z",
        bad: "1798761600",
      },
    ],
  },
  {
    type: "aws:appsync/domainName:DomainName",
    source: page("appsync/latest/devguide/custom-domain-name"),
    rows: [
      {
        at: "certificateArn",
        fact: "the certificate of a domain of AppSync is in us-east-1",
        not: { pattern: "^arn:[^:]*:acm:(?!us-east-1:)" },
        good: "arn:aws:acm:us-east-1:111122223333:certificate/c",
        bad: "arn:aws:acm:eu-west-1:111122223333:certificate/c",
      },
    ],
  },
];
