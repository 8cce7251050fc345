import { type Row } from "../../schema";
import { api } from "../pages";
import { among, between, like } from "../together";

const group = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/orders/0123456789abcdef";

export const forward = { type: "forward", targetGroupArn: group };

export const oidc = {
  authorizationEndpoint: "https://id.example.com/a",
  clientId: "c",
  clientSecret: "s",
  issuer: "https://id.example.com",
  tokenEndpoint: "https://id.example.com/t",
  userInfoEndpoint: "https://id.example.com/u",
};

const blocks = [
  ["fixed-response", "fixedResponse", { contentType: "text/plain", statusCode: "404" }],
  ["redirect", "redirect", { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" }],
  ["authenticate-oidc", "authenticateOidc", oidc],
  [
    "authenticate-cognito",
    "authenticateCognito",
    {
      userPoolArn: "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a",
      userPoolClientId: "c",
      userPoolDomain: "d",
    },
  ],
] as const;

const same = (path: string, value: string) => ({ [path]: { const: value } });

/** What an action is, where it stands. */
export const actions = (at: string): readonly Row[] => [
  ...blocks.map(([type, block, value]): Row => ({
    at: `${at}[]`,
    fact: `an action of ${type} has ${block}`,
    when: { type },
    required: [block],
    source: api("elb", "Action"),
    good: { type, [block]: value },
    bad: { type },
  })),
  {
    at: `${at}[]`,
    fact: "an action of forward has targetGroupArn or forward",
    when: { type: "forward" },
    requiredOr: ["targetGroupArn", "forward"],
    source: api("elb", "Action"),
    good: forward,
    bad: { type: "forward" },
  },
  {
    at: `${at}[].forward.targetGroups`,
    fact: "an action forwards to 1 to 5 groups of targets",
    minItems: 1,
    maxItems: 5,
    source: api("elb", "ForwardActionConfig"),
    good: [{ arn: group }],
    bad: Array.from({ length: 6 }, (_, index) => ({ arn: `${group}${index}` })),
  },
  between(`${at}[].forward.targetGroups[].weight`, 0, 999, { source: api("elb", "TargetGroupTuple") }),
  between(`${at}[].forward.stickiness.duration`, 1, 604_800, { source: api("elb", "TargetGroupStickinessConfig") }),
  like(
    `${at}[].fixedResponse.statusCode`,
    "a fixed response has a code of 2xx, 4xx or 5xx",
    "^[245]\\d\\d$",
    "404",
    "301",
    {
      source: api("elb", "FixedResponseActionConfig"),
    },
  ),
  among(
    `${at}[].fixedResponse.contentType`,
    ["text/plain", "text/css", "text/html", "application/javascript", "application/json"],
    "text/xml",
    { source: api("elb", "FixedResponseActionConfig") },
  ),
  {
    at: `${at}[].fixedResponse.messageBody`,
    maxLength: 1_024,
    source: api("elb", "FixedResponseActionConfig"),
    good: "gone",
    bad: "x".repeat(1_025),
  },
  among(`${at}[].redirect.statusCode`, ["HTTP_301", "HTTP_302"], "HTTP_307", {
    source: api("elb", "RedirectActionConfig"),
  }),
  like(
    `${at}[].redirect.protocol`,
    "a redirect goes to HTTP, HTTPS or #{protocol}",
    "^(HTTPS?|#\\{protocol\\})$",
    "HTTPS",
    "TCP",
    {
      source: api("elb", "RedirectActionConfig"),
    },
  ),
  like(`${at}[].redirect.path`, "a path begins with /", "^/", "/#{path}", "#{path}", {
    source: api("elb", "RedirectActionConfig"),
  }),
  like(`${at}[].redirect.port`, "a port is 1 to 65535 or #{port}", "^([1-9]\\d{0,4}|#\\{port\\})$", "443", "https", {
    source: api("elb", "RedirectActionConfig"),
  }),
  {
    at: `${at}[].redirect.query`,
    fact: "a query has no leading ?",
    not: { pattern: "^\\?" },
    source: api("elb", "RedirectActionConfig"),
    good: "#{query}",
    bad: "?#{query}",
  },
  {
    at: `${at}[].redirect`,
    fact: "a redirect changes the protocol, the host, the port or the path, or it goes in a loop",
    not: {
      properties: {
        ...same("protocol", "#{protocol}"),
        ...same("host", "#{host}"),
        ...same("port", "#{port}"),
        ...same("path", "/#{path}"),
      },
    },
    source: api("elb", "RedirectActionConfig"),
    good: { protocol: "HTTPS", statusCode: "HTTP_301" },
    bad: { query: "moved=1", statusCode: "HTTP_301" },
  },
  ...["authenticateCognito", "authenticateOidc"].flatMap((block): Row[] => [
    among(`${at}[].${block}.onUnauthenticatedRequest`, ["deny", "allow", "authenticate"], "redirect", {
      source: api("elb", "AuthenticateOidcActionConfig"),
    }),
    between(`${at}[].${block}.sessionTimeout`, 1, 604_800, { source: api("elb", "AuthenticateOidcActionConfig") }),
    {
      at: `${at}[].${block}.authenticationRequestExtraParams`,
      maxProperties: 10,
      source: api("elb", "AuthenticateOidcActionConfig"),
      good: { a: "1" },
      bad: Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`a${index}`, "1"])),
    },
  ]),
  {
    at,
    fact: "actions have different orders",
    uniqueKeys: ["order"],
    good: [{ ...forward, order: 1 }],
    bad: [
      { ...forward, order: 1 },
      { ...forward, order: 1 },
    ],
  },
];
