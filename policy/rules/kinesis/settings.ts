import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { settingRule } from "../../frame/setting";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  settingRule({
    id: "kinesis-encryption",
    title: "A stream is encrypted at rest",
    severity: "medium",
    level: "advisory",
    controls: [securityHub("Kinesis.1", "Kinesis streams should be encrypted at rest"), wellArchitected("SEC08-BP02")],
    fix: "Set encryptionType to KMS, and kmsKeyId to alias/aws/kinesis or a key of your own.",
    page: "https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html",
    type: types.stream,
    property: ["encryptionType"],
    takes: ["KMS"],
    unset: "NONE",
    because: "records are stored unencrypted",
  }),
];
