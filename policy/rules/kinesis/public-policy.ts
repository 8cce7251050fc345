import { wellArchitected } from "../../controls";
import { publicPolicyRule } from "../../public";
import { types } from "../../resource";

export const kinesisPublicPolicy = publicPolicyRule({
  id: "kinesis-public-policy",
  subject: "stream",
  types: [types.streamPolicy],
  controls: [wellArchitected("SEC03-BP07")],
  page: "https://docs.aws.amazon.com/streams/latest/dev/resource-based-policy-examples.html",
});
