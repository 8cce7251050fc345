import { facts, type Made } from "../../heldOut/inputs";
import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const userPoolId = "eu-west-1_AbCdEfGhI";
const pool = on("aws:cognito/userPool:UserPool", { name: "people" });
const client = on("aws:cognito/userPoolClient:UserPoolClient", { name: "web", userPoolId });
const poolMade: Made = ["aws:cognito/userPool:UserPool", "people", { name: "people", id: userPoolId }];
const provider = (providerName: string): Made => [
  "aws:cognito/identityProvider:IdentityProvider",
  "own",
  {
    ...{ userPoolId, providerName, providerType: "OIDC" },
    providerDetails: {
      ...{ client_id: "c", client_secret: "s", authorize_scopes: "openid", attributes_request_method: "GET" },
      oidc_issuer: "https://own.example.com",
    },
  },
  { userPoolId: "aws:cognito/userPool:UserPool people" },
];
const signsIn: Made = [
  "aws:cognito/userPoolClient:UserPoolClient",
  "subject",
  {
    ...{ name: "web", userPoolId, supportedIdentityProviders: ["COGNITO", "Salesforce"] },
    ...{ allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"] },
    callbackUrls: ["https://own.example.com/in"],
  },
  { userPoolId: "aws:cognito/userPool:UserPool people" },
];
const federated = (providerName: string) => ({
  identityPoolName: "people",
  cognitoIdentityProviders: [{ clientId: "769obvghue82qn3tlrbl1em0pr", providerName }],
});

export const cognito: FactsByName = {
  "mfa-off-token": pool(
    "what is off has no factor",
    { mfaConfiguration: "OFF", softwareTokenMfaConfiguration: { enabled: true } },
    { mfaConfiguration: "OPTIONAL", softwareTokenMfaConfiguration: { enabled: true } },
  ),
  "refresh-token-days": client(
    "one signs in again after ten years",
    { refreshTokenValidity: 36500, tokenValidityUnits: { refreshToken: "days" } },
    { refreshTokenValidity: 3650, tokenValidityUnits: { refreshToken: "days" } },
  ),
  "provider-not-in-pool": facts(
    "a client names providers of its pool",
    [poolMade, provider("Other"), signsIn],
    [poolMade, provider("Salesforce"), signsIn],
  ),
  "identity-provider-pool-id": on("aws:cognito/identityPool:IdentityPool")(
    "a user pool is named by its host",
    federated(userPoolId),
    federated(`cognito-idp.eu-west-1.amazonaws.com/${userPoolId}`),
  ),
};

const document = (...Statement: readonly Arguments[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const reads = (Resource: string) => ({ policy: document({ Effect: "Allow", Action: "s3:GetObject", Resource }) });

export const iam: FactsByName = {
  "trust-without-principal": on("aws:iam/role:Role")(
    "a role trusts somebody",
    { assumeRolePolicy: document({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: [] } }) },
    { assumeRolePolicy: document({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: account } }) },
  ),
  "resource-bucket-name": on("aws:iam/policy:Policy", { name: "reads" })(
    "a resource is an ARN",
    reads("orders-bucket"),
    reads("arn:aws:s3:::orders-bucket/*"),
  ),
};

const parameter = on("aws:ssm/parameter:Parameter", { type: "SecureString", value: "s" });
const steps = JSON.stringify({
  ...{ schemaVersion: "2.2", description: "d" },
  mainSteps: [{ action: "aws:runShellScript", name: "run", inputs: { runCommand: ["date"] } }],
});

export const ssm: FactsByName = {
  "name-with-spaces": parameter("a name has no spaces", { name: "Dev MySQL DB" }, { name: "Dev-MySQL-DB" }),
  "document-name-aws": on("aws:ssm/document:Document", {
    ...{ documentType: "Command", content: steps },
  })("the name of a document does not begin with aws-", { name: "aws-orders" }, { name: "orders" }),
};

export const secretsmanager: FactsByName = {
  "days-and-schedule": on("aws:secretsmanager/secretRotation:SecretRotation", {
    ...{ secretId: "own", rotationLambdaArn: `arn:aws:lambda:eu-west-1:${account}:function:rotate` },
  })(
    "a secret rotates by days or by a schedule",
    { rotationRules: { automaticallyAfterDays: 30, scheduleExpression: "rate(6 hours)" } },
    { rotationRules: { scheduleExpression: "rate(6 hours)" } },
  ),
};

const apiType = "aws:appsync/graphQLApi:GraphQLApi";
const asCaller = (authenticationType: string): readonly Made[] => [
  [apiType, "api", { id: "api", name: "orders", authenticationType }],
  [
    "aws:appsync/dataSource:DataSource",
    "subject",
    {
      ...{ apiId: "api", name: "orders", type: "AMAZON_DYNAMODB", serviceRoleArn: `arn:aws:iam::${account}:role/r` },
      dynamodbConfig: { tableName: "orders", useCallerCredentials: true },
    },
    { apiId: `${apiType} api` },
  ],
];

export const appsync: FactsByName = {
  "caller-credentials": facts(
    "a caller with credentials signs in by IAM",
    asCaller("AMAZON_COGNITO_USER_POOLS"),
    asCaller("AWS_IAM"),
  ),
};
