import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { requiredRule } from "../../frame/setting";
import { tlsOnlyRule } from "../../readings/tls";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  requiredRule({
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
    because: "waiting messages are stored unencrypted",
  }),
  tlsOnlyRule({
    id: "sns-tls-only",
    title: "A topic is published to over TLS only",
    severity: "medium",
    level: "advisory",
    controls: [wellArchitected("SEC09-BP02")],
    fix: 'Deny sns:Publish to everybody when aws:SecureTransport is "false", in a TopicPolicy.',
    page: "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
    type: types.topic,
    policy: [types.topicPolicy, "arn"],
    action: "sns:Publish",
  }),
];
