import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { settingRule } from "../../frame/setting";
import { tlsOnlyRule } from "../../readings/tls";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  settingRule({
    id: "sqs-encryption",
    title: "A queue is encrypted at rest",
    severity: "medium",
    level: "advisory",
    controls: [securityHub("SQS.1", "Amazon SQS queues should be encrypted at rest"), wellArchitected("SEC08-BP02")],
    fix: "Leave sqsManagedSseEnabled out, or name a kmsMasterKeyId.",
    page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
    type: types.queue,
    property: ["sqsManagedSseEnabled"],
    takes: [true],
    only: (queue) => {
      const key = queue.get("kmsMasterKeyId").text();
      return key.state === "unknown" ? key : { state: "known", value: key.state !== "known" || key.value === "" };
    },
    because: "messages are stored unencrypted",
  }),
  tlsOnlyRule({
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
  }),
];
