import { securityHub, wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

/** What the Foundational Security Best Practices, and NIST SP 800-63B, ask for at least. */
const advised = 8;

export const cognitoPasswordStrength: ResourceRule = {
  scope: "resource",
  type: types.userPool,
  id: "cognito-password-strength",
  title: "A user pool requires passwords of 8 characters or more",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("Cognito.3", "Password policies for Cognito user pools should have strong configurations"),
    wellArchitected("SEC02-BP01"),
  ],
  fix: "Set passwordPolicy.minimumLength to 12, or at least 8.",
  page: limits.cognito.passwordLength.page,
  check(pool) {
    const length = pool.get("passwordPolicy", "minimumLength").number();
    if (length.state === "unknown") return notEvaluated(pool, "passwordPolicy.minimumLength");
    return length.state === "known" && length.value < advised
      ? violated(pool, `passwordPolicy.minimumLength is ${length.value}; at least ${advised} are advised`)
      : holds;
  },
};
