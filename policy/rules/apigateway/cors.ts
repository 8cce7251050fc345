import { wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

/** A header that an integration response sets, in lower case and without API Gateway's quotes. */
function header(response: Resource, name: string) {
  const parameters = response.get("responseParameters").entries();
  if (parameters.state !== "known") return parameters.state === "unknown" ? undefined : "";
  const wanted = `method.response.header.${name}`;
  const found = parameters.value.find(([key]) => key.toLowerCase() === wanted);
  const text = found?.[1].text();
  if (!text || text.state === "absent") return "";
  return text.state === "known" ? text.value.replaceAll("'", "").trim().toLowerCase() : undefined;
}

export const apigatewayCors: ResourceRule = {
  scope: "resource",
  type: types.apiIntegrationResponse,
  id: "apigateway-cors",
  title: "Pages of any origin cannot call a REST API with a user's credentials",
  severity: "medium",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC03-BP07")],
  fix: "Name the origin of your pages in Access-Control-Allow-Origin, or leave out Access-Control-Allow-Credentials.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html",
  check(response) {
    const origin = header(response, "access-control-allow-origin");
    const credentials = header(response, "access-control-allow-credentials");
    if (origin === "*" && credentials === "true") {
      return violated(response, "it allows the origin * together with credentials; browsers refuse such a response");
    }
    const open = (origin === undefined && credentials !== "") || (credentials === undefined && origin === "*");
    return open ? notEvaluated(response, "responseParameters") : holds;
  },
};
