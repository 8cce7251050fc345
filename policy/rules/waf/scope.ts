import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const wafScope: ResourceRule = {
  scope: "resource",
  type: [
    types.webAcl,
    "aws:wafv2/ipSet:IpSet",
    "aws:wafv2/regexPatternSet:RegexPatternSet",
    "aws:wafv2/ruleGroup:RuleGroup",
  ],
  id: "waf-scope",
  title: "A web ACL for CloudFront, and what it is made of, is in us-east-1",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("SEC05-BP03")],
  fix: 'Set region to us-east-1, or scope to "REGIONAL" for an API.',
  page: "https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html",
  check(resource) {
    const scope = resource.get("scope").text();
    if (scope.state === "unknown") return notEvaluated(resource, "scope");
    if (scope.state !== "known" || scope.value !== "CLOUDFRONT") return holds;
    const region = resource.regionReading;
    if (region.state !== "known") return notEvaluated(resource, "region");
    return region.value === "us-east-1"
      ? holds
      : violated(resource, `scope is CLOUDFRONT, and its Region is ${region.value}`);
  },
};
