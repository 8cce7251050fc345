import { type Row, type Schema, type TypeRows } from "../../schema";
import { api } from "../pages";
import { like, sameRegion, together } from "../together";

const account = "111122223333";
export const forward = {
  type: "forward",
  targetGroupArn: `arn:aws:elasticloadbalancing:eu-west-1:${account}:targetgroup/a/1`,
};

/** What listeners and rules do alike. */
export const actions = (at: string): readonly Row[] => [
  sameRegion(
    `${at}[].authenticateCognito.userPoolArn`,
    "a user pool is in the listener's own Region",
    `arn:aws:cognito-idp:eu-west-1:${account}:userpool/eu-west-1_a`,
  ),
  ...["authorizationEndpoint", "issuer", "tokenEndpoint", "userInfoEndpoint"].map((address) =>
    like(
      `${at}[].authenticateOidc.${address}`,
      "an identity provider is asked over HTTPS",
      "^https://",
      "https://id.example.com",
      "http://id.example.com",
      { source: api("elb", "AuthenticateOidcActionConfig") },
    ),
  ),
];

export const routing: Schema = {
  properties: { type: { enum: ["forward", "redirect", "fixed-response"] } },
  required: ["type"],
};
const ruleAt = (module: string) => ({
  type: `aws:${module}/listenerRule:ListenerRule`,
  properties: {
    region: "eu-west-1",
    listenerArn: "listener",
    priority: 10,
    actions: [forward],
    conditions: [{ pathPattern: { values: ["/a"] } }],
  },
});

/** The rules of listeners, by either of the provider's two names. */
export const ruleRefusals: readonly TypeRows[] = ["lb", "alb"].map((module) => ({
  type: `aws:${module}/listenerRule:ListenerRule`,
  source: api("elb", "CreateRule"),
  rows: [
    ...actions("actions"),
    {
      at: "actions",
      fact: "a rule does one thing beside a sign-in",
      contains: routing,
      minContains: 1,
      maxContains: 1,
      source: api("elb", "Action"),
      good: [forward],
      bad: [
        { ...forward, order: 1 },
        { ...forward, order: 2 },
      ],
    },
    together(
      "a rule has its own priority at its listener",
      { onlyOne: ["listenerArn", "priority"], source: api("elb", "CreateRule"), beside: { other: ruleAt(module) } },
      { listenerArn: "listener", actions: [forward], conditions: [{ pathPattern: { values: ["/b"] } }] },
      { priority: 20 },
      { priority: 10 },
    ),
    like("conditions[].hostHeader.values[]", "a host has a dot", "\\.", "example.com", "example", {
      source: api("elb", "HostHeaderConditionConfig"),
    }),
    ...["pathPattern", "hostHeader"].map((field): Row => ({
      at: `conditions[].${field}`,
      fact: `${field} has values or regexValues`,
      requiredXor: ["values[]", "regexValues[]"],
      source: api("elb", "RuleCondition"),
      good: { values: ["a.example"] },
      bad: { values: ["a.example"], regexValues: ["^b"] },
    })),
  ],
}));
