import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { among, like, together } from "../together";

/** Users of Cognito, alarms and logs: what goes together, or not. */
export const furtherPeople: readonly TypeRows[] = [
  {
    type: "aws:cognito/user:User",
    source: api("cognito", "AdminCreateUser"),
    rows: [
      together(
        "an email that is verified is given",
        { when: { "attributes.email_verified": ["true", true] }, required: ["attributes.email"] },
        { userPoolId: "eu-west-1_a", username: "u" },
        { attributes: { email: "u@example.com", email_verified: "true" } },
        { attributes: { email_verified: "true" } },
      ),
      together(
        "a phone number that is verified is given",
        { when: { "attributes.phone_number_verified": ["true", true] }, required: ["attributes.phone_number"] },
        { userPoolId: "eu-west-1_a", username: "u" },
        { attributes: { phone_number: "+491234567", phone_number_verified: "true" } },
        { attributes: { phone_number_verified: "true" } },
      ),
      like("attributes.phone_number", "a phone number is + and digits", "^\\+\\d{1,15}$", "+491234567", "01234567", {
        source: page("cognito/latest/developerguide/user-pool-settings-attributes"),
      }),
      like("attributes.email", "it is an email address", "^[^@\\s]+@[^@\\s]+$", "u@example.com", "u.example.com", {
        source: page("cognito/latest/developerguide/user-pool-settings-attributes"),
      }),
      together(
        "a password is permanent or temporary",
        { atMostOne: ["password", "temporaryPassword"] },
        { userPoolId: "eu-west-1_a", username: "u" },
        { temporaryPassword: "Secret-123" },
        { password: "Secret-123", temporaryPassword: "Secret-123" },
      ),
      like("username", "a user name has 1 to 128 characters and no white space", "^\\S{1,128}$", "u", "a user"),
    ],
  },
  {
    type: "aws:cognito/userGroup:UserGroup",
    source: api("cognito", "CreateGroup"),
    rows: [
      { at: "precedence", maximum: 2_147_483_647, good: 1, bad: 2_147_483_648 },
      together(
        "the groups of a pool have different names",
        {
          onlyOne: ["userPoolId", "name"],
          beside: {
            first: {
              type: "aws:cognito/userGroup:UserGroup",
              properties: { userPoolId: "eu-west-1_a", name: "staff", region: "eu-west-1" },
            },
          },
        },
        { userPoolId: "eu-west-1_a" },
        { name: "guests" },
        { name: "staff" },
      ),
    ],
  },
  {
    type: "aws:cognito/resourceServer:ResourceServer",
    source: api("cognito", "CreateResourceServer"),
    rows: [
      together(
        "the resource servers of a pool have different identifiers",
        {
          onlyOne: ["userPoolId", "identifier"],
          beside: {
            first: {
              type: "aws:cognito/resourceServer:ResourceServer",
              properties: { userPoolId: "eu-west-1_a", identifier: "orders", name: "o", region: "eu-west-1" },
            },
          },
        },
        { userPoolId: "eu-west-1_a", name: "r" },
        { identifier: "bills" },
        { identifier: "orders" },
      ),
    ],
  },
  {
    type: "aws:cognito/managedLoginBranding:ManagedLoginBranding",
    source: api("cognito", "CreateManagedLoginBranding"),
    rows: [
      among("assets[].colorMode", ["LIGHT", "DARK", "DYNAMIC"], "BRIGHT", { source: api("cognito", "AssetType") }),
    ],
  },
  {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    source: api("cloudwatch", "PutMetricAlarm"),
    rows: [
      {
        at: "name",
        fact: "a name has no control characters",
        not: { pattern: "[\\u0000-\\u001f\\u007f]" },
        good: "orders",
        bad: "orders\nlate",
      },
      together(
        "an alarm by evaluationCriteria has no metric and no threshold of its own",
        {
          if: { required: ["evaluationCriteria"] },
          then: {
            excluded: [
              "metricName",
              "namespace",
              "dimensions",
              "period",
              "unit",
              "statistic",
              "extendedStatistic",
              "metricQueries[]",
              "threshold",
              "comparisonOperator",
              "thresholdMetricId",
              "evaluationPeriods",
              "datapointsToAlarm",
            ],
          },
        },
        { name: "a", evaluationCriteria: { promqlCriteria: { query: "up" } }, evaluationInterval: 60 },
        {},
        { threshold: 1 },
      ),
      together(
        "an alarm by evaluationCriteria has an evaluationInterval",
        { if: { required: ["evaluationCriteria"] }, then: { required: ["evaluationInterval"] } },
        { name: "a", evaluationCriteria: { promqlCriteria: { query: "up" } } },
        { evaluationInterval: 60 },
        {},
      ),
      together(
        "an evaluationInterval is of evaluationCriteria",
        { if: { requiredOr: ["metricName", "metricQueries[]"] }, then: { excluded: ["evaluationInterval"] } },
        {
          name: "a",
          metricName: "m",
          namespace: "n",
          period: 60,
          statistic: "Sum",
          threshold: 1,
          evaluationPeriods: 1,
          comparisonOperator: "GreaterThanThreshold",
        },
        {},
        { evaluationInterval: 60 },
      ),
    ],
  },
  {
    type: "aws:cloudwatch/metricStream:MetricStream",
    source: api("cloudwatch", "PutMetricStream"),
    rows: [
      together(
        "a stream in the format of OpenTelemetry has percentiles as further statistics",
        {
          when: { outputFormat: ["opentelemetry0.7", "opentelemetry1.0"] },
          properties: {
            "statisticsConfigurations[].additionalStatistics[]": { pattern: "^p\\d{1,2}(\\.\\d+)?$|^p100$" },
          },
          source: api("cloudwatch", "MetricStreamStatisticsConfiguration"),
        },
        {
          outputFormat: "opentelemetry1.0",
          roleArn: "arn:aws:iam::111122223333:role/r",
          firehoseArn: "arn:aws:firehose:eu-west-1:111122223333:deliverystream/m",
        },
        {
          statisticsConfigurations: [
            { additionalStatistics: ["p99"], includeMetrics: [{ metricName: "m", namespace: "n" }] },
          ],
        },
        {
          statisticsConfigurations: [
            { additionalStatistics: ["TM(10%:90%)"], includeMetrics: [{ metricName: "m", namespace: "n" }] },
          ],
        },
      ),
      like(
        "includeFilters[].namespace",
        "a namespace has printable ASCII characters",
        "^(?=.*\\S)[ -~]+$",
        "AWS/Lambda",
        "Aufträge",
        { source: api("cloudwatch", "MetricStreamFilter") },
      ),
      {
        at: "statisticsConfigurations",
        maxItems: 100,
        good: [{ additionalStatistics: ["p99"], includeMetrics: [{ metricName: "m", namespace: "n" }] }],
        bad: Array.from({ length: 101 }, (_, index) => ({
          additionalStatistics: ["p99"],
          includeMetrics: [{ metricName: `m${index}`, namespace: "n" }],
        })),
      },
    ],
  },
  {
    type: "aws:cloudwatch/logAccountPolicy:LogAccountPolicy",
    source: api("logs", "PutAccountPolicy"),
    rows: [
      {
        at: "policyName",
        fact: "a name does not begin with aws/",
        not: { pattern: "^aws/" },
        good: "orders",
        bad: "aws/orders",
      },
    ],
  },
  {
    type: "aws:cloudwatch/logStream:LogStream",
    source: api("logs", "CreateLogStream"),
    rows: [
      like("name", "a stream has 1 to 512 characters, none of them : or *", "^[^:*]{1,512}$", "orders", "orders:eu"),
    ],
  },
];
