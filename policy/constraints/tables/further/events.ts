import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { among, like, only, together } from "../together";

const role = "arn:aws:iam::111122223333:role/r";
const auth = [
  ["apiKey", { key: "X-Key", value: "v" }],
  ["basic", { username: "u", password: "p" }],
] as const;
const oauth = {
  authorizationEndpoint: "https://id.example.com/t",
  httpMethod: "POST",
  clientParameters: { clientId: "c", clientSecret: "s" },
  oauthHttpParameters: {},
};
const parameters = Array.from({ length: 101 }, (_, index) => ({ key: `k${index}`, value: "v" }));

const hundred = (at: string): Row => ({
  at,
  maxItems: 100,
  source: api("events", "ConnectionHttpParameters"),
  good: [{ key: "k", value: "v" }],
  bad: parameters,
});

const batch = "targetParameters.batchJobParameters";
const toBatch = api("pipes", "PipeTargetBatchJobParameters");
const redshift = api("pipes", "PipeTargetRedshiftDataParameters");
const machine = "arn:aws:states:eu-west-1:111122223333:stateMachine:orders";

/** Connections, permissions, pipes and messages: what goes together, or not. */
export const furtherEvents: readonly TypeRows[] = [
  {
    type: "aws:cloudwatch/eventConnection:EventConnection",
    source: api("events", "CreateConnection"),
    rows: [
      {
        at: "authParameters",
        fact: "a connection has the parameters of one authorizationType",
        requiredXor: ["apiKey", "basic", "oauth"],
        good: { apiKey: auth[0][1] },
        bad: Object.fromEntries(auth),
      },
      ...["authParameters.invocationHttpParameters", "authParameters.oauth.oauthHttpParameters"].flatMap((at) =>
        ["bodies", "headers", "queryStrings"].map((kind) => hundred(`${at}.${kind}`)),
      ),
      together(
        "authParameters.oauth goes with OAUTH_CLIENT_CREDENTIALS",
        { when: { authorizationType: ["API_KEY", "BASIC"] }, excluded: ["authParameters.oauth"] },
        { name: "c" },
        { authorizationType: "BASIC", authParameters: { basic: auth[1][1] } },
        { authorizationType: "BASIC", authParameters: { basic: auth[1][1], oauth } },
      ),
    ],
  },
  {
    type: "aws:cloudwatch/eventPermission:EventPermission",
    source: api("events", "Condition"),
    rows: [
      { at: "condition.type", enum: ["StringEquals"], good: "StringEquals", bad: "StringLike" },
      { at: "condition.key", enum: ["aws:PrincipalOrgID"], good: "aws:PrincipalOrgID", bad: "aws:SourceAccount" },
      like(
        "condition.value",
        "a condition is the id of an organization",
        "^o-[a-z0-9]{10,32}$",
        "o-1234567890",
        "r-1234",
      ),
      only("a condition goes with the principal *", { principal: { pattern: "^\\d{12}$" } }, ["condition"])(
        { statementId: "s", condition: { key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-1234567890" } },
        { principal: "*" },
        { principal: "111122223333" },
      ),
    ],
  },
  {
    type: "aws:cloudwatch/eventTarget:EventTarget",
    source: api("events", "Target"),
    rows: [
      {
        at: "runCommandTargets",
        maxItems: 5,
        good: [{ key: "tag:team", values: ["a"] }],
        bad: Array.from({ length: 6 }, (_, index) => ({ key: `tag:t${index}`, values: ["a"] })),
      },
      like(
        "runCommandTargets[].key",
        "targets of a command are InstanceIds or tag:<name>",
        "^(InstanceIds|tag:.+)$",
        "tag:team",
        "instances",
        { source: api("events", "RunCommandTarget") },
      ),
    ],
  },
  {
    type: "aws:pipes/pipe:Pipe",
    source: api("pipes", "CreatePipe"),
    rows: [
      { at: `${batch}.arrayProperties.size`, minimum: 2, maximum: 10_000, source: toBatch, good: 2, bad: 1 },
      {
        at: `${batch}.dependsOns`,
        maxItems: 20,
        source: toBatch,
        good: [{ jobId: "j", type: "SEQUENTIAL" }],
        bad: Array.from({ length: 21 }, (_, index) => ({ jobId: `j${index}`, type: "SEQUENTIAL" })),
      },
      like(
        `${batch}.jobName`,
        "a job has 1 to 128 letters, digits, hyphens and underscores, and begins with one of the first two",
        "^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$",
        "orders",
        "_orders",
        { source: toBatch },
      ),
      {
        at: `${batch}.containerOverrides.environments[].name`,
        fact: "a variable does not begin with AWS_BATCH",
        not: { pattern: "^AWS_BATCH" },
        source: toBatch,
        good: "TEAM",
        bad: "AWS_BATCH_TEAM",
      },
      { at: `${batch}.retryStrategy.attempts`, minimum: 1, maximum: 10, source: toBatch, good: 1, bad: 11 },
      {
        at: "targetParameters.redshiftDataParameters",
        fact: "a statement is run by a dbUser or with a secret",
        requiredOr: ["dbUser", "secretManagerArn"],
        source: redshift,
        level: "advisory",
        good: { database: "d", sqls: ["select 1"], dbUser: "u" },
        bad: { database: "d", sqls: ["select 1"] },
      },
      together(
        "a STANDARD state machine is started with FIRE_AND_FORGET",
        {
          when: { "targetParameters.stepFunctionStateMachineParameters.invocationType": "REQUEST_RESPONSE" },
          properties: {
            target: {
              refersTo: {
                type: "aws:sfn/stateMachine:StateMachine",
                fits: { required: ["type"], properties: { type: { const: "EXPRESS" } } },
              },
            },
          },
          source: api("pipes", "PipeTargetStateMachineParameters"),
          beside: {
            machine: {
              type: "aws:sfn/stateMachine:StateMachine",
              properties: {
                arn: machine,
                name: "orders",
                roleArn: role,
                type: "STANDARD",
                definition: '{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}',
              },
            },
          },
        },
        { roleArn: role, source: "arn:aws:sqs:eu-west-1:111122223333:orders", target: machine },
        { targetParameters: { stepFunctionStateMachineParameters: { invocationType: "FIRE_AND_FORGET" } } },
        { targetParameters: { stepFunctionStateMachineParameters: { invocationType: "REQUEST_RESPONSE" } } },
      ),
      {
        at: "sourceParameters.selfManagedKafkaParameters.credentials",
        fact: "credentials are of one kind",
        requiredXor: ["basicAuth", "clientCertificateTlsAuth", "saslScram256Auth", "saslScram512Auth"],
        good: { basicAuth: "arn:s" },
        bad: { basicAuth: "arn:s", saslScram512Auth: "arn:s" },
      },
      {
        at: "sourceParameters.managedStreamingKafkaParameters.credentials",
        fact: "credentials are of one kind",
        requiredXor: ["clientCertificateTlsAuth", "saslScram512Auth"],
        good: { saslScram512Auth: "arn:s" },
        bad: { clientCertificateTlsAuth: "arn:s", saslScram512Auth: "arn:s" },
      },
    ],
  },
  {
    type: "aws:sns/platformApplication:PlatformApplication",
    source: api("sns", "CreatePlatformApplication"),
    rows: [
      like(
        "name",
        "an application has 1 to 256 letters, digits and _ - .",
        "^[A-Za-z0-9_.-]{1,256}$",
        "orders",
        "my orders",
      ),
      among(
        "platform",
        [
          "ADM",
          "APNS",
          "APNS_SANDBOX",
          "APNS_VOIP",
          "APNS_VOIP_SANDBOX",
          "MACOS",
          "MACOS_SANDBOX",
          "BAIDU",
          "FCM",
          "GCM",
          "MPNS",
          "WNS",
        ],
        "ANDROID",
      ),
      together(
        "ADM, Apple, Baidu and Windows have a platformPrincipal",
        { when: { platform: ["ADM", "APNS", "APNS_SANDBOX", "BAIDU", "WNS"] }, required: ["platformPrincipal"] },
        { name: "a", platform: "APNS", platformCredential: "k" },
        { platformPrincipal: "c" },
        {},
      ),
      {
        at: "successFeedbackSampleRate",
        minimum: 0,
        maximum: 100,
        source: api("sns", "SetPlatformApplicationAttributes"),
        good: 100,
        bad: 101,
      },
      together(
        "a key of Apple has a team and a bundle",
        {
          dependentRequired: {
            applePlatformTeamId: ["applePlatformBundleId"],
            applePlatformBundleId: ["applePlatformTeamId"],
          },
          source: page("sns/latest/dg/sns-apple-authentication-methods"),
        },
        {
          name: "a",
          platform: "APNS",
          platformCredential: "k",
          platformPrincipal: "p",
          applePlatformTeamId: "AAAAAAAAAA",
        },
        { applePlatformBundleId: "com.example" },
        {},
      ),
      like(
        "applePlatformTeamId",
        "the id of a team has ten capital letters and digits",
        "^[0-9A-Z]{10}$",
        "A1B2C3D4E5",
        "team",
        { source: page("sns/latest/dg/sns-apple-authentication-methods") },
      ),
    ],
  },
  {
    type: "aws:sns/smsPreferences:SmsPreferences",
    source: api("sns", "SetSMSAttributes"),
    rows: [
      like(
        "defaultSenderId",
        "a sender has 1 to 11 letters and digits, one letter at least",
        "^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$",
        "Orders",
        "12345",
      ),
      among("defaultSmsType", ["Promotional", "Transactional"], "Marketing"),
      { at: "deliveryStatusSuccessSamplingRate", minimum: 0, maximum: 100, good: "100", bad: "101" },
      { at: "monthlySpendLimit", minimum: 0, good: 10, bad: -1 },
    ],
  },
  {
    type: "aws:sns/dataProtectionPolicy:DataProtectionPolicy",
    source: api("sns", "PutDataProtectionPolicy"),
    rows: [
      {
        at: "policy",
        fact: "a policy of data protection is JSON of at most 30,720 characters",
        format: "json",
        maxLength: 30_720,
        good: "{}",
        bad: "deny",
      },
      like(
        "arn",
        "a policy is of a topic, named by its ARN",
        "^arn:[^:]*:sns:[^:]*:\\d{12}:",
        "arn:aws:sns:eu-west-1:111122223333:t",
        "orders",
      ),
    ],
  },
];
