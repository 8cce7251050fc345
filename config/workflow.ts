import { z } from "zod";
import { orderWorkflowDefaults } from "../components";
import { orderWorkflowBounds } from "../components/orderWorkflow";
import { within } from "./checks";

/** Orders, as a workflow. */
export const workflowKeys = {
  orderWorkflow: z
    .strictObject({
      enabled: z.boolean().default(true),
      openingBalance: within(orderWorkflowBounds.opening).default(orderWorkflowDefaults.openingBalance),
      openingStock: within(orderWorkflowBounds.opening).default(orderWorkflowDefaults.openingStock),
    })
    .prefault({}),
};
