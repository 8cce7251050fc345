import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { requiredRule } from "../../setting";

export const snsEncryption = requiredRule({
  id: "sns-encryption",
  title: "A topic is encrypted with a KMS key",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("SNS.1", "SNS topics should be encrypted at-rest using AWS KMS"),
    wellArchitected("SEC08-BP02"),
  ],
  fix: "Set kmsMasterKeyId to a key; alias/aws/sns is enough where no AWS service publishes.",
  page: "https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html",
  type: types.topic,
  property: ["kmsMasterKeyId"],
  because: "messages that wait lie in plain text",
});
