import { z } from "zod";
import { orderWorkflowDefaults } from "../components";

/** Orders, as a workflow. */
export const workflowKeys = {
  orderWorkflow: z
    .strictObject({
      enabled: z.boolean().default(true),
      openingBalance: z.int().default(orderWorkflowDefaults.openingBalance),
      openingStock: z.int().default(orderWorkflowDefaults.openingStock),
    })
    .prefault({}),
};
