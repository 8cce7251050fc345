import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { lambdaEventSources } from "./lambdaEventSources";
import { lambdaInvocation } from "./lambdaInvocation";
import { beside, on } from "./on";

const type = "aws:lambda/function:Function";
const role = "arn:aws:iam::111122223333:role/r";
const plain = { role, runtime: "nodejs22.x", handler: "index.handler" };
const zipped = { ...plain, s3Bucket: "code", s3Key: "code.zip" };
const image = { role, packageType: "Image", imageUri: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/f:1" };
const zip = on(type, zipped);
const container = on(type, image);
const queue = "arn:aws:sqs:eu-west-1:111122223333:dead";
const accessPoint = "arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-0123456789abcdef0";

const provider = (region: string) => ({
  capacityProviderConfig: {
    lambdaManagedInstancesCapacityProviderConfig: {
      capacityProviderArn: `arn:aws:lambda:${region}:111122223333:capacity-provider:own`,
    },
  },
});

const files = { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } };
const mounted = { fileSystemConfig: { arn: accessPoint, localMountPath: "/mnt/data" } };

const subnet = "aws:ec2/subnet:Subnet";
const group = "aws:ec2/securityGroup:SecurityGroup";
const provisioned = "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig";

const isolated: readonly Made[] = [
  [type, "isolated", { ...zipped, name: "isolated", tenancyConfig: { tenantIsolationMode: "PER_TENANT" } }],
  [type, "shared", { ...zipped, name: "shared" }],
];

/** A function in a subnet of a VPC of this tenancy. */
const network = (instanceTenancy: string): readonly Made[] => [
  ["aws:ec2/vpc:Vpc", "own", { id: "vpc-own", cidrBlock: "10.0.0.0/16", instanceTenancy }],
  [subnet, "subnet", { id: "subnet-own", vpcId: "vpc-own", cidrBlock: "10.0.0.0/24" }],
  [type, "subject", { ...zipped, vpcConfig: { subnetIds: ["subnet-own"], securityGroupIds: ["sg-1"] } }],
];

/** An archive as the engine sends it. */
const archive = { "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7", path: "./app", hash: "1" };

const mountTarget = "aws:efs/mountTarget:MountTarget";

const fileSystem: readonly Made[] = [
  ["aws:efs/fileSystem:FileSystem", "files", { id: "fs-own" }],
  ["aws:efs/accessPoint:AccessPoint", "point", { arn: accessPoint, fileSystemId: "fs-own" }],
  [mountTarget, "target", { id: "fsmt-own", fileSystemId: "fs-own", subnetId: "subnet-0123456789abcdefa" }],
  [
    subnet,
    "a",
    { id: "subnet-0123456789abcdefa", vpcId: "vpc-own", availabilityZone: "eu-west-1a", cidrBlock: "10.0.0.0/24" },
  ],
  [
    subnet,
    "b",
    { id: "subnet-0123456789abcdefb", vpcId: "vpc-own", availabilityZone: "eu-west-1b", cidrBlock: "10.0.1.0/24" },
  ],
];

/** A function that mounts a file system, with what its order after the mount target comes from. */
const mounts = (subnetId: string, links: Readonly<Record<string, string>>): Made => [
  type,
  "subject",
  { ...zipped, ...mounted, vpcConfig: { subnetIds: [subnetId], securityGroupIds: ["sg-1"] } },
  links,
];

export const lambda: FactsByName = {
  ...lambdaEventSources,
  ...lambdaInvocation,
  "lambda-capacity-provider-arn-region": zip(
    "a capacity provider is of the function's Region",
    provider("us-east-1"),
    provider("eu-west-1"),
  ),
  "lambda-capacity-provider-json-log-only": zip(
    "a function on managed instances logs in JSON",
    { ...provider("eu-west-1"), loggingConfig: { logFormat: "Text" } },
    { ...provider("eu-west-1"), loggingConfig: { logFormat: "JSON" } },
  ),
  "lambda-capacity-provider-runtime": zip(
    "managed instances run the newer runtimes only",
    { ...provider("eu-west-1"), runtime: "python3.11" },
    { ...provider("eu-west-1"), runtime: "python3.13" },
  ),
  "lambda-code-s3-pair": on(type, plain)(
    "code in S3 has a bucket and a key",
    { s3Bucket: "code" },
    { s3Bucket: "code", s3Key: "code.zip" },
  ),
  "lambda-code-signing-arn-region": zip(
    "a code signing configuration is of the function's Region",
    { codeSigningConfigArn: "arn:aws:lambda:us-east-1:111122223333:code-signing-config:csc-0123456789abcdef0" },
    { codeSigningConfigArn: "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0123456789abcdef0" },
  ),
  "lambda-code-signing-zip-only": container(
    "the code of an image is not signed",
    { codeSigningConfigArn: "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0123456789abcdef0" },
    {},
  ),
  "lambda-csc-untrusted-artifact-enum": on("aws:lambda/codeSigningConfig:CodeSigningConfig", {
    allowedPublishers: {
      signingProfileVersionArns: ["arn:aws:signer:eu-west-1:111122223333:/signing-profiles/own/abcdefghij"],
    },
  })(
    "untrusted code is warned of or refused",
    { policies: { untrustedArtifactOnDeployment: "Block" } },
    { policies: { untrustedArtifactOnDeployment: "Enforce" } },
  ),
  "lambda-dlq-no-fifo": zip(
    "dead letters go to no FIFO queue",
    { deadLetterConfig: { targetArn: `${queue}.fifo` } },
    { deadLetterConfig: { targetArn: queue } },
  ),
  "lambda-dlq-region": zip(
    "dead letters stay in the Region",
    { deadLetterConfig: { targetArn: queue.replace("eu-west-1", "us-east-1") } },
    { deadLetterConfig: { targetArn: queue } },
  ),
  "lambda-dlq-service": zip(
    "dead letters go to a queue or a topic",
    { deadLetterConfig: { targetArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/dead" } },
    { deadLetterConfig: { targetArn: queue } },
  ),
  "lambda-efs-mount-target-dependson": beside(
    fileSystem,
    "a function that mounts files is made after the mount target",
    mounts("subnet-0123456789abcdefa", {}),
    mounts("subnet-0123456789abcdefa", { handler: `${mountTarget} target` }),
  ),
  "lambda-efs-mount-target-every-az": beside(
    fileSystem,
    "a file system has a mount target in the zone of each subnet of the function",
    mounts("subnet-0123456789abcdefb", { handler: `${mountTarget} target` }),
    mounts("subnet-0123456789abcdefa", { handler: `${mountTarget} target` }),
  ),
  "lambda-efs-requires-vpc": zip("a function that mounts files is in a VPC", mounted, { ...mounted, ...files }),
  "lambda-env-key-start-letter": zip(
    "the name of a variable begins with a letter",
    { environment: { variables: { "1ST": "a" } } },
    { environment: { variables: { FIRST: "a" } } },
  ),
  "lambda-env-size": zip(
    "the variables of a function have 4 KB together",
    { environment: { variables: { LONG: "a".repeat(4093) } } },
    { environment: { variables: { LONG: "a".repeat(4000) } } },
  ),
  "lambda-image-requires-imageuri": container("a container image is named", { imageUri: undefined }, {}),
  "lambda-image-uri-no-fips": container(
    "an image does not come from a FIPS endpoint",
    { imageUri: "111122223333.dkr.ecr-fips.us-east-1.amazonaws.com/f:1", region: "us-east-1" },
    { imageUri: "111122223333.dkr.ecr.us-east-1.amazonaws.com/f:1", region: "us-east-1" },
  ),
  "lambda-image-uri-private-ecr": container(
    "an image comes from a private repository of ECR",
    { imageUri: "public.ecr.aws/lambda/nodejs:22" },
    {},
  ),
  "lambda-image-uri-region": container(
    "an image is of the function's Region",
    { imageUri: "111122223333.dkr.ecr.us-east-1.amazonaws.com/f:1" },
    {},
  ),
  "lambda-imageconfig-requires-image": zip(
    "only an image has an imageConfig",
    { imageConfig: { commands: ["app.handler"] } },
    {},
  ),
  "lambda-layer-arn-region": zip(
    "a layer is of the function's Region",
    { layers: ["arn:aws:lambda:us-east-1:111122223333:layer:own:1"] },
    { layers: ["arn:aws:lambda:eu-west-1:111122223333:layer:own:1"] },
  ),
  "lambda-loggroup-no-aws-prefix": zip(
    "the name of a log group does not begin with aws/",
    { loggingConfig: { logFormat: "JSON", logGroup: "aws/own" } },
    { loggingConfig: { logFormat: "JSON", logGroup: "/aws/own" } },
  ),
  "lambda-loggroup-pattern": zip(
    "the name of a log group has no spaces",
    { loggingConfig: { logFormat: "JSON", logGroup: "own logs" } },
    { loggingConfig: { logFormat: "JSON", logGroup: "own-logs" } },
  ),
  "lambda-loglevel-requires-json": zip(
    "log levels are of the format JSON",
    { loggingConfig: { logFormat: "Text", systemLogLevel: "INFO" } },
    { loggingConfig: { logFormat: "JSON", systemLogLevel: "INFO" } },
  ),
  "lambda-memory-max": zip("a function has 10,240 MB at most", { memorySize: 10241 }, { memorySize: 10240 }),
  "lambda-system-log-level-enum": zip(
    "the system's logs have no level ERROR",
    { loggingConfig: { logFormat: "JSON", systemLogLevel: "ERROR" } },
    { loggingConfig: { logFormat: "JSON", systemLogLevel: "WARN" } },
  ),
  "lambda-tenancy-no-snapstart": on(type, {
    ...zipped,
    runtime: "java21",
    snapStart: { applyOn: "PublishedVersions" },
    publish: true,
  })("a function of isolated tenants has no SnapStart", { tenancyConfig: { tenantIsolationMode: "PER_TENANT" } }, {}),
  "lambda-tenancy-no-function-url": beside(
    isolated,
    "a function of isolated tenants has no URL",
    ["aws:lambda/functionUrl:FunctionUrl", "subject", { authorizationType: "AWS_IAM", functionName: "isolated" }],
    ["aws:lambda/functionUrl:FunctionUrl", "subject", { authorizationType: "AWS_IAM", functionName: "shared" }],
  ),
  "lambda-tenancy-no-provisioned-concurrency": beside(
    isolated,
    "a function of isolated tenants has no provisioned concurrency",
    [provisioned, "subject", { functionName: "isolated", qualifier: "1", provisionedConcurrentExecutions: 1 }],
    [provisioned, "subject", { functionName: "shared", qualifier: "1", provisionedConcurrentExecutions: 1 }],
  ),
  "lambda-provisioned-sum-not-exceed-reserved": beside(
    [[type, "f", { ...zipped, name: "f", publish: true, reservedConcurrentExecutions: 5 }]],
    "provisioned concurrency is part of what is reserved",
    [provisioned, "subject", { functionName: "f", qualifier: "1", provisionedConcurrentExecutions: 6 }],
    [provisioned, "subject", { functionName: "f", qualifier: "1", provisionedConcurrentExecutions: 5 }],
  ),
  "lambda-recursive-loop-enum": on("aws:lambda/functionRecursionConfig:FunctionRecursionConfig", { functionName: "f" })(
    "recursion is allowed or ended",
    { recursiveLoop: "Deny" },
    { recursiveLoop: "Terminate" },
  ),
  "lambda-vpc-no-dedicated-tenancy": facts(
    "a function is in no VPC of dedicated hardware",
    network("dedicated"),
    network("default"),
  ),
  "lambda-vpc-non-empty": zip(
    "a function in a VPC has a security group",
    { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: [] } },
    { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } },
  ),
  "lambda-vpc-same-vpc": beside(
    [
      [subnet, "subnet", { id: "subnet-0123456789abcdefa", vpcId: "vpc-a", cidrBlock: "10.0.0.0/24" }],
      [group, "own", { id: "sg-a", vpcId: "vpc-a", description: "own" }],
      [group, "other", { id: "sg-b", vpcId: "vpc-b", description: "other" }],
    ],
    "subnets and security groups are of one VPC",
    [
      type,
      "subject",
      { ...zipped, vpcConfig: { subnetIds: ["subnet-0123456789abcdefa"], securityGroupIds: ["sg-b"] } },
    ],
    [
      type,
      "subject",
      { ...zipped, vpcConfig: { subnetIds: ["subnet-0123456789abcdefa"], securityGroupIds: ["sg-a"] } },
    ],
  ),
  "lambda-zip-no-imageuri": on(type, { ...plain, imageUri: image.imageUri })(
    "an image is of the package type Image",
    { packageType: "Zip" },
    { packageType: "Image", runtime: undefined, handler: undefined },
  ),
  "lambda-code-zipfile-exclusive": on(type, plain)(
    "code is uploaded or an object of a bucket",
    { code: archive, s3Bucket: "code", s3Key: "code.zip" },
    { code: archive },
  ),
  "lambda-timeout-max": zip("a function runs for 900 seconds at most", { timeout: 901 }, { timeout: 900 }),
  "lambda-tracing-mode-enum": zip(
    "tracing is Active or PassThrough",
    { tracingConfig: { mode: "Enabled" } },
    { tracingConfig: { mode: "Active" } },
  ),
};
