import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const cognitoUserExistence = settingRule({
  id: "cognito-user-existence",
  title: "An app client does not tell who has an account",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC02-BP01")],
  fix: "Set preventUserExistenceErrors to ENABLED.",
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html",
  type: types.userPoolClient,
  property: ["preventUserExistenceErrors"],
  takes: ["ENABLED"],
  unset: "LEGACY",
  because: "a sign-in tells a wrong name from a wrong password",
});
