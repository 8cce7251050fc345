import type { Vpc as VpcResource, VpcArgs } from "@pulumi/aws/ec2/vpc";
import { type Aws } from "../../frame/aws";
import { unless } from "../../frame/errors";
import { stable, withRule } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { tagMap } from "../../frame/shapes";
import { tagged, tagging } from "./tags";

const notFound = ["InvalidVpcID.NotFound"];
const noIpam = "the emulator manages no addresses";
const noIpv6 = "the emulator has no IPv6 networks";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html */
export const Vpc = resourceType<VpcArgs, VpcResource>({
  token: "aws:ec2/vpc:Vpc",
  properties: {
    ...withRule({ notEmulated: noIpam }, "ipv4IpamPoolId", "ipv4NetmaskLength", "ipv6IpamPoolId"),
    ...withRule({ notEmulated: noIpam }, "ipv6NetmaskLength"),
    assignGeneratedIpv6CidrBlock: { notEmulated: noIpv6 },
    cidrBlock: { computed: true, replace: true },
    enableDnsHostnames: { computed: true },
    enableDnsSupport: { default: true },
    enableNetworkAddressUsageMetrics: { computed: true, notEmulated: "the emulator has no metrics of addresses" },
    instanceTenancy: { default: "default", notEmulated: "the emulator runs no instances of a network" },
    ipv6CidrBlock: { computed: true, notEmulated: noIpv6 },
    ipv6CidrBlockNetworkBorderGroup: { computed: true, notEmulated: noIpv6 },
    tags,
  },
  outputs: {
    ...stable("arn", "defaultNetworkAclId", "defaultRouteTableId", "defaultSecurityGroupId", "dhcpOptionsId"),
    ...stable("ipv6AssociationId", "mainRouteTableId", "ownerId"),
  },

  async create({ cidrBlock, tags }, { ec2 }) {
    const { Vpc } = await ec2.createVpc({ CidrBlock: cidrBlock, TagSpecifications: tagged("vpc", tags) });
    return Vpc!.VpcId!;
  },

  async complete(VpcId, { enableDnsHostnames = false, enableDnsSupport = true }, { ec2 }) {
    await ec2.modifyVpcAttribute({ VpcId, EnableDnsSupport: { Value: enableDnsSupport } });
    await ec2.modifyVpcAttribute({ VpcId, EnableDnsHostnames: { Value: enableDnsHostnames } });
  },

  async read(id, aws) {
    const { ec2 } = aws;
    const answer = await unless(notFound, ec2.describeVpcs({ VpcIds: [id] }));
    const live = answer?.Vpcs?.[0];
    if (!live) return undefined;
    const attribute = (Attribute: "enableDnsHostnames" | "enableDnsSupport") =>
      ec2.describeVpcAttribute({ VpcId: id, Attribute });
    const [hostnames, support, ofVpc] = await Promise.all([
      attribute("enableDnsHostnames"),
      attribute("enableDnsSupport"),
      findDefaults(id, aws),
    ]);
    return {
      ...ofVpc,
      arn: await aws.arn("ec2", `vpc/${id}`),
      cidrBlock: live.CidrBlock,
      dhcpOptionsId: live.DhcpOptionsId,
      enableDnsHostnames: hostnames.EnableDnsHostnames?.Value,
      enableDnsSupport: support.EnableDnsSupport?.Value,
      ownerId: live.OwnerId,
      tags: tagMap(live.Tags),
    };
  },

  async update(VpcId, { enableDnsHostnames = false, enableDnsSupport = true }, _old, aws, changed) {
    const { ec2 } = aws;
    if (changed.has("enableDnsSupport")) {
      await ec2.modifyVpcAttribute({ VpcId, EnableDnsSupport: { Value: enableDnsSupport } });
    }
    if (changed.has("enableDnsHostnames")) {
      await ec2.modifyVpcAttribute({ VpcId, EnableDnsHostnames: { Value: enableDnsHostnames } });
    }
  },

  tagging,

  async delete(VpcId, { ec2 }) {
    await unless(notFound, ec2.deleteVpc({ VpcId }));
  },
});

/** What AWS creates together with a network. */
async function findDefaults(vpcId: string, { ec2 }: Aws) {
  const Filters = [{ Name: "vpc-id", Values: [vpcId] }];
  const [tables, groups, lists] = await Promise.all([
    ec2.describeRouteTables({ Filters: [...Filters, { Name: "association.main", Values: ["true"] }] }),
    ec2.describeSecurityGroups({ Filters: [...Filters, { Name: "group-name", Values: ["default"] }] }),
    ec2.describeNetworkAcls({ Filters: [...Filters, { Name: "default", Values: ["true"] }] }),
  ]);
  const table = tables.RouteTables?.[0]?.RouteTableId;
  return {
    defaultRouteTableId: table,
    mainRouteTableId: table,
    defaultSecurityGroupId: groups.SecurityGroups?.[0]?.GroupId,
    defaultNetworkAclId: lists.NetworkAcls?.[0]?.NetworkAclId,
  };
}
