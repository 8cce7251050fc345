import { limits } from "../../limits";
import { elements, limitRule } from "../../range";
import { types } from "../../resource";

export const lambdaLayers = limitRule({
  id: "lambda-layers",
  title: "A function has at most 5 layers",
  fix: "Merge layers, or bundle the code into the package.",
  limit: limits.lambda.layers,
  type: types.function,
  measure: (fn) => ({ what: "number of layers", used: elements.of(fn.get("layers")) }),
});
