import { securityHub, wellArchitected } from "../../controls";
import { publicPolicyRule } from "../../public";
import { types } from "../../resource";

export const sqsPublicPolicy = publicPolicyRule({
  id: "sqs-public-policy",
  subject: "queue",
  types: [types.queue, types.queuePolicy],
  controls: [
    securityHub("SQS.3", "SQS queue access policies should not allow public access"),
    wellArchitected("SEC03-BP07"),
  ],
  page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
});
