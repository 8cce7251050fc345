import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";
import { beside } from "./on";

type Arguments = Record<string, unknown>;

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

/** Facts of the firewall of DNS. */
export const route53resolverFirewalls: FactsByName = {
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
};
