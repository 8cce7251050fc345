import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Property, type Reading } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

/** The Region of a certificate: in its ARN, or that of the resource it is made by. */
function readRegion(stack: Graph, domain: Resource, arn: Property): Reading<string> {
  const text = arn.text();
  if (text.state === "known") {
    const [, region] = /^arn:[^:]*:acm:([^:]*):/.exec(text.value) ?? [];
    return region === undefined ? { state: "malformed" } : { state: "known", value: region };
  }
  const [certificate] = stack.sources(domain, arn, types.certificate);
  const region = certificate?.regionReading;
  return region?.state === "known" ? region : { state: "unknown" };
}

function check(stack: Graph, domain: Resource): Verdict {
  const arn = domain.get("certificateArn"); // of edge-optimised and private domains; regional ones have regionalCertificateArn
  const endpoint = domain.get("endpointConfiguration", "types").text();
  if (arn.any().state === "absent" || domain.leavesToAws(arn)) return holds;
  if (endpoint.state === "known" && endpoint.value === "PRIVATE") return holds;
  const region = readRegion(stack, domain, arn);
  if (region.state !== "known") return notEvaluated(domain, "Region of certificateArn");
  return region.value === "us-east-1"
    ? holds
    : violated(domain, `certificateArn is in ${region.value}; an edge-optimised domain takes one of us-east-1`);
}

export const apigatewayCertificateRegion: StackRule = {
  scope: "stack",
  id: "apigateway-certificate-region",
  title: "The certificate of an edge-optimised domain is in us-east-1",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("SEC09-BP01")],
  fix: "Make the certificate in us-east-1, or a regional domain with regionalCertificateArn.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-edge-optimized-custom-domain-name.html",
  check: each(types.apiDomain, check),
};
