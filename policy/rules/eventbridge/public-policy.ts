import { wellArchitected } from "../../controls";
import { publicPolicyRule } from "../../public";
import { types } from "../../resource";

export const eventbridgePublicPolicy = publicPolicyRule({
  id: "eventbridge-public-policy",
  subject: "event bus",
  types: [types.eventBusPolicy],
  controls: [wellArchitected("SEC03-BP07")],
  page: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html",
});
