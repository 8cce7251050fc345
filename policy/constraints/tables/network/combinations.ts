import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { needs, only, sameRegion, together } from "../together";

const certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/c";
const nat = { subnetId: "subnet-1" };
const vpc = { vpcId: "vpc-1" };
const icmp = { securityGroupId: "sg-1", ipProtocol: "icmp", cidrIpv4: "192.0.2.0/24" };

/** What flow logs can be made of. */
const fields =
  "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr region az-id sublocation-type sublocation-id pkt-src-aws-service pkt-dst-aws-service flow-direction traffic-path ecs-cluster-arn ecs-cluster-name ecs-container-instance-arn ecs-container-instance-id ecs-container-id ecs-second-container-id ecs-service-name ecs-task-definition-arn ecs-task-arn ecs-task-id reject-reason resource-type tgw-id tgw-attachment-id tgw-src-vpc-account-id tgw-dst-vpc-account-id tgw-src-vpc-id tgw-dst-vpc-id tgw-src-subnet-id tgw-dst-subnet-id tgw-src-eni tgw-dst-eni tgw-src-az-id tgw-dst-az-id tgw-pair-attachment-id packets-lost-no-route packets-lost-blackhole packets-lost-mtu-exceeded packets-lost-ttl-expired encryption-status"
    .split(" ")
    .join("|");

const reserved = (at: string): Row => ({
  at,
  fact: "a block of a VPC is none of the reserved ranges 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16 and 224.0.0.0/4",
  not: { pattern: "^(0\\.|127\\.|169\\.254\\.|22[4-9]\\.|23\\d\\.)" },
  source: page("vpc/latest/userguide/vpc-cidr-blocks"),
  good: "10.0.0.0/16",
  bad: "169.254.0.0/16",
});

const codes = (property: "fromPort" | "toPort"): Row =>
  together(
    `for ICMP ${property} is the ${property === "fromPort" ? "type" : "code"}, -1 to 255`,
    { when: { ipProtocol: ["icmp", "icmpv6"] }, properties: { [property]: { minimum: -1, maximum: 255 } } },
    { ...icmp, fromPort: -1, toPort: -1 },
    { [property]: -1 },
    { [property]: 256 },
  );

/** The network of a VPC: settings that go together, or do not. */
export const networkCombinations: readonly TypeRows[] = [
  { type: "aws:ec2/vpc:Vpc", source: api("ec2", "CreateVpc"), rows: [reserved("cidrBlock")] },
  {
    type: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
    source: api("ec2", "AssociateVpcCidrBlock"),
    rows: [reserved("cidrBlock")],
  },
  {
    type: "aws:ec2/subnet:Subnet",
    source: api("ec2", "CreateSubnet"),
    rows: [
      together(
        "DNS64 needs a block of IPv6",
        { when: { enableDns64: true }, requiredOr: ["ipv6CidrBlock", "ipv6Native", "ipv6IpamPoolId"] },
        { ...vpc, cidrBlock: "10.0.0.0/24" },
        { enableDns64: true, ipv6CidrBlock: "2001:db8::/64" },
        { enableDns64: true },
      ),
    ],
  },
  {
    type: "aws:ec2/securityGroup:SecurityGroup",
    source: api("ec2", "CreateSecurityGroup"),
    rows: [
      { at: "name", fact: "a group is not called default", not: { const: "default" }, good: "orders", bad: "default" },
    ],
  },
  ...(["Ingress", "Egress"] as const).map((kind) => ({
    type: `aws:vpc/securityGroup${kind}Rule:SecurityGroup${kind}Rule`,
    source: api("ec2", "IpPermission"),
    rows: [codes("fromPort"), codes("toPort")],
  })),
  {
    type: "aws:ec2/flowLog:FlowLog",
    source: api("ec2", "CreateFlowLogs"),
    rows: [
      needs("a log in S3 or Firehose has a logDestination", { logDestinationType: ["s3", "kinesis-data-firehose"] }, [
        "logDestination",
      ])(
        { ...vpc, trafficType: "ALL" },
        { logDestinationType: "s3", logDestination: "arn:aws:s3:::logs" },
        { logDestinationType: "s3" },
      ),
      together(
        "a log in CloudWatch Logs has an iamRoleArn and a logDestination",
        { when: { logDestinationType: "cloud-watch-logs" }, required: ["iamRoleArn", "logDestination"] },
        { ...vpc, trafficType: "ALL", logDestinationType: "cloud-watch-logs" },
        {
          iamRoleArn: "arn:aws:iam::111122223333:role/r",
          logDestination: "arn:aws:logs:eu-west-1:111122223333:log-group:g",
        },
        { logDestination: "arn:aws:logs:eu-west-1:111122223333:log-group:g" },
      ),
      {
        at: "logFormat",
        fact: "a format has the fields of flow logs",
        not: { pattern: `\\$\\{(?!(${fields})\\})` },
        source: page("vpc/latest/userguide/flow-log-records"),
        good: "${version} ${vpc-id} ${action}",
        bad: "${version} ${vpc} ${action}",
      },
      only("the flow log of a transit gateway has no trafficType", { transitGatewayId: {} }, ["trafficType"], {
        source: measured,
      })(
        { logDestinationType: "s3", logDestination: "arn:aws:s3:::logs", maxAggregationInterval: 60 },
        { transitGatewayId: "tgw-1" },
        { transitGatewayId: "tgw-1", trafficType: "ALL" },
      ),
    ],
  },
  {
    type: "aws:ec2/natGateway:NatGateway",
    source: api("ec2", "CreateNatGateway"),
    rows: [
      together(
        "a public NAT gateway has an allocationId",
        {
          if: {
            required: ["subnetId"],
            properties: {
              connectivityType: { not: { const: "private" } },
              availabilityMode: { not: { const: "regional" } },
            },
          },
          then: { required: ["allocationId"] },
        },
        nat,
        { allocationId: "eipalloc-1" },
        {},
      ),
      together(
        "further private addresses are counted or listed",
        { atMostOne: ["secondaryPrivateIpAddressCount", "secondaryPrivateIpAddresses"] },
        { ...nat, connectivityType: "private" },
        { secondaryPrivateIpAddressCount: 2 },
        { secondaryPrivateIpAddressCount: 2, secondaryPrivateIpAddresses: ["10.0.0.5"] },
      ),
    ],
  },
  {
    type: "aws:ec2/networkAclRule:NetworkAclRule",
    source: api("ec2", "CreateNetworkAclEntry"),
    rows: [
      together(
        "a ruleNumber stands once in a direction",
        {
          join: "ruleNumbers",
          beside: {
            first: {
              type: "aws:ec2/networkAclRule:NetworkAclRule",
              properties: {
                networkAclId: "acl-1",
                ruleNumber: 100,
                ruleAction: "allow",
                protocol: "tcp",
                cidrBlock: "192.0.2.0/24",
              },
            },
          },
        },
        { networkAclId: "acl-1", ruleAction: "allow", protocol: "tcp", cidrBlock: "192.0.2.0/24" },
        { ruleNumber: 110 },
        { ruleNumber: 100 },
      ),
    ],
  },
  {
    type: "aws:ec2/internetGateway:InternetGateway",
    source: api("ec2", "AttachInternetGateway"),
    rows: [
      together(
        "a VPC has one internet gateway",
        {
          onlyOne: ["vpcId"],
          beside: {
            first: {
              type: "aws:ec2/internetGateway:InternetGateway",
              properties: { vpcId: "vpc-1", region: "eu-west-1" },
            },
          },
        },
        {},
        { vpcId: "vpc-2" },
        { vpcId: "vpc-1" },
      ),
    ],
  },
  {
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    source: api("ec2", "CreateVpcEndpoint"),
    rows: [
      together(
        "Gateway endpoints are for S3 and DynamoDB",
        {
          if: { properties: { vpcEndpointType: { const: "Gateway" } }, required: ["serviceName", "vpcEndpointType"] },
          then: { properties: { serviceName: { pattern: "\\.(s3|dynamodb|s3express)$" } } },
          source: page("vpc/latest/privatelink/gateway-endpoints"),
        },
        { ...vpc, vpcEndpointType: "Gateway" },
        { serviceName: "com.amazonaws.eu-west-1.s3" },
        { serviceName: "com.amazonaws.eu-west-1.sqs" },
      ),
      together(
        "the service is of the endpoint's own Region, or serviceRegion names another",
        {
          if: { excluded: ["serviceRegion"] },
          then: { join: "serviceRegion" },
          source: page("vpc/latest/privatelink/privatelink-access-aws-services"),
        },
        { ...vpc, vpcEndpointType: "Interface" },
        { serviceName: "com.amazonaws.eu-west-1.sqs" },
        { serviceName: "com.amazonaws.us-east-1.sqs" },
      ),
      together(
        "an interface endpoint has one subnet of a zone",
        {
          join: "endpointZones",
          beside: Object.fromEntries(
            (
              [
                ["a", "eu-west-1a"],
                ["b", "eu-west-1a"],
                ["c", "eu-west-1b"],
              ] as const
            ).map(([name, availabilityZone]) => [
              name,
              { type: "aws:ec2/subnet:Subnet", properties: { id: `subnet-${name}`, vpcId: "vpc-1", availabilityZone } },
            ]),
          ),
        },
        { ...vpc, vpcEndpointType: "Interface", serviceName: "com.amazonaws.eu-west-1.sqs" },
        { subnetIds: ["subnet-a", "subnet-c"] },
        { subnetIds: ["subnet-a", "subnet-b"] },
      ),
    ],
  },
  {
    type: "aws:ec2clientvpn/endpoint:Endpoint",
    source: api("ec2", "CreateClientVpnEndpoint"),
    rows: [
      sameRegion("serverCertificateArn", "the certificate is in the endpoint's own Region", certificate),
      { at: "vpnPort", enum: [443, 1194], good: 443, bad: 8443 },
      { at: "sessionTimeoutHours", enum: [8, 10, 12, 24], good: 8, bad: 9 },
      {
        at: "clientCidrBlock",
        fact: "a block of clients is /12 to /22",
        pattern: "/(1[2-9]|2[0-2])$",
        good: "10.0.0.0/22",
        bad: "10.0.0.0/24",
      },
      {
        at: "connectionLogOptions",
        fact: "a log that is on names its cloudwatchLogGroup",
        when: { enabled: true },
        required: ["cloudwatchLogGroup"],
        good: { enabled: true, cloudwatchLogGroup: "g" },
        bad: { enabled: true },
      },
      ...(
        [
          ["certificate-authentication", "rootCertificateChainArn", certificate],
          ["directory-service-authentication", "activeDirectoryId", "d-1"],
          ["federated-authentication", "samlProviderArn", "arn:aws:iam::111122223333:saml-provider/s"],
        ] as const
      ).map(([type, property, value]) => ({
        at: "authenticationOptions[]",
        fact: `${type} has ${property}`,
        when: { type },
        required: [property],
        good: { type, [property]: value },
        bad: { type },
      })),
    ],
  },
  {
    type: "aws:ec2transitgateway/transitGateway:TransitGateway",
    source: api("ec2", "TransitGatewayRequestOptions"),
    rows: [
      {
        at: "amazonSideAsn",
        fact: "it is 64512 to 65534 or 4200000000 to 4294967294",
        anyOf: [
          { minimum: 64512, maximum: 65534 },
          { minimum: 4200000000, maximum: 4294967294 },
        ],
        good: 64512,
        bad: 65535,
      },
      {
        at: "transitGatewayCidrBlocks[]",
        fact: "a block of IPv4 is /24 or larger",
        not: { pattern: "^\\d+\\.\\d+\\.\\d+\\.\\d+/(2[5-9]|3\\d)$" },
        good: "10.0.0.0/24",
        bad: "10.0.0.0/25",
      },
    ],
  },
  {
    type: "aws:ec2transitgateway/route:Route",
    source: api("ec2", "CreateTransitGatewayRoute"),
    rows: [
      only("a blackhole has no attachment", { blackhole: true }, ["transitGatewayAttachmentId"])(
        { destinationCidrBlock: "10.0.0.0/24", transitGatewayRouteTableId: "tgw-rtb-1" },
        { blackhole: true },
        { blackhole: true, transitGatewayAttachmentId: "tgw-attach-1" },
      ),
    ],
  },
];
