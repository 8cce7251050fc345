import type * as sdk from "@aws-sdk/client-lambda";
import type { Function as FunctionResource, FunctionArgs } from "@pulumi/aws/lambda/function";
import { unless } from "../../frame/errors";
import { wordCharacters } from "../../frame/names";
import { changing, optional, stable, withRule } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { retryWhile } from "../../frame/retry";
import { fromAws, toAws } from "../../frame/shapes";
import { whyNotRun } from "../../../languages";
import { configuration, imageConfig, readPackage } from "./configuration";
import { isRoleTooNew, latestVersion, published, reserve, settled } from "./functionState";
import { notFound } from "./ids";

/** Arguments of the package, which UpdateFunctionCode writes. */
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

/** Arguments of neither the package nor the configuration. A change of `publish` itself publishes a version. */
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
  name: { property: "name", maxLength: 64, ...wordCharacters },
  properties: {
    ...withRule({ computed: true }, "codeSha256", "loggingConfig", "sourceCodeHash"),
    ...withRule({ replace: true }, "durableConfig", "name"),
    ...optional("code", "deadLetterConfig", "description", "environment", "handler", "imageConfig", "imageUri"),
    ...optional("layers", "replaceSecurityGroupsOnDestroy", "runtime", "s3Bucket", "s3Key", "s3ObjectVersion"),
    ...optional("sourceKmsKeyArn", "useResourceTimeoutForPropagation"),
    architectures: { computed: true, idle: "functions run on this machine's own" },
    capacityProviderConfig: { notEmulated: "the emulator has no capacity providers" },
    codeSigningConfigArn: { notEmulated: "the emulator does not verify signatures" },
    ephemeralStorage: { computed: true },
    fileSystemConfig: { notEmulated: "the emulator mounts no file system" },
    kmsKeyArn: { idle: "the environment is not encrypted" },
    memorySize: { default: 128 },
    packageType: { default: "Zip", replace: true },
    publish: { default: false },
    publishTo: { notEmulated: "the emulator publishes numbered versions only" },
    replacementSecurityGroupIds: { unordered: true },
    reservedConcurrentExecutions: { default: -1 },
    role: { required: true },
    skipDestroy: { default: false },
    snapStart: { idle: "hooks of functions in Python and Java are run, on an environment that is no copy of another" },
    tags,
    tenancyConfig: { replace: true, notEmulated: "the emulator does not isolate tenants" },
    timeout: { default: 3 },
    tracingConfig: { computed: true, idle: "no trace is recorded" },
    vpcConfig: { unordered: true, idle: "functions run outside of it" },
  },
  outputs: {
    ...stable("arn", "invokeArn", "responseStreamingInvokeArn"),
    ...changing("lastModified", "qualifiedArn", "qualifiedInvokeArn", "signingJobArn", "signingProfileVersionArn"),
    ...changing("sourceCodeSize", "version"),
  },
  changing: (changed, { publish }) => [
    "lastModified",
    ...(hasCode(changed) ? ["codeSha256", "sourceCodeHash", "sourceCodeSize"] : []),
    ...(publish && (hasCode(changed) || hasConfiguration(changed)) ? ofVersion : []),
  ],
  notEmulated: ({ packageType, runtime = "", handler }) => {
    if (packageType === "Image") return ["packageType: images are not run"];
    const reason = whyNotRun(runtime, handler);
    return reason ? [`is not run: ${reason}`] : [];
  },

  async create(props, aws) {
    const code = await readPackage(props);
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
    if (props.publish) await published(name, aws);
    await reserve(name, props, aws);
  },

  async read(name, aws, known) {
    const answer = await unless(notFound, aws.lambda.getFunction({ FunctionName: name }));
    if (!answer?.Configuration) return undefined;
    const { Configuration: live, Concurrency, Tags } = answer;
    const arn = live.FunctionArn!;
    const isImage = live.PackageType === "Image";
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
      handler: isImage ? undefined : live.Handler,
      imageConfig: imageConfig(live.ImageConfigResponse?.ImageConfig),
      imageUri: isImage ? answer.Code?.ImageUri : undefined,
      kmsKeyArn: live.KMSKeyArn || undefined,
      layers: live.Layers?.map(({ Arn }) => Arn!),
      loggingConfig: fromAws(live.LoggingConfig),
      memorySize: live.MemorySize,
      packageType: live.PackageType,
      reservedConcurrentExecutions: Concurrency?.ReservedConcurrentExecutions ?? -1,
      runtime: isImage ? undefined : live.Runtime,
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

  async update(name, props, _old, aws, changed) {
    const { lambda } = aws;
    if (hasCode(changed)) {
      await lambda.updateFunctionCode({
        FunctionName: name,
        Architectures: props.architectures as sdk.Architecture[],
        ...(await readPackage(props)),
      });
      await settled(name, aws);
    }
    if (hasConfiguration(changed)) {
      await lambda.updateFunctionConfiguration({ FunctionName: name, ...configuration(props, "all") });
      await settled(name, aws);
    }
    if (changed.has("reservedConcurrentExecutions")) await reserve(name, props, aws);
    if (props.publish && (hasCode(changed) || hasConfiguration(changed))) {
      await lambda.publishVersion({ FunctionName: name });
      await published(name, aws);
    }
  },

  tagging: {
    remove: (_name, TagKeys, { lambda }, { arn }) => lambda.untagResource({ Resource: arn, TagKeys }),
    add: (_name, Tags, { lambda }, { arn }) => lambda.tagResource({ Resource: arn, Tags }),
  },

  async delete(name, { lambda }) {
    await unless(notFound, lambda.deleteFunction({ FunctionName: name }));
  },
});
