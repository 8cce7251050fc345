import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { queueArn, target } from "../samples";
import { together } from "../together";

const role = "arn:aws:iam::111122223333:role/r";

/** Keys, queues, topics, schedules and streams: rows that stand by themselves. */
export const furtherMessages: readonly TypeRows[] = [
  {
    type: "aws:kms/key:Key",
    source: page("kms/latest/developerguide/symm-asymm-choose-key-spec"),
    rows: [
      ...["ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519", "ML_DSA_44", "ML_DSA_65", "ML_DSA_87"].map((spec) =>
        together(
          `a key of ${spec} signs`,
          { when: { customerMasterKeySpec: spec }, properties: { keyUsage: { const: "SIGN_VERIFY" } } },
          { customerMasterKeySpec: spec },
          { keyUsage: "SIGN_VERIFY" },
          { keyUsage: "KEY_AGREEMENT" },
        ),
      ),
    ],
  },
  {
    type: "aws:sns/topic:Topic",
    source: page("sns/latest/dg/message-archiving-and-replay-topic-owner"),
    rows: [
      {
        at: "archivePolicy",
        fact: "an archive is kept for 1 to 365 days",
        format: "archivePolicy",
        good: '{"MessageRetentionPeriod": "365"}',
        bad: '{"MessageRetentionPeriod": "366"}',
      },
    ],
  },
  {
    type: "aws:sns/topicSubscription:TopicSubscription",
    source: api("sns", "Subscribe"),
    rows: [
      together(
        "dead letters of a subscription go to a queue of the own Region",
        { join: "deadLetterQueue", source: measured },
        { topic: "arn:aws:sns:eu-west-1:111122223333:t", protocol: "sqs", endpoint: queueArn },
        { redrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn }) },
        { redrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn.replace("eu-west-1", "us-east-1") }) },
      ),
      together(
        "the endpoint of firehose is the ARN of a stream",
        { when: { protocol: "firehose" }, properties: { endpoint: { pattern: "^arn:[^:]*:firehose:" } } },
        { topic: "arn:aws:sns:eu-west-1:111122223333:t", protocol: "firehose", subscriptionRoleArn: role },
        { endpoint: "arn:aws:firehose:eu-west-1:111122223333:deliverystream/s" },
        { endpoint: queueArn },
      ),
      together(
        "the endpoint of application is that of a platform in SNS",
        {
          when: { protocol: "application" },
          properties: { endpoint: { pattern: "^arn:[^:]*:sns:[^:]*:[^:]*:endpoint/" } },
        },
        { topic: "arn:aws:sns:eu-west-1:111122223333:t", protocol: "application" },
        { endpoint: "arn:aws:sns:eu-west-1:111122223333:endpoint/GCM/app/11111111-1111-1111-1111-111111111111" },
        { endpoint: queueArn },
      ),
    ],
  },
  {
    type: "aws:sqs/queue:Queue",
    source: api("sqs", "CreateQueue"),
    rows: [
      together(
        "the queues whose dead letters it takes are of its own Region",
        { join: "sourceQueues", source: measured },
        { name: "dead" },
        { redriveAllowPolicy: JSON.stringify({ redrivePermission: "byQueue", sourceQueueArns: [queueArn] }) },
        {
          redriveAllowPolicy: JSON.stringify({
            redrivePermission: "byQueue",
            sourceQueueArns: [queueArn.replace("eu-west-1", "us-east-1")],
          }),
        },
      ),
    ],
  },
  {
    type: "aws:scheduler/schedule:Schedule",
    source: page("scheduler/latest/UserGuide/managing-targets-universal"),
    rows: [
      {
        at: "target.arn",
        fact: "a schedule does not call the Scheduler itself",
        not: { pattern: ":scheduler:::aws-sdk:scheduler:" },
        source: measured,
        good: "arn:aws:scheduler:::aws-sdk:sqs:sendMessage",
        bad: "arn:aws:scheduler:::aws-sdk:scheduler:createSchedule",
      },
    ],
  },
  {
    type: "aws:secretsmanager/secretRotation:SecretRotation",
    source: api("secretsmanager", "RotateSecret"),
    rows: [
      {
        at: "rotationLambdaArn",
        fact: "what rotates a secret is a function",
        arnOf: ["lambda"],
        good: target.arn,
        bad: role,
      },
      {
        at: "rotationRules.scheduleExpression",
        fact: "a rotation is every year, at hours that are four or more apart",
        format: "rotationSchedule",
        source: page("secretsmanager/latest/userguide/rotate-secrets_schedule"),
        good: "cron(0 0/4 * * ? *)",
        bad: "cron(0 0/2 * * ? *)",
      },
      together(
        "a rotation is over before the next one",
        { join: "rotationTime", source: page("secretsmanager/latest/userguide/rotate-secrets_schedule") },
        { secretId: "s", rotationLambdaArn: target.arn },
        { rotationRules: { scheduleExpression: "rate(4 hours)", duration: "4h" } },
        { rotationRules: { scheduleExpression: "rate(4 hours)", duration: "6h" } },
      ),
    ],
  },
  {
    type: "aws:pipes/pipe:Pipe",
    source: api("pipes", "CreatePipe"),
    rows: [
      {
        at: "sourceParameters.filterCriteria.filters[].pattern",
        fact: "the filter of a pipe is not empty",
        not: { pattern: "^\\s*\\{\\s*\\}\\s*$" },
        source: measured,
        good: '{"body": ["a"]}',
        bad: "{}",
      },
      {
        at: "logConfiguration.s3LogDestination.outputFormat",
        fact: "a pipe writes its logs to S3 as JSON",
        const: "json",
        source: measured,
        good: "json",
        bad: "plain",
      },
    ],
  },
  {
    type: "aws:sfn/activity:Activity",
    source: api("sfn", "EncryptionConfiguration"),
    rows: [
      {
        at: "encryptionConfiguration",
        fact: "CUSTOMER_MANAGED_KMS_KEY names a key",
        when: { type: "CUSTOMER_MANAGED_KMS_KEY" },
        required: ["kmsKeyId"],
        good: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: "alias/orders" },
        bad: { type: "CUSTOMER_MANAGED_KMS_KEY" },
      },
      {
        at: "encryptionConfiguration",
        fact: "AWS_OWNED_KEY takes no key",
        when: { type: "AWS_OWNED_KEY" },
        excluded: ["kmsKeyId", "kmsDataKeyReusePeriodSeconds"],
        good: { type: "AWS_OWNED_KEY" },
        bad: { type: "AWS_OWNED_KEY", kmsKeyId: "alias/orders" },
      },
      {
        at: "encryptionConfiguration.kmsKeyId",
        fact: "the key is in the activity's own Region",
        ownRegion: true,
        good: "arn:aws:kms:eu-west-1:111122223333:key/k",
        bad: "arn:aws:kms:us-east-1:111122223333:key/k",
      },
    ],
  },
  {
    type: "aws:sfn/stateMachine:StateMachine",
    source: api("sfn", "LogDestination"),
    rows: [
      {
        at: "loggingConfiguration.logDestination",
        fact: "a machine logs to a log group",
        arnOf: ["logs"],
        good: "arn:aws:logs:eu-west-1:111122223333:log-group:orders:*",
        bad: "arn:aws:s3:::orders:*",
      },
    ],
  },
  {
    type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    source: page("firehose/latest/dev/s3-prefixes"),
    rows: [
      ...["prefix", "errorOutputPrefix"].map((key): Row => ({
        at: `extendedS3Configuration.${key}`,
        fact: "a prefix without expressions has 512 characters at most",
        anyOf: [{ maxLength: 512 }, { pattern: "!\\{" }],
        source: measured,
        good: "a".repeat(512),
        bad: "a".repeat(513),
      })),
      {
        at: "extendedS3Configuration.errorOutputPrefix",
        fact: "a timestamp is written in the letters of DateTimeFormatter",
        not: { pattern: "!\\{timestamp:[^}']*[bfgijlortvBCIJPRTU][^}]*\\}" },
        good: "errors/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
        bad: "errors/!{firehose:error-output-type}/!{timestamp:bbb}/",
      },
      {
        at: "extendedS3Configuration.prefix",
        fact: "a timestamp is written in the letters of DateTimeFormatter",
        not: { pattern: "!\\{timestamp:[^}']*[bfgijlortvBCIJPRTU][^}]*\\}" },
        good: "!{timestamp:yyyy/MM/dd}/",
        bad: "!{timestamp:bbb}/",
      },

      {
        at: "extendedS3Configuration.processingConfiguration.processors[]",
        fact: "a processor of MetadataExtraction reads with JQ-1.6",
        when: { type: "MetadataExtraction" },
        properties: {
          parameters: {
            items: {
              when: { parameterName: "JsonParsingEngine" },
              properties: { parameterValue: { const: "JQ-1.6" } },
            },
          },
        },
        source: measured,
        good: {
          type: "MetadataExtraction",
          parameters: [
            { parameterName: "MetadataExtractionQuery", parameterValue: "{a:.a}" },
            { parameterName: "JsonParsingEngine", parameterValue: "JQ-1.6" },
          ],
        },
        bad: {
          type: "MetadataExtraction",
          parameters: [
            { parameterName: "MetadataExtractionQuery", parameterValue: "{a:.a}" },
            { parameterName: "JsonParsingEngine", parameterValue: "JQ-1.5" },
          ],
        },
      },
      {
        at: "extendedS3Configuration.dataFormatConversionConfiguration.inputFormatConfiguration.deserializer.hiveJsonSerDe.timestampFormats[]",
        fact: "a format of times is millis, or in the letters of Joda",
        pattern: "^(millis|([^IJPRTUVbfijloprt']|'[^']*')*)$",
        source: api("firehose", "HiveJsonSerDe"),
        good: "yyyy-MM-dd'T'HH:mm:ss",
        bad: "yyyy-MM-ddTHH:mm:ss",
      },
    ],
  },
];
