import { wellArchitected } from "../../frame/controls";
import { valueOr } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, type ResourceRule, violated } from "../../frame/rule";

/** Names of stage variables that stand for the API's contents: a new value replaces the deployment, as one of triggers does. */
const revision = /version|revision|hash|digest|checksum|sha\d*/i;

function isReplaced(deployment: Resource): boolean {
  const has = (property: string, isCounted: (key: string) => boolean): boolean => {
    const entries = deployment.get(property).entries();
    return entries.state === "unknown" || valueOr(entries, []).some(([key]) => isCounted(key));
  };
  return has("triggers", () => true) || has("variables", (key) => revision.test(key));
}

export const apigatewayRedeploy: ResourceRule = {
  scope: "resource",
  type: types.apiDeployment,
  id: "apigateway-redeploy",
  title: "A deployment is replaced when the API changes",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL08-BP04")],
  fix: "Set triggers to a hash of the API's resources, methods and integrations.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html",
  check: (deployment) =>
    isReplaced(deployment)
      ? holds
      : violated(deployment, "triggers is not set: it is a snapshot: changed routes never reach the stage"),
};
