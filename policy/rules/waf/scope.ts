import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const wafScope: ResourceRule = {
  scope: "resource",
  type: types.webAcl,
  id: "waf-scope",
  title: "A web ACL for CloudFront is in us-east-1",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("SEC05-BP03")],
  fix: 'Set region to us-east-1, or scope to "REGIONAL" for an API.',
  page: "https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html",
  check(acl) {
    const scope = acl.get("scope").text();
    if (scope.state === "unknown") return notEvaluated(acl, "scope");
    if (scope.state !== "known" || scope.value !== "CLOUDFRONT") return holds;
    const region = acl.regionReading;
    if (region.state !== "known") return notEvaluated(acl, "region");
    return region.value === "us-east-1"
      ? holds
      : violated(acl, `scope is CLOUDFRONT, and its Region is ${region.value}`);
  },
};
