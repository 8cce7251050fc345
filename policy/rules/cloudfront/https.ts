import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";
import { readBehaviours } from "./behaviours";

export const cloudfrontHttps: ResourceRule = {
  scope: "resource",
  type: types.distribution,
  id: "cloudfront-https",
  title: "A distribution is reached over TLS only",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("CloudFront.3", "CloudFront distributions should require encryption in transit"),
    wellArchitected("SEC09-BP02"),
  ],
  fix: "Set viewerProtocolPolicy to redirect-to-https or https-only in every behaviour.",
  page: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html",
  check(distribution): Verdict {
    const { all, open } = readBehaviours(distribution);
    const found = all.flatMap((behaviour): Verdict => {
      const policy = behaviour.at("viewerProtocolPolicy");
      const reading = policy.text();
      if (reading.state === "unknown") return notEvaluated(distribution, policy.name);
      return reading.state === "known" && reading.value === "allow-all"
        ? violated(distribution, `${policy.name} is allow-all: pages and cookies cross the network in plain text`)
        : holds;
    });
    return open ? [...found, ...notEvaluated(distribution, "orderedCacheBehaviors")] : found;
  },
};
