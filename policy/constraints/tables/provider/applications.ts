import { type TypeRows } from "../../schema";
import { at, needs, takes } from "../given";
import { providerFile } from "../pages";
import { together } from "../together";

const role = "arn:aws:iam::111122223333:role/r";
const capacity = {
  name: "orders",
  permissionsConfig: { capacityProviderOperatorRoleArn: role },
  vpcConfig: { subnetIds: ["subnet-0123456789abcdef0"], securityGroupIds: ["sg-0123456789abcdef0"] },
};

/** Conditions on applications and their parts that the AWS provider's own code has. */
export const providerApplications: readonly TypeRows[] = [
  {
    type: "aws:apigateway/domainName:DomainName",
    source: providerFile("apigateway/rest_api"),
    rows: [
      at(
        "endpointConfiguration",
        "a private domain is dualstack",
        { when: { types: "PRIVATE" }, properties: { ipAddressType: { const: "dualstack" } } },
        { types: "PRIVATE", ipAddressType: "dualstack" },
        { types: "PRIVATE", ipAddressType: "ipv4" },
      ),
    ],
  },
  {
    type: "aws:kinesis/stream:Stream",
    source: providerFile("kinesis/stream"),
    rows: [
      together(
        "a stream that is not on demand has shards",
        { if: { excluded: ["streamModeDetails"] }, then: { required: ["shardCount"] }, level: "advisory" },
        { name: "orders" },
        { shardCount: 1 },
        {},
      ),
    ],
  },
  {
    type: "aws:lambda/invocation:Invocation",
    source: providerFile("lambda/invocation"),
    rows: [
      together(
        "a function that is called again on each change takes an object",
        { when: { lifecycleScope: "CRUD" }, properties: { input: { pattern: "^\\s*\\{[\\s\\S]*\\}\\s*$" } } },
        { functionName: "orders" },
        { lifecycleScope: "CRUD", input: '{"id":1}' },
        { lifecycleScope: "CRUD", input: '["id"]' },
      ),
    ],
  },
  {
    type: "aws:lambda/layerVersion:LayerVersion",
    source: providerFile("lambda/layer_version"),
    rows: [takes("code in a bucket has a key", { s3Bucket: "orders-code" }, { s3Key: "layer.zip" })],
  },
  {
    type: "aws:lambda/capacityProvider:CapacityProvider",
    source: providerFile("lambda/capacity_provider"),
    rows: [
      together(
        "requirements of instances have an architecture",
        { if: { required: ["instanceRequirements[]"] }, then: { required: ["instanceRequirements[].architectures"] } },
        capacity,
        { instanceRequirements: [{ architectures: ["arm64"] }] },
        { instanceRequirements: [{ allowedInstanceTypes: ["m7g.large"] }] },
      ),
      together(
        "scaling has a mode",
        {
          if: { required: ["capacityProviderScalingConfigs[]"] },
          then: { required: ["capacityProviderScalingConfigs[].scalingMode"] },
        },
        capacity,
        { capacityProviderScalingConfigs: [{ scalingMode: "Auto", maxVcpuCount: 16 }] },
        { capacityProviderScalingConfigs: [{ maxVcpuCount: 16 }] },
      ),
    ],
  },
  {
    type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    source: providerFile("firehose/delivery_stream"),
    rows: [
      needs(
        "a stream to Elasticsearch has its configuration",
        { destination: "elasticsearch" },
        { "elasticsearchConfiguration.roleArn": role },
        { required: ["elasticsearchConfiguration"] },
      ),
    ],
  },
  {
    type: "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
    source: providerFile("cognitoidentity/validate"),
    rows: [
      at(
        "roles",
        "roles are of authenticated or of unauthenticated identities",
        { requiredOr: ["authenticated", "unauthenticated"] },
        { authenticated: role },
        { admin: role },
      ),
    ],
  },
  {
    type: "aws:cognito/managedUserPoolClient:ManagedUserPoolClient",
    source: providerFile("cognitoidp/managed_user_pool_client"),
    rows: (
      [
        ["accessToken", 24],
        ["idToken", 24],
        ["refreshToken", 3650],
      ] as const
    ).map(([token, maximum]) =>
      together(
        `the validity of ${token} is at most ${maximum} ${token === "refreshToken" ? "days" : "hours"}`,
        {
          if: { excluded: [`tokenValidityUnits.${token}`] },
          then: { properties: { [`${token}Validity`]: { maximum } } },
        },
        { namePrefix: "orders", userPoolId: "eu-west-1_abcdefghi" },
        { [`${token}Validity`]: maximum },
        { [`${token}Validity`]: maximum + 1 },
      ),
    ),
  },
];
