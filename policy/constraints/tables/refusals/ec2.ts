import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { between, like, together } from "../together";

const subnet = "aws:ec2/subnet:Subnet";
const beside = { subnet: { type: subnet, properties: { id: "subnet-1", vpcId: "vpc-1", cidrBlock: "10.0.1.0/24" } } };

const host: Row = together(
  "an instance of a group of hosts has the tenancy host",
  { when: { hostResourceGroupArn: {}, tenancy: {} }, properties: { tenancy: { const: "host" } }, source: "measured" },
  { hostResourceGroupArn: "arn:aws:resource-groups:eu-west-1:111122223333:group/hosts" },
  { tenancy: "host" },
  { tenancy: "dedicated" },
);

const group = "aws:ec2/placementGroup:PlacementGroup";

/** EC2: what AWS refuses between properties, and between an instance and what it stands in. */
export const ec2Refusals: readonly TypeRows[] = [
  {
    type: "aws:ec2/instance:Instance",
    source: api("ec2", "RunInstances"),
    rows: [
      between("cpuOptions.threadsPerCore", 1, 2, { source: api("ec2", "CpuOptionsRequest") }),
      { at: "cpuOptions.coreCount", minimum: 1, source: "measured", good: 1, bad: 0 },
      host,
      together(
        "a volume of an instance has as many operations as its size allows",
        { join: "volumeRatios", source: page("ebs/latest/userguide/ebs-volume-types") },
        {},
        { rootBlockDevice: { volumeType: "gp3", volumeSize: 10, iops: 5000 } },
        { rootBlockDevice: { volumeType: "gp3", volumeSize: 10, iops: 5001 } },
      ),
      together(
        "burstable instances are in no placement group of a cluster",
        {
          if: { properties: { instanceType: { pattern: "^t\\d" } }, required: ["instanceType"] },
          then: {
            properties: {
              placementGroup: {
                refersTo: { type: group, fits: { properties: { strategy: { not: { const: "cluster" } } } } },
              },
            },
          },
          source: page("AWSEC2/latest/UserGuide/placement-strategies"),
          beside: { cluster: { type: group, properties: { id: "cluster", name: "cluster", strategy: "cluster" } } },
        },
        { placementGroup: "cluster" },
        { instanceType: "m7i.large" },
        { instanceType: "t3.large" },
      ),
    ],
  },
  {
    type: "aws:ebs/volume:Volume",
    source: page("ebs/latest/userguide/ebs-volume-types"),
    rows: [
      together(
        "a volume has as many operations as its size allows, and throughput as its operations allow",
        { join: "volumeRatios" },
        { type: "gp3", size: 10 },
        { iops: 5000 },
        { iops: 5001 },
      ),
    ],
  },
  {
    type: "aws:ec2/networkInterface:NetworkInterface",
    source: api("ec2", "CreateNetworkInterface"),
    rows: [
      together(
        "an address is one of the subnet",
        { join: "addressInSubnet", beside },
        { subnetId: "subnet-1" },
        { privateIps: ["10.0.1.10"] },
        { privateIps: ["10.0.2.10"] },
      ),
    ],
  },
  {
    type: "aws:ec2/keyPair:KeyPair",
    source: api("ec2", "ImportKeyPair"),
    rows: [like("keyName", "the name of a key has no space at its ends", "^\\S(.*\\S)?$", "admin", "admin ")],
  },
  {
    type: "aws:ec2/vpcDhcpOptions:VpcDhcpOptions",
    source: api("ec2", "CreateDhcpOptions"),
    rows: [
      {
        at: "",
        fact: "options have one at least",
        requiredOr: [
          "domainName",
          "domainNameServers",
          "ntpServers",
          "netbiosNameServers",
          "netbiosNodeType",
          "ipv6AddressPreferredLeaseTime",
        ],
        good: { domainName: "example.com" },
        bad: {},
      },
    ],
  },
  {
    type: "aws:ec2/trafficMirrorTarget:TrafficMirrorTarget",
    source: api("ec2", "CreateTrafficMirrorTarget"),
    rows: [
      {
        at: "",
        fact: "traffic is mirrored to one place",
        requiredXor: ["networkInterfaceId", "networkLoadBalancerArn", "gatewayLoadBalancerEndpointId"],
        good: { networkInterfaceId: "eni-1" },
        bad: { networkInterfaceId: "eni-1", gatewayLoadBalancerEndpointId: "vpce-1" },
      },
    ],
  },
  {
    type: "aws:ec2clientvpn/authorizationRule:AuthorizationRule",
    source: api("ec2", "AuthorizeClientVpnIngress"),
    rows: [
      {
        at: "",
        fact: "a rule is for a group or for all",
        if: { properties: { authorizeAllGroups: { const: true } }, required: ["authorizeAllGroups"] },
        then: { excluded: ["accessGroupId"] },
        good: { authorizeAllGroups: true },
        bad: { authorizeAllGroups: true, accessGroupId: "g" },
      },
    ],
  },
  {
    type: "aws:ec2/vpnConnection:VpnConnection",
    source: page("vpn/latest/s2svpn/VPNTunnels"),
    rows: [
      ...["tunnel1", "tunnel2"].map((tunnel) =>
        together(
          `the second phase of ${tunnel} is shorter than the first`,
          { ordered: [[`${tunnel}Phase2LifetimeSeconds`, "<", `${tunnel}Phase1LifetimeSeconds`]] },
          { [`${tunnel}Phase2LifetimeSeconds`]: 3600 },
          { [`${tunnel}Phase1LifetimeSeconds`]: 7200 },
          { [`${tunnel}Phase1LifetimeSeconds`]: 3000 },
        ),
      ),
      together(
        "keys are renewed in the last half of their life",
        { join: "rekeyMargin" },
        { tunnel1Phase2LifetimeSeconds: 1000 },
        { tunnel1RekeyMarginTimeSeconds: 500 },
        { tunnel1RekeyMarginTimeSeconds: 501 },
      ),
    ],
  },
];
