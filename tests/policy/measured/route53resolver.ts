import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";
import { beside } from "./on";
import { route53resolverFirewalls } from "./route53resolverFirewalls";

type Arguments = Record<string, unknown>;

const addresses = [{ subnetId: "subnet-00000001" }, { subnetId: "subnet-00000002" }];
const endpointType = "aws:route53/resolverEndpoint:ResolverEndpoint";
const ends = { ipAddresses: addresses, securityGroupIds: ["sg-1"] };
const endpoint = ofType(endpointType, { ...ends, direction: "INBOUND" });
const outward = ofType(endpointType, { ...ends, direction: "OUTBOUND" });
const placed = ofType(endpointType, { direction: "INBOUND", securityGroupIds: ["sg-1"] });
const at = (more: Arguments) => [{ subnetId: "subnet-00000001", ...more }, { subnetId: "subnet-00000002" }];

const subnet = (name: string, more: Arguments = {}): Made => [
  "aws:ec2/subnet:Subnet",
  name,
  { id: `subnet-0000000${name}`, vpcId: "vpc-1", cidrBlock: `10.0.${name}.0/24`, ...more },
];
const ending = (more: Arguments): Made => [endpointType, "subject", { ...ends, direction: "INBOUND", ...more }];

const ruleType = "aws:route53/resolverRule:ResolverRule";
const forward = { domainName: "example.com", ruleType: "FORWARD", resolverEndpointId: "rslvr-out-1" };
const target = { ip: "10.0.0.2" };
const rule = ofType(ruleType, { domainName: "example.com" });
const forwarding = ofType(ruleType, forward);
const to = (...targetIps: readonly Arguments[]) => ({ targetIps });
const made = (id: string, more: Arguments): Made => [
  endpointType,
  "end",
  { ...ends, id, direction: "OUTBOUND", ...more },
];
const rules = (more: Arguments): Made => [ruleType, "subject", { ...forward, ...to(target), ...more }];

const logged = (name: string, resolverQueryLogConfigId: string): Made => [
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation",
  name,
  { resolverQueryLogConfigId, resourceId: "vpc-1" },
];
const log = (id: string, destinationArn: string): Made => [
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig",
  id,
  { id, name: id, destinationArn },
];
const secures = (name: string, resourceId: string): Made => [
  "aws:route53/resolverDnsSecConfig:ResolverDnsSecConfig",
  name,
  { resourceId },
];
const ruled = (name: string, vpcId: string): Made => [
  "aws:route53/resolverRuleAssociation:ResolverRuleAssociation",
  name,
  { resolverRuleId: "rslvr-rr-1", vpcId },
];

export const route53resolver: FactsByName = {
  ...route53resolverFirewalls,
  "route53resolver-dnssecconfig-one-per-vpc": beside(
    [secures("a", "vpc-1")],
    "a VPC is validated once",
    secures("subject", "vpc-1"),
    secures("subject", "vpc-2"),
  ),
  "route53resolver-endpoint-delegation-do53-only": endpoint(
    "what is delegated comes by Do53",
    { direction: "INBOUND_DELEGATION", protocols: ["DoH"] },
    { direction: "INBOUND_DELEGATION", protocols: ["Do53"] },
  ),
  "route53resolver-endpoint-direction-enum": endpoint("an endpoint has a direction", { direction: "BOTH" }, {}),
  "route53resolver-endpoint-doh-dohfips-exclusive": endpoint(
    "DoH is of one kind",
    { protocols: ["DoH", "DoH-FIPS"] },
    { protocols: ["DoH", "Do53"] },
  ),
  "route53resolver-endpoint-dohfips-inbound-only": outward(
    "DoH-FIPS comes in",
    { protocols: ["DoH-FIPS"] },
    { protocols: ["DoH"] },
  ),
  "route53resolver-endpoint-ip-format": placed(
    "an address is of IPv4",
    { ipAddresses: at({ ip: "10.0.0.300" }) },
    { ipAddresses: at({ ip: "10.0.0.30" }) },
  ),
  "route53resolver-endpoint-protocols-enum": endpoint(
    "protocols of DNS",
    { protocols: ["DoT"] },
    { protocols: ["DoH"] },
  ),
  "route53resolver-endpoint-subnet-address-family": beside(
    [subnet("1"), subnet("2", { ipv6CidrBlock: "2001:db8::/64" })],
    "IPv6 is of subnets that have it",
    ending({
      resolverEndpointType: "DUALSTACK",
      ipAddresses: [{ subnetId: "subnet-00000002" }, { subnetId: "subnet-00000001" }],
    }),
    ending({
      resolverEndpointType: "DUALSTACK",
      ipAddresses: [{ subnetId: "subnet-00000002" }, { subnetId: "subnet-00000002" }],
    }),
  ),
  "route53resolver-endpoint-subnets-same-vpc": beside(
    [subnet("1"), subnet("2", { vpcId: "vpc-2" }), subnet("3")],
    "an endpoint is of one VPC",
    ending({}),
    ending({ ipAddresses: [{ subnetId: "subnet-00000001" }, { subnetId: "subnet-00000003" }] }),
  ),
  "route53resolver-endpoint-targetnameserver-metrics-outbound-only": endpoint(
    "servers are measured outwards",
    { targetNameServerMetricsEnabled: true },
    { direction: "OUTBOUND", targetNameServerMetricsEnabled: true },
  ),
  "route53resolver-endpoint-type-enum": endpoint(
    "a type of addresses",
    { resolverEndpointType: "IPV5" },
    { resolverEndpointType: "IPV4" },
  ),
  "route53resolver-endpoint-type-ipv4-address-family": placed(
    "IPv4 has no IPv6",
    { resolverEndpointType: "IPV4", ipAddresses: at({ ipv6: "2001:db8::1" }) },
    { resolverEndpointType: "IPV4", ipAddresses: at({ ip: "10.0.0.2" }) },
  ),
  "route53resolver-endpoint-type-ipv6-address-family": placed(
    "IPv6 has no IPv4",
    { resolverEndpointType: "IPV6", ipAddresses: at({ ip: "10.0.0.2" }) },
    { resolverEndpointType: "IPV6", ipAddresses: at({ ipv6: "2001:db8::1" }) },
  ),
  "route53resolver-querylogconfig-destination-arn-service": ofType(
    "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig",
  )(
    "queries are logged in three services",
    { destinationArn: "arn:aws:sqs:eu-west-1:111122223333:q" },
    { destinationArn: "arn:aws:s3:::logs" },
  ),
  "route53resolver-querylogconfigassociation-one-per-destination-type": beside(
    [
      log("rqlc-1", "arn:aws:s3:::a"),
      log("rqlc-2", "arn:aws:s3:::b"),
      log("rqlc-3", "arn:aws:firehose:eu-west-1:111122223333:deliverystream/b"),
      logged("a", "rqlc-1"),
    ],
    "a VPC is logged once in a service",
    logged("subject", "rqlc-2"),
    logged("subject", "rqlc-3"),
  ),
  "route53resolver-rule-delegate-forbids-targetips-and-domainname": rule(
    "a delegation has no targets",
    { ruleType: "DELEGATE", resolverEndpointId: "rslvr-out-1", ...to(target) },
    { ruleType: "DELEGATE", resolverEndpointId: "rslvr-out-1" },
  ),
  "route53resolver-rule-delegate-requires-endpoint-and-record": rule(
    "a delegation has an endpoint",
    { ruleType: "DELEGATE" },
    { ruleType: "DELEGATE", resolverEndpointId: "rslvr-out-1" },
  ),
  "route53resolver-rule-endpointid-must-be-outbound": beside(
    [made("rslvr-in-1", { direction: "INBOUND" })],
    "a rule goes outwards",
    rules({ resolverEndpointId: "rslvr-in-1" }),
    rules({}),
  ),
  "route53resolver-rule-forward-requires-endpoint-and-targetips": forwarding(
    "what is forwarded has targets",
    {},
    to(target),
  ),
  "route53resolver-rule-recursive-not-creatable": rule(
    "a recursion is AWS's",
    { ruleType: "RECURSIVE" },
    { ruleType: "SYSTEM" },
  ),
  "route53resolver-rule-ruletype-enum": rule("a rule has a type", { ruleType: "LOCAL" }, { ruleType: "SYSTEM" }),
  "route53resolver-rule-system-forbids-endpoint-and-targetips": rule(
    "a system has no endpoint",
    { ruleType: "SYSTEM", resolverEndpointId: "rslvr-out-1" },
    { ruleType: "SYSTEM" },
  ),
  "route53resolver-rule-targetip-ip-format": forwarding("a target is an address", to({ ip: "10.0.0" }), to(target)),
  "route53resolver-rule-targetip-ipv6-format": forwarding(
    "a target is an address of IPv6",
    to({ ipv6: "2001:db8:::1" }),
    to({ ipv6: "2001:db8::1" }),
  ),
  "route53resolver-rule-targetip-protocol-enum": forwarding(
    "a target speaks DNS",
    to({ ...target, protocol: "DoT" }),
    to({ ...target, protocol: "DoH" }),
  ),
  "route53resolver-rule-targetip-protocol-matches-endpoint": beside(
    [made("rslvr-out-1", { protocols: ["Do53"] })],
    "a target speaks as the endpoint",
    rules(to({ ...target, protocol: "DoH" })),
    rules(to({ ...target, protocol: "Do53" })),
  ),
  "route53resolver-rule-targetips-address-family-exclusive": forwarding(
    "targets are of one family",
    to(target, { ipv6: "2001:db8::1" }),
    to(target, { ip: "10.0.0.3" }),
  ),
  "route53resolver-rule-targetips-max-six": forwarding(
    "six targets",
    to(...many(7, (index) => ({ ip: `10.0.0.${index + 2}` }))),
    to(...many(6, (index) => ({ ip: `10.0.0.${index + 2}` }))),
  ),
  "route53resolver-ruleassociation-duplicate-rule-vpc": beside(
    [ruled("a", "vpc-1")],
    "a rule is of a VPC once",
    ruled("subject", "vpc-1"),
    ruled("subject", "vpc-2"),
  ),
};
