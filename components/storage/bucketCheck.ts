import { expirationDays } from "../../limits/bounds";
import { bucketNameProblem } from "./bucketName";
import { type Problem, Problems } from "../core/check";
import { type BucketArgs } from "./bucketArgs";

/** S3 stores the days of a rule in 32 bits. */
export const expirationProblems = (days: number): Problem[] =>
  new Problems().bounds("days", days, expirationDays, "days").list;

/** Problems with a bucket's arguments. */
export function bucketProblems(args: BucketArgs): Problem[] {
  const problems = new Problems();
  const nameProblem = args.bucketName === undefined ? undefined : bucketNameProblem(args.bucketName);
  problems.that(nameProblem === undefined, "bucketName", args.bucketName, nameProblem ?? "");
  for (const [index, { days }] of (args.expirations ?? []).entries()) {
    problems.all(expirationProblems(days), () => `expirations[${index}].days`);
  }
  const prefixes = (args.expirations ?? []).map(({ prefix }) => prefix);
  return problems.that(
    new Set(prefixes).size === prefixes.length,
    "expirations",
    prefixes,
    "give one expiration for each prefix",
  ).list;
}
