import { wellArchitected } from "../../frame/controls";
import { elements } from "../../frame/range";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";
import { endpointType } from "./endpoints";

export const apigatewayVpcEndpoints: ResourceRule = {
  scope: "resource",
  id: "apigateway-vpc-endpoints",
  title: "A private API names its VPC endpoints, and no other API does",
  severity: "medium",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("SEC05-BP02")],
  fix: "Set endpointConfiguration.vpcEndpointIds of a private API, and leave them out of others.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/associate-private-api-with-vpc-endpoint.html",
  type: types.restApi,
  check(api) {
    if (api.get("endpointConfiguration").any().state === "unknown") return notEvaluated(api, "endpointConfiguration");
    const type = endpointType(api);
    const ids = elements.of(api.get("endpointConfiguration", "vpcEndpointIds"));
    if (type.state !== "known" || ids.state === "unknown" || ids.state === "malformed") {
      return notEvaluated(api, "endpointConfiguration");
    }
    const count = ids.state === "known" ? ids.value : 0;
    if (type.value === "PRIVATE") {
      return count > 0 ? holds : violated(api, "it is private and names no VPC endpoint: it has no address of its own");
    }
    return count === 0
      ? holds
      : violated(api, `it names VPC endpoints, which AWS takes for PRIVATE only, not ${type.value}`);
  },
};
