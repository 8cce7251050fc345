import { measured, type Row, type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { needs, only, together } from "../../together";

const nat = { subnetId: "subnet-1" };
export const vpc = { vpcId: "vpc-1" };

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

/** VPCs, subnets, flow logs and gateways. */
export const vpcRows: readonly TypeRows[] = [
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
];
