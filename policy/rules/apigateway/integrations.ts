import { type Graph } from "../../frame/graph";
import { type Property, type Reading } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { notEvaluated, type Verdict } from "../../frame/rule";
import { findOperations } from "./operations";
import { quickCreated, quickRoute } from "./quick-create";

/** What answers a route, however the API is written down. */
export interface Integration {
  /** The resource that declares it. */
  readonly owner: Resource;
  /** How messages call it: the operation of a document, or nothing for a resource of its own. */
  readonly name: string;
  /** Type of the API. */
  readonly kind: "REST" | "HTTP";
  readonly uri: Property;
  /** Whether API Gateway uses a role of its own to call it, and needs no permission then. */
  readonly withRole: boolean;
  readonly timeout: Reading<number>;
  /** Names the API. */
  readonly api: Property;
}

/** The integrations of a stack, and the APIs whose document cannot be read. */
export function findIntegrations(stack: Graph): { all: readonly Integration[]; unread: readonly Resource[] } {
  const rest = stack.ofType(types.apiIntegration).map((owner): Integration => ({
    owner,
    name: "",
    kind: "REST",
    uri: owner.get("uri"),
    withRole: given(owner, "credentials"),
    timeout: readTimeout(owner),
    api: owner.get("restApi"),
  }));
  const http = stack.ofType(types.httpIntegration).map((owner): Integration => ({
    owner,
    name: "",
    kind: "HTTP",
    uri: owner.get("integrationUri"),
    withRole: given(owner, "credentialsArn"),
    timeout: readTimeout(owner),
    api: owner.get("apiId"),
  }));
  const { operations, unread } = findOperations(stack);
  const documented = operations.map(({ api, name, operation }): Integration => {
    const integration = operation.at("x-amazon-apigateway-integration");
    return {
      owner: api,
      name: `${name} of `,
      kind: api.type === types.restApi ? "REST" : "HTTP",
      uri: integration.at("uri"),
      withRole: integration.at("credentials").any().state !== "absent",
      timeout: integration.at("timeoutInMillis").number(),
      api: api.get("id"),
    };
  });
  const quick = quickCreated(stack).map((owner): Integration => ({
    owner,
    name: `${quickRoute(owner)} of `,
    kind: "HTTP",
    uri: owner.get("target"),
    withRole: given(owner, "credentialsArn"),
    timeout: { state: "absent" },
    api: owner.get("id"),
  }));
  return { all: [...rest, ...http, ...documented, ...quick], unread };
}

function given(owner: Resource, name: string): boolean {
  const property = owner.get(name);
  return property.any().state !== "absent" && !owner.leavesToAws(property);
}

function readTimeout(owner: Resource): Reading<number> {
  const timeout = owner.get("timeoutMilliseconds");
  return owner.leavesToAws(timeout) ? { state: "absent" } : timeout.number();
}

/** The check of a rule that looks at each integration of a stack. */
export const eachIntegration =
  (check: (stack: Graph, integration: Integration) => Verdict) =>
  (stack: Graph): Verdict => {
    const { all, unread } = findIntegrations(stack);
    return [
      ...all.flatMap((integration) => check(stack, integration)),
      ...unread.flatMap((api) => notEvaluated(api, "body")),
    ];
  };
