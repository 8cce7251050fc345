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
