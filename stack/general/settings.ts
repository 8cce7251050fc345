import { z } from "zod";
import { Architecture } from "../../components";
import { type Problem } from "../../components/core/check";
import { functionProblems } from "../../components/function/check";
import { usageFigures, usageSchema } from "../../report/cost/usage";

/** Settings for every area. */
export const generalSettings = {
  architecture: z.enum([...Object.values(Architecture), "host"]).default(Architecture.Arm64),
  alarmEmail: z.union([z.literal(""), z.email()], { error: "give an address such as ops@example.com" }).default(""),
  forceDestroy: z.boolean().default(false),
  logRetentionDays: z.int().default(30),
  /** The stack's expected usage. Only the cost estimate reads it, not the program. */
  usage: usageSchema.prefault({ requests: usageFigures.requests.default, patterns: {} }),
};

export type GeneralSettings = z.output<z.ZodObject<typeof generalSettings>>;

export const generalExamples = { alarmEmail: "ops@example.com" };

export const generalProblems = ({ logRetentionDays }: GeneralSettings): Problem[] =>
  functionProblems({ logRetentionDays });
