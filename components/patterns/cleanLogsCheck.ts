import { limits } from "../../limits";
import { keyPrefixProblem } from "../storage/bucketName";
import { type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { scheduledFunctionProblems } from "../events/scheduledJobCheck";
import { type CleanLogsArgs, cleanLogsDefaults, cleanLogsBounds } from "./cleanLogsArgs";

/** Problems with the job's arguments, except its buckets. */
export function cleanLogsProblems(given: Omit<CleanLogsArgs, "bucket" | "stateBucket">): Problem[] {
  const args = withDefaults(cleanLogsDefaults, given);
  const prefixProblem = keyPrefixProblem(args.prefix);
  return new Problems()
    .bounds("maxAgeDays", args.maxAgeDays, cleanLogsBounds.maxAgeDays, "days")
    .that(
      cleanLogsBounds.prefix.test(args.prefix),
      "prefix",
      args.prefix,
      "an empty prefix would delete everything in the bucket; name one",
    )
    .that(prefixProblem === undefined, "prefix", args.prefix, prefixProblem ?? "")
    .that(
      cleanLogsBounds.logGroupPrefix.test(args.logGroupPrefix),
      "logGroupPrefix",
      args.logGroupPrefix,
      "names of log groups have 1 to 512 letters, digits and . _ / # -; an empty prefix would cover all of the account",
    )
    .range("retentionDays", args.retentionDays, limits.logs.retentionDays)
    .all(scheduledFunctionProblems(args)).list;
}
