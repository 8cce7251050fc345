import { measured, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { needs, only, sameRegion, together } from "../together";
import { functionArn, queue, stream } from "./shared";

const zip = { name: "f", role: "arn:aws:iam::111122223333:role/r", runtime: "nodejs22.x", handler: "i.h" };
const image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:1";
const instances = {
  capacityProviderConfig: {
    lambdaManagedInstancesCapacityProviderConfig: {
      capacityProviderArn: "arn:aws:lambda:eu-west-1:111122223333:capacity-provider:c",
    },
  },
};
const tenants = { tenancyConfig: { tenantIsolationMode: "PER_TENANT" } };
const snapStart = { snapStart: { applyOn: "PublishedVersions" } };
const signing = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0123456789abcdef0";
const isolation = page("lambda/latest/dg/tenant-isolation");
const managed = page("lambda/latest/dg/lambda-managed-instances");

const ofFunction: TypeRows = {
  type: "aws:lambda/function:Function",
  source: api("lambda", "CreateFunction"),
  rows: [
    together(
      "a function on managed instances logs in JSON",
      {
        if: { required: ["capacityProviderConfig"], properties: { capacityProviderConfig: {} } },
        then: { properties: { "loggingConfig.logFormat": { const: "JSON" } } },
        source: managed,
      },
      { ...zip, ...instances, memorySize: 2048 },
      { loggingConfig: { logFormat: "JSON" } },
      { loggingConfig: { logFormat: "Text" } },
    ),
    together(
      "managed instances run Java 21, Python 3.13, Node.js 22, .NET 8, provided.al2023 and newer",
      {
        if: { required: ["capacityProviderConfig"] },
        then: {
          properties: {
            runtime: {
              not: {
                pattern:
                  "^(java(8|11|17)|python(2|3\\.\\d$|3\\.1[0-2]$)|nodejs(\\d\\.|1\\d\\.|20\\.)|dotnet(core|5|6|7)|ruby|go1|provided$|provided\\.al2$)",
              },
            },
          },
        },
        source: page("lambda/latest/dg/lambda-managed-instances-runtimes"),
      },
      { ...instances, name: "f", memorySize: 2048 },
      { runtime: "python3.13" },
      { runtime: "python3.12" },
    ),
    together(
      "code of a bucket is named by s3Bucket and s3Key",
      { dependentRequired: { s3Bucket: ["s3Key"], s3Key: ["s3Bucket"], s3ObjectVersion: ["s3Key"] } },
      zip,
      { s3Bucket: "b", s3Key: "k" },
      { s3Bucket: "b" },
    ),
    together(
      "the code is an archive, an object of a bucket or an image",
      { atMostOne: ["code", "s3Bucket", "imageUri"] },
      { name: "f", packageType: "Image" },
      { imageUri: image },
      { imageUri: image, s3Bucket: "b", s3Key: "k" },
    ),
    together(
      "an imageUri needs the packageType Image",
      {
        if: { required: ["imageUri"] },
        then: { required: ["packageType"], properties: { packageType: { const: "Image" } } },
      },
      { name: "f", imageUri: image },
      { packageType: "Image" },
      { packageType: "Zip" },
    ),
    {
      at: "imageUri",
      fact: "an image is in a private repository of ECR, and not at its FIPS endpoint",
      pattern: "^\\d{12}\\.dkr[.-]ecr\\.[a-z0-9-]+\\.(amazonaws\\.com(\\.cn)?|on\\.aws)/|^\\d{12}\\.dkr\\.ecr\\.",
      source: page("lambda/latest/dg/images-create"),
      good: image,
      bad: "public.ecr.aws/lambda/nodejs:22",
    },
    together(
      "code signing is for functions of archives",
      { when: { packageType: "Image" }, excluded: ["codeSigningConfigArn"] },
      { codeSigningConfigArn: signing },
      zip,
      { packageType: "Image", imageUri: image },
    ),
    sameRegion("codeSigningConfigArn", "the code signing configuration is in the function's own Region", signing),
    sameRegion("kmsKeyArn", "the key is in the function's own Region", "arn:aws:kms:eu-west-1:111122223333:key/k"),
    {
      at: "loggingConfig.logGroup",
      fact: "the name of an own log group does not begin with aws/",
      not: { pattern: "^aws/" },
      source: api("lambda", "LoggingConfig"),
      good: "/orders/functions",
      bad: "aws/orders",
    },
    only(
      "a function whose tenants are apart has no SnapStart",
      { "snapStart.applyOn": "PublishedVersions" },
      ["tenancyConfig"],
      {
        source: isolation,
      },
    )({ name: "f", runtime: "java21" }, snapStart, { ...snapStart, ...tenants }),
    {
      at: "vpcConfig.subnetIds[]",
      fact: "a subnet of a function is in a VPC of shared tenancy",
      refersTo: {
        type: "aws:ec2/subnet:Subnet",
        fits: {
          properties: {
            vpcId: {
              refersTo: {
                type: "aws:ec2/vpc:Vpc",
                fits: { properties: { instanceTenancy: { not: { const: "dedicated" } } } },
              },
            },
          },
        },
      },
      source: page("lambda/latest/dg/configuration-vpc"),
      good: "subnet-1",
      bad: "subnet-own",
      beside: {
        vpc: {
          type: "aws:ec2/vpc:Vpc",
          properties: { id: "vpc-own", cidrBlock: "10.0.0.0/16", instanceTenancy: "dedicated" },
        },
        subnet: {
          type: "aws:ec2/subnet:Subnet",
          properties: { id: "subnet-own", vpcId: "vpc-own", cidrBlock: "10.0.0.0/24" },
        },
      },
      links: { vpcConfig: "subnet" },
    },
    together(
      "the subnets and security groups of a function are of one VPC",
      {
        join: "functionVpc",
        source: api("lambda", "VpcConfig"),
        beside: {
          subnet: {
            type: "aws:ec2/subnet:Subnet",
            properties: { id: "subnet-a", vpcId: "vpc-a", cidrBlock: "10.0.0.0/24" },
          },
          own: { type: "aws:ec2/securityGroup:SecurityGroup", properties: { id: "sg-a", vpcId: "vpc-a" } },
          other: { type: "aws:ec2/securityGroup:SecurityGroup", properties: { id: "sg-b", vpcId: "vpc-b" } },
        },
      },
      zip,
      { vpcConfig: { subnetIds: ["subnet-a"], securityGroupIds: ["sg-a"] } },
      { vpcConfig: { subnetIds: ["subnet-a"], securityGroupIds: ["sg-b"] } },
    ),
  ],
};

const ofMapping: TypeRows = {
  type: "aws:lambda/eventSourceMapping:EventSourceMapping",
  source: api("lambda", "CreateEventSourceMapping"),
  rows: [
    {
      at: "eventSourceArn",
      fact: "a source is a queue of SQS, a stream of Kinesis or DynamoDB, Kafka, Amazon MQ or DocumentDB (by the ARN of rds)",
      arnOf: ["sqs", "kinesis", "dynamodb", "kafka", "mq", "rds"],
      good: queue,
      bad: "arn:aws:docdb-elastic:eu-west-1:111122223333:cluster/c",
    },
    sameRegion("eventSourceArn", "the source is in the mapping's own Region", queue),
    {
      at: "functionName",
      fact: "it is a name of 64 characters at most, with an alias or a version if need be, or an ARN",
      pattern:
        "^(arn:aws[a-zA-Z-]*:lambda:[a-z0-9-]+:\\d{12}:function:|\\d{12}:function:)?[a-zA-Z0-9_-]{1,64}(:(\\$LATEST|[a-zA-Z0-9_-]+))?$|^arn:aws[a-zA-Z-]*:lambda:[^:]*:[^:]*:function:",
      good: "orders:live",
      bad: "o".repeat(65),
    },
    ...["destinationConfig.onFailure.destinationArn"].map((at) => ({
      at,
      fact: "a destination is no FIFO queue or topic",
      not: { pattern: "^arn:[^:]*:(sqs|sns):.*\\.fifo$" },
      source: page("lambda/latest/dg/services-ddb-errors"),
      good: queue,
      bad: "arn:aws:sqs:eu-west-1:111122223333:failed.fifo",
    })),
    together(
      "a destination of failures is for streams and Kafka",
      {
        if: { required: ["destinationConfig.onFailure.destinationArn", "eventSourceArn"] },
        then: { properties: { eventSourceArn: { arnOf: ["kinesis", "dynamodb", "kafka"] } } },
        fix: "Remove destinationConfig: a queue has a redrive policy instead.",
        source: page("lambda/latest/dg/invocation-async-retain-records"),
      },
      {
        functionName: "f",
        destinationConfig: { onFailure: { destinationArn: "arn:aws:sqs:eu-west-1:111122223333:failed" } },
      },
      { eventSourceArn: stream, startingPosition: "LATEST" },
      { eventSourceArn: queue },
    ),
    needs(
      "a mapping of DocumentDB has the credentials BASIC_AUTH",
      { documentDbEventSourceConfig: {} },
      ["sourceAccessConfigurations"],
      { properties: { sourceAccessConfigurations: { contains: { properties: { type: { const: "BASIC_AUTH" } } } } } },
    )(
      { functionName: "f", documentDbEventSourceConfig: { databaseName: "d" } },
      {
        sourceAccessConfigurations: [
          { type: "BASIC_AUTH", uri: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s" },
        ],
      },
      { sourceAccessConfigurations: [{ type: "VPC_SUBNET", uri: "subnet:subnet-1" }] },
    ),
    together(
      "Amazon MQ takes BASIC_AUTH and VIRTUAL_HOST: credentials of Kafka are not for it",
      {
        if: { required: ["eventSourceArn"], properties: { eventSourceArn: { arnOf: ["mq"] } } },
        then: {
          properties: {
            "sourceAccessConfigurations[].type": {
              not: { enum: ["CLIENT_CERTIFICATE_TLS_AUTH", "SASL_SCRAM_256_AUTH", "SASL_SCRAM_512_AUTH"] },
            },
          },
        },
        source: api("lambda", "SourceAccessConfiguration"),
      },
      { functionName: "f", eventSourceArn: "arn:aws:mq:eu-west-1:111122223333:broker:b:b-1", queues: "q" },
      {
        sourceAccessConfigurations: [
          { type: "BASIC_AUTH", uri: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s" },
        ],
      },
      {
        sourceAccessConfigurations: [
          { type: "SASL_SCRAM_512_AUTH", uri: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s" },
        ],
      },
    ),
    together(
      "Amazon MQ and DocumentDB do not report the failures of a batch",
      {
        if: { required: ["eventSourceArn"], properties: { eventSourceArn: { arnOf: ["mq", "rds"] } } },
        then: { excluded: ["functionResponseTypes[]"] },
      },
      { functionName: "f", functionResponseTypes: ["ReportBatchItemFailures"] },
      { eventSourceArn: queue },
      { eventSourceArn: "arn:aws:mq:eu-west-1:111122223333:broker:b:b-1", queues: "q" },
    ),
    together(
      "provisionedPollerConfig is for SQS and Kafka",
      {
        if: { required: ["provisionedPollerConfig", "eventSourceArn"] },
        then: { properties: { eventSourceArn: { arnOf: ["sqs", "kafka"] } } },
        fix: "Remove provisionedPollerConfig.",
      },
      { functionName: "f", provisionedPollerConfig: { minimumPollers: 2, maximumPollers: 4 } },
      { eventSourceArn: queue },
      { eventSourceArn: stream, startingPosition: "LATEST" },
    ),
    together(
      "a group of pollers is for Kafka",
      {
        if: { required: ["provisionedPollerConfig.pollerGroupName", "eventSourceArn"] },
        then: { properties: { eventSourceArn: { arnOf: ["kafka"] } } },
        fix: "Remove pollerGroupName.",
      },
      { functionName: "f" },
      { eventSourceArn: queue, provisionedPollerConfig: { minimumPollers: 2 } },
      { eventSourceArn: queue, provisionedPollerConfig: { minimumPollers: 2, pollerGroupName: "g" } },
    ),
    together(
      "for an SQS queue minimumPollers is at least 2",
      {
        if: { required: ["eventSourceArn"], properties: { eventSourceArn: { arnOf: ["sqs"] } } },
        then: { properties: { "provisionedPollerConfig.minimumPollers": { minimum: 2 } } },
        source: api("lambda", "ProvisionedPollerConfig"),
      },
      { functionName: "f", eventSourceArn: queue },
      { provisionedPollerConfig: { minimumPollers: 2 } },
      { provisionedPollerConfig: { minimumPollers: 1 } },
    ),
    together(
      "a queue has no startingPositionTimestamp",
      {
        if: { required: ["eventSourceArn"], properties: { eventSourceArn: { arnOf: ["sqs", "mq"] } } },
        then: { excluded: ["startingPositionTimestamp"] },
        fix: "Remove startingPositionTimestamp.",
      },
      { functionName: "f", startingPositionTimestamp: "2026-01-01T00:00:00Z" },
      { eventSourceArn: stream, startingPosition: "AT_TIMESTAMP" },
      { eventSourceArn: queue },
    ),
  ],
};

const ofPermission: TypeRows = {
  type: "aws:lambda/permission:Permission",
  source: api("lambda", "AddPermission"),
  rows: [
    sameRegion("function", "a permission is made in the Region of its function", functionArn),
    {
      at: "function",
      fact: "it does not name $LATEST",
      not: { pattern: ":\\$LATEST$" },
      good: "f",
      bad: "f:$LATEST",
    },
    {
      at: "qualifier",
      fact: "it is not $LATEST",
      not: { const: "$LATEST" },
      good: "live",
      bad: "$LATEST",
    },
    together(
      "a sourceArn narrows services: one who calls by an ARN of IAM has none",
      { when: { principal: { pattern: "^arn:[^:]*:iam:" } }, excluded: ["sourceArn"], level: "advisory" },
      { function: "f", action: "lambda:InvokeFunction", principal: "arn:aws:iam::111122223333:role/r" },
      {},
      { sourceArn: "arn:aws:s3:::b" },
    ),
  ],
};

const ofUrl: TypeRows = {
  type: "aws:lambda/functionUrl:FunctionUrl",
  source: api("lambda", "CreateFunctionUrlConfig"),
  rows: [
    ...(["allowMethods", "allowOrigins", "allowHeaders"] as const).slice(0, 2).map((list) => ({
      at: `cors.${list}`,
      fact: `${list} has * alone, or others without it`,
      if: { contains: { const: "*" } },
      then: { maxItems: 1 },
      source: api("lambda", "Cors"),
      good: ["*"],
      bad: list === "allowMethods" ? ["*", "GET"] : ["*", "https://a.example.com"],
    })),
    {
      at: "functionName",
      fact: "it is a name of 64 characters at most, or an ARN",
      pattern: "^(arn:|\\d{12}:function:)|^[a-zA-Z0-9_-]{1,64}$",
      good: "orders",
      bad: "o".repeat(65),
    },
    together(
      "an alias stands in functionName or in qualifier, not in both",
      { when: { functionName: { pattern: ":function:[^:]+:[^:]+$" } }, excluded: ["qualifier"] },
      { authorizationType: "AWS_IAM", qualifier: "live" },
      { functionName: functionArn },
      { functionName: `${functionArn}:live` },
    ),
    {
      at: "functionName",
      fact: "a function whose tenants are apart has no URL",
      refersTo: { type: "aws:lambda/function:Function", fits: { excluded: ["tenancyConfig"] } },
      source: isolation,
      good: "other",
      bad: "f",
      beside: { f: { type: "aws:lambda/function:Function", properties: { name: "f", ...tenants } } },
      links: { functionName: "f" },
    },
  ],
};

const others: readonly TypeRows[] = [
  {
    type: "aws:lambda/alias:Alias",
    source: api("lambda", "CreateAlias"),
    rows: [
      together(
        "the further version of an alias is another than its own",
        { join: "aliasVersions" },
        { functionName: "f", name: "live", functionVersion: "1" },
        { routingConfig: { additionalVersionWeights: { "2": 0.1 } } },
        { routingConfig: { additionalVersionWeights: { "1": 0.1 } } },
      ),
    ],
  },
  {
    type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
    source: api("lambda", "PutFunctionEventInvokeConfig"),
    rows: (["onSuccess", "onFailure"] as const).map((kind) =>
      sameRegion(
        `destinationConfig.${kind}.destination`,
        "a destination is in the function's own Region",
        "arn:aws:sqs:eu-west-1:111122223333:done",
      ),
    ),
  },
  {
    type: "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
    source: api("lambda", "PutProvisionedConcurrencyConfig"),
    rows: [
      {
        at: "functionName",
        fact: "a function whose tenants are apart has no provisioned concurrency",
        refersTo: { type: "aws:lambda/function:Function", fits: { excluded: ["tenancyConfig"] } },
        source: isolation,
        good: "other",
        bad: "f",
        beside: { f: { type: "aws:lambda/function:Function", properties: { name: "f", ...tenants } } },
        links: { functionName: "f" },
      },
    ],
  },
  {
    type: "aws:lambda/runtimeManagementConfig:RuntimeManagementConfig",
    source: api("lambda", "PutRuntimeManagementConfig"),
    rows: [
      sameRegion(
        "runtimeVersionArn",
        "the version of the runtime is in the function's own Region",
        `arn:aws:lambda:eu-west-1::runtime:${"0".repeat(64)}`,
      ),
    ],
  },
  {
    type: "aws:lambda/functionScalingConfig:FunctionScalingConfig",
    source: page("lambda/latest/dg/lambda-managed-instances-scaling"),
    rows: [
      {
        at: "functionScalingConfig",
        fact: "no environments at least means none at most",
        when: { minExecutionEnvironments: 0 },
        properties: { maxExecutionEnvironments: { const: 0 } },
        level: "advisory",
        source: measured,
        good: { minExecutionEnvironments: 0, maxExecutionEnvironments: 0 },
        bad: { minExecutionEnvironments: 0, maxExecutionEnvironments: 5 },
      },
      {
        at: "functionScalingConfig",
        fact: "the least number of environments is not above the most",
        ordered: [["minExecutionEnvironments", "<=", "maxExecutionEnvironments"]],
        good: { minExecutionEnvironments: 1, maxExecutionEnvironments: 5 },
        bad: { minExecutionEnvironments: 6, maxExecutionEnvironments: 5 },
      },
    ],
  },
  {
    type: "aws:lambda/layerVersion:LayerVersion",
    source: api("lambda", "PublishLayerVersion"),
    rows: [
      together(
        "the content of a layer is an archive or an object of a bucket",
        { requiredXor: ["code", "s3Bucket"] },
        { layerName: "l" },
        { s3Bucket: "b", s3Key: "k" },
        {},
      ),
    ],
  },
  {
    type: "aws:lambda/layerVersionPermission:LayerVersionPermission",
    source: api("lambda", "AddLayerVersionPermission"),
    rows: [{ at: "layerName", maxLength: 140, good: "l", bad: "l".repeat(141) }],
  },
];

/** Lambda: settings that go together, or do not. */
export const lambdaCombinations: readonly TypeRows[] = [
  ofFunction,
  ofMapping,
  ofPermission,
  ofUrl,
  ...others,
  {
    type: "aws:lambda/function:Function",
    source: page("lambda/latest/dg/images-create"),
    rows: [
      together(
        "an image is in the function's own Region",
        { join: "imageRegion" },
        { name: "f", packageType: "Image" },
        { imageUri: image },
        { imageUri: image.replace("eu-west-1", "us-east-1") },
      ),
    ],
  },
  {
    type: "aws:lambda/eventSourceMapping:EventSourceMapping",
    source: api("lambda", "CreateEventSourceMapping"),
    rows: [
      {
        at: "documentDbEventSourceConfig",
        fact: "a collection is one of a database",
        required: ["databaseName"],
        good: { databaseName: "d", collectionName: "c" },
        bad: { collectionName: "c" },
      },
      ...(
        [
          [
            "mq",
            "arn:aws:mq:eu-west-1:111122223333:broker:b:b-1",
            "sourceAccessConfigurations",
            [{ type: "BASIC_AUTH", uri: "s" }],
          ],
          ["mq", "arn:aws:mq:eu-west-1:111122223333:broker:b:b-1", "queues", "q"],
          ["kafka", "arn:aws:kafka:eu-west-1:111122223333:cluster/c/1", "topics", ["t"]],
        ] as const
      ).map(([service, eventSourceArn, property, value]) =>
        together(
          `a mapping of ${service} has ${property}`,
          {
            if: { required: ["eventSourceArn"], properties: { eventSourceArn: { arnOf: [service] } } },
            then: { required: [property] },
          },
          { functionName: "f", eventSourceArn, startingPosition: service === "kafka" ? "LATEST" : undefined },
          { [property]: value },
          {},
        ),
      ),
    ],
  },
];
