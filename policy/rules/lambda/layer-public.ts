import { wellArchitected } from "../../frame/controls";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const lambdaLayerPublic: ResourceRule = {
  scope: "resource",
  type: "aws:lambda/layerVersionPermission:LayerVersionPermission",
  id: "lambda-layer-public",
  title: "A layer version is for accounts or an organization that are named",
  severity: "high",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC03-BP07")],
  fix: "Set organizationId, or principal to an account.",
  page: "https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html",
  check(permission) {
    const principal = permission.get("principal").text();
    if (principal.state === "unknown") return notEvaluated(permission, "principal");
    const everybody = principal.state === "known" && principal.value === "*";
    return everybody && permission.get("organizationId").any().state === "absent"
      ? violated(permission, "principal is * and organizationId is not set: every account may use and read the layer")
      : holds;
  },
};
