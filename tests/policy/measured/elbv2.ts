import { type Fact, facts, type Made } from "../heldOut/inputs";
import { elbv2Forwarding } from "./elbv2Forwarding";
import { elbv2Groups } from "./elbv2Groups";
import { elbv2Rules } from "./elbv2Rules";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const balancerType = "aws:lb/loadBalancer:LoadBalancer";
const listenerType = "aws:lb/listener:Listener";
const groupType = "aws:lb/targetGroup:TargetGroup";
const subnets = ["subnet-1", "subnet-2"];
const arn = (path: string, service = "elasticloadbalancing", region = "eu-west-1"): string =>
  `arn:aws:${service}:${region}:${account}:${path}`;
const balancerArn = arn("loadbalancer/app/web/50dc6c495c0c9188");
const groupArn = arn("targetgroup/web/73e2d6bc24d8a067");
const certificateArn = arn("certificate/1234abcd-12ab-34cd-56ef-1234567890ab", "acm");
const trustStoreArn = arn("truststore/t/73e2d6bc24d8a067");
const forwards = { defaultActions: [{ type: "forward", targetGroupArn: groupArn }] };

const application = ofType(balancerType, { name: "web", loadBalancerType: "application", subnets });
const network = ofType(balancerType, { name: "web", loadBalancerType: "network", subnets });
const gateway = ofType(balancerType, { name: "web", loadBalancerType: "gateway", subnets });
const mapped = (loadBalancerType: string, beside: Arguments) =>
  ofType(balancerType, { name: "web", loadBalancerType, ...beside });
const listener = ofType(listenerType, { loadBalancerArn: balancerArn, ...forwards });
const secure = ofType(listenerType, {
  loadBalancerArn: balancerArn,
  port: 443,
  protocol: "HTTPS",
  certificateArn,
  ...forwards,
});
const tls = ofType(listenerType, { loadBalancerArn: balancerArn, port: 443, ...forwards });

interface Connected {
  readonly balancer?: Arguments;
  readonly listener?: Arguments;
  readonly group?: Arguments;
}

/** A load balancer, its listener, and the target group of that. */
function connected({ balancer = {}, listener: own = {}, group = {} }: Connected): readonly Made[] {
  return [
    [
      balancerType,
      "balancer",
      { name: "web", arn: balancerArn, loadBalancerType: "application", subnets, ...balancer },
    ],
    [groupType, "group", { name: "web", arn: groupArn, port: 80, protocol: "HTTP", vpcId: "vpc-1", ...group }],
    [
      listenerType,
      "listener",
      { loadBalancerArn: balancerArn, port: 80, protocol: "HTTP", ...forwards, ...own },
      { loadBalancerArn: `${balancerType} balancer`, defaultActions: `${groupType} group` },
    ],
  ];
}
const connects = (says: string, bad: Connected, good: Connected): Fact => facts(says, connected(bad), connected(good));
const nlb = { loadBalancerType: "network" };

const inZones = (...zones: readonly string[]): readonly Made[] => [
  ...zones.map((availabilityZone, index): Made => [
    "aws:ec2/subnet:Subnet",
    `subnet${index}`,
    { id: `subnet-${index}`, vpcId: "vpc-1", cidrBlock: `10.0.${index}.0/24`, availabilityZone },
  ]),
  [
    balancerType,
    "balancer",
    { name: "web", loadBalancerType: "application", subnets: zones.map((_, index) => `subnet-${index}`) },
  ],
];

export const elbv2: FactsByName = {
  ...elbv2Forwarding,
  ...elbv2Groups,
  ...elbv2Rules,
  "elbv2-lb-attr-client-keep-alive-range": application(
    "a connection is kept a minute at least",
    { clientKeepAlive: 59 },
    { clientKeepAlive: 60 },
  ),
  "elbv2-lb-attr-desync-mitigation-mode": application(
    "unclear requests are met in three ways",
    { desyncMitigationMode: "off" },
    { desyncMitigationMode: "strictest" },
  ),
  "elbv2-lb-attr-dns-record-client-routing-policy": network(
    "clients are sent to zones in three ways",
    { dnsRecordClientRoutingPolicy: "own_availability_zone" },
    { dnsRecordClientRoutingPolicy: "any_availability_zone" },
  ),
  "elbv2-lb-attr-secondary-ips-range": network(
    "a subnet has 7 further addresses at most",
    { secondaryIpsAutoAssignedPerSubnet: 8 },
    { secondaryIpsAutoAssignedPerSubnet: 7 },
  ),
  "elbv2-lb-attr-xff-header-processing-mode": application(
    "a header is kept, changed or dropped",
    { xffHeaderProcessingMode: "replace" },
    { xffHeaderProcessingMode: "remove" },
  ),
  "elbv2-lb-dualstack-no-public-ipv4-alb-only": mapped("network", { subnets })(
    "an application alone has no public IPv4",
    { ipAddressType: "dualstack-without-public-ipv4" },
    { ipAddressType: "dualstack" },
  ),
  "elbv2-lb-eip-nlb-only": facts(
    "an application has no fixed address",
    [
      [
        balancerType,
        "web",
        {
          name: "web",
          loadBalancerType: "application",
          subnetMappings: [{ subnetId: "subnet-1", allocationId: "eipalloc-1" }, { subnetId: "subnet-2" }],
        },
      ],
    ],
    [
      [
        balancerType,
        "web",
        {
          name: "web",
          loadBalancerType: "network",
          subnetMappings: [{ subnetId: "subnet-1", allocationId: "eipalloc-1" }, { subnetId: "subnet-2" }],
        },
      ],
    ],
  ),
  "elbv2-lb-eip-with-private-ipv4": mapped("network", {})(
    "an address is public or private",
    { subnetMappings: [{ subnetId: "subnet-1", allocationId: "eipalloc-1", privateIpv4Address: "10.0.1.5" }] },
    { subnetMappings: [{ subnetId: "subnet-1", allocationId: "eipalloc-1" }] },
  ),
  "elbv2-lb-gwlb-no-scheme": gateway("a gateway is not internal", { internal: true }, {}),
  "elbv2-lb-gwlb-no-security-groups": gateway("a gateway has no security groups", { securityGroups: ["sg-1"] }, {}),
  "elbv2-lb-idle-timeout-range": application(
    "idle is 4,000 seconds at most",
    { idleTimeout: 4001 },
    { idleTimeout: 4000 },
  ),
  "elbv2-lb-ipv6-address-internet-facing-only": mapped("network", { ipAddressType: "dualstack" })(
    "a fixed address of IPv6 is public",
    { internal: true, subnetMappings: [{ subnetId: "subnet-1", ipv6Address: "2001:db8::1" }] },
    { internal: false, subnetMappings: [{ subnetId: "subnet-1", ipv6Address: "2001:db8::1" }] },
  ),
  "elbv2-lb-name": mapped("application", { subnets })(
    "a name does not begin with internal-",
    { name: "internal-web" },
    { name: "web-internal" },
  ),
  "elbv2-lb-one-subnet-per-az": facts(
    "a load balancer has a subnet a zone",
    inZones("eu-west-1a", "eu-west-1a"),
    inZones("eu-west-1a", "eu-west-1b"),
  ),
  "elbv2-lb-private-ipv4-internal-only": mapped("network", {})(
    "a private address is internal",
    { internal: false, subnetMappings: [{ subnetId: "subnet-1", privateIpv4Address: "10.0.1.5" }] },
    { internal: true, subnetMappings: [{ subnetId: "subnet-1", privateIpv4Address: "10.0.1.5" }] },
  ),
  "elbv2-lb-source-nat-prefix-nlb-only": mapped("application", { subnets, ipAddressType: "dualstack" })(
    "an application does not translate",
    { enablePrefixForIpv6SourceNat: "on" },
    {},
  ),
  "elbv2-lb-source-nat-prefix-requires-dualstack": network(
    "addresses of IPv6 are translated where there are some",
    { enablePrefixForIpv6SourceNat: "on", ipAddressType: "ipv4" },
    { enablePrefixForIpv6SourceNat: "on", ipAddressType: "dualstack" },
  ),
  "elbv2-listener-alpn-tls-only": tls(
    "protocols are negotiated over TLS",
    { protocol: "TCP", alpnPolicy: "HTTP2Preferred" },
    { protocol: "TLS", certificateArn, alpnPolicy: "HTTP2Preferred" },
  ),
  "elbv2-listener-alpn-values": tls(
    "protocols are negotiated in five ways",
    { protocol: "TLS", certificateArn, alpnPolicy: "HTTP3Only" },
    { protocol: "TLS", certificateArn, alpnPolicy: "HTTP2Only" },
  ),
  "elbv2-listener-attr-header-name-format": secure(
    "the name of a header has no space",
    { routingHttpRequestXAmznTlsVersionHeaderName: "TLS version" },
    { routingHttpRequestXAmznTlsVersionHeaderName: "TLS-Version" },
  ),
  "elbv2-listener-attr-tcp-idle-timeout-range": listener(
    "idle is a minute at least",
    { port: 80, protocol: "TCP", tcpIdleTimeoutSeconds: 59 },
    { port: 80, protocol: "TCP", tcpIdleTimeoutSeconds: 60 },
  ),
  "elbv2-listener-attr-x-content-type-options-value": secure(
    "a type is not guessed",
    { routingHttpResponseXContentTypeOptionsHeaderValue: "sniff" },
    { routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff" },
  ),
  "elbv2-listener-attr-x-frame-options-value": secure(
    "a page is framed by its own site or by none",
    { routingHttpResponseXFrameOptionsHeaderValue: "ALLOW" },
    { routingHttpResponseXFrameOptionsHeaderValue: "DENY" },
  ),
  "elbv2-listener-cert-insecure-protocol": listener(
    "a certificate is for TLS",
    { port: 80, protocol: "HTTP", certificateArn },
    { port: 80, protocol: "HTTP" },
  ),
  "elbv2-listener-cert-not-acm-or-iam": ofType(listenerType, {
    loadBalancerArn: balancerArn,
    port: 443,
    protocol: "HTTPS",
    ...forwards,
  })("a certificate is of ACM or IAM", { certificateArn: arn("key/k", "kms") }, { certificateArn }),
  "elbv2-listener-cert-region": ofType(listenerType, {
    loadBalancerArn: balancerArn,
    port: 443,
    protocol: "HTTPS",
    ...forwards,
  })(
    "a certificate is in the listener's Region",
    { certificateArn: certificateArn.replace("eu-west-1", "us-east-1") },
    { certificateArn },
  ),
  "elbv2-listener-certificate-region": ofType("aws:lb/listenerCertificate:ListenerCertificate", {
    listenerArn: arn("listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2"),
  })(
    "a further certificate is in the listener's Region",
    { certificateArn: certificateArn.replace("eu-west-1", "us-east-1") },
    { certificateArn },
  ),
  "elbv2-listener-mtls-https-only": listener(
    "clients show certificates over HTTPS",
    { port: 80, protocol: "HTTP", mutualAuthentication: { mode: "passthrough" } },
    { port: 443, protocol: "HTTPS", certificateArn, mutualAuthentication: { mode: "passthrough" } },
  ),
  "elbv2-listener-mtls-ignore-expiry-verify-only": secure(
    "expiry matters where certificates are verified",
    { mutualAuthentication: { mode: "passthrough", ignoreClientCertificateExpiry: true } },
    { mutualAuthentication: { mode: "verify", trustStoreArn, ignoreClientCertificateExpiry: true } },
  ),
  "elbv2-listener-mtls-advertise-verify-only": secure(
    "names are sent where certificates are verified",
    { mutualAuthentication: { mode: "passthrough", advertiseTrustStoreCaNames: "on" } },
    { mutualAuthentication: { mode: "verify", trustStoreArn, advertiseTrustStoreCaNames: "on" } },
  ),
  "elbv2-listener-mtls-mode-values": secure(
    "certificates of clients are met in three ways",
    { mutualAuthentication: { mode: "on" } },
    { mutualAuthentication: { mode: "passthrough" } },
  ),
  "elbv2-listener-mtls-truststore-region": secure(
    "a trust store is in the listener's Region",
    { mutualAuthentication: { mode: "verify", trustStoreArn: trustStoreArn.replace("eu-west-1", "us-east-1") } },
    { mutualAuthentication: { mode: "verify", trustStoreArn } },
  ),
  "elbv2-listener-mtls-truststore-required": secure(
    "certificates are verified by a trust store",
    { mutualAuthentication: { mode: "verify" } },
    { mutualAuthentication: { mode: "verify", trustStoreArn } },
  ),
  "elbv2-listener-mtls-truststore-verify-only": secure(
    "a trust store verifies",
    { mutualAuthentication: { mode: "passthrough", trustStoreArn } },
    { mutualAuthentication: { mode: "passthrough" } },
  ),
  "elbv2-listener-nlb-action-forward-only": connects(
    "a network forwards",
    {
      balancer: nlb,
      listener: {
        protocol: "TCP",
        defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "200" } }],
      },
      group: { protocol: "TCP" },
    },
    { balancer: nlb, listener: { protocol: "TCP" }, group: { protocol: "TCP" } },
  ),
  "elbv2-listener-port-required": connects(
    "a listener has a port",
    { listener: { port: undefined } },
    { listener: { port: 80 } },
  ),
  "elbv2-listener-protocol-lb-type": connects(
    "a network does not speak HTTP",
    { balancer: nlb, listener: { protocol: "HTTP" }, group: { protocol: "TCP" } },
    { balancer: nlb, listener: { protocol: "TCP" }, group: { protocol: "TCP" } },
  ),
  "elbv2-listener-sslpolicy-secure-only": listener(
    "a policy of TLS is for TLS",
    { port: 80, protocol: "HTTP", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
    { port: 80, protocol: "HTTP" },
  ),
  "elbv2-listener-tg-protocol-match": connects(
    "an application does not forward to TCP",
    { group: { protocol: "TCP" } },
    { group: { protocol: "HTTP" } },
  ),
  "elbv2-listener-udp-dualstack": connects(
    "a network of both has no UDP",
    {
      balancer: { ...nlb, ipAddressType: "dualstack" },
      listener: { protocol: "UDP", port: 53 },
      group: { protocol: "UDP", port: 53 },
    },
    {
      balancer: { ...nlb, ipAddressType: "ipv4" },
      listener: { protocol: "UDP", port: 53 },
      group: { protocol: "UDP", port: 53 },
    },
  ),
};
