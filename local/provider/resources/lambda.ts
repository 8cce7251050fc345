import type * as sdk from "@aws-sdk/client-lambda";
import type { Function as FunctionResource, FunctionArgs } from "@pulumi/aws/lambda/function";
import type { LayerVersion as LayerResource, LayerVersionArgs } from "@pulumi/aws/lambda/layerVersion";
import { zipOf } from "../archives";
import { type Aws } from "../aws";
import { isCode, unless } from "../errors";
import { type Inputs, resourceType, tags } from "../resourceType";
import { retryWhile, until } from "../retry";
import { fromAws, removedTags, toAws } from "../shapes";

const notFound = ["ResourceNotFoundException"];

type Props = Inputs<FunctionArgs>;

/** Arguments that are the package: they are written by UpdateFunctionCode. */
const codeKeys = [
  "architectures",
  "code",
  "imageUri",
  "s3Bucket",
  "s3Key",
  "s3ObjectVersion",
  "sourceCodeHash",
  "sourceKmsKeyArn",
];

/** Arguments that are neither the package nor the configuration. A change of `publish` itself makes a version. */
const outsideKeys = [
  "replaceSecurityGroupsOnDestroy",
  "replacementSecurityGroupIds",
  "reservedConcurrentExecutions",
  "skipDestroy",
  "tags",
  "useResourceTimeoutForPropagation",
];

const hasCode = (changed: ReadonlySet<string>) => codeKeys.some((key) => changed.has(key));
const hasConfiguration = (changed: ReadonlySet<string>) =>
  [...changed].some((key) => !codeKeys.includes(key) && !outsideKeys.includes(key));

const ofVersion = ["version", "qualifiedArn", "qualifiedInvokeArn", "signingJobArn", "signingProfileVersionArn"];

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
export const Function = resourceType<FunctionArgs, FunctionResource>({
  token: "aws:lambda/function:Function",
  name: { property: "name", maxLength: 64, pattern: /^[\w-]+$/, allowed: "letters, digits, hyphens and underscores" },
  properties: {
    architectures: { computed: true, idle: "functions run on this machine's own" },
    capacityProviderConfig: { lacks: "the emulator has no capacity providers" },
    code: {},
    codeSha256: { computed: true },
    codeSigningConfigArn: { lacks: "the emulator does not verify signatures" },
    deadLetterConfig: {},
    description: {},
    durableConfig: { replace: true },
    environment: {},
    ephemeralStorage: { computed: true, idle: "it is no limit" },
    fileSystemConfig: { lacks: "the emulator mounts no file system" },
    handler: {},
    imageConfig: {},
    imageUri: {},
    kmsKeyArn: { idle: "the environment is not encrypted" },
    layers: {},
    loggingConfig: { computed: true },
    memorySize: { default: 128, idle: "it is no limit" },
    name: { replace: true },
    packageType: { default: "Zip", replace: true },
    publish: { default: false },
    publishTo: { lacks: "the emulator publishes numbered versions only" },
    replaceSecurityGroupsOnDestroy: { writeOnly: true },
    replacementSecurityGroupIds: { writeOnly: true, unordered: true },
    reservedConcurrentExecutions: { default: -1 },
    role: { required: true },
    runtime: {},
    s3Bucket: { writeOnly: true },
    s3Key: { writeOnly: true },
    s3ObjectVersion: { writeOnly: true },
    skipDestroy: { default: false },
    snapStart: {},
    sourceCodeHash: { computed: true, writeOnly: true },
    sourceKmsKeyArn: { writeOnly: true },
    tags,
    tenancyConfig: { replace: true, lacks: "the emulator does not isolate tenants" },
    timeout: { default: 3 },
    tracingConfig: { computed: true, idle: "no trace is recorded" },
    useResourceTimeoutForPropagation: { writeOnly: true },
    vpcConfig: { unordered: true, idle: "functions run outside of it" },
  },
  outputs: {
    arn: "stable",
    invokeArn: "stable",
    lastModified: "changes",
    qualifiedArn: "changes",
    qualifiedInvokeArn: "changes",
    responseStreamingInvokeArn: "stable",
    signingJobArn: "changes",
    signingProfileVersionArn: "changes",
    sourceCodeSize: "changes",
    version: "changes",
  },
  changing: (changed, { publish }) => [
    "lastModified",
    ...(hasCode(changed) ? ["codeSha256", "sourceCodeHash", "sourceCodeSize"] : []),
    ...(publish && (hasCode(changed) || hasConfiguration(changed)) ? ofVersion : []),
  ],
  lacks: ({ packageType }) => (packageType === "Image" ? ["packageType: images are not run"] : []),

  async create(props, aws) {
    const code = await packageOf(props);
    await retryWhile(isRoleTooNew, 30, () =>
      aws.lambda.createFunction({
        FunctionName: props.name,
        PackageType: props.packageType as sdk.PackageType,
        Architectures: props.architectures as sdk.Architecture[],
        Publish: props.publish,
        Tags: props.tags,
        Code: code,
        DurableConfig: toAws(props.durableConfig, { retentionPeriod: "RetentionPeriodInDays" }),
        ...configuration(props),
      }),
    );
    return props.name!;
  },

  async complete(name, props, aws) {
    await settled(name, aws);
    await reserve(name, props, aws);
  },

  async read(name, aws, known) {
    const answer = await unless(notFound, aws.lambda.getFunction({ FunctionName: name }));
    if (!answer?.Configuration) return undefined;
    const { Configuration: live, Concurrency, Tags } = answer;
    const arn = live.FunctionArn!;
    const version = known.publish ? await latestVersion(name, aws) : "$LATEST";
    const invoke = (target: string) =>
      `arn:${aws.partition.name}:apigateway:${aws.region}:lambda:path/2015-03-31/functions/${target}/invocations`;
    return {
      name: live.FunctionName,
      role: live.Role,
      architectures: live.Architectures,
      codeSha256: live.CodeSha256,
      deadLetterConfig: live.DeadLetterConfig?.TargetArn ? { targetArn: live.DeadLetterConfig.TargetArn } : undefined,
      description: live.Description || undefined,
      environment: live.Environment?.Variables && { variables: live.Environment.Variables },
      ephemeralStorage: fromAws(live.EphemeralStorage),
      handler: live.Handler || undefined,
      imageConfig: imageConfig(live.ImageConfigResponse?.ImageConfig),
      imageUri: live.PackageType === "Image" ? answer.Code?.ImageUri : undefined,
      kmsKeyArn: live.KMSKeyArn || undefined,
      layers: live.Layers?.map(({ Arn }) => Arn!),
      loggingConfig: fromAws(live.LoggingConfig),
      memorySize: live.MemorySize,
      packageType: live.PackageType,
      reservedConcurrentExecutions: Concurrency?.ReservedConcurrentExecutions ?? -1,
      runtime: live.Runtime,
      snapStart: live.SnapStart?.ApplyOn === "PublishedVersions" ? fromAws(live.SnapStart) : undefined,
      tags: Tags ?? {},
      timeout: live.Timeout,
      tracingConfig: fromAws(live.TracingConfig),
      vpcConfig: live.VpcConfig?.SubnetIds?.length ? fromAws(live.VpcConfig) : undefined,
      arn,
      invokeArn: invoke(arn),
      lastModified: live.LastModified,
      qualifiedArn: `${arn}:${version}`,
      qualifiedInvokeArn: invoke(`${arn}:${version}`),
      responseStreamingInvokeArn: invoke(arn)
        .replace("2015-03-31", "2021-11-15")
        .replace(/invocations$/, "response-streaming-invocations"),
      signingJobArn: live.SigningJobArn ?? "",
      signingProfileVersionArn: live.SigningProfileVersionArn ?? "",
      sourceCodeHash: known.sourceCodeHash ?? live.CodeSha256,
      sourceCodeSize: live.CodeSize,
      version,
    };
  },

  async update(name, props, old, aws, changed) {
    const { lambda } = aws;
    if (hasCode(changed)) {
      await lambda.updateFunctionCode({
        FunctionName: name,
        Architectures: props.architectures as sdk.Architecture[],
        ...(await packageOf(props)),
      });
      await settled(name, aws);
    }
    if (hasConfiguration(changed)) {
      await lambda.updateFunctionConfiguration({ FunctionName: name, ...configuration(props, "all") });
      await settled(name, aws);
    }
    if (changed.has("reservedConcurrentExecutions")) await reserve(name, props, aws);
    const TagKeys = removedTags(old.tags, props.tags);
    if (TagKeys.length) await lambda.untagResource({ Resource: old.arn, TagKeys });
    if (props.tags) await lambda.tagResource({ Resource: old.arn, Tags: props.tags });
    if (props.publish && (hasCode(changed) || hasConfiguration(changed))) {
      await lambda.publishVersion({ FunctionName: name });
      await settled(name, aws);
    }
  },

  async delete(name, { lambda }) {
    await unless(notFound, lambda.deleteFunction({ FunctionName: name }));
  },
});

/** IAM spreads a new role in seconds; Lambda refuses it until then. */
function isRoleTooNew(error: Error): boolean {
  return isCode(error, "InvalidParameterValueException") && error.message.includes("cannot be assumed by Lambda");
}

async function packageOf(props: Props): Promise<sdk.FunctionCode> {
  const source = { SourceKMSKeyArn: props.sourceKmsKeyArn };
  if (props.imageUri) return { ImageUri: props.imageUri };
  if (props.code) return { ...source, ZipFile: await zipOf(props.code) };
  if (!props.s3Bucket) throw new Error("it has no package: give code, s3Bucket and s3Key, or imageUri");
  return { ...source, S3Bucket: props.s3Bucket, S3Key: props.s3Key, S3ObjectVersion: props.s3ObjectVersion };
}

/** @param extent `all`: what is not given goes back to what a new function has */
function configuration(
  props: Props,
  extent?: "all",
): Omit<sdk.UpdateFunctionConfigurationRequest, "FunctionName"> & { Role: string } {
  const none = <T>(value: T): T | undefined => (extent ? value : undefined);
  return {
    Role: props.role,
    Description: props.description ?? none(""),
    Environment: toAws(props.environment) ?? none({ Variables: {} }),
    EphemeralStorage: toAws(props.ephemeralStorage),
    Handler: props.handler,
    KMSKeyArn: props.kmsKeyArn ?? none(""),
    Layers: props.layers ?? none([]),
    LoggingConfig: toAws(props.loggingConfig),
    MemorySize: props.memorySize,
    Runtime: props.runtime as sdk.Runtime,
    Timeout: props.timeout,
    TracingConfig: toAws(props.tracingConfig),
    DeadLetterConfig: toAws(props.deadLetterConfig) ?? none({ TargetArn: "" }),
    FileSystemConfigs: props.fileSystemConfig ? [toAws(props.fileSystemConfig)] : none([]),
    SnapStart: props.snapStart
      ? { ApplyOn: props.snapStart.applyOn as sdk.SnapStartApplyOn }
      : none({ ApplyOn: "None" }),
    VpcConfig: props.vpcConfig
      ? {
          SubnetIds: props.vpcConfig.subnetIds,
          SecurityGroupIds: props.vpcConfig.securityGroupIds,
          Ipv6AllowedForDualStack: props.vpcConfig.ipv6AllowedForDualStack,
        }
      : none({ SubnetIds: [], SecurityGroupIds: [] }),
    ImageConfig: props.imageConfig && {
      Command: props.imageConfig.commands,
      EntryPoint: props.imageConfig.entryPoints,
      WorkingDirectory: props.imageConfig.workingDirectory,
    },
  };
}

function imageConfig(live: sdk.ImageConfig | undefined): Props["imageConfig"] {
  return live && { commands: live.Command, entryPoints: live.EntryPoint, workingDirectory: live.WorkingDirectory };
}

/** -1 means that the function takes from the account's unreserved concurrency. */
async function reserve(FunctionName: string, props: Props, { lambda }: Aws): Promise<void> {
  const ReservedConcurrentExecutions = props.reservedConcurrentExecutions ?? -1;
  if (ReservedConcurrentExecutions >= 0) {
    await lambda.putFunctionConcurrency({ FunctionName, ReservedConcurrentExecutions });
  } else {
    await lambda.deleteFunctionConcurrency({ FunctionName });
  }
}

/** Lambda takes no further change until the last one is done. */
function settled(FunctionName: string, { lambda }: Aws): Promise<true> {
  return until(`function ${FunctionName} is ready`, 120, async () => {
    const { State, StateReason, LastUpdateStatus, LastUpdateStatusReason } = await lambda.getFunctionConfiguration({
      FunctionName,
    });
    if (State === "Failed") throw new Error(`function ${FunctionName} failed: ${StateReason}`);
    if (LastUpdateStatus === "Failed") throw new Error(`the update failed: ${LastUpdateStatusReason}`);
    return State !== "Pending" && LastUpdateStatus !== "InProgress" ? true : undefined;
  });
}

async function latestVersion(FunctionName: string, { lambda }: Aws): Promise<string> {
  let latest = 0;
  let Marker: string | undefined;
  do {
    const page: sdk.ListVersionsByFunctionResponse = await lambda.listVersionsByFunction({ FunctionName, Marker });
    for (const { Version } of page.Versions ?? []) latest = Math.max(latest, Number(Version) || 0);
    Marker = page.NextMarker;
  } while (Marker);
  return latest ? String(latest) : "$LATEST";
}

/** A layer version cannot be changed: every change publishes a new one. */
export const LayerVersion = resourceType<LayerVersionArgs, LayerResource>({
  token: "aws:lambda/layerVersion:LayerVersion",
  properties: {
    code: {},
    compatibleArchitectures: { unordered: true },
    compatibleRuntimes: { unordered: true },
    description: {},
    layerName: { required: true },
    licenseInfo: {},
    s3Bucket: { writeOnly: true },
    s3Key: { writeOnly: true },
    s3ObjectVersion: { writeOnly: true },
    skipDestroy: { default: false },
    sourceCodeHash: { computed: true, writeOnly: true },
  },
  outputs: {
    arn: "stable",
    codeSha256: "stable",
    createdDate: "stable",
    layerArn: "stable",
    signingJobArn: "stable",
    signingProfileVersionArn: "stable",
    sourceCodeSize: "stable",
    version: "stable",
  },

  async create(props, { lambda }) {
    const { LayerVersionArn } = await lambda.publishLayerVersion({
      LayerName: props.layerName,
      Description: props.description,
      LicenseInfo: props.licenseInfo,
      CompatibleArchitectures: props.compatibleArchitectures as sdk.Architecture[],
      CompatibleRuntimes: props.compatibleRuntimes as sdk.Runtime[],
      Content: props.code
        ? { ZipFile: await zipOf(props.code) }
        : { S3Bucket: props.s3Bucket, S3Key: props.s3Key, S3ObjectVersion: props.s3ObjectVersion },
    });
    return LayerVersionArn!;
  },

  async read(arn, { lambda }, known) {
    const { layerArn, layerName, version } = layerOf(arn);
    const answer = await unless(
      notFound,
      lambda.getLayerVersion({ LayerName: layerName, VersionNumber: Number(version) }),
    );
    if (!answer) return undefined;
    return {
      layerName,
      compatibleArchitectures: answer.CompatibleArchitectures,
      compatibleRuntimes: answer.CompatibleRuntimes,
      description: answer.Description || undefined,
      licenseInfo: answer.LicenseInfo || undefined,
      sourceCodeHash: known.sourceCodeHash ?? answer.Content?.CodeSha256,
      arn,
      codeSha256: answer.Content?.CodeSha256,
      createdDate: answer.CreatedDate,
      layerArn,
      signingJobArn: answer.Content?.SigningJobArn ?? "",
      signingProfileVersionArn: answer.Content?.SigningProfileVersionArn ?? "",
      sourceCodeSize: answer.Content?.CodeSize,
      version,
    };
  },

  async delete(arn, { lambda }) {
    const { layerName, version } = layerOf(arn);
    await unless(notFound, lambda.deleteLayerVersion({ LayerName: layerName, VersionNumber: Number(version) }));
  },
});

/** `arn:aws:lambda:REGION:ACCOUNT:layer:NAME:VERSION` */
function layerOf(arn: string): { layerArn: string; layerName: string; version: string } {
  const parts = arn.split(":");
  return { layerArn: parts.slice(0, 7).join(":"), layerName: parts[6]!, version: parts[7]! };
}
