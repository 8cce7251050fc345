import { securityHub, wellArchitected } from "../../frame/controls";
import { mayBePresent } from "../../frame/known";
import { namesOwner } from "../../readings/callers";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const lambdaPermissionSource: ResourceRule = {
  scope: "resource",
  type: types.permission,
  id: "lambda-permission-source",
  title: "A permission names who may invoke the function",
  severity: "high",
  level: "mandatory",
  ground: "open",
  controls: [
    securityHub("Lambda.1", "Lambda function policies should prohibit public access"),
    wellArchitected("SEC03-BP07"),
  ],
  fix: "Set sourceArn to the bucket, rule, schedule or topic; for S3 also sourceAccount.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
  check(permission) {
    const principal = permission.get("principal").text();
    if (principal.state === "unknown") return notEvaluated(permission, "principal");
    if (principal.state !== "known") return holds;
    const anyone = principal.value === "*";
    if (!anyone && !principal.value.endsWith(".amazonaws.com")) return holds;
    const bound = ["sourceAccount", "principalOrgId", "functionUrlAuthType", "invokedViaFunctionUrl"].some((property) =>
      mayBePresent(permission.get(property).any()),
    );
    if (bound) return holds;
    const source = permission.get("sourceArn").text();
    if (source.state === "known" && !namesOwner(source.value)) {
      return violated(
        permission,
        `sourceArn is ${source.value}, which anybody can have: it names no account and no bucket`,
      );
    }
    if (source.state !== "absent") return holds;
    const who = anyone ? "anyone" : `${principal.value} on behalf of any account`;
    return violated(permission, `${who} may invoke the function: neither sourceArn nor sourceAccount is set`);
  },
};
