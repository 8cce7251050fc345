import { wellArchitected } from "../../frame/controls";
import { type StackRule } from "../../frame/rule";
import { namingResources } from "../../readings/actions";
import { allowingUsers } from "./identityRoles";

/** Services whose actions apply to the caller's own identity only. */
const ownIdentity = /^(cognito-identity|cognito-sync|mobileanalytics):/i;

export const cognitoRoleWildcards: StackRule = {
  scope: "stack",
  id: "cognito-role-wildcards",
  title: "Roles for users name their actions and resources, without wildcards",
  severity: "high",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC03-BP02")],
  fix: "Name the actions and the ARNs that users need; the users hold the credentials.",
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html",
  check: (stack) =>
    allowingUsers(stack, async ({ actions, notActions, resources, notResources }) => {
      if (notActions) return "a statement allows users everything but what its NotAction names";
      const foreign = actions?.known.filter((action) => !ownIdentity.test(action)) ?? [];
      const whole = foreign.filter((action) => /^[\w-]*\*?:\*+$|^\*+$/.test(action));
      if (whole.length > 0) return `a statement allows users ${whole.join(", ")}`;
      const anywhere = resources?.known.some((resource) => /^\*+$/.test(resource)) ?? notResources !== undefined;
      const broad = anywhere ? await namingResources(foreign) : [];
      return broad.length > 0 ? `a statement allows users ${broad.join(", ")} on every resource` : undefined;
    }),
};
