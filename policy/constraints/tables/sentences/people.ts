import { type Row, type TypeRows } from "../../schema";
import { at, says } from "../given";
import { api } from "../pages";
import { like } from "../together";

const group = "arn:aws:logs:eu-west-1:111122223333:log-group:";
const logged = (
  eventSource: string,
  logLevel: string,
  more: object = { cloudWatchLogsConfiguration: { logGroupArn: `${group}orders` } },
) => ({ eventSource, logLevel, ...more });
const level = (eventSource: string, logLevel: string, other: string): Row =>
  at(
    "logConfigurations[]",
    `the level of ${eventSource} is ${logLevel}`,
    { when: { eventSource }, properties: { logLevel: { const: logLevel } } },
    logged(eventSource, logLevel),
    logged(eventSource, other),
  );
const pool = { userPoolId: "eu-west-1_orders000" };
const grants = (...operations: readonly string[]) => ({
  granteePrincipal: "arn:aws:iam::111122223333:role/r",
  operations,
});
const keyOf = (id: string) => `arn:aws:kms:eu-west-1:111122223333:key/${id}`;
const keys: Row["beside"] = {
  symmetric: { type: "aws:kms/key:Key", properties: { arn: keyOf("1"), keyId: "1", region: "eu-west-1" } },
  signing: {
    type: "aws:kms/key:Key",
    properties: { arn: keyOf("2"), keyId: "2", customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" },
  },
};
const grantOf = (fact: string, operations: readonly string[], spec: object, good: object, bad: object): Row => ({
  at: "",
  fact,
  if: { properties: { operations: { contains: { enum: operations } } }, required: ["operations"] },
  then: { properties: { keyId: { refersTo: { type: "aws:kms/key:Key", fits: spec } } } },
  beside: keys,
  good,
  bad,
});
const asymmetric = ["Sign", "Verify", "GetPublicKey", "DeriveSharedSecret"];

/** What sentences of the API models say of people, keys and parameters. */
export const peopleSentences: readonly TypeRows[] = [
  {
    type: "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration",
    source: api("cognito", "LogConfigurationType"),
    rows: [
      // The AWS provider's own example has INFO.
      { ...level("userNotification", "ERROR", "INFO"), level: "advisory" },
      level("userAuthEvents", "INFO", "ERROR"),
      at(
        "logConfigurations[]",
        "logs of userNotification go to a log group",
        { when: { eventSource: "userNotification" }, excluded: ["s3Configuration", "firehoseConfiguration"] },
        logged("userNotification", "ERROR"),
        logged("userNotification", "ERROR", { s3Configuration: { bucketArn: "arn:aws:s3:::logs" } }),
      ),
      {
        at: "",
        fact: "the log group of a user pool has no KMS key",
        properties: {
          "logConfigurations[].cloudWatchLogsConfiguration.logGroupArn": {
            refersTo: { type: "aws:cloudwatch/logGroup:LogGroup", fits: { excluded: ["kmsKeyId"] } },
          },
        },
        source: api("cognito", "CloudWatchLogsConfigurationType"),
        beside: {
          encrypted: {
            type: "aws:cloudwatch/logGroup:LogGroup",
            properties: { arn: `${group}encrypted`, name: "encrypted", kmsKeyId: keyOf("1") },
          },
        },
        good: { ...pool, logConfigurations: [logged("userNotification", "ERROR")] },
        bad: {
          ...pool,
          logConfigurations: [
            logged("userNotification", "ERROR", { cloudWatchLogsConfiguration: { logGroupArn: `${group}encrypted` } }),
          ],
        },
      },
    ],
  },
  {
    type: "aws:cognito/userPoolClient:UserPoolClient",
    source: api("cognito", "CreateUserPoolClient"),
    rows: [
      says(
        "what a client does with OAuth needs allowedOauthFlowsUserPoolClient",
        {
          if: { required: ["allowedOauthFlows[]"] },
          then: {
            required: ["allowedOauthFlowsUserPoolClient"],
            properties: { allowedOauthFlowsUserPoolClient: { const: true } },
          },
          level: "advisory",
        },
        { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"] },
        { allowedOauthFlowsUserPoolClient: false, allowedOauthFlows: ["code"] },
      ),
    ],
  },
  {
    type: "aws:iam/policy:Policy",
    source: api("iam", "CreatePolicy"),
    rows: [like("path", "a path has no asterisk", "^[^*]*$", "/orders/", "/*/")],
  },
  {
    type: "aws:iam/serverCertificate:ServerCertificate",
    source: api("iam", "UploadServerCertificate"),
    rows: [like("name", "a name has letters, digits and _+=,.@-", "^[\\w+=,.@-]*$", "orders", "our orders")],
  },
  {
    type: "aws:iam/sshKey:SshKey",
    source: api("iam", "UploadSSHPublicKey"),
    rows: [
      like(
        "publicKey",
        "a key is in the format ssh-rsa or PEM",
        "^(?!\\s*(ssh-(ed25519|dss)|ecdsa-|sk-))",
        "ssh-rsa AAAAB3NzaC1yc2E= orders",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 orders",
      ),
    ],
  },
  {
    type: "aws:iam/serviceSpecificCredential:ServiceSpecificCredential",
    source: api("iam", "CreateServiceSpecificCredential"),
    rows: [
      says(
        "credentials of CodeCommit and Keyspaces have no age",
        {
          when: { serviceName: ["codecommit.amazonaws.com", "cassandra.amazonaws.com"] },
          excluded: ["credentialAgeDays"],
        },
        { userName: "orders", serviceName: "bedrock.amazonaws.com", credentialAgeDays: 30 },
        { userName: "orders", serviceName: "codecommit.amazonaws.com", credentialAgeDays: 30 },
      ),
    ],
  },
  {
    type: "aws:kms/grant:Grant",
    source: api("kms", "CreateGrant"),
    rows: [
      grantOf(
        "a symmetric key neither signs nor verifies",
        asymmetric,
        {
          required: ["customerMasterKeySpec"],
          properties: { customerMasterKeySpec: { not: { const: "SYMMETRIC_DEFAULT" } } },
        },
        { keyId: keyOf("2"), ...grants("Sign") },
        { keyId: keyOf("1"), ...grants("Sign") },
      ),
      grantOf(
        "an asymmetric key generates no data keys",
        [
          "GenerateDataKey",
          "GenerateDataKeyWithoutPlaintext",
          "GenerateDataKeyPair",
          "GenerateDataKeyPairWithoutPlaintext",
        ],
        { properties: { customerMasterKeySpec: { const: "SYMMETRIC_DEFAULT" } } },
        { keyId: keyOf("1"), ...grants("GenerateDataKey") },
        { keyId: keyOf("2"), ...grants("GenerateDataKey") },
      ),
    ],
  },
  {
    type: "aws:ssm/parameter:Parameter",
    source: api("ssm", "PutParameter"),
    rows: [
      like(
        "name",
        "a parameter is created by its name, not by an ARN",
        "^(?!arn:)",
        "/orders/table",
        "arn:aws:ssm:eu-west-1:111122223333:parameter/orders",
      ),
    ],
  },
  {
    type: "aws:ssm/document:Document",
    source: api("ssm", "CreateDocument"),
    rows: [
      { at: "content", maxBytes: 65_536, good: "{}", bad: JSON.stringify({ description: "a".repeat(65_536) }) },
      like(
        "permissions.accountIds",
        "a document is shared with ids of accounts or with All",
        "^([Aa][Ll][Ll]|\\s*\\d{12}\\s*(,\\s*\\d{12}\\s*)*)$",
        "111122223333",
        "everybody",
        { source: api("ssm", "ModifyDocumentPermission") },
      ),
    ],
  },
];
