/** Files with payments. Rights: s3:GetObject and s3:GetObjectVersion on them, s3:ListBucket on their bucket. */
import { GetObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";

import { isMissing } from "../aws";
import { type PaymentFile } from "./envelopes";
import { decodeText, PaymentFault } from "./payment";

/**
 * The text of the file at the time of its event: by its version, or else only while the object is unchanged.
 * @throws PaymentFault when it has been replaced or deleted and no version is left: a retry cannot help
 */
export async function readFile(s3: S3Client, { bucket, key, versionId, etag }: PaymentFile): Promise<string> {
  // Objects of a bucket without versions have the version "null" in some events.
  const VersionId = versionId === "null" || versionId === "" ? undefined : versionId;
  const IfMatch = VersionId === undefined && etag ? `"${etag}"` : undefined;
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId, IfMatch }));
    return decodeText((await Body?.transformToByteArray()) ?? new Uint8Array());
  } catch (error) {
    const which = `s3://${bucket}/${key}${VersionId === undefined ? "" : `, version ${VersionId}`}`;
    if (error instanceof S3ServiceException && error.name === "PreconditionFailed") {
      throw new PaymentFault(`${which} was replaced before its payments were read`);
    }
    if (isMissing(error) || (error instanceof Error && error.name === "NoSuchVersion")) {
      throw new PaymentFault(`${which} was deleted before its payments were read`);
    }
    throw error;
  }
}
