import { type Row, type TypeRows } from "../../schema";
import { api, page, providerFile } from "../pages";
import { among, like, only, together } from "../together";

const targets = [
  "carrierGatewayId",
  "coreNetworkArn",
  "egressOnlyGatewayId",
  "gatewayId",
  "instanceId",
  "localGatewayId",
  "natGatewayId",
  "networkInterfaceId",
  "odbNetworkArn",
  "transitGatewayId",
  "vpcEndpointId",
  "vpcPeeringConnectionId",
];
const cidr = "^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$";

/** The routes of a table. */
const routes: readonly Row[] = [
  {
    at: "routes[]",
    fact: "a route has one destination",
    requiredXor: ["cidrBlock", "ipv6CidrBlock", "destinationPrefixListId"],
    source: api("ec2", "CreateRoute"),
    good: { cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
    bad: { cidrBlock: "0.0.0.0/0", ipv6CidrBlock: "::/0", gatewayId: "igw-1" },
  },
  {
    at: "routes[]",
    fact: "a route has one target",
    requiredXor: targets,
    source: api("ec2", "CreateRoute"),
    good: { cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
    bad: { cidrBlock: "0.0.0.0/0", gatewayId: "igw-1", natGatewayId: "nat-1" },
  },
  {
    at: "routes[]",
    fact: "an egress-only gateway is for IPv6",
    if: { required: ["egressOnlyGatewayId"] },
    then: { excluded: ["cidrBlock"] },
    source: api("ec2", "CreateRoute"),
    good: { ipv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" },
    bad: { cidrBlock: "0.0.0.0/0", egressOnlyGatewayId: "eigw-1" },
  },
  {
    at: "routes[].cidrBlock",
    fact: "it is an IPv4 CIDR block",
    pattern: cidr,
    source: api("ec2", "CreateRoute"),
    good: "0.0.0.0/0",
    bad: "0.0.0.0",
  },
];

const rule = { action: "allow", protocol: "tcp", fromPort: 443, toPort: 443, ruleNo: 100, cidrBlock: "0.0.0.0/0" };

/** The rules of an access control list in one direction. */
const entries = (direction: string): readonly Row[] => [
  {
    at: `${direction}[]`,
    fact: "a rule is of an IPv4 or an IPv6 CIDR block",
    requiredXor: ["cidrBlock", "ipv6CidrBlock"],
    good: rule,
    bad: { ...rule, ipv6CidrBlock: "::/0" },
  },
  { at: `${direction}[].ruleNo`, minimum: 1, maximum: 32_766, good: 100, bad: 32_767 },
  among(`${direction}[].action`, ["allow", "deny"], "permit", { anyCase: true }),
  {
    at: direction,
    fact: "rules have different numbers",
    uniqueKeys: ["ruleNo"],
    good: [rule, { ...rule, ruleNo: 200 }],
    bad: [rule, rule],
  },
  {
    at: `${direction}[]`,
    fact: "a rule of all protocols has the ports 0",
    when: { protocol: ["-1", "all", -1] },
    properties: { fromPort: { const: 0 }, toPort: { const: 0 } },
    source: providerFile("ec2/vpc_network_acl"),
    good: { ...rule, protocol: "-1", fromPort: 0, toPort: 0 },
    bad: { ...rule, protocol: "-1" },
  },
  {
    at: `${direction}[]`,
    fact: "the first port is not above the last",
    ordered: [["fromPort", "<=", "toPort"]],
    good: rule,
    bad: { ...rule, fromPort: 444 },
  },
];

const subnet = { vpcId: "vpc-1" };

/** Networks: what goes together, or not. */
export const furtherNetworks: readonly TypeRows[] = [
  { type: "aws:ec2/routeTable:RouteTable", source: api("ec2", "CreateRoute"), rows: routes },
  {
    type: "aws:ec2/networkAcl:NetworkAcl",
    source: api("ec2", "CreateNetworkAclEntry"),
    rows: [...entries("ingress"), ...entries("egress")],
  },
  {
    type: "aws:ec2/subnet:Subnet",
    source: api("ec2", "CreateSubnet"),
    rows: [
      together(
        "a block is given, or allocated from a pool of IPAM",
        { atMostOne: ["cidrBlock", "ipv4IpamPoolId"] },
        { ...subnet },
        { cidrBlock: "10.0.1.0/24" },
        { cidrBlock: "10.0.1.0/24", ipv4IpamPoolId: "ipam-pool-1" },
      ),
      together(
        "a length of IPv4 is of a pool of IPAM",
        { dependentRequired: { ipv4NetmaskLength: ["ipv4IpamPoolId"], ipv4IpamPoolId: ["ipv4NetmaskLength"] } },
        { ...subnet, ipv4NetmaskLength: 24 },
        { ipv4IpamPoolId: "ipam-pool-1" },
        {},
      ),
      together(
        "a length of IPv6 is of a pool of IPAM",
        { dependentRequired: { ipv6NetmaskLength: ["ipv6IpamPoolId"] } },
        { ...subnet, cidrBlock: "10.0.1.0/24", ipv6NetmaskLength: 64 },
        { ipv6IpamPoolId: "ipam-pool-1" },
        {},
      ),
      together(
        "a subnet has a block",
        { requiredOr: ["cidrBlock", "ipv4IpamPoolId", "ipv6CidrBlock", "ipv6IpamPoolId"] },
        { ...subnet, availabilityZone: "eu-west-1a" },
        { cidrBlock: "10.0.1.0/24" },
        {},
      ),
      like(
        "ipv6CidrBlock",
        "a block of IPv6 is /44 to /64, in steps of four",
        "/(44|48|52|56|60|64)$",
        "2001:db8::/64",
        "2001:db8::/65",
      ),
    ],
  },
  {
    type: "aws:ec2/eip:Eip",
    source: api("ec2", "AllocateAddress"),
    rows: [
      among("domain", ["vpc"], "standard"),
      together(
        "an address is of an instance or of a network interface",
        { atMostOne: ["instance", "networkInterface"], level: "advisory" },
        { domain: "vpc" },
        { instance: "i-1" },
        { instance: "i-1", networkInterface: "eni-1" },
      ),
    ],
  },
  {
    type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
    source: api("ec2", "CreateVpcPeeringConnection"),
    rows: [
      only("a connection to another Region is accepted there", { autoAccept: true }, ["peerRegion"])(
        { vpcId: "vpc-1", peerVpcId: "vpc-2" },
        { autoAccept: true },
        { autoAccept: true, peerRegion: "us-east-1" },
      ),
      {
        at: "",
        fact: "a VPC has no connection to itself",
        different: [["vpcId", "peerVpcId"]],
        good: { vpcId: "vpc-1", peerVpcId: "vpc-2" },
        bad: { vpcId: "vpc-1", peerVpcId: "vpc-1" },
      },
    ],
  },
  {
    type: "aws:ec2/vpcEndpointService:VpcEndpointService",
    source: api("ec2", "CreateVpcEndpointServiceConfiguration"),
    rows: [
      together(
        "a service has load balancers of one kind",
        { requiredXor: ["networkLoadBalancerArns[]", "gatewayLoadBalancerArns[]"] },
        { acceptanceRequired: true },
        { networkLoadBalancerArns: ["arn:n"] },
        { networkLoadBalancerArns: ["arn:n"], gatewayLoadBalancerArns: ["arn:g"] },
      ),
      among("supportedIpAddressTypes[]", ["ipv4", "ipv6"], "dualstack"),
    ],
  },
  {
    type: "aws:ec2/securityGroupRule:SecurityGroupRule",
    source: api("ec2", "AuthorizeSecurityGroupIngress"),
    rows: [
      among("type", ["ingress", "egress"], "inbound"),
      together(
        "a rule has sources",
        { requiredOr: ["cidrBlocks[]", "ipv6CidrBlocks[]", "prefixListIds[]", "self", "sourceSecurityGroupId"] },
        { type: "ingress", securityGroupId: "sg-1", protocol: "tcp", fromPort: 443, toPort: 443 },
        { cidrBlocks: ["10.0.0.0/8"] },
        {},
      ),
      together(
        "the first port is not above the last",
        { when: { protocol: ["tcp", "udp"] }, ordered: [["fromPort", "<=", "toPort"]] },
        { type: "ingress", securityGroupId: "sg-1", protocol: "tcp", cidrBlocks: ["10.0.0.0/8"], toPort: 443 },
        { fromPort: 443 },
        { fromPort: 444 },
      ),
      { at: "cidrBlocks[]", fact: "it is an IPv4 CIDR block", pattern: cidr, good: "10.0.0.0/8", bad: "10.0.0.1" },
      { at: "description", maxLength: 255, good: "https", bad: "x".repeat(256) },
      { at: "fromPort", minimum: -1, maximum: 65_535, good: 443, bad: 65_536 },
      { at: "toPort", minimum: -1, maximum: 65_535, good: 443, bad: 65_536 },
    ],
  },
  {
    type: "aws:ec2/vpcDhcpOptions:VpcDhcpOptions",
    source: page("vpc/latest/userguide/DHCPOptionSetConcepts"),
    rows: [
      {
        at: "domainNameServers",
        maxItems: 4,
        good: ["10.0.0.2"],
        bad: ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5"],
      },
      {
        at: "ntpServers",
        maxItems: 4,
        good: ["10.0.0.2"],
        bad: ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5"],
      },
      {
        at: "netbiosNodeType",
        fact: "a node type is 1, 2, 4 or 8",
        enum: ["1", "2", "4", "8", 1, 2, 4, 8],
        good: "2",
        bad: "3",
      },
    ],
  },
];
