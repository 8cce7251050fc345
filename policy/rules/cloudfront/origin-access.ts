import { securityHub, wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { eachOrigin } from "./origins";

/** Domains of buckets, but not of their websites, which are public and take no signature. */
const bucketDomain = /^(?!.*\.s3-website).*\.s3([.-][a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/;

/** An origin access identity lets CloudFront read a bucket that is not public; an empty one is none. */
function hasIdentity(origin: Property): boolean {
  const identity = origin.at("s3OriginConfig", "originAccessIdentity").any();
  return identity.state !== "absent" && !(identity.state === "known" && identity.value === "");
}

function check(stack: Graph, distribution: Resource): Verdict {
  const buckets = stack.sources(distribution, distribution.get("origins"), types.bucket);
  return eachOrigin(distribution, (origin, name): Verdict => {
    if (origin.at("originAccessControlId").any().state !== "absent") return holds;
    if (origin.at("customOriginConfig").any().state !== "absent") return holds;
    const domain = origin.at("domainName").text();
    if (domain.state === "unknown" && buckets.length === 0) return notEvaluated(distribution, `domain of ${name}`);
    const isBucket = domain.state === "known" ? bucketDomain.test(domain.value) : buckets.length > 0;
    if (!isBucket) return holds;
    return hasIdentity(origin)
      ? violated(
          distribution,
          `${name} is read by an origin access identity, which is outdated: it knows neither keys of KMS nor newer Regions`,
        )
      : violated(
          distribution,
          `${name} is a bucket without origin access control: it must be public for CloudFront to read it`,
        );
  });
}

export const cloudfrontOriginAccess: StackRule = {
  scope: "stack",
  id: "cloudfront-origin-access",
  title: "A bucket behind a distribution is read by origin access control",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("CloudFront.13", "CloudFront distributions should use origin access control"),
    wellArchitected("SEC08-BP04"),
  ],
  fix: "Make an OriginAccessControl that always signs, name it in originAccessControlId, and let the bucket admit the distribution.",
  page: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
  check: each(types.distribution, check),
};
