import { type Row, type TypeRows } from "../schema";
import { api, page } from "./pages";
import { needs, only, sameRegion, together } from "./together";

const key = "arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-1111-1111-111111111111";
const primary = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";
const machine = {
  roleArn: "arn:aws:iam::111122223333:role/r",
  definition: '{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}',
};

const targetKeys = (at: string, windows: string): Row => ({
  at,
  fact: `a target is given by InstanceIds, tag:<key>, tag-key, resource-groups:Name${windows}`,
  pattern:
    "^(InstanceIds|tag:.+|tag-key|resource-groups:(Name|ResourceTypeFilters)|aws:NoOpAutomationTag|WindowTargetIds|ParameterValues|AWS::EC2::Instance)$",
  source: api("ssm", "Target"),
  good: "tag:team",
  bad: "instances",
});

const primaryOf = (type: string): TypeRows => ({
  type,
  source: api("kms", "ReplicateKey"),
  rows: [
    {
      at: "primaryKeyArn",
      fact: "a replica is of a multi-Region key, whose id begins with mrk-",
      pattern: "^arn:[^:]*:kms:[^:]*:[^:]*:key/mrk-",
      good: primary,
      bad: key.replace("eu-west-1", "us-east-1"),
    },
    {
      at: "primaryKeyArn",
      fact: "a replica is in another Region than its primary key",
      otherRegion: true,
      good: primary,
      bad: primary.replace("us-east-1", "eu-west-1"),
    },
  ],
});

/** Systems Manager, secrets, keys and state machines: settings that go together, or do not. */
export const operations: readonly TypeRows[] = [
  {
    type: "aws:kms/alias:Alias",
    source: api("kms", "CreateAlias"),
    rows: [sameRegion("targetKeyId", "an alias is in the Region of its key", key)],
  },
  primaryOf("aws:kms/replicaKey:ReplicaKey"),
  primaryOf("aws:kms/replicaExternalKey:ReplicaExternalKey"),
  {
    type: "aws:kms/key:Key",
    source: api("kms", "CreateKey"),
    rows: [
      {
        at: "",
        fact: "SM2 keys are for Regions in China",
        not: {
          properties: { customerMasterKeySpec: { const: "SM2" } },
          required: ["customerMasterKeySpec"],
          allOf: [{ not: { properties: { region: { pattern: "^cn-" } }, required: ["region"] } }],
        },
        good: { customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
        bad: { customerMasterKeySpec: "SM2", keyUsage: "SIGN_VERIFY" },
      },
    ],
  },
  {
    type: "aws:secretsmanager/secret:Secret",
    source: api("secretsmanager", "CreateSecret"),
    rows: [
      sameRegion("kmsKeyId", "the key is in the secret's own Region", key),
      {
        at: "kmsKeyId",
        fact: "a secret is not encrypted with the key of another service",
        not: { pattern: "alias/aws/(?!secretsmanager$)" },
        good: "alias/aws/secretsmanager",
        bad: "alias/aws/s3",
      },
      {
        at: "replicas[].region",
        fact: "a replica is in another Region than the secret",
        otherRegion: true,
        good: "us-east-1",
        bad: "eu-west-1",
      },
    ],
  },
  {
    type: "aws:secretsmanager/secretRotation:SecretRotation",
    source: api("secretsmanager", "RotateSecret"),
    rows: [
      together(
        "a secret has one rotation",
        {
          onlyOne: ["secretId"],
          beside: {
            first: {
              type: "aws:secretsmanager/secretRotation:SecretRotation",
              properties: { secretId: "s", region: "eu-west-1" },
            },
          },
        },
        { rotationRules: { automaticallyAfterDays: 30 } },
        { secretId: "t" },
        { secretId: "s" },
      ),
    ],
  },
  {
    type: "aws:sfn/stateMachine:StateMachine",
    source: api("sfn", "CreateStateMachine"),
    rows: [
      sameRegion("encryptionConfiguration.kmsKeyId", "the key is in the machine's own Region", key),
      together(
        "the name of a machine with logs has ASCII letters, digits and . - _",
        {
          when: { "loggingConfiguration.level": ["ALL", "ERROR", "FATAL"] },
          properties: { name: { pattern: "^[\\w.-]+$" } },
          source: page("step-functions/latest/dg/cw-logs"),
        },
        {
          ...machine,
          loggingConfiguration: { level: "ALL", logDestination: "arn:aws:logs:eu-west-1:111122223333:log-group:g:*" },
        },
        { name: "orders" },
        { name: "aufträge" },
      ),
      together(
        "an EXPRESS machine waits for no job, no token and no activity",
        {
          when: { type: "EXPRESS" },
          properties: { definition: { format: "expressMachine" } },
          source: page("step-functions/latest/dg/choosing-workflow-type"),
        },
        {
          roleArn: machine.roleArn,
          definition:
            '{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"arn:aws:states:::batch:submitJob.sync","Parameters":{"JobName":"j","JobDefinition":"d","JobQueue":"q"},"End":true}}}',
        },
        { type: "STANDARD" },
        { type: "EXPRESS" },
      ),
    ],
  },
  {
    type: "aws:ssm/association:Association",
    source: api("ssm", "CreateAssociation"),
    rows: [
      targetKeys("targets[].key", ""),
      {
        at: "scheduleExpression",
        fact: "a schedule is rate(…) of 30 minutes or more, cron(…) or at(…)",
        pattern: "^(rate\\((3\\d|[4-9]\\d|\\d{3,}) minutes?\\)|rate\\(\\d+ (hour|day)s?\\)|cron\\(.*\\)|at\\(.*\\))$",
        source: page("systems-manager/latest/userguide/reference-cron-and-rate-expressions"),
        good: "rate(30 minutes)",
        bad: "rate(5 minutes)",
      },
    ],
  },
  {
    type: "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget",
    source: api("ssm", "RegisterTargetWithMaintenanceWindow"),
    rows: [
      together(
        "targets of INSTANCE are given by InstanceIds or tags",
        {
          when: { resourceType: "INSTANCE" },
          properties: { "targets[].key": { pattern: "^(InstanceIds|tag:.+|tag-key)$" } },
        },
        { windowId: "mw-1", resourceType: "INSTANCE" },
        { targets: [{ key: "tag:team", values: ["a"] }] },
        { targets: [{ key: "resource-groups:Name", values: ["a"] }] },
      ),
      together(
        "targets of RESOURCE_GROUP are given by resource-groups:Name",
        { when: { resourceType: "RESOURCE_GROUP" }, properties: { "targets[].key": { pattern: "^resource-groups:" } } },
        { windowId: "mw-1", resourceType: "RESOURCE_GROUP" },
        { targets: [{ key: "resource-groups:Name", values: ["a"] }] },
        { targets: [{ key: "InstanceIds", values: ["i-1"] }] },
      ),
      { at: "resourceType", enum: ["INSTANCE", "RESOURCE_GROUP"], good: "INSTANCE", bad: "EC2" },
    ],
  },
  {
    type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
    source: api("ssm", "RegisterTaskWithMaintenanceWindow"),
    rows: [
      {
        at: "taskType",
        enum: ["RUN_COMMAND", "AUTOMATION", "STEP_FUNCTIONS", "LAMBDA"],
        good: "LAMBDA",
        bad: "COMMAND",
      },
      needs("a task of RUN_COMMAND has targets", { taskType: "RUN_COMMAND" }, ["targets[]"])(
        { windowId: "mw-1", taskArn: "AWS-RunShellScript", taskType: "RUN_COMMAND" },
        { targets: [{ key: "WindowTargetIds", values: ["t"] }], maxConcurrency: "1", maxErrors: "1" },
        {},
      ),
      together(
        "a task with targets has maxConcurrency and maxErrors",
        { if: { required: ["targets[]"] }, then: { required: ["maxConcurrency", "maxErrors"] } },
        {
          windowId: "mw-1",
          taskArn: "AWS-RunShellScript",
          taskType: "RUN_COMMAND",
          targets: [{ key: "WindowTargetIds", values: ["t"] }],
        },
        { maxConcurrency: "1", maxErrors: "1" },
        {},
      ),
      ...(
        [
          ["RUN_COMMAND", "runCommandParameters", { documentVersion: "1" }],
          ["AUTOMATION", "automationParameters", { documentVersion: "1" }],
          ["LAMBDA", "lambdaParameters", { qualifier: "1" }],
          ["STEP_FUNCTIONS", "stepFunctionsParameters", { input: "{}" }],
        ] as const
      ).map(([taskType, own, values], _, all): Row => {
        const others = all
          .map(([, block]) => `taskInvocationParameters.${block}`)
          .filter((block) => !block.endsWith(own));
        const [, other, otherValues] = all.find(([kind]) => kind !== taskType) ?? ["", "", {}];
        return only(`a task of ${taskType} has ${own} alone`, { taskType }, others)(
          {
            windowId: "mw-1",
            taskArn: "a",
            taskType,
            targets: [{ key: "WindowTargetIds", values: ["t"] }],
            maxConcurrency: "1",
            maxErrors: "1",
          },
          { taskInvocationParameters: { [own]: values } },
          { taskInvocationParameters: { [other]: otherValues } },
        );
      }),
    ],
  },
  {
    type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
    source: api("ssm", "CreateMaintenanceWindow"),
    rows: [
      {
        at: "schedule",
        fact: "a schedule is cron(…), rate(…) or at(…)",
        pattern: "^(cron|rate|at)\\(.+\\)$",
        good: "cron(0 16 ? * TUE *)",
        bad: "every tuesday",
      },
    ],
  },
  {
    type: "aws:ssm/parameter:Parameter",
    source: api("ssm", "PutParameter"),
    rows: [
      {
        at: "value",
        fact: "a value has no {{ and }}",
        not: { pattern: "\\{\\{.*\\}\\}" },
        good: "orders",
        bad: "{{orders}}",
      },
      {
        at: "",
        fact: "a value matches the allowedPattern",
        join: "allowedPattern",
        good: { name: "orders", type: "String", value: "12", allowedPattern: "^\\d+$" },
        bad: { name: "orders", type: "String", value: "twelve", allowedPattern: "^\\d+$" },
      },
      together(
        "a parameter of aws:ec2:image is the id of an image",
        { when: { dataType: "aws:ec2:image" }, properties: { value: { pattern: "^ami-" } } },
        { name: "image", type: "String", dataType: "aws:ec2:image" },
        { value: "ami-0123456789abcdef0" },
        { value: "linux" },
      ),
    ],
  },
];
