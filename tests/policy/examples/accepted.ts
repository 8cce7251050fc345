/** Examples that the pack stops rightly: the example is wrong itself, or opens a door on purpose. */
export interface Accepted {
  readonly examples: readonly string[];
  readonly rules: readonly string[];
  readonly why: string;
  readonly page: string;
}

export const accepted: readonly Accepted[] = [
  {
    examples: [
      "apigateway/integration#1",
      "apigateway/integration#2",
      "apigateway/integration#4",
      "apigateway/integration#5",
      "apigateway/integrationResponse#1",
      "apigateway/method#1",
      "apigateway/methodResponse#1",
      "apigateway/methodResponse#2",
    ],
    rules: ["apigateway-method-authorizer"],
    why: "Their methods have the authorization NONE: anybody calls them.",
    page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
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
    examples: ["lambda/layerVersionPermission#3"],
    rules: ["lambda-layer-public"],
    why: "A layer version that every account of AWS may use, as the example says itself.",
    page: "https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html",
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
