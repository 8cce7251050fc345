import { type Property } from "../../frame/known";
import { type Resource } from "../../frame/resource";

/** The default behaviour of a distribution and the ordered ones; and whether some are not known yet. */
export function readBehaviours(distribution: Resource): { all: readonly Property[]; open: boolean } {
  const ordered = distribution.get("orderedCacheBehaviors").list();
  return {
    all: [distribution.get("defaultCacheBehavior"), ...(ordered.state === "known" ? ordered.value : [])],
    open: ordered.state === "unknown",
  };
}

/** The functions of one kind that a behaviour calls, each with its property. */
export function readAssociations(behaviour: Property, kind: "functionAssociations" | "lambdaFunctionAssociations") {
  const list = behaviour.at(kind).list();
  return { all: list.state === "known" ? list.value : [], open: list.state === "unknown" };
}
