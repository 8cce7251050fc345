import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const sqsEncryption = settingRule({
  id: "sqs-encryption",
  title: "A queue is encrypted at rest",
  severity: "medium",
  level: "mandatory",
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
  because: "messages lie in plain text",
});
