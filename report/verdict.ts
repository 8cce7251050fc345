import { type Change } from "./changes";

/** Whether a change may go in. */
export enum Outcome {
  /** Nothing stands against it. */
  Ready = "ready",
  /** A person should look first. */
  Review = "review",
  /** A mandatory policy is violated, or the preview failed. */
  Blocked = "blocked",
}

/** The answer to "may this go in?", with what speaks against it, the gravest first. */
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

/** Types whose resources hold what cannot be made again. */
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
    ...lost.map(({ kind, type, name }) => `${shortType(type)} ${name} is to be ${kind}d: what it holds is lost`),
    ...(expiredExemptions ? [`${count(expiredExemptions, "exemption has", "exemptions have")} expired`] : []),
    ...(nearest >= threshold ? [`a limit is used to ${nearest} %`] : []),
    ...(openMandatory
      ? [
          `${count(openMandatory, "mandatory check", "mandatory checks")} on what changes can be made by the deployment only`,
        ]
      : []),
    ...(baseFailure === undefined
      ? []
      : [`the base cannot be previewed, so that all is taken for new: ${baseFailure}`]),
    ...(advisory ? [`${count(advisory, "advisory finding", "advisory findings")}`] : []),
  ];
  const outcome = blocking.length ? Outcome.Blocked : doubtful.length ? Outcome.Review : Outcome.Ready;
  return { outcome, reasons: [...blocking, ...doubtful] };
}

/** `aws:s3/bucket:Bucket` is `s3 Bucket` to people. */
export const shortType = (type: string): string => type.replace(/^\w+:([^/:]+)(\/[^:]*)?:/, "$1 ");

const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`;
