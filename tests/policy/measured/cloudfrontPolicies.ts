import { type FactsByName } from "./facts";
import { on } from "./on";

type Arguments = Record<string, unknown>;

const none = {
  cookiesConfig: { cookieBehavior: "none" },
  headersConfig: { headerBehavior: "none" },
  queryStringsConfig: { queryStringBehavior: "none" },
};

const cachePolicy = on("aws:cloudfront/cachePolicy:CachePolicy", {
  name: "own",
  minTtl: 1,
  defaultTtl: 60,
  maxTtl: 600,
  parametersInCacheKeyAndForwardedToOrigin: none,
});
const keyed = (says: string, bad: Arguments, good: Arguments) =>
  cachePolicy(
    says,
    { parametersInCacheKeyAndForwardedToOrigin: { ...none, ...bad } },
    { parametersInCacheKeyAndForwardedToOrigin: { ...none, ...good } },
  );
const requests = on("aws:cloudfront/originRequestPolicy:OriginRequestPolicy", { name: "own", ...none });
const responses = on("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", { name: "own" });

const cookies = (...items: string[]) => ({ cookiesConfig: { cookieBehavior: "whitelist", cookies: { items } } });
const headers = (headerBehavior: string, ...items: string[]) => ({
  headersConfig: { headerBehavior, headers: { items } },
});
const queries = (...items: string[]) => ({
  queryStringsConfig: { queryStringBehavior: "whitelist", queryStrings: { items } },
});

const deployment = on("aws:cloudfront/continuousDeploymentPolicy:ContinuousDeploymentPolicy", {
  enabled: true,
  stagingDistributionDnsNames: { items: ["d111111abcdef8.cloudfront.net"], quantity: 1 },
  trafficConfig: { type: "SingleWeight", singleWeightConfig: { weight: 0.1 } },
});
const byHeader = (header: string) => ({
  trafficConfig: { type: "SingleHeader", singleHeaderConfig: { header, value: "own" } },
});
const sticky = (idleTtl: number, maximumTtl: number) => ({
  trafficConfig: {
    type: "SingleWeight",
    singleWeightConfig: { weight: 0.1, sessionStickinessConfig: { idleTtl, maximumTtl } },
  },
});

const code = on("aws:cloudfront/function:Function", {
  name: "own",
  runtime: "cloudfront-js-2.0",
  code: "function handler(event) { return event.request; }",
});
const store = (id: number) =>
  `arn:aws:cloudfront::111122223333:key-value-store/11111111-1111-1111-1111-11111111111${id}`;

const logged = on("aws:cloudfront/realtimeLogConfig:RealtimeLogConfig", {
  name: "own",
  samplingRate: 10,
  fields: ["timestamp"],
  endpoint: {
    streamType: "Kinesis",
    kinesisStreamConfig: {
      roleArn: "arn:aws:iam::111122223333:role/r",
      streamArn: "arn:aws:kinesis:us-east-1:111122223333:stream/own",
    },
  },
});

const endpoint = {
  name: "own",
  arn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/own/1234567890abcdef",
  httpPort: 80,
  httpsPort: 443,
  originProtocolPolicy: "https-only",
  originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
};
const vpcOrigin = (says: string, bad: Arguments, good: Arguments) =>
  on("aws:cloudfront/vpcOrigin:VpcOrigin")(
    says,
    { vpcOriginEndpointConfig: { ...endpoint, ...bad } },
    { vpcOriginEndpointConfig: { ...endpoint, ...good } },
  );

const answered = (...names: string[]) => ({
  customHeadersConfig: { items: names.map((header) => ({ header, override: true, value: "own" })) },
});
const removed = (header: string) => ({ removeHeadersConfig: { items: [{ header }] } });
const protection = (xssProtection: Arguments) => ({
  securityHeadersConfig: { xssProtection: { override: true, protection: true, ...xssProtection } },
});
const cors = (...items: string[]) => ({
  corsConfig: {
    accessControlAllowCredentials: false,
    accessControlAllowHeaders: { items: ["X-Own"] },
    accessControlAllowMethods: { items },
    accessControlAllowOrigins: { items: ["https://a.example.com"] },
    originOverride: true,
  },
});

const key = ["-----BEGIN PUBLIC KEY-----", "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A", "-----END PUBLIC KEY-----", ""].join(
  "\n",
);

export const cloudfrontPolicies: FactsByName = {
  "cloudfront-anycast-ip-list-count": on("aws:cloudfront/anycastIpList:AnycastIpList", { name: "own" })(
    "a list of anycast addresses has 21",
    { ipCount: 20 },
    { ipCount: 21 },
  ),
  "cloudfront-cache-policy-accept-encoding-conflict": keyed(
    "Accept-Encoding is not listed where it is normalized",
    { ...headers("whitelist", "Accept-Encoding"), enableAcceptEncodingGzip: true },
    { ...headers("whitelist", "Accept-Encoding"), enableAcceptEncodingGzip: false },
  ),
  "cloudfront-cache-policy-cookie-behavior-items": keyed("listed cookies are listed", cookies(), cookies("a")),
  "cloudfront-cache-policy-header-behavior-items": keyed(
    "listed headers are listed",
    headers("whitelist"),
    headers("whitelist", "X-Own"),
  ),
  "cloudfront-cache-policy-header-behavior-none-items": keyed(
    "no headers are not listed",
    headers("none", "X-Own"),
    headers("whitelist", "X-Own"),
  ),
  "cloudfront-cache-policy-name": cachePolicy("a name has no dots", { name: "own.policy" }, { name: "own-policy" }),
  "cloudfront-cache-policy-query-string-behavior-items": keyed("listed queries are listed", queries(), queries("a")),
  "cloudfront-cache-policy-ttl-default-in-range": cachePolicy(
    "the default is within the range",
    { defaultTtl: 601 },
    { defaultTtl: 600 },
  ),
  "cloudfront-continuous-deployment-header-prefix": deployment(
    "the header of a deployment has a prefix",
    byHeader("x-own"),
    byHeader("aws-cf-cd-own"),
  ),
  "cloudfront-continuous-deployment-session-ttl-order": deployment(
    "an idle session ends before the longest one",
    sticky(900, 600),
    sticky(600, 900),
  ),
  "cloudfront-continuous-deployment-staging-dns-count": deployment(
    "there is one staging distribution",
    {
      stagingDistributionDnsNames: {
        items: ["d111111abcdef8.cloudfront.net", "d222222abcdef8.cloudfront.net"],
        quantity: 2,
      },
    },
    {},
  ),
  "cloudfront-continuous-deployment-traffic-config-match": deployment(
    "traffic is divided as its type says",
    { trafficConfig: { type: "SingleHeader", singleWeightConfig: { weight: 0.1 } } },
    { trafficConfig: { type: "SingleWeight", singleWeightConfig: { weight: 0.1 } } },
  ),
  "cloudfront-continuous-deployment-weight-range": deployment(
    "staging has 15 % at most",
    { trafficConfig: { type: "SingleWeight", singleWeightConfig: { weight: 0.16 } } },
    { trafficConfig: { type: "SingleWeight", singleWeightConfig: { weight: 0.15 } } },
  ),
  "cloudfront-function-code-size": code(
    "a function has 10 KB",
    { code: `function handler(event) { return event.request; }${" ".repeat(10_240)}` },
    {},
  ),
  "cloudfront-function-kvs-association-count": code(
    "a function has one store",
    { keyValueStoreAssociations: [store(1), store(2)] },
    { keyValueStoreAssociations: [store(1)] },
  ),
  "cloudfront-function-kvs-requires-runtime-2": code(
    "a store needs the second runtime",
    { keyValueStoreAssociations: [store(1)], runtime: "cloudfront-js-1.0" },
    { keyValueStoreAssociations: [store(1)] },
  ),
  "cloudfront-function-runtime-enum": code(
    "a runtime is one of two",
    { runtime: "cloudfront-js-3.0" },
    { runtime: "cloudfront-js-1.0" },
  ),
  "cloudfront-key-group-item-unique": on("aws:cloudfront/keyGroup:KeyGroup", { name: "own" })(
    "a key stands once in a group",
    { items: ["K1ABCDEFGHIJKL", "K1ABCDEFGHIJKL"] },
    { items: ["K1ABCDEFGHIJKL", "K2ABCDEFGHIJKL"] },
  ),
  "cloudfront-origin-request-policy-cloudfront-headers": requests(
    "only CloudFront's headers go beside all of the viewer's",
    headers("allViewerAndWhitelistCloudFront", "X-Own"),
    headers("allViewerAndWhitelistCloudFront", "CloudFront-Viewer-Country"),
  ),
  "cloudfront-origin-request-policy-cookie-behavior-items": requests(
    "listed cookies are listed",
    cookies(),
    cookies("a"),
  ),
  "cloudfront-origin-request-policy-header-behavior-items": requests(
    "listed headers are listed",
    headers("whitelist"),
    headers("whitelist", "X-Own"),
  ),
  "cloudfront-origin-request-policy-name-charset": requests(
    "a name has no dots",
    { name: "own.policy" },
    { name: "own-policy" },
  ),
  "cloudfront-origin-request-policy-query-string-behavior-items": requests(
    "listed queries are listed",
    queries(),
    queries("a"),
  ),
  "cloudfront-public-key-pem-format": on("aws:cloudfront/publicKey:PublicKey", { name: "own" })(
    "a key is PEM",
    { encodedKey: "ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB own" },
    { encodedKey: key },
  ),
  "cloudfront-realtime-log-endpoint-stream-type": logged(
    "logs go to Kinesis",
    {
      endpoint: {
        streamType: "Firehose",
        kinesisStreamConfig: {
          roleArn: "arn:aws:iam::111122223333:role/r",
          streamArn: "arn:aws:kinesis:us-east-1:111122223333:stream/own",
        },
      },
    },
    {},
  ),
  "cloudfront-realtime-log-field-names": logged(
    "a field is one of CloudFront's",
    { fields: ["time"] },
    { fields: ["timestamp"] },
  ),
  "cloudfront-response-headers-policy-name-charset": responses(
    "a name has no dots",
    { name: "own.policy", ...answered("X-Own") },
    { name: "own-policy", ...answered("X-Own") },
  ),
  "cloudfront-rhp-cors-allow-methods-enum": responses("a method is one of HTTP's", cors("FETCH"), cors("GET")),
  "cloudfront-rhp-custom-header-blocklist": responses(
    "some headers are CloudFront's own",
    answered("Connection"),
    answered("X-Own"),
  ),
  "cloudfront-rhp-custom-header-unique": responses(
    "a header stands once, in whatever case",
    answered("X-Own", "x-own"),
    answered("X-Own", "X-Other"),
  ),
  "cloudfront-rhp-remove-header-blocklist": responses(
    "CloudFront's own headers stay",
    removed("Via"),
    removed("Server"),
  ),
  "cloudfront-rhp-server-timing-sampling-rate-required": responses(
    "timings are sampled",
    { serverTimingHeadersConfig: { enabled: true } },
    { serverTimingHeadersConfig: { enabled: true, samplingRate: 10 } },
  ),
  "cloudfront-rhp-xss-protection-report-uri-mode-block": responses(
    "scripts are blocked or reported",
    protection({ modeBlock: true, reportUri: "https://a.example.com/report" }),
    protection({ modeBlock: true }),
  ),
  "cloudfront-rhp-xss-protection-report-uri-requires-protection": responses(
    "what is not stopped is not reported",
    protection({ protection: false, reportUri: "https://a.example.com/report" }),
    protection({ protection: true, reportUri: "https://a.example.com/report" }),
  ),
  "cloudfront-vpc-origin-arn-type": vpcOrigin(
    "an origin of a VPC is a load balancer or an instance",
    { arn: "arn:aws:ec2:eu-west-1:111122223333:network-interface/eni-0123456789abcdef0" },
    { arn: "arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0" },
  ),
  "cloudfront-vpc-origin-port-range": vpcOrigin("a port is 80 or above 1023", { httpPort: 81 }, { httpPort: 8080 }),
  "cloudfront-vpc-origin-ssl-protocols-required": vpcOrigin(
    "HTTPS needs a version",
    { originSslProtocols: undefined },
    {},
  ),
};
