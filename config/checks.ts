import { z } from "zod";
import { cleanLogsDefaults } from "../components";
import { bucketNameProblem } from "../components/bucketName";
import { type Bounds } from "../components/check";
import { isTimezone, scheduleProblem } from "../components/schedule";
import { limits } from "../policy/limits";
import { regionProblem } from "./source";

/** The type with a check whose answer, if there is one, says what is allowed. */
export const checked = <T extends z.ZodType>(type: T, problemOf: (value: z.output<T>) => string | undefined) =>
  type.superRefine((value, context) => {
    const problem = problemOf(value);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });
export const within = ({ min, max }: Bounds) => z.int().min(min).max(max);
export const once = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .min(1)
    .refine((list) => new Set(list).size === list.length, { message: "give each once" });
export const days = z.int().min(1);
const { values: retentions = [], page: retentionPage } = limits.logs.retentionDays;
export const retention = z.int().refine((value) => (retentions as readonly number[]).includes(value), {
  message: `CloudWatch keeps logs for ${retentions.join(", ")} days (${retentionPage})`,
});
export const timezone = z.string().refine(isTimezone, { message: "give a time zone such as Europe/Berlin" });
export const schedule = checked(z.string(), scheduleProblem);
export const region = checked(z.string(), regionProblem);
export const bucketName = checked(z.string(), bucketNameProblem).optional();
export const job = {
  enabled: z.boolean().default(true),
  timezone: timezone.default("UTC"),
  timeoutSeconds: z.int().default(cleanLogsDefaults.timeoutSeconds),
};
