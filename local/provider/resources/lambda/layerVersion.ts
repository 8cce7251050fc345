import type * as sdk from "@aws-sdk/client-lambda";
import type { LayerVersion as LayerResource, LayerVersionArgs } from "@pulumi/aws/lambda/layerVersion";
import { zipArchive } from "../../frame/archives";
import { unless } from "../../frame/errors";
import { optional, stable, withRule } from "../../frame/properties";
import { resourceType } from "../../frame/resourceType";
import { notFound } from "./ids";

/** A layer version cannot be changed: every change publishes a new one. */
export const LayerVersion = resourceType<LayerVersionArgs, LayerResource>({
  token: "aws:lambda/layerVersion:LayerVersion",
  properties: {
    ...withRule({ unordered: true }, "compatibleArchitectures", "compatibleRuntimes"),
    ...optional("code", "description", "licenseInfo", "s3Bucket", "s3Key", "s3ObjectVersion"),
    layerName: { required: true },
    skipDestroy: { default: false },
    sourceCodeHash: { computed: true },
  },
  outputs: {
    ...stable("arn", "codeSha256", "createdDate", "layerArn", "signingJobArn", "signingProfileVersionArn"),
    ...stable("sourceCodeSize", "version"),
  },

  async create(props, { lambda }) {
    const { LayerVersionArn } = await lambda.publishLayerVersion({
      LayerName: props.layerName,
      Description: props.description,
      LicenseInfo: props.licenseInfo,
      CompatibleArchitectures: props.compatibleArchitectures as sdk.Architecture[],
      CompatibleRuntimes: props.compatibleRuntimes as sdk.Runtime[],
      Content: props.code
        ? { ZipFile: await zipArchive(props.code) }
        : { S3Bucket: props.s3Bucket, S3Key: props.s3Key, S3ObjectVersion: props.s3ObjectVersion },
    });
    return LayerVersionArn!;
  },

  async read(arn, { lambda }, known) {
    const { layerArn, layerName, version } = parseLayerArn(arn);
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
    const { layerName, version } = parseLayerArn(arn);
    await unless(notFound, lambda.deleteLayerVersion({ LayerName: layerName, VersionNumber: Number(version) }));
  },
});

/** `arn:aws:lambda:REGION:ACCOUNT:layer:NAME:VERSION` */
function parseLayerArn(arn: string): { layerArn: string; layerName: string; version: string } {
  const parts = arn.split(":");
  return { layerArn: parts.slice(0, 7).join(":"), layerName: parts[6]!, version: parts[7]! };
}
