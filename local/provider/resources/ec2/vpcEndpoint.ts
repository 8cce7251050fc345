import type { VpcEndpoint as EndpointResource, VpcEndpointArgs } from "@pulumi/aws/ec2/vpcEndpoint";
import { type Aws } from "../../frame/aws";
import { unless } from "../../frame/errors";
import { changing, stable } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { tagMap } from "../../frame/shapes";
import { tagged, tagging } from "./tags";

const notFound = ["InvalidVpcEndpointId.NotFound"];
const noNames = "the emulator's names are those of this machine";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html */
export const VpcEndpoint = resourceType<VpcEndpointArgs, EndpointResource>({
  token: "aws:ec2/vpcEndpoint:VpcEndpoint",
  properties: {
    autoAccept: { notEmulated: "the emulator has no services of others" },
    dnsOptions: { computed: true, notEmulated: noNames },
    ipAddressType: { computed: true, notEmulated: "the emulator has no IPv6 networks" },
    policy: { computed: true, document: "policy", notEmulated: "the emulator judges no request by it" },
    privateDnsEnabled: { computed: true, notEmulated: noNames },
    resourceConfigurationArn: { replace: true, notEmulated: "the emulator has no VPC Lattice" },
    routeTableIds: { computed: true, unordered: true },
    securityGroupIds: { computed: true, unordered: true, notEmulated: "functions here are in no network" },
    serviceName: { computed: true, replace: true, idle: "functions here reach the emulator without it" },
    serviceNetworkArn: { replace: true, notEmulated: "the emulator has no VPC Lattice" },
    serviceRegion: { computed: true, replace: true, notEmulated: "the emulator has endpoints of its own Region" },
    subnetConfigurations: { computed: true, notEmulated: "the emulator chooses no addresses" },
    subnetIds: { computed: true, unordered: true },
    tags,
    vpcEndpointType: { default: "Gateway", replace: true },
    vpcId: { required: true, replace: true },
  },
  outputs: {
    ...stable("arn", "ownerId", "prefixListId", "requesterManaged"),
    ...changing("cidrBlocks", "dnsEntries", "networkInterfaceIds", "state"),
  },

  async create({ vpcId, serviceName, vpcEndpointType, routeTableIds, subnetIds, tags }, { ec2 }) {
    const { VpcEndpoint } = await ec2.createVpcEndpoint({
      VpcId: vpcId,
      ServiceName: serviceName,
      VpcEndpointType: vpcEndpointType === "Interface" ? "Interface" : "Gateway",
      RouteTableIds: routeTableIds,
      SubnetIds: subnetIds,
      TagSpecifications: tagged("vpc-endpoint", tags),
    });
    return VpcEndpoint!.VpcEndpointId!;
  },

  async read(id, aws) {
    const answer = await unless(notFound, aws.ec2.describeVpcEndpoints({ VpcEndpointIds: [id] }));
    const live = answer?.VpcEndpoints?.[0];
    return (
      live && {
        arn: await aws.arn("ec2", `vpc-endpoint/${id}`),
        ownerId: live.OwnerId,
        prefixListId: live.VpcEndpointType === "Gateway" ? await prefixList(live.ServiceName, aws) : undefined,
        routeTableIds: live.RouteTableIds,
        serviceName: live.ServiceName,
        state: live.State,
        subnetIds: live.SubnetIds,
        tags: tagMap(live.Tags),
        vpcEndpointType: live.VpcEndpointType,
        vpcId: live.VpcId,
      }
    );
  },

  async update(id, { routeTableIds = [], subnetIds = [] }, old, aws) {
    const [oldTables = [], oldSubnets = []] = [old.routeTableIds, old.subnetIds];
    await aws.ec2.modifyVpcEndpoint({
      VpcEndpointId: id,
      AddRouteTableIds: without(routeTableIds, oldTables),
      RemoveRouteTableIds: without(oldTables, routeTableIds),
      AddSubnetIds: without(subnetIds, oldSubnets),
      RemoveSubnetIds: without(oldSubnets, subnetIds),
    });
  },

  tagging,

  async delete(id, { ec2 }) {
    await unless(notFound, ec2.deleteVpcEndpoints({ VpcEndpointIds: [id] }));
  },
});

const without = (list: string[], others: string[]): string[] => list.filter((item) => !others.includes(item));

/** The prefix list of a gateway's service, for rules of security groups. */
async function prefixList(name: string | undefined, { ec2 }: Aws): Promise<string | undefined> {
  const { PrefixLists } = await ec2.describePrefixLists({
    Filters: [{ Name: "prefix-list-name", Values: [name ?? ""] }],
  });
  return PrefixLists?.find(({ PrefixListName }) => PrefixListName === name)?.PrefixListId;
}
