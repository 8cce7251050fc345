import { usageFigures, usageSchema } from "../report/cost/usage";

/** What is declared of the stack's use: the program does without, the estimate of its cost is worked out from it. */
export const usageKeys = { usage: usageSchema.prefault({ requests: usageFigures.requests.default, patterns: {} }) };
