import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const endpoint = on("aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1" });
const subnet = (name: string, cidrBlock: string, availabilityZone: string): Made => [
  "aws:ec2/subnet:Subnet",
  name,
  { id: name, vpcId: "vpc-1", cidrBlock, availabilityZone },
];

export const ec2: FactsByName = {
  "interface-route-tables": endpoint(
    "an interface has no route tables",
    {
      ...{ serviceName: "com.amazonaws.eu-west-1.secretsmanager", vpcEndpointType: "Interface" },
      ...{ subnetIds: ["subnet-1"], routeTableIds: ["rtb-1"] },
    },
    { serviceName: "com.amazonaws.eu-west-1.secretsmanager", vpcEndpointType: "Interface", subnetIds: ["subnet-1"] },
  ),
  "gateway-subnets": endpoint(
    "a gateway has no subnets",
    { serviceName: "com.amazonaws.eu-west-1.dynamodb", subnetIds: ["subnet-1"] },
    { serviceName: "com.amazonaws.eu-west-1.dynamodb", routeTableIds: ["rtb-1"] },
  ),
  "group-names-in-subnet": on("aws:ec2/instance:Instance", {
    ...{ ami: "ami-0123456789abcdef0", instanceType: "t3.micro", subnetId: "subnet-1" },
    metadataOptions: { httpTokens: "required" },
  })("an instance in a subnet names its groups by id", { securityGroups: ["web"] }, { vpcSecurityGroupIds: ["sg-1"] }),
  "subnets-overlap": facts(
    "the blocks of two subnets do not overlap",
    [subnet("a", "10.0.1.0/24", "eu-west-1a"), subnet("b", "10.0.1.0/24", "eu-west-1b")],
    [subnet("a", "10.0.1.0/24", "eu-west-1a"), subnet("b", "10.0.2.0/24", "eu-west-1b")],
  ),
};

const groupArn = (name: string) => `arn:aws:elasticloadbalancing:eu-west-1:${account}:targetgroup/${name}/1`;
const balancerType = "aws:lb/loadBalancer:LoadBalancer";
const balancerArn = (kind: string) => `arn:aws:elasticloadbalancing:eu-west-1:${account}:loadbalancer/${kind}/own/1`;
const listenerType = "aws:lb/listener:Listener";
const weighed = (weight: number) => ({
  loadBalancerArn: balancerArn("app"),
  ...{ port: 443, protocol: "HTTPS", certificateArn: `arn:aws:acm:eu-west-1:${account}:certificate/1` },
  sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
  defaultActions: [
    {
      type: "forward",
      forward: {
        targetGroups: [
          { arn: groupArn("a"), weight },
          { arn: groupArn("b"), weight: 1 },
        ],
      },
    },
  ],
});

/** A balancer of TCP, and what it listens to. */
const listening = (protocol: string): readonly Made[] => [
  [
    balancerType,
    "own",
    {
      ...{ name: "own", arn: balancerArn("net"), loadBalancerType: "network", internal: true },
      subnets: ["subnet-1", "subnet-2"],
    },
  ],
  [
    listenerType,
    "subject",
    {
      ...{ loadBalancerArn: balancerArn("net"), port: 8080, protocol },
      defaultActions: [{ type: "forward", targetGroupArn: groupArn("a") }],
    },
    { loadBalancerArn: `${balancerType} own` },
  ],
];
const balanced = (zone: string): readonly Made[] => [
  subnet("subnet-a", "10.0.1.0/24", "eu-west-1a"),
  subnet("subnet-b", "10.0.2.0/24", zone),
  [
    balancerType,
    "subject",
    {
      ...{ name: "own", loadBalancerType: "application", internal: true, dropInvalidHeaderFields: true },
      subnets: ["subnet-a", "subnet-b"],
    },
    { subnets: "aws:ec2/subnet:Subnet subnet-a" },
  ],
];
const targets = (more: Arguments) => ({ name: "own", protocol: "HTTP", vpcId: "vpc-1", targetType: "ip", ...more });

export const elb: FactsByName = {
  "weight-range": on(listenerType)("a weight is 999", weighed(1000), weighed(999)),
  "target-group-port": on("aws:lb/targetGroup:TargetGroup")(
    "targets have a port",
    targets({}),
    targets({ port: 8080 }),
  ),
  "subnets-of-one-zone": facts("a balancer is in two zones", balanced("eu-west-1a"), balanced("eu-west-1b")),
  "network-listener-http": facts("a network balancer does not speak HTTP", listening("HTTP"), listening("TCP")),
};

export const route53: FactsByName = {
  "empty-label": on("aws:route53/record:Record", { zoneId: "Z1D633PJN98FT9", type: "CNAME", ttl: 60 })(
    "a name has no empty label",
    { name: "_check..example.com", records: ["a.example.net"] },
    { name: "_check.example.com", records: ["a.example.net"] },
  ),
};
