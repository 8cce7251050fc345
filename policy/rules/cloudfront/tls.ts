import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const cloudfrontTls: ResourceRule = {
  scope: "resource",
  type: types.distribution,
  id: "cloudfront-tls",
  title: "A distribution with a custom certificate requires TLS 1.2 or later",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC09-BP02")],
  fix: "Set viewerCertificate.minimumProtocolVersion to TLSv1.2_2021 or newer.",
  page: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html",
  check(distribution) {
    const own = distribution.get("viewerCertificate", "cloudfrontDefaultCertificate").flag();
    if (own.state === "unknown") return notEvaluated(distribution, "viewerCertificate");
    if (own.state === "known" && own.value) return holds; // CloudFront decides for its own domain
    const version = distribution.get("viewerCertificate", "minimumProtocolVersion").text();
    if (version.state === "unknown") return notEvaluated(distribution, "viewerCertificate.minimumProtocolVersion");
    const value = version.state === "known" ? version.value : "TLSv1";
    return /^TLSv1(\.1)?(_|$)|^SSLv3$/.test(value)
      ? violated(distribution, `viewerCertificate.minimumProtocolVersion is ${value}, which has known attacks`)
      : holds;
  },
};
