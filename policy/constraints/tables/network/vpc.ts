import { type TypeRows } from "../../schema";
import { api, page } from "../pages";

const vpc = { type: "aws:ec2/vpc:Vpc", properties: { id: "vpc-1", cidrBlock: "10.0.0.0/16" } };
const other = { type: "aws:ec2/subnet:Subnet", properties: { vpcId: "vpc-1", cidrBlock: "10.0.1.0/24" } };

/** The addresses of a VPC. */
export const networkVpc: readonly TypeRows[] = [
  {
    type: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
    source: page("vpc/latest/userguide/vpc-cidr-blocks"),
    rows: [
      {
        at: "",
        fact: "a further CIDR block of a VPC does not overlap with its first one",
        join: "vpcBlocks",
        good: { vpcId: "vpc-1", cidrBlock: "10.1.0.0/16" },
        bad: { vpcId: "vpc-1", cidrBlock: "10.0.128.0/17" },
        beside: { vpc },
      },
      {
        at: "cidrBlock",
        fact: "a block is /16 to /28, and begins at its first address",
        format: "vpcCidr",
        good: "10.1.0.0/16",
        bad: "10.0.0.0/8",
      },
      { at: "ipv4NetmaskLength", minimum: 16, maximum: 28, good: 16, bad: 29 },
    ],
  },
  {
    type: "aws:ec2/vpc:Vpc",
    source: api("ec2", "CreateVpc"),
    rows: [
      {
        at: "cidrBlock",
        fact: "a block is /16 to /28, and begins at its first address",
        format: "vpcCidr",
        good: "10.0.0.0/16",
        bad: "10.0.0.0/8",
      },
      { at: "instanceTenancy", enum: ["default", "dedicated"], good: "default", bad: "host" },
      {
        at: "",
        fact: "a CIDR block is given, or allocated from a pool by ipv4NetmaskLength",
        atMostOne: ["cidrBlock", "ipv4NetmaskLength"],
        source: "measured",
        good: { cidrBlock: "10.0.0.0/16" },
        bad: { cidrBlock: "10.0.0.0/16", ipv4IpamPoolId: "p", ipv4NetmaskLength: 20 },
      },
      {
        at: "",
        fact: "ipv4NetmaskLength needs ipv4IpamPoolId",
        dependentRequired: { ipv4NetmaskLength: ["ipv4IpamPoolId"] },
        good: { ipv4IpamPoolId: "p", ipv4NetmaskLength: 20 },
        bad: { ipv4NetmaskLength: 20 },
      },
      {
        at: "",
        fact: "an IPv6 block of Amazon's and one of an IPAM pool exclude each other",
        atMostOne: ["assignGeneratedIpv6CidrBlock", "ipv6IpamPoolId"],
        good: { cidrBlock: "10.0.0.0/16", assignGeneratedIpv6CidrBlock: true },
        bad: { cidrBlock: "10.0.0.0/16", assignGeneratedIpv6CidrBlock: true, ipv6IpamPoolId: "p" },
      },
      {
        at: "",
        fact: "host names need enableDnsSupport",
        when: { enableDnsHostnames: true },
        properties: { enableDnsSupport: { const: true } },
        source: "measured",
        good: { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true },
        bad: { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, enableDnsSupport: false },
      },
    ],
  },
  {
    type: "aws:ec2/subnet:Subnet",
    source: api("ec2", "CreateSubnet"),
    rows: [
      {
        at: "",
        fact: "the CIDR block of a subnet is within that of its VPC",
        join: "subnetInVpc",
        good: { vpcId: "vpc-1", cidrBlock: "10.0.2.0/24" },
        bad: { vpcId: "vpc-1", cidrBlock: "10.1.0.0/24" },
        beside: { vpc },
      },
      {
        at: "",
        fact: "subnets of one VPC do not overlap",
        join: "subnetsApart",
        good: { vpcId: "vpc-1", cidrBlock: "10.0.2.0/24" },
        bad: { vpcId: "vpc-1", cidrBlock: "10.0.1.0/25" },
        beside: { vpc, "a-subnet": other },
      },
      {
        at: "cidrBlock",
        fact: "a block is /16 to /28, and begins at its first address",
        format: "vpcCidr",
        good: "10.0.4.0/22",
        bad: "10.0.1.0/22",
      },
      {
        at: "",
        fact: "a zone is named by name or by id",
        atMostOne: ["availabilityZone", "availabilityZoneId"],
        source: "measured",
        good: { vpcId: "vpc-9", availabilityZone: "eu-west-1a" },
        bad: { vpcId: "vpc-9", availabilityZone: "eu-west-1a", availabilityZoneId: "euw1-az1" },
      },
      {
        at: "",
        fact: "an IPv6-only subnet has no cidrBlock",
        dependentExcluded: { ipv6Native: ["cidrBlock"] },
        good: { vpcId: "vpc-9", ipv6Native: true, ipv6CidrBlock: "2001:db8::/64", assignIpv6AddressOnCreation: true },
        bad: { vpcId: "vpc-9", ipv6Native: true, cidrBlock: "10.0.2.0/24" },
      },
      { at: "privateDnsHostnameTypeOnLaunch", enum: ["ip-name", "resource-name"], good: "ip-name", bad: "name" },
      {
        at: "ipv6CidrBlock",
        fact: "it is an IPv6 CIDR block",
        format: "ipv6Cidr",
        good: "2001:db8::/64",
        bad: "10.0.0.0/24",
      },
    ],
  },
];
