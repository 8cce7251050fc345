import { type Row, type TypeRows } from "../../schema";
import { at, says } from "../given";
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
export const endpoint = { vpcId: "vpc-1", subnetIds: ["subnet-1"] };
export const s3 = { ...endpoint, serviceName: "com.amazonaws.eu-west-1.s3", privateDnsEnabled: true };
export const addresses = {
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
];
