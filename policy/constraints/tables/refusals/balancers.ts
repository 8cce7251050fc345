import { type Row, type TypeRows } from "../../schema";
import { api } from "../pages";
import { together } from "../together";

const application = { name: "web", loadBalancerType: "application" };
const network = { name: "web", loadBalancerType: "network" };
const subnets = { subnets: ["subnet-1", "subnet-2"] };
const mapping = (beside: object) => ({ subnetMappings: [{ subnetId: "subnet-1", ...beside }] });
const privateAddress = mapping({ privateIpv4Address: "10.0.1.5" });
const subnet = (id: string, availabilityZone: string) => ({
  type: "aws:ec2/subnet:Subnet",
  properties: { id, vpcId: "vpc-1", cidrBlock: "10.0.1.0/24", availabilityZone },
});

const rows: readonly Row[] = [
  { at: "secondaryIpsAutoAssignedPerSubnet", minimum: 0, maximum: 7, good: 7, bad: 8 },
  {
    at: "subnetMappings[]",
    fact: "an address is a public or a private one",
    atMostOne: ["allocationId", "privateIpv4Address"],
    source: api("elb", "SubnetMapping"),
    good: { subnetId: "subnet-1", allocationId: "eipalloc-1" },
    bad: { subnetId: "subnet-1", allocationId: "eipalloc-1", privateIpv4Address: "10.0.1.5" },
  },
  together(
    "a gateway load balancer is not internal",
    { when: { loadBalancerType: "gateway" }, properties: { internal: { const: false } } },
    { name: "web", loadBalancerType: "gateway", ...subnets },
    { internal: false },
    { internal: true },
  ),
  together(
    "a fixed address of IPv6 is of a load balancer that is not internal",
    { when: { internal: true }, excluded: ["subnetMappings[].ipv6Address"] },
    { ...network, ipAddressType: "dualstack", ...mapping({ ipv6Address: "2001:db8::1" }) },
    { internal: false },
    { internal: true },
  ),
  together(
    "a private address is of a load balancer that is internal",
    {
      // The provider's own example leaves it out.
      if: { required: ["internal"], properties: { internal: { const: false } } },
      then: { excluded: ["subnetMappings[].privateIpv4Address"] },
      source: api("elb", "SubnetMapping"),
    },
    { ...network, ...privateAddress },
    { internal: true },
    { internal: false },
  ),
  together(
    "enablePrefixForIpv6SourceNat is of a network load balancer with dualstack",
    {
      when: { enablePrefixForIpv6SourceNat: "on" },
      properties: { loadBalancerType: { const: "network" }, ipAddressType: { const: "dualstack" } },
      required: ["loadBalancerType", "ipAddressType"],
    },
    { ...network, ...subnets, enablePrefixForIpv6SourceNat: "on" },
    { ipAddressType: "dualstack" },
    { ipAddressType: "ipv4" },
  ),
  together(
    "a load balancer has one subnet of a zone",
    {
      join: "balancerZones",
      beside: {
        first: subnet("subnet-1", "eu-west-1a"),
        second: subnet("subnet-2", "eu-west-1a"),
        third: subnet("subnet-3", "eu-west-1b"),
      },
    },
    application,
    { subnets: ["subnet-1", "subnet-3"] },
    { subnets: ["subnet-1", "subnet-2"] },
  ),
];

/** Load balancers: their addresses and their zones, by either of the provider's two names. */
export const balancerRefusals: readonly TypeRows[] = ["lb", "alb"].map((module) => ({
  type: `aws:${module}/loadBalancer:LoadBalancer`,
  source: api("elb", "CreateLoadBalancer"),
  rows,
}));
