import { type TypeRows } from "../../schema";
import { api } from "../pages";

/** Endpoints, gateways, routes and flow logs. */
export const networkRouting: readonly TypeRows[] = [
  {
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    source: api("ec2", "CreateVpcEndpoint"),
    rows: [
      {
        at: "vpcEndpointType",
        enum: ["Interface", "Gateway", "GatewayLoadBalancer", "Resource", "ServiceNetwork"],
        good: "Gateway",
        bad: "Private",
      },
      {
        at: "",
        fact: "a Gateway endpoint has route tables, no subnets, security groups or private DNS",
        when: { vpcEndpointType: "Gateway" },
        excluded: ["subnetIds", "securityGroupIds", "privateDnsEnabled"],
        good: {
          vpcId: "v",
          serviceName: "com.amazonaws.eu-west-1.s3",
          vpcEndpointType: "Gateway",
          routeTableIds: ["rtb-1"],
        },
        bad: {
          vpcId: "v",
          serviceName: "com.amazonaws.eu-west-1.s3",
          vpcEndpointType: "Gateway",
          subnetIds: ["subnet-1"],
        },
      },
      {
        at: "",
        fact: "route tables are for Gateway endpoints",
        when: { vpcEndpointType: ["Interface", "GatewayLoadBalancer"] },
        excluded: ["routeTableIds"],
        good: {
          vpcId: "v",
          serviceName: "com.amazonaws.eu-west-1.sqs",
          vpcEndpointType: "Interface",
          subnetIds: ["subnet-1"],
        },
        bad: {
          vpcId: "v",
          serviceName: "com.amazonaws.eu-west-1.sqs",
          vpcEndpointType: "Interface",
          routeTableIds: ["rtb-1"],
        },
      },
      { at: "ipAddressType", enum: ["ipv4", "dualstack", "ipv6"], good: "ipv4", bad: "IPV4" },
      {
        at: "policy",
        format: "policyDocument",
        fact: "a policy is an IAM policy document",
        good: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
        bad: '{"Statement":[{"Effect":"Yes","Principal":"*","Action":"*","Resource":"*"}]}',
      },
    ],
  },
  {
    type: "aws:ec2/natGateway:NatGateway",
    source: api("ec2", "CreateNatGateway"),
    rows: [
      { at: "connectivityType", enum: ["private", "public"], good: "public", bad: "internet" },
      {
        at: "",
        fact: "a private NAT gateway has no Elastic IP address",
        when: { connectivityType: "private" },
        excluded: ["allocationId", "secondaryAllocationIds"],
        good: { subnetId: "s", connectivityType: "private" },
        bad: { subnetId: "s", connectivityType: "private", allocationId: "eipalloc-1" },
      },
    ],
  },
  {
    type: "aws:ec2/route:Route",
    source: api("ec2", "CreateRoute"),
    rows: [
      {
        at: "",
        fact: "a route has exactly one destination",
        requiredXor: ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"],
        good: { routeTableId: "r", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
        bad: { routeTableId: "r", gatewayId: "igw-1" },
      },
      {
        at: "",
        fact: "a route has exactly one target",
        requiredXor: [
          "carrierGatewayId",
          "coreNetworkArn",
          "egressOnlyGatewayId",
          "gatewayId",
          "localGatewayId",
          "natGatewayId",
          "networkInterfaceId",
          "odbNetworkArn",
          "transitGatewayId",
          "vpcEndpointId",
          "vpcPeeringConnectionId",
        ],
        good: { routeTableId: "r", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
        bad: { routeTableId: "r", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1", natGatewayId: "nat-1" },
      },
      {
        at: "",
        fact: "an egress-only gateway is for IPv6",
        dependentExcluded: { egressOnlyGatewayId: ["destinationCidrBlock"] },
        good: { routeTableId: "r", destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" },
        bad: { routeTableId: "r", destinationCidrBlock: "0.0.0.0/0", egressOnlyGatewayId: "eigw-1" },
      },
      {
        at: "destinationCidrBlock",
        format: "ipv4Cidr",
        fact: "it is an IPv4 CIDR block",
        good: "0.0.0.0/0",
        bad: "10.0.0.0/33",
      },
    ],
  },
  {
    type: "aws:ec2/networkAclRule:NetworkAclRule",
    source: api("ec2", "CreateNetworkAclEntry"),
    rows: [
      { at: "ruleNumber", minimum: 1, maximum: 32766, good: 100, bad: 32767 },
      { at: "ruleAction", enum: ["allow", "deny"], good: "allow", bad: "permit" },
      {
        at: "",
        fact: "a rule has an IPv4 or an IPv6 CIDR block",
        requiredXor: ["cidrBlock", "ipv6CidrBlock"],
        good: { ruleNumber: 100, ruleAction: "allow", cidrBlock: "10.0.0.0/16" },
        bad: { ruleNumber: 100, ruleAction: "allow" },
      },
    ],
  },
  {
    type: "aws:ec2/flowLog:FlowLog",
    source: api("ec2", "CreateFlowLogs"),
    rows: [
      { at: "trafficType", enum: ["ACCEPT", "REJECT", "ALL"], good: "ALL", bad: "DENY" },
      {
        at: "logDestinationType",
        enum: ["cloud-watch-logs", "s3", "kinesis-data-firehose"],
        good: "s3",
        bad: "cloudwatch",
      },
      { at: "maxAggregationInterval", enum: [60, 600], good: 60, bad: 300 },
      {
        at: "",
        fact: "a flow log is of one VPC, subnet, interface or gateway",
        atMostOne: [
          "eniId",
          "subnetId",
          "vpcId",
          "transitGatewayId",
          "transitGatewayAttachmentId",
          "regionalNatGatewayId",
        ],
        good: { vpcId: "v" },
        bad: { vpcId: "v", subnetId: "s" },
      },
    ],
  },
];
