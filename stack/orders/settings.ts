import { z } from "zod";
import { orderWorkflowDefaults } from "../../components";
import { type Problem } from "../../components/core/check";
import { orderWorkflowProblems } from "../../components/patterns/orderWorkflowCheck";
import { onByDefault, type SettingsOf } from "../area";
import { underKey } from "../config/problems";

/** Orders, as a workflow. */
export const ordersSettings = {
  orderWorkflow: onByDefault({
    openingBalance: z.int().default(orderWorkflowDefaults.openingBalance),
    openingStock: z.int().default(orderWorkflowDefaults.openingStock),
  }),
};

export const ordersProblems = ({ orderWorkflow }: SettingsOf<typeof ordersSettings>): Problem[] =>
  underKey("orderWorkflow", orderWorkflowProblems(orderWorkflow));
