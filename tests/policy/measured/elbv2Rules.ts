import { type Fact, facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const listenerArn = `arn:aws:elasticloadbalancing:eu-west-1:${account}:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2`;
const loadBalancerArn = `arn:aws:elasticloadbalancing:eu-west-1:${account}:loadbalancer/app/web/50dc6c495c0c9188`;
const group = (name: string): string =>
  `arn:aws:elasticloadbalancing:eu-west-1:${account}:targetgroup/${name}/73e2d6bc24d8a067`;
const certificateArn = `arn:aws:acm:eu-west-1:${account}:certificate/1234abcd-12ab-34cd-56ef-1234567890ab`;

const ruleType = "aws:lb/listenerRule:ListenerRule";
const rule = ofType(ruleType, { listenerArn, priority: 10 });
const listenerType = "aws:lb/listener:Listener";
const secure = ofType(listenerType, { loadBalancerArn, port: 443, protocol: "HTTPS", certificateArn });

const forward = { type: "forward", targetGroupArn: group("web") };
const onPath = { pathPattern: { values: ["/a"] } };
const under = (...conditions: readonly Arguments[]) => ({ actions: [forward], conditions });
const does = (...actions: readonly Arguments[]) => ({ actions, conditions: [onPath] });
const spreads = (targetGroups: readonly Arguments[], beside: Arguments = {}) =>
  does({ type: "forward", forward: { targetGroups, ...beside } });
const two = [
  { arn: group("a"), weight: 1 },
  { arn: group("b"), weight: 1 },
];
const answers = (fixedResponse: Arguments) => does({ type: "fixed-response", fixedResponse });
const redirects = (redirect: Arguments) => does({ type: "redirect", redirect });

const oidc = {
  authorizationEndpoint: "https://id.example.com/authorize",
  clientId: "c",
  clientSecret: "s",
  issuer: "https://id.example.com",
  tokenEndpoint: "https://id.example.com/token",
  userInfoEndpoint: "https://id.example.com/me",
};
const signsIn = (authenticateOidc: Arguments) => ({
  defaultActions: [
    { type: "authenticate-oidc", order: 1, authenticateOidc: { ...oidc, ...authenticateOidc } },
    { ...forward, order: 2 },
  ],
});

/** A fact of what a rule asks for. */
const condition = (says: string, bad: Arguments, good: Arguments): Fact => rule(says, under(bad), under(good));

const numbered = (...priorities: readonly number[]): readonly Made[] =>
  priorities.map((priority, index) => [
    ruleType,
    `rule${index}`,
    { listenerArn, priority, actions: [forward], conditions: [{ pathPattern: { values: [`/${index}`] } }] },
  ]);

export const elbv2Rules: FactsByName = {
  "elbv2-action-cognito-userpool-region": secure(
    "a user pool is in the listener's Region",
    cognito("us-east-1"),
    cognito("eu-west-1"),
  ),
  "elbv2-action-fixed-response-content-type": rule(
    "an answer is of one of five types",
    answers({ contentType: "text/xml", statusCode: "200" }),
    answers({ contentType: "text/plain", statusCode: "200" }),
  ),
  "elbv2-action-forward-stickiness-duration-range": rule(
    "a client sticks a week at most",
    spreads(two, { stickiness: { enabled: true, duration: 604_801 } }),
    spreads(two, { stickiness: { enabled: true, duration: 604_800 } }),
  ),
  "elbv2-action-forward-tg-count-max": rule(
    "requests are spread over five groups at most",
    spreads(many(6, (index) => ({ arn: group(`g${index}`), weight: 1 }))),
    spreads(many(5, (index) => ({ arn: group(`g${index}`), weight: 1 }))),
  ),
  "elbv2-action-forward-weight-range": rule(
    "a weight is 999 at most",
    spreads([
      { arn: group("a"), weight: 1000 },
      { arn: group("b"), weight: 1 },
    ]),
    spreads([
      { arn: group("a"), weight: 999 },
      { arn: group("b"), weight: 1 },
    ]),
  ),
  "elbv2-action-oidc-endpoint-https": secure(
    "an issuer is asked over HTTPS",
    signsIn({ tokenEndpoint: "http://id.example.com/token" }),
    signsIn({}),
  ),
  "elbv2-action-oidc-extra-params-max": secure(
    "a sign-in has ten further parameters at most",
    signsIn({ authenticationRequestExtraParams: Object.fromEntries(many(11, (index) => [`p${index}`, "v"])) }),
    signsIn({ authenticationRequestExtraParams: Object.fromEntries(many(10, (index) => [`p${index}`, "v"])) }),
  ),
  "elbv2-action-oidc-on-unauthenticated-values": secure(
    "who is not signed in is met in three ways",
    signsIn({ onUnauthenticatedRequest: "redirect" }),
    signsIn({ onUnauthenticatedRequest: "deny" }),
  ),
  "elbv2-action-redirect-path-leading-slash": rule(
    "a path begins with a slash",
    redirects({ path: "b", statusCode: "HTTP_301" }),
    redirects({ path: "/b", statusCode: "HTTP_301" }),
  ),
  "elbv2-action-redirect-port-value": rule(
    "a port is a number",
    redirects({ port: "https", statusCode: "HTTP_301" }),
    redirects({ port: "443", statusCode: "HTTP_301" }),
  ),
  "elbv2-action-redirect-status-code": rule(
    "a redirect is for good or for now",
    redirects({ path: "/b", statusCode: "HTTP_307" }),
    redirects({ path: "/b", statusCode: "HTTP_302" }),
  ),
  "elbv2-action-redirect-no-change": rule(
    "a redirect changes something",
    redirects({ statusCode: "HTTP_301" }),
    redirects({ path: "/b", statusCode: "HTTP_301" }),
  ),
  "elbv2-action-session-timeout-range": secure(
    "a session lasts a week at most",
    signsIn({ sessionTimeout: 604_801 }),
    signsIn({ sessionTimeout: 604_800 }),
  ),
  "elbv2-listener-auth-action-https-only": facts(
    "people sign in over HTTPS",
    [[listenerType, "web", { loadBalancerArn, port: 80, protocol: "HTTP", ...signsIn({}) }]],
    [[listenerType, "web", { loadBalancerArn, port: 443, protocol: "HTTPS", certificateArn, ...signsIn({}) }]],
  ),
  "elbv2-listener-default-action-routing-last": secure(
    "a sign-in leads somewhere",
    { defaultActions: [{ type: "authenticate-oidc", authenticateOidc: oidc }] },
    signsIn({}),
  ),
  "elbv2-rule-actions-exactly-one-routing": rule(
    "a rule does one thing",
    does({ ...forward, order: 1 }, { ...forward, targetGroupArn: group("b"), order: 2 }),
    does(forward),
  ),
  "elbv2-rule-condition-duplicate-field": rule(
    "a path is asked for once",
    under(onPath, { pathPattern: { values: ["/b"] } }),
    under({ pathPattern: { values: ["/a", "/b"] } }),
  ),
  "elbv2-rule-condition-empty-values": condition("a condition has values", { pathPattern: { values: [] } }, onPath),
  "elbv2-rule-condition-values-max": condition(
    "a rule has five values at most",
    { pathPattern: { values: ["/a", "/b", "/c", "/d", "/e", "/f"] } },
    { pathPattern: { values: ["/a", "/b", "/c", "/d", "/e"] } },
  ),
  "elbv2-rule-conditions-required": rule(
    "a rule has conditions",
    { actions: [forward], conditions: [] },
    under(onPath),
  ),
  "elbv2-rule-host-header-format": condition(
    "a host has a dot",
    { hostHeader: { values: ["example"] } },
    { hostHeader: { values: ["example.com"] } },
  ),
  "elbv2-rule-http-header-name-length": condition(
    "the name of a header has 40 characters at most",
    { httpHeader: { httpHeaderName: "a".repeat(41), values: ["v"] } },
    { httpHeader: { httpHeaderName: "a".repeat(40), values: ["v"] } },
  ),
  "elbv2-rule-http-header-not-host": condition(
    "the host is asked for as the host",
    { httpHeader: { httpHeaderName: "Host", values: ["example.com"] } },
    { httpHeader: { httpHeaderName: "X-Host", values: ["example.com"] } },
  ),
  "elbv2-rule-http-method-charset": condition(
    "a method has capital letters",
    { httpRequestMethod: { values: ["get"] } },
    { httpRequestMethod: { values: ["GET"] } },
  ),
  "elbv2-rule-priority-unique": facts("a rule has its own place", numbered(10, 10), numbered(10, 20)),
  "elbv2-rule-regex-and-values-exclusive": condition(
    "a path is a text or an expression",
    { pathPattern: { values: ["/a"], regexValues: ["^/b"] } },
    { pathPattern: { regexValues: ["^/b"] } },
  ),
  "elbv2-rule-source-ip-cidr": condition(
    "addresses are a block",
    { sourceIp: { values: ["10.0.0.1"] } },
    { sourceIp: { values: ["10.0.0.1/32"] } },
  ),
  "elbv2-rule-value-length-128": condition(
    "a value has 128 characters at most",
    { pathPattern: { values: [`/${"a".repeat(128)}`] } },
    { pathPattern: { values: [`/${"a".repeat(127)}`] } },
  ),
  "elbv2-action-redirect-https-to-http": secure(
    "HTTPS does not lead to HTTP",
    { defaultActions: [{ type: "redirect", redirect: { protocol: "HTTP", port: "80", statusCode: "HTTP_301" } }] },
    { defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "8443", statusCode: "HTTP_301" } }] },
  ),
};

function cognito(region: string): Arguments {
  return {
    defaultActions: [
      {
        type: "authenticate-cognito",
        order: 1,
        authenticateCognito: {
          userPoolArn: `arn:aws:cognito-idp:${region}:${account}:userpool/${region}_a`,
          userPoolClientId: "c",
          userPoolDomain: "shop",
        },
      },
      { ...forward, order: 2 },
    ],
  };
}
