import { type PlannedResource } from "../resource";

/** Finds the outermost component of a resource, by name. */
export function patternFinder(resources: readonly PlannedResource[]): (resource: PlannedResource) => string {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const outermost = (resource: PlannedResource): string => {
    const parent = resource.parent === undefined ? undefined : byUrn.get(resource.parent);
    return parent ? outermost(parent) : resource.name;
  };
  return outermost;
}
