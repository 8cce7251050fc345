import { type TypeRows } from "../../schema";
import { at, given } from "../given";
import { api, page } from "../pages";
import { together } from "../together";

const check = (more: object) => ({
  target: "HTTP:80/",
  ...{ interval: 30, timeout: 5, healthyThreshold: 2, unhealthyThreshold: 2 },
  ...more,
});
const apiType = "aws:apigatewayv2/api:Api";
const http = { type: apiType, properties: { id: "http", name: "a", protocolType: "HTTP" } };
const listener = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/a/0123456789abcdef/0123456789abcdef";
const replicated = (rule: object) => ({
  ...{ bucket: "orders", role: "arn:aws:iam::111122223333:role/r" },
  rules: [{ id: "a", status: "Enabled", destination: { bucket: "arn:aws:s3:::copies" }, ...rule }],
});

/** Balancers, records and APIs of the second sample, and their neighbours. */
export const secondNetworksReported: readonly TypeRows[] = [
  ...["aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup"].map((type): TypeRows => ({
    type,
    source: page("elasticloadbalancing/latest/application/lambda-functions"),
    rows: [
      together(
        "a group of a function has no sticky sessions",
        { when: { targetType: "lambda" }, properties: { "stickiness.enabled": { const: false } } },
        { name: "orders", targetType: "lambda" },
        {},
        { stickiness: { type: "lb_cookie", enabled: true } },
      ),
    ],
  })),
  ...["aws:elb/loadBalancer:LoadBalancer"].map((type): TypeRows => ({
    type,
    source: page("elasticloadbalancing/2012-06-01/APIReference/API_HealthCheck"),
    rows: [
      ["unhealthyThreshold", 2, 10],
      ["healthyThreshold", 2, 10],
      ["interval", 5, 300],
      ["timeout", 2, 60],
    ].map(([name = "", minimum, maximum]) =>
      at(
        "healthCheck",
        `${name} is ${String(minimum)} to ${String(maximum)}`,
        { properties: { [String(name)]: { minimum: Number(minimum), maximum: Number(maximum) } } },
        check({}),
        check({ [String(name)]: Number(minimum) - 1 }),
      ),
    ),
  })),
  {
    type: "aws:route53/record:Record",
    source: page("Route53/latest/APIReference/API_AliasTarget"),
    rows: [
      at(
        "aliases[].zoneId",
        "a zone is named by its id",
        { not: { pattern: "\\." } },
        "Z2FDTNDATAQYW2",
        "orders-1234567890.eu-west-1.elb.amazonaws.com",
      ),
    ],
  },
  {
    type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    source: page("AmazonS3/latest/userguide/delete-marker-replication"),
    rows: [
      together(
        "delete markers are replicated by a rule with a filter",
        {
          if: { required: ["rules[].deleteMarkerReplication"] },
          then: { required: ["rules[].filter"], excluded: ["rules[].prefix"] },
        },
        {},
        replicated({ priority: 1, filter: { prefix: "a/" }, deleteMarkerReplication: { status: "Enabled" } }),
        replicated({ prefix: "a/", deleteMarkerReplication: { status: "Enabled" } }),
      ),
    ],
  },
  {
    type: "aws:apigateway/method:Method",
    source: api("apigateway", "PutMethod"),
    rows: [
      at(
        "authorizerId",
        "an authorizer is named by its id",
        { not: { pattern: "^arn:" } },
        "abc123",
        "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a",
      ),
    ],
  },
  {
    type: "aws:apigatewayv2/route:Route",
    source: page("apigatewayv2/latest/api-reference/apis-apiid-routes"),
    rows: [
      at(
        "authorizerId",
        "an authorizer is named by its id",
        { not: { pattern: "^arn:" } },
        "abc123",
        "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a",
      ),
    ],
  },
  {
    type: "aws:apigateway/methodSettings:MethodSettings",
    source: page("apigateway/latest/developerguide/patch-operations"),
    rows: [
      at(
        "methodPath",
        "a path of settings is written without its first slash",
        { not: { pattern: "^/|/$" } },
        "orders/GET",
        "/orders/GET",
      ),
    ],
  },
  {
    type: "aws:apigatewayv2/integration:Integration",
    source: page("apigatewayv2/latest/api-reference/apis-apiid-integrations"),
    rows: [
      together(
        "an HTTP API goes through a VPC link to a listener or a service of Cloud Map",
        {
          when: { connectionType: "VPC_LINK", integrationUri: { pattern: "^https?://" } },
          properties: {
            apiId: { refersTo: { type: apiType, fits: { properties: { protocolType: { const: "WEBSOCKET" } } } } },
          },
          beside: { http },
        },
        given({
          integrationType: "HTTP_PROXY",
          integrationMethod: "ANY",
          connectionType: "VPC_LINK",
          connectionId: "l",
        }),
        { apiId: "http", integrationUri: listener },
        { apiId: "http", integrationUri: "http://a.example.com" },
      ),
    ],
  },
];
