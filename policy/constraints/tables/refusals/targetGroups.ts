import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { like, together } from "../together";

const group = { name: "web", port: 80, vpcId: "vpc-1" };
const http = { ...group, protocol: "HTTP" };
const attributes = api("elb", "TargetGroupAttribute");
const share = "^(off|[1-9]\\d?|100)$";
const count = "^(off|[1-9]\\d*)$";

const rows: readonly Row[] = [
  {
    at: "loadBalancingAnomalyMitigation",
    enum: ["on", "off"],
    source: attributes,
    good: "on",
    bad: "auto",
  },
  {
    at: "loadBalancingCrossZoneEnabled",
    enum: ["true", "false", "use_load_balancer_configuration"],
    source: attributes,
    good: "true",
    bad: "on",
  },
  like(
    "targetGroupHealth.dnsFailover.minimumHealthyTargetsPercentage",
    "a share is 1 to 100, or off",
    share,
    "100",
    "101",
    { source: attributes },
  ),
  like("targetGroupHealth.dnsFailover.minimumHealthyTargetsCount", "a count is 1 or more, or off", count, "1", "0", {
    source: attributes,
  }),
  together(
    "groups of UDP keep the client's address",
    {
      when: { protocol: ["UDP", "TCP_UDP", "QUIC", "TCP_QUIC"] },
      properties: { preserveClientIp: { not: { const: "false" } } },
      source: page("elasticloadbalancing/latest/network/edit-target-group-attributes"),
    },
    { ...group, protocol: "UDP" },
    { preserveClientIp: "true" },
    { preserveClientIp: "false" },
  ),
  together(
    "groups of GENEVE stick to addresses, with the protocol or without",
    {
      when: { protocol: "GENEVE" },
      properties: { "stickiness.type": { enum: ["source_ip_dest_ip", "source_ip_dest_ip_proto"] } },
      source: attributes,
    },
    { name: "web", vpcId: "vpc-1", protocol: "GENEVE", port: 6081 },
    { stickiness: { type: "source_ip_dest_ip" } },
    { stickiness: { type: "source_ip" } },
  ),
  together(
    "the port of GENEVE is 6081",
    { when: { protocol: "GENEVE" }, properties: { port: { const: 6081 } } },
    { name: "web", vpcId: "vpc-1", protocol: "GENEVE" },
    { port: 6081 },
    { port: 80 },
  ),
  ...["onDeregistration", "onUnhealthy"].map((event): Row => ({
    at: `targetFailovers[].${event}`,
    enum: ["rebalance", "no_rebalance"],
    source: attributes,
    good: "rebalance",
    bad: "drop",
  })),
  {
    at: "targetHealthStates[].unhealthyDrainingInterval",
    minimum: 0,
    maximum: 360_000,
    source: attributes,
    good: 360_000,
    bad: 360_001,
  },
  {
    at: "targetHealthStates[]",
    fact: "a target drains where its connections are not ended",
    if: {
      properties: { enableUnhealthyConnectionTermination: { const: true } },
      required: ["enableUnhealthyConnectionTermination"],
    },
    then: { properties: { unhealthyDrainingInterval: { const: 0 } } },
    source: page("elasticloadbalancing/latest/network/edit-target-group-attributes"),
    good: { enableUnhealthyConnectionTermination: false, unhealthyDrainingInterval: 60 },
    bad: { enableUnhealthyConnectionTermination: true, unhealthyDrainingInterval: 60 },
  },
  like("healthCheck.port", "a port is traffic-port or a number", "^(traffic-port|[1-9]\\d{0,4})$", "8080", "http"),
  { at: "healthCheck.protocol", enum: ["HTTP", "HTTPS", "TCP"], anyCase: true, good: "TCP", bad: "UDP" },
  together(
    "groups of QUIC have no IPv6",
    { when: { protocol: ["QUIC", "TCP_QUIC"] }, properties: { ipAddressType: { const: "ipv4" } } },
    { ...group, protocol: "QUIC", targetType: "ip" },
    { ipAddressType: "ipv4" },
    { ipAddressType: "ipv6" },
  ),
  together(
    "a status of gRPC is 0 to 99",
    {
      when: { protocolVersion: "GRPC" },
      properties: { "healthCheck.matcher": { pattern: "^\\d{1,2}([,-]\\d{1,2})*$" } },
      source: api("elb", "Matcher"),
    },
    { ...http, protocolVersion: "GRPC" },
    { healthCheck: { matcher: "0-99" } },
    { healthCheck: { matcher: "0-100" } },
  ),
  together(
    "a status of HTTP is 200 to 499",
    {
      if: {
        properties: { protocol: { enum: ["HTTP", "HTTPS"] }, protocolVersion: { enum: ["HTTP1", "HTTP2"] } },
        required: ["protocol"],
      },
      then: { properties: { "healthCheck.matcher": { pattern: "^[2-4]\\d\\d([,-][2-4]\\d\\d)*$" } } },
      source: api("elb", "Matcher"),
    },
    http,
    { healthCheck: { matcher: "200,301-399" } },
    { healthCheck: { matcher: "200-599" } },
  ),
  { at: "protocolVersion", enum: ["HTTP1", "HTTP2", "GRPC"], anyCase: true, good: "HTTP2", bad: "HTTP3" },
  together(
    "targets start slowly over HTTP",
    {
      when: { protocol: ["TCP", "UDP", "TCP_UDP", "TLS", "GENEVE"] },
      properties: { slowStart: { const: 0 } },
      source: attributes,
    },
    { ...group, protocol: "TCP" },
    { slowStart: 0 },
    { slowStart: 30 },
  ),
];

/** Target groups: what each protocol has, by either of the provider's two names. */
export const targetGroupRefusals: readonly TypeRows[] = ["lb", "alb"].map((module) => ({
  type: `aws:${module}/targetGroup:TargetGroup`,
  source: api("elb", "CreateTargetGroup"),
  rows,
}));
