import { type Fact, facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";
import { beside } from "./on";

type Arguments = Record<string, unknown>;

const balancerType = "aws:lb/loadBalancer:LoadBalancer";
const listenerType = "aws:lb/listener:Listener";
const groupType = "aws:lb/targetGroup:TargetGroup";
const attachmentType = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
const arn = (path: string) => `arn:aws:elasticloadbalancing:eu-west-1:111122223333:${path}`;
const certificateArn = "arn:aws:acm:eu-west-1:111122223333:certificate/1234abcd-12ab-34cd-56ef-1234567890ab";
const trustStoreArn = arn("truststore/t/73e2d6bc24d8a067");
const groupArn = (name: string) => arn(`targetgroup/${name}/73e2d6bc24d8a067`);
const balancerArn = (name: string) => arn(`loadbalancer/net/${name}/50dc6c495c0c9188`);

const group = (name: string, more: Arguments = {}): Made => [
  groupType,
  name,
  { name, arn: groupArn(name), port: 80, protocol: "TCP", vpcId: "vpc-1", ...more },
];
const balancer = (name: string, more: Arguments = {}): Made => [
  balancerType,
  name,
  { name, arn: balancerArn(name), loadBalancerType: "network", subnets: ["subnet-1", "subnet-2"], ...more },
];
const subnets: readonly Made[] = many(2, (index) => [
  "aws:ec2/subnet:Subnet",
  `subnet${index}`,
  {
    id: `subnet-${index + 1}`,
    vpcId: "vpc-1",
    cidrBlock: `10.0.${index}.0/24`,
    availabilityZone: `eu-west-1${"ab".charAt(index)}`,
  },
]);
const forwards = (...names: readonly string[]) => ({
  defaultActions: [
    { type: "forward", forward: { targetGroups: names.map((name) => ({ arn: groupArn(name), weight: 1 })) } },
  ],
});
const only = (name: string) => ({ defaultActions: [{ type: "forward", targetGroupArn: groupArn(name) }] });
const listener = (name: string, of: string, more: Arguments): Made => [
  listenerType,
  name,
  { loadBalancerArn: balancerArn(of), port: 80, protocol: "TCP", ...more },
];
const tls = { port: 443, protocol: "TLS", certificateArn };

/** A fact of a listener beside what it needs. */
const listens = (says: string, others: readonly Made[], bad: Arguments, good: Arguments): Fact =>
  beside(others, says, listener("subject", "web", bad), listener("subject", "web", good));

const verifies = (port: number, mode = "verify"): Made =>
  listener(`listener${port}`, "app", {
    port,
    protocol: "HTTPS",
    certificateArn,
    mutualAuthentication: { mode, ...(mode === "verify" && { trustStoreArn }) },
    defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "200" } }],
  });
const securityGroup = (id: string, vpcId: string): Made => ["aws:ec2/securityGroup:SecurityGroup", id, { id, vpcId }];
const attached = (name: string, targetGroup: string, targetId: string): Made => [
  attachmentType,
  name,
  { targetGroupArn: groupArn(targetGroup), targetId },
];
const code = (name: string) => group(name, { targetType: "lambda", port: undefined, protocol: undefined });
const functionArn = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const vpc: Made = ["aws:ec2/vpc:Vpc", "vpc", { id: "vpc-1", cidrBlock: "10.0.0.0/16" }];
const healthy = (dns: string) => ({
  targetGroupHealth: {
    dnsFailover: { minimumHealthyTargetsCount: dns },
    unhealthyStateRouting: { minimumHealthyTargetsCount: 2 },
  },
});
const targets = ofType(groupType, { name: "web", port: 80, vpcId: "vpc-1" });
const certified = (listenerArn: string): Made => [
  "aws:lb/listenerCertificate:ListenerCertificate",
  "subject",
  { certificateArn, listenerArn },
];
const listenerArn = (name: string) => arn(`listener/net/web/50dc6c495c0c9188/${name}`);

export const elbv2Forwarding: FactsByName = {
  "elbv2-action-forward-same-ip-type": listens(
    "targets of an action have addresses of one type",
    [group("one"), group("two"), group("six", { ipAddressType: "ipv6", targetType: "ip" })],
    forwards("one", "six"),
    forwards("one", "two"),
  ),
  "elbv2-action-forward-same-protocol": listens(
    "targets of an action have one protocol",
    [group("one"), group("two"), group("udp", { protocol: "TCP_UDP" })],
    forwards("one", "udp"),
    forwards("one", "two"),
  ),
  "elbv2-action-forward-stickiness-tls": ofType(listenerType, { loadBalancerArn: balancerArn("web"), port: 443 })(
    "TLS sticks to no target group",
    {
      protocol: "TLS",
      certificateArn,
      defaultActions: [
        {
          type: "forward",
          forward: {
            targetGroups: [{ arn: groupArn("one"), weight: 1 }],
            stickiness: { enabled: true, duration: 60 },
          },
        },
      ],
    },
    { protocol: "TLS", certificateArn, ...forwards("one") },
  ),
  "elbv2-lb-enforce-sg-privatelink-requires-sg": ofType(balancerType, {
    name: "web",
    loadBalancerType: "network",
    subnets: ["subnet-1", "subnet-2"],
    enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "on",
  })("rules are of security groups", {}, { securityGroups: ["sg-1"] }),
  "elbv2-lb-mtls-verify-listener-max": facts(
    "two listeners verify their clients",
    [balancer("app", { loadBalancerType: "application" }), verifies(443), verifies(444), verifies(445)],
    [balancer("app", { loadBalancerType: "application" }), verifies(443), verifies(444), verifies(445, "passthrough")],
  ),
  "elbv2-lb-sg-vpc-match": beside(
    [...subnets, securityGroup("sg-1", "vpc-1"), securityGroup("sg-2", "vpc-2")],
    "security groups are of the VPC",
    balancer("web", { loadBalancerType: "application", securityGroups: ["sg-2"] }),
    balancer("web", { loadBalancerType: "application", securityGroups: ["sg-1"] }),
  ),
  "elbv2-listener-alb-target-tg-listener-protocol": listens(
    "an application is a target over TCP",
    [group("app", { targetType: "alb" })],
    { ...tls, ...only("app") },
    only("app"),
  ),
  "elbv2-listener-certificate-secure-listener": beside(
    [
      [
        listenerType,
        "raw",
        { arn: listenerArn("raw"), loadBalancerArn: balancerArn("web"), port: 80, protocol: "TCP" },
      ],
      [listenerType, "tls", { arn: listenerArn("tls"), loadBalancerArn: balancerArn("web"), ...tls }],
    ].map(([type, name, args]): Made => [
      type as string,
      name as string,
      { ...(args as Arguments), defaultActions: [{ type: "forward", targetGroupArn: groupArn("one") }] },
    ]),
    "a certificate is of a listener of TLS",
    certified(listenerArn("raw")),
    certified(listenerArn("tls")),
  ),
  "elbv2-listener-tg-vpc-match": listens(
    "targets are of the VPC",
    [...subnets, balancer("web"), group("one"), group("far", { vpcId: "vpc-2" })],
    only("far"),
    only("one"),
  ),
  "elbv2-tg-alb-single-target": beside(
    [
      group("app", { targetType: "alb" }),
      group("other", { targetType: "alb" }),
      attached("first", "app", balancerArn("a")),
    ],
    "a load balancer is a target alone",
    attached("second", "app", balancerArn("b")),
    attached("second", "other", balancerArn("b")),
  ),
  "elbv2-tg-attr-dns-failover-threshold-order": targets(
    "DNS fails over first",
    { protocol: "TCP", ...healthy("1") },
    { protocol: "TCP", ...healthy("2") },
  ),
  "elbv2-tg-attr-key-protocol-scope": targets(
    "targets of TCP are not chosen in turn",
    { protocol: "TCP", loadBalancingAlgorithmType: "round_robin" },
    { protocol: "HTTP", loadBalancingAlgorithmType: "round_robin" },
  ),
  "elbv2-tg-ipv6-with-ipv4-lb": beside(
    [
      group("six", { ipAddressType: "ipv6", targetType: "ip" }),
      balancer("web"),
      balancer("both", { ipAddressType: "dualstack" }),
    ],
    "targets with IPv6 are behind one of both",
    listener("subject", "web", only("six")),
    listener("subject", "both", only("six")),
  ),
  "elbv2-tg-lambda-single-target": beside(
    [code("code"), code("other"), attached("first", "code", functionArn("f"))],
    "a function is a target alone",
    attached("second", "code", functionArn("g")),
    attached("second", "other", functionArn("g")),
  ),
  "elbv2-tg-matcher-range-geneve": ofType(groupType, { name: "web", port: 6081, protocol: "GENEVE", vpcId: "vpc-1" })(
    "a gateway's targets answer below 400",
    { healthCheck: { protocol: "HTTP", matcher: "200-499" } },
    { healthCheck: { protocol: "HTTP", matcher: "200-399" } },
  ),
  "elbv2-tg-single-load-balancer": beside(
    [group("one"), group("two"), balancer("web"), balancer("other"), listener("first", "web", only("one"))],
    "targets are of one load balancer",
    listener("second", "other", only("one")),
    listener("second", "other", only("two")),
  ),
  "elbv2-tg-target-control-port-scope": targets(
    "targets are controlled that take HTTP",
    { protocol: "TCP", targetControlPort: 3000 },
    { protocol: "HTTP", targetControlPort: 3000 },
  ),
  "elbv2-tg-target-ip-not-public": beside(
    [vpc, group("addresses", { targetType: "ip" })],
    "an address is of the VPC",
    attached("subject", "addresses", "8.8.8.8"),
    attached("subject", "addresses", "10.0.1.5"),
  ),
};
