import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { tlsOnlyRule } from "../../tls";

export const sqsTlsOnly = tlsOnlyRule({
  id: "sqs-tls-only",
  title: "A queue is reached over TLS only",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC09-BP02")],
  fix: 'Deny sqs:* to everybody when aws:SecureTransport is "false", in a QueuePolicy.',
  page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
  type: types.queue,
  policy: [types.queuePolicy, "queueUrl"],
  action: "sqs:SendMessage",
});
