import { type Row, type Schema, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { like, sameRegion, together } from "../together";
import { actions, forward, routing } from "./rules";

const account = "111122223333";
const loadBalancerArn = `arn:aws:elasticloadbalancing:eu-west-1:${account}:loadbalancer/app/a/1`;
const certificateArn = `arn:aws:acm:eu-west-1:${account}:certificate/c`;
const trustStoreArn = `arn:aws:elasticloadbalancing:eu-west-1:${account}:truststore/t/1`;
const secure = { loadBalancerArn, port: 443, protocol: "HTTPS", certificateArn };

const certificate = (at: string): readonly Row[] => [
  sameRegion(at, "a certificate is in the listener's own Region", certificateArn),
  like(
    at,
    "a certificate is one of ACM or IAM",
    "^arn:[^:]*:(acm|iam):",
    certificateArn,
    `arn:aws:kms:eu-west-1:${account}:key/k`,
  ),
];

/** The protocols of the target groups to which a listener of a protocol forwards. */
const takes: readonly (readonly [protocols: readonly string[], groups: readonly string[]])[] = [
  [
    ["HTTP", "HTTPS"],
    ["HTTP", "HTTPS"],
  ],
  [["TCP"], ["TCP", "TCP_UDP"]],
  [["TLS"], ["TCP", "TLS"]],
  [["UDP"], ["UDP", "TCP_UDP"]],
  [["TCP_UDP"], ["TCP_UDP"]],
];

const signsIn = { type: "authenticate-oidc" };

const listeners = (module: string): readonly Row[] => {
  const [balancerType, groupType] = [
    `aws:${module}/loadBalancer:LoadBalancer`,
    `aws:${module}/targetGroup:TargetGroup`,
  ];
  const balancer = (id: string, loadBalancerType: string, more: object = {}) => ({
    type: balancerType,
    properties: { id, arn: id, name: "a", loadBalancerType, subnets: ["a", "b"], ...more },
  });
  const group = (id: string, protocol: string) => ({
    type: groupType,
    properties: { id, arn: id, name: "a", port: 80, protocol, vpcId: "vpc-1" },
  });
  const of = (fits: Schema): Schema => ({
    properties: { loadBalancerArn: { refersTo: { type: balancerType, fits } } },
  });
  const beside = {
    app: balancer("app", "application"),
    net: balancer("net", "network"),
    both: balancer("both", "network", { ipAddressType: "dualstack" }),
    web: group("web", "HTTP"),
    raw: group("raw", "TCP"),
  };
  const to = (targetGroupArn: string) => ({ defaultActions: [{ type: "forward", targetGroupArn }] });
  return [
    ...certificate("certificateArn"),
    sameRegion("mutualAuthentication.trustStoreArn", "a trust store is in the listener's own Region", trustStoreArn),
    together(
      "a sign-in is followed by what the listener does",
      { properties: { defaultActions: { contains: routing } } },
      secure,
      {
        defaultActions: [
          { ...signsIn, order: 1 },
          { ...forward, order: 2 },
        ],
      },
      { defaultActions: [signsIn] },
    ),
    together(
      "HTTPS is not redirected to HTTP",
      { when: { protocol: "HTTPS" }, properties: { "defaultActions[].redirect.protocol": { not: { const: "HTTP" } } } },
      secure,
      { defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "8443", statusCode: "HTTP_301" } }] },
      { defaultActions: [{ type: "redirect", redirect: { protocol: "HTTP", port: "80", statusCode: "HTTP_301" } }] },
    ),
    together(
      "clients show certificates over HTTPS",
      {
        when: { "mutualAuthentication.mode": ["passthrough", "verify"] },
        properties: { protocol: { const: "HTTPS" } },
        source: api("elb", "MutualAuthenticationAttributes"),
      },
      { loadBalancerArn, port: 443, certificateArn, mutualAuthentication: { mode: "passthrough" } },
      { protocol: "HTTPS" },
      { protocol: "HTTP" },
    ),
    together(
      "names of a trust store are sent where certificates are verified",
      {
        when: { "mutualAuthentication.mode": ["off", "passthrough"] },
        properties: { "mutualAuthentication.advertiseTrustStoreCaNames": { const: "off" } },
        source: api("elb", "MutualAuthenticationAttributes"),
      },
      secure,
      { mutualAuthentication: { mode: "verify", trustStoreArn, advertiseTrustStoreCaNames: "on" } },
      { mutualAuthentication: { mode: "passthrough", advertiseTrustStoreCaNames: "on" } },
    ),
    like(
      "routingHttpRequestXAmznTlsVersionHeaderName",
      "the name of a header has no space",
      "^[-!#$%&'*+.^_`|~0-9A-Za-z]+$",
      "TLS-Version",
      "TLS version",
    ),
    { at: "routingHttpResponseXContentTypeOptionsHeaderValue", const: "nosniff", good: "nosniff", bad: "sniff" },
    {
      at: "routingHttpResponseXFrameOptionsHeaderValue",
      enum: ["DENY", "SAMEORIGIN"],
      good: "DENY",
      bad: "ALLOW",
    },
    together(
      "a listener has a port, unless its load balancer is a gateway",
      {
        if: { excluded: ["port"] },
        then: of({ required: ["loadBalancerType"], properties: { loadBalancerType: { const: "gateway" } } }),
        beside,
      },
      { loadBalancerArn: "app", protocol: "HTTP", ...to("web") },
      { port: 80 },
      {},
    ),
    together(
      "HTTP is spoken by an application load balancer",
      {
        when: { protocol: ["HTTP", "HTTPS"] },
        ...of({ properties: { loadBalancerType: { const: "application" } } }),
        beside,
      },
      { port: 80, protocol: "HTTP", ...to("web") },
      { loadBalancerArn: "app" },
      { loadBalancerArn: "net" },
    ),
    together(
      "TCP and UDP are spoken by a network load balancer",
      {
        when: { protocol: ["TCP", "UDP", "TCP_UDP", "TLS"] },
        ...of({ properties: { loadBalancerType: { const: "network" } }, required: ["loadBalancerType"] }),
        beside,
      },
      { port: 80, protocol: "TCP", ...to("raw") },
      { loadBalancerArn: "net" },
      { loadBalancerArn: "app" },
    ),
    together(
      "UDP is spoken with dualstack where IPv6 is translated",
      {
        when: { protocol: ["UDP", "TCP_UDP"] },
        ...of({
          if: { properties: { ipAddressType: { const: "dualstack" } }, required: ["ipAddressType"] },
          then: {
            properties: { enablePrefixForIpv6SourceNat: { const: "on" } },
            required: ["enablePrefixForIpv6SourceNat"],
          },
        }),
        source: page("elasticloadbalancing/latest/network/network-load-balancers"),
        beside,
      },
      { port: 53, protocol: "UDP" },
      { loadBalancerArn: "net" },
      { loadBalancerArn: "both" },
    ),
    ...takes.map(([protocols, groups]): Row => {
      const [protocol = ""] = protocols;
      const [good, bad] = groups.includes("HTTP")
        ? ["web", "raw"]
        : groups.includes("TCP")
          ? ["raw", "web"]
          : ["udp", "web"];
      return together(
        `a listener of ${protocols.join(" or ")} forwards to ${groups.join(" or ")}`,
        {
          when: { protocol: protocols },
          properties: {
            "defaultActions[].targetGroupArn": {
              refersTo: { type: groupType, fits: { properties: { protocol: { enum: groups, anyCase: true } } } },
            },
          },
          source: page("elasticloadbalancing/latest/application/load-balancer-target-groups"),
          beside: { ...beside, udp: group("udp", "TCP_UDP") },
        },
        { loadBalancerArn: "x", port: 80, protocol },
        to(good ?? ""),
        to(bad ?? ""),
      );
    }),
  ];
};

/** Listeners, by either of the provider's two names. */
export const listenerRefusals: readonly TypeRows[] = ["lb", "alb"].flatMap((module): TypeRows[] => [
  {
    type: `aws:${module}/listener:Listener`,
    source: api("elb", "CreateListener"),
    rows: [...listeners(module), ...actions("defaultActions")],
  },
  {
    type: `aws:${module}/listenerCertificate:ListenerCertificate`,
    source: api("elb", "AddListenerCertificates"),
    rows: certificate("certificateArn"),
  },
]);
