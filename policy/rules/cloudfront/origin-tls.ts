import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";
import { eachOrigin } from "./origins";

const broken = ["SSLv3", "TLSv1", "TLSv1.1"];

export const cloudfrontOriginTls: ResourceRule = {
  scope: "resource",
  type: types.distribution,
  id: "cloudfront-origin-tls",
  title: "CloudFront reaches its origins over TLS 1.2",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("CloudFront.9", "CloudFront distributions should encrypt traffic to custom origins"),
    securityHub(
      "CloudFront.10",
      "CloudFront distributions should not use deprecated SSL protocols between edge locations and custom origins",
    ),
    wellArchitected("SEC09-BP02"),
  ],
  fix: "Set originProtocolPolicy to https-only and originSslProtocols to TLSv1.2 alone.",
  page: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html",
  check: (distribution) =>
    eachOrigin(distribution, (origin, name): Verdict => {
      const policy = origin.at("customOriginConfig", "originProtocolPolicy").text();
      const protocols = origin.at("customOriginConfig", "originSslProtocols").list();
      if (policy.state === "unknown" || protocols.state === "unknown") return notEvaluated(distribution, name);
      const old = protocols.state === "known" ? protocols.value.map((each) => each.text()) : [];
      const found = old.flatMap((each) => (each.state === "known" && broken.includes(each.value) ? [each.value] : []));
      return [
        ...(policy.state === "known" && policy.value !== "https-only"
          ? violated(
              distribution,
              `${name} is reached by ${policy.value}: what is asked for crosses the network in plain text`,
            )
          : holds),
        ...(found.length > 0
          ? violated(distribution, `${name} is reached by ${found.join(", ")}, which has known attacks`)
          : holds),
      ];
    }),
};
