import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { requiredRule, settingRule } from "../../frame/setting";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  settingRule({
    id: "cloudfront-function-runtime",
    title: "A CloudFront Function uses runtime 2.0",
    severity: "low",
    level: "advisory",
    controls: [wellArchitected("SEC06-BP01")],
    fix: "Set runtime to cloudfront-js-2.0.",
    page: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-features.html",
    type: types.edgeFunction,
    property: ["runtime"],
    takes: ["cloudfront-js-2.0"],
    because: "runtime 1.0 supports little more than ES5, and no key-value store",
  }),
  requiredRule({
    id: "cloudfront-waf",
    title: "A distribution has a web ACL",
    severity: "medium",
    level: "advisory",
    controls: [
      securityHub("CloudFront.6", "CloudFront distributions should have WAF enabled"),
      wellArchitected("SEC05-BP03"),
    ],
    fix: "Set webAclId to the ARN of a WAFv2 ACL of scope CLOUDFRONT.",
    page: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html",
    type: types.distribution,
    property: ["webAclId"],
    because: "floods and known attacks reach the origin",
  }),
];
