import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const lambdaPermissionAccount: ResourceRule = {
  scope: "resource",
  type: types.permission,
  id: "lambda-permission-account",
  title: "A permission for a bucket names its account",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC03-BP07")],
  fix: "Set sourceAccount to the account of the bucket.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
  check(permission) {
    if (permission.get("sourceAccount").any().state !== "absent") return holds;
    const principal = permission.get("principal").text();
    if (principal.state === "unknown") return notEvaluated(permission, "principal");
    return principal.state === "known" && principal.value === "s3.amazonaws.com"
      ? violated(
          permission,
          "sourceAccount is not set, and a bucket's ARN names none: a new owner of a deleted bucket's name could call",
        )
      : holds;
  },
};
