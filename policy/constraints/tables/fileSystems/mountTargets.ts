import { type Row, type TypeRows } from "../../schema";
import { type Given } from "../given";
import { api } from "../pages";
import { sameRegion, together } from "../together";

export const system = "fs-0123456789abcdef0";
export const systemArn = `arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/${system}`;
export const ofSystem = sameRegion("fileSystemId", "a file system is of the own Region", systemArn);

const subnet = "aws:ec2/subnet:Subnet";
const [first, second, third] = ["subnet-00000001", "subnet-00000002", "subnet-00000003"];
const inZone = (id: string, zone: string, more: Given = {}) => ({
  type: subnet,
  properties: { id, vpcId: "vpc-1", cidrBlock: "10.0.1.0/24", availabilityZone: zone, ...more },
});
const target = "aws:efs/mountTarget:MountTarget";
const subnets = {
  first: inZone(first, "eu-west-1a"),
  second: inZone(second, "eu-west-1b"),
  third: inZone(third, "eu-west-1a", { vpcId: "vpc-2", cidrBlock: "10.1.1.0/24" }),
};
const beside = { ...subnets, atarget: { type: target, properties: { fileSystemId: system, subnetId: first } } };
const mount = { fileSystemId: system };
const manySecurityGroups = Array.from({ length: 6 }, (_, index) => `sg-0000000${index}`);

const rows: readonly Row[] = [
  ofSystem,
  together(
    "a file system has one mount target in a zone, and one of One Zone storage has it in its own",
    { join: "targetZone", beside },
    mount,
    { subnetId: second },
    { subnetId: first },
  ),
  together(
    "the security groups of a mount target are of the VPC of its subnet",
    {
      join: "targetVpc",
      beside: {
        ...subnets,
        group: { type: "aws:ec2/securityGroup:SecurityGroup", properties: { id: "sg-00000001", vpcId: "vpc-1" } },
      },
    },
    { ...mount, securityGroups: ["sg-00000001"] },
    { subnetId: first },
    { subnetId: third },
  ),
  together(
    "all mount targets of a file system are of one VPC",
    { join: "targetsVpc", beside },
    mount,
    { subnetId: second },
    { subnetId: third },
  ),
  together(
    "an address is of the subnet",
    { join: "mountAddress", beside: subnets },
    { ...mount, subnetId: first },
    { ipAddress: "10.0.1.9" },
    { ipAddress: "10.0.2.9" },
  ),
  together(
    "an address of IPv6 is of a target that has such addresses",
    {
      if: { required: ["ipv6Address"] },
      then: { required: ["ipAddressType"], properties: { ipAddressType: { enum: ["IPV6_ONLY", "DUAL_STACK"] } } },
    },
    { ...mount, subnetId: first, ipv6Address: "2001:db8::9" },
    { ipAddressType: "DUAL_STACK" },
    { ipAddressType: "IPV4_ONLY" },
  ),
  together(
    "a target of IPv6 alone has no address of IPv4",
    { when: { ipAddressType: "IPV6_ONLY" }, excluded: ["ipAddress"] },
    { ...mount, subnetId: first, ipAddressType: "IPV6_ONLY" },
    {},
    { ipAddress: "10.0.1.9" },
  ),
  together(
    "a target of IPv6 alone is in a subnet that has a block of IPv6",
    {
      when: { ipAddressType: "IPV6_ONLY" },
      properties: {
        subnetId: {
          refersTo: {
            type: subnet,
            fits: { requiredOr: ["ipv6CidrBlock", "ipv6IpamPoolId", "ipv6NetmaskLength", "ipv6Native"] },
          },
        },
      },
      beside: { ...subnets, second: inZone(second, "eu-west-1b", { ipv6CidrBlock: "2001:db8::/64" }) },
    },
    { ...mount, ipAddressType: "IPV6_ONLY" },
    { subnetId: second },
    { subnetId: first },
  ),
  {
    at: "securityGroups",
    fact: "a mount target has up to five security groups",
    maxItems: 5,
    good: manySecurityGroups.slice(1),
    bad: manySecurityGroups,
  },
];

/** What AWS refuses of mount targets. */
export const mountTargets: readonly TypeRows[] = [{ type: target, source: api("efs", "CreateMountTarget"), rows }];
