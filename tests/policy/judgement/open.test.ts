import { unknown } from "../server";
import { type Input, judges, sent as r } from "./judge";
import { account, attach, fnArn, idRole, policy, text } from "./samples";

const noVersion = (...Statement: object[]) => JSON.stringify({ Statement });
const fn = (name = "f", more: object = {}) =>
  r("function", name, {
    name,
    arn: `arn:aws:lambda:eu-west-1:${account}:function:${name}`,
    role: `arn:aws:iam::${account}:role/x`,
    runtime: "nodejs24.x",
    handler: "i.h",
    ...more,
  });
const table = `arn:aws:dynamodb:eu-west-1:${account}:table/t`;
const svcRole = (more: object = {}) =>
  r("role", "r", {
    name: "r",
    arn: `arn:aws:iam::${account}:role/r`,
    assumeRolePolicy: policy({
      Effect: "Allow",
      Principal: { Service: "lambda.amazonaws.com" },
      Action: "sts:AssumeRole",
    }),
    ...more,
  });
const open: readonly Input[] = [
  [
    "a role that trusts everybody",
    ["stops", "trust"],
    r("role", "r", {
      assumeRolePolicy: policy({ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }),
    }),
  ],
  [
    "a role for GitHub without the sub",
    ["stops", ""],
    r("role", "r", {
      assumeRolePolicy: policy({
        Effect: "Allow",
        Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } },
      }),
    }),
  ],
  [
    "ForAllValues on the organization",
    ["stops", "public"],
    r("bucketPolicy", "p", {
      bucket: "b",
      policy: policy({
        Effect: "Allow",
        Principal: "*",
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::b/*",
        Condition: { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-abc1234567" } },
      }),
    }),
  ],
  [
    "any topic of any account",
    ["stops", "public"],
    r("queuePolicy", "p", {
      queueUrl: "q",
      policy: policy({
        Effect: "Allow",
        Principal: "*",
        Action: "sqs:SendMessage",
        Resource: "arn:aws:sqs:eu-west-1:123456789012:q",
        Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:*" } },
      }),
    }),
  ],
  [
    "any VPC",
    ["stops", "public"],
    r("bucketPolicy", "p", {
      bucket: "b",
      policy: policy({
        Effect: "Allow",
        Principal: "*",
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::b/*",
        Condition: { StringLike: { "aws:SourceVpc": "vpc-*" } },
      }),
    }),
  ],
  [
    "a grant to AllUsers",
    ["stops", "s3-public-acl"],
    r("bucketAcl", "a", {
      bucket: "b",
      accessControlPolicy: {
        grants: [
          { grantee: { type: "Group", uri: "http://acs.amazonaws.com/groups/global/AllUsers" }, permission: "READ" },
        ],
        owner: { id: "x" },
      },
    }),
  ],
  ["a bucket with the list public-read", ["stops", "s3-public-bucket-acl"], r("bucket", "b", { acl: "public-read" })],
  [
    "leading keys under ForAnyValue",
    ["stops", "leading"],
    ...idRole(
      policy({
        Effect: "Allow",
        Action: "dynamodb:BatchGetItem",
        Resource: table,
        Condition: {
          "ForAnyValue:StringEquals": { "dynamodb:LeadingKeys": ["${cognito-identity.amazonaws.com:sub}"] },
        },
      }),
    ),
    attach,
  ],
  [
    "leading keys under ForAllValues",
    ["says nothing of", "leading"],
    ...idRole(
      policy({
        Effect: "Allow",
        Action: "dynamodb:BatchGetItem",
        Resource: table,
        Condition: {
          "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${cognito-identity.amazonaws.com:sub}"] },
        },
      }),
    ),
    attach,
  ],
  [
    "leading keys of the account",
    ["stops", "leading"],
    ...idRole(
      policy({
        Effect: "Allow",
        Action: "dynamodb:GetItem",
        Resource: table,
        Condition: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${aws:PrincipalAccount}"] } },
      }),
    ),
    attach,
  ],
  [
    "a role that is known by its trust alone",
    ["stops", "leading"],
    ...idRole(policy({ Effect: "Allow", Action: "dynamodb:GetItem", Resource: table })),
  ],
  [
    "variables in a document without Version",
    ["stops", "leading"],
    ...idRole(
      noVersion({
        Effect: "Allow",
        Action: "dynamodb:GetItem",
        Resource: table,
        Condition: {
          "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${cognito-identity.amazonaws.com:sub}"] },
        },
      }),
    ),
    attach,
  ],
  [
    "AdministratorAccess in the list of the role",
    ["advises", "iam-administrator"],
    svcRole({ managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] }),
  ],
  [
    "everything on everything for a user",
    ["stops", "iam-administrator"],
    r("user", "u", { name: "u" }),
    r("userPolicy", "p", { user: "u", policy: policy({ Effect: "Allow", Action: "*", Resource: "*" }) }),
  ],
  [
    "AdministratorAccess attached",
    ["advises", "iam-administrator"],
    svcRole(),
    r("rolePolicyAttachment", "p", { role: "r", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }),
  ],
  [
    "everything for a group",
    ["stops", "iam-administrator"],
    r("group", "g", { name: "g" }),
    r("groupPolicy", "p", { group: "g", policy: policy({ Effect: "Allow", Action: "*:*", Resource: "*" }) }),
  ],
  [
    "AdministratorAccess in an exclusive list",
    ["advises", "iam-administrator"],
    r("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "p", {
      roleName: "r",
      policyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
    }),
  ],
  [
    "every https site with credentials",
    ["stops", "cors"],
    r("httpApi", "a", {
      name: "a",
      protocolType: "HTTP",
      corsConfiguration: { allowOrigins: ["https://*"], allowCredentials: true },
    }),
  ],
  [
    "any endpoint but one",
    ["stops", ""],
    r("restApi", "a", {
      id: "a1",
      endpointConfiguration: { types: "PRIVATE" },
      policy: policy({
        Effect: "Allow",
        Principal: "*",
        Action: "execute-api:Invoke",
        Resource: "*",
        Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } },
      }),
    }),
  ],
  [
    "a denial of the own endpoint",
    ["stops", ""],
    r("restApi", "a", {
      id: "a1",
      endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["vpce-1"] },
      policy: policy(
        { Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "*" },
        {
          Effect: "Deny",
          Principal: "*",
          Action: "execute-api:Invoke",
          Resource: "*",
          Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } },
        },
      ),
    }),
  ],
  [
    "a denial of all other endpoints",
    ["says nothing of", "stops"],
    r("restApi", "a", {
      id: "a1",
      endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["vpce-1"] },
      policy: policy(
        { Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "*" },
        {
          Effect: "Deny",
          Principal: "*",
          Action: "execute-api:Invoke",
          Resource: "*",
          Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } },
        },
      ),
    }),
  ],
  [
    "an API key alone in a document",
    ["stops", "body-authorizer"],
    r("restApi", "a", {
      id: "a1",
      body: text({
        openapi: "3.0.1",
        paths: { "/x": { get: { security: [{ k: [] }], "x-amazon-apigateway-integration": { type: "mock" } } } },
        components: { securitySchemes: { k: { type: "apiKey", in: "header", name: "x-api-key" } } },
      }),
    }),
  ],
  [
    "a quick-created API",
    ["stops", ""],
    r("httpApi", "a", { id: "a1", name: "a", protocolType: "HTTP", target: fnArn }),
    fn(),
  ],
  [
    "an access key in a stage variable",
    ["stops", ""],
    r("httpStage", "s", { apiId: "a", name: "s", stageVariables: { K: "AKIAIOSFODNN7EXAMPLZ" } }),
  ],
  [
    "a password in an address",
    ["stops", ""],
    fn("f", { environment: { variables: { U: "redis://:pAssw0rdx@host:6379" } } }),
  ],
  [
    "a token of GitHub",
    ["stops", ""],
    fn("f", {
      environment: {
        variables: {
          U: "github_pat_11ABCDEFG0aBcDeFgHiJkL_aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789aBcDeFgHiJkLmNoPqRsTuVwXyZ01",
        },
      },
    }),
  ],
  ["PGPASSWORD", ["stops", ""], fn("f", { environment: { variables: { PGPASSWORD: "hunter2hunter" } } })],
  [
    "the name of a header as CSRF_TOKEN",
    ["says nothing of", "secret"],
    fn("f", { environment: { variables: { CSRF_TOKEN: "X-CSRF-Token" } } }),
  ],
  [
    "TLS for objects alone",
    ["advises", "s3-tls-only"],
    r("bucket", "b", { bucket: "bkt", arn: "arn:aws:s3:::bkt" }),
    r("bucketPolicy", "p", {
      bucket: "bkt",
      policy: policy({
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: ["arn:aws:s3:::bkt/*"],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    }),
  ],
  [
    "TLS for one action alone",
    ["advises", "s3-tls-only"],
    r("bucket", "b", { bucket: "bkt", arn: "arn:aws:s3:::bkt" }),
    r("bucketPolicy", "p", {
      bucket: "bkt",
      policy: policy({
        Effect: "Deny",
        Principal: "*",
        Action: "s3:GetObject",
        Resource: ["arn:aws:s3:::bkt", "arn:aws:s3:::bkt/*"],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    }),
  ],
  [
    "any bucket may call",
    ["stops", "permission"],
    fn(),
    r("permission", "p", {
      action: "lambda:InvokeFunction",
      principal: "s3.amazonaws.com",
      function: "f",
      sourceArn: "arn:aws:s3:::*",
    }),
  ],
  [
    "any API may call",
    ["stops", ""],
    fn(),
    r("permission", "p", {
      action: "lambda:InvokeFunction",
      principal: "apigateway.amazonaws.com",
      function: "f",
      sourceArn: "arn:aws:execute-api:*:*:*",
    }),
  ],
  [
    "a layer for everybody",
    ["stops", "layer"],
    r("aws:lambda/layerVersionPermission:LayerVersionPermission", "p", {
      layerName: "l",
      versionNumber: 1,
      principal: "*",
      action: "lambda:GetLayerVersion",
      statementId: "s",
    }),
  ],
  [
    "a layer for an organization",
    ["says nothing of", "layer"],
    r("aws:lambda/layerVersionPermission:LayerVersionPermission", "p", {
      layerName: "l",
      versionNumber: 1,
      principal: "*",
      organizationId: "o-abc1234567",
      action: "lambda:GetLayerVersion",
      statementId: "s",
    }),
  ],
  [
    "one cached answer for several routes",
    ["advises", "cache"],
    r("httpAuthorizer", "z", {
      id: "z",
      apiId: "a",
      authorizerType: "REQUEST",
      enableSimpleResponses: true,
      authorizerPayloadFormatVersion: "2.0",
      authorizerResultTtlInSeconds: 300,
      identitySources: ["$request.header.Authorization"],
      authorizerUri: "x",
      name: "z",
    }),
    r("httpRoute", "r1", { apiId: "a", routeKey: "GET /a", authorizationType: "CUSTOM", authorizerId: "z" }),
    r("httpRoute", "r2", { apiId: "a", routeKey: "GET /b", authorizationType: "CUSTOM", authorizerId: "z" }),
  ],
  [
    "everything in one statement beside an unknown ARN",
    ["stops", "iam-"],
    svcRole(),
    r("rolePolicy", "p", {
      role: "r",
      policy: {
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: "*", Resource: "*" },
          { Effect: "Allow", Action: "s3:GetObject", Resource: unknown },
        ],
      },
    }),
  ],
  [
    "SSH open to the world",
    ["stops", ""],
    r("aws:ec2/securityGroup:SecurityGroup", "g", {
      ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
    }),
  ],
  [
    "a webhook of Slack",
    ["advises", ""],
    fn("f", {
      environment: {
        variables: { HOOK: "https://hooks.slack.com/services/T00000000/B00000000/abcdefghijklmnopqrstuvwx" },
      },
    }),
  ],
  [
    "a definition nested 2,000 deep beside a machine",
    ["stops", "state"],
    r("stateMachine", "deep", {
      type: "EXPRESS",
      definition: '{"StartAt":"A","States":{"A":'.repeat(2000) + "1" + "}}".repeat(2000),
    }),
    r("stateMachine", "m", {
      type: "EXPRESS",
      definition: text({
        StartAt: "A",
        States: { A: { Type: "Task", Resource: "arn:aws:states:::ecs:runTask.sync", End: true } },
      }),
    }),
  ],
  [
    "a queue URL of the wrong kind",
    ["says nothing of", "public"],
    r("queue", "q", { name: "q", url: "u", arn: `arn:aws:sqs:eu-west-1:${account}:q` }),
    r("queuePolicy", "p", {
      queueUrl: [],
      policy: policy({
        Effect: "Deny",
        Principal: "*",
        Action: "sqs:*",
        Resource: "*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    }),
  ],
  [
    "the principal AWS *",
    ["stops", "everybody"],
    r("role", "r", {
      assumeRolePolicy: policy({ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }),
    }),
  ],
  [
    "types that the pack does not know",
    ["says nothing of", "stops"],
    r("aws-native:s3:Bucket", "n", {}),
    r("foo:bar/baz:Baz", "n", {}),
  ],
];

judges("doors that stand open, and those that only look so", open);
