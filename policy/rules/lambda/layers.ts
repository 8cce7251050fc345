import { wellArchitected } from "../../controls";
import { limits } from "../../limits";
import { within } from "../../range";
import { types } from "../../resource";
import { type ResourceRule } from "../../rule";
import { count } from "../count";

export const lambdaLayers: ResourceRule = {
  scope: "resource",
  id: "lambda-layers",
  title: "A function has at most 5 layers",
  severity: "high",
  level: "mandatory",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Merge layers, or bundle the code into the package.",
  page: limits.lambda.layers.page,
  limit: limits.lambda.layers,
  type: types.function,
  check: (fn, context) => within(fn, "number of layers", count(fn.get("layers")), context.limit(limits.lambda.layers)),
};
