import { type Row, type TypeRows } from "../../schema";
import { at, bars, needs, says, takes } from "../given";
import { api } from "../pages";
import { like, together } from "../together";

const forward = (group: string) => ({
  type: "forward",
  targetGroupArn: `arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/${group}/1`,
});
const oneWay: Row = at(
  "defaultActions",
  "a request goes one way: one action forwards, redirects or answers",
  {
    contains: { properties: { type: { enum: ["forward", "redirect", "fixed-response"] } } },
    maxContains: 1,
    source: api("elb", "CreateListener"),
  },
  [forward("a")],
  [forward("a"), forward("b")],
);
const group = "aws:ec2/securityGroup:SecurityGroup";
const icmp = (more: object) => ({ securityGroupId: "sg-1", ipProtocol: "icmp", cidrIpv4: "10.0.0.0/8", ...more });
const rules: readonly Row[] = [
  says(
    "a rule of icmp has a type and a code",
    { when: { ipProtocol: ["icmp", "1"] }, required: ["fromPort", "toPort"] },
    icmp({ fromPort: 8, toPort: -1 }),
    icmp({}),
  ),
  says(
    "all types of icmp have all codes",
    { when: { ipProtocol: ["icmp", "1", "icmpv6", "58"], fromPort: -1 }, properties: { toPort: { const: -1 } } },
    icmp({ fromPort: -1, toPort: -1 }),
    icmp({ fromPort: -1, toPort: 5 }),
  ),
];
const flow = { vpcId: "vpc-1", trafficType: "ALL" };
const endpoint = { vpcId: "vpc-1", subnetIds: ["subnet-1"] };
const s3 = { ...endpoint, serviceName: "com.amazonaws.eu-west-1.s3", privateDnsEnabled: true };
const inbound = { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: true } };
const addresses = {
  privateIp: "10.0.0.5",
  privateIps: ["10.0.0.5"],
  privateIpsCount: 1,
  ipv6Addresses: ["2001:db8::5"],
  ipv6AddressCount: 1,
};

/** What sentences of the API models say of networks. */
export const networkSentences: readonly TypeRows[] = [
  {
    type: "aws:lb/loadBalancer:LoadBalancer",
    source: api("elb", "CreateLoadBalancer"),
    rows: [
      says(
        "an internal load balancer has private addresses of IPv4",
        {
          when: { internal: true },
          properties: { ipAddressType: { not: { const: "dualstack-without-public-ipv4" } } },
        },
        { internal: true, ipAddressType: "dualstack" },
        { internal: true, ipAddressType: "dualstack-without-public-ipv4" },
      ),
    ],
  },
  {
    type: "aws:lb/listener:Listener",
    source: api("elb", "CreateListener"),
    rows: [
      oneWay,
      at(
        "defaultActions[].jwtValidation.additionalClaims[].name",
        "exp, iss, nbf and iat are always checked",
        { not: { enum: ["exp", "iss", "nbf", "iat"] }, source: api("elb", "JwtValidationActionAdditionalClaim") },
        "scope",
        "exp",
      ),
    ],
  },
  {
    type: "aws:lb/listenerRule:ListenerRule",
    source: api("elb", "CreateRule"),
    rows: [
      at(
        "conditions[].hostHeader.values[]",
        "a host ends with letters",
        { pattern: "\\.[A-Za-z]+$", source: api("elb", "HostHeaderConditionConfig") },
        "*.example.com",
        "example.c1",
      ),
    ],
  },
  {
    type: "aws:ec2/natGateway:NatGateway",
    source: api("ec2", "CreateNatGateway"),
    rows: [
      says(
        "a count of secondary addresses is for private gateways",
        {
          if: { required: ["secondaryPrivateIpAddressCount"] },
          then: { required: ["connectivityType"], properties: { connectivityType: { const: "private" } } },
        },
        { connectivityType: "private", secondaryPrivateIpAddressCount: 1 },
        { allocationId: "eipalloc-1", secondaryPrivateIpAddressCount: 1 },
      ),
    ],
  },
  ...[
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  ].map((type) => ({ type, source: api("ec2", "IpPermission"), rows: rules })),
  {
    type: group,
    source: api("ec2", "CreateSecurityGroup"),
    rows: [
      together(
        "a group's name is used once in its VPC",
        {
          onlyOne: ["name", "vpcId"],
          beside: { first: { type: group, properties: { region: "eu-west-1", name: "web", vpcId: "vpc-1" } } },
        },
        { name: "web" },
        { vpcId: "vpc-2" },
        { vpcId: "vpc-1" },
      ),
    ],
  },
  {
    type: "aws:ec2/flowLog:FlowLog",
    source: api("ec2", "CreateFlowLogs"),
    rows: [
      says(
        "a flow log of a log group has a role",
        {
          if: {
            not: {
              required: ["logDestinationType"],
              properties: { logDestinationType: { enum: ["s3", "kinesis-data-firehose"] } },
            },
          },
          then: { required: ["iamRoleArn"] },
        },
        { ...flow, iamRoleArn: "arn:aws:iam::111122223333:role/r" },
        flow,
      ),
      ...["transitGatewayId", "transitGatewayAttachmentId"].map((name) =>
        says(
          `flows of a ${name} are aggregated for 60 seconds`,
          {
            when: { [name]: {} },
            required: ["maxAggregationInterval"],
            properties: { maxAggregationInterval: { const: 60 } },
          },
          { [name]: "tgw-1", maxAggregationInterval: 60 },
          { [name]: "tgw-1" },
        ),
      ),
      says(
        "a flow log says which traffic it is about",
        { if: { requiredOr: ["vpcId", "subnetId", "eniId"] }, then: { required: ["trafficType"] } },
        flow,
        { vpcId: "vpc-1" },
      ),
      like(
        "logDestination",
        "AWSLogs is a folder of AWS's own",
        "^(?!arn:[^:]*:s3:::[^/]+/(.*/)?AWSLogs(/|$))",
        "arn:aws:s3:::b/flows/",
        "arn:aws:s3:::b/AWSLogs/",
      ),
    ],
  },
  {
    type: "aws:ec2/subnet:Subnet",
    source: api("ec2", "CreateSubnet"),
    rows: [
      says(
        "a subnet of an Outpost says its zone",
        { when: { outpostArn: {} }, requiredOr: ["availabilityZone", "availabilityZoneId"] },
        { outpostArn: "arn:aws:outposts:eu-west-1:111122223333:outpost/op-1", availabilityZone: "eu-west-1a" },
        { outpostArn: "arn:aws:outposts:eu-west-1:111122223333:outpost/op-1" },
      ),
    ],
  },
  {
    type: "aws:ec2/networkInterface:NetworkInterface",
    source: api("ec2", "CreateNetworkInterface"),
    rows: Object.entries(addresses).map(([name, value]) =>
      bars(`an interface of efa-only has no addresses: no ${name}`, { interfaceType: "efa-only" }, { [name]: value }),
    ),
  },
  {
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    source: api("ec2", "CreateVpcEndpoint"),
    rows: [
      says(
        "an endpoint of a Gateway Load Balancer is in one subnet",
        { when: { vpcEndpointType: "GatewayLoadBalancer" }, properties: { subnetIds: { maxItems: 1 } } },
        { ...endpoint, vpcEndpointType: "GatewayLoadBalancer" },
        { ...endpoint, vpcEndpointType: "GatewayLoadBalancer", subnetIds: ["subnet-1", "subnet-2"] },
      ),
      says(
        "private DNS for inbound endpoints alone is for S3 and DynamoDB",
        {
          when: { "dnsOptions.privateDnsOnlyForInboundResolverEndpoint": true },
          properties: { serviceName: { pattern: "\\.(s3|dynamodb)$" } },
          source: api("ec2", "DnsOptionsSpecification"),
        },
        { ...s3, ...inbound },
        { ...s3, ...inbound, serviceName: "com.amazonaws.eu-west-1.sqs" },
      ),
      says(
        "a preference of private DNS is for endpoints of resources and service networks",
        {
          when: { "dnsOptions.privateDnsPreference": {} },
          required: ["vpcEndpointType"],
          properties: { vpcEndpointType: { enum: ["Resource", "ServiceNetwork"] } },
          source: api("ec2", "DnsOptionsSpecification"),
        },
        { vpcId: "vpc-1", vpcEndpointType: "Resource", dnsOptions: { privateDnsPreference: "ALL_DOMAINS" } },
        { vpcId: "vpc-1", vpcEndpointType: "Interface", dnsOptions: { privateDnsPreference: "ALL_DOMAINS" } },
      ),
    ],
  },
  {
    type: "aws:ec2/vpcDhcpOptions:VpcDhcpOptions",
    source: api("ec2", "CreateDhcpOptions"),
    rows: [
      { at: "ipv6AddressPreferredLeaseTime", minimum: 140, maximum: 2_147_483_647, good: 140, bad: 139 },
      {
        at: "netbiosNameServers",
        maxItems: 4,
        good: ["10.0.0.1"],
        bad: Array.from({ length: 5 }, (_, n) => `10.0.0.${n + 1}`),
      },
    ],
  },
  {
    type: "aws:ec2clientvpn/endpoint:Endpoint",
    source: api("ec2", "CreateClientVpnEndpoint"),
    rows: [
      { at: "dnsServers", maxItems: 2, good: ["10.0.0.1"], bad: ["10.0.0.1", "10.0.0.2", "10.0.0.3"] },
      takes("security groups of an endpoint are of its vpcId", { securityGroupIds: ["sg-1"] }, { vpcId: "vpc-1" }),
    ],
  },
  {
    type: "aws:ec2/vpcEndpointConnectionNotification:VpcEndpointConnectionNotification",
    source: api("ec2", "CreateVpcEndpointConnectionNotification"),
    rows: [
      at(
        "connectionEvents[]",
        "an endpoint notifies of Accept, Connect, Delete and Reject",
        { enum: ["Accept", "Connect", "Delete", "Reject"] },
        "Accept",
        "Open",
      ),
    ],
  },
  {
    type: "aws:vpc/routeServer:RouteServer",
    source: api("ec2", "CreateRouteServer"),
    rows: [needs("routes persist for some minutes", { persistRoutes: "enable" }, { persistRoutesDuration: 1 })],
  },
];
