import { type Fact, facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const account = "111122223333";

const dhcp = ofType("aws:ec2/vpcDhcpOptions:VpcDhcpOptions");
const association = ofType("aws:ec2/eipAssociation:EipAssociation", { instanceId: "i-1" });
const flowLog = ofType("aws:ec2/flowLog:FlowLog", { trafficType: "ALL", vpcId: "vpc-1" });
const logged = { logDestination: "arn:aws:s3:::logs", logDestinationType: "s3" };
const aclRule = "aws:ec2/networkAclRule:NetworkAclRule";
const nat = ofType("aws:ec2/natGateway:NatGateway", { subnetId: "subnet-1" });
const prefixes = ofType("aws:ec2/managedPrefixList:ManagedPrefixList", {
  name: "offices",
  maxEntries: 2,
  addressFamily: "IPv4",
});
const route = ofType("aws:ec2/route:Route", { routeTableId: "rtb-1", destinationCidrBlock: "10.1.0.0/16" });
const group = ofType("aws:ec2/securityGroup:SecurityGroup", { description: "web", vpcId: "vpc-1" });
const ingress = ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { securityGroupId: "sg-1" });
const subnetType = "aws:ec2/subnet:Subnet";
const subnet = ofType(subnetType, { vpcId: "vpc-1" });
const transit = ofType("aws:ec2transitgateway/transitGateway:TransitGateway");
const vpcType = "aws:ec2/vpc:Vpc";
const vpc = ofType(vpcType);
const endpoint = ofType("aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1" });
const connection = ofType("aws:ec2/vpnConnection:VpnConnection", { customerGatewayId: "cgw-1", type: "ipsec.1" });
const tunnel = ofType("aws:ec2/vpnConnection:VpnConnection", {
  customerGatewayId: "cgw-1",
  type: "ipsec.1",
  transitGatewayId: "tgw-1",
});

const opens = (from: number, to: number, beside: Arguments = {}) => ({
  ipProtocol: "tcp",
  fromPort: from,
  toPort: to,
  cidrIpv4: "10.0.0.0/16",
  ...beside,
});

const inSubnet = (address: string): readonly Made[] => [
  [subnetType, "subnet", { id: "subnet-1", vpcId: "vpc-1", cidrBlock: "10.0.1.0/24" }],
  [
    "aws:ec2/networkInterface:NetworkInterface",
    "interface",
    { subnetId: "subnet-1", privateIps: [address] },
    { subnetId: `${subnetType} subnet` },
  ],
];

const acl = "aws:ec2/networkAcl:NetworkAcl";
const numbered = (...numbers: readonly number[]): readonly Made[] => [
  [acl, "acl", { id: "acl-1", vpcId: "vpc-1" }],
  ...numbers.map((ruleNumber, index): Made => [
    aclRule,
    `rule${index}`,
    {
      networkAclId: "acl-1",
      ruleNumber,
      protocol: "tcp",
      ruleAction: "allow",
      cidrBlock: `10.${index}.0.0/16`,
      fromPort: 443,
      toPort: 443,
    },
    { networkAclId: `${acl} acl` },
  ]),
];

const secondBlock = (cidrBlock: string): readonly Made[] => [
  [vpcType, "vpc", { id: "vpc-1", cidrBlock: "10.0.0.0/16" }],
  [
    "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
    "second",
    { vpcId: "vpc-1", cidrBlock },
    { vpcId: `${vpcType} vpc` },
  ],
];

const gateways = (count: number): readonly Made[] => [
  [vpcType, "vpc", { id: "vpc-1", cidrBlock: "10.0.0.0/16" }],
  ...Array.from({ length: count }, (_, index): Made => [
    "aws:ec2/internetGateway:InternetGateway",
    `gateway${index}`,
    { vpcId: "vpc-1" },
    { vpcId: `${vpcType} vpc` },
  ]),
];

const inZones = (...zones: readonly string[]): readonly Made[] => [
  [vpcType, "vpc", { id: "vpc-1", cidrBlock: "10.0.0.0/16" }],
  ...zones.map((availabilityZone, index): Made => [
    subnetType,
    `subnet${index}`,
    { id: `subnet-${index}`, vpcId: "vpc-1", cidrBlock: `10.0.${index}.0/24`, availabilityZone },
  ]),
  [
    "aws:ec2/vpcEndpoint:VpcEndpoint",
    "endpoint",
    {
      vpcId: "vpc-1",
      serviceName: "com.amazonaws.eu-west-1.sqs",
      vpcEndpointType: "Interface",
      subnetIds: zones.map((_, index) => `subnet-${index}`),
    },
  ],
];

const gateway = (says: string, bad: Arguments, good: Arguments): Fact =>
  endpoint(
    says,
    { serviceName: "com.amazonaws.eu-west-1.s3", ...bad },
    { serviceName: "com.amazonaws.eu-west-1.s3", ...good },
  );

export const ec2Networks: FactsByName = {
  "ec2-dhcp-ntp-servers-count": dhcp(
    "there are four servers of time at most",
    { ntpServers: ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5"] },
    { ntpServers: ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"] },
  ),
  "ec2-dhcp-options-empty": dhcp("options have one at least", {}, { domainName: "example.com" }),
  "ec2-eip-association-exclusive": association(
    "an address is named once",
    { allocationId: "eipalloc-1", publicIp: "203.0.113.1" },
    { allocationId: "eipalloc-1" },
  ),
  "ec2-eni-private-ip-in-subnet": facts("an address is in its subnet", inSubnet("10.0.2.10"), inSubnet("10.0.1.10")),
  "ec2-flow-log-aggregation-interval": flowLog(
    "flows are put together for a minute or ten",
    { ...logged, maxAggregationInterval: 300 },
    { ...logged, maxAggregationInterval: 60 },
  ),
  "ec2-flow-log-destination-config": flowLog("flows are logged somewhere", { logDestinationType: "s3" }, logged),
  "ec2-flow-log-format-fields": flowLog(
    "a field of flows exists",
    { ...logged, logFormat: "${srcaddr} ${dest}" },
    { ...logged, logFormat: "${srcaddr} ${dstaddr}" },
  ),
  "ec2-flow-log-transit-gateway-traffic-type": ofType("aws:ec2/flowLog:FlowLog", {
    transitGatewayId: "tgw-1",
    ...logged,
    maxAggregationInterval: 60,
  })("a transit gateway logs all traffic", { trafficType: "ALL" }, {}),
  "ec2-nacl-rule-number-unique": facts("a rule has its own number", numbered(100, 100), numbered(100, 110)),
  "ec2-natgw-allocation": nat(
    "a public gateway has an address",
    { connectivityType: "private", allocationId: "eipalloc-1" },
    { connectivityType: "public", allocationId: "eipalloc-1" },
  ),
  "ec2-natgw-secondary-ip-exclusive": nat(
    "further addresses are counted or named",
    {
      connectivityType: "private",
      secondaryPrivateIpAddressCount: 1,
      secondaryPrivateIpAddresses: ["10.0.1.5"],
    },
    { connectivityType: "private", secondaryPrivateIpAddresses: ["10.0.1.5"] },
  ),
  "ec2-prefix-list-address-family": prefixes(
    "a list of IPv4 has blocks of IPv4",
    { entries: [{ cidr: "2001:db8::/32" }] },
    { entries: [{ cidr: "10.0.0.0/16" }] },
  ),
  "ec2-prefix-list-max-entries": prefixes(
    "a list has as many blocks as it says at most",
    { entries: [{ cidr: "10.0.0.0/16" }, { cidr: "10.1.0.0/16" }, { cidr: "10.2.0.0/16" }] },
    { entries: [{ cidr: "10.0.0.0/16" }, { cidr: "10.1.0.0/16" }] },
  ),
  "ec2-prefix-list-name-reserved": prefixes(
    "a name of AWS is AWS's",
    { name: "com.amazonaws.offices" },
    { name: "offices" },
  ),
  "ec2-route-target-exactly-one": route(
    "a route has one target",
    { gatewayId: "igw-1", natGatewayId: "nat-1" },
    { natGatewayId: "nat-1" },
  ),
  "ec2-sg-cidr-valid": ingress(
    "a block is one of IPv4",
    opens(443, 443, { cidrIpv4: "10.0.0.256/32" }),
    opens(443, 443, { cidrIpv4: "10.0.0.255/32" }),
  ),
  "ec2-sg-group-name": group("the name of a group is no identifier", { name: "sg-web" }, { name: "web-sg" }),
  "ec2-sg-group-name-default": group("default is the VPC's own group", { name: "default" }, { name: "defaults" }),
  "ec2-sg-icmp-type-code": ingress(
    "a type of ICMP is 255 at most",
    opens(256, -1, { ipProtocol: "icmp" }),
    opens(8, -1, { ipProtocol: "icmp" }),
  ),
  "ec2-sg-port-range": ingress("a range of ports goes up", opens(443, 80), opens(80, 443)),
  "ec2-sg-rule-description": ingress(
    "a description has plain letters",
    opens(443, 443, { description: "Büro" }),
    opens(443, 443, { description: "Buero" }),
  ),
  "ec2-sg-source-exclusive": ingress(
    "a rule has one source",
    opens(443, 443, { referencedSecurityGroupId: "sg-2" }),
    opens(443, 443),
  ),
  "ec2-subnet-cidr-size": subnet(
    "a subnet has a block of /16 to /28",
    { cidrBlock: "10.0.0.0/29" },
    { cidrBlock: "10.0.0.0/28" },
  ),
  "ec2-subnet-dns64-ipv6": subnet(
    "names are translated in a subnet of IPv6",
    { cidrBlock: "10.0.0.0/24", enableDns64: true },
    { cidrBlock: "10.0.0.0/24", enableDns64: true, ipv6CidrBlock: "2001:db8:0:1::/64" },
  ),
  "ec2-subnet-ipv6-native-cidr": subnet(
    "a subnet of IPv6 alone has no block of IPv4",
    {
      ipv6Native: true,
      ipv6CidrBlock: "2001:db8:0:1::/64",
      assignIpv6AddressOnCreation: true,
      cidrBlock: "10.0.0.0/24",
    },
    { ipv6Native: true, ipv6CidrBlock: "2001:db8:0:1::/64", assignIpv6AddressOnCreation: true },
  ),
  "ec2-tgw-amazon-side-asn": transit(
    "AWS's side has a private number",
    { amazonSideAsn: 65535 },
    { amazonSideAsn: 65534 },
  ),
  "ec2-tgw-cidr-block-size": transit(
    "a block of a gateway is /24 at least",
    { transitGatewayCidrBlocks: ["10.0.0.0/25"] },
    { transitGatewayCidrBlocks: ["10.0.0.0/24"] },
  ),
  "ec2-tgw-route-blackhole-exclusive": ofType("aws:ec2transitgateway/route:Route", {
    transitGatewayRouteTableId: "tgw-rtb-1",
    destinationCidrBlock: "10.1.0.0/16",
  })("a black hole goes nowhere", { blackhole: true, transitGatewayAttachmentId: "tgw-attach-1" }, { blackhole: true }),
  "ec2-traffic-mirror-target-exactly-one": ofType("aws:ec2/trafficMirrorTarget:TrafficMirrorTarget")(
    "traffic is mirrored to one place",
    {
      networkInterfaceId: "eni-1",
      networkLoadBalancerArn: `arn:aws:elasticloadbalancing:eu-west-1:${account}:loadbalancer/net/n/1`,
    },
    { networkInterfaceId: "eni-1" },
  ),
  "ec2-vpc-cidr-block-overlap": facts(
    "the blocks of a VPC do not overlap",
    secondBlock("10.0.128.0/17"),
    secondBlock("10.1.0.0/16"),
  ),
  "ec2-vpc-cidr-block-size": vpc(
    "a VPC has a block of /16 to /28",
    { cidrBlock: "10.0.0.0/15" },
    { cidrBlock: "10.0.0.0/16" },
  ),
  "ec2-vpc-cidr-reserved-range": vpc(
    "a VPC has no block that is reserved",
    { cidrBlock: "169.254.0.0/16" },
    { cidrBlock: "172.16.0.0/16" },
  ),
  "ec2-vpc-single-igw": facts("a VPC has one gateway", gateways(2), gateways(1)),
  "ec2-vpce-gateway-service": gateway(
    "S3 and DynamoDB have gateways",
    { serviceName: "com.amazonaws.eu-west-1.sqs", vpcEndpointType: "Gateway" },
    { vpcEndpointType: "Gateway" },
  ),
  "ec2-vpce-service-region": gateway(
    "a service is in the endpoint's Region",
    { serviceName: "com.amazonaws.us-east-1.s3" },
    {},
  ),
  "ec2-vpce-subnet-az-unique": facts(
    "an endpoint has a subnet a zone",
    inZones("eu-west-1a", "eu-west-1a"),
    inZones("eu-west-1a", "eu-west-1b"),
  ),
  "ec2-vpce-type-config": gateway(
    "a gateway has no subnets",
    { vpcEndpointType: "Gateway", subnetIds: ["subnet-1"] },
    { vpcEndpointType: "Gateway" },
  ),
  "ec2-vpn-gateway-exclusive": connection(
    "a connection has one gateway",
    { vpnGatewayId: "vgw-1", transitGatewayId: "tgw-1" },
    { transitGatewayId: "tgw-1" },
  ),
  "ec2-vpn-phase-lifetime-order": tunnel(
    "the second phase is shorter than the first",
    { tunnel1Phase1LifetimeSeconds: 3000, tunnel1Phase2LifetimeSeconds: 3600 },
    { tunnel1Phase1LifetimeSeconds: 3700, tunnel1Phase2LifetimeSeconds: 3600 },
  ),
  "ec2-vpn-pre-shared-key": tunnel(
    "a key does not begin with 0",
    { tunnel1PresharedKey: "0abcdefgh" },
    { tunnel1PresharedKey: "abcdefgh0" },
  ),
  "ec2-vpn-rekey-margin": tunnel(
    "keys are changed in the last half",
    { tunnel1Phase2LifetimeSeconds: 1000, tunnel1RekeyMarginTimeSeconds: 600 },
    { tunnel1Phase2LifetimeSeconds: 1000, tunnel1RekeyMarginTimeSeconds: 400 },
  ),
  "ec2-vpn-tunnel-inside-cidr": tunnel(
    "a tunnel has a block that is not AWS's",
    { tunnel1InsideCidr: "169.254.5.0/30" },
    { tunnel1InsideCidr: "169.254.6.0/30" },
  ),
};
