import { type TypeRows } from "../schema";
import { api, page } from "./pages";
import { like, needs, only, together } from "./together";

const rule = api("route53", "route53resolver_CreateResolverRule");
const firewall = api("route53", "route53resolver_CreateFirewallRule");
const forwarded = { domainName: "corp.example.com", ruleType: "FORWARD" };
const blocked = { name: "r", firewallRuleGroupId: "g", firewallDomainListId: "d", priority: 1, action: "BLOCK" };
const override = { blockOverrideDomain: "a.example.com", blockOverrideDnsType: "CNAME", blockOverrideTtl: 60 };
const cidr = api("route53", "CreateCidrCollection");

/** Zones of Route 53, their keys and logs, and rules of resolvers. */
export const dnsZones: readonly TypeRows[] = [
  {
    type: "aws:route53/zone:Zone",
    source: api("route53", "CreateHostedZone"),
    rows: [
      together(
        "a private zone has no delegation set",
        { if: { required: ["vpcs[]"] }, then: { excluded: ["delegationSetId"] } },
        { name: "example.com" },
        { vpcs: [{ vpcId: "vpc-1" }] },
        { vpcs: [{ vpcId: "vpc-1" }], delegationSetId: "N1" },
      ),
      {
        at: "comment",
        maxLength: 256,
        source: api("route53", "HostedZoneConfig"),
        good: "orders",
        bad: "x".repeat(257),
      },
      {
        at: "name",
        fact: "the labels of a name have 1 to 63 characters",
        not: { pattern: "(^|\\.)[^.]{64,}|\\.\\.|^\\.." },
        source: page("Route53/latest/DeveloperGuide/DomainNameFormat"),
        good: "example.com",
        bad: "shop..example.com",
      },
    ],
  },
  {
    type: "aws:route53/keySigningKey:KeySigningKey",
    source: api("route53", "CreateKeySigningKey"),
    rows: [
      like(
        "keyManagementServiceArn",
        "the key of a zone is in us-east-1",
        "^arn:[^:]*:kms:us-east-1:\\d{12}:key/",
        "arn:aws:kms:us-east-1:111122223333:key/1",
        "arn:aws:kms:eu-west-1:111122223333:key/1",
      ),
      { at: "status", enum: ["ACTIVE", "INACTIVE"], good: "ACTIVE", bad: "ENABLED" },
      like("name", "a key has 3 to 128 letters, digits and underscores", "^[A-Za-z0-9_]{3,128}$", "orders", "or"),
    ],
  },
  {
    type: "aws:route53/queryLog:QueryLog",
    source: api("route53", "CreateQueryLoggingConfig"),
    rows: [
      like(
        "cloudwatchLogGroupArn",
        "queries are logged in us-east-1",
        "^arn:[^:]*:logs:us-east-1:",
        "arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/a",
        "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/route53/a",
      ),
    ],
  },
  {
    type: "aws:route53/cidrCollection:CidrCollection",
    source: cidr,
    rows: [
      like(
        "name",
        "a collection has 1 to 64 letters, digits, hyphens and underscores",
        "^[0-9A-Za-z_-]{1,64}$",
        "orders",
        "orders eu",
      ),
    ],
  },
  {
    type: "aws:route53/cidrLocation:CidrLocation",
    source: api("route53", "ChangeCidrCollection"),
    rows: [
      like(
        "name",
        "a location has 1 to 16 letters, digits, hyphens and underscores",
        "^[0-9A-Za-z_-]{1,16}$",
        "office",
        "a-location-too-long",
      ),
    ],
  },
  {
    type: "aws:route53/resolverRule:ResolverRule",
    source: rule,
    rows: [
      needs("what is forwarded has targets and an endpoint", { ruleType: "FORWARD" }, [
        "targetIps[]",
        "resolverEndpointId",
      ])(forwarded, { resolverEndpointId: "e", targetIps: [{ ip: "10.0.0.2" }] }, { resolverEndpointId: "e" }),
      only("only what is forwarded has targets and an endpoint", { ruleType: ["SYSTEM", "RECURSIVE"] }, [
        "targetIps[]",
        "resolverEndpointId",
      ])({ domainName: "a.example.com", ruleType: "SYSTEM" }, {}, { resolverEndpointId: "e" }),
    ],
  },
  {
    type: "aws:route53/resolverFirewallRule:ResolverFirewallRule",
    source: firewall,
    rows: [
      needs("what is blocked has an answer", { action: "BLOCK" }, ["blockResponse"])(
        blocked,
        { blockResponse: "NODATA" },
        {},
      ),
      only("an answer is of what is blocked", { action: ["ALLOW", "ALERT"] }, ["blockResponse"])(
        { ...blocked, action: "ALLOW" },
        {},
        { blockResponse: "NODATA" },
      ),
      needs("an answer of one's own has a domain, a type and a ttl", { blockResponse: "OVERRIDE" }, [
        "blockOverrideDomain",
        "blockOverrideDnsType",
      ])({ ...blocked, blockResponse: "OVERRIDE", blockOverrideTtl: 60 }, override, { blockOverrideDnsType: "CNAME" }),
      only("a domain of one's own is of the answer OVERRIDE", { blockResponse: ["NODATA", "NXDOMAIN"] }, [
        "blockOverrideDomain",
        "blockOverrideDnsType",
      ])({ ...blocked, blockResponse: "NODATA" }, {}, override),
      together(
        "a rule has a list of domains or a kind of threat",
        { requiredXor: ["firewallDomainListId", "dnsThreatProtection"] },
        { name: "r", firewallRuleGroupId: "g", priority: 1, action: "ALERT" },
        { firewallDomainListId: "d" },
        { firewallDomainListId: "d", dnsThreatProtection: "DGA", confidenceThreshold: "LOW" },
      ),
      together(
        "protection from threats has a confidence",
        { if: { required: ["dnsThreatProtection"] }, then: { required: ["confidenceThreshold"] } },
        { name: "r", firewallRuleGroupId: "g", priority: 1, action: "ALERT", dnsThreatProtection: "DGA" },
        { confidenceThreshold: "LOW" },
        {},
      ),
    ],
  },
];
