import { type Graph } from "../../frame/graph";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";

/** The API that a resource, method or integration is of; none while that is not known. */
export function apiKey(stack: Graph, owner: Resource): string | undefined {
  return formatPlace(stack, owner, owner.get("restApi"), types.restApi);
}

/**
 * The place in the tree of paths that a property names: a resource of the program, an id, or the root, which has no
 * resource of its own: its id is made from the API.
 */
export function placeKey(stack: Graph, owner: Resource, property: Property): string | undefined {
  const [api] =
    stack.resolve(owner, property, types.apiResource).length > 0 ? [] : stack.resolve(owner, property, types.restApi);
  return api ? `root of ${api.urn}` : formatPlace(stack, owner, property, types.apiResource);
}

function formatPlace(stack: Graph, owner: Resource, property: Property, type: string): string | undefined {
  const reference = stack.refer(owner, property, type);
  if (reference.state === "resolved") return reference.to[0]?.urn;
  if (reference.state === "external") return reference.value;
  return reference.state === "absent" ? "none" : undefined;
}
