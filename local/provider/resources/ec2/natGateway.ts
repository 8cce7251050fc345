import type { Eip as EipResource, EipArgs } from "@pulumi/aws/ec2/eip";
import type { NatGateway as NatGatewayResource, NatGatewayArgs } from "@pulumi/aws/ec2/natGateway";
import { unless } from "../../frame/errors";
import { changing, stable, withRule } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { tagMap } from "../../frame/shapes";
import { tagged, tagging } from "./tags";

const noAddress = ["InvalidAllocationID.NotFound"];
const noGateway = ["NatGatewayNotFound"];
const oneAddress = { notEmulated: "the emulator's gateways have one address" };
const noPools = { replace: true, notEmulated: "the emulator has no pools of addresses" };

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AllocateAddress.html */
export const Eip = resourceType<EipArgs, EipResource>({
  token: "aws:ec2/eip:Eip",
  properties: {
    address: noPools,
    associateWithPrivateIp: { notEmulated: "the emulator runs no instances of a network" },
    customerOwnedIpv4Pool: noPools,
    domain: { default: "vpc", replace: true },
    instance: { computed: true, notEmulated: "the emulator runs no instances of a network" },
    ipamPoolId: { ...noPools, computed: true },
    networkBorderGroup: { computed: true, replace: true, notEmulated: "the emulator has no network border groups" },
    networkInterface: { computed: true, notEmulated: "the emulator has no network interfaces of its own" },
    publicIpv4Pool: { ...noPools, computed: true },
    tags,
  },
  outputs: {
    ...stable("allocationId", "arn", "carrierIp", "customerOwnedIp", "publicDns", "publicIp"),
    ...changing("associationId", "privateDns", "privateIp", "ptrRecord"),
  },

  async create({ tags }, { ec2 }) {
    const { AllocationId } = await ec2.allocateAddress({
      Domain: "vpc",
      TagSpecifications: tagged("elastic-ip", tags),
    });
    return AllocationId!;
  },

  async read(id, aws) {
    const answer = await unless(noAddress, aws.ec2.describeAddresses({ AllocationIds: [id] }));
    const live = answer?.Addresses?.[0];
    return (
      live && {
        allocationId: id,
        arn: await aws.arn("ec2", `elastic-ip/${id}`),
        associationId: live.AssociationId,
        domain: live.Domain,
        privateIp: live.PrivateIpAddress,
        publicIp: live.PublicIp,
        tags: tagMap(live.Tags),
      }
    );
  },

  tagging,

  async delete(AllocationId, { ec2 }) {
    await unless(noAddress, ec2.releaseAddress({ AllocationId }));
  },
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html */
export const NatGateway = resourceType<NatGatewayArgs, NatGatewayResource>({
  token: "aws:ec2/natGateway:NatGateway",
  identity: ["allocationId"],
  properties: {
    ...withRule({ ...oneAddress, computed: true }, "secondaryAllocationIds", "secondaryPrivateIpAddressCount"),
    ...withRule({ ...oneAddress, computed: true }, "secondaryPrivateIpAddresses"),
    allocationId: { replace: true, notEmulated: "no packet is forwarded" },
    availabilityMode: { computed: true, replace: true, notEmulated: "the emulator's gateways are of one zone" },
    availabilityZoneAddresses: oneAddress,
    connectivityType: { default: "public", replace: true },
    privateIp: { computed: true, replace: true, notEmulated: "the emulator chooses it" },
    subnetId: { replace: true },
    tags,
    vpcId: { computed: true, replace: true },
  },
  outputs: {
    ...stable("associationId", "autoProvisionZones", "autoScalingIps", "networkInterfaceId", "publicIp"),
    ...stable("regionalNatGatewayAutoMode", "routeTableId"),
    regionalNatGatewayAddresses: "changes",
  },

  async create({ allocationId, connectivityType, subnetId, tags }, { ec2 }) {
    const { NatGateway } = await ec2.createNatGateway({
      AllocationId: allocationId,
      ConnectivityType: connectivityType === "private" ? "private" : "public",
      SubnetId: subnetId,
      TagSpecifications: tagged("natgateway", tags),
    });
    return NatGateway!.NatGatewayId!;
  },

  async read(id, { ec2 }) {
    const answer = await unless(noGateway, ec2.describeNatGateways({ NatGatewayIds: [id] }));
    const live = answer?.NatGateways?.find(({ State }) => State !== "deleted");
    const address = live?.NatGatewayAddresses?.[0];
    return (
      live && {
        connectivityType: live.ConnectivityType,
        networkInterfaceId: address?.NetworkInterfaceId,
        publicIp: address?.PublicIp,
        subnetId: live.SubnetId,
        tags: tagMap(live.Tags),
        vpcId: live.VpcId,
      }
    );
  },

  tagging,

  async delete(NatGatewayId, { ec2 }) {
    await unless(noGateway, ec2.deleteNatGateway({ NatGatewayId }));
  },
});
