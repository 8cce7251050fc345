import { z } from "zod";
import { orderWorkflowDefaults } from "../../components";
import { type Problem } from "../../components/core/check";
import { orderWorkflowProblems } from "../../components/patterns/orderWorkflowCheck";
import { type SettingsOf } from "../area";
import { underKey } from "../config/problems";

/** Orders, as a workflow. */
export const ordersSettings = {
  orderWorkflow: z
    .strictObject({
      enabled: z.boolean().default(true),
      openingBalance: z.int().default(orderWorkflowDefaults.openingBalance),
      openingStock: z.int().default(orderWorkflowDefaults.openingStock),
    })
    .prefault({}),
};

export const ordersProblems = ({ orderWorkflow }: SettingsOf<typeof ordersSettings>): Problem[] =>
  underKey("orderWorkflow", orderWorkflowProblems(orderWorkflow));
