import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const cognitoClassicFlow = settingRule({
  id: "cognito-classic-flow",
  title: "An identity pool chooses the role, not the caller",
  severity: "medium",
  level: "mandatory",
  controls: [wellArchitected("SEC03-BP02")],
  fix: "Set allowClassicFlow to false.",
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html",
  type: types.identityPool,
  property: ["allowClassicFlow"],
  takes: [false],
  unset: false,
  because: "callers choose any role that trusts the pool, and pass by the limits of the enhanced flow",
});
