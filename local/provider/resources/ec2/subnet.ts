import type { Subnet as SubnetResource, SubnetArgs } from "@pulumi/aws/ec2/subnet";
import { unless } from "../../frame/errors";
import { withRule } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { tagMap } from "../../frame/shapes";
import { tagged, tagging } from "./tags";

const notFound = ["InvalidSubnetID.NotFound"];
const noIpam = "the emulator manages no addresses";
const noIpv6 = "the emulator has no IPv6 networks";
const noInstances = "the emulator runs no instances of a network";
const noOutposts = "the emulator has no Outposts";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html */
export const Subnet = resourceType<SubnetArgs, SubnetResource>({
  token: "aws:ec2/subnet:Subnet",
  identity: ["vpcId", "cidrBlock"],
  properties: {
    ...withRule({ notEmulated: noOutposts }, "customerOwnedIpv4Pool", "enableLniAtDeviceIndex"),
    ...withRule({ notEmulated: noOutposts }, "mapCustomerOwnedIpOnLaunch"),
    ...withRule({ replace: true, notEmulated: noIpam }, "ipv4IpamPoolId", "ipv4NetmaskLength", "ipv6IpamPoolId"),
    ...withRule({ replace: true, notEmulated: noIpam }, "ipv6NetmaskLength"),
    assignIpv6AddressOnCreation: { default: false, notEmulated: noIpv6 },
    availabilityZone: { computed: true, replace: true },
    availabilityZoneId: { computed: true, replace: true },
    cidrBlock: { replace: true },
    enableDns64: { default: false, notEmulated: noIpv6 },
    enableResourceNameDnsARecordOnLaunch: { default: false, notEmulated: noInstances },
    enableResourceNameDnsAaaaRecordOnLaunch: { default: false, notEmulated: noInstances },
    ipv6CidrBlock: { computed: true, notEmulated: noIpv6 },
    ipv6Native: { default: false, replace: true, notEmulated: noIpv6 },
    mapPublicIpOnLaunch: { default: false },
    outpostArn: { replace: true, notEmulated: noOutposts },
    privateDnsHostnameTypeOnLaunch: { computed: true, notEmulated: noInstances },
    tags,
    vpcId: { required: true, replace: true },
  },
  outputs: { arn: "stable", ipv6CidrBlockAssociationId: "stable", ownerId: "stable" },

  async create({ vpcId, cidrBlock, availabilityZone, availabilityZoneId, tags }, { ec2 }) {
    const { Subnet } = await ec2.createSubnet({
      VpcId: vpcId,
      CidrBlock: cidrBlock,
      AvailabilityZone: availabilityZone,
      AvailabilityZoneId: availabilityZoneId,
      TagSpecifications: tagged("subnet", tags),
    });
    return Subnet!.SubnetId!;
  },

  async complete(SubnetId, { mapPublicIpOnLaunch = false }, { ec2 }) {
    await ec2.modifySubnetAttribute({ SubnetId, MapPublicIpOnLaunch: { Value: mapPublicIpOnLaunch } });
  },

  async read(id, aws) {
    const answer = await unless(notFound, aws.ec2.describeSubnets({ SubnetIds: [id] }));
    const live = answer?.Subnets?.[0];
    return (
      live && {
        arn: await aws.arn("ec2", `subnet/${id}`),
        availabilityZone: live.AvailabilityZone,
        availabilityZoneId: live.AvailabilityZoneId,
        cidrBlock: live.CidrBlock,
        mapPublicIpOnLaunch: live.MapPublicIpOnLaunch,
        ownerId: live.OwnerId,
        tags: tagMap(live.Tags),
        vpcId: live.VpcId,
      }
    );
  },

  async update(SubnetId, { mapPublicIpOnLaunch = false }, _old, aws, changed) {
    if (changed.has("mapPublicIpOnLaunch")) {
      await aws.ec2.modifySubnetAttribute({ SubnetId, MapPublicIpOnLaunch: { Value: mapPublicIpOnLaunch } });
    }
  },

  tagging,

  async delete(SubnetId, { ec2 }) {
    await unless(notFound, ec2.deleteSubnet({ SubnetId }));
  },
});
