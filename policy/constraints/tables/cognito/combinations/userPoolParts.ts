import { measured, type Row, type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { only, sameRegion, together } from "../../together";
import { pool, sesRegions } from "./shared";

/** Resources that belong to a user pool: resource servers, risk, logs, sign-in pages, domains. */
export const userPoolPartRows: readonly TypeRows[] = [
  {
    type: "aws:cognito/resourceServer:ResourceServer",
    source: api("cognito", "CreateResourceServer"),
    rows: [
      {
        at: "identifier",
        fact: "an identifier has no space, quote or backslash",
        pattern: "^[\\x21\\x23-\\x5B\\x5D-\\x7E]+$",
        good: "https://orders.example.com",
        bad: "my orders",
      },
    ],
  },
  {
    type: "aws:cognito/riskConfiguration:RiskConfiguration",
    source: api("cognito", "SetRiskConfiguration"),
    rows: [
      ...(["blockedIpRangeLists", "skippedIpRangeLists"] as const).flatMap((list): Row[] => [
        {
          at: `riskExceptionConfiguration.${list}[]`,
          fact: "a range is a block in CIDR notation",
          format: "cidr",
          good: "192.0.2.0/24",
          bad: "192.0.2.1",
        },
        {
          at: `riskExceptionConfiguration.${list}`,
          maxItems: 200,
          good: ["192.0.2.0/24"],
          bad: Array.from({ length: 201 }, (_, index) => `10.0.${index}.0/24`),
        },
      ]),
      sesRegions("accountTakeoverRiskConfiguration.notifyConfiguration.sourceArn"),
    ],
  },
  {
    type: "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration",
    source: api("cognito", "SetLogDeliveryConfiguration"),
    rows: [
      {
        at: "logConfigurations",
        fact: "an eventSource stands once",
        uniqueKeys: ["eventSource"],
        good: [{ eventSource: "userNotification", logLevel: "ERROR" }],
        bad: [
          { eventSource: "userNotification", logLevel: "ERROR" },
          { eventSource: "userNotification", logLevel: "ERROR" },
        ],
      },
      {
        at: "logConfigurations[].eventSource",
        enum: ["userNotification", "userAuthEvents"],
        good: "userAuthEvents",
        bad: "signIn",
      },
      { at: "logConfigurations[].logLevel", enum: ["ERROR", "INFO"], good: "INFO", bad: "WARN" },
      sameRegion(
        "logConfigurations[].cloudWatchLogsConfiguration.logGroupArn",
        "the log group is in the pool's own Region",
        "arn:aws:logs:eu-west-1:111122223333:log-group:g",
      ),
      together(
        "userAuthEvents need a pool of the tier PLUS",
        {
          if: {
            properties: { "logConfigurations[].eventSource": { const: "userAuthEvents" } },
            required: ["logConfigurations[].eventSource"],
          },
          then: {
            properties: {
              userPoolId: {
                refersTo: {
                  type: "aws:cognito/userPool:UserPool",
                  fits: { properties: { userPoolTier: { const: "PLUS" } }, required: ["userPoolTier"] },
                },
              },
            },
          },
          beside: {
            lite: {
              type: "aws:cognito/userPool:UserPool",
              properties: { id: "eu-west-1_lite", name: "p", userPoolTier: "LITE" },
            },
          },
          source: page("cognito/latest/developerguide/exporting-quotas-and-usage"),
        },
        { logConfigurations: [{ eventSource: "userAuthEvents", logLevel: "INFO" }] },
        { userPoolId: "eu-west-1_other" },
        { userPoolId: "eu-west-1_lite" },
      ),
    ],
  },
  {
    type: "aws:cognito/managedLoginBranding:ManagedLoginBranding",
    source: api("cognito", "CreateManagedLoginBranding"),
    rows: [
      only("Cognito's own look has no settings", { useCognitoProvidedValues: true }, ["settings", "assets[]"])(
        { ...pool, clientId: "c" },
        { settings: "{}" },
        { useCognitoProvidedValues: true, settings: "{}" },
      ),
      {
        at: "assets[]",
        fact: "ICO is for FAVICON_ICO",
        when: { extension: "ICO" },
        properties: { category: { const: "FAVICON_ICO" } },
        source: measured,
        good: { category: "FAVICON_ICO", colorMode: "LIGHT", extension: "ICO" },
        bad: { category: "PAGE_HEADER_LOGO", colorMode: "LIGHT", extension: "ICO" },
      },
    ],
  },
  {
    type: "aws:cognito/userPoolDomain:UserPoolDomain",
    source: api("cognito", "CreateUserPoolDomain"),
    rows: [
      together(
        "a domain with a certificate is a full name of two labels or more",
        { when: { certificateArn: {} }, properties: { domain: { pattern: "\\." } } },
        { ...pool, certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/c" },
        { domain: "login.example.com" },
        { domain: "login" },
      ),
      together(
        "the managed login 2 needs a pool of the tier ESSENTIALS or PLUS",
        {
          when: { managedLoginVersion: 2 },
          properties: {
            userPoolId: {
              refersTo: {
                type: "aws:cognito/userPool:UserPool",
                fits: { properties: { userPoolTier: { not: { const: "LITE" } } } },
              },
            },
          },
          beside: {
            lite: {
              type: "aws:cognito/userPool:UserPool",
              properties: { id: "eu-west-1_lite", name: "p", userPoolTier: "LITE" },
            },
          },
          source: page("cognito/latest/developerguide/cognito-user-pools-managed-login"),
        },
        { domain: "orders", managedLoginVersion: 2 },
        { userPoolId: "eu-west-1_other" },
        { userPoolId: "eu-west-1_lite" },
      ),
    ],
  },
  {
    type: "aws:cognito/userPoolUICustomization:UserPoolUICustomization",
    source: page("cognito/latest/developerguide/hosted-ui-classic-branding"),
    rows: [
      {
        at: "css",
        fact: "its selectors are the classes that end with -customizable",
        not: { pattern: "(^|\\})\\s*(?!@)(?![^{}]*-customizable)[^{}\\s][^{}]*\\{" },
        good: ".banner-customizable { background: #fff; }",
        bad: "body { background: #fff; }",
      },
    ],
  },
];
