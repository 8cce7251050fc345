import { type Graph } from "../frame/graph";
import { type Property } from "../frame/known";
import { type Resource } from "../frame/resource";
import { type Fault, type Findings } from "./fault";

/** Checks that keywords cannot express because they compute with several values, each under the name that rows use. */
export type Join = (resource: Resource, found: Findings, stack: Graph | undefined) => void;

export function text(resource: Resource, name: string, found: Findings): string | undefined {
  const value = resource.get(name).text();
  if (value.state === "unknown" && !resource.leavesToAws(resource.get(name))) found.open.push(name);
  return value.state === "known" && value.value !== "" ? value.value : undefined;
}

export const refuse = (found: Findings, fault: Fault): void => void found.faults.push(fault);

/** The resources of a type that a property names. */
export function named(
  resource: Resource,
  property: string | Property,
  type: string,
  found: Findings,
  stack: Graph | undefined,
): readonly Resource[] {
  const named = typeof property === "string" ? resource.get(property) : property;
  const reference = stack?.refer(resource, named, type);
  if (reference?.state === "unresolved") found.open.push(named.name);
  return reference?.state === "resolved" ? reference.to : [];
}
