import { type TypeRows } from "../../schema";
import { at, bars, narrows, says } from "../given";
import { api, page } from "../pages";

const resolver = (what: string) => ({ source: api("route53", `route53resolver_${what}`) });
const listener = { instancePort: 80, instanceProtocol: "http", lbPort: 80, lbProtocol: "http" };
const classic = (what: string) => ({ source: page(`elasticloadbalancing/2012-06-01/APIReference/API_${what}`) });
const certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/1";

/** Resolvers of Route 53, and classic load balancers. */
export const resolvers: readonly TypeRows[] = [
  {
    type: "aws:route53/resolverEndpoint:ResolverEndpoint",
    source: api("route53", "route53resolver_CreateResolverEndpoint"),
    rows: [
      at(
        "ipAddresses",
        "an endpoint has two addresses or more",
        { minItems: 2 },
        [{ subnetId: "subnet-1" }, { subnetId: "subnet-2" }],
        [{ subnetId: "subnet-1" }],
      ),
      narrows(
        "IPv4 alone has no addresses of IPv6",
        { resolverEndpointType: "IPV4" },
        "ipAddresses",
        { items: { excluded: ["ipv6"] } },
        [
          [{ subnetId: "subnet-1" }, { subnetId: "subnet-2" }],
          [{ subnetId: "subnet-1", ipv6: "2001:db8::1" }, { subnetId: "subnet-2" }],
        ],
        resolver("IpAddressRequest"),
      ),
      narrows(
        "an endpoint outwards has no DoH-FIPS",
        { direction: "OUTBOUND" },
        "protocols",
        { items: { enum: ["Do53", "DoH"] } },
        [["Do53"], ["DoH-FIPS"]],
      ),
      at(
        "protocols",
        "an endpoint has no DoH beside DoH-FIPS",
        { not: { allOf: [{ contains: { const: "DoH" } }, { contains: { const: "DoH-FIPS" } }] } },
        ["Do53", "DoH"],
        ["DoH", "DoH-FIPS"],
      ),
    ],
  },
  {
    type: "aws:route53/resolverRule:ResolverRule",
    source: api("route53", "route53resolver_CreateResolverRule"),
    rows: [
      bars("a rule that delegates has no targets", { ruleType: "DELEGATE" }, { targetIps: [{ ip: "10.0.0.2" }] }),
      at(
        "targetIps[]",
        "a target has an address of IPv4 or of IPv6",
        { requiredXor: ["ip", "ipv6"], ...resolver("TargetAddress") },
        { ip: "10.0.0.2" },
        { ip: "10.0.0.2", ipv6: "2001:db8::1" },
      ),
      at("name", "a name is not digits alone", { not: { pattern: "^[0-9]+$" } }, "orders", "123"),
    ],
  },
  {
    type: "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation",
    source: api("route53", "route53resolver_AssociateFirewallRuleGroup"),
    rows: [at("priority", "a priority is between 100 and 9,900", { minimum: 100, maximum: 9_900 }, 100, 99)],
  },
  {
    type: "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig",
    source: api("route53", "route53resolver_CreateResolverQueryLogConfig"),
    rows: [
      at(
        "destinationArn",
        "queries are logged in S3, CloudWatch Logs or Firehose",
        { arnOf: ["s3", "logs", "firehose"] },
        "arn:aws:s3:::b",
        "arn:aws:sqs:eu-west-1:111122223333:q",
      ),
    ],
  },
  {
    type: "aws:elb/loadBalancer:LoadBalancer",
    source: classic("CreateLoadBalancer").source,
    rows: [
      says(
        "a load balancer has subnets or zones",
        // An example of the provider has neither.
        { requiredXor: ["subnets[]", "availabilityZones[]"], level: "advisory" },
        { subnets: ["subnet-1"] },
        { listeners: [listener] },
      ),
      at(
        "listeners[]",
        "HTTPS and SSL have a certificate",
        {
          when: { lbProtocol: ["https", "ssl", "HTTPS", "SSL"] },
          required: ["sslCertificateId"],
          ...classic("Listener"),
        },
        { ...listener, lbProtocol: "https", sslCertificateId: certificate },
        { ...listener, lbProtocol: "https" },
      ),
      at(
        "listeners[]",
        "a certificate is of HTTPS and SSL",
        {
          when: { lbProtocol: ["http", "tcp", "HTTP", "TCP"] },
          excluded: ["sslCertificateId"],
          ...classic("Listener"),
        },
        listener,
        { ...listener, sslCertificateId: certificate },
      ),
      at(
        "listeners[]",
        "HTTP and HTTPS go to HTTP or HTTPS",
        {
          when: { lbProtocol: ["http", "https", "HTTP", "HTTPS"] },
          properties: { instanceProtocol: { enum: ["http", "https"], anyCase: true } },
          ...classic("Listener"),
        },
        listener,
        { ...listener, instanceProtocol: "tcp" },
      ),
      at(
        "listeners[]",
        "TCP and SSL go to TCP or SSL",
        {
          when: { lbProtocol: ["tcp", "ssl", "TCP", "SSL"] },
          properties: { instanceProtocol: { enum: ["tcp", "ssl"], anyCase: true } },
          ...classic("Listener"),
        },
        { ...listener, lbProtocol: "tcp", instanceProtocol: "tcp" },
        { ...listener, lbProtocol: "tcp" },
      ),
      at(
        "listeners",
        "listeners have different ports",
        { uniqueKeys: ["lbPort"] },
        [listener],
        [listener, { ...listener, instancePort: 81 }],
      ),
      at(
        "healthCheck",
        "a check ends before the next one begins: timeout is below interval",
        { ordered: [["timeout", "<", "interval"]], ...classic("HealthCheck") },
        { timeout: 3, interval: 30 },
        { timeout: 30, interval: 30 },
      ),
      at(
        "healthCheck.target",
        "a check by TCP or SSL has no path, one by HTTP has a path",
        { pattern: "^((TCP|SSL):[0-9]{1,5}|HTTPS?:[0-9]{1,5}/.{0,1023})$", ...classic("HealthCheck") },
        "HTTP:80/",
        "TCP:80/",
      ),
      at(
        "name",
        "a name has 1 to 32 letters, digits and hyphens, none at either end",
        { pattern: "^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$" },
        "orders",
        "orders-",
      ),
      at(
        "idleTimeout",
        "a connection may be idle for 1 to 4,000 seconds",
        { minimum: 1, maximum: 4_000, ...classic("ConnectionSettings") },
        4_000,
        4_001,
      ),
      at(
        "connectionDrainingTimeout",
        "connections are drained for up to 3,600 seconds",
        { minimum: 1, maximum: 3_600, source: page("elasticloadbalancing/latest/classic/config-conn-drain") },
        300,
        3_601,
      ),
      at(
        "accessLogs.interval",
        "logs are written every 5 or 60 minutes",
        { enum: [5, 60], ...classic("AccessLog") },
        60,
        10,
      ),
    ],
  },
];
