import { wellArchitected } from "../../frame/controls";
import { elements } from "../../frame/range";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";
import { endpointType } from "./endpoints";

export const apigatewayVpcEndpoints: ResourceRule = {
  scope: "resource",
  type: types.restApi,
  id: "apigateway-vpc-endpoints",
  title: "Only a private API names VPC endpoints",
  severity: "medium",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("SEC05-BP02")],
  fix: "Leave endpointConfiguration.vpcEndpointIds out, or make the API PRIVATE.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/associate-private-api-with-vpc-endpoint.html",
  check(api) {
    if (api.get("endpointConfiguration").any().state === "unknown") return notEvaluated(api, "endpointConfiguration");
    const type = endpointType(api);
    const ids = elements.of(api.get("endpointConfiguration", "vpcEndpointIds"));
    if (type.state !== "known" || ids.state === "unknown" || ids.state === "malformed") {
      return notEvaluated(api, "endpointConfiguration");
    }
    const count = ids.state === "known" ? ids.value : 0;
    // A private API may do without: then it is called by the endpoints' own names.
    return count === 0 || type.value === "PRIVATE"
      ? holds
      : violated(api, `it names VPC endpoints, which AWS takes for PRIVATE only, not ${type.value}`);
  },
};
