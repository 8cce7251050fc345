import type * as sdk from "@aws-sdk/client-lambda";
import type { FunctionArgs } from "@pulumi/aws/lambda/function";
import { type Inputs } from "../../frame/resourceType";
import { zipArchive } from "../../frame/archives";
import { toAws } from "../../frame/shapes";

/** The arguments of a function. */
export type Props = Inputs<FunctionArgs>;

export async function readPackage(props: Props): Promise<sdk.FunctionCode> {
  const source = { SourceKMSKeyArn: props.sourceKmsKeyArn };
  if (props.imageUri) return { ImageUri: props.imageUri };
  if (props.code) return { ...source, ZipFile: await zipArchive(props.code) };
  if (!props.s3Bucket) throw new Error("it has no package: give code, s3Bucket and s3Key, or imageUri");
  return { ...source, S3Bucket: props.s3Bucket, S3Key: props.s3Key, S3ObjectVersion: props.s3ObjectVersion };
}

/** @param extent `all`: arguments that are not given get the defaults of a new function */
export function configuration(
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

export function imageConfig(live: sdk.ImageConfig | undefined): Props["imageConfig"] {
  return live && { commands: live.Command, entryPoints: live.EntryPoint, workingDirectory: live.WorkingDirectory };
}
