import { z } from "zod";
import { scheduleDefaults } from "../../components";
import { regionProblem } from "./source";

/** A Region that AWS has. */
export const region = z.string().superRefine((value, context) => {
  const problem = regionProblem(value);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

/** Settings that every scheduled job has. @param timeoutSeconds The component's own default. */
export const job = ({ timeoutSeconds }: { timeoutSeconds: number }) => ({
  timezone: z.string().default(scheduleDefaults.timezone),
  timeoutSeconds: z.int().default(timeoutSeconds),
});
