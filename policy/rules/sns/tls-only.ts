import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { tlsOnlyRule } from "../../tls";

export const snsTlsOnly = tlsOnlyRule({
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
});
