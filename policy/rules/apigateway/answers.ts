import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { apiKey, placeKey } from "./paths";

/** What a method, and the integration that answers it, go by; none while a part is not known. */
function methodKey(stack: Graph, owner: Resource, api: string | undefined): string | undefined {
  const place = placeKey(stack, owner, owner.get("resourceId"));
  const method = owner.get("httpMethod").text();
  if (api === undefined || place === undefined || method.state === "unknown") return undefined;
  return `${api} ${place} ${method.state === "known" ? method.value : "no method"}`;
}

/** Finds the integration of a method: one of the stack, none, or "unknown" while it is not known which methods some answer. */
export function integrationFinder(stack: Graph): (method: Resource) => Resource | "unknown" | undefined {
  const found = new Map<string, Resource>();
  /** APIs with an integration of which it is not known what it answers; `undefined` for one of an unknown API. */
  const open = new Set<string | undefined>();
  for (const integration of stack.ofType(types.apiIntegration)) {
    // An integration whose verb is taken from its method is that method's, whatever it is.
    const methods = stack.sources(integration, integration.get("httpMethod"), types.apiMethod);
    for (const { urn } of methods) found.set(urn, integration);
    const api = apiKey(stack, integration);
    const key = methodKey(stack, integration, api);
    if (key !== undefined) found.set(key, integration);
    else if (methods.length === 0) open.add(api);
  }
  return (method) => {
    const api = apiKey(stack, method);
    const key = methodKey(stack, method, api);
    const integration = found.get(method.urn) ?? (key === undefined ? undefined : found.get(key));
    if (integration) return integration;
    return key === undefined || open.has(api) || open.has(undefined) ? "unknown" : undefined;
  };
}

const isSet = (owner: Resource, property: string): boolean => owner.get(property).any().state !== "absent";

/** What an API adds to requests, or goes through: where none of it is set, callers could ask the address themselves. */
const additions = [
  "requestParameters",
  "requestTemplates",
  "credentials",
  "credentialsArn",
  "tlsConfig",
  "connectionId",
];

/** Whether an integration only passes requests on to an address on the internet, which is open to everybody without it. */
export function passesOnToInternet(integration: Resource): boolean {
  const [uri, type] =
    integration.type === types.apiIntegration ? ["uri", "type"] : ["integrationUri", "integrationType"];
  const [address, kind] = [integration.get(uri).text(), integration.get(type).text()];
  return (
    kind.state === "known" &&
    kind.value === "HTTP_PROXY" &&
    address.state === "known" &&
    /^https?:\/\//.test(address.value) &&
    !additions.some((property) => isSet(integration, property))
  );
}
