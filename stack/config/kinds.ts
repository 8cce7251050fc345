import { z } from "zod";
import { cleanLogsDefaults } from "../../components";
import { regionProblem } from "./source";

/** A Region that AWS has. */
export const region = z.string().superRefine((value, context) => {
  const problem = regionProblem(value);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

/** Settings that every scheduled job has. */
export const job = {
  timezone: z.string().default("UTC"),
  timeoutSeconds: z.int().default(cleanLogsDefaults.timeoutSeconds),
};
