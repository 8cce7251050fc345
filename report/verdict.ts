import { count } from "./count";
import { type Change } from "./changes";

/** Whether a change can be merged. */
export enum Outcome {
  /** Nothing blocks it, and nothing needs a review. */
  Ready = "ready",
  /** A person has to review it first. */
  Review = "review",
  /** A mandatory policy is violated, or the preview failed. */
  Blocked = "blocked",
}

/** The answer to "can this be merged?", with the reasons against it, the most severe first. */
export interface Verdict {
  outcome: Outcome;
  reasons: string[];
}

/** What a verdict is made of. */
export interface Evidence {
  /** Why the preview failed; none where it did not. */
  errors: readonly string[];
  mandatory: number;
  advisory: number;
  expiredExemptions: number;
  /** Checks of mandatory rules, on what changes, that only a deployment can make. */
  openMandatory: number;
  /** Why the base could not be previewed, if it could not. */
  baseFailure?: string | undefined;
  changes: readonly Change[];
  /** The nearest a limit comes, in percent. */
  nearest: number;
  /** Percent from which a limit is near. */
  threshold: number;
}

/** Types whose resources hold data that cannot be recreated. */
const stateful = new Set([
  "aws:cognito/userPool:UserPool",
  "aws:dynamodb/table:Table",
  "aws:kinesis/stream:Stream",
  "aws:kms/key:Key",
  "aws:rds/cluster:Cluster",
  "aws:rds/instance:Instance",
  "aws:s3/bucket:Bucket",
  "aws:sqs/queue:Queue",
]);

export function decideVerdict(evidence: Evidence): Verdict {
  const { errors, mandatory, advisory, expiredExemptions, openMandatory, baseFailure } = evidence;
  const { changes, nearest, threshold } = evidence;
  const blocking = [
    ...errors,
    ...(mandatory ? [`${count(mandatory, "mandatory policy is", "mandatory policies are")} violated`] : []),
  ];
  const lost = changes.filter(({ kind, type }) => (kind === "delete" || kind === "replace") && stateful.has(type));
  const doubtful = [
    ...lost.map(({ kind, type, name }) => `${shortType(type)} ${name} will be ${kind}d: its data is lost`),
    ...(expiredExemptions ? [`${count(expiredExemptions, "exemption has", "exemptions have")} expired`] : []),
    ...(nearest >= threshold ? [`a limit is ${nearest} % used`] : []),
    ...(openMandatory
      ? [`${count(openMandatory, "mandatory check")} on changed resources can only run during the deployment`]
      : []),
    ...(baseFailure === undefined ? [] : [`the base cannot be previewed, so everything counts as new: ${baseFailure}`]),
    ...(advisory ? [count(advisory, "advisory finding")] : []),
  ];
  const outcome = blocking.length ? Outcome.Blocked : doubtful.length ? Outcome.Review : Outcome.Ready;
  return { outcome, reasons: [...blocking, ...doubtful] };
}

/** `aws:s3/bucket:Bucket` is `s3 Bucket` to people. */
export const shortType = (type: string): string => type.replace(/^\w+:([^/:]+)(\/[^:]*)?:/, "$1 ");
