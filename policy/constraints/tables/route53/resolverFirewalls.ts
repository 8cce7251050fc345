import { type Row, type TypeRows } from "../../schema";
import { type Given, at, bars, says } from "../given";
import { api, page } from "../pages";

const resolver = (what: string) => api("route53", `route53resolver_${what}`);
const lists = page("Route53/latest/DeveloperGuide/resolver-dns-firewall-user-managed-domain-lists");
const ruleType = "aws:route53/resolverFirewallRule:ResolverFirewallRule";
const here = { region: "eu-west-1" };
const rule = {
  firewallRuleGroupId: "rslvr-frg-1",
  firewallDomainListId: "rslvr-fdl-1",
  priority: 1,
  action: "BLOCK",
  blockResponse: "NODATA",
};
const beside = { afirst: { type: ruleType, properties: { ...rule, ...here } } };
const queries = ["A", "AAAA", "CAA", "CNAME", "DS", "MX", "NAPTR", "NS", "PTR", "SOA", "SPF", "SRV", "TXT"];

const rules: readonly Row[] = [
  bars(
    "what is no override has nothing to override with",
    { blockResponse: ["NODATA", "NXDOMAIN"] },
    { blockOverrideTtl: 60 },
  ),
  says(
    "a rule of a threat alerts or blocks",
    { if: { required: ["dnsThreatProtection"] }, then: { properties: { action: { enum: ["ALERT", "BLOCK"] } } } },
    { dnsThreatProtection: "DGA", action: "ALERT" },
    { dnsThreatProtection: "DGA", action: "ALLOW" },
  ),
  at(
    "qType",
    "a query is of a type of records, or TYPE and its number",
    { anyOf: [{ enum: queries, anyCase: true }, { pattern: "^TYPE[0-9]{1,5}$" }] },
    "TYPE99",
    "SPFF",
  ),
  says(
    "a priority is of one rule of a group",
    { join: "rulePriority", beside },
    { ...rule, priority: 2, qType: "A" },
    {
      ...rule,
      firewallDomainListId: "rslvr-fdl-2",
    },
  ),
  says(
    "a list of domains is of one rule of a group, for a type of query",
    { join: "listOnce", beside },
    { ...rule, priority: 2, qType: "A" },
    { ...rule, priority: 2 },
  ),
];

const associationType = "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation";
const group = (more: Given = {}) => ({ firewallRuleGroupId: "rslvr-frg-1", vpcId: "vpc-1", priority: 101, ...more });
const others = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `a${index}`,
      {
        type: associationType,
        properties: group({ firewallRuleGroupId: `rslvr-frg-${index}`, priority: 101 + index, ...here }),
      },
    ]),
  );
const another = group({ firewallRuleGroupId: "rslvr-frg-9", priority: 909 });

const associations: readonly Row[] = [
  at("priority", "a priority is below 9,900, which AWS keeps for itself", { maximum: 9_899 }, 9_899, 9_900),
  at(
    "priority",
    "a priority is above 100, which AWS keeps for itself",
    { not: { const: 100 }, level: "advisory" },
    101,
    100,
  ),
  says("a group of rules is of a VPC once", { join: "groupOfVpcOnce", beside: others(1) }, another, {
    ...another,
    firewallRuleGroupId: "rslvr-frg-0",
  }),
  says("a priority is of one group of a VPC", { join: "groupPriority", beside: others(1) }, another, {
    ...another,
    priority: 101,
  }),
  says(
    "a VPC has up to five groups of rules",
    { join: "groupsOfVpc", beside: others(5), source: page("Route53/latest/DeveloperGuide/DNSLimitations") },
    { ...another, vpcId: "vpc-2" },
    another,
  ),
];

const configType = "aws:route53/resolverFirewallConfig:ResolverFirewallConfig";

/** What the firewall of DNS refuses. */
export const resolverFirewalls: readonly TypeRows[] = [
  { type: ruleType, source: resolver("CreateFirewallRule"), rows: rules },
  { type: associationType, source: resolver("AssociateFirewallRuleGroup"), rows: associations },
  {
    type: configType,
    source: resolver("UpdateFirewallConfig"),
    rows: [
      says(
        "a VPC has one configuration of its firewall",
        {
          join: "firewallOnce",
          beside: { afirst: { type: configType, properties: { resourceId: "vpc-1", ...here } } },
        },
        { resourceId: "vpc-2" },
        { resourceId: "vpc-1" },
      ),
    ],
  },
  {
    type: "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList",
    source: lists,
    rows: [
      at(
        "domains[]",
        "a domain has no spaces, begins with no dot, and has an asterisk at its beginning alone",
        { pattern: "^(?!\\.)\\*?[!-)+-~]*$" },
        "*.example.com",
        "a.*.example.com",
      ),
      at(
        "domains",
        "a list has up to 1,000 domains at once",
        { maxItems: 1_000, source: resolver("UpdateFirewallDomains") },
        ["example.com"],
        Array.from({ length: 1_001 }, (_, index) => `d${index}.example.com`),
      ),
    ],
  },
];
