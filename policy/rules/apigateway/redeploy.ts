import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { requiredRule } from "../../setting";

export const apigatewayRedeploy = requiredRule({
  id: "apigateway-redeploy",
  title: "A deployment is made anew when the API changes",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL08-BP04")],
  fix: "Set triggers to a hash of the API's resources, methods and integrations.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html",
  type: types.apiDeployment,
  property: ["triggers"],
  because: "it is a snapshot, and changes of routes never reach the stage",
});
