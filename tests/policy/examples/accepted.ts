/** Examples that the pack stops rightly: the example is wrong itself, or opens a door on purpose. */
export interface Accepted {
  readonly examples: readonly string[];
  readonly rules: readonly string[];
  readonly why: string;
  readonly page: string;
}

/**
 * Findings on what is no value: the documentation has a mark in its place, or a text whose escapes it prints as they are.
 * They are of the generated and written rows of arguments alone, and say nothing of the rows.
 */
export const placeholders: readonly RegExp[] = [
  /\bREPLACE_WITH_YOUR_URL\b/,
  // `<password>` and `bar`, which are not repeated.
  /\bpassword (has (3|10) characters;|is set to what AWS does not take)/,
  /\bACCOUNT-ID\b|\bx{12}\b|\b0?12345679?8?9?10?\b|\b1234567890\b|\b01234567910\b/,
  /\bname is stack name\b/i,
  /\bARN OF CERTIFICATE AUTHORITY\b|\bSTATUS OF CERTIFICATE\b/,
  /\bis aws_msk_cluster\.arn\b|\bis sample-role-arn\b|xvM\.\.\.;|\bdomainSigningPrivateKey is set to/,
  /is no JSON: Expected property name or '}' in JSON/,
  /Syntax Error: Unexpected character: "\\"/,
];

export const accepted: readonly Accepted[] = [
  {
    examples: ["cloudwatch/eventTarget#7", "cloudwatch/eventTarget#8"],
    rules: ["eventbridge-arguments"],
    why: "Their rule has neither a pattern nor a schedule.",
    page: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html",
  },
  {
    examples: ["lambda/layerVersionPermission#3"],
    rules: ["lambda-layer-public"],
    why: "It opens its layer to everybody on purpose.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html",
  },
  {
    examples: ["elasticache/user#2"],
    rules: ["elasticache-arguments"],
    why: "A user with IAM authentication has the same userId and userName.",
    page: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html",
  },
  {
    examples: ["lambda/eventSourceMapping#5"],
    rules: ["lambda-arguments"],
    why: "A mapping reads one topic.",
    page: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html",
  },
  {
    examples: [
      "apigateway/integration#1",
      "apigateway/integration#2",
      "apigateway/integration#4",
      "apigateway/integration#5",
      "apigateway/integrationResponse#1",
      "apigateway/method#1",
      "apigateway/methodResponse#1",
    ],
    rules: ["apigateway-method-authorizer"],
    why: "Their methods have the authorization NONE: anybody calls them.",
    page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
  },
  {
    examples: ["apigateway/methodResponse#2"],
    rules: ["apigateway-arguments", "apigateway-method-authorizer"],
    why: "The key of a response parameter is method-response-header.X; the method has the authorization NONE.",
    page: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethodResponse.html",
  },
  {
    examples: ["apigatewayv2/route#1", "apigatewayv2/route#2"],
    rules: ["apigateway-route-authorizer"],
    why: "Their routes have no authorizer: anybody calls them.",
    page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html",
  },
  {
    examples: ["cfg/organizationCustomRule#1"],
    rules: ["lambda-permission-source"],
    why: "AWS Config of any account may have the function called: the permission has neither sourceAccount nor sourceArn.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
  },
  {
    examples: ["dynamodb/tag#1"],
    rules: ["dynamodb-replica-capacity", "dynamodb-replica-stream"],
    why: "A replica without a stream, and with provisioned capacity that does not scale, is refused.",
    page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_reqs_bestpractices.html",
  },
  {
    examples: ["ecs/cluster#3", "kms/keyPolicy#1"],
    rules: ["kms-public-policy"],
    why: "Their key policies allow kms:* to the principal *.",
    page: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
  },
  {
    examples: ["glacier/vault#1"],
    rules: ["glacier-public-policy"],
    why: "The vault's policy allows actions to the principal *.",
    page: "https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-access-policy.html",
  },
  {
    examples: ["lambda/function#3"],
    rules: ["lambda-snapstart"],
    why: "SnapStart does not go with more than 512 MB of ephemeral storage, and the example has 5,120 MB.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html",
  },
  {
    examples: ["lambda/functionUrl#1"],
    rules: ["lambda-url-auth"],
    why: "A function URL with the authorization NONE.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
  },
  {
    examples: ["rds/proxy#1"],
    rules: ["rds-proxy-zones"],
    why: "The proxy has one subnet, and needs two Availability Zones.",
    page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-network-prereqs.html",
  },
  {
    examples: ["s3/bucketAcl#2"],
    rules: ["s3-public-acl"],
    why: "The access control list is public-read.",
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html",
  },
  {
    examples: ["xray/resourcePolicy#1"],
    rules: ["xray-public-policy"],
    why: "The policy allows actions to the principal * under no condition.",
    page: "https://docs.aws.amazon.com/xray/latest/devguide/security_iam_service-with-iam.html",
  },
];

/** Why examples do not run by themselves, and how many at most. */
export const doesNotRun: readonly { readonly pattern: RegExp; readonly why: string; readonly most: number }[] = [
  { pattern: /^Missing required property/, why: "It leaves out what the SDK requires.", most: 120 },
  {
    pattern: /^Transform failed|^Unexpected|^Invalid or unexpected|has already been declared/,
    why: "It is no TypeScript, as generated.",
    most: 45,
  },
  {
    pattern: /is not a function|is not iterable|is not a constructor/,
    why: "It calls what is an output, or what the SDK does not have.",
    most: 3,
  },
  {
    pattern: /Cannot read properties of undefined|is not defined|before initialization/,
    why: "It uses a value before it has it, or one that the SDK does not give.",
    most: 5,
  },
];
