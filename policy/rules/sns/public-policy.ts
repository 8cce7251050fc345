import { securityHub, wellArchitected } from "../../controls";
import { publicPolicyRule } from "../../public";
import { types } from "../../resource";

export const snsPublicPolicy = publicPolicyRule({
  id: "sns-public-policy",
  subject: "topic",
  types: [types.topic, types.topicPolicy],
  controls: [
    securityHub("SNS.4", "SNS topic access policies should not allow public access"),
    wellArchitected("SEC03-BP07"),
  ],
  page: "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
});
