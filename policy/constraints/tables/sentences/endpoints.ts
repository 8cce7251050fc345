import { type TypeRows } from "../../schema";
import { at, bars, needs, says, takes } from "../given";
import { api } from "../pages";
import { addresses, endpoint, s3 } from "./networks";

const inbound = { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: true } };

/** What sentences of the API models say of subnets, endpoints and what lies behind them. */
export const endpointSentences: readonly TypeRows[] = [
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
