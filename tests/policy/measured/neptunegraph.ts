import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

const graph = ofType("aws:neptunegraph/graph:Graph", { provisionedMemory: 16 });
const vectors = (vectorSearchDimension: number) => ({
  graphName: "orders",
  vectorSearchConfiguration: { vectorSearchDimension },
});

export const neptunegraph: FactsByName = {
  "neptunegraph-graph-name-lowercase": graph("a graph is small", { graphName: "Orders" }, { graphName: "orders" }),
  "neptunegraph-vector-dimension-range": graph("a vector has dimensions", vectors(65_537), vectors(65_535)),
};
