import { limits } from "../../limits";
import { type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { type PrivateNetworkArgs, networkDefaults } from "./args";
import { rangeProblem } from "./subnetPlan";

/** Problems with a network's arguments. */
export function privateNetworkProblems(args: PrivateNetworkArgs): Problem[] {
  const { zones, cidrBlock, flowLogRetentionDays, gatewayEndpoints, interfaceEndpoints } = withDefaults(
    networkDefaults,
    args,
  );
  const problem = rangeProblem(cidrBlock);
  return new Problems()
    .bounds("zones", zones, { min: 2, max: 3 }, "zones")
    .range("flowLogRetentionDays", flowLogRetentionDays, limits.logs.retentionDays)
    .that(problem === undefined, "cidrBlock", cidrBlock, problem ?? "")
    .once("gatewayEndpoints", gatewayEndpoints)
    .once("interfaceEndpoints", interfaceEndpoints).list;
}
