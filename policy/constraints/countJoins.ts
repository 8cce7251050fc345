import { type Join, refuse } from "./join";
import { isUnknown, list, member, plainProperties } from "../frame/plain";

/** Kafka has as many brokers in each subnet. */
export const brokersOfSubnets: Join = (resource, found) => {
  const { numberOfBrokerNodes: brokers, brokerNodeGroupInfo } = plainProperties(resource);
  const subnets = member(brokerNodeGroupInfo, "clientSubnets");
  const zones = list(subnets).length;
  if (isUnknown(subnets) || typeof brokers !== "number" || zones === 0 || brokers % zones === 0) return;
  const takes = `a multiple of the ${zones} subnets`;
  const path = "numberOfBrokerNodes";
  refuse(found, { path, is: `is ${brokers}`, takes, fix: `Set ${path} to ${takes}.` });
};

/** A server has an address for each of its subnets. */
export const addressesOfSubnets: Join = (resource, found) => {
  const { endpointDetails } = plainProperties(resource);
  const [addresses, subnets] = ["addressAllocationIds", "subnetIds"].map((key) => member(endpointDetails, key));
  if (!Array.isArray(addresses) || !Array.isArray(subnets) || addresses.length === 0) return;
  if (addresses.length === subnets.length) return;
  const takes = `as many as the ${subnets.length} subnets`;
  const path = "endpointDetails.addressAllocationIds";
  refuse(found, { path, is: `has ${addresses.length} elements`, takes, fix: `Give ${path} ${takes}.` });
};

const filter = "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter";
const mostFilters = 2;

/** A log group delivers to two destinations. */
export const twoFilters: Join = (own, found, stack) => {
  const group = own.get("logGroup").text();
  if (!stack || group.state !== "known") return;
  const ofGroup = stack.ofType(filter).filter((each) => {
    const its = each.get("logGroup").text();
    return its.state === "known" && its.value === group.value && each.region === own.region;
  });
  if (ofGroup.length <= mostFilters || ofGroup.indexOf(own) < mostFilters) return;
  const is = `is ${group.value}, which has ${ofGroup.length} filters of subscription`;
  refuse(found, {
    path: "logGroup",
    is,
    takes: `at most ${mostFilters} filters`,
    fix: "Remove a filter, or fan out from a stream.",
  });
};
