import { type Schema, type TypeRows } from "../../schema";
import { at, bars, says, takes } from "../given";
import { providerFile } from "../pages";
import { together } from "../together";

const vpc = { vpcId: "vpc-0123456789abcdef0" };
const entry = { action: "allow", ruleNo: 100, cidrBlock: "10.0.0.0/16" };
const allPorts = { protocol: "-1", fromPort: 0, toPort: 0 };
const onePort = { protocol: "-1", fromPort: 80, toPort: 80 };
const noPorts: Schema = {
  when: { protocol: ["-1", "all"] },
  properties: { fromPort: { const: 0 }, toPort: { const: 0 } },
};
const regions = (...names: readonly string[]) => ({ operatingRegions: names.map((regionName) => ({ regionName })) });
const ownRegion: Schema = { contains: { properties: { regionName: { ownRegion: true } } } };
const root = (volumeSize: number) => ({ volumeSize, encrypted: true });
const block = { deviceName: "/dev/xvda", snapshotId: "snap-0123456789abcdef0" };
const face = {
  ...{ connectionId: "dxcon-abcdefgh", name: "orders", vlan: 100, bgpAsn: 65_001 },
  ...{ addressFamily: "ipv4", routeFilterPrefixes: ["175.45.176.0/22"] },
};
const addresses = { customerAddress: "175.45.176.1/30", amazonAddress: "175.45.176.2/30" };

/** Conditions on networks that the AWS provider's own code has. */
export const providerNetworks: readonly TypeRows[] = [
  {
    type: "aws:ec2/vpnConnection:VpnConnection",
    source: providerFile("ec2/vpnsite_connection"),
    rows: [
      together(
        "a connection with private addresses has a transport attachment",
        { when: { outsideIpAddressType: "PrivateIpv4" }, required: ["transportTransitGatewayAttachmentId"] },
        { customerGatewayId: "cgw-0123456789abcdef0", type: "ipsec.1", transitGatewayId: "tgw-0123456789abcdef0" },
        {
          outsideIpAddressType: "PrivateIpv4",
          transportTransitGatewayAttachmentId: "tgw-attach-0123456789abcdef0",
        },
        { outsideIpAddressType: "PrivateIpv4" },
      ),
    ],
  },
  {
    type: "aws:ec2/natGateway:NatGateway",
    source: providerFile("ec2/vpc_nat_gateway"),
    rows: [
      together(
        "a public gateway has secondary addresses by allocationId, not by count",
        {
          if: { properties: { connectivityType: { const: "public" } } },
          then: { excluded: ["secondaryPrivateIpAddressCount"] },
        },
        { subnetId: "subnet-0123456789abcdef0" },
        { connectivityType: "private", secondaryPrivateIpAddressCount: 2 },
        { allocationId: "eipalloc-0123456789abcdef0", secondaryPrivateIpAddressCount: 2 },
      ),
      at(
        "availabilityZoneAddresses[]",
        "an address names its zone",
        { requiredOr: ["availabilityZone", "availabilityZoneId"] },
        { allocationIds: ["eipalloc-0123456789abcdef0"], availabilityZone: "eu-west-1a" },
        { allocationIds: ["eipalloc-0123456789abcdef0"] },
      ),
    ],
  },
  ...["aws:ec2/vpcIpam:VpcIpam", "aws:ec2/vpcIpamResourceDiscovery:VpcIpamResourceDiscovery"].map((type): TypeRows => ({
    type,
    source: providerFile("ec2/vpc_ipam"),
    rows: [
      says(
        "the operating Regions have the own Region",
        { properties: { operatingRegions: ownRegion } },
        regions("us-east-1", "eu-west-1"),
        regions("us-east-1"),
      ),
    ],
  })),
  {
    type: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
    source: providerFile("ec2/vpc_default_network_acl"),
    rows: ["ingress[]", "egress[]"].map((path) =>
      at(path, "a rule of all protocols has the ports 0", noPorts, { ...entry, ...allPorts }, { ...entry, ...onePort }),
    ),
  },
  {
    type: "aws:ec2/fleet:Fleet",
    source: providerFile("ec2/ec2_fleet"),
    rows: [
      bars(
        "only a fleet of the type maintain has maintenance strategies",
        { type: ["request", "instant"] },
        { "spotOptions.maintenanceStrategies.capacityRebalance.replacementStrategy": "launch" },
        { excluded: ["spotOptions.maintenanceStrategies"] },
      ),
    ],
  },
  {
    type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
    source: providerFile("ec2/ec2_spot_fleet_request"),
    rows: [
      at(
        "launchSpecifications[].rootBlockDevices",
        "an instance has one root device",
        { maxItems: 1 },
        [root(10)],
        [root(10), root(20)],
      ),
    ],
  },
  {
    type: "aws:ec2/ami:Ami",
    source: providerFile("ec2/ec2_ami"),
    rows: [
      at(
        "ebsBlockDevices[]",
        "a device of a snapshot is encrypted as its snapshot is",
        {
          if: { required: ["snapshotId"], properties: { snapshotId: { minLength: 1 } } },
          then: { properties: { encrypted: { const: false } } },
        },
        block,
        { ...block, encrypted: true },
      ),
    ],
  },
  ...[
    "aws:directconnect/publicVirtualInterface:PublicVirtualInterface",
    "aws:directconnect/hostedPublicVirtualInterface:HostedPublicVirtualInterface",
  ].map((type): TypeRows => ({
    type,
    source: providerFile("directconnect/public_virtual_interface"),
    rows: Object.keys(addresses).map((missing) =>
      together(
        `a public interface over IPv4 has ${missing}`,
        { when: { addressFamily: "ipv4" }, required: [missing] },
        face,
        addresses,
        { ...addresses, [missing]: undefined },
      ),
    ),
  })),
  {
    type: "aws:ebs/volume:Volume",
    source: providerFile("ec2/ebs_volume"),
    rows: [
      together(
        "a volume says its type beside its IOPS",
        { dependentRequired: { iops: ["type"] } },
        { availabilityZone: "eu-west-1a", size: 100, iops: 3000 },
        { type: "gp3" },
        {},
      ),
      takes(
        "the rate of initialization is of a volume from a snapshot",
        { volumeInitializationRate: 100 },
        { snapshotId: "snap-0123456789abcdef0" },
      ),
    ],
  },
  {
    type: "aws:ebs/volumeCopy:VolumeCopy",
    source: providerFile("ec2/ebs_volume_copy"),
    rows: [
      bars(
        "only gp3 has a throughput",
        { volumeType: ["io2", "io1", "gp2", "st1", "sc1", "standard"] },
        { throughput: 200 },
      ),
      bars("only gp3, io1 and io2 have IOPS", { volumeType: ["gp2", "st1", "sc1", "standard"] }, { iops: 1000 }),
      together(
        "a copy as io1 or io2 has its IOPS",
        { when: { volumeType: ["io1", "io2"] }, required: ["iops"] },
        { sourceVolumeId: vpc.vpcId.replace("vpc", "vol"), volumeType: "io2" },
        { iops: 1000 },
        {},
      ),
    ],
  },
];
