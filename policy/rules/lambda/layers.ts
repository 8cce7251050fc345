import { limits } from "../../limits";
import { limitRule } from "../../range";
import { types } from "../../resource";
import { count } from "../count";

export const lambdaLayers = limitRule({
  id: "lambda-layers",
  title: "A function has at most 5 layers",
  fix: "Merge layers, or bundle the code into the package.",
  limit: limits.lambda.layers,
  type: types.function,
  measure: (fn) => ({ what: "number of layers", used: count(fn.get("layers")) }),
});
