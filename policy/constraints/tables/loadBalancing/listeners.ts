import { type Row, type TypeRows } from "../../schema";
import { actions, forward, oidc } from "./actions";
import { api, page } from "../pages";
import { among, between, like, needs, only, together } from "../together";

const certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-1111-1111-1111-111111111111";
const listener = { loadBalancerArn: "arn:lb", port: 443, defaultActions: [forward] };
const networked = ["TCP", "UDP", "TCP_UDP", "TLS"];
const plain = ["HTTP", "TCP", "UDP", "TCP_UDP", "GENEVE"];

const listeners: readonly Row[] = [
  needs("a listener of HTTPS or TLS has a certificate", { protocol: ["HTTPS", "TLS"] }, ["certificateArn"])(
    { ...listener, protocol: "HTTPS" },
    { certificateArn: certificate },
    {},
  ),
  only("certificate and TLS policy are for HTTPS and TLS", { protocol: plain }, ["certificateArn", "sslPolicy"])(
    { ...listener, certificateArn: certificate },
    { protocol: "HTTPS" },
    { protocol: "HTTP" },
  ),
  together(
    "alpnPolicy is for listeners of TLS",
    {
      if: { required: ["protocol"], properties: { protocol: { enum: [...plain, "HTTPS"] } } },
      then: { excluded: ["alpnPolicy"] },
    },
    { ...listener, certificateArn: certificate, alpnPolicy: "HTTP2Preferred" },
    { protocol: "TLS" },
    { protocol: "HTTPS" },
  ),
  among("alpnPolicy", ["HTTP1Only", "HTTP2Only", "HTTP2Optional", "HTTP2Preferred", "None"], "h2"),
  among("mutualAuthentication.mode", ["off", "passthrough", "verify"], "on", {
    source: api("elb", "MutualAuthenticationAttributes"),
  }),
  needs("verification needs a trust store", { "mutualAuthentication.mode": "verify" }, [
    "mutualAuthentication.trustStoreArn",
  ])(
    { ...listener, protocol: "HTTPS", certificateArn: certificate },
    { mutualAuthentication: { mode: "verify", trustStoreArn: "arn:ts" } },
    { mutualAuthentication: { mode: "verify" } },
  ),
  only("only verification has a trust store", { "mutualAuthentication.mode": ["off", "passthrough"] }, [
    "mutualAuthentication.trustStoreArn",
    "mutualAuthentication.ignoreClientCertificateExpiry",
  ])(
    { ...listener, protocol: "HTTPS", certificateArn: certificate },
    { mutualAuthentication: { mode: "passthrough" } },
    { mutualAuthentication: { mode: "passthrough", trustStoreArn: "arn:ts" } },
  ),
  between("tcpIdleTimeoutSeconds", 60, 6_000, { source: api("elb", "ListenerAttribute") }),
  only("tcpIdleTimeoutSeconds is for TCP", { protocol: ["HTTP", "HTTPS", "UDP"] }, ["tcpIdleTimeoutSeconds"], {
    source: api("elb", "ListenerAttribute"),
  })({ ...listener, tcpIdleTimeoutSeconds: 60 }, { protocol: "TCP" }, { protocol: "HTTP" }),
  together(
    "a listener of a Network Load Balancer forwards, and does nothing else",
    { when: { protocol: networked }, properties: { "defaultActions[].type": { const: "forward" } } },
    { loadBalancerArn: "arn:lb", port: 80, protocol: "TCP" },
    { defaultActions: [forward] },
    { defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }] },
  ),
  together(
    "users sign in on listeners of HTTPS",
    {
      when: { protocol: "HTTP" },
      properties: { "defaultActions[].type": { not: { pattern: "^authenticate-" } } },
      source: page("elasticloadbalancing/latest/application/listener-authenticate-users"),
    },
    {
      loadBalancerArn: "arn:lb",
      port: 443,
      certificateArn: certificate,
      defaultActions: [{ type: "authenticate-oidc", authenticateOidc: oidc }, forward],
    },
    { protocol: "HTTPS" },
    { protocol: "HTTP", certificateArn: "" },
  ),
];

const kinds = ["hostHeader", "httpHeader", "httpRequestMethod", "pathPattern", "queryStrings", "sourceIp"];
const condition = (path: string, good: string, bad: string, fact: string, pattern: string): Row =>
  like(`conditions[].${path}`, fact, pattern, good, bad, { source: api("elb", "RuleCondition") });
const values = (from: number) => Array.from({ length: 6 }, (_, index) => `/a${from + index}`);

const rules: readonly Row[] = [
  {
    at: "conditions[]",
    fact: "a condition is of one field",
    requiredXor: kinds,
    source: api("elb", "RuleCondition"),
    good: { pathPattern: { values: ["/a"] } },
    bad: { pathPattern: { values: ["/a"] }, hostHeader: { values: ["a.example.com"] } },
  },
  ...(
    [
      ["hostHeader", { values: ["a.example.com"] }],
      ["httpRequestMethod", { values: ["GET"] }],
      ["pathPattern", { values: ["/a"] }],
      ["sourceIp", { values: ["10.0.0.0/8"] }],
    ] as const
  ).map(([kind, value]): Row => ({
    at: "conditions",
    fact: `a rule has one condition of ${kind}`,
    contains: { required: [kind] },
    minContains: 0,
    maxContains: 1,
    good: [{ [kind]: value }],
    bad: [{ [kind]: value }, { [kind]: value }],
  })),
  ...["pathPattern", "hostHeader"].map((kind): Row => ({
    at: `conditions[].${kind}.values`,
    fact: "a rule has at most 5 values",
    maxItems: 5,
    source: page("elasticloadbalancing/latest/application/load-balancer-limits"),
    good: ["/a"],
    bad: values(0),
  })),
  condition("pathPattern.values[]", "/img/*", "x".repeat(129), "a path has at most 128 characters", "^.{1,128}$"),
  condition(
    "hostHeader.values[]",
    "*.example.com",
    "a b.example.com",
    "a host has letters, digits, - . * ?",
    "^[A-Za-z0-9.*?_-]{1,128}$",
  ),
  condition("httpRequestMethod.values[]", "GET", "get", "a method has capital letters, - and _", "^[A-Z_-]{1,40}$"),
  condition(
    "httpHeader.httpHeaderName",
    "X-Team",
    "X Team",
    "a header's name has at most 40 characters and no white space",
    "^[^\\s*?]{1,40}$",
  ),
  {
    at: "conditions[].httpHeader.httpHeaderName",
    fact: "the header Host is asked by hostHeader",
    not: { pattern: "^[Hh][Oo][Ss][Tt]$" },
    source: api("elb", "HttpHeaderConditionConfig"),
    good: "X-Team",
    bad: "Host",
  },
  condition("sourceIp.values[]", "10.0.0.0/8", "10.0.0.1", "a source is a CIDR block", "^[0-9A-Fa-f.:]+/\\d{1,3}$"),
  {
    at: "conditions",
    fact: "a rule has a condition",
    minItems: 1,
    good: [{ pathPattern: { values: ["/a"] } }],
    bad: [],
  },
  {
    at: "transforms[]",
    fact: "a transform of url-rewrite has urlRewriteConfig alone",
    when: { type: "url-rewrite" },
    required: ["urlRewriteConfig"],
    excluded: ["hostHeaderRewriteConfig"],
    source: api("elb", "RuleTransform"),
    good: { type: "url-rewrite", urlRewriteConfig: { rewrite: { regex: "a", replace: "b" } } },
    bad: { type: "url-rewrite" },
  },
  {
    at: "transforms[]",
    fact: "a transform of host-header-rewrite has hostHeaderRewriteConfig alone",
    when: { type: "host-header-rewrite" },
    required: ["hostHeaderRewriteConfig"],
    excluded: ["urlRewriteConfig"],
    source: api("elb", "RuleTransform"),
    good: { type: "host-header-rewrite", hostHeaderRewriteConfig: { rewrite: { regex: "a", replace: "b" } } },
    bad: { type: "host-header-rewrite" },
  },
];

/** Listeners and their rules, by either of the provider's two names. */
export const balancerListeners: readonly TypeRows[] = ["lb", "alb"].flatMap((module): TypeRows[] => [
  {
    type: `aws:${module}/listener:Listener`,
    source: api("elb", "CreateListener"),
    rows: [...listeners, ...actions("defaultActions")],
  },
  {
    type: `aws:${module}/listenerRule:ListenerRule`,
    source: api("elb", "CreateRule"),
    rows: [...rules, ...actions("actions")],
  },
]);
