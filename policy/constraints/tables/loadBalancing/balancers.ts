import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { among, between, like, needs, only, together } from "../together";

/** The name of a balancer or a group of targets. */
export const name = (what: string, pattern: string, bad: string): Row =>
  like("name", `a ${what} has 1 to 32 letters, digits and hyphens, none at either end`, pattern, "orders", bad);

const subnets = { subnets: ["subnet-1", "subnet-2"] };
const isApplication = { properties: { loadBalancerType: { const: "application" } } } as const;

const rows: readonly Row[] = [
  like(
    "name",
    "a name has 1 to 32 letters, digits and hyphens, none at either end, and does not begin with internal-",
    "^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$",
    "orders",
    "internal-orders",
  ),
  together(
    "a balancer has either subnets or subnetMappings",
    {
      if: { requiredOr: ["name", "namePrefix", "subnets", "subnetMappings"] },
      then: { requiredXor: ["subnets", "subnetMappings"] },
    },
    { name: "orders" },
    subnets,
    { ...subnets, subnetMappings: [{ subnetId: "subnet-1" }, { subnetId: "subnet-2" }] },
  ),
  together(
    "an Application Load Balancer has subnets in two Availability Zones, but for one on an Outpost or in a Local Zone",
    { if: isApplication, then: { properties: { subnets: { minItems: 2 } } }, level: "advisory" },
    { name: "orders" },
    subnets,
    { subnets: ["subnet-1"] },
  ),
  { at: "subnets", fact: "each subnet stands once", uniqueItems: true, good: ["a", "b"], bad: ["a", "a"] },
  only("a Gateway Load Balancer has no security groups", { loadBalancerType: "gateway" }, ["securityGroups"])(
    { ...subnets, loadBalancerType: "gateway" },
    {},
    { securityGroups: ["sg-1"] },
  ),
  together(
    "an Application Load Balancer has no Elastic IP addresses and no private addresses of its own choice",
    {
      if: isApplication,
      then: {
        excluded: [
          "subnetMappings[].allocationId",
          "subnetMappings[].privateIpv4Address",
          "subnetMappings[].ipv6Address",
        ],
      },
    },
    {},
    { loadBalancerType: "network", subnetMappings: [{ subnetId: "subnet-1", allocationId: "eipalloc-1" }] },
    { subnetMappings: [{ subnetId: "subnet-1", allocationId: "eipalloc-1" }, { subnetId: "subnet-2" }] },
  ),
  only("an internal balancer has no Elastic IP addresses", { internal: true }, ["subnetMappings[].allocationId"])(
    { loadBalancerType: "network", internal: true },
    { subnetMappings: [{ subnetId: "subnet-1", privateIpv4Address: "10.0.0.9" }] },
    { subnetMappings: [{ subnetId: "subnet-1", allocationId: "eipalloc-1" }] },
  ),
  together(
    "dualstack-without-public-ipv4 is for Application Load Balancers",
    {
      when: { loadBalancerType: ["network", "gateway"] },
      properties: { ipAddressType: { enum: ["ipv4", "dualstack"] } },
    },
    { ...subnets, loadBalancerType: "network" },
    { ipAddressType: "dualstack" },
    { ipAddressType: "dualstack-without-public-ipv4" },
  ),
  between("idleTimeout", 1, 4_000, { source: api("elb", "LoadBalancerAttribute") }),
  between("clientKeepAlive", 60, 604_800, { source: api("elb", "LoadBalancerAttribute") }),
  among("desyncMitigationMode", ["monitor", "defensive", "strictest"], "off", {
    source: api("elb", "LoadBalancerAttribute"),
  }),
  among("xffHeaderProcessingMode", ["append", "preserve", "remove"], "replace", {
    source: api("elb", "LoadBalancerAttribute"),
  }),
  among(
    "dnsRecordClientRoutingPolicy",
    ["any_availability_zone", "availability_zone_affinity", "partial_availability_zone_affinity"],
    "zone",
    { source: api("elb", "LoadBalancerAttribute") },
  ),
  among("enforceSecurityGroupInboundRulesOnPrivateLinkTraffic", ["on", "off"], "true", {
    source: api("elb", "SetSecurityGroups"),
  }),
];

const group = { name: "orders", port: 80, vpcId: "vpc-1" };
const isEnabled = { not: { required: ["stickiness.enabled"], properties: { "stickiness.enabled": { const: false } } } };

const sticky = (protocols: readonly string[], types: readonly string[], bad: string): Row =>
  together(
    `the stickiness of ${protocols.join(", ")} is ${types.join(" or ")}`,
    {
      if: { required: ["protocol"], properties: { protocol: { enum: protocols } }, allOf: [isEnabled] },
      then: { properties: { "stickiness.type": { enum: types } } },
      source: api("elb", "TargetGroupAttribute"),
    },
    { ...group, protocol: protocols[0] },
    { stickiness: { type: types[0], ...(types[0] === "app_cookie" && { cookieName: "c" }) } },
    { stickiness: { type: bad } },
  );

const targets: readonly Row[] = [
  name("name", "^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$", "orders-"),
  together(
    "a group of instances, addresses or balancers has a protocol, a port and a VPC",
    {
      if: {
        requiredOr: ["protocol", "port", "vpcId"],
        properties: { targetType: { enum: ["instance", "ip", "alb"] } },
      },
      then: { required: ["protocol", "port", "vpcId"] },
    },
    { name: "orders" },
    { protocol: "HTTP", port: 80, vpcId: "vpc-1" },
    { protocol: "HTTP", port: 80 },
  ),
  between("deregistrationDelay", 0, 3_600, { source: api("elb", "TargetGroupAttribute") }),
  {
    at: "slowStart",
    fact: "slowStart is 30 to 900 seconds, or 0 for none",
    anyOf: [{ const: 0 }, { minimum: 30, maximum: 900 }],
    source: api("elb", "TargetGroupAttribute"),
    good: 30,
    bad: 10,
  },
  between("healthCheck.interval", 5, 300),
  between("healthCheck.timeout", 2, 120),
  between("healthCheck.healthyThreshold", 2, 10),
  between("healthCheck.unhealthyThreshold", 2, 10),
  together(
    "a check ends before the next one begins: timeout is below interval",
    { when: { protocol: ["HTTP", "HTTPS"] }, ordered: [["healthCheck.timeout", "<", "healthCheck.interval"]] },
    { ...group, protocol: "HTTP" },
    { healthCheck: { timeout: 5, interval: 10 } },
    { healthCheck: { timeout: 10, interval: 10 } },
  ),
  like("healthCheck.path", "a path begins with / and has at most 1,024 characters", "^/.{0,1023}$", "/up", "up"),
  like(
    "healthCheck.matcher",
    "a matcher is codes and ranges: 200,202 or 200-299",
    "^\\d{1,3}([,-]\\d{1,3})*$",
    "200-299",
    "2xx",
  ),
  together(
    "targets of HTTP and HTTPS are checked by HTTP or HTTPS",
    { when: { protocol: ["HTTP", "HTTPS"] }, properties: { "healthCheck.protocol": { enum: ["HTTP", "HTTPS"] } } },
    { ...group, protocol: "HTTP" },
    { healthCheck: { protocol: "HTTP" } },
    { healthCheck: { protocol: "TCP" } },
  ),
  only("a check by TCP has no path and no matcher", { "healthCheck.protocol": "TCP" }, [
    "healthCheck.path",
    "healthCheck.matcher",
  ])(
    { ...group, protocol: "TCP" },
    { healthCheck: { protocol: "TCP" } },
    { healthCheck: { protocol: "TCP", path: "/" } },
  ),
  together(
    "only functions go without checks",
    {
      if: { properties: { targetType: { enum: ["instance", "ip", "alb"] } } },
      then: { properties: { "healthCheck.enabled": { const: true } } },
    },
    { ...group, protocol: "HTTP" },
    { healthCheck: { enabled: true } },
    { healthCheck: { enabled: false } },
  ),
  sticky(["HTTP", "HTTPS"], ["lb_cookie", "app_cookie"], "source_ip"),
  sticky(["TCP", "UDP", "TCP_UDP"], ["source_ip"], "lb_cookie"),
  needs("stickiness by app_cookie names its cookie", { "stickiness.type": "app_cookie" }, ["stickiness.cookieName"], {
    source: api("elb", "TargetGroupAttribute"),
  })(
    { ...group, protocol: "HTTP" },
    { stickiness: { type: "app_cookie", cookieName: "c" } },
    { stickiness: { type: "app_cookie" } },
  ),
  {
    at: "stickiness.cookieName",
    fact: "the names AWSALB, AWSALBAPP and AWSALBTG are reserved",
    not: { pattern: "^AWSALB(APP|TG)?" },
    source: page("elasticloadbalancing/latest/application/edit-target-group-attributes"),
    good: "session",
    bad: "AWSALB",
  },
  between("stickiness.cookieDuration", 1, 604_800, { source: api("elb", "TargetGroupAttribute") }),
  among(
    "loadBalancingAlgorithmType",
    ["round_robin", "least_outstanding_requests", "weighted_random"],
    "least_connections",
    { source: api("elb", "TargetGroupAttribute") },
  ),
  together(
    "anomaly mitigation goes with weighted_random",
    {
      when: { loadBalancingAnomalyMitigation: "on" },
      required: ["loadBalancingAlgorithmType"],
      properties: { loadBalancingAlgorithmType: { const: "weighted_random" } },
      source: api("elb", "TargetGroupAttribute"),
    },
    { ...group, protocol: "HTTP", loadBalancingAnomalyMitigation: "on" },
    { loadBalancingAlgorithmType: "weighted_random" },
    { loadBalancingAlgorithmType: "round_robin" },
  ),
  together(
    "slow start goes with round_robin",
    {
      when: { slowStart: { minimum: 30 } },
      properties: { loadBalancingAlgorithmType: { const: "round_robin" } },
      source: page("elasticloadbalancing/latest/application/edit-target-group-attributes"),
    },
    { ...group, protocol: "HTTP", slowStart: 30 },
    { loadBalancingAlgorithmType: "round_robin" },
    { loadBalancingAlgorithmType: "least_outstanding_requests" },
  ),
  together(
    "a group of Application Load Balancers has the protocol TCP",
    { when: { targetType: "alb" }, properties: { protocol: { const: "TCP" } } },
    { ...group, targetType: "alb" },
    { protocol: "TCP" },
    { protocol: "HTTP" },
  ),
  {
    at: "targetFailovers[]",
    fact: "onDeregistration and onUnhealthy are the same",
    equal: [["onDeregistration", "onUnhealthy"]],
    source: api("elb", "TargetGroupAttribute"),
    good: { onDeregistration: "rebalance", onUnhealthy: "rebalance" },
    bad: { onDeregistration: "rebalance", onUnhealthy: "no_rebalance" },
  },
];

/** Load balancers and groups of targets, by either of the provider's two names. */
export const balancers: readonly TypeRows[] = ["lb", "alb"].flatMap((module): TypeRows[] => [
  { type: `aws:${module}/loadBalancer:LoadBalancer`, source: api("elb", "CreateLoadBalancer"), rows },
  { type: `aws:${module}/targetGroup:TargetGroup`, source: api("elb", "CreateTargetGroup"), rows: targets },
]);
