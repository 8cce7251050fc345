import { at, facts } from "../../heldOut/inputs";
import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";

const vpcId = "vpc-0123456789abcdef0";
const subnetIds = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"];
const securityGroups = on("aws:ec2/securityGroup:SecurityGroup", { vpcId, description: "Orders" });
const rule = (cidrBlocks: readonly string[]) => ({
  ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks, description: "Orders" }],
});
const subnetType = "aws:ec2/subnet:Subnet";
const groups = on("aws:lb/targetGroup:TargetGroup", { name: "orders", port: 443, protocol: "HTTPS", vpcId });
const check = (more: object) => ({ healthCheck: { healthyThreshold: 2, unhealthyThreshold: 2, ...more } });
const image = { ami: "ami-0123456789abcdef0", instanceType: "m5.large", metadataOptions: { httpTokens: "required" } };
const instances = on("aws:ec2/instance:Instance", image);
const volumes = on("aws:ebs/volume:Volume", { availabilityZone: "eu-west-1a", size: 100, encrypted: true });
const groupsOfInstances = on("aws:autoscaling/group:Group", { maxSize: 4, minSize: 1, vpcZoneIdentifiers: subnetIds });
const launchTemplate = { id: "lt-0123456789abcdef0", version: "1" };
const template = (more: object) =>
  [
    ["aws:ec2/launchTemplate:LaunchTemplate", "template", { id: launchTemplate.id, imageId: image.ami, ...more }],
    ["aws:autoscaling/group:Group", "group", { maxSize: 2, minSize: 1, vpcZoneIdentifiers: subnetIds, launchTemplate }],
  ] as const;
const face = { associatePublicIpAddress: "false" };
const records = on("aws:route53/record:Record", { zoneId: "Z0123456789ABCDEFGHIJ", name: "mail.example.com" });

export const ec2: FactsByName = {
  "zone-twice-its-region": on(subnetType, { vpcId, cidrBlock: "10.0.0.0/24" })(
    "a zone is a Region and a letter",
    { availabilityZone: "eu-west-1eu-west-1a" },
    { availabilityZone: "eu-west-1a" },
  ),
  "block-twice-in-rule": securityGroups(
    "a rule of a security group has a block once",
    rule(["10.0.0.0/16", "10.0.0.0/16"]),
    rule(["10.0.0.0/16", "10.1.0.0/16"]),
  ),
  "subnets-of-same-block": facts(
    "two subnets of a VPC have different blocks",
    [
      [subnetType, "a", { vpcId, cidrBlock: "10.0.102.0/24" }],
      [subnetType, "b", { vpcId, cidrBlock: "10.0.102.0/24" }],
    ],
    [
      [subnetType, "a", { vpcId, cidrBlock: "10.0.101.0/24" }],
      [subnetType, "b", { vpcId, cidrBlock: "10.0.102.0/24" }],
    ],
  ),
  "block-not-at-its-network": on(subnetType, { vpcId })(
    "the block of a subnet begins at its network address",
    { cidrBlock: "192.168.1.0/22" },
    { cidrBlock: "192.168.4.0/22" },
  ),
  "gateway-endpoint-private-dns": on("aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId })(
    "a gateway endpoint has no private DNS",
    { serviceName: "com.amazonaws.eu-west-1.s3", vpcEndpointType: "Gateway", privateDnsEnabled: true },
    { serviceName: "com.amazonaws.eu-west-1.s3", vpcEndpointType: "Gateway" },
  ),
  "template-groups-and-interface": facts(
    "a template with an interface has its security groups there",
    template({ vpcSecurityGroupIds: ["sg-0123456789abcdef0"], networkInterfaces: [face] }),
    template({ networkInterfaces: [{ ...face, securityGroups: ["sg-0123456789abcdef0"] }] }),
  ),
  "interface-and-groups": instances(
    "an instance with an interface of its own has no security groups besides",
    {
      networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-0123456789abcdef0" }],
      vpcSecurityGroupIds: ["sg-0123456789abcdef0"],
    },
    { networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-0123456789abcdef0" }] },
  ),
  "throughput-per-iops": volumes(
    "the throughput of a volume is a quarter of its IOPS at most",
    { type: "gp3", iops: 3000, throughput: 1000 },
    { type: "gp3", iops: 4000, throughput: 1000 },
  ),
  "device-throughput": instances(
    "the throughput of a device is of gp3",
    { ebsBlockDevices: [{ deviceName: "/dev/sdf", volumeType: "gp2", throughput: 300, encrypted: true }] },
    { ebsBlockDevices: [{ deviceName: "/dev/sdf", volumeType: "gp3", throughput: 300, encrypted: true }] },
  ),
  "long-user-data": instances(
    "user data have 16 KB",
    { userData: `#!/bin/bash\n${"echo orders\n".repeat(1500)}` },
    { userData: `#!/bin/bash\n${"echo orders\n".repeat(100)}` },
  ),
};

export const elb: FactsByName = {
  "interval-of-default-timeout": groups(
    "an interval is longer than the timeout that is left out",
    check({ protocol: "HTTPS", interval: 5 }),
    check({ protocol: "HTTPS", interval: 5, timeout: 2 }),
  ),
  "interval-of-timeout": groups(
    "an interval is longer than the timeout",
    check({ interval: 5, timeout: 5 }),
    check({ interval: 10, timeout: 5 }),
  ),
  "long-interval": groups("an interval is 300 seconds at most", check({ interval: 600 }), check({ interval: 300 })),
  "long-group-name": groups(
    "the name of a group has 32 characters",
    { name: "VeryLongGroupNameWhichCausesAnError" },
    { name: "ShortGroupName" },
  ),
};

export const scaling: FactsByName = {
  "mixture-without-template": groupsOfInstances(
    "instances of a mixture have a template by id or by name",
    at("mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.version", "1"),
    at("mixedInstancesPolicy.launchTemplate.launchTemplateSpecification", {
      launchTemplateId: launchTemplate.id,
      version: "1",
    }),
  ),
  "desired-above-maximum": groupsOfInstances(
    "what is wanted lies between minimum and maximum",
    { launchTemplate, desiredCapacity: 5 },
    { launchTemplate, desiredCapacity: 2 },
  ),
  "action-without-capacity": on("aws:appautoscaling/scheduledAction:ScheduledAction", {
    name: "down",
    ...{ serviceNamespace: "ecs", resourceId: "service/main/orders", scalableDimension: "ecs:service:DesiredCount" },
    schedule: "cron(10 8 ? * MON-FRI *)",
  })(
    "a scheduled action sets a minimum or a maximum",
    { scalableTargetAction: {} },
    { scalableTargetAction: { minCapacity: 0, maxCapacity: 0 } },
  ),
};

export const route53: FactsByName = {
  "long-text": records(
    "a text of a record has 255 characters",
    { type: "TXT", ttl: 300, records: [`v=DKIM1; k=rsa; p=${"A".repeat(392)}`] },
    { type: "TXT", ttl: 300, records: [`v=DKIM1; k=rsa; p=${"A".repeat(200)}`] },
  ),
};
