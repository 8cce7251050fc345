import { measured, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { needs, only, together } from "../together";

const keyed = (queryStringBehavior: string) => ({
  parametersInCacheKeyAndForwardedToOrigin: {
    cookiesConfig: { cookieBehavior: "none" },
    headersConfig: { headerBehavior: "none" },
    queryStringsConfig: { queryStringBehavior },
  },
});
const parts = "parametersInCacheKeyAndForwardedToOrigin";
const alarm = { name: "a", comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, threshold: 0 };
const transformed = { name: "a", logGroupName: "g" };
const dimensions = { metricTransformation: { name: "m", namespace: "n", value: "1", dimensions: { host: "$.host" } } };
const clusterType = "aws:rds/cluster:Cluster";

/** The rest of what was tried once: delivery, measures, people and databases. */
export const drawnDeliveryReported: readonly TypeRows[] = [
  {
    type: "aws:cloudfront/cachePolicy:CachePolicy",
    source: api("cloudfront", "CachePolicyConfig"),
    rows: [
      together(
        "a policy under which nothing is cached has no keys",
        {
          when: { maxTtl: 0 },
          properties: Object.fromEntries(
            [
              "cookiesConfig.cookieBehavior",
              "headersConfig.headerBehavior",
              "queryStringsConfig.queryStringBehavior",
            ].map((path) => [`${parts}.${path}`, { const: "none" }]),
          ),
          source: measured,
        },
        { name: "a", minTtl: 0, defaultTtl: 0, maxTtl: 0 },
        keyed("none"),
        keyed("all"),
      ),
    ],
  },
  {
    type: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    source: api("cloudfront", "ResponseHeadersPolicyConfig"),
    rows: [
      together(
        "a policy of headers sets or removes one",
        {
          requiredOr: ["cors", "customHeaders", "securityHeaders", "removeHeaders", "serverTimingHeaders"].map(
            (name) => `${name}Config`,
          ),
          source: measured,
        },
        { name: "a" },
        { serverTimingHeadersConfig: { enabled: true, samplingRate: 1 } },
        {},
      ),
    ],
  },
  {
    type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
    source: api("logs", "MetricTransformation"),
    rows: [
      together(
        "dimensions are of the fields of JSON or of columns",
        {
          when: { "metricTransformation.dimensions": {} },
          properties: { pattern: { pattern: "^\\s*[{\\[]" } },
        },
        { ...transformed, ...dimensions },
        { pattern: '{ $.level = "ERROR" }' },
        { pattern: "ERROR" },
      ),
    ],
  },
  {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    source: api("cloudwatch", "PutMetricAlarm"),
    rows: [
      needs("a statistic is that of a metric", { statistic: {} }, ["metricName"])(
        { ...alarm, namespace: "n", statistic: "Sum", period: 60 },
        { metricName: "m" },
        {},
      ),
    ],
  },
  {
    type: "aws:cognito/userPool:UserPool",
    source: api("cognito", "SetUserPoolMfaConfig"),
    rows: [
      only(
        "MFA that is off has no token",
        { mfaConfiguration: "OFF", "softwareTokenMfaConfiguration.enabled": true },
        ["softwareTokenMfaConfiguration"],
        { source: measured },
      )(
        { name: "a", softwareTokenMfaConfiguration: { enabled: true } },
        { mfaConfiguration: "OPTIONAL" },
        { mfaConfiguration: "OFF" },
      ),
    ],
  },
  {
    type: "aws:rds/clusterInstance:ClusterInstance",
    source: page("AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-administration"),
    rows: [
      together(
        "an instance of Serverless is of a cluster with serverlessv2ScalingConfiguration",
        {
          when: { instanceClass: "db.serverless" },
          properties: {
            clusterIdentifier: {
              refersTo: { type: clusterType, fits: { required: ["serverlessv2ScalingConfiguration"] } },
            },
          },
          beside: {
            fixed: {
              type: clusterType,
              properties: { id: "fixed", clusterIdentifier: "fixed", engine: "aurora-mysql" },
            },
            scaled: {
              type: clusterType,
              properties: {
                ...{ id: "scaled", clusterIdentifier: "scaled", engine: "aurora-mysql" },
                serverlessv2ScalingConfiguration: { minCapacity: 1, maxCapacity: 2 },
              },
            },
          },
        },
        { engine: "aurora-mysql", instanceClass: "db.serverless" },
        { clusterIdentifier: "scaled" },
        { clusterIdentifier: "fixed" },
      ),
    ],
  },
];
