import { type TypeRows } from "../../schema";
import { apart, at, bars, narrows, needs, says } from "../given";
import { api, page } from "../pages";

const tunnel = (path: string, fact: string, words: object, good: unknown, bad: unknown) =>
  [1, 2].map((number) =>
    at(`tunnel${number}${path}`, fact, { ...words, source: api("ec2", "VpnTunnelOptionsSpecification") }, good, bad),
  );
const insideTunnel = "^169\\.254\\.[0-9]{1,3}\\.[0-9]{1,3}/30$";

/** How networks are joined, and hooks of groups of instances. */
export const connections: readonly TypeRows[] = [
  {
    type: "aws:ec2/placementGroup:PlacementGroup",
    source: api("ec2", "CreatePlacementGroup"),
    rows: [
      narrows(
        "partitions are of the strategy partition",
        { strategy: ["cluster", "spread"] },
        "partitionCount",
        { maximum: 0 },
        [0, 2],
      ),
      at(
        "partitionCount",
        "a group has up to seven partitions",
        { minimum: 0, maximum: 7, source: page("AWSEC2/latest/UserGuide/placement-strategies") },
        7,
        8,
      ),
      bars(
        "a level of spread is of the strategy spread",
        { strategy: ["cluster", "partition"] },
        { spreadLevel: "rack" },
      ),
    ],
  },
  {
    type: "aws:ec2/capacityReservation:CapacityReservation",
    source: api("ec2", "CreateCapacityReservation"),
    rows: [
      needs("a reservation that ends has a date", { endDateType: "limited" }, { endDate: "2027-01-01T00:00:00Z" }),
      bars("a reservation without end has no date", { endDateType: "unlimited" }, { endDate: "2027-01-01T00:00:00Z" }),
      at("instanceCount", "a reservation is of 1 to 1,000 instances", { minimum: 1, maximum: 1_000 }, 1_000, 1_001),
    ],
  },
  {
    type: "aws:ec2/vpnConnection:VpnConnection",
    source: api("ec2", "CreateVpnConnection"),
    rows: [
      apart("a connection ends at one gateway", { transitGatewayId: "tgw-1" }, { vpnGatewayId: "vgw-1" }),
      says(
        "acceleration is of transit gateways",
        { when: { enableAcceleration: true }, excluded: ["vpnGatewayId"] },
        { enableAcceleration: true, transitGatewayId: "tgw-1" },
        { enableAcceleration: true, vpnGatewayId: "vgw-1" },
      ),
      ...tunnel(
        "InsideCidr",
        "a tunnel is a /30 of 169.254.0.0/16",
        { pattern: insideTunnel },
        "169.254.33.0/30",
        "10.0.0.0/30",
      ),
      ...tunnel(
        "InsideCidr",
        "seven blocks are reserved",
        {
          not: {
            enum: [
              "169.254.0.0/30",
              "169.254.1.0/30",
              "169.254.2.0/30",
              "169.254.3.0/30",
              "169.254.4.0/30",
              "169.254.5.0/30",
              "169.254.169.252/30",
            ],
          },
        },
        "169.254.33.0/30",
        "169.254.0.0/30",
      ),
      ...tunnel(
        "PresharedKey",
        "a key has 8 to 64 letters, digits, dots and underscores, and does not begin with zero",
        { pattern: "^[A-Za-z1-9._][A-Za-z0-9._]{7,63}$" },
        "secret_key_1",
        "0secret_key",
      ),
      ...tunnel("DpdTimeoutSeconds", "a peer is dead after 30 seconds or more", { minimum: 30 }, 30, 29),
      ...tunnel(
        "DpdTimeoutAction",
        "a dead peer is cleared, left or tried again",
        { enum: ["clear", "none", "restart"] },
        "clear",
        "stop",
      ),
      ...tunnel("StartupAction", "a tunnel is added or started", { enum: ["add", "start"] }, "add", "wait"),
      ...tunnel(
        "Phase1LifetimeSeconds",
        "phase 1 lasts 900 to 28,800 seconds",
        { minimum: 900, maximum: 28_800 },
        900,
        899,
      ),
      ...tunnel(
        "Phase2LifetimeSeconds",
        "phase 2 lasts 900 to 3,600 seconds",
        { minimum: 900, maximum: 3_600 },
        900,
        3_601,
      ),
      ...tunnel("RekeyFuzzPercentage", "the fuzz is up to 100 %", { minimum: 0, maximum: 100 }, 100, 101),
      ...tunnel("ReplayWindowSize", "a window has 64 to 2,048 packets", { minimum: 64, maximum: 2_048 }, 64, 63),
    ],
  },
  {
    type: "aws:ec2/vpcIpamPool:VpcIpamPool",
    source: api("ec2", "CreateIpamPool"),
    rows: [
      says(
        "the smallest length is not above the largest",
        { ordered: [["allocationMinNetmaskLength", "<=", "allocationMaxNetmaskLength"]] },
        { allocationMinNetmaskLength: 16, allocationMaxNetmaskLength: 16 },
        { allocationMinNetmaskLength: 17, allocationMaxNetmaskLength: 16 },
      ),
      says(
        "the default length is not above the largest",
        { ordered: [["allocationDefaultNetmaskLength", "<=", "allocationMaxNetmaskLength"]] },
        { allocationDefaultNetmaskLength: 16, allocationMaxNetmaskLength: 16 },
        { allocationDefaultNetmaskLength: 17, allocationMaxNetmaskLength: 16 },
      ),
      says(
        "the default length is not below the smallest",
        { ordered: [["allocationMinNetmaskLength", "<=", "allocationDefaultNetmaskLength"]] },
        { allocationMinNetmaskLength: 16, allocationDefaultNetmaskLength: 16 },
        { allocationMinNetmaskLength: 17, allocationDefaultNetmaskLength: 16 },
      ),
      narrows(
        "IPv4 has lengths up to 32",
        { addressFamily: "ipv4" },
        "allocationMaxNetmaskLength",
        { maximum: 32 },
        [32, 33],
      ),
    ],
  },
  {
    type: "aws:ec2/trafficMirrorFilterRule:TrafficMirrorFilterRule",
    source: api("ec2", "CreateTrafficMirrorFilterRule"),
    rows: [
      at("protocol", "a protocol is 0 to 255", { minimum: 0, maximum: 255 }, 6, 256),
      says(
        "ports are of TCP and UDP",
        { if: { required: ["destinationPortRange"] }, then: { properties: { protocol: { enum: [6, 17] } } } },
        { protocol: 6, destinationPortRange: { fromPort: 1, toPort: 2 } },
        { protocol: 1, destinationPortRange: { fromPort: 1, toPort: 2 } },
      ),
    ],
  },
  {
    type: "aws:ec2transitgateway/peeringAttachment:PeeringAttachment",
    source: api("ec2", "CreateTransitGatewayPeeringAttachment"),
    rows: [
      says(
        "a transit gateway has no peering with itself",
        { different: [["transitGatewayId", "peerTransitGatewayId"]] },
        { transitGatewayId: "tgw-1", peerTransitGatewayId: "tgw-2" },
        { transitGatewayId: "tgw-1", peerTransitGatewayId: "tgw-1" },
      ),
    ],
  },
  {
    type: "aws:ec2transitgateway/connectPeer:ConnectPeer",
    source: api("ec2", "CreateTransitGatewayConnectPeer"),
    rows: [
      at(
        "insideCidrBlocks",
        "a peer has a block of IPv4, and one of IPv6 at most",
        { minItems: 1, maxItems: 2 },
        ["169.254.100.0/29"],
        [],
      ),
      at(
        "insideCidrBlocks[]",
        "a block is a /29 of 169.254.0.0/16, or a /125 of fd00::/8",
        { pattern: "^(169\\.254\\.[0-9]{1,3}\\.[0-9]{1,3}/29|fd[0-9a-fA-F:]+/125)$" },
        "169.254.100.0/29",
        "10.0.0.0/29",
      ),
    ],
  },
  {
    type: "aws:autoscaling/lifecycleHook:LifecycleHook",
    source: api("autoscaling", "PutLifecycleHook"),
    rows: [
      at("heartbeatTimeout", "a hook waits 30 to 7,200 seconds", { minimum: 30, maximum: 7_200 }, 30, 29),
      at(
        "defaultResult",
        "a hook ends with CONTINUE or ABANDON",
        { enum: ["CONTINUE", "ABANDON"] },
        "CONTINUE",
        "RETRY",
      ),
      at(
        "notificationTargetArn",
        "a hook notifies a queue, a topic or a function",
        { arnOf: ["sqs", "sns", "lambda"] },
        "arn:aws:sqs:eu-west-1:111122223333:q",
        "arn:aws:kinesis:eu-west-1:111122223333:stream/s",
      ),
    ],
  },
];
