import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const kinesisEncryption = settingRule({
  id: "kinesis-encryption",
  title: "A stream is encrypted at rest",
  severity: "medium",
  level: "mandatory",
  controls: [securityHub("Kinesis.1", "Kinesis streams should be encrypted at rest"), wellArchitected("SEC08-BP02")],
  fix: "Set encryptionType to KMS, and kmsKeyId to alias/aws/kinesis or a key of your own.",
  page: "https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html",
  type: types.stream,
  property: ["encryptionType"],
  takes: ["KMS"],
  unset: "NONE",
  because: "records lie in the stream in plain text",
});
