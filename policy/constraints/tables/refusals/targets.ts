import { type Row, type TypeRows } from "../../schema";
import { api } from "../pages";
import { together } from "../together";
import { limits, others } from "./forwarding";

const attributes = api("elb", "TargetGroupAttribute");
const vpc = { type: "aws:ec2/vpc:Vpc", properties: { id: "vpc-1", cidrBlock: "10.0.0.0/16" } };

const attachments = (module: string): readonly Row[] => {
  const { group } = others(module);
  const type = `aws:${module}/targetGroupAttachment:TargetGroupAttachment`;
  const beside = {
    vpc,
    code: group("code", { targetType: "lambda", protocol: undefined }),
    more: group("more", { targetType: "lambda", protocol: undefined }),
    addresses: group("addresses", { targetType: "ip" }),
    first: { type, properties: { targetGroupArn: "code", targetId: "f" } },
  };
  return [
    together(
      "a target group of functions or of load balancers has one target",
      { join: "soleTarget", beside, source: limits },
      { targetId: "g" },
      { targetGroupArn: "more" },
      { targetGroupArn: "code" },
    ),
    together(
      "a target is an address of the VPC or a private one",
      { join: "privateTarget", beside, source: api("elb", "TargetDescription") },
      { targetGroupArn: "addresses" },
      { targetId: "10.0.1.5" },
      { targetId: "8.8.8.8" },
    ),
  ];
};

const group = { name: "web", port: 80, vpcId: "vpc-1" };
const healthy = (dns: string, routing: number) => ({
  targetGroupHealth: {
    dnsFailover: { minimumHealthyTargetsCount: dns },
    unhealthyStateRouting: { minimumHealthyTargetsCount: routing },
  },
});

const groups: readonly Row[] = [
  together(
    "DNS fails over no later than requests are sent to targets that are unhealthy",
    {
      ordered: ["Count", "Percentage"].map((unit) => [
        `targetGroupHealth.unhealthyStateRouting.minimumHealthyTargets${unit}`,
        "<=",
        `targetGroupHealth.dnsFailover.minimumHealthyTargets${unit}`,
      ]),
      source: attributes,
    },
    { ...group, protocol: "TCP" },
    healthy("2", 2),
    healthy("1", 2),
  ),
  together(
    "how targets are chosen is for HTTP",
    {
      when: { protocol: ["TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC", "GENEVE"] },
      excluded: ["loadBalancingAlgorithmType", "loadBalancingAnomalyMitigation"],
      source: attributes,
    },
    { ...group, protocol: "TCP" },
    {},
    { loadBalancingAlgorithmType: "round_robin" },
  ),
  together(
    "a gateway's targets are healthy with 200 to 399",
    {
      when: { protocol: "GENEVE" },
      properties: { "healthCheck.matcher": { pattern: "^[23]\\d\\d([-,][23]\\d\\d)*$" } },
      source: api("elb", "Matcher"),
    },
    { name: "web", vpcId: "vpc-1", port: 6_081, protocol: "GENEVE" },
    { healthCheck: { protocol: "HTTP", matcher: "200-399" } },
    { healthCheck: { protocol: "HTTP", matcher: "200-499" } },
  ),
  together(
    "targets are controlled that take HTTP, as instances or addresses",
    {
      if: { required: ["targetControlPort"] },
      then: {
        required: ["protocol"],
        properties: { protocol: { enum: ["HTTP", "HTTPS"] }, targetType: { enum: ["instance", "ip"] } },
      },
      source: api("elb", "CreateTargetGroup"),
    },
    { ...group, targetControlPort: 3_000 },
    { protocol: "HTTP" },
    { protocol: "TCP" },
  ),
];

const certificates = (module: string): readonly Row[] => {
  const { listener } = others(module);
  return [
    together(
      "a certificate is of a listener of HTTPS or TLS",
      {
        properties: {
          listenerArn: {
            refersTo: {
              type: `aws:${module}/listener:Listener`,
              fits: { properties: { protocol: { enum: ["HTTPS", "TLS"] } } },
            },
          },
        },
        beside: { raw: listener("raw"), tls: listener("tls", { protocol: "TLS" }) },
        source: api("elb", "AddListenerCertificates"),
      },
      { certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/c" },
      { listenerArn: "tls" },
      { listenerArn: "raw" },
    ),
  ];
};

/** What is behind load balancers, by either of the provider's two names. */
export const targetRefusals: readonly TypeRows[] = ["lb", "alb"].flatMap((module) => [
  { type: `aws:${module}/targetGroup:TargetGroup`, source: api("elb", "CreateTargetGroup"), rows: groups },
  {
    type: `aws:${module}/targetGroupAttachment:TargetGroupAttachment`,
    source: api("elb", "RegisterTargets"),
    rows: attachments(module),
  },
  {
    type: `aws:${module}/listenerCertificate:ListenerCertificate`,
    source: api("elb", "AddListenerCertificates"),
    rows: certificates(module),
  },
]);
