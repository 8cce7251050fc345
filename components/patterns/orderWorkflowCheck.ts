import { orderWorkflowBounds } from "../../limits/bounds";
import { withDefaults } from "../core/defaults";
import { functionProblems } from "../function/check";
import { type Problem, Problems } from "../core/check";
import { type OrderWorkflowArgs, orderWorkflowDefaults } from "./orderWorkflowArgs";

/** Problems with an order workflow's arguments. */
export function orderWorkflowProblems(args: OrderWorkflowArgs): Problem[] {
  const { openingBalance, openingStock } = withDefaults(orderWorkflowDefaults, args);
  return new Problems()
    .bounds("openingBalance", openingBalance, orderWorkflowBounds.opening, "cents")
    .bounds("openingStock", openingStock, orderWorkflowBounds.opening, "pieces")
    .all(functionProblems(args)).list;
}
