import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const type = "aws:lb/targetGroup:TargetGroup";
const common = { name: "web", port: 80, vpcId: "vpc-1" };
const http = ofType(type, { ...common, protocol: "HTTP" });
const tcp = ofType(type, { ...common, protocol: "TCP" });
const udp = ofType(type, { ...common, protocol: "UDP" });
const geneve = ofType(type, { name: "web", vpcId: "vpc-1", protocol: "GENEVE", port: 6081 });
const open = ofType(type, { name: "web", vpcId: "vpc-1" });

const checked = (healthCheck: Arguments) => ({ healthCheck });
const sticks = (kind: string, beside: Arguments = {}) => ({ stickiness: { type: kind, ...beside } });
const fails = (onDeregistration: string, onUnhealthy: string) => ({
  targetFailovers: [{ onDeregistration, onUnhealthy }],
});
const healthy = (targetGroupHealth: Arguments) => ({ targetGroupHealth });
const drains = (enableUnhealthyConnectionTermination: boolean, unhealthyDrainingInterval: number) => ({
  targetHealthStates: [{ enableUnhealthyConnectionTermination, unhealthyDrainingInterval }],
});

export const elbv2Groups: FactsByName = {
  "elbv2-app-cookie-name": http(
    "a cookie of the application has its name",
    sticks("app_cookie", { enabled: true }),
    sticks("app_cookie", { enabled: true, cookieName: "session" }),
  ),
  "elbv2-hc-timeout-interval": http(
    "a check ends before the next one",
    checked({ interval: 30, timeout: 30 }),
    checked({ interval: 30, timeout: 29 }),
  ),
  "elbv2-stickiness-type-protocol": tcp("TCP has no cookies", sticks("lb_cookie"), sticks("source_ip")),
  "elbv2-tcp-health-check-path": tcp(
    "a check over TCP has no path",
    checked({ protocol: "TCP", path: "/health" }),
    checked({ protocol: "HTTP", path: "/health" }),
  ),
  "elbv2-tg-alb-target-type-protocol": open(
    "an application is a target over TCP",
    { targetType: "alb", port: 80, protocol: "HTTP" },
    { targetType: "alb", port: 80, protocol: "TCP" },
  ),
  "elbv2-tg-attr-algorithm-type": http(
    "targets are chosen in three ways",
    { loadBalancingAlgorithmType: "random" },
    { loadBalancingAlgorithmType: "weighted_random" },
  ),
  "elbv2-tg-attr-anomaly-mitigation-requires-weighted-random": http(
    "odd targets are spared where they are chosen by weight",
    { loadBalancingAnomalyMitigation: "on", loadBalancingAlgorithmType: "round_robin" },
    { loadBalancingAnomalyMitigation: "on", loadBalancingAlgorithmType: "weighted_random" },
  ),
  "elbv2-tg-attr-anomaly-mitigation-value": http(
    "odd targets are spared or not",
    { loadBalancingAnomalyMitigation: "auto", loadBalancingAlgorithmType: "weighted_random" },
    { loadBalancingAnomalyMitigation: "on", loadBalancingAlgorithmType: "weighted_random" },
  ),
  "elbv2-tg-attr-app-cookie-duration-range": http(
    "a cookie of the application lives a week at most",
    sticks("app_cookie", { cookieName: "session", cookieDuration: 604_801 }),
    sticks("app_cookie", { cookieName: "session", cookieDuration: 604_800 }),
  ),
  "elbv2-tg-attr-cross-zone-value": http(
    "requests cross zones in three ways",
    { loadBalancingCrossZoneEnabled: "on" },
    { loadBalancingCrossZoneEnabled: "use_load_balancer_configuration" },
  ),
  "elbv2-tg-attr-health-percentage-range": http(
    "a share is 100 % at most",
    healthy({ dnsFailover: { minimumHealthyTargetsPercentage: "101" } }),
    healthy({ dnsFailover: { minimumHealthyTargetsPercentage: "100" } }),
  ),
  "elbv2-tg-attr-health-count-value": http(
    "a count is one at least, or off",
    healthy({ dnsFailover: { minimumHealthyTargetsCount: "0" } }),
    healthy({ dnsFailover: { minimumHealthyTargetsCount: "off" } }),
  ),
  "elbv2-tg-attr-lb-cookie-duration-range": http(
    "a cookie lives a week at most",
    sticks("lb_cookie", { cookieDuration: 604_801 }),
    sticks("lb_cookie", { cookieDuration: 604_800 }),
  ),
  "elbv2-tg-attr-preserve-client-ip-udp": udp(
    "UDP keeps the client's address",
    { preserveClientIp: "false" },
    { preserveClientIp: "true" },
  ),
  "elbv2-tg-attr-stickiness-type-gwlb": geneve(
    "a gateway sticks to addresses",
    sticks("source_ip"),
    sticks("source_ip_dest_ip"),
  ),
  "elbv2-tg-attr-target-failover-pair-equal": geneve(
    "flows are met in one way",
    fails("rebalance", "no_rebalance"),
    fails("rebalance", "rebalance"),
  ),
  "elbv2-tg-attr-target-failover-value": geneve(
    "flows are met in two ways",
    fails("drop", "drop"),
    fails("no_rebalance", "no_rebalance"),
  ),
  "elbv2-tg-attr-unhealthy-draining-interval-range": tcp(
    "a target drains 360,000 seconds at most",
    drains(false, 360_001),
    drains(false, 360_000),
  ),
  "elbv2-tg-attr-draining-interval-requires-termination-off": tcp(
    "a target drains where connections are not ended",
    drains(true, 60),
    drains(false, 60),
  ),
  "elbv2-tg-deregistration-delay-range": http(
    "a target leaves within an hour",
    { deregistrationDelay: 3601 },
    { deregistrationDelay: 3600 },
  ),
  "elbv2-tg-geneve-port": open(
    "GENEVE has its port",
    { protocol: "GENEVE", port: 6082 },
    { protocol: "GENEVE", port: 6081 },
  ),
  "elbv2-tg-hc-enabled-required": http(
    "instances are checked",
    checked({ enabled: false }),
    checked({ enabled: true }),
  ),
  "elbv2-tg-hc-port-format": http(
    "a port of checks is a number",
    checked({ port: "http" }),
    checked({ port: "traffic-port" }),
  ),
  "elbv2-tg-hc-protocol-unsupported": tcp(
    "checks are not over UDP",
    checked({ protocol: "UDP" }),
    checked({ protocol: "TCP" }),
  ),
  "elbv2-tg-hc-tcp-for-http-tg": http(
    "HTTP is checked over HTTP",
    checked({ protocol: "TCP" }),
    checked({ protocol: "HTTP" }),
  ),
  "elbv2-tg-ipv6-with-quic": open(
    "QUIC has no IPv6",
    { targetType: "ip", protocol: "QUIC", port: 443, ipAddressType: "ipv6" },
    { targetType: "ip", protocol: "QUIC", port: 443 },
  ),
  "elbv2-tg-matcher-grpc-range": http(
    "a status of gRPC is 99 at most",
    { protocolVersion: "GRPC", ...checked({ matcher: "0-100" }) },
    { protocolVersion: "GRPC", ...checked({ matcher: "0-99" }) },
  ),
  "elbv2-tg-matcher-range-alb": http(
    "a status of HTTP is 499 at most",
    checked({ matcher: "200-599" }),
    checked({ matcher: "200-499" }),
  ),
  "elbv2-tg-name": ofType(type, { ...common, protocol: "HTTP" })(
    "a name does not end with a hyphen",
    { name: "web-" },
    { name: "web" },
  ),
  "elbv2-tg-protocol-required-non-lambda": ofType(type, { name: "web", vpcId: "vpc-1", port: 80 })(
    "a group has its protocol",
    {},
    { protocol: "HTTP" },
  ),
  "elbv2-tg-protocol-version-values": http(
    "HTTP has three versions",
    { protocolVersion: "HTTP3" },
    { protocolVersion: "HTTP2" },
  ),
  "elbv2-tg-slow-start-range": http("a target starts within 15 minutes", { slowStart: 29 }, { slowStart: 30 }),
  "elbv2-tg-vpc-required-non-lambda": ofType(type, { name: "web", port: 80, protocol: "HTTP" })(
    "a group has its VPC",
    {},
    { vpcId: "vpc-1" },
  ),
  "elbv2-tg-attr-slow-start-scope": tcp("TCP starts at once", { slowStart: 30 }, {}),
};
