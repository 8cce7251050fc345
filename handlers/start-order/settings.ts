/** The environment of the start-order function. */
import { z } from "zod";

export const settingsSchema = z.object({
  /** ARN of the state machine, or of an alias of it. */
  WORKFLOW_ARN: z.string().regex(/:stateMachine:/, "the ARN of a state machine"),
});
