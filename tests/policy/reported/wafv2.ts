import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;

const visibility = (metricName: string) => ({
  visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName },
});
const acl = on("aws:wafv2/webAcl:WebAcl", {
  ...{ name: "own", scope: "REGIONAL", defaultAction: { allow: {} }, ...visibility("own") },
});
const rule = (statement: Arguments, more: Arguments = { action: { block: {} } }) => ({
  rules: [{ name: "first", priority: 0, statement, ...more, ...visibility("first") }],
});
const country = (...countryCodes: readonly string[]) => ({ geoMatchStatement: { countryCodes } });
const managed = { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesSQLiRuleSet" } };
const scripts = (fieldToMatch: Arguments) => ({
  xssMatchStatement: { fieldToMatch, textTransformations: [{ priority: 0, type: "URL_DECODE" }] },
});

export const wafv2: FactsByName = {
  "and-of-one": acl(
    "two statements are joined",
    rule({ andStatement: { statements: [country("NL")] } }),
    rule({
      andStatement: {
        statements: [country("NL"), { labelMatchStatement: { scope: "LABEL", key: "awswaf:managed:own" } }],
      },
    }),
  ),
  "address-without-mask": on("aws:wafv2/ipSet:IpSet", { name: "own", scope: "REGIONAL", ipAddressVersion: "IPV4" })(
    "an address has a mask",
    { addresses: ["192.0.2.1"] },
    { addresses: ["192.0.2.1/32"] },
  ),
  "managed-group-without-override": acl(
    "a group of rules has an override of its action",
    rule(managed, {}),
    rule(managed, { overrideAction: { none: {} } }),
  ),
  "field-of-none": acl("a statement says what it looks at", rule(scripts({})), rule(scripts({ queryString: {} }))),
};
