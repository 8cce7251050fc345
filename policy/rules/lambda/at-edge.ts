import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { readAssociations, readBehaviours } from "../cloudfront/behaviours";

/** A component that is for the edge, whichever distribution calls it. */
const edgeComponent = /\bheadroom:edge:EdgeFunction\$/;

/** The functions that are not at the edge: Lambda@Edge has no queues, no tracing, and metrics in the Regions of its visitors. */
export function regionalFunctions(stack: Graph): readonly Resource[] {
  const atEdge = new Set(
    stack.ofType(types.distribution).flatMap((distribution) =>
      readBehaviours(distribution)
        .all.flatMap((behaviour) => readAssociations(behaviour, "lambdaFunctionAssociations").all)
        .flatMap((association) => {
          const reference = stack.functions(distribution, association.at("lambdaArn"));
          return reference.state === "resolved" ? reference.to : [];
        }),
    ),
  );
  return stack.ofType(types.function).filter((fn) => !atEdge.has(fn) && !edgeComponent.test(fn.urn));
}
