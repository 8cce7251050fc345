import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, violatedUnless } from "../../frame/rule";

/** The endpoint of Lambda, whatever the Region. */
const ofLambda = /\.lambda$/;

export const rdsLambdaPath: StackRule = {
  scope: "stack",
  id: "rds-lambda-path",
  title: "A database that calls a function has a role and a network path for it",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC05-BP02")],
  fix: "Add an interface endpoint of Lambda, or a NAT gateway, to the database's network.",
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/PostgreSQL-Lambda.html",
  check(stack) {
    const associations = [types.dbClusterRole, types.dbInstanceRole].flatMap((type) => stack.ofType(type));
    const endpoints = stack.ofType(types.vpcEndpoint).map((endpoint) => endpoint.get("serviceName").text());
    const hasNetwork = stack.ofType(types.subnet).length > 0; // otherwise the way is another stack's matter
    const hasWay =
      stack.ofType(types.natGateway).length > 0 ||
      endpoints.some((service) => service.state === "known" && ofLambda.test(service.value));
    return associations.flatMap((association) => {
      const feature = association.get("featureName").text();
      if (feature.state === "unknown") return notEvaluated(association, "featureName");
      if (feature.state !== "known" || feature.value !== "Lambda" || hasWay || !hasNetwork) return holds;
      return violatedUnless(
        endpoints.some(({ state }) => state === "unknown"),
        association,
        "services of the endpoints",
        "the network has neither an endpoint of Lambda nor a NAT gateway: the call waits until it fails",
      );
    });
  },
};
