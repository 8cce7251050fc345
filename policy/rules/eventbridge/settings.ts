import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { publicPolicyRule } from "../../readings/public";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  publicPolicyRule({
    id: "eventbridge-public-policy",
    subject: "event bus",
    types: [types.eventBusPolicy],
    controls: [wellArchitected("SEC03-BP07")],
    page: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html",
  }),
];
