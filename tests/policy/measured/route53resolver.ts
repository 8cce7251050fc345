import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";
import { beside } from "./on";

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

const block = { firewallRuleGroupId: "rslvr-frg-1", priority: 1, action: "BLOCK", blockResponse: "NODATA" };
const listed = { firewallDomainListId: "rslvr-fdl-1" };
const firewallType = "aws:route53/resolverFirewallRule:ResolverFirewallRule";
const firewall = ofType(firewallType, { ...block, ...listed });
const matching = ofType(firewallType, block);
const threat = { dnsThreatProtection: "DGA", confidenceThreshold: "HIGH" };
const overriding = { blockOverrideDnsType: "CNAME", blockOverrideDomain: "b.example.com", blockOverrideTtl: 60 };
const walls = (name: string, more: Arguments): Made => [firewallType, name, { ...block, ...listed, ...more }];

const associationType = "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation";
const group = { firewallRuleGroupId: "rslvr-frg-1", vpcId: "vpc-1", priority: 101 };
const grouped = (name: string, more: Arguments = {}): Made => [associationType, name, { ...group, ...more }];
const association = ofType(associationType, group);
const groups = many(5, (index) =>
  grouped(`a${index}`, { priority: 200 + index, firewallRuleGroupId: `rslvr-frg-${index}` }),
);

const domains = ofType("aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList", { name: "list" });
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
  "route53resolver-firewalldomainlist-domain-format": domains(
    "a star comes first",
    { domains: ["a.*.example.com"] },
    { domains: ["*.example.com"] },
  ),
  "route53resolver-firewalldomainlist-domains-max": domains(
    "a thousand domains at once",
    { domains: many(1001, (index) => `d${index}.example.com`) },
    { domains: many(1000, (index) => `d${index}.example.com`) },
  ),
  "route53resolver-firewallrule-action-enum": firewall("a rule acts", { action: "DENY" }, {}),
  "route53resolver-firewallrule-block-requires-blockresponse": ofType(firewallType, {
    firewallRuleGroupId: "g",
    priority: 1,
    ...listed,
    action: "BLOCK",
  })("what is blocked has an answer", {}, { blockResponse: "NXDOMAIN" }),
  "route53resolver-firewallrule-blockoverridednstype-enum": firewall(
    "an answer is a CNAME",
    { blockResponse: "OVERRIDE", ...overriding, blockOverrideDnsType: "A" },
    { blockResponse: "OVERRIDE", ...overriding },
  ),
  "route53resolver-firewallrule-blockresponse-block-only": firewall(
    "an answer is of what is blocked",
    { action: "ALERT" },
    {},
  ),
  "route53resolver-firewallrule-blockresponse-enum": firewall(
    "an answer is of three",
    { blockResponse: "REFUSED" },
    {},
  ),
  "route53resolver-firewallrule-confidencethreshold-enum": matching(
    "a threat is sure",
    { ...threat, confidenceThreshold: "MAX" },
    threat,
  ),
  "route53resolver-firewallrule-dnsthreatprotection-enum": matching(
    "a threat is known",
    { ...threat, dnsThreatProtection: "DGB" },
    threat,
  ),
  "route53resolver-firewallrule-domainlist-qtype-unique": beside(
    [walls("a", {})],
    "a list is matched once",
    walls("subject", { priority: 2 }),
    walls("subject", { priority: 2, qType: "TXT" }),
  ),
  "route53resolver-firewallrule-domainlist-threat-exclusive": matching(
    "domains or threats",
    { ...threat, ...listed },
    threat,
  ),
  "route53resolver-firewallrule-match-source-required": matching("a rule matches something", {}, listed),
  "route53resolver-firewallrule-override-attrs-require-override": firewall(
    "an override is an override",
    { blockOverrideTtl: 60 },
    { blockResponse: "OVERRIDE", ...overriding },
  ),
  "route53resolver-firewallrule-override-requires-all-three": firewall(
    "an override is whole",
    { blockResponse: "OVERRIDE", blockOverrideTtl: 60 },
    { blockResponse: "OVERRIDE", ...overriding },
  ),
  "route53resolver-firewallrule-priority-unique": beside(
    [walls("a", {})],
    "a priority is of one rule",
    walls("subject", { firewallDomainListId: "rslvr-fdl-2" }),
    walls("subject", { firewallDomainListId: "rslvr-fdl-2", priority: 2 }),
  ),
  "route53resolver-firewallrule-qtype-values": firewall("a query has a type", { qType: "SPFF" }, { qType: "TYPE99" }),
  "route53resolver-firewallrule-redirectionaction-enum": firewall(
    "a redirection is inspected or trusted",
    { firewallDomainRedirectionAction: "inspect_redirection_domain" },
    { firewallDomainRedirectionAction: "INSPECT_REDIRECTION_DOMAIN" },
  ),
  "route53resolver-firewallrule-threat-action-not-allow": ofType(firewallType, {
    firewallRuleGroupId: "g",
    priority: 1,
    ...threat,
  })("a threat is not allowed", { action: "ALLOW" }, { action: "ALERT" }),
  "route53resolver-firewallrule-threat-requires-confidence": matching(
    "a threat has a confidence",
    { dnsThreatProtection: "DGA" },
    threat,
  ),
  "route53resolver-firewallrulegroupassociation-max-per-vpc": beside(
    groups,
    "a VPC has five groups",
    grouped("subject"),
    grouped("subject", { vpcId: "vpc-2" }),
  ),
  "route53resolver-firewallrulegroupassociation-mutationprotection-enum": association(
    "a protection is on or off",
    { mutationProtection: "ON" },
    { mutationProtection: "ENABLED" },
  ),
  "route53resolver-firewallrulegroupassociation-priority-range": association(
    "a priority is between those of AWS",
    { priority: 9900 },
    { priority: 101 },
  ),
  "route53resolver-firewallrulegroupassociation-priority-unique": beside(
    [grouped("a")],
    "a priority is of one group",
    grouped("subject", { firewallRuleGroupId: "rslvr-frg-2" }),
    grouped("subject", { firewallRuleGroupId: "rslvr-frg-2", priority: 102 }),
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
