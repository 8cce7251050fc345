import { type Row, type TypeRows } from "../../schema";
import { type Given, at, narrows, needs, says } from "../given";
import { api } from "../pages";

const resolver = (what: string) => api("route53", `route53resolver_${what}`);
const on = (what: string) => ({ source: resolver(what) });
const two = [{ subnetId: "subnet-1" }, { subnetId: "subnet-2" }];
const inward = ["INBOUND", "INBOUND_DELEGATION"];

const subnet = (more: Given = {}) => ({
  type: "aws:ec2/subnet:Subnet",
  properties: { id: "subnet-1", vpcId: "vpc-1", cidrBlock: "10.0.1.0/24", ...more },
});
const other = subnet({ id: "subnet-2", vpcId: "vpc-2" });

const address = (path: string): readonly Row[] => [
  at(`${path}[].ip`, "an address is one of IPv4", { format: "ipv4" }, "10.0.0.2", "10.0.0.300"),
  at(`${path}[].ipv6`, "an address is one of IPv6", { format: "ipv6" }, "2001:db8::2", "2001:db8:::2"),
];

const endpoints: readonly Row[] = [
  ...address("ipAddresses"),
  narrows(
    "what is delegated comes by Do53 alone",
    { direction: "INBOUND_DELEGATION" },
    "protocols",
    { items: { const: "Do53" } },
    [["Do53"], ["DoH"]],
  ),
  narrows(
    "IPv6 alone has no addresses of IPv4",
    { resolverEndpointType: "IPV6" },
    "ipAddresses",
    { items: { excluded: ["ip"] } },
    [two, [{ subnetId: "subnet-1", ip: "10.0.0.2" }, { subnetId: "subnet-2" }]],
  ),
  narrows(
    "the servers that queries go to are measured of an endpoint outwards",
    { direction: inward },
    "targetNameServerMetricsEnabled",
    { const: false },
    [false, true],
  ),
  says(
    "addresses of IPv6 are of subnets that have a block of IPv6",
    {
      when: { resolverEndpointType: ["IPV6", "DUALSTACK"] },
      properties: {
        "ipAddresses[].subnetId": {
          refersTo: {
            type: "aws:ec2/subnet:Subnet",
            fits: { requiredOr: ["ipv6CidrBlock", "ipv6IpamPoolId", "ipv6NetmaskLength"] },
          },
        },
      },
      beside: { plain: subnet(), six: subnet({ id: "subnet-2", ipv6CidrBlock: "2001:db8::/64" }) },
    },
    { resolverEndpointType: "IPV6", ipAddresses: [{ subnetId: "subnet-2" }, { subnetId: "subnet-2" }] },
    { resolverEndpointType: "IPV6", ipAddresses: two },
  ),
  says(
    "the subnets of an endpoint are of one VPC",
    { join: "resolverVpc", beside: { first: subnet(), other } },
    { direction: "INBOUND", ipAddresses: [{ subnetId: "subnet-1" }, { subnetId: "subnet-1" }] },
    { direction: "INBOUND", ipAddresses: two },
  ),
];

const endpoint = (id: string, more: Given) => ({
  type: "aws:route53/resolverEndpoint:ResolverEndpoint",
  properties: { id, ipAddresses: two, securityGroupIds: ["sg-1"], ...more },
});
const beside = {
  out: endpoint("rslvr-out-1", { direction: "OUTBOUND", protocols: ["Do53"] }),
  in: endpoint("rslvr-in-1", { direction: "INBOUND" }),
  secure: endpoint("rslvr-out-2", { direction: "OUTBOUND", protocols: ["DoH"] }),
};
const named = { domainName: "example.com" };
const targets = [{ ip: "10.0.0.2" }];
const forward = { ...named, ruleType: "FORWARD", resolverEndpointId: "rslvr-out-1", targetIps: targets };
const spoken = (protocol: string) => ({ ...forward, targetIps: [{ ip: "10.0.0.2", protocol }] });

const rules: readonly Row[] = [
  ...address("targetIps"),
  at(
    "ruleType",
    "a rule forwards, delegates, or is of the system",
    { enum: ["FORWARD", "SYSTEM", "DELEGATE"] },
    "SYSTEM",
    "RECURSIVE",
  ),
  needs("a rule that delegates has an endpoint", { ruleType: "DELEGATE" }, { resolverEndpointId: "rslvr-out-1" }),
  at(
    "targetIps",
    "a rule has up to six targets",
    { maxItems: 6, source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html" },
    targets,
    Array.from({ length: 7 }, (_, index) => ({ ip: `10.0.0.${index + 2}` })),
  ),
  at(
    "targetIps",
    "targets are all of IPv4 or all of IPv6",
    { not: { allOf: [{ contains: { required: ["ip"] } }, { contains: { required: ["ipv6"] } }] } },
    targets,
    [...targets, { ipv6: "2001:db8::2" }],
  ),
  says(
    "a rule has an endpoint outwards",
    {
      properties: {
        resolverEndpointId: {
          refersTo: { type: endpoint("", {}).type, fits: { properties: { direction: { const: "OUTBOUND" } } } },
        },
      },
      beside,
    },
    forward,
    { ...forward, resolverEndpointId: "rslvr-in-1" },
  ),
  ...(["DoH", "Do53"] as const).map((protocol) =>
    says(
      `targets over ${protocol} have an endpoint that speaks it`,
      {
        if: {
          required: ["targetIps[]"],
          properties: {
            targetIps: { contains: { required: ["protocol"], properties: { protocol: { const: protocol } } } },
          },
        },
        then: {
          properties: {
            resolverEndpointId: {
              refersTo: {
                type: endpoint("", {}).type,
                fits: { properties: { protocols: { contains: { const: protocol } } } },
              },
            },
          },
        },
        ...on("TargetAddress"),
        beside,
      },
      { ...spoken(protocol), resolverEndpointId: protocol === "DoH" ? "rslvr-out-2" : "rslvr-out-1" },
      { ...spoken(protocol), resolverEndpointId: protocol === "DoH" ? "rslvr-out-1" : "rslvr-out-2" },
    ),
  ),
];

/** What Route 53 refuses of resolvers' endpoints, of their rules. */
export const resolverEndpoints: readonly TypeRows[] = [
  {
    type: "aws:route53/resolverEndpoint:ResolverEndpoint",
    source: resolver("CreateResolverEndpoint"),
    rows: endpoints,
  },
  { type: "aws:route53/resolverRule:ResolverRule", source: resolver("CreateResolverRule"), rows: rules },
];
