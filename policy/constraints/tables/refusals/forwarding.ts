import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { together } from "../together";

export const limits = page("elasticloadbalancing/latest/application/load-balancer-limits");
const forwarding = page("elasticloadbalancing/latest/network/load-balancer-listeners");
const subnet = (id: string, vpcId: string) => ({
  type: "aws:ec2/subnet:Subnet",
  properties: { id, vpcId, cidrBlock: "10.0.1.0/24" },
});
const securityGroup = (id: string, vpcId: string) => ({
  type: "aws:ec2/securityGroup:SecurityGroup",
  properties: { id, vpcId },
});

/** The resources of a module that stand beside those of the examples. */
export function others(module: string) {
  const balancer = (id: string, more: object = {}) => ({
    type: `aws:${module}/loadBalancer:LoadBalancer`,
    properties: { id, arn: id, name: id, loadBalancerType: "network", subnets: ["subnet-1"], ...more },
  });
  const group = (id: string, more: object = {}) => ({
    type: `aws:${module}/targetGroup:TargetGroup`,
    properties: { id, arn: id, name: id, port: 80, protocol: "TCP", vpcId: "vpc-1", ...more },
  });
  const listener = (id: string, more: object = {}) => ({
    type: `aws:${module}/listener:Listener`,
    properties: { id, arn: id, loadBalancerArn: "net", port: 80, protocol: "TCP", ...more },
  });
  return { balancer, group, listener, subnet: subnet("subnet-1", "vpc-1") };
}

const to = (...groups: readonly string[]) => ({
  defaultActions: [{ type: "forward", forward: { targetGroups: groups.map((arn) => ({ arn, weight: 1 })) } }],
});
const only = (targetGroupArn: string) => ({ defaultActions: [{ type: "forward", targetGroupArn }] });

const balancers = (): readonly Row[] => [
  together(
    "security groups are of the VPC of the subnets",
    {
      join: "balancerGroups",
      source: api("elb", "CreateLoadBalancer"),
      beside: {
        subnet: subnet("subnet-1", "vpc-1"),
        own: securityGroup("sg-1", "vpc-1"),
        far: securityGroup("sg-2", "vpc-2"),
      },
    },
    { name: "web", loadBalancerType: "application", subnets: ["subnet-1"] },
    { securityGroups: ["sg-1"] },
    { securityGroups: ["sg-2"] },
  ),
  together(
    "rules of security groups are for PrivateLink where there are security groups",
    {
      when: { loadBalancerType: "network", enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: ["on", "off"] },
      required: ["securityGroups"],
      source: api("elb", "SetSecurityGroups"),
    },
    {
      name: "web",
      loadBalancerType: "network",
      subnets: ["subnet-1"],
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "on",
    },
    { securityGroups: ["sg-1"] },
    {},
  ),
];

const listeners = (module: string): readonly Row[] => {
  const { balancer, group, listener, subnet } = others(module);
  const raw = { loadBalancerArn: "net", port: 80, protocol: "TCP" };
  const verify = { mutualAuthentication: { mode: "verify", trustStoreArn: "t" } };
  const secure = { loadBalancerArn: "app", port: 443, protocol: "HTTPS", certificateArn: "c" };
  const beside = {
    subnet,
    net: balancer("net"),
    second: balancer("second"),
    app: balancer("app", { loadBalancerType: "application" }),
    both: balancer("both", { ipAddressType: "dualstack" }),
    one: group("one"),
    two: group("two"),
    udp: group("udp", { protocol: "TCP_UDP" }),
    six: group("six", { ipAddressType: "ipv6", targetType: "ip" }),
    web: group("web", { targetType: "alb" }),
    far: group("far", { vpcId: "vpc-2" }),
    // Its name is before that of the example.
    another: listener("another", { loadBalancerArn: "second", ...only("two") }),
    first: listener("first", { loadBalancerArn: "app", port: 444, protocol: "HTTPS", ...verify }),
    other: listener("other", { loadBalancerArn: "app", port: 445, protocol: "HTTPS", ...verify }),
  };
  const type = `aws:${module}/targetGroup:TargetGroup`;
  return [
    together(
      "target groups of an action have one protocol and one type of addresses",
      { join: "alikeGroups", beside, source: forwarding },
      raw,
      to("one"),
      to("one", "udp"),
    ),
    together(
      "a target group is of the VPC of the load balancer, and of one load balancer",
      { join: "listenerGroups", beside, source: limits },
      raw,
      only("one"),
      only("far"),
    ),
    together(
      "two listeners of a load balancer verify the certificates of clients",
      { join: "verifyingListeners", beside, source: limits },
      secure,
      { mutualAuthentication: { mode: "passthrough" } },
      verify,
    ),
    together(
      "a listener of TLS does not stick to a target group",
      {
        when: { protocol: "TLS" },
        properties: { "defaultActions[].forward.stickiness.enabled": { const: false } },
        source: forwarding,
      },
      { loadBalancerArn: "net", port: 443, protocol: "TLS", certificateArn: "c" },
      to("one"),
      {
        defaultActions: [
          {
            type: "forward",
            forward: { targetGroups: [{ arn: "one", weight: 1 }], stickiness: { enabled: true, duration: 60 } },
          },
        ],
      },
    ),
    together(
      "an application load balancer is a target over TCP",
      {
        when: { protocol: ["TLS", "UDP", "TCP_UDP", "HTTP", "HTTPS"] },
        properties: {
          "defaultActions[].targetGroupArn": {
            refersTo: { type, fits: { properties: { targetType: { not: { const: "alb" } } } } },
          },
        },
        beside,
        source: forwarding,
      },
      { loadBalancerArn: "x", port: 443, protocol: "TLS", certificateArn: "c" },
      only("one"),
      only("web"),
    ),
    together(
      "targets with IPv6 are behind a load balancer with dualstack",
      {
        if: {
          properties: {
            "defaultActions[].targetGroupArn": {
              refersTo: { type, fits: { properties: { ipAddressType: { const: "ipv4" } } } },
            },
          },
        },
        else: {
          properties: {
            loadBalancerArn: {
              refersTo: {
                type: `aws:${module}/loadBalancer:LoadBalancer`,
                fits: { required: ["ipAddressType"], properties: { ipAddressType: { not: { const: "ipv4" } } } },
              },
            },
          },
        },
        beside,
        source: forwarding,
      },
      { port: 80, protocol: "TCP", ...only("six") },
      { loadBalancerArn: "both" },
      { loadBalancerArn: "net" },
    ),
  ];
};

/** How load balancers and listeners go together, by either of the provider's two names. */
export const forwardingRefusals: readonly TypeRows[] = ["lb", "alb"].flatMap((module) => [
  { type: `aws:${module}/loadBalancer:LoadBalancer`, source: api("elb", "CreateLoadBalancer"), rows: balancers() },
  { type: `aws:${module}/listener:Listener`, source: api("elb", "CreateListener"), rows: listeners(module) },
]);
