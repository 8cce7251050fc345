import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { requiredRule } from "../../setting";

export const cloudfrontWaf = requiredRule({
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
  because: "nothing stops floods and known attacks before the origin",
});
