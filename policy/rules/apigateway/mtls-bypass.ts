import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { holds, type StackRule, type Verdict, violatedUnless } from "../../frame/rule";

/** Domains, the mappings to them, and the APIs behind, of REST and HTTP APIs. */
const kinds = [
  { domain: types.apiDomain, mapping: types.apiBasePath, api: types.restApi, names: "restApi" },
  { domain: types.httpDomain, mapping: types.httpApiMapping, api: types.httpApi, names: "apiId" },
] as const;

function check(stack: Graph, mapping: Resource, { domain, api, names }: (typeof kinds)[number]): Verdict {
  const domains = stack.refer(mapping, mapping.get("domainName"), domain);
  const mutual = (domains.state === "resolved" ? domains.to : []).some((each) => {
    const truststore = each.get("mutualTlsAuthentication", "truststoreUri");
    return truststore.any().state !== "absent" && !each.leavesToAws(truststore);
  });
  if (!mutual) return holds;
  const apis = stack.refer(mapping, mapping.get(names), api);
  return (apis.state === "resolved" ? apis.to : []).flatMap((each) => {
    const disabled = each.get("disableExecuteApiEndpoint").flag();
    if (disabled.state === "known" && disabled.value) return holds;
    return violatedUnless(
      disabled.state === "unknown" && !each.leavesToAws(each.get("disableExecuteApiEndpoint")),
      each,
      "disableExecuteApiEndpoint",
      "its domain asks for client certificates, and its execute-api address for none",
    );
  });
}

export const apigatewayMtlsBypass: StackRule = {
  scope: "stack",
  id: "apigateway-mtls-bypass",
  title: "An API with mutual TLS cannot be called without it",
  severity: "high",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC05-BP02"), wellArchitected("SEC09-BP02")],
  fix: "Set disableExecuteApiEndpoint to true.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html",
  check: (stack) =>
    kinds.flatMap((kind) => stack.ofType(kind.mapping).flatMap((mapping) => check(stack, mapping, kind))),
};
